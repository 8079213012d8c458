//! Two contents, read together: everybody who can answer what both ask.

use std::cell::OnceCell;

use biodivine_lib_bdd::Bdd;

use super::side::Side;
use super::{Pair, Version};
use crate::model::{QuestionIx, Response};
use crate::proof::{Count, Symbols};

/// Two contents and everybody.
pub struct Both<'a> {
    /// What was.
    pub old: Side<'a>,
    /// What is to be.
    pub new: Side<'a>,
    /// All responses to what both ask, complete and partial.
    pub valid: Bdd,
    /// Those in which all that one of them asks has an answer, and nothing else.
    pub complete: Bdd,
    /// All of these, and those who are more like the people who come.
    pub groups: Vec<Group>,
    symbols: &'a Symbols,
    /// For each question, those who say "no" to it, as far as there is a "no".
    noes: Vec<Bdd>,
    /// Those who have little to say, and those who say little: see `few_answers`.
    plain: OnceCell<Vec<Bdd>>,
    silent: OnceCell<Vec<Bdd>>,
}

/// People of whom the shares are told.
pub struct Group {
    /// Who they are.
    pub who: &'static str,
    /// They.
    pub people: Bdd,
    /// How many they are.
    pub all: Count,
}

/// Somebody.
pub struct Somebody {
    /// Their answers to what both contents ask.
    pub response: Response,
    /// The questions to which they say "no", which is all that is to be said of these.
    pub noes: Vec<QuestionIx>,
    /// They have left questions open.
    pub partial: bool,
}

impl<'a> Both<'a> {
    /// Reads two contents together.
    pub fn new(
        old: &'a Version<'a>,
        new: &'a Version<'a>,
        pair: &'a Pair,
        symbols: &'a Symbols,
    ) -> Self {
        let valid = symbols.valid();
        let old = Side::new(old, &pair.old, symbols, &valid);
        let new = Side::new(new, &pair.new, symbols, &valid);
        let mut complete = valid.clone();
        let mut noes = Vec::new();
        for index in (0..pair.shapes.len() as u16).map(QuestionIx) {
            let asked = [old.asks(index), new.asks(index)].into_iter().flatten();
            let asked = asked.fold(symbols.none(), |any, asked| any.or(asked));
            complete = complete.and(&asked.xor(&symbols.unanswered(index)));
            let said = [&old, &new].map(|side| side.says_no(index));
            let said = said.into_iter().flatten();
            noes.push(said.reduce(|all, no| all.and(&no)).unwrap_or_else(|| symbols.none()));
        }
        let (plain, silent) = (OnceCell::new(), OnceCell::new());
        let groups = Vec::new();
        let mut both = Self { old, new, valid, complete, groups, symbols, noes, plain, silent };
        both.groups = both.grouped();
        both
    }

    fn questions(&self) -> impl Iterator<Item = (QuestionIx, &Bdd)> {
        (0u16..).map(QuestionIx).zip(&self.noes)
    }

    fn grouped(&self) -> Vec<Group> {
        let mut quiet = self.complete.clone();
        let mut few = self.valid.clone();
        for (index, no) in self.questions() {
            if !no.is_false() && (self.old.gates(index) || self.new.gates(index)) {
                quiet = quiet.and(&no.or(&self.symbols.unanswered(index)));
            }
            few = few.and(&self.symbols.at_most_one_tick(index));
        }
        let few = few.and(&quiet);
        let groups = [
            ("all", self.complete.clone()),
            ("no warning sign", quiet),
            ("and one tick a list", few),
        ];
        groups.map(|(who, people)| Group { who, all: Count::of(&people), people }).into()
    }

    /// The smallest person of these people. One who answers all that they are asked, if there
    /// is one, with as few answers as can be that are not a "no"; or else one with as few
    /// answers as can be.
    pub fn smallest(&self, people: &Bdd) -> Option<Somebody> {
        let complete = people.and(&self.complete);
        let partial = complete.is_false();
        let people = if partial { people } else { &complete };
        let few = if partial { &self.silent } else { &self.plain };
        let few = few.get_or_init(|| self.few_answers(!partial));
        // Nobody has less to say than these, and these are found between none and all.
        let (mut least, mut most) = (0, few.len());
        let mut found = people.clone();
        while least < most {
            let middle = (least + most) / 2;
            let fewer = few.get(middle).map_or_else(|| found.clone(), |few| few.and(&found));
            if fewer.is_false() {
                least = middle + 1;
            } else {
                (most, found) = (middle, fewer);
            }
        }
        let valuation = found.most_negative_valuation()?;
        let noes = self.questions().filter(|(index, no)| {
            !partial
                && no.eval_in(&valuation)
                && !self.symbols.unanswered(*index).eval_in(&valuation)
        });
        let noes = noes.map(|(index, _)| index).collect();
        Some(Somebody { response: self.symbols.response(&valuation), noes, partial })
    }

    /// Those who answer nothing, or nothing but a "no" where that is plain; those who
    /// answer one question otherwise; and so on.
    fn few_answers(&self, no_is_plain: bool) -> Vec<Bdd> {
        let such = |index: QuestionIx| {
            let silent = self.symbols.unanswered(index);
            let no = self.noes.get(usize::from(index.0)).filter(|_| no_is_plain);
            no.map_or_else(|| silent.clone(), |no| silent.or(no))
        };
        self.symbols.all_but(self.noes.len(), &such)
    }

    /// How many of these people are in each group.
    pub fn counts(&self, people: &Bdd) -> Vec<Count> {
        self.groups.iter().map(|group| Count::of(&people.and(&group.people))).collect()
    }

    /// How many of these people have answered all that they are asked.
    pub fn count(&self, people: &Bdd) -> Count {
        Count::of(&people.and(&self.complete))
    }
}
