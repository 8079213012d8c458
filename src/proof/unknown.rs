//! Unknown is not no: "not sure" or no answer in place of a "no" to a warning
//! sign or a caution never softens the outcome.

use std::collections::BTreeSet;

use super::monotone::{Change, softened};
use super::{Failure, Findings, Proof};
use crate::model::{Answer, OptionSet};

pub fn check(proof: &Proof<'_>) -> Findings {
    let mut failures = Vec::new();
    for (index, question) in proof.guide.questions() {
        let declared = proof.safety.noes.iter().any(|(known, _)| *known == index);
        let answered_with_a_no = question.options.iter().any(|o| o.id == "no" || o.id == "none");
        if (question.safety || question.caution) && answered_with_a_no && !declared {
            let what = format!("{}: its “no” is not declared", question.id);
            failures.push(Failure::of_the_content(what));
        }
    }
    let mut needed = BTreeSet::new();
    for (index, noes) in &proof.safety.noes {
        let Some(question) = proof.guide.question(*index) else { continue };
        if !question.safety && !question.caution {
            continue;
        }
        let unsure = proof.safety.unsure.iter().filter(|(known, _)| known == index);
        let unsure = unsure.fold(OptionSet::default(), |any, (_, set)| any.with(*set));
        let places = |set: OptionSet| (0..question.options.len()).filter(move |at| set.has(*at));
        for no in places(noes.without(unsure)) {
            let from = Some(Answer::Options(OptionSet::only(no)));
            let silent = std::iter::once((None, "no answer"));
            let unsure = places(unsure).map(|place| {
                (Some(Answer::Options(OptionSet::only(place))), Proof::option(question, place))
            });
            for (to, name) in silent.chain(unsure) {
                let change = Change {
                    question: *index,
                    says: format!("“{}” to “{name}”", Proof::option(question, no)),
                    from: proof.symbols.literals(*index, from),
                    to: proof.symbols.literals(*index, to),
                };
                failures.extend(softened(proof, &change, &mut needed));
            }
        }
    }
    failures.into()
}
