//! A rule of the decision table: when it holds, what it sets, why.

use serde::{Deserialize, Serialize};

use super::{Condition, Massage, QuestionIx, SourceIx, Text, Urgency};

/// A rule's place in [`super::Guide::rules`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct RuleIx(pub u16);

/// One row of the decision table.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Rule {
    /// Its name in the decision table, such as `E1`.
    pub id: String,
    /// When it holds. `None`: when no other rule of its scale does.
    pub when: Option<Condition>,
    /// The urgency it asks for at least.
    pub urgency: Option<Urgency>,
    /// The massage it allows at most.
    pub massage: Option<Massage>,
    /// Where it comes from.
    pub sources: Vec<SourceIx>,
    /// The reason, for the person.
    pub why: Text,
    /// What to say of it on the telephone, where no answer speaks for itself.
    pub say: Option<Text>,
}

/// Two answers that do not fit together. The worse reading stands.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contradiction {
    /// When the answers contradict each other.
    pub when: Condition,
    /// The questions to look at again.
    pub questions: Vec<QuestionIx>,
    /// What does not fit, for the person.
    pub text: Text,
}
