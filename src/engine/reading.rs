//! What a condition means for a response.
//!
//! An answer counts only while its question is on the person's path: a reading
//! sees through answers that have left it, so nothing depends on when the
//! response was last pruned.

use std::cell::RefCell;

use super::Truth;
use crate::model::{
    Answer, Condition, FactIx, Guide, Massage, OptionSet, QuestionIx, Response, Urgency,
};

/// A response, read with a guide.
pub struct Reading<'a> {
    /// What the check knows.
    pub guide: &'a Guide,
    /// What was answered.
    pub response: &'a Response,
    /// How a question without an answer reads: unknown for rules; "nothing
    /// chosen yet" for the way that can be expected.
    unanswered: Truth,
    /// The levels, once they are known: guidance may depend on them.
    levels: Option<(Urgency, Massage)>,
    enabled: RefCell<Vec<Option<Truth>>>,
    facts: RefCell<Vec<Option<Truth>>>,
}

impl<'a> Reading<'a> {
    /// For rules: no answer is unknown.
    pub fn new(guide: &'a Guide, response: &'a Response) -> Self {
        Self {
            guide,
            response,
            unanswered: Truth::Unknown,
            levels: None,
            enabled: RefCell::new(vec![None; guide.questions.len()]),
            facts: RefCell::new(vec![None; guide.facts.len()]),
        }
    }

    /// For the way that can be expected: no answer reads as nothing chosen.
    pub fn expected(guide: &'a Guide, response: &'a Response) -> Self {
        Self { unanswered: Truth::False, ..Self::new(guide, response) }
    }

    /// The same reading, now that the levels are known.
    pub fn with_levels(self, urgency: Urgency, massage: Massage) -> Self {
        Self { levels: Some((urgency, massage)), ..self }
    }

    /// Whether a question is on the person's path.
    pub fn enabled(&self, question: QuestionIx) -> Truth {
        let index = usize::from(question.0);
        if let Some(Some(known)) = self.enabled.borrow().get(index) {
            return *known;
        }
        let truth = match self.guide.question(question) {
            Some(question) => self.truth(&question.enable_when),
            None => Truth::False,
        };
        if let Some(slot) = self.enabled.borrow_mut().get_mut(index) {
            *slot = Some(truth);
        }
        truth
    }

    /// The answer that counts: none once its question has left the path.
    pub fn answer(&self, question: QuestionIx) -> Option<Answer> {
        let answer = self.response.get(question)?;
        (self.enabled(question) != Truth::False).then_some(answer)
    }

    /// Whether a condition holds.
    pub fn truth(&self, condition: &Condition) -> Truth {
        match condition {
            Condition::Always => Truth::True,
            Condition::Chosen { question, any_of } => {
                self.asked(*question, |answer| chosen(answer, *any_of))
            }
            Condition::AtLeast { question, value } => {
                self.asked(*question, |answer| matches!(answer, Answer::Value(v) if v >= *value))
            }
            Condition::AtMost { question, value } => {
                self.asked(*question, |answer| matches!(answer, Answer::Value(v) if v <= *value))
            }
            Condition::Unanswered(question) => match self.enabled(*question) {
                // On the way that can be expected, what is still to be asked is not yet passed over.
                Truth::True => {
                    let passed_over = self.unanswered == Truth::Unknown;
                    (passed_over && self.response.get(*question).is_none()).into()
                }
                truth => truth,
            },
            Condition::Fact(fact) => self.fact(*fact),
            Condition::Rule(rule) => {
                match self.guide.rule(*rule).and_then(|rule| rule.when.as_ref()) {
                    Some(when) => self.truth(when),
                    None => Truth::Unknown,
                }
            }
            Condition::Urgency(any_of) => match self.levels {
                Some((urgency, _)) => any_of.contains(&urgency).into(),
                None => Truth::Unknown,
            },
            Condition::Massage(any_of) => match self.levels {
                Some((_, massage)) => any_of.contains(&massage).into(),
                None => Truth::Unknown,
            },
            Condition::Not(inner) => self.truth(inner).negated(),
            Condition::All(parts) => Truth::all(parts.iter().map(|part| self.truth(part))),
            Condition::Any(parts) => Truth::any(parts.iter().map(|part| self.truth(part))),
            Condition::Unless(when, except) => match self.truth(except) {
                Truth::True => Truth::False,
                _ => self.truth(when),
            },
            Condition::Score { at_least, parts } => {
                let (mut least, mut most) = (0, 0);
                for part in parts {
                    match self.truth(&part.condition) {
                        Truth::False => {}
                        Truth::True => {
                            least = part.weight.saturating_add(least);
                            most = part.weight.saturating_add(most);
                        }
                        Truth::Unknown if part.weight > 0 => {
                            most = part.weight.saturating_add(most)
                        }
                        Truth::Unknown => least = part.weight.saturating_add(least),
                    }
                }
                if least >= *at_least {
                    Truth::True
                } else if most < *at_least {
                    Truth::False
                } else {
                    Truth::Unknown
                }
            }
        }
    }

