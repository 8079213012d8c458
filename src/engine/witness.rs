//! Which answers a condition rests on, so that every part of a result can say
//! "because you said …".

use super::{Reading, Truth};
use crate::model::{Answer, Condition, Guide, OptionSet, Outcome, Text, Witness};

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
    // Nobody was asked: what counts is why.
    if let Some(asked) = condition.question().filter(|it| reading.enabled(*it) == Truth::False) {
        if let Some(question) = reading.guide.question(asked) {
            collect(reading, &question.enable_when, false, found);
        }
        return;
    }
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

/// What to say on the telephone: of the answers that make it as urgent as it is, each once.
pub fn signs(guide: &Guide, outcome: &Outcome) -> Vec<Text> {
    let rules = outcome.reasons.iter().filter_map(|it| Some((guide.rule(it.rule)?, &it.because)));
    let most = rules.clone().filter_map(|(rule, _)| rule.urgency).max();
    let mut signs = Vec::new();
    for (rule, because) in rules.filter(|(rule, _)| rule.urgency == most) {
        let told = because.iter().flat_map(|witness| {
            let set = match witness.answer {
                Some(Answer::Options(set)) => set,
                _ => OptionSet::default(),
            };
            let options = guide.question(witness.question).map(|it| &it.options);
            let options = options.into_iter().flatten().enumerate();
            options.filter(move |(place, _)| set.has(*place)).filter_map(|(_, it)| it.say)
        });
        for sign in rule.say.into_iter().chain(told) {
            if !signs.contains(&sign) {
                signs.push(sign);
            }
        }
    }
    signs
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::evaluate;
    use crate::engine::test_support::{answered, guide, question};

    fn said(answers: &str) -> Vec<&'static str> {
        let (guide, words) = (guide(), crate::content::words().unwrap());
        let signs = signs(&guide, &evaluate(&guide, &answered(&guide, answers)));
        signs.into_iter().map(|sign| words.text(sign)).collect()
    }

    #[test]
    fn what_to_say_is_what_was_ticked_and_not_all_that_a_rule_is_about() {
        let chest = said(r#"{"sudden": ["chest"]}"#);
        assert_eq!(chest, ["chest pain, shortness of breath or coughing up blood (say which)"]);
        let fast = said(r#"{"trend": "fast-worse", "pain-words": "mild"}"#);
        assert!(fast.contains(&"a problem that is getting worse fast"), "{fast:?}");
        assert!(!fast.iter().any(|it| it.contains("severe")), "{fast:?}");
    }

    #[test]
    fn each_sign_is_said_once_and_only_the_most_urgent_ones() {
        let both = said(r#"{"sudden": ["chest", "belly"], "illness": ["fever"]}"#);
        assert_eq!(both.len(), 2, "{both:?}");
        // Two rules rest on the same answer.
        let cancer =
            r#"{"cauda-equina": ["bladder"], "bladder-when": "new", "health": ["cancer"]}"#;
        let cancer = said(cancer);
        assert_eq!(cancer.iter().filter(|it| it.contains("peeing")).count(), 1, "{cancer:?}");
    }

    #[test]
    fn where_no_answer_speaks_the_rule_does() {
        assert_eq!(said("{}"), ["open questions about warning signs"]);
    }

    #[test]
    fn a_question_that_is_not_asked_is_no_reason() {
        let guide = guide();
        let response = answered(&guide, r#"{"health": ["none"]}"#);
        let reading = Reading::new(&guide, &response);
        let stage = question(&guide, "pregnancy-stage");
        let later = guide.question(stage).unwrap().option("later").unwrap().0;
        let any_of = OptionSet::only(later);
        let not_later = Condition::Not(Box::new(Condition::Chosen { question: stage, any_of }));
        let because: Vec<_> =
            witnesses(&reading, &not_later).iter().map(|it| it.question).collect();
        assert_eq!(because, [question(&guide, "health")]);
    }
}
