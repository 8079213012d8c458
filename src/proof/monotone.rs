//! A worse answer never softens the outcome: it lowers no urgency and widens
//! no massage. Where medicine is not so, an exception says why; an exception
//! that nothing needs is reported too.

use std::collections::BTreeSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::{Careful, Failure, Findings, Proof};
use crate::model::{Answer, OptionSet, Question, QuestionIx, Step};

/// From one state of a question's variables to a worse one.
pub(super) struct Change {
    pub(super) question: QuestionIx,
    pub(super) says: String,
    pub(super) from: Vec<(BddVariable, bool)>,
    pub(super) to: Vec<(BddVariable, bool)>,
}

pub fn check(proof: &Proof<'_>) -> Findings {
    let mut needed = BTreeSet::new();
    let changes = proof.safety.steps.iter().flat_map(|step| changes(proof, *step));
    let mut failures: Vec<Failure> =
        changes.flat_map(|change| softened(proof, &change, &mut needed)).collect();
    let mut notes = Vec::new();
    for (index, exception) in proof.safety.exceptions.iter().enumerate() {
        let (id, because) = (&exception.id, &exception.because);
        match needed.contains(&index) {
            true => notes.push(format!(
                "but for “{id}”: {because} Sources: {}. Bounded by the claims {}.",
                exception.sources.join(", "),
                exception.claims.join(", ")
            )),
            false => {
                failures.push(Failure::of_the_content(format!("exception “{id}” is not needed")));
            }
        }
    }
    let unordered = proof.safety.unordered.iter();
    notes.extend(unordered.map(|(index, because)| {
        format!("no answer to “{}” is worse than another: {because}", proof.name(*index))
    }));
    Findings { failures, notes }
}

/// The people whose outcome a change softens, beyond the declared exceptions.
pub(super) fn softened(
    proof: &Proof<'_>,
    change: &Change,
    needed: &mut BTreeSet<usize>,
) -> Vec<Failure> {
    let mut failures = Vec::new();
    let valid = &proof.valid;
    let possible = valid.restrict(&change.from).and(&valid.restrict(&change.to));
    for asked in Careful::ALL {
        let mut softened = lost(proof, change, asked, &possible);
        for (index, exception) in proof.safety.exceptions.iter().enumerate() {
            if softened.is_false() || !exception.questions.contains(&change.question) {
                continue;
            }
            // It speaks of those for whom its condition held, and no longer does.
            let when = proof.symbolic.sets(&exception.when).holds;
            let excepted = when.restrict(&change.from).and_not(&when.restrict(&change.to));
            if !softened.and(&excepted).is_false() {
                needed.insert(index);
                softened = softened.and_not(&excepted);
            }
        }
        if !softened.is_false() {
            // The person before the change.
            let before = softened.and(&proof.symbols.fixed(change.from.iter().copied()));
            let (question, says) = (proof.name(change.question), &change.says);
            let what = format!("{question}: {says}, and then {}", asked.missed());
            failures.push(proof.failure(what, &before));
        }
    }
    failures
}

/// For whom the outcome was as careful as asked, and is not after the change.
/// Rule by rule: only one that depends on the answer can stop holding, or start.
fn lost(proof: &Proof<'_>, change: &Change, asked: Careful, possible: &Bdd) -> Bdd {
    let levels = &proof.levels;
    let stops = levels.asking(asked).map(|row| {
        let (before, after) = (row.given(&change.from), row.given(&change.to));
        before.and_not(&after)
    });
    // It offers more, and starts to hold for those who were offered less.
    let starts = levels.beyond(asked).map(|row| {
        let (before, after) = (row.given(&change.from), row.given(&change.to));
        let starts = after.and_not(&before);
        starts.and_not(&levels.less_careful_given(starts.clone(), asked, &change.from))
    });
    stops.chain(starts).fold(proof.symbols.none(), |lost, people| {
        let people = people.and(possible);
        lost.or(&levels.less_careful_given(people, asked, &change.to))
    })
}

fn changes(proof: &Proof<'_>, step: Step) -> Vec<Change> {
    let symbols = proof.symbols;
    let between = |question, says, from: Answer, to: Answer| Change {
        question,
        says,
        from: symbols.literals(question, Some(from)),
        to: symbols.literals(question, Some(to)),
    };
    let one = |option: usize| Answer::Options(OptionSet::only(option));
    match step {
        Step::Instead { question, better, worse } => {
            let Some(asked) = proof.guide.question(question) else { return Vec::new() };
            let (from, to) = (Proof::option(asked, better), Proof::option(asked, worse));
            vec![between(question, format!("“{from}” to “{to}”"), one(better), one(worse))]
        }
        Step::Higher(question) | Step::Lower(question) => (0..Question::SCALE_MAX)
            .map(|value| {
                let (from, to) = match step {
                    Step::Higher(_) => (value, value + 1),
                    _ => (value + 1, value),
                };
                let says = format!("{from} to {to}");
                between(question, says, Answer::Value(from), Answer::Value(to))
            })
            .collect(),
        Step::Tick { question, option } => {
            let Some(asked) = proof.guide.question(question) else { return Vec::new() };
            let name = Proof::option(asked, option);
            // Instead of "None of these", or beside any one other tick and so beside several.
            let change = |(place, other): (usize, &crate::model::AnswerOption)| {
                if other.exclusive {
                    let says = format!("“{}” to “{name}”", other.id);
                    return Some(between(question, says, one(place), one(option)));
                }
                let says = format!("“{name}” ticked beside “{}”", other.id);
                let (ticked, beside) =
                    symbols.tick(question, option).zip(symbols.tick(question, place))?;
                let state = |value| vec![(ticked, value), (beside, true)];
                (ticked != beside).then(|| Change {
                    question,
                    says,
                    from: state(false),
                    to: state(true),
                })
            };
            asked.options.iter().enumerate().filter_map(change).collect()
        }
    }
}
