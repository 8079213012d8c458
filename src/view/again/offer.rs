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

/// On the start: check again, for somebody who has kept something; or add it from a file.
pub fn come_back(context: &Context<'_>, storage: &Storage) -> Html {
    let kept = || keeping(context.content, storage, None);
    let open = context.again.clone().filter(|_| !storage.kept().record.visits().is_empty());
    html! {
        <section class="again__come" aria-labelledby="again-title">
            if let Some(open) = open {
                <h2 id="again-title">{ context.text(phrase::AGAIN_TITLE) }</h2>
                <p>{ context.text(phrase::AGAIN_COME_TEXT) }</p>
                <button type="button" class="button button--secondary" onclick={move |_: MouseEvent| open.emit(())}>
                    { context.text(phrase::AGAIN_COME) }
                </button>
                <details>
                    <summary>{ context.text(phrase::AGAIN_KEPT) }</summary>
                    { kept() }
                </details>
            } else {
                <details open={storage.in_use()}>
                    <summary id="again-title">{ context.text(phrase::AGAIN_BEEN) }</summary>
                    { kept() }
                </details>
            }
        </section>
    }
}
