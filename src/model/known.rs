//! Answers that nobody is asked for: they follow from this visit and the ones before.

use serde::{Deserialize, Serialize};

use super::{FactIx, QuestionIx};

/// A question that nobody is asked, and where its answer comes from.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Known {
    /// The question.
    pub question: QuestionIx,
    /// Where its answer comes from.
    pub origin: Origin,
}

/// Where an answer comes from that nobody is asked for. The options of its question
/// stand in the order that is given here.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Origin {
    /// Whether this is the first visit: first, again.
    Visit,
    /// Which of their own activities the person has named: one option for each.
    Activities,
    /// What massage the check offered before the first visit: an option for each level.
    Massage,
    /// The days since the first visit, at least so many: below the first of them, then one
    /// option for each.
    Since(Vec<u16>),
    /// How a measure compares: better, same, worse, not known.
    Change(Change),
    /// Whether a sign is ticked that was not ticked at the first visit, or not at the
    /// last: new, nothing new, not known.
    Ticked {
        /// The checklists.
        of: Vec<QuestionIx>,
        /// Signs that become others by time alone.
        becomes: Vec<Becomes>,
    },
    /// Whether this held at a visit at least so many days ago, and ever since: yes, no.
    Held {
        /// What must have held.
        fact: FactIx,
        /// How many days ago, at least.
        days: u16,
    },
}

/// When a measure is better or worse than it was.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Change {
    /// The questions that measure it; of several, their mean.
    pub of: Vec<QuestionIx>,
    /// A higher number is better.
    pub more_is_better: bool,
    /// So far from the first visit it is better.
    pub better: Stride,
    /// So far from the first visit or from the last one it is worse.
    pub worse: Stride,
}

/// How far a number has to move to count; one of the two is enough.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stride {
    /// By so much.
    pub by: Option<u16>,
    /// By so many in a hundred of what it was.
    pub percent: Option<u16>,
}

/// A sign that, some time later, is told by ticking another one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Becomes {
    /// The checklist.
    pub question: QuestionIx,
    /// The place of the option before.
    pub before: u8,
    /// The place of the option later.
    pub later: u8,
}

impl Known {
    /// The fact that it looks back for.
    pub fn fact(&self) -> Option<FactIx> {
        match self.origin {
            Origin::Held { fact, .. } => Some(fact),
            _ => None,
        }
    }
}
