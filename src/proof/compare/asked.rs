//! A question of one content, with what that content declares about its answers.

use super::Version;
use crate::model::{AnswerOption, Kind, OptionSet, Question, QuestionIx};

/// A question of one content.
#[derive(Clone, Copy)]
pub struct Asked<'a> {
    /// Its place.
    pub index: QuestionIx,
    /// The question.
    pub question: &'a Question,
    version: &'a Version<'a>,
    noes: OptionSet,
    unsure: OptionSet,
}

/// What a reader sees of an option: its label, more words, whether it stands alone.
type Seen<'a> = (&'a str, Option<&'a str>, bool);

impl<'a> Asked<'a> {
    /// Every question of a content.
    pub fn all(version: &'a Version<'a>) -> Vec<Self> {
        let declared = |list: &[(QuestionIx, OptionSet)], index: QuestionIx| {
            list.iter().find(|(known, _)| *known == index).map_or(OptionSet(0), |(_, set)| *set)
        };
        let safety = version.safety;
        let asked = |(index, question): (QuestionIx, &'a Question)| {
            let unsure = declared(&safety.unsure, index);
            let noes = declared(&safety.noes, index).without(unsure);
            Self { index, question, version, noes, unsure }
        };
        version.guide.questions().map(asked).collect()
    }

    /// Its words.
    pub fn title(&self) -> &'a str {
        self.version.words.text(self.question.title)
    }

    /// An option as a reader sees it.
    pub fn seen(&self, option: &AnswerOption) -> Seen<'a> {
        let text = |text| self.version.words.text(text);
        (text(option.label), option.detail.map(text), option.exclusive)
    }

    /// An option's name.
    pub fn option(&self, place: usize) -> &'a str {
        self.question.options.get(place).map_or("", |option| option.id.as_str())
    }

    /// Whether it is answered in the same way as another.
    pub fn same_kind(&self, other: &Self) -> bool {
        std::mem::discriminant(&self.question.kind) == std::mem::discriminant(&other.question.kind)
    }

    /// Whether a reader sees no difference to another.
    pub fn same_but_for_names(&self, other: &Self) -> bool {
        let seen = |it: &Self| -> Vec<Seen<'a>> {
            it.question.options.iter().map(|option| it.seen(option)).collect()
        };
        self.same_kind(other) && self.title() == other.title() && seen(self) == seen(other)
    }

    /// Whether it is an option for those who do not know.
    pub fn is_unsure(&self, place: usize) -> bool {
        self.unsure.has(place)
    }

    /// Which of its options it hears of somebody who gives one answer that only the other
    /// content has: "no" where a tick is all that it lacks or the answer is a "no" too, or
    /// else "not sure"; none where there is not exactly one such option.
    pub fn hears_instead(&self, other: &Self, place: usize) -> Option<usize> {
        let no = match self.question.kind {
            Kind::Choices => !other.is_unsure(place),
            _ => other.noes.has(place),
        };
        let heard = if no { self.noes } else { self.unsure };
        (heard.0.count_ones() == 1).then_some(heard.0.trailing_zeros() as usize)
    }
}
