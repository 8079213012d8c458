//! The language in which enable-when, facts, rules and guidance say when they
//! hold. Its written form is documented in `content/README.md`; what a
//! condition means is in `engine::reading`.

use serde::{Deserialize, Serialize};

use super::{Massage, QuestionIx, RuleIx, Urgency};

/// A named condition's place in [`super::Guide::facts`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct FactIx(pub u16);

/// A set of a question's options, one bit an option, in the order of the
/// question's list.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionSet(pub u32);

impl OptionSet {
    /// How many options a question can have.
    pub const CAPACITY: usize = 32;

    /// The set that holds only the option at `index`; empty beyond the capacity.
    pub const fn only(index: usize) -> Self {
        if index < Self::CAPACITY { Self(1 << index) } else { Self(0) }
    }

    /// Whether the option at `index` is in the set.
    pub const fn has(self, index: usize) -> bool {
        self.0 & Self::only(index).0 != 0
    }

    /// Everything in either set.
    pub const fn with(self, other: Self) -> Self {
        Self(self.0 | other.0)
    }

    /// Everything in this set that is not in the other.
    pub const fn without(self, other: Self) -> Self {
        Self(self.0 & !other.0)
    }

    /// Everything in both sets.
    pub const fn shared(self, other: Self) -> Self {
        Self(self.0 & other.0)
    }

    /// Whether nothing is in the set.
    pub const fn is_empty(self) -> bool {
        self.0 == 0
    }
}

/// The set of the options at these places.
impl FromIterator<usize> for OptionSet {
    fn from_iter<I: IntoIterator<Item = usize>>(places: I) -> Self {
        places.into_iter().fold(Self::default(), |set, place| set.with(Self::only(place)))
    }
}

/// One weighted part of a [`Condition::Score`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Part {
    /// Added to the score when the condition holds; may be negative.
    pub weight: i16,
    /// What must hold.
    pub condition: Condition,
}

/// Something that holds, does not hold, or is not known yet.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Condition {
    /// Holds for everybody.
    Always,
    /// One of these options was chosen or ticked.
    Chosen {
        /// The question.
        question: QuestionIx,
        /// Any one of these is enough.
        any_of: OptionSet,
    },
    /// The number given on a scale is this or more.
    AtLeast {
        /// The question.
        question: QuestionIx,
        /// The least number.
        value: u8,
    },
    /// The number given on a scale is this or less.
    AtMost {
        /// The question.
        question: QuestionIx,
        /// The greatest number.
        value: u8,
    },
    /// The question is on the person's path and has no answer.
    Unanswered(QuestionIx),
    /// A named condition.
    Fact(FactIx),
    /// Another rule holds.
    Rule(RuleIx),
    /// The outcome's urgency is one of these. Only guidance can ask.
    Urgency(Vec<Urgency>),
    /// The outcome's massage level is one of these. Only guidance can ask.
    Massage(Vec<Massage>),
    /// The opposite; what is unknown stays unknown.
    Not(Box<Condition>),
    /// Every one.
    All(Vec<Condition>),
    /// At least one.
    Any(Vec<Condition>),
    /// The first, except where the second is known to hold. Unlike "and not",
    /// an unknown exception is no exception: the worse reading stands.
    Unless(Box<Condition>, Box<Condition>),
    /// The weights of the parts that hold add up to at least this.
    Score {
        /// The least sum.
        at_least: i16,
        /// What is counted.
        parts: Vec<Part>,
    },
}

impl Condition {
    /// The conditions that this one is made of.
    pub fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Not(inner) => vec![inner],
            Self::All(parts) | Self::Any(parts) => parts.iter().collect(),
            Self::Unless(when, except) => vec![when, except],
            Self::Score { parts, .. } => parts.iter().map(|part| &part.condition).collect(),
            _ => Vec::new(),
        }
    }

    /// The question that this condition itself looks at.
    pub fn question(&self) -> Option<QuestionIx> {
        match self {
            Self::Chosen { question, .. }
            | Self::AtLeast { question, .. }
            | Self::AtMost { question, .. }
            | Self::Unanswered(question) => Some(*question),
            _ => None,
        }
    }
}
