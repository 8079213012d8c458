//! Adds what is in a file that was saved before.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::spawn_local;
use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::words::imported;
use crate::content::phrase;
use crate::view::Content;
use crate::view::storage::Storage;

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub content: std::rc::Rc<Content>,
    pub storage: Storage,
    /// Says what came of it.
    pub tell: Callback<AttrValue>,
}

/// A field for a file.
#[component]
pub fn Add(props: &Props) -> Html {
    let words = &props.content.words;
    let onchange = {
        let props = props.clone();
        move |event: Event| {
            let input = event.target().and_then(|it| it.dyn_into::<HtmlInputElement>().ok());
            let Some(input) = input else { return };
            let Some(file) = input.files().and_then(|files| files.get(0)) else { return };
            // The same file may be chosen again.
            input.set_value("");
            let props = props.clone();
            spawn_local(async move {
                let result = props.storage.import(file).await;
                props.tell.emit(imported(&props.content.words, result));
            });
        }
    };
    html! {
        <div class="keeping__file">
            <label for="keep-file">{ words.text(phrase::KEEP_ADD) }</label>
            <p id="keep-file-hint" class="hint">{ words.text(phrase::KEEP_ADD_HINT) }</p>
            <input id="keep-file" type="file" accept=".json,application/json" aria-describedby="keep-file-hint" {onchange} />
        </div>
    }
}
