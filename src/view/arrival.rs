//! Where reading goes on: the heading of a new screen, or the list of what was
//! passed over. The page moves only if that is out of sight.

use web_sys::{FocusOptions, HtmlElement};
use yew::prelude::*;

/// Focuses the element with each new visit, and once more when what it has waited for is there.
/// Never at the start: a page that has just loaded keeps its own focus, and its place.
#[hook]
pub fn use_arrival(visit: u32, waits: bool, focus: &NodeRef) {
    let focus = focus.clone();
    use_effect_with((visit, waits), move |(visit, _)| {
        if *visit > 0
            && let Some(element) = focus.cast::<HtmlElement>()
        {
            let still = FocusOptions::new();
            still.set_prevent_scroll(true);
            let _ = element.focus_with_options(&still);
            if !is_in_sight(&element) {
                element.scroll_into_view();
            }
            fold(&element);
        }
    });
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
