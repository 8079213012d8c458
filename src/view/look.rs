//! The clinic's colour on the screen: custom properties of the outermost
//! element, set one by one, as a strict content policy allows.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::accent::Accent;

/// Takes the colours of one accent away, and sets those of another.
pub fn colour(before: Option<Accent>, now: Option<Accent>, root: &NodeRef) {
    let Some(style) = root.cast::<HtmlElement>().map(|root| root.style()) else { return };
    for (name, _) in before.iter().flat_map(Accent::properties) {
        let _ = style.remove_property(name);
    }
    for (name, colour) in now.iter().flat_map(Accent::properties) {
        let _ = style.set_property(name, &colour.css());
    }
}
