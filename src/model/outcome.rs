//! What follows from a response.

use super::{Answer, Massage, QuestionIx, RuleIx, Urgency};

/// The outcome of a check. There is always one, and always with a reason.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// How soon to get help.
    pub urgency: Urgency,
    /// What massage is offered; never more than [`Urgency::massage_ceiling`].
    pub massage: Massage,
    /// Place in [`super::Guide::patterns`].
    pub pattern: usize,
    /// Place in [`super::Guide::irritability`].
    pub irritability: usize,
    /// The rules that hold, in the order of the table: the most urgent first.
    pub reasons: Vec<Reason>,
    /// The lines of advice, in reading order.
    pub guidance: Vec<Advice>,
    /// Places in [`super::Guide::contradictions`].
    pub contradictions: Vec<usize>,
}

/// A rule that holds, and the answers that met it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// The rule.
    pub rule: RuleIx,
    /// The answers, each question once.
    pub because: Vec<Witness>,
}

/// A line of advice that is shown, and the answers that called for it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advice {
    /// Place in [`super::Guide::guidance`].
    pub line: usize,
    /// The answers, each question once; none for advice that everybody gets.
    pub because: Vec<Witness>,
}

/// An answer that a condition rests on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Witness {
    /// The question.
    pub question: QuestionIx,
    /// The part of the answer that counted; `None`: that there is no answer.
    pub answer: Option<Answer>,
}
