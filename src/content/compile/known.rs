//! Answers that nobody is asked for: where they come from.

use serde::Deserialize;

use super::Compiler;
use crate::model::{Becomes, Change, Condition, Known, Massage, Origin, QuestionIx, Stride};

/// `known` of a question, as written.
#[derive(Clone, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum WrittenOrigin {
    Visit,
    Activities,
    Massage,
    Since {
        days: Vec<u16>,
    },
    Change(WrittenChange),
    Ticked {
        of: Vec<String>,
        /// `before < later`: what one sign is called some time later.
        #[serde(default)]
        becomes: Vec<String>,
    },
    Held {
        fact: String,
        days: u16,
    },
}

#[derive(Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenChange {
    of: Vec<String>,
    /// `more` or `less`.
    good: Good,
    better: WrittenStride,
    worse: WrittenStride,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Good {
    More,
    Less,
}

#[derive(Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenStride {
    by: Option<u16>,
    percent: Option<u16>,
}

impl Compiler {
    /// The questions that nobody is asked, once every fact has its name.
    pub(super) fn known(&mut self) -> Vec<Known> {
        let origins = std::mem::take(&mut self.origins);
        let known = origins.into_iter().map(|(file, question, options, origin)| {
            let origin = self.origin(&file, question, origin);
            let expected = options_of(&origin, options.len());
            let named: Vec<&str> = options.iter().map(String::as_str).collect();
            if !expected.is_empty() && named != expected {
                let id = self.id(question);
                self.wrong(&file, &id, named.join(", "), expected.join(", "));
            }
            Known { question, origin }
        });
        known.collect()
    }

    fn origin(&mut self, file: &str, question: QuestionIx, written: WrittenOrigin) -> Origin {
        match written {
            WrittenOrigin::Visit => Origin::Visit,
            WrittenOrigin::Activities => Origin::Activities,
            WrittenOrigin::Massage => Origin::Massage,
            WrittenOrigin::Since { days } => Origin::Since(days),
            WrittenOrigin::Ticked { of, becomes } => {
                let of = self.named(file, question, &of);
                let becomes: Vec<Becomes> =
                    becomes.iter().filter_map(|it| self.becomes(file, question, &of, it)).collect();
                Origin::Ticked { of, becomes }
            }
            WrittenOrigin::Change(change) => Origin::Change(Change {
                of: self.named(file, question, &change.of),
                more_is_better: change.good == Good::More,
                better: self.stride(file, question, change.better),
                worse: self.stride(file, question, change.worse),
            }),
            WrittenOrigin::Held { fact, days } => {
                let id = self.id(question);
                match self.condition(file, &id, Some(&fact)) {
                    Condition::Fact(fact) => Origin::Held { fact, days },
                    _ => {
                        self.wrong(file, &id, format!("“{fact}” is no fact"), "the name of a fact");
                        Origin::Visit
                    }
                }
            }
        }
    }

    fn becomes(
        &mut self,
        file: &str,
        question: QuestionIx,
        of: &[QuestionIx],
        written: &str,
    ) -> Option<Becomes> {
        let (before, later) = written.split_once('<').unwrap_or((written, ""));
        let found = of.iter().find_map(|question| {
            let options = self.names.questions.get(usize::from(question.0))?.options.as_ref()?;
            let place = |name: &str| options.iter().position(|option| option == name.trim());
            let (before, later) = place(before).zip(place(later))?;
            Some(Becomes { question: *question, before: before as u8, later: later as u8 })
        });
        if found.is_none() {
            let id = self.id(question);
            self.wrong(file, &id, format!("“{written}”"), "two options of one list, as in “a < b”");
        }
        found
    }

    fn stride(&mut self, file: &str, question: QuestionIx, written: WrittenStride) -> Stride {
        let WrittenStride { by, percent } = written;
        if by.unwrap_or(1) == 0 || percent.unwrap_or(1) == 0 || by.or(percent).is_none() {
            let id = self.id(question);
            self.wrong(file, &id, "a change of nothing", "“by”, “percent” or both, above 0");
        }
        Stride { by, percent }
    }

    fn named(&mut self, file: &str, question: QuestionIx, names: &[String]) -> Vec<QuestionIx> {
        let mut found = Vec::new();
        for name in names {
            match self.names.question(name) {
                Some((index, _)) => found.push(index),
                None => {
                    let id = self.id(question);
                    self.wrong(file, &id, format!("there is no question “{name}”"), "a question");
                }
            }
        }
        found
    }

    fn id(&self, question: QuestionIx) -> String {
        let asked = self.names.questions.get(usize::from(question.0));
        asked.map(|asked| asked.id.clone()).unwrap_or_default()
    }
}

/// How the options must be named; empty where that is free.
fn options_of(origin: &Origin, given: usize) -> Vec<&'static str> {
    match origin {
        Origin::Visit => vec!["first", "again"],
        Origin::Massage => Massage::ALL.map(Massage::wire).into(),
        Origin::Change(_) => vec!["better", "same", "worse", "not-known"],
        Origin::Ticked { .. } => vec!["new", "nothing-new", "not-known"],
        Origin::Held { .. } => vec!["yes", "no"],
        Origin::Since(days) if days.len() + 1 != given => vec!["one more than days"],
        Origin::Activities | Origin::Since(_) => Vec::new(),
    }
}
