//! Skip logic hides no danger: nobody who is not asked a question could have
//! raised their outcome by answering it, unless the content says why that is
//! no loss.

use std::collections::BTreeMap;

use super::{Careful, Failure, Findings, Proof, Symbolic};
use crate::model::Condition;

pub fn check(proof: &Proof<'_>) -> Findings {
    let mut findings = Findings::default();
    // A reason may stand for a whole page; it is needed if one question needs it.
    let mut reasons: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    for (index, question) in proof.guide.questions() {
        if question.enable_when == Condition::Always {
            continue;
        }
        let not_asked = proof.symbolic.enabled(index).fails.and(&proof.valid);
        let asking = Symbolic::asking(proof.guide, proof.symbols, index);
        let mut raised = proof.symbols.none();
        for rule in &proof.guide.rules {
            let looks = |when: &&Condition| {
                proof.guide.leads_to(when, &|part| part.question() == Some(index))
            };
            let Some(when) = rule.when.as_ref().filter(looks) else { continue };
            let would = asking.sets(when).holds.and(&not_asked);
            for asked in Careful::of(rule) {
                raised = raised.or(&proof.levels.less_careful(would.clone(), asked));
            }
        }
        let said = proof.safety.hidden.iter().find(|(known, _)| *known == index);
        if let Some((_, because)) = said {
            let needed = reasons.entry(because).or_default();
            needed.extend((!raised.is_false()).then_some(question.id.as_str()));
        } else if !raised.is_false() {
            let id = &question.id;
            let what = format!("“{id}” is not asked, and an answer could have raised the outcome");
            findings.failures.push(proof.failure(what, &raised));
        }
    }
    for (because, questions) in reasons {
        match questions.is_empty() {
            true => findings.failures.push(Failure::of_the_content(format!(
                "no hidden question needs this reason: “{because}”"
            ))),
            false => findings.notes.push(format!("{}: {because}", questions.join(", "))),
        }
    }
    findings
}
