//! Looks up the names in a written condition.

use std::collections::BTreeSet;

use super::expression::{Written, parse};
use super::follow_up::Absent;
use super::{Compiler, Problem};
use crate::model::{
    Condition, Fact, FactIx, Massage, OptionSet, Part, Question, QuestionIx, RuleIx, Urgency,
};

/// A question, as far as a condition needs to know it.
#[derive(Clone)]
pub(super) struct Asked {
    pub(super) id: String,
    /// `None` for a scale.
    pub(super) options: Option<Vec<String>>,
}

/// Every name that a condition can use.
#[derive(Clone, Default)]
pub(super) struct Names {
    pub(super) questions: Vec<Asked>,
    pub(super) rules: Vec<String>,
    /// Levels come from rules, so that only guidance can ask for them.
    pub(super) levels_known: bool,
    /// What is known and not asked here: it never holds.
    pub(super) absent: Absent,
    facts: Vec<(String, Option<Condition>)>,
    used: BTreeSet<FactIx>,
}

/// Holds for nobody.
const NEVER: Condition = Condition::Any(Vec::new());

/// Facts that the compiler makes itself; see `content/README.md`.
const WARNING_SIGNS: &str = "unanswered any-warning-sign";
const CAUTIONS: &str = "unanswered any-caution";

impl Names {
    /// No name yet, beside what is known and not asked here.
    pub(super) fn beside(absent: Absent) -> Self {
        Self { absent, ..Self::default() }
    }

    /// A fact by name; named now, defined now or later.
    pub(super) fn fact(&mut self, name: &str) -> FactIx {
        let known = self.facts.iter().position(|(known, _)| known == name);
        let index = known.unwrap_or_else(|| {
            self.facts.push((name.to_owned(), None));
            self.facts.len() - 1
        });
        FactIx(index as u16)
    }

    /// Every fact and rule.
    pub(super) fn all(&self) -> BTreeSet<String> {
        self.facts.iter().map(|(name, _)| name).chain(&self.rules).cloned().collect()
    }

    /// Says when a fact holds.
    pub(super) fn define(&mut self, name: &str, condition: Condition) -> FactIx {
        let index = self.fact(name);
        if let Some((_, slot)) = self.facts.get_mut(usize::from(index.0)) {
            *slot = Some(condition);
        }
        index
    }

    /// Holds when one of these rules does.
    pub(super) fn any_rule(&mut self, name: &str, rules: impl Iterator<Item = RuleIx>) {
        let parts = rules.map(Condition::Rule).collect();
        self.define(name, Condition::Any(parts));
    }

    /// Which questions `unanswered any-warning-sign` and `unanswered any-caution` mean.
    pub(super) fn define_unanswered(&mut self, questions: &[Question]) {
        self.define(WARNING_SIGNS, unanswered(questions, |question| question.safety));
        self.define(CAUTIONS, unanswered(questions, |question| question.caution));
    }

    /// The condition of a fact, once it is defined.
    pub(super) fn condition_of(&self, fact: FactIx) -> Option<&Condition> {
        self.facts.get(usize::from(fact.0)).and_then(|(_, condition)| condition.as_ref())
    }

    /// The facts, each of which must have been defined.
    pub(super) fn facts(&self) -> impl Iterator<Item = Result<Fact, &str>> {
        self.facts.iter().map(|(id, condition)| match condition {
            Some(condition) => Ok(Fact { id: id.clone(), condition: condition.clone() }),
            None => Err(id.as_str()),
        })
    }

    /// Whether a condition names this fact.
    pub(super) fn is_used(&mut self, name: &str) -> bool {
        let fact = self.fact(name);
        self.used.contains(&fact)
    }

    fn resolve(&mut self, written: &Written, wrong: &mut Vec<String>) -> Condition {
        let mut many = |names: &mut Self, parts: &[Written]| -> Vec<Condition> {
            parts.iter().map(|part| names.resolve(part, wrong)).collect()
        };
        match written {
            Written::Not(inner) => Condition::Not(Box::new(self.resolve(inner, wrong))),
            Written::All(parts) => Condition::All(many(self, parts)),
            Written::Any(parts) => Condition::Any(many(self, parts)),
            Written::Unless(when, except) => Condition::Unless(
                Box::new(self.resolve(when, wrong)),
                Box::new(self.resolve(except, wrong)),
            ),
            Written::Score(at_least, parts) => {
                let part = |(weight, written): &(i16, Written)| Part {
                    weight: *weight,
                    condition: self.resolve(written, wrong),
                };
                Condition::Score { at_least: *at_least, parts: parts.iter().map(part).collect() }
            }
            Written::Name(name) => self.named(name, wrong),
            Written::Unanswered(name) => match name.as_str() {
                "any-warning-sign" => Condition::Fact(self.fact(WARNING_SIGNS)),
                "any-caution" => Condition::Fact(self.fact(CAUTIONS)),
                _ => match self.question(name) {
                    Some((question, _)) => Condition::Unanswered(question),
                    None if self.is_absent(name) => NEVER,
                    None => failed(wrong, format!("there is no question “{name}”")),
                },
            },
            Written::AtLeast(name, value) => match self.question(name) {
                Some((question, None)) => Condition::AtLeast { question, value: *value },
                None if self.is_absent(name) => NEVER,
                _ => failed(wrong, format!("there is no scale “{name}”")),
            },
            Written::AtMost(name, value) => match self.question(name) {
                Some((question, None)) => Condition::AtMost { question, value: *value },
                None if self.is_absent(name) => NEVER,
                _ => failed(wrong, format!("there is no scale “{name}”")),
            },
            Written::Is(subject, values) => self.is(subject, values, wrong),
        }
    }