    /// Content is checked when it is compiled: facts never go round in a
    /// circle, and a question's enable-when looks at earlier questions only.
    fn fact(&self, fact: FactIx) -> Truth {
        let index = usize::from(fact.0);
        if let Some(Some(known)) = self.facts.borrow().get(index) {
            return *known;
        }
        let truth = match self.guide.facts.get(index) {
            Some(fact) => self.truth(&fact.condition),
            None => Truth::Unknown,
        };
        if let Some(slot) = self.facts.borrow_mut().get_mut(index) {
            *slot = Some(truth);
        }
        truth
    }

    fn asked(&self, question: QuestionIx, met_by: impl Fn(Answer) -> bool) -> Truth {
        match (self.enabled(question), self.response.get(question)) {
            (Truth::False, _) => Truth::False,
            (Truth::Unknown, _) => Truth::Unknown,
            (Truth::True, None) => self.unanswered,
            (Truth::True, Some(answer)) => met_by(answer).into(),
        }
    }
}

fn chosen(answer: Answer, any_of: OptionSet) -> bool {
    matches!(answer, Answer::Options(set) if !set.shared(any_of).is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::test_support::{answered, guide, question};
    use crate::model::Part;

    fn chosen(guide: &Guide, id: &str, option: &str) -> Condition {
        let index = question(guide, id);
        let place = guide.question(index).unwrap().option(option).unwrap().0;
        Condition::Chosen { question: index, any_of: OptionSet::only(place) }
    }

    #[test]
    fn no_answer_is_unknown_and_never_no() {
        let guide = guide();
        let nothing = Response::default();
        let one_leg = chosen(&guide, "legs", "one");
        assert_eq!(Reading::new(&guide, &nothing).truth(&one_leg), Truth::Unknown);
        let not = Condition::Not(Box::new(one_leg.clone()));
        assert_eq!(Reading::new(&guide, &nothing).truth(&not), Truth::Unknown);
        assert_eq!(Reading::expected(&guide, &nothing).truth(&one_leg), Truth::False);
    }

    #[test]
    fn an_answer_counts_only_while_its_question_is_on_the_way() {
        let guide = guide();
        let new = chosen(&guide, "bladder-when", "new");
        let ticked = answered(&guide, r#"{"cauda-equina": ["bladder"], "bladder-when": "new"}"#);
        assert_eq!(Reading::new(&guide, &ticked).truth(&new), Truth::True);
        let unticked = answered(&guide, r#"{"cauda-equina": ["none"], "bladder-when": "new"}"#);
        assert_eq!(Reading::new(&guide, &unticked).truth(&new), Truth::False);
        assert_eq!(Reading::new(&guide, &unticked).answer(question(&guide, "bladder-when")), None);
    }

    #[test]
    fn an_exception_that_is_not_known_is_no_exception() {
        let guide = guide();
        let response = answered(&guide, r#"{"sudden": ["accident"], "accident-when": "week"}"#);
        let rule = Condition::Unless(
            Box::new(chosen(&guide, "accident-when", "week")),
            Box::new(chosen(&guide, "accident-checked", "yes")),
        );
        assert_eq!(Reading::new(&guide, &response).truth(&rule), Truth::True);
    }

    #[test]
    fn a_score_is_decided_as_soon_as_the_rest_cannot_change_it() {
        let guide = guide();
        let response = answered(&guide, r#"{"legs": "one", "age": "18-49"}"#);
        let reading = Reading::new(&guide, &response);
        let score = |at_least, parts: &[(i16, &str, &str)]| Condition::Score {
            at_least,
            parts: parts
                .iter()
                .map(|(weight, id, option)| Part {
                    weight: *weight,
                    condition: chosen(&guide, id, option),
                })
                .collect(),
        };
        let one_known = [(2, "legs", "one"), (1, "trend", "same")];
        assert_eq!(reading.truth(&score(2, &one_known)), Truth::True);
        assert_eq!(reading.truth(&score(3, &one_known)), Truth::Unknown);
        assert_eq!(reading.truth(&score(4, &one_known)), Truth::False);
        let may_take_away = [(2, "legs", "one"), (-1, "trend", "same")];
        assert_eq!(reading.truth(&score(2, &may_take_away)), Truth::Unknown);
    }
}
