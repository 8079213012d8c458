//! Every way ends, since a page is never asked twice; and an emergency ends it
//! at once: what makes an emergency rule hold makes it hold as well for the
//! check that runs when the page is left.

use super::{Failure, Proof, Symbolic};
use crate::model::{Condition, PageIx, Part, Urgency};

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let expected = Symbolic::expected(proof.guide, proof.symbols);
    let mut failures = Vec::new();
    for rule in &proof.guide.rules {
        let (Some(Urgency::Emergency), Some(when)) = (rule.urgency, &rule.when) else { continue };
        let late = proof.symbolic.sets(when).holds.and_not(&expected.sets(when).holds);
        let late = late.and(&proof.valid);
        if !late.is_false() {
            let what = format!("rule {} holds, and the card does not come at once", rule.id);
            failures.push(proof.failure(what, &late));
        }
    }
    failures
}

/// How many pages the longest way has.
pub fn longest(proof: &Proof<'_>) -> usize {
    let asked = |page: PageIx| {
        let questions = proof.guide.questions().filter(move |(_, question)| question.page == page);
        Condition::Any(questions.map(|(_, question)| question.enable_when.clone()).collect())
    };
    let parts: Vec<Part> =
        proof.guide.pages().map(|(page, _)| Part { weight: 1, condition: asked(page) }).collect();
    let all = parts.len();
    let possible = |pages: &usize| {
        let score = Condition::Score { at_least: *pages as i16, parts: parts.clone() };
        !proof.symbolic.sets(&score).holds.and(&proof.complete).is_false()
    };
    (0..=all).rev().find(possible).unwrap_or(0)
}
