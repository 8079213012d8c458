//! Skip logic hides no danger: nobody who is not asked a question could have
//! raised their outcome by answering it, unless the content says why that is
//! no loss.

use super::{Failure, Proof, Symbolic};
use crate::model::Condition;

pub fn check(proof: &Proof<'_>) -> Vec<Failure> {
    let mut failures = Vec::new();
    // A reason may stand for a whole page; it is needed if one question needs it.
    let (mut needed, mut idle) = (Vec::new(), Vec::new());
    for (index, question) in proof.guide.questions() {
        if question.enable_when == Condition::Always {
            continue;
        }
        let not_asked = proof.symbolic.enabled(index).fails.and(&proof.valid);
        let asking = Symbolic::asking(proof.guide, proof.symbols, index);
        let mut raised = proof.symbols.none();
        for rule in &proof.guide.rules {
            let Some(when) = rule.when.as_ref().filter(|when| proof.looks_at(when, index)) else {
                continue;
            };
            let would = asking.sets(when).holds.and(&not_asked);
            if let Some(level) = rule.urgency {
                raised = raised.or(&would.and_not(&proof.levels.urgency_at_least(level)));
            }
            if let Some(level) = rule.massage {
                raised = raised.or(&would.and_not(&proof.levels.massage_at_most(level)));
            }
        }
        let said = proof.safety.hidden.iter().find(|(known, _)| *known == index);
        match said {
            None if !raised.is_false() => {
                let id = &question.id;
                let what =
                    format!("“{id}” is not asked, and an answer could have raised the outcome");
                failures.push(proof.failure(what, &raised));
            }
            Some((_, because)) if raised.is_false() => idle.push((&question.id, because)),
            Some((_, because)) => needed.push(because),
            None => {}
        }
    }
    for (id, _) in idle.iter().filter(|(_, because)| !needed.contains(because)) {
        let what = format!("“{id}” gives a reason to be hidden that it does not need");
        failures.push(proof.failure(what, &proof.symbols.none()));
    }
    failures
}
