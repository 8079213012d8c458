//! The engine's reading, for all responses at once: a condition becomes the
//! set of responses for which it holds and the set for which it does not; the
//! rest is unknown. Written a second time and independently of
//! `engine::reading`; `tests` hold the two against each other.

use std::cell::RefCell;
use std::collections::{BTreeMap, HashMap};

use biodivine_lib_bdd::Bdd;

use super::{Hearing, Levels, Symbols};
use crate::model::{Condition, FactIx, Guide, OptionSet, Question, QuestionIx, RuleIx};

/// For which responses a condition holds, and for which it does not.
#[derive(Clone)]
pub struct Sets {
    /// It holds.
    pub holds: Bdd,
    /// It does not hold.
    pub fails: Bdd,
}

/// A guide, read for all responses.
pub struct Symbolic<'a> {
    /// What is read.
    pub guide: &'a Guide,
    /// The variables.
    pub symbols: &'a Symbols,
    /// What this guide hears, where the variables are of more questions than its own.
    hearing: Option<&'a Hearing>,
    /// How no answer reads: as unknown, or as nothing chosen yet.
    expected: bool,
    /// A question that is taken to be asked of everybody.
    always_asked: Option<QuestionIx>,
    enabled: RefCell<HashMap<u16, Sets>>,
    facts: RefCell<HashMap<u16, Sets>>,
    rules: RefCell<HashMap<u16, Sets>>,
}

impl<'a> Symbolic<'a> {
    /// For rules: no answer is unknown.
    pub fn new(guide: &'a Guide, symbols: &'a Symbols) -> Self {
        Self {
            guide,
            symbols,
            hearing: None,
            expected: false,
            always_asked: None,
            enabled: RefCell::default(),
            facts: RefCell::default(),
            rules: RefCell::default(),
        }
    }

    /// For the way that can be expected: no answer is nothing chosen.
    pub fn expected(guide: &'a Guide, symbols: &'a Symbols) -> Self {
        Self { expected: true, ..Self::new(guide, symbols) }
    }

    /// As if one question were asked of everybody.
    pub fn asking(guide: &'a Guide, symbols: &'a Symbols, question: QuestionIx) -> Self {
        Self { always_asked: Some(question), ..Self::new(guide, symbols) }
    }

    /// For the rules of one of two guides that are read together.
    pub fn hearing(guide: &'a Guide, symbols: &'a Symbols, hearing: &'a Hearing) -> Self {
        Self { hearing: Some(hearing), ..Self::new(guide, symbols) }
    }

