//! From a response to its outcome: urgency, then massage, then guidance.

use super::witness::witnesses;
use super::{Reading, Truth};
use crate::model::{
    Advice, Described, Guide, Massage, Outcome, Reason, Response, Rule, RuleIx, Urgency,
};

/// The outcome of a response. Total: an empty, partial or contradictory
/// response has one too, with at least one reason.
///
/// It takes the content and the answers, and nothing that a page sets:
///
/// ```
/// use sciatica_check::{engine, model::{Guide, Outcome, Response}};
/// fn decides(guide: &Guide, response: &Response) -> Outcome {
///     engine::evaluate(guide, response)
/// }
/// ```
///
/// ```compile_fail
/// use sciatica_check::{engine, model::{Guide, Outcome, Response}, view::Options};
/// fn decides(guide: &Guide, response: &Response, options: &Options) -> Outcome {
///     engine::evaluate(guide, response, options)
/// }
/// ```
pub fn evaluate(guide: &Guide, response: &Response) -> Outcome {
    let reading = Reading::new(guide, response);
    let mut reasons = Vec::new();

    let decisive = decide(&reading, &mut reasons, |rule| rule.urgency.is_some());
    let urgency = decisive.iter().filter_map(|rule| rule.urgency).max();
    // Content without a rule for everybody else does not compile; should
    // it happen all the same, ask for an assessment.
    let urgency = urgency.unwrap_or(Urgency::Soon);
    let decisive = decide(&reading, &mut reasons, |rule| rule.massage.is_some());
    let massage = decisive.iter().filter_map(|rule| rule.massage).min();
    let massage = massage.unwrap_or(Massage::AfterAssessment).min(urgency.massage_ceiling());

    let reading = reading.with_levels(urgency, massage);
    Outcome {
        urgency,
        massage,
        pattern: first_fitting(&reading, &guide.patterns),
        irritability: first_fitting(&reading, &guide.irritability),
        reasons,
        guidance: advice(&reading, urgency),
        contradictions: (0..guide.contradictions.len())
            .filter(|index| {
                guide.contradictions.get(*index).is_some_and(|c| reading.truth(&c.when).holds())
            })
            .collect(),
    }
}

/// The rules of one scale that hold, with their reasons. A
/// rule without a condition holds when no other rule of its scale does.
fn decide<'a>(
    reading: &Reading<'a>,
    reasons: &mut Vec<Reason>,
    sets: fn(&Rule) -> bool,
) -> Vec<&'a Rule> {
    let mut decisive = Vec::new();
    let rules = || (0u16..).map(RuleIx).zip(&reading.guide.rules).filter(|(_, rule)| sets(rule));
    for (index, rule) in rules() {
        let Some(when) = &rule.when else { continue };
        if reading.truth(when).holds() {
            decisive.push(rule);
            give(reasons, Reason { rule: index, because: witnesses(reading, when) });
        }
    }
    if decisive.is_empty() {
        for (index, rule) in rules().filter(|(_, rule)| rule.when.is_none()) {
            decisive.push(rule);
            give(reasons, Reason { rule: index, because: Vec::new() });
        }
    }
    decisive
}

/// A rule may speak on both scales; it is one reason.
fn give(reasons: &mut Vec<Reason>, reason: Reason) {
    if reasons.iter().all(|known| known.rule != reason.rule) {
        reasons.push(reason);
    }
}

fn first_fitting(reading: &Reading<'_>, choices: &[Described]) -> usize {
    choices
        .iter()
        .position(|choice| reading.truth(&choice.when) == Truth::True)
        .unwrap_or(choices.len().saturating_sub(1))
}

fn advice(reading: &Reading<'_>, urgency: Urgency) -> Vec<Advice> {
    let lines = reading.guide.guidance.iter().enumerate();
    lines
        .filter(|(_, line)| urgency != Urgency::Emergency || line.section.in_emergency())
        .filter(|(_, line)| reading.truth(&line.when).holds())
        .map(|(index, line)| Advice { line: index, because: witnesses(reading, &line.when) })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::test_support::{answered, guide, question};
    use crate::model::{Answer, OptionSet, Section};

    #[test]
    fn no_answer_at_all_has_an_outcome_with_a_reason() {
        let guide = guide();
        let outcome = evaluate(&guide, &Response::default());
        assert_eq!(outcome.urgency, Urgency::SameDay);
        assert_eq!(outcome.massage, Massage::NotNow);
        assert!(!outcome.reasons.is_empty());
    }

    #[test]
    fn a_reason_names_the_answer_that_met_it() {
        let guide = guide();
        let response =
            answered(&guide, r#"{"cauda-equina": ["bladder", "saddle"], "bladder-when": "new"}"#);
        let outcome = evaluate(&guide, &response);
        let first = &outcome.reasons[0];
        assert_eq!(guide.rule(first.rule).unwrap().id, "E1");
        assert_eq!(first.because[0].question, question(&guide, "bladder-when"));
        assert_eq!(first.because[0].answer, Some(Answer::Options(OptionSet::only(0))));
    }

    #[test]
    fn in_an_emergency_only_what_to_do_and_what_to_watch_for_is_said() {
        let guide = guide();
        let outcome = evaluate(&guide, &answered(&guide, r#"{"sudden": ["chest"]}"#));
        assert_eq!(outcome.urgency, Urgency::Emergency);
        for advice in &outcome.guidance {
            let section = guide.guidance[advice.line].section;
            assert!(section.in_emergency(), "{section:?}");
        }
    }

    #[test]
    fn guidance_comes_in_reading_order() {
        let guide = guide();
        let outcome = evaluate(&guide, &answered(&guide, r#"{"legs": "one"}"#));
        let sections: Vec<Section> =
            outcome.guidance.iter().map(|advice| guide.guidance[advice.line].section).collect();
        assert!(sections.is_sorted(), "{sections:?}");
    }

    #[test]
    fn massage_never_passes_the_ceiling_of_the_urgency() {
        let mut guide = guide();
        for rule in &mut guide.rules {
            rule.massage = rule.massage.map(|_| Massage::MayHelpWithPlan);
        }
        let outcome = evaluate(&guide, &answered(&guide, r#"{"sudden": ["chest"]}"#));
        assert_eq!(outcome.massage, Massage::NotNow);
    }
}
