//! The ways into the re-check: from the result, and from the start for somebody who
//! comes back.

use std::rc::Rc;

use yew::prelude::*;

use crate::content::phrase;
use crate::model::Urgency;
use crate::view::context::{Content, Context};
use crate::view::keeping::keeping;
use crate::view::storage::use_storage;
use crate::view::text_nodes::keyed_by_text;

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

/// What the start is told of the ways back.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    content: Rc<Content>,
    open: Option<Callback<()>>,
}

impl Props {
    fn of(context: &Context<'_>) -> Self {
        Self { content: context.content.clone(), open: context.again.clone() }
    }
}

/// On the start: check again, for somebody who has kept something.
pub fn come_back(context: &Context<'_>) -> Html {
    html! { <ComeBack ..Props::of(context) /> }
}

/// On the start: what is kept, for somebody who has been here; or a way to add it.
pub fn been_here(context: &Context<'_>) -> Html {
    html! { <BeenHere ..Props::of(context) /> }
}

#[component]
fn ComeBack(Props { content, open }: &Props) -> Html {
    let storage = use_storage();
    let text = |text| content.words.text(text);
    let open = open.clone().filter(|_| !storage.kept().record.visits().is_empty());
    keyed_by_text(html! {
        <>
            if let Some(open) = open {
                <section class="again__come" aria-labelledby="again-title">
                    <h2 id="again-title" class="again__title">{ text(phrase::AGAIN_TITLE) }</h2>
                    <p>{ text(phrase::AGAIN_COME_TEXT) }</p>
                    <button type="button" class="button button--secondary" onclick={move |_: MouseEvent| open.emit(())}>
                        { text(phrase::AGAIN_COME) }
                    </button>
                </section>
            }
        </>
    })
}

#[component]
fn BeenHere(Props { content, .. }: &Props) -> Html {
    let storage = use_storage();
    let title = if storage.in_use() { phrase::AGAIN_KEPT } else { phrase::AGAIN_BEEN };
    keyed_by_text(html! {
        // What cannot be read is said at once.
        <details open={!storage.kept().aside.is_empty()}>
            <summary>{ content.words.text(title) }</summary>
            { keeping(content, &storage, None) }
        </details>
    })
}
