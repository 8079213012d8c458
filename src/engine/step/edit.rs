//! Changing an answer where it stands, on the result, and what follows.

use super::{Edit, Landing, Purpose, Screen, State, land, show, urgency_so_far};
use crate::engine::journey;
use crate::model::{Guide, QuestionIx, Urgency};

/// Opens an answer on the person's way. Another one that was open is left as it was.
pub fn begin(guide: &Guide, state: &State, question: QuestionIx) -> State {
    let before = state.settled().clone();
    let asked = guide.question(question).map(|asked| asked.page);
    let on_the_way =
        asked.is_some_and(|page| journey::shown(guide, &before, page).contains(&question));
    if state.screen != Screen::Result || !on_the_way {
        return state.clone();
    }
    let edit = Some(Edit { question, before: before.clone() });
    let open = State { edit, response: before, errors: Vec::new(), ..state.clone() };
    land(&open, Landing::Edit)
}

/// The answer stays as it was.
pub fn left(state: &State) -> State {
    let Some(Edit { question, before }) = state.edit.clone() else { return state.clone() };
    let closed = State { edit: None, response: before, errors: Vec::new(), ..state.clone() };
    land(&closed, Landing::Answer(question))
}

/// The change is done. What it has opened is asked; an emergency is told at once.
pub fn done(guide: &Guide, state: &State) -> State {
    let Some(Edit { question, before }) = state.edit.clone() else { return state.clone() };
    if state.response.get(question).is_none() {
        return land(&State { errors: vec![question], ..state.clone() }, Landing::Edit);
    }
    let response = journey::prune(guide, &state.response);
    let was = urgency_so_far(guide, &before);
    let next = State {
        edit: None,
        before: Some(before),
        purpose: Purpose::Result,
        response,
        ..state.clone()
    };
    let page = guide.question(question).map(|asked| asked.page);
    match (urgency_so_far(guide, &next.response), page) {
        (Urgency::Emergency, Some(page)) if was != Urgency::Emergency => {
            show(&next, Screen::Interruption(page))
        }
        _ => match journey::first_incomplete(guide, &next.response) {
            Some(opened) => show(&next, Screen::Page(opened)),
            None => back_to_result(&next),
        },
    }
}

/// The result, and what the change has done to it.
pub fn back_to_result(state: &State) -> State {
    land(&show(state, Screen::Result), Landing::Change)
}
