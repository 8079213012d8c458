//! A worse answer never softens the outcome: it lowers no urgency and widens
//! no massage. Where medicine is not so, an exception says why; an exception
//! that nothing needs is reported too.

use std::cell::RefCell;
use std::collections::BTreeSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::{Failure, Proof};
use crate::model::{Answer, Massage, OptionSet, Question, QuestionIx, Step, Urgency};

/// From one state of a question's variables to a worse one.
pub(super) struct Change {
    pub(super) question: QuestionIx,
    pub(super) says: String,
    pub(super) from: Vec<(BddVariable, bool)>,
    pub(super) to: Vec<(BddVariable, bool)>,
}

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let used = RefCell::new(BTreeSet::new());
    let changes: Vec<Change> =
        proof.safety.steps.iter().flat_map(|step| changes(proof, *step)).collect();
    let mut failures: Vec<Failure> =
        changes.iter().flat_map(|change| softened(proof, change, &used)).collect();
    for (index, exception) in proof.safety.exceptions.iter().enumerate() {
        if !used.borrow().contains(&index) {
            let what = format!("exception “{}” is not needed", exception.id);
            failures.push(proof.failure(what, &proof.symbols.none()));
        }
    }
    failures
}

/// The people whose outcome a change softens, beyond the declared exceptions.
pub(super) fn softened(
    proof: &Proof<'_>,
    change: &Change,
    used: &RefCell<BTreeSet<usize>>,
) -> Vec<Failure> {
    let before = |set: &Bdd| set.restrict(&change.from);
    let after = |set: &Bdd| set.restrict(&change.to);
    let possible = before(&proof.valid).and(&after(&proof.valid));
    let urgency = Urgency::ALL.into_iter().skip(1).map(|level| {
        (format!("urgency falls below {}", level.wire()), proof.levels.urgency_at_least(level))
    });
    let massage = Massage::ALL.into_iter().take(3).map(|level| {
        (format!("massage widens beyond {}", level.wire()), proof.levels.massage_at_most(level))
    });
    let mut failures = Vec::new();
    for (says, careful) in urgency.chain(massage) {
        let mut softened = before(&careful).and_not(&after(&careful)).and(&possible);
        if softened.is_false() {
            continue;
        }
        for (index, exception) in proof.safety.exceptions.iter().enumerate() {
            if exception.questions.contains(&change.question) {
                let excepted = before(&proof.symbolic.sets(&exception.when).holds);
                if !softened.and(&excepted).is_false() {
                    used.borrow_mut().insert(index);
                    softened = softened.and_not(&excepted);
                }
            }
        }
        if !softened.is_false() {
            // The person before the change.
            let fixed = proof.symbols.fixed(change.from.iter().copied());
            let what = format!("{}: {} → {says}", proof.name(change.question), change.says);
            failures.push(proof.failure(what, &softened.and(&fixed)));
        }
    }
    failures
}

fn changes(proof: &Proof<'_>, step: Step) -> Vec<Change> {
    let symbols = proof.symbols;
    let between =
        |question: QuestionIx, says: String, from: Option<Answer>, to: Option<Answer>| Change {
            question,
            says,
            from: symbols.literals(question, from),
            to: symbols.literals(question, to),
        };
    let one = |option: usize| Some(Answer::Options(OptionSet::only(option)));
    match step {
        Step::Instead { question, better, worse } => {
            let Some(asked) = proof.guide.question(question) else { return Vec::new() };
            let says =
                format!("“{}” to “{}”", Proof::option(asked, better), Proof::option(asked, worse));
            vec![between(question, says, one(better), one(worse))]
        }
        Step::Higher(question) | Step::Lower(question) => (0..Question::SCALE_MAX)
            .map(|value| {
                let (from, to) = match step {
                    Step::Higher(_) => (value, value + 1),
                    _ => (value + 1, value),
                };
                let says = format!("{from} to {to}");
                between(question, says, Some(Answer::Value(from)), Some(Answer::Value(to)))
            })
            .collect(),
        Step::Tick { question, option } => {
            let Some(asked) = proof.guide.question(question) else { return Vec::new() };
            let options = asked.options.iter().enumerate();
            let name = Proof::option(asked, option);
            // Instead of "None of these", or beside any one other tick and so beside several.
            let mut changes: Vec<Change> = options
                .clone()
                .filter(|(_, other)| other.exclusive)
                .map(|(none, other)| {
                    let says = format!("“{}” to “{name}”", other.id);
                    between(question, says, one(none), one(option))
                })
                .collect();
            let beside = options.filter(|(place, other)| !other.exclusive && *place != option);
            for (place, other) in beside {
                let tick = |ticked: bool| {
                    symbols
                        .literals(
                            question,
                            one(place).map(|_| {
                                let both = OptionSet::only(place).with(OptionSet::only(option));
                                Answer::Options(both)
                            }),
                        )
                        .into_iter()
                        .filter(|(variable, _)| {
                            symbols.is_of(*variable, question, place)
                                || symbols.is_of(*variable, question, option)
                        })
                        .map(|(variable, value)| {
                            (
                                variable,
                                value && (ticked || symbols.is_of(variable, question, place)),
                            )
                        })
                        .collect()
                };
                changes.push(Change {
                    question,
                    says: format!("“{name}” ticked beside “{}”", other.id),
                    from: tick(false),
                    to: tick(true),
                });
            }
            changes
        }
    }
}
