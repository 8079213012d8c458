//! The boundary to the host page: puts the check into an element.
//!
//! What comes in is a [`Region`](crate::model::Region) code; what goes out is
//! one event that says that the check has stopped. No answer leaves.

use wasm_bindgen::prelude::*;
use web_sys::{CustomEvent, Element};

use crate::engine::State;
use crate::view::{App, Content, Props};

/// The event on `window` when the check has stopped for good.
const PANIC: &str = "sciatica-check:panic";

/// Runs the check in an element of the page, in place of what is in it.
///
/// `region`: the code of the person's country or province, if the page knows
/// it. An unknown one is as good as none. `own_page`: nothing else is on the
/// page, so the browser's Back button goes back in the check.
///
/// # Errors
///
/// A message, if the compiled content cannot be read. The element keeps what
/// it holds.
#[wasm_bindgen]
pub fn mount(host: Element, region: Option<String>, own_page: bool) -> Result<(), JsError> {
    let Some(content) = Content::compiled() else {
        return Err(JsError::new("the compiled content cannot be read"));
    };
    yew::set_custom_panic_hook(Box::new(|_| tell_of_panic()));
    let props =
        Props { content, region: region.map(Into::into), own_page, state: State::default() };
    yew::Renderer::<App>::with_root_and_props(host, props).render();
    Ok(())
}

/// A panic ends every check on the page; the page then shows its own words again.
fn tell_of_panic() {
    let window = web_sys::window();
    if let Some((window, event)) = window.zip(CustomEvent::new(PANIC).ok()) {
        let _ = window.dispatch_event(&event);
    }
}
