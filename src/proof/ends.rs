//! Every way ends, since a page is never asked twice; and an emergency ends it
//! at once: what makes an emergency rule hold makes it hold as well for the
//! check that runs when the page is left.

use biodivine_lib_bdd::Bdd;

use super::{Findings, Proof, Symbolic};
use crate::model::{Condition, PageIx, Part, Urgency};

pub fn check(proof: &Proof<'_>) -> Findings {
    let expected = Symbolic::expected(proof.guide, proof.symbols);
    let mut failures = Vec::new();
    for row in proof.levels.rows() {
        let (Some(Urgency::Emergency), Some(when)) = (row.rule.urgency, &row.rule.when) else {
            continue;
        };
        let late = row.holds.and(&proof.valid).and_not(&expected.sets(when).holds);
        if !late.is_false() {
            let what = format!("rule {} holds, and the card does not come at once", row.rule.id);
            failures.push(proof.failure(what, &late));
        }
    }
    let pages = format!(
        "the longest way has {} pages of questions; without a warning sign it has {} at most",
        longest(proof, &proof.complete),
        longest(proof, &unalarming(proof))
    );
    let around = "before them comes the start, after them the list of answers and the result; \
                  a warning sign brings one card more";
    Findings { failures, notes: vec![pages, around.to_owned()] }
}

/// How many pages of questions the longest way of these people has.
pub fn longest(proof: &Proof<'_>, people: &Bdd) -> usize {
    let asked = |page: PageIx| {
        let questions = proof.guide.questions().filter(move |(_, question)| question.page == page);
        Condition::Any(questions.map(|(_, question)| question.enable_when.clone()).collect())
    };
    let parts: Vec<Part> =
        proof.guide.pages().map(|(page, _)| Part { weight: 1, condition: asked(page) }).collect();
    let all = parts.len();
    let possible = |pages: &usize| {
        let score = Condition::Score { at_least: *pages as i16, parts: parts.clone() };
        !proof.symbolic.sets(&score).holds.and(people).is_false()
    };
    (0..=all).rev().find(possible).unwrap_or(0)
}

/// Those who answer every question among the warning signs with its "no".
pub fn unalarming(proof: &Proof<'_>) -> Bdd {
    let gate = |page: PageIx| proof.guide.page(page).is_some_and(|page| page.gate);
    let noes = proof.safety.noes.iter().filter(|(index, _)| {
        proof.guide.question(*index).is_some_and(|question| gate(question.page))
    });
    noes.fold(proof.complete.clone(), |people, (index, no)| {
        let no = proof.symbols.chosen(*index, *no).or(&proof.symbols.unanswered(*index));
        people.and(&no)
    })
}
