//! What a check is: questions, answers, conditions, rules, guidance, outcome.
//!
//! Plain data. Nothing here evaluates, reads a file, knows a browser or holds
//! a sentence: a [`Text`] is a place in the words of a language.

mod body;
mod condition;
mod day;
mod guidance;
mod guide;
mod halves;
mod known;
mod level;
mod outcome;
mod questionnaire;
mod region;
mod response;
mod rule;
mod safety;
mod source;
mod visit;
mod words;

pub use body::{Area, OnBody, Side, Spot};
pub use condition::{Condition, FactIx, OptionSet, Part};
pub use day::Day;
pub use guidance::{GuidanceLine, Section};
pub use guide::{About, Described, Fact, Guide};
pub use halves::Remainder;
pub use known::{Becomes, Change, Known, Origin, Stride};
pub use level::{Massage, Urgency};
pub use outcome::{Advice, Outcome, Reason, Witness};
pub use questionnaire::{AnswerOption, Kind, Page, PageIx, Question, QuestionIx};
pub use region::{AdviceLine, Region};
pub use response::{Answer, Response};
pub use rule::{Contradiction, Rule, RuleIx};
pub use safety::{Claim, Exception, Safety, Step};
pub use source::{Source, SourceIx};
pub use visit::{Given, Own, Record, Visit};
pub use words::{Text, Words, fill};
