//! One of two contents, read over the answers to all that both ask.

use biodivine_lib_bdd::Bdd;

use super::Version;
use super::hearing::Hearing;
use crate::model::{Claim, Massage, QuestionIx, Response, Urgency};
use crate::proof::{Levels, Symbolic, Symbols, spoken};

/// One of two contents.
pub struct Side<'a> {
    /// What it says.
    pub version: &'a Version<'a>,
    /// Its conditions.
    pub symbolic: Symbolic<'a>,
    /// Its levels.
    pub levels: Levels<'a>,
    /// Everybody by their urgency, the most urgent first.
    pub urgency: Vec<(Urgency, Bdd)>,
    /// Everybody by their massage, the least first.
    pub massage: Vec<(Massage, Bdd)>,
    /// Its claims, and of whom each speaks.
    pub claims: Vec<(&'a Claim, Bdd)>,
    hearing: &'a Hearing,
    symbols: &'a Symbols,
    /// Of whom it asks each of its questions.
    asked: Vec<Bdd>,
}

impl<'a> Side<'a> {
    /// Reads a content.
    pub fn new(
        version: &'a Version<'a>,
        hearing: &'a Hearing,
        symbols: &'a Symbols,
        valid: &Bdd,
    ) -> Self {
        let symbolic = Symbolic::hearing(version.guide, symbols, hearing);
        let levels = Levels::new(&symbolic);
        let claims = spoken(&version.safety.claims, &symbolic, valid);
        let questions = version.guide.questions();
        let asked = questions.map(|(index, _)| symbolic.enabled(index).holds).collect();
        let (urgency, massage) =
            (levels.by_urgency(valid.clone()), levels.by_massage(valid.clone()));
        Self { version, symbolic, levels, urgency, massage, claims, hearing, symbols, asked }
    }

    /// Those of whom it asks a question, which has this place among those of both; `None`
    /// if it does not have that question.
    pub fn asks(&self, joint: QuestionIx) -> Option<&Bdd> {
        let mut own = self.version.guide.questions().zip(&self.asked);
        let own = own.find(|((index, _), _)| self.hearing.asked_as(*index) == joint);
        own.map(|(_, asked)| asked)
    }

    /// Those who say "no" to a question, which has this place among those of both; `None`
    /// if there is no "no" to it.
    pub fn says_no(&self, joint: QuestionIx) -> Option<Bdd> {
        let mut noes = self.version.safety.noes.iter();
        let (index, noes) = noes.find(|(index, _)| self.hearing.asked_as(*index) == joint)?;
        Some(self.symbolic.chosen(*index, *noes))
    }

    /// Whether a question, which has this place among those of both, is one of the warning
    /// signs that come before all else.
    pub fn gates(&self, joint: QuestionIx) -> bool {
        let guide = self.version.guide;
        let mut own = guide.questions().filter(|(at, _)| self.hearing.asked_as(*at) == joint);
        own.any(|(_, question)| guide.page(question.page).is_some_and(|page| page.gate))
    }

    /// A question's place among those of both.
    pub fn asked_as(&self, question: QuestionIx) -> QuestionIx {
        self.hearing.asked_as(question)
    }

    /// Whether it hears the whole of an answer to a question, which has this place among
    /// those of both, where it hears this much of somebody.
    pub fn hears_all(&self, joint: &Response, heard: &Response, question: QuestionIx) -> bool {
        let own = heard.answered().find(|(index, _)| self.asked_as(*index) == question);
        own.is_some_and(|(index, _)| self.hearing.knows(index, joint.options(question)))
    }

    /// What it hears of somebody: the answers to what it asks.
    pub fn hears(&self, joint: &Response) -> Response {
        let valuation = self.symbols.valuation(joint);
        let mut heard = self.hearing.response(joint);
        for ((index, _), asked) in self.version.guide.questions().zip(&self.asked) {
            if !asked.eval_in(&valuation) {
                heard.set(index, None);
            }
        }
        heard
    }
}
