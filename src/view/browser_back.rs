//! The browser's Back button as the check's own: one screen back, and nothing
//! lost. For the check's own page only; inside a host page history is the host's.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::engine::{Action, Screen, State};

/// Keeps one entry of history ahead of the page while the check is under way,
/// so that Back has something to go back over. Addresses do not change.
#[hook]
pub fn use_browser_back(active: bool, state: &State, act: &Callback<Action>) {
    let under_way = active && state.screen != Screen::Start;
    use_effect_with((under_way, state.visit), |(under_way, _)| {
        if *under_way
            && let Some(history) = history()
            && history.state().is_ok_and(|entry| entry.is_null())
        {
            let _ = history.push_state(&JsValue::TRUE, "");
        }
    });
    let act = act.clone();
    use_effect_with(under_way, move |under_way| {
        let listener = web_sys::window()
            .filter(|_| *under_way)
            .map(|window| EventListener::new(&window, "popstate", move |_| act.emit(Action::Back)));
        move || drop(listener)
    });
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
