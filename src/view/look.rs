//! The clinic's colour on the screen: custom properties of the outermost
//! element, set one by one, as a strict content policy allows.

use web_sys::HtmlElement;
use yew::prelude::*;

use super::accent::Accent;

/// Sets the colours of an accent, and takes them away with it.
#[hook]
pub fn use_accent(accent: Option<Accent>, root: &NodeRef) {
    let root = root.clone();
    use_effect_with(accent, move |accent| {
        let properties = accent.iter().flat_map(Accent::properties);
        let style = root.cast::<HtmlElement>().map(|root| root.style());
        let mut set = Vec::new();
        if let Some(style) = &style {
            for (name, colour) in properties {
                if style.set_property(name, &colour.css()).is_ok() {
                    set.push(name);
                }
            }
        }
        move || {
            for name in set {
                let _ = style.as_ref().map(|style| style.remove_property(name));
            }
        }
    });
}