    fn named(&mut self, name: &str, wrong: &mut Vec<String>) -> Condition {
        if name == "always" {
            return Condition::Always;
        }
        if let Some(rule) = self.rules.iter().position(|rule| rule == name) {
            return Condition::Rule(RuleIx(rule as u16));
        }
        match self.facts.iter().position(|(fact, _)| fact == name) {
            Some(fact) => {
                let fact = FactIx(fact as u16);
                self.used.insert(fact);
                Condition::Fact(fact)
            }
            None if self.absent.names.contains(name) => NEVER,
            None => failed(wrong, format!("there is no fact or rule “{name}”")),
        }
    }

    fn is(&mut self, subject: &str, values: &[String], wrong: &mut Vec<String>) -> Condition {
        if matches!(subject, "urgency" | "massage") && !self.levels_known {
            return failed(wrong, format!("“{subject}” comes after the rules: only guidance asks"));
        }
        let mut level = |found: Option<usize>, value: &str| {
            if found.is_none() {
                wrong.push(format!("there is no {subject} “{value}”"));
            }
            found
        };
        match subject {
            "urgency" => Condition::Urgency(
                values
                    .iter()
                    .filter_map(|value| {
                        level(Urgency::ALL.iter().position(|l| l.wire() == value), value)
                    })
                    .filter_map(|index| Urgency::ALL.get(index).copied())
                    .collect(),
            ),
            "massage" => Condition::Massage(
                values
                    .iter()
                    .filter_map(|value| {
                        level(Massage::ALL.iter().position(|l| l.wire() == value), value)
                    })
                    .filter_map(|index| Massage::ALL.get(index).copied())
                    .collect(),
            ),
            "pattern" | "irritability" => {
                let facts =
                    values.iter().map(|value| self.named(&format!("{subject}:{value}"), wrong));
                Condition::Any(facts.collect())
            }
            _ => match self.question(subject) {
                Some((question, Some(options))) => {
                    let mut any_of = OptionSet::default();
                    for value in values {
                        match options.iter().position(|option| option == value) {
                            Some(index) => any_of = any_of.with(OptionSet::only(index)),
                            None => wrong.push(format!(
                                "“{subject}” has no option “{value}”, only {}",
                                options.join(", ")
                            )),
                        }
                    }
                    Condition::Chosen { question, any_of }
                }
                Some((_, None)) => failed(wrong, format!("“{subject}” is a scale: use >= or <=")),
                None if self.is_absent(subject) => NEVER,
                None => failed(wrong, format!("there is no question “{subject}”")),
            },
        }
    }

    /// A question of the check that is not asked here.
    pub(super) fn is_absent(&self, question: &str) -> bool {
        self.absent.questions.iter().any(|asked| asked.id == question)
    }

    pub(super) fn question(&self, name: &str) -> Option<(QuestionIx, Option<&[String]>)> {
        let index = self.questions.iter().position(|question| question.id == name)?;
        let question = self.questions.get(index)?;
        Some((QuestionIx(index as u16), question.options.as_deref()))
    }
}

impl Compiler {
    /// A written condition with its names looked up. No text: always.
    pub(super) fn condition(&mut self, file: &str, id: &str, text: Option<&str>) -> Condition {
        const EXPECTED: &str = "a condition as in content/README.md";
        let Some(text) = text else { return Condition::Always };
        let mut wrong = Vec::new();
        let condition = match parse(text) {
            Ok(written) => self.names.resolve(&written, &mut wrong),
            Err(error) => failed(&mut wrong, format!("“{text}”: {error}")),
        };
        self.problems
            .extend(wrong.into_iter().map(|wrong| Problem::new(file, id, wrong, EXPECTED)));
        condition
    }
}

fn unanswered(questions: &[Question], which: impl Fn(&Question) -> bool) -> Condition {
    let index = |(index, _)| Condition::Unanswered(QuestionIx(index as u16));
    Condition::Any(questions.iter().enumerate().filter(|(_, q)| which(q)).map(index).collect())
}

fn failed(wrong: &mut Vec<String>, why: String) -> Condition {
    wrong.push(why);
    Condition::Always
}
