//! Pointing at the picture of the body.

use super::State;
use crate::engine::body;
use crate::model::{Area, Guide, QuestionIx, Side};

/// The same answers as from the lists, and what they mend.
pub(super) fn point(
    guide: &Guide,
    state: &State,
    question: QuestionIx,
    area: Area,
    side: Option<Side>,
) -> State {
    let Some(response) = body::pointed(guide, &state.response, question, area, side) else {
        return state.clone();
    };
    let mut next = State { response, ..state.clone() };
    next.errors.retain(|error| next.response.get(*error).is_none());
    next
}
