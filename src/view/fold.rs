//! A fold with much in it, which is drawn when it is first opened.

use yew::prelude::*;

use super::text_nodes::keyed_by_text;

/// What is folded.
#[derive(PartialEq, Properties)]
pub struct Props {
    /// It is open from the start.
    pub open: bool,
    /// What stands on it.
    pub title: AttrValue,
    /// What is in it.
    pub children: Html,
}

/// The fold.
#[component]
pub fn Fold(props: &Props) -> Html {
    let opened = use_state(|| false);
    let ontoggle = {
        let opened = opened.clone();
        Callback::from(move |_| opened.set(true))
    };
    keyed_by_text(html! {
        <details open={props.open} {ontoggle}>
            <summary>{ &props.title }</summary>
            if props.open || *opened {
                { props.children.clone() }
            }
        </details>
    })
}
