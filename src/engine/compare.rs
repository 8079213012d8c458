//! Two responses of one person side by side: which answers differ, and what
//! follows from that. Says nothing about when they were given.

use super::evaluate;
use crate::model::{Answer, Guide, Massage, QuestionIx, Response, Urgency};

/// What differs between two responses.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comparison {
    /// The answers that differ, in the order of the questions.
    pub answers: Vec<Difference>,
    /// How soon to get help, before and after.
    pub urgency: (Urgency, Urgency),
    /// What massage is offered, before and after.
    pub massage: (Massage, Massage),
    /// Other rules hold, or other advice is given.
    pub reasons_differ: bool,
}

/// One question's answer, before and after.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// The question.
    pub question: QuestionIx,
    /// The answer before; `None`: there was none.
    pub before: Option<Answer>,
    /// The answer after; `None`: there is none, or the question no longer arises.
    pub after: Option<Answer>,
}

impl Comparison {
    /// Whether either level differs.
    pub fn levels_differ(&self) -> bool {
        self.urgency.0 != self.urgency.1 || self.massage.0 != self.massage.1
    }
}

/// Compares two responses.
pub fn compare(guide: &Guide, before: &Response, after: &Response) -> Comparison {
    let (was, is) = (evaluate(guide, before), evaluate(guide, after));
    let answers = guide.questions().map(|(question, _)| Difference {
        question,
        before: before.get(question),
        after: after.get(question),
    });
    let rules = |outcome: &crate::model::Outcome| {
        let rules = outcome.reasons.iter().map(|reason| reason.rule).collect::<Vec<_>>();
        (rules, outcome.guidance.iter().map(|advice| advice.line).collect::<Vec<_>>())
    };
    Comparison {
        answers: answers.filter(|answer| answer.before != answer.after).collect(),
        urgency: (was.urgency, is.urgency),
        massage: (was.massage, is.massage),
        reasons_differ: rules(&was) != rules(&is),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::test_support::{example, guide, option, question};

    #[test]
    fn a_worse_course_shows_as_one_answer_and_a_higher_urgency() {
        let guide = guide();
        let before = example(&guide);
        let mut after = before.clone();
        let trend = question(&guide, "trend");
        after.set(trend, Some(option(&guide, "trend", "fast-worse")));
        let comparison = compare(&guide, &before, &after);
        let changed: Vec<QuestionIx> = comparison.answers.iter().map(|it| it.question).collect();
        assert_eq!(changed, vec![trend]);
        assert_eq!(comparison.urgency, (Urgency::Soon, Urgency::SameDay));
        assert!(comparison.levels_differ() && comparison.reasons_differ);
    }

    #[test]
    fn the_same_answers_differ_in_nothing() {
        let guide = guide();
        let comparison = compare(&guide, &example(&guide), &example(&guide));
        assert_eq!(comparison.answers, Vec::new());
        assert!(!comparison.levels_differ() && !comparison.reasons_differ);
    }

    #[test]
    fn an_answer_taken_away_is_told_as_none() {
        let guide = guide();
        let mut after = example(&guide);
        after.set(question(&guide, "setback"), None);
        let comparison = compare(&guide, &example(&guide), &after);
        assert_eq!(comparison.answers.len(), 1);
        assert!(comparison.answers[0].before.is_some() && comparison.answers[0].after.is_none());
    }
}
