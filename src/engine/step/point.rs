//! Pointing at the picture of the body.

use super::State;
use crate::engine::body;
use crate::model::{Guide, QuestionIx, Spot};

/// The same answers as from the lists, and what they mend.
pub(super) fn at(guide: &Guide, state: &State, question: QuestionIx, spot: Spot) -> State {
    let Some(response) = body::pointed(guide, &state.response, question, spot) else {
        return state.clone();
    };
    let mut next = State { response, ..state.clone() };
    next.errors.retain(|error| next.response.get(*error).is_none());
    next
}
