//! Where reading goes on: the heading of a new screen, or the list of what was
//! passed over. The page moves only if that is out of sight.

use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

/// Focuses the element, if it is there.
pub fn arrive(focus: &NodeRef) {
    let Some(element) = focus.cast::<HtmlElement>() else { return };
    let still = FocusOptions::new();
    still.set_prevent_scroll(true);
    let _ = element.focus_with_options(&still);
    if !is_in_sight(&element) {
        element.scroll_into_view();
    }
    fold(&element);
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
