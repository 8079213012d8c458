//! Moves the focus to an element by its id, within one page or shadow root: a
//! link to "#id" inside a shadow root would move the host page.

use wasm_bindgen::JsCast;
use web_sys::{Document, Element, Event, HtmlElement, Node, ShadowRoot};

/// Focuses the element with this id near the event's target.
pub fn near(event: &Event, id: &str) {
    if let Some(element) = find(event, id).and_then(|it| it.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

fn find(event: &Event, id: &str) -> Option<Element> {
    let root = event.target()?.dyn_into::<Node>().ok()?.get_root_node();
    match root.dyn_into::<Document>() {
        Ok(document) => document.get_element_by_id(id),
        Err(root) => root.dyn_into::<ShadowRoot>().ok()?.get_element_by_id(id),
    }
}
