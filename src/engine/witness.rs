//! Which answers a condition rests on, so that every part of a result can say
//! "because you said …".

use super::{Reading, Truth};
use crate::model::{Answer, Condition, Witness};

/// The answers that make a condition hold, each question once. Empty where the
/// condition does not hold, or holds for everybody.
pub fn witnesses(reading: &Reading<'_>, condition: &Condition) -> Vec<Witness> {
    let mut found = Vec::new();
    if reading.truth(condition).holds() {
        collect(reading, condition, true, &mut found);
    }
    found
}

/// `holds`: whether to look for what makes it hold, or for what makes it fail.
fn collect(reading: &Reading<'_>, condition: &Condition, holds: bool, found: &mut Vec<Witness>) {
    let decides = |part: &Condition| reading.truth(part) == Truth::from(holds);
    match condition {
        Condition::Always | Condition::Urgency(_) | Condition::Massage(_) => {}
        Condition::Chosen { question, any_of } => match reading.answer(*question) {
            // What was chosen and counts; or, where none of them was, what was chosen instead.
            Some(Answer::Options(set)) => {
                let counted = if holds { set.shared(*any_of) } else { set };
                add(found, Witness { question: *question, answer: Some(Answer::Options(counted)) });
            }
            answer => add(found, Witness { question: *question, answer }),
        },
        Condition::AtLeast { question, .. }
        | Condition::AtMost { question, .. }
        | Condition::Unanswered(question) => {
            add(found, Witness { question: *question, answer: reading.answer(*question) });
        }
        Condition::Fact(fact) => {
            if let Some(fact) = reading.guide.facts.get(usize::from(fact.0)) {
                collect(reading, &fact.condition, holds, found);
            }
        }
        Condition::Rule(rule) => {
            if let Some(when) = reading.guide.rule(*rule).and_then(|rule| rule.when.as_ref()) {
                collect(reading, when, holds, found);
            }
        }
        Condition::Not(inner) => collect(reading, inner, !holds, found),
        Condition::All(parts) | Condition::Any(parts) => {
            for part in parts.iter().filter(|part| decides(part)) {
                collect(reading, part, holds, found);
            }
        }
        Condition::Unless(when, except) => {
            if holds || reading.truth(when) == Truth::False {
                collect(reading, when, holds, found);
            } else {
                collect(reading, except, true, found);
            }
        }
        Condition::Score { parts, .. } => {
            let counted = parts.iter().filter(|part| (part.weight > 0) == holds);
            for part in counted.filter(|part| reading.truth(&part.condition).holds()) {
                collect(reading, &part.condition, true, found);
            }
        }
    }
}

fn add(found: &mut Vec<Witness>, new: Witness) {
    match found.iter_mut().find(|witness| witness.question == new.question) {
        None => found.push(new),
        Some(known) => {
            if let (Some(Answer::Options(a)), Some(Answer::Options(b))) = (known.answer, new.answer)
            {
                known.answer = Some(Answer::Options(a.with(b)));
            }
        }
    }
}
