//! Prints one element by itself, wherever the check is: from a frame of its own,
//! so that neither the rest of the check nor a host page is printed with it.

use wasm_bindgen::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Document, Element, HtmlIFrameElement, Window};

/// The look of a page on paper, the same as on the screen.
const LOOK: &str = include_str!("../../styles/rest/paper.css");

/// Opens the browser's print dialogue for a copy of the element. The copy goes
/// when the dialogue is closed.
pub fn print(window: &Window, paper: &Element) -> Result<(), JsValue> {
    let missing = || JsValue::NULL;
    let document = window.document().ok_or_else(missing)?;
    let frame: HtmlIFrameElement = document.create_element("iframe")?.unchecked_into();
    for (name, value) in [("position", "fixed"), ("width", "0"), ("height", "0"), ("border", "0")] {
        frame.style().set_property(name, value)?;
    }
    frame.set_attribute("aria-hidden", "true")?;
    document.body().ok_or_else(missing)?.append_child(&frame)?;
    let inner = frame.content_window().ok_or_else(missing)?;
    let page = inner.document().ok_or_else(missing)?;
    page.body().ok_or_else(missing)?.append_child(&page.import_node_with_deep(paper, true)?)?;
    adopt(&inner, &page, LOOK)?;
    let gone = Closure::once_into_js(move || frame.remove());
    inner.set_onafterprint(Some(gone.unchecked_ref()));
    inner.print()
}

/// A style sheet of the other document's own kind: one of this page's does not fit it.
fn adopt(inner: &Window, page: &Document, css: &str) -> Result<(), JsValue> {
    let get = |of: &JsValue, name: &str| js_sys::Reflect::get(of, &JsValue::from_str(name));
    let kind: js_sys::Function = get(inner, "CSSStyleSheet")?.dyn_into()?;
    let sheet = js_sys::Reflect::construct(&kind, &js_sys::Array::new())?;
    let replace: js_sys::Function = get(&sheet, "replaceSync")?.dyn_into()?;
    replace.call1(&sheet, &JsValue::from_str(css))?;
    let sheets = js_sys::Array::of1(&sheet);
    js_sys::Reflect::set(page, &JsValue::from_str("adoptedStyleSheets"), &sheets).map(drop)
}
