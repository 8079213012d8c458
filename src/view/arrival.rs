//! Where reading goes on: the heading of a new screen, or the list of what was
//! passed over. The page moves only if that is out of sight.
//!
//! In the frame that shows it: a browser lays out a page to give something on it the focus,
//! and so does it once, and not while the tap is still being answered.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

/// Focuses the element, if it is there.
pub fn arrive(focus: &NodeRef) {
    let focus = focus.clone();
    in_the_next_frame(move || {
        let Some(element) = focus.cast::<HtmlElement>() else { return };
        let still = FocusOptions::new();
        still.set_prevent_scroll(true);
        let _ = element.focus_with_options(&still);
        if !is_in_sight(&element) {
            element.scroll_into_view();
        }
        fold(&element);
    });
}

/// Takes the focus from what is about to go: a browser that takes away what has it lays out
/// the page once more for that.
pub fn leave(root: &NodeRef) {
    let focused = root.cast::<HtmlElement>().and_then(|root| root.query_selector(":focus").ok()?);
    if let Some(focused) = focused
        && let Ok(focused) = focused.dyn_into::<HtmlElement>()
    {
        let _ = focused.blur();
    }
}

/// Does something once what was drawn now is on the screen.
pub fn once_it_shows(does: impl FnOnce() + 'static) {
    in_the_next_frame(|| in_the_next_frame(does));
}

fn in_the_next_frame(does: impl FnOnce() + 'static) {
    let does = Closure::once_into_js(does);
    let window = web_sys::window();
    let _ = window.map(|window| window.request_animation_frame(does.unchecked_ref()));
}

/// Pages of questions share what is at their foot: on a new one it is folded again.
fn fold(arrived: &HtmlElement) {
    if arrived.tag_name() != "H1" {
        return;
    }
    let Ok(Some(page)) = arrived.closest("form") else { return };
    while let Ok(Some(open)) = page.query_selector("[open]") {
        if open.remove_attribute("open").is_err() {
            return;
        }
    }
}

fn is_in_sight(element: &HtmlElement) -> bool {
    let height = web_sys::window().and_then(|window| window.inner_height().ok()?.as_f64());
    let place = element.get_bounding_client_rect();
    place.top() >= 0.0 && height.is_none_or(|height| place.bottom() <= height)
}