    /// The same for a guide in which some conditions have changed: what does not
    /// depend on them is known already.
    pub fn after<'b>(&self, guide: &'b Guide, changed: &dyn Fn(&Condition) -> bool) -> Symbolic<'b>
    where
        'a: 'b,
    {
        let keep = |known: &RefCell<HashMap<u16, Sets>>, named: &dyn Fn(u16) -> Condition| {
            let known = known.borrow();
            let kept =
                known.iter().filter(|(name, _)| !self.guide.leads_to(&named(**name), changed));
            RefCell::new(kept.map(|(name, sets)| (*name, sets.clone())).collect())
        };
        Symbolic {
            enabled: keep(&self.enabled, &|name| Condition::Unanswered(QuestionIx(name))),
            facts: keep(&self.facts, &|name| Condition::Fact(FactIx(name))),
            rules: keep(&self.rules, &|name| Condition::Rule(RuleIx(name))),
            guide,
            symbols: self.symbols,
            ..*self
        }
    }

    /// When a question is asked.
    pub fn enabled(&self, question: QuestionIx) -> Sets {
        if self.always_asked == Some(question) {
            return self.known(true);
        }
        if let Some(known) = self.enabled.borrow().get(&question.0) {
            return known.clone();
        }
        let sets = match self.guide.question(question) {
            Some(question) => self.sets(&question.enable_when),
            None => self.known(false),
        };
        self.enabled.borrow_mut().insert(question.0, sets.clone());
        sets
    }

    /// When a condition holds, and when it does not. What asks for a level is
    /// unknown here: rules come before levels.
    pub fn sets(&self, condition: &Condition) -> Sets {
        self.read(condition, &|_| self.unknown())
    }

    /// The same, once the levels are known: for guidance.
    pub fn with_levels(&self, condition: &Condition, levels: &Levels<'_>) -> Sets {
        self.read(condition, &|level| match level {
            Condition::Urgency(any_of) => {
                self.settled(any_of.iter().map(|level| levels.urgency_is(*level)))
            }
            Condition::Massage(any_of) => {
                self.settled(any_of.iter().map(|level| levels.massage_is(*level)))
            }
            _ => self.unknown(),
        })
    }

    fn read(&self, condition: &Condition, level: &dyn Fn(&Condition) -> Sets) -> Sets {
        let read = |part: &Condition| self.read(part, level);
        match condition {
            Condition::Always => self.known(true),
            Condition::Chosen { question, any_of } => {
                self.asked(*question, self.chosen(*question, *any_of))
            }
            Condition::AtLeast { question, value } => {
                self.asked(*question, self.between(*question, *value, Question::SCALE_MAX))
            }
            Condition::AtMost { question, value } => {
                self.asked(*question, self.between(*question, 0, *value))
            }
            Condition::Unanswered(question) => {
                let enabled = self.enabled(*question);
                let unanswered = match self.expected {
                    true => self.symbols.none(),
                    false => self.unanswered(*question),
                };
                Sets {
                    holds: enabled.holds.and(&unanswered),
                    fails: enabled.fails.or(&enabled.holds.and_not(&unanswered)),
                }
            }
            Condition::Fact(fact) => self.named(&self.facts, fact.0, || {
                Some(self.sets(&self.guide.facts.get(usize::from(fact.0))?.condition))
            }),
            Condition::Rule(rule) => self.named(&self.rules, rule.0, || {
                Some(self.sets(self.guide.rule(*rule)?.when.as_ref()?))
            }),
            Condition::Urgency(_) | Condition::Massage(_) => level(condition),
            Condition::Not(inner) => {
                let inner = read(inner);
                Sets { holds: inner.fails, fails: inner.holds }
            }
            Condition::All(parts) => parts.iter().map(read).fold(self.known(true), |all, part| {
                Sets { holds: all.holds.and(&part.holds), fails: all.fails.or(&part.fails) }
            }),
            Condition::Any(parts) => parts.iter().map(read).fold(self.known(false), |any, part| {
                Sets { holds: any.holds.or(&part.holds), fails: any.fails.and(&part.fails) }
            }),
            Condition::Unless(when, except) => {
                let (when, except) = (read(when), read(except));
                Sets {
                    holds: when.holds.and_not(&except.holds),
                    fails: when.fails.or(&except.holds),
                }
            }
            Condition::Score { at_least, parts } => {
                let parts = parts.iter().map(|part| (part.weight, read(&part.condition)));
                self.score(*at_least, &parts.collect::<Vec<_>>())
            }
        }
    }

    /// One of these options is chosen or ticked, as far as this guide can hear.
    pub fn chosen(&self, question: QuestionIx, any_of: OptionSet) -> Bdd {
        match self.hearing {
            Some(hearing) => hearing.chosen(self.symbols, question, any_of),
            None => self.symbols.chosen(question, any_of),
        }
    }

    /// The question has no answer that this guide can hear.
    pub fn unanswered(&self, question: QuestionIx) -> Bdd {
        match self.hearing {
            Some(hearing) => hearing.unanswered(self.symbols, question),
            None => self.symbols.unanswered(question),
        }
    }

    fn between(&self, question: QuestionIx, least: u8, most: u8) -> Bdd {
        let question = self.hearing.map_or(question, |hearing| hearing.asked_as(question));
        self.symbols.between(question, least, most)
    }

    fn settled(&self, any_of: impl Iterator<Item = Bdd>) -> Sets {
        let holds = any_of.fold(self.symbols.none(), |any, one| any.or(&one));
        Sets { fails: holds.not(), holds }
    }

    fn known(&self, holds: bool) -> Sets {
        let (all, none) = (self.symbols.all(), self.symbols.none());
        if holds { Sets { holds: all, fails: none } } else { Sets { holds: none, fails: all } }
    }

    fn unknown(&self) -> Sets {
        Sets { holds: self.symbols.none(), fails: self.symbols.none() }
    }

    fn asked(&self, question: QuestionIx, met: Bdd) -> Sets {
        let enabled = self.enabled(question);
        let unanswered = self.unanswered(question);
        let answered_otherwise = met.not().and_not(&unanswered);
        let fails = match self.expected {
            true => met.not(),
            false => answered_otherwise,
        };
        Sets { holds: enabled.holds.and(&met), fails: enabled.fails.or(&enabled.holds.and(&fails)) }
    }

    fn named(
        &self,
        known: &RefCell<HashMap<u16, Sets>>,
        name: u16,
        sets: impl FnOnce() -> Option<Sets>,
    ) -> Sets {
        if let Some(known) = known.borrow().get(&name) {
            return known.clone();
        }
        let sets = sets().unwrap_or_else(|| self.unknown());
        known.borrow_mut().insert(name, sets.clone());
        sets
    }

    /// For each sum that can be reached, the responses that reach it: once
    /// with what is unknown counted least, once with it counted most.
    fn score(&self, at_least: i16, parts: &[(i16, Sets)]) -> Sets {
        let sums = |counts_as_held: &dyn Fn(i16) -> bool| {
            let mut sums = BTreeMap::from([(0i16, self.symbols.all())]);
            for (weight, part) in parts {
                let counted = match counts_as_held(*weight) {
                    true => part.fails.not(),
                    false => part.holds.clone(),
                };
                let mut next: BTreeMap<i16, Bdd> = BTreeMap::new();
                let mut add = |sum: i16, set: Bdd| {
                    if !set.is_false() {
                        let known = next.entry(sum).or_insert_with(|| self.symbols.none());
                        *known = known.or(&set);
                    }
                };
                for (sum, set) in sums {
                    add(sum + weight, set.and(&counted));
                    add(sum, set.and_not(&counted));
                }
                sums = next;
            }
            sums
        };
        // What is unknown counts if it takes away, and for the most if it adds.
        let (least, most) = (sums(&|weight| weight < 0), sums(&|weight| weight > 0));
        let pick = |sums: BTreeMap<i16, Bdd>, wanted: &dyn Fn(i16) -> bool| {
            let picked = sums.into_iter().filter(|(sum, _)| wanted(*sum)).map(|(_, set)| set);
            picked.fold(self.symbols.none(), |any, one| any.or(&one))
        };
        Sets {
            holds: pick(least, &|sum| sum >= at_least),
            fails: pick(most, &|sum| sum < at_least),
        }
    }
}
