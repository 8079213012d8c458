//! What of an outcome can be told to somebody who has not been asked everything yet.
//!
//! An outcome is worked out with care: what is open counts as open, whether or not it was
//! asked. A screen must not say "no answer" of a question that nobody has put.

use super::{State, journey};
use crate::model::{Advice, Guide, Outcome, QuestionIx, Reason, Rule, Section, Witness};

/// Whether a question has been put to the person.
pub fn is_put(guide: &Guide, state: &State, question: QuestionIx) -> bool {
    let answered = state.settled().get(question).is_some();
    answered || (guide.asks(question) && (state.put.is_empty() || state.put.contains(&question)))
}

/// Whether something on the person's way has not been put to them: they have stopped on the
/// way, for help today.
pub fn is_early(guide: &Guide, state: &State) -> bool {
    journey::way(guide, state.settled()).iter().any(|question| !is_put(guide, state, *question))
}

/// The outcome without what rests on questions that have not been put. The levels stay, and
/// so does whatever alone sets one.
pub fn only_asked(guide: &Guide, state: &State, outcome: Outcome) -> Outcome {
    let put = |it: &Witness| it.answer.is_some() || is_put(guide, state, it.question);
    // What holds for everybody rests on no answer.
    let rests = |because: &[Witness]| because.is_empty() || because.iter().any(put);
    let grounded = |reason: &&Reason| rests(&reason.because);
    let rule = |reason: &Reason| guide.rule(reason.rule);
    let alone = |of: &dyn Fn(&Rule) -> bool| {
        !outcome.reasons.iter().filter(grounded).filter_map(rule).any(of)
    };
    let urgent = |rule: &Rule| rule.urgency == Some(outcome.urgency);
    let massage = |rule: &Rule| rule.massage == Some(outcome.massage);
    let (urgent_alone, massage_alone) = (alone(&urgent), alone(&massage));
    let needed = |it: &Rule| (urgent_alone && urgent(it)) || (massage_alone && massage(it));
    let stays = |it: &Reason| rests(&it.because) || rule(it).is_some_and(needed);
    let early = is_early(guide, state);
    let fits = |section: Section| !early || section.before_all_is_asked();
    let only_put = |because: &[Witness]| because.iter().filter(|it| put(it)).copied().collect();
    let section = |line: usize| guide.guidance.get(line).map(|line| line.section);
    Outcome {
        reasons: outcome
            .reasons
            .iter()
            .filter(|it| stays(it))
            .map(|it| Reason { because: only_put(&it.because), ..*it })
            .collect(),
        guidance: outcome
            .guidance
            .iter()
            .filter(|it| rests(&it.because) && section(it.line).is_some_and(fits))
            .map(|it| Advice { because: only_put(&it.because), ..*it })
            .collect(),
        ..outcome
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::test_support::{answered, guide, page, question};
    use crate::engine::{Action, Screen, evaluate, step};

    /// At the notice, by way of the last page of warning signs.
    fn at_the_notice(guide: &Guide) -> State {
        let response = answered(
            guide,
            r#"{"cauda-equina": ["none"], "sudden": ["none"], "legs": "one",
                "nerve-signs": ["none"], "illness": ["fever"], "health": ["none"]}"#,
        );
        let screen = Screen::Page(page(guide, "health"));
        let state = State { screen, response, ..State::default() };
        let state = step(guide, &state, Action::Continue);
        assert!(matches!(state.screen, Screen::Notice(_)));
        state
    }

    fn ids(guide: &Guide, outcome: &Outcome) -> Vec<String> {
        outcome.reasons.iter().map(|it| guide.rule(it.rule).unwrap().id.clone()).collect()
    }

    #[test]
    fn what_has_not_been_asked_is_not_told_as_unanswered() {
        let guide = guide();
        let state = at_the_notice(&guide);
        let all = evaluate(&guide, &state.response);
        assert!(ids(&guide, &all).contains(&"R6".to_owned()), "the outcome itself is careful");
        assert!(is_early(&guide, &state));
        let told = only_asked(&guide, &state, all.clone());
        assert!(!ids(&guide, &told).contains(&"R6".to_owned()));
        assert_eq!((told.urgency, told.massage), (all.urgency, all.massage));
        let open = told.reasons.iter().flat_map(|it| &it.because).find(|it| it.answer.is_none());
        assert_eq!(open, None);
    }

    #[test]
    fn what_was_asked_and_passed_over_is_told() {
        let guide = guide();
        let mut state = at_the_notice(&guide);
        state.put.push(question(&guide, "trend"));
        let told = only_asked(&guide, &state, evaluate(&guide, &state.response));
        let open = told.reasons.iter().find(|it| guide.rule(it.rule).unwrap().id == "R6");
        let asked: Vec<QuestionIx> = open.unwrap().because.iter().map(|it| it.question).collect();
        assert_eq!(asked, [question(&guide, "trend")]);
    }

    #[test]
    fn what_alone_sets_a_level_stays() {
        let guide = guide();
        let mut state = at_the_notice(&guide);
        state.response = answered(&guide, r#"{"legs": "one"}"#);
        let told = only_asked(&guide, &state, evaluate(&guide, &state.response));
        assert_eq!(ids(&guide, &told)[0], "R6");
        assert!(told.reasons[0].because.iter().all(|it| is_put(&guide, &state, it.question)));
    }

    #[test]
    fn answers_that_came_all_at_once_count_as_asked() {
        let guide = guide();
        let state = State { response: answered(&guide, r#"{"legs": "one"}"#), ..State::default() };
        let all = evaluate(&guide, &state.response);
        assert!(!is_early(&guide, &state));
        assert_eq!(only_asked(&guide, &state, all.clone()), all);
    }
}
