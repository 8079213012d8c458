//! Red flags win: whenever a claim's condition holds, the outcome is at least
//! as careful as it says, whatever else is answered.

use std::borrow::Cow;

use biodivine_lib_bdd::Bdd;

use super::levels::without;
use super::{Careful, Failure, Findings, Levels, Proof, Symbolic};
use crate::model::{Claim, Urgency};

pub fn check(proof: &Proof<'_>) -> Findings {
    let claims = spoken(&proof.safety.claims, &proof.symbolic, &proof.valid);
    let nobody = claims.iter().filter(|(_, people)| people.is_false());
    let idle = nobody.map(|(claim, _)| format!("claim “{}” speaks of nobody", claim.id));
    let mut failures: Vec<Failure> = idle.map(Failure::of_the_content).collect();
    let broken = broken(&claims, &proof.levels).into_iter().chain(denied(&claims, &proof.symbolic));
    failures.extend(broken.map(|(what, people)| proof.failure(what, &people)));
    // What an emergency or same-day rule finds, some claim must have asked for,
    // or the second opinion has a gap. A rule about missing answers has nothing
    // to say of complete responses.
    for row in proof.levels.rows() {
        let Some(level) = row.rule.urgency.filter(|level| *level >= Urgency::SameDay) else {
            continue;
        };
        let claimed = claims.iter().filter(|(claim, _)| claim.urgency >= Some(level));
        let claimed = claimed.map(|(_, people)| Cow::Borrowed(people));
        let unclaimed = without(row.holds.and(&proof.complete), claimed);
        if !unclaimed.is_false() {
            let (rule, level) = (&row.rule.id, level.wire());
            let what = format!("rule {rule} asks for {level}, and no claim does");
            failures.push(proof.failure(what, &unclaimed));
        }
    }
    failures.into()
}

/// The claims of which something holds that must not, and for whom.
pub fn denied(claims: &[(&Claim, Bdd)], symbolic: &Symbolic<'_>) -> Vec<(String, Bdd)> {
    let of_claim = |(claim, people): &(&Claim, Bdd)| {
        let found = symbolic.sets(claim.never.as_ref()?).holds.and(people);
        let what = format!("claim “{}”: {} But it is told.", claim.id, claim.says);
        (!found.is_false()).then_some((what, found))
    };
    claims.iter().filter_map(of_claim).collect()
}

/// Of whom each claim speaks, among these people.
pub fn spoken<'c>(
    claims: &'c [Claim],
    symbolic: &Symbolic<'_>,
    people: &Bdd,
) -> Vec<(&'c Claim, Bdd)> {
    let speaks = |claim: &'c Claim| (claim, symbolic.sets(&claim.when).holds.and(people));
    claims.iter().map(speaks).collect()
}

/// The claims that are not kept, and for whom.
fn broken(claims: &[(&Claim, Bdd)], levels: &Levels<'_>) -> Vec<(String, Bdd)> {
    let mut broken = Vec::new();
    for (claim, people) in claims {
        let urgency = claim.urgency.map(Careful::Urgency);
        let massage = claim.massage.map(Careful::Massage);
        for asked in urgency.into_iter().chain(massage) {
            let left_out = levels.less_careful(people.clone(), asked);
            if !left_out.is_false() {
                let (id, says) = (&claim.id, &claim.says);
                broken.push((format!("claim “{id}”: {says} But {}.", asked.missed()), left_out));
            }
        }
    }
    broken
}
