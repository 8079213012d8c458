//! What one content hears of somebody who answers all that two contents ask. An
//! option that it does not know it cannot hear: it hears the same person
//! without it, as [`Heard::unknown`] says.

use biodivine_lib_bdd::Bdd;

use crate::model::{Answer, OptionSet, QuestionIx, Response};
use crate::proof::Symbols;

/// The questions of one content among those that two contents ask together.
pub struct Hearing(pub(super) Vec<Heard>);

/// One question of a content.
pub(super) struct Heard {
    /// Its place among the questions of both.
    pub joint: QuestionIx,
    /// The options that it knows: the place among those of both, its own place.
    pub known: Vec<(usize, usize)>,
    /// Those that it does not know: the place among those of both, and the option that it
    /// hears where it hears no other; none: it hears no answer. Of several the first counts.
    pub unknown: Vec<(usize, Option<usize>)>,
}

impl Heard {
    /// The places among the options of both that it knows as one of its own.
    fn known_as(&self, own: impl Fn(usize) -> bool) -> OptionSet {
        self.known.iter().filter(|(_, known)| own(*known)).map(|(joint, _)| *joint).collect()
    }

    fn answer(&self, answer: Answer) -> Option<Answer> {
        let Answer::Options(chosen) = answer else { return Some(answer) };
        let known = self.known.iter().filter(|(joint, _)| chosen.has(*joint));
        let known: OptionSet = known.map(|(_, own)| *own).collect();
        if !known.is_empty() {
            return Some(Answer::Options(known));
        }
        let (_, heard) = self.unknown.iter().find(|(joint, _)| chosen.has(*joint))?;
        Some(Answer::Options(OptionSet::only((*heard)?)))
    }
}

impl Hearing {
    /// The question's place among those of both; beyond all of them for none.
    pub fn asked_as(&self, question: QuestionIx) -> QuestionIx {
        self.heard(question).map_or(QuestionIx(u16::MAX), |heard| heard.joint)
    }

    /// An option's place among those of both.
    pub fn option_as(&self, question: QuestionIx, option: usize) -> Option<usize> {
        let known = &self.heard(question)?.known;
        known.iter().find(|(_, own)| *own == option).map(|(joint, _)| *joint)
    }

    /// Whether it knows each of these options, by their places among those of both.
    pub fn knows(&self, question: QuestionIx, options: OptionSet) -> bool {
        let known =
            self.heard(question).map_or_else(OptionSet::default, |it| it.known_as(|_| true));
        options.without(known).is_empty()
    }

    /// It hears one of these options.
    pub fn chosen(&self, symbols: &Symbols, question: QuestionIx, any_of: OptionSet) -> Bdd {
        let Some(heard) = self.heard(question) else { return symbols.none() };
        let mut chosen = symbols.chosen(heard.joint, heard.known_as(|own| any_of.has(own)));
        let mut spoken = symbols.chosen(heard.joint, heard.known_as(|_| true));
        for (place, instead) in &heard.unknown {
            let this = symbols.chosen(heard.joint, OptionSet::only(*place)).and_not(&spoken);
            spoken = spoken.or(&this);
            if instead.is_some_and(|own| any_of.has(own)) {
                chosen = chosen.or(&this);
            }
        }
        chosen
    }

    /// It hears no answer.
    pub fn unanswered(&self, symbols: &Symbols, question: QuestionIx) -> Bdd {
        let Some(heard) = self.heard(question) else { return symbols.all() };
        let silent = heard.unknown.iter().any(|(_, instead)| instead.is_none());
        match silent {
            true => self.chosen(symbols, question, OptionSet(u32::MAX)).not(),
            false => symbols.unanswered(heard.joint),
        }
    }

    /// The response that it hears.
    pub fn response(&self, joint: &Response) -> Response {
        let mut response = Response::default();
        for (index, heard) in (0u16..).map(QuestionIx).zip(&self.0) {
            let answer = joint.get(heard.joint).and_then(|answer| heard.answer(answer));
            response.set(index, answer);
        }
        response
    }

    fn heard(&self, question: QuestionIx) -> Option<&Heard> {
        self.0.get(usize::from(question.0))
    }
}
