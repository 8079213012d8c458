//! What the proof holds the content against: claims written independently of
//! the rules, which answers are worse, and the exceptions with their reasons.
//! None of it is loaded by a browser.

use serde::{Deserialize, Serialize};

use super::{Condition, Massage, OptionSet, QuestionIx, RuleIx, Urgency};

/// Everything that the proof needs beside the guide.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Safety {
    /// The criteria, written a second time.
    pub claims: Vec<Claim>,
    /// Which answers are worse than which.
    pub steps: Vec<Step>,
    /// Questions without a worse answer, and why.
    pub unordered: Vec<(QuestionIx, String)>,
    /// Where a worse answer may lower the outcome after all.
    pub exceptions: Vec<Exception>,
    /// The options that say "no" to a warning sign or a caution.
    pub noes: Vec<(QuestionIx, OptionSet)>,
    /// The options that say "not sure".
    pub unsure: Vec<(QuestionIx, OptionSet)>,
    /// Questions that some people are not asked although an answer could have
    /// raised their outcome, and why.
    pub hidden: Vec<(QuestionIx, String)>,
    /// Rules that never decide alone, and why they stand all the same.
    pub shadowed: Vec<(RuleIx, String)>,
}

/// Whenever the condition holds, the outcome is at least as careful as this.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Claim {
    /// Its name.
    pub id: String,
    /// What it says, in plain words.
    pub says: String,
    /// When it speaks.
    pub when: Condition,
    /// The urgency is at least this.
    pub urgency: Option<Urgency>,
    /// The massage offered is at most this.
    pub massage: Option<Massage>,
    /// This does not hold then.
    pub never: Option<Condition>,
}

/// One answer that is worse than another answer to the same question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Step {
    /// One option instead of another.
    Instead {
        /// The question.
        question: QuestionIx,
        /// The better option's place.
        better: usize,
        /// The worse option's place.
        worse: usize,
    },
    /// A tick more.
    Tick {
        /// The question.
        question: QuestionIx,
        /// The option's place.
        option: usize,
    },
    /// A higher number on a scale.
    Higher(QuestionIx),
    /// A lower number on a scale.
    Lower(QuestionIx),
}

/// Where medicine is not monotone, or an answer ends the check.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Exception {
    /// Its name.
    pub id: String,
    /// The questions whose worse answers it speaks of.
    pub questions: Vec<QuestionIx>,
    /// For whom: those for whom it held, and no longer does after the worse answer.
    pub when: Condition,
    /// Why.
    pub because: String,
    /// The claims that say how far it may go.
    pub claims: Vec<String>,
    /// Where that comes from, by id.
    pub sources: Vec<String>,
}
