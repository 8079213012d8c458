//! The browser's Back button as the check's own: one screen back, and nothing
//! lost. For the check's own page only; inside a host page history is the host's.

use gloo_events::EventListener;
use wasm_bindgen::JsValue;
use yew::prelude::*;

use crate::engine::{Action, Screen, State};

/// For a component with hooks: while it is active, and not at its start.
#[hook]
pub fn use_browser_back(active: bool, state: &State, act: &Callback<Action>) {
    let under_way = active && state.screen != Screen::Start;
    use_effect_with((under_way, state.visit), |(under_way, _)| {
        if *under_way {
            step_ahead();
        }
    });
    let act = act.clone();
    use_effect_with(under_way, move |under_way| {
        let listener = under_way.then(|| listen(&act)).flatten();
        move || drop(listener)
    });
}

/// Keeps one entry of history ahead of the page while the check is under way,
/// so that Back has something to go back over. Addresses do not change.
pub fn step_ahead() {
    if let Some(history) = history()
        && history.state().is_ok_and(|entry| entry.is_null())
    {
        let _ = history.push_state(&JsValue::TRUE, "");
    }
}

/// One screen back with each Back of the browser, as long as this is kept.
pub fn listen(act: &Callback<Action>) -> Option<EventListener> {
    let (window, act) = (web_sys::window()?, act.clone());
    Some(EventListener::new(&window, "popstate", move |_| act.emit(Action::Back)))
}

fn history() -> Option<web_sys::History> {
    web_sys::window()?.history().ok()
}
