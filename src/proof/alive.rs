//! Every question, option, rule, description and line of advice is there for
//! somebody on a real way through the check, and every rule decides alone for
//! somebody, or the content says why it stands all the same.

use biodivine_lib_bdd::Bdd;

use super::{Failure, Proof};
use crate::model::{Condition, Kind, OptionSet, Rule, RuleIx};

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let mut dead: Vec<String> = Vec::new();
    let nobody = |set: &Bdd| set.and(&proof.complete).is_false();
    for (index, question) in proof.guide.questions() {
        if nobody(&proof.symbolic.enabled(index).holds) {
            dead.push(format!("question “{}” is asked of nobody", question.id));
        }
        if matches!(question.kind, Kind::Scale { .. }) {
            continue;
        }
        for (place, option) in question.options.iter().enumerate() {
            if nobody(&proof.symbols.chosen(index, OptionSet::only(place))) {
                dead.push(format!("“{}” of “{}” can be chosen by nobody", option.id, question.id));
            }
        }
    }
    for (index, rule) in (0u16..).map(RuleIx).zip(&proof.guide.rules) {
        let Some(when) = &rule.when else { continue };
        let holds = proof.symbolic.sets(when).holds.and(&proof.valid);
        if holds.is_false() {
            dead.push(format!("rule {} holds for nobody", rule.id));
        }
        let alone = decides_alone(proof, index, rule, &holds);
        let said = proof.safety.shadowed.iter().any(|(known, _)| *known == index);
        match (alone, said) {
            (false, false) => dead.push(format!("rule {} never decides alone", rule.id)),
            (true, true) => dead.push(format!("rule {} does decide alone", rule.id)),
            _ => {}
        }
    }
    let described = proof.guide.patterns.iter().chain(&proof.guide.irritability);
    let named = described.map(|described| (&described.id, &described.when)).chain(
        proof.guide.contradictions.iter().map(|contradiction| {
            let id = contradiction.questions.first().and_then(|q| proof.guide.question(*q));
            (id.map_or(&proof.guide.about.version, |question| &question.id), &contradiction.when)
        }),
    );
    for (id, when) in named {
        if *when != Condition::Always && nobody(&proof.symbolic.sets(when).holds) {
            dead.push(format!("“{id}” fits nobody"));
        }
    }
    for line in &proof.guide.guidance {
        let holds = proof.symbolic.with_levels(&line.when, &proof.levels).holds;
        // Some lines are for those who stopped half-way.
        if holds.and(&proof.valid).is_false() {
            dead.push(format!("line “{}” is read by nobody", line.id));
        }
    }
    dead.into_iter().map(|what| proof.failure(what, &proof.symbols.none())).collect()
}

/// Whether for somebody no other rule asks for as much on one of its scales.
fn decides_alone(proof: &Proof<'_>, index: RuleIx, rule: &Rule, holds: &Bdd) -> bool {
    let others = |as_careful: &dyn Fn(&Rule) -> bool| {
        let others = (0u16..).map(RuleIx).zip(&proof.guide.rules);
        let others = others.filter(|(other, rule)| *other != index && as_careful(rule));
        let sets =
            others.filter_map(|(_, rule)| Some(proof.symbolic.sets(rule.when.as_ref()?).holds));
        sets.fold(proof.symbols.none(), |any, one| any.or(&one))
    };
    let by_urgency = rule.urgency.is_some_and(|level| {
        !holds.and_not(&others(&|other| other.urgency >= Some(level))).is_false()
    });
    let by_massage = rule.massage.is_some_and(|level| {
        let others = others(&|other| other.massage.is_some_and(|theirs| theirs <= level));
        !holds.and_not(&others).is_false()
    });
    by_urgency || by_massage
}
