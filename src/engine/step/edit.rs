//! Changing an answer where it stands, on the result, and what follows.

use super::{Edit, Landing, Purpose, Screen, State, land, show, urgency_so_far};
use crate::engine::journey;
use crate::model::{Guide, QuestionIx, Urgency};

/// Opens an answer on the person's way. Another one that was open is left as it was.
pub fn begin(guide: &Guide, state: &mut State, question: QuestionIx) {
    let before = state.settled().clone();
    let asked = guide.question(question).map(|asked| asked.page);
    let on_the_way =
        asked.is_some_and(|page| journey::shown(guide, &before, page).contains(&question));
    if state.screen == Screen::Result && on_the_way {
        state.response = before.clone();
        state.edit = Some(Edit { question, before });
        state.errors.clear();
        land(state, Landing::Edit);
    }
}

/// The answer stays as it was.
pub fn left(state: &mut State) {
    if let Some(Edit { question, before }) = state.edit.take() {
        state.response = before;
        state.errors.clear();
        land(state, Landing::Answer(question));
    }
}

/// The change is done. What it has opened is asked; an emergency is told at once.
pub fn done(guide: &Guide, state: &mut State) {
    let Some(Edit { question, before }) = state.edit.clone() else { return };
    if state.response.get(question).is_none() {
        state.errors = vec![question];
        return land(state, Landing::Edit);
    }
    let was = urgency_so_far(guide, &before);
    state.response = journey::prune(guide, &state.response);
    state.edit = None;
    state.before = Some(before);
    state.purpose = Purpose::Result;
    let page = guide.question(question).map(|asked| asked.page);
    match (urgency_so_far(guide, &state.response), page) {
        (Urgency::Emergency, Some(page)) if was != Urgency::Emergency => {
            show(state, Screen::Interruption(page));
        }
        _ => match journey::first_incomplete(guide, &state.response) {
            Some(opened) => show(state, Screen::Page(opened)),
            None => back_to_result(state),
        },
    }
}

/// The result, and what the change has done to it.
pub fn back_to_result(state: &mut State) {
    show(state, Screen::Result);
    land(state, Landing::Change);
}
