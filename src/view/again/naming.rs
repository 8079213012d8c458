//! Three things of their own: what somebody wants to do again, in their own words.

use std::rc::Rc;

use web_sys::HtmlInputElement;
use yew::prelude::*;

use crate::content::phrase;
use crate::model::Text;
use crate::record::MOST_LETTERS;
use crate::view::context::Content;
use crate::view::text_nodes::keyed_by_text;

const FIELDS: [(Text, &str); 3] = [
    (phrase::AGAIN_NAME_FIRST, "own-name-1"),
    (phrase::AGAIN_NAME_SECOND, "own-name-2"),
    (phrase::AGAIN_NAME_THIRD, "own-name-3"),
];

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub content: Rc<Content>,
    pub names: Vec<String>,
    pub name: Callback<Vec<String>>,
    pub back: Callback<MouseEvent>,
    /// The heading takes the focus.
    pub focus: NodeRef,
}

/// The screen. None of the three has to be named.
#[component]
pub fn Naming(props: &Props) -> Html {
    let words = &props.content.words;
    let inputs = [use_node_ref(), use_node_ref(), use_node_ref()];
    let onsubmit = {
        let (inputs, name) = (inputs.clone(), props.name.clone());
        move |event: SubmitEvent| {
            event.prevent_default();
            let values = inputs.iter().filter_map(|input| input.cast::<HtmlInputElement>());
            let names = values.map(|input| input.value().trim().to_owned());
            name.emit(names.filter(|name| !name.is_empty()).collect());
        }
    };
    keyed_by_text(html! {
        <form class="page" novalidate=true {onsubmit}>
            <button type="button" class="button button--back" onclick={props.back.clone()}>{ words.text(phrase::PAGE_BACK) }</button>
            <h1 class="heading" tabindex="-1" ref={props.focus.clone()}>{ words.text(phrase::AGAIN_NAME_TITLE) }</h1>
            <p id="own-names-hint" class="hint">{ words.text(phrase::AGAIN_NAME_TEXT) }</p>
            for (place, (label, id)) in FIELDS.into_iter().enumerate() {
                <p key={id} class="again__name">
                    <label for={id}>{ words.text(label) }</label>
                    <input
                        {id}
                        type="text"
                        class="again__input"
                        autocomplete="off"
                        maxlength={MOST_LETTERS.to_string()}
                        aria-describedby="own-names-hint"
                        value={props.names.get(place).cloned().unwrap_or_default()}
                        ref={inputs.get(place).cloned().unwrap_or_default()}
                    />
                </p>
            }
            <button type="submit" class="button button--primary">{ words.text(phrase::PAGE_CONTINUE) }</button>
        </form>
    })
}
