//! The answers a person has given (FHIR: QuestionnaireResponse).

use super::{OptionSet, QuestionIx};

/// The answer to one question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Answer {
    /// What was chosen or ticked.
    Options(OptionSet),
    /// The number on a scale.
    Value(u8),
}

/// What has been answered. A question without an answer is unknown, never "no".
///
/// Ends with an answer, so that equal answers are equal responses.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Response(Vec<Option<Answer>>);

impl Response {
    /// The answer to a question, if it has one.
    pub fn get(&self, question: QuestionIx) -> Option<Answer> {
        self.0.get(usize::from(question.0)).copied().flatten()
    }

    /// The options chosen for a question; none for a scale or without an answer.
    pub fn options(&self, question: QuestionIx) -> OptionSet {
        match self.get(question) {
            Some(Answer::Options(set)) => set,
            _ => OptionSet::default(),
        }
    }

    /// Gives or, with `None`, takes back an answer.
    pub fn set(&mut self, question: QuestionIx, answer: Option<Answer>) {
        let index = usize::from(question.0);
        if self.0.len() <= index {
            self.0.resize(index + 1, None);
        }
        if let Some(slot) = self.0.get_mut(index) {
            *slot = answer;
        }
        while let Some(None) = self.0.last() {
            self.0.pop();
        }
    }

    /// Every question that has an answer, in the order of the questionnaire.
    pub fn answered(&self) -> impl Iterator<Item = (QuestionIx, Answer)> + '_ {
        (0u16..).zip(&self.0).filter_map(|(index, answer)| Some((QuestionIx(index), (*answer)?)))
    }
}
