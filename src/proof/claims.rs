//! Red flags win: whenever a claim's condition holds, the outcome is at least
//! as careful as it says, whatever else is answered.

use biodivine_lib_bdd::Bdd;

use super::{Failure, Proof, Symbolic};
use crate::model::{Claim, Condition, Guide, Massage, Rule, Urgency};

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let mut failures = broken(proof.guide, &proof.safety.claims, &proof.symbolic, &proof.valid);
    for claim in &proof.safety.claims {
        if proof.symbolic.sets(&claim.when).holds.and(&proof.valid).is_false() {
            let what = format!("claim “{}” speaks of nobody", claim.id);
            failures.push((what, proof.symbols.none()));
        }
    }
    let mut failures: Vec<Failure> =
        failures.into_iter().map(|(what, people)| proof.failure(what, &people)).collect();
    // The claims stand for every emergency and same-day rule: what a rule finds,
    // some claim must have asked for, or the second opinion has a gap.
    for rule in &proof.guide.rules {
        let (Some(level), Some(when)) = (rule.urgency, &rule.when) else { continue };
        if level < Urgency::SameDay || leans_on_silence(proof, when) {
            continue;
        }
        let claimed = proof.safety.claims.iter().filter(|claim| claim.urgency >= Some(level));
        let claimed = claimed.fold(proof.symbols.none(), |any, claim| {
            any.or(&proof.symbolic.sets(&claim.when).holds)
        });
        let unclaimed = proof.symbolic.sets(when).holds.and(&proof.complete).and_not(&claimed);
        if !unclaimed.is_false() {
            let what = format!("rule {} asks for {}, and no claim does", rule.id, level.wire());
            failures.push(proof.failure(what, &unclaimed));
        }
    }
    failures
}

/// A rule about missing answers has nothing to say of complete responses.
fn leans_on_silence(proof: &Proof<'_>, when: &Condition) -> bool {
    proof.symbolic.sets(when).holds.and(&proof.complete).is_false()
}

/// The claims that are not kept, and for whom. Claim by claim: those of whom it
/// speaks, less those whom a rule makes at least as careful as it asks.
pub fn broken(
    guide: &Guide,
    claims: &[Claim],
    symbolic: &Symbolic<'_>,
    valid: &Bdd,
) -> Vec<(String, Bdd)> {
    let mut rules: Vec<(&Rule, Bdd)> = guide
        .rules
        .iter()
        .filter_map(|rule| Some((rule, symbolic.sets(rule.when.as_ref()?).holds)))
        .collect();
    // Small sets first: one of them is mostly enough.
    rules.sort_by_key(|(_, holds)| holds.size());
    let mut broken = Vec::new();
    for claim in claims {
        let speaks = symbolic.sets(&claim.when).holds.and(valid);
        let less = |speaks: Bdd, careful: &dyn Fn(&Rule) -> bool| {
            let careful = rules.iter().filter(|(rule, _)| careful(rule));
            careful.fold(speaks, |left, (_, holds)| match left.is_false() {
                true => left,
                false => left.and_not(holds),
            })
        };
        let (id, says) = (&claim.id, &claim.says);
        if let Some(level) = claim.urgency {
            let below = less(speaks.clone(), &|rule| rule.urgency >= Some(level));
            if !below.is_false() {
                broken.push((
                    format!("claim “{id}”: {says} Urgency is below {}.", level.wire()),
                    below,
                ));
            }
        }
        if let Some(level) = claim.massage {
            let within = |massage: Massage| massage <= level;
            let mut above = less(speaks, &|rule| {
                let ceiling = rule.urgency.map(Urgency::massage_ceiling);
                rule.massage.is_some_and(within) || ceiling.is_some_and(within)
            });
            // Whom no rule limits gets what is left for everybody else, and more
            // only where a rule says so.
            let otherwise =
                guide.rules.iter().find(|rule| rule.when.is_none() && rule.massage.is_some());
            if otherwise.and_then(|rule| rule.massage).is_some_and(within) {
                if above.is_false() {
                    continue;
                }
                let wider = rules.iter().filter(|(rule, _)| rule.massage > Some(level));
                let nobody = above.and_not(&above);
                let wider = wider.fold(nobody, |any, (_, holds)| any.or(holds));
                above = above.and(&wider);
            }
            if !above.is_false() {
                broken.push((
                    format!("claim “{id}”: {says} Massage is beyond {}.", level.wire()),
                    above,
                ));
            }
        }
    }
    broken
}
