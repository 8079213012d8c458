//! The first screens, while what comes behind them is still on its way: half of the content is
//! enough for them, and whoever is quicker than the connection is told so.

use std::rc::Rc;

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::{Screen, State};
use sciatica_check::model::Response;
use sciatica_check::view::Content;
use sciatica_check::view::rest::Behind;
use yew::Callback;

use crate::html::{Element, parse};
use crate::screens::{ENGLAND, NOWHERE, at, draw, guide, plain, question, states};

fn comes_first(state: &State) -> bool {
    match state.screen {
        Screen::Start | Screen::Interruption(_) | Screen::Notice(_) => true,
        Screen::Page(page) => guide().page(page).unwrap().gate,
        _ => false,
    }
}

#[test]
fn half_of_the_content_is_enough_for_the_first_screens() {
    let (half, whole) = (Content::first().unwrap(), Content::compiled().unwrap());
    let first = states().into_iter().filter(|(_, state)| comes_first(state));
    // What is behind the warning signs cannot be answered before the rest has come.
    let first = first.map(|(name, state)| (name, State { response: of_the_gate(&state), ..state }));
    let first: Vec<_> = first.collect();
    assert!(first.len() > 30, "only {} screens", first.len());
    for region in [None, ENGLAND, NOWHERE] {
        for (name, state) in &first {
            let draw = |content: &Rc<Content>| draw(content, Behind::Coming, state, region);
            assert_eq!(draw(&half), draw(&whole), "{name}");
        }
    }
}

fn of_the_gate(state: &State) -> Response {
    let mut response = state.response.clone();
    for (index, question) in guide().questions() {
        if !guide().page(question.page).unwrap().gate {
            response.set(index, None);
        }
    }
    response
}

/// A question behind the warning signs, before the rest has come.
fn too_quick(behind: Behind) -> Element {
    let page = guide().question(question("furthest-worst")).unwrap().page;
    let html = draw(&Content::first().unwrap(), behind, &at(Screen::Page(page), plain()), ENGLAND);
    parse(&html)
}

#[test]
fn who_is_quicker_than_the_connection_waits_with_the_emergency_words() {
    let words = content::words().unwrap();
    let waiting = too_quick(Behind::Coming);
    assert_eq!(waiting.tagged(&["h1"])[0].text(), words.text(phrase::WAIT_TITLE));
    assert_eq!(waiting.tagged(&["fieldset", "input"]).len(), 0);
    for sign in [phrase::EMERGENCY_SIGN_SADDLE, phrase::EMERGENCY_SIGN_BLADDER] {
        assert!(waiting.text().contains(words.text(sign)));
    }
    assert!(waiting.tagged(&["a"]).iter().any(|it| it.attribute("href") == Some("tel:999")));
}

#[test]
fn what_did_not_come_can_be_asked_for_again() {
    let words = content::words().unwrap();
    let failed = too_quick(Behind::Failed(Callback::noop()));
    assert_eq!(failed.tagged(&["h1"])[0].text(), words.text(phrase::WAIT_FAILED));
    let buttons = failed.tagged(&["button"]);
    assert!(buttons.iter().any(|it| it.text() == words.text(phrase::WAIT_AGAIN)));
    assert!(failed.text().contains(words.text(phrase::EMERGENCY_SIGN_LEGS)));
}
