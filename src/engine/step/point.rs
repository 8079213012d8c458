//! Pointing at the picture of the body.

use super::State;
use crate::engine::body;
use crate::model::{Guide, QuestionIx, Spot};

/// The same answers as from the lists, and what they mend.
pub(super) fn at(guide: &Guide, state: &mut State, question: QuestionIx, spot: Spot) {
    if let Some(response) = body::pointed(guide, &state.response, question, spot) {
        state.errors.retain(|error| response.get(*error).is_none());
        state.response = response;
    }
}
