//! The questionnaire: pages in order, each with one or a few questions that
//! belong together (FHIR: Questionnaire, item, answerOption, enableWhen).

use serde::{Deserialize, Serialize};

use super::{Answer, Condition, OnBody, OptionSet, SourceIx, Text};

/// A page's place in [`super::Guide::pages`], which is also its place on the way.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PageIx(pub u16);

/// A question's place in [`super::Guide::questions`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionIx(pub u16);

/// One screen of the questionnaire.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Page {
    /// Stable name, also on the wire.
    pub id: String,
    /// Stable name of the part of the check that it belongs to (`warning-signs`).
    pub part: String,
    /// What that part is called ("Warning signs").
    pub section: Text,
    /// Whether it belongs to the warning signs that come before all else.
    pub gate: bool,
    /// A heading above several questions; a page with one question needs none.
    pub title: Option<Text>,
    /// A line below the heading.
    pub hint: Option<Text>,
}

/// One thing that is asked.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Question {
    /// Stable name, also on the wire.
    pub id: String,
    /// The page that shows it.
    pub page: PageIx,
    /// What an answer looks like.
    pub kind: Kind,
    /// What can be chosen; empty for a scale.
    pub options: Vec<AnswerOption>,
    /// When the question is asked at all.
    pub enable_when: Condition,
    /// A rule for an emergency or for help today depends on it.
    pub safety: bool,
    /// It screens for a reason to be careful with massage.
    pub caution: bool,
    /// Its answer belongs on the card for the therapist.
    pub handover: bool,
    /// An answer other than its first option is marked in the picture of how it went.
    pub marks: bool,
    /// The numbers that its first options stand for, where they measure something.
    pub numbers: Vec<u16>,
    /// Why it is asked.
    pub sources: Vec<SourceIx>,
    /// The question itself.
    pub title: Text,
    /// A few words under it.
    pub hint: Option<Text>,
    /// Its name in a list of answers.
    pub short: Text,
    /// Its code in LOINC, where it is certain.
    pub loinc: Option<String>,
}

/// What an answer to a question looks like.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// One option.
    Choice,
    /// Any number of options, at least one.
    Choices,
    /// A whole number from 0 to 10, with words at both ends.
    Scale {
        /// What 0 means.
        low: Text,
        /// What 10 means.
        high: Text,
    },
}

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AnswerOption {
    /// Stable name within its question.
    pub id: String,
    /// Ticking it clears the others ("None of these").
    pub exclusive: bool,
    /// What it says about the body, for the picture of it.
    pub on_body: Option<OnBody>,
    /// Its label.
    pub label: Text,
    /// What those who treat people call it, where it is a sign that is there or not.
    pub sign: Option<Text>,
    /// The signs beside it that remain unknown when it is ticked ("I am not sure").
    pub leaves_open: OptionSet,
    /// More words under the label.
    pub detail: Option<Text>,
    /// What to say of it on the telephone, where it can bring about help now or today.
    pub say: Option<Text>,
}

impl Question {
    /// The highest number on every scale.
    pub const SCALE_MAX: u8 = 10;

    /// The number that an answer stands for; none for "not sure".
    pub fn number(&self, answer: Answer) -> Option<u16> {
        match answer {
            Answer::Value(value) => Some(u16::from(value)),
            Answer::Options(set) => {
                let chosen = (0..self.options.len()).find(|place| set.has(*place))?;
                self.numbers.get(chosen).copied()
            }
        }
    }

    /// The options that stand alone, such as "None of these".
    pub fn exclusive(&self) -> OptionSet {
        let options = self.options.iter().enumerate();
        options.filter(|(_, option)| option.exclusive).map(|(place, _)| place).collect()
    }

    /// The option with this name and its place in the list.
    pub fn option(&self, id: &str) -> Option<(usize, &AnswerOption)> {
        self.options.iter().enumerate().find(|(_, option)| option.id == id)
    }
}
