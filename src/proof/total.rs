//! Every response has an outcome with a reason: a level on each scale, and a
//! rule that gave it.

use super::{Failure, Proof};
use crate::model::{Massage, Urgency};

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let mut failures = Vec::new();
    let urgency = proof.valid.and_not(&proof.levels.urgency_at_least(Urgency::SelfCare));
    let massage = proof.valid.and_not(&proof.levels.massage_at_most(Massage::MayHelpWithPlan));
    for (scale, without) in [("urgency", urgency), ("massage", massage)] {
        if !without.is_false() {
            failures.push(proof.failure(format!("there is no level of {scale}"), &without));
        }
    }
    let fired = proof
        .guide
        .rules
        .iter()
        .filter_map(|rule| rule.when.as_ref())
        .fold(proof.symbols.none(), |any, when| any.or(&proof.symbolic.sets(when).holds));
    let otherwise = proof.guide.rules.iter().any(|rule| rule.when.is_none());
    let without = proof.valid.and_not(&fired);
    if !otherwise && !without.is_false() {
        failures.push(proof.failure("there is no reason".to_owned(), &without));
    }
    failures
}
