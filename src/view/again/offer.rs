//! The ways into the re-check: from the result, and from the start for somebody who
//! comes back.

use yew::prelude::*;

use crate::content::phrase;
use crate::model::Urgency;
use crate::view::context::Context;
use crate::view::keeping::keeping;
use crate::view::storage::Storage;

/// On the result: set a starting point. In an emergency nothing stands beside the call.
pub fn baseline(context: &Context<'_>) -> Html {
    let open = context.again.clone().filter(|_| context.outcome.urgency < Urgency::Emergency);
    html! {
        <>
            if let Some(open) = open {
                <div class="again__offer">
                    <p>{ context.text(phrase::AGAIN_OFFER_TEXT) }</p>
                    <button type="button" class="button button--secondary" onclick={move |_: MouseEvent| open.emit(())}>
                        { context.text(phrase::AGAIN_OFFER) }
                    </button>
                </div>
            }
        </>
    }
}

/// On the start: check again, for somebody who has kept something.
pub fn come_back(context: &Context<'_>, storage: &Storage) -> Html {
    let open = context.again.clone().filter(|_| has_visits(storage));
    html! {
        <>
            if let Some(open) = open {
                <section class="again__come" aria-labelledby="again-title">
                    <h2 id="again-title" class="again__title">{ context.text(phrase::AGAIN_TITLE) }</h2>
                    <p>{ context.text(phrase::AGAIN_COME_TEXT) }</p>
                    <button type="button" class="button button--secondary" onclick={move |_: MouseEvent| open.emit(())}>
                        { context.text(phrase::AGAIN_COME) }
                    </button>
                </section>
            }
        </>
    }
}

/// On the start: what is kept, for somebody who has been here; or a way to add it.
pub fn been_here(context: &Context<'_>, storage: &Storage) -> Html {
    let title = if storage.in_use() { phrase::AGAIN_KEPT } else { phrase::AGAIN_BEEN };
    html! {
        // What cannot be read is said at once.
        <details open={!storage.kept().aside.is_empty()}>
            <summary>{ context.text(title) }</summary>
            { keeping(context.content, storage, None) }
        </details>
    }
}

fn has_visits(storage: &Storage) -> bool {
    !storage.kept().record.visits().is_empty()
}
