//! What can be said on the telephone: words for each answer that can bring about help now
//! or today, so that somebody says what they ticked and not all that a rule is about.

use std::collections::BTreeSet;

use super::Compiler;
use crate::model::{Condition, Known, Question, QuestionIx, Rule, Urgency};

impl Compiler {
    /// Gives words to the answers that can make an urgent rule hold; and to a rule itself
    /// only where it can hold without one of them.
    pub(super) fn say(&mut self, rules: &mut [Rule], questions: &mut [Question], known: &[Known]) {
        let urgent = |rule: &Rule| rule.urgency >= Some(Urgency::SameDay);
        let mut raising = BTreeSet::new();
        for rule in rules.iter().filter(|rule| urgent(rule)) {
            self.raising(rules, rule.when.as_ref(), &mut raising);
        }
        for (index, place) in raising {
            let at = usize::from(index.0);
            let Some(question) = questions.get_mut(at) else { continue };
            let Some(option) = question.options.get_mut(place) else { continue };
            let key = format!("questions.{}.say.{}", question.id, option.id);
            let denies = self.declared.get(at).is_some_and(|it| it.no.contains(&option.id));
            let asked = known.iter().all(|known| known.question != index);
            option.say = match asked && !denies {
                true => Some(self.words.text(&key)),
                // It says "no", or nobody is asked for it: it speaks only if it has words.
                false => self.words.maybe(&key),
            };
        }
        let silent: Vec<bool> = rules
            .iter()
            .map(|rule| {
                urgent(rule)
                    && !rule.when.as_ref().is_some_and(|when| self.speaks(rules, questions, when))
            })
            .collect();
        for (rule, _) in rules.iter_mut().zip(silent).filter(|(_, silent)| *silent) {
            rule.say = Some(self.words.text(&format!("rules.{}.say", rule.id)));
        }
    }

    /// The options whose choice can make a condition hold.
    fn raising(
        &self,
        rules: &[Rule],
        condition: Option<&Condition>,
        found: &mut BTreeSet<(QuestionIx, usize)>,
    ) {
        match condition {
            Some(Condition::Chosen { question, any_of }) => {
                let options = self.names.questions.get(usize::from(question.0));
                let all = options.and_then(|it| it.options.as_ref()).map_or(0, Vec::len);
                found.extend((0..all).filter(|it| any_of.has(*it)).map(|it| (*question, it)));
            }
            // An exception, and what must not be, speak of what is not there.
            Some(Condition::Unless(when, _)) => self.raising(rules, Some(&**when), found),
            Some(Condition::Not(_)) | None => {}
            Some(other) => {
                self.raising(rules, self.behind(rules, other), found);
                for part in other.parts() {
                    self.raising(rules, Some(part), found);
                }
            }
        }
    }

    /// Whether an answer with words is among those that make a condition hold, however it does.
    fn speaks(&self, rules: &[Rule], questions: &[Question], condition: &Condition) -> bool {
        let speaks = |part: &Condition| self.speaks(rules, questions, part);
        match condition {
            Condition::Chosen { question, any_of } => {
                let options = questions.get(usize::from(question.0)).map(|it| &it.options);
                let options = options.into_iter().flatten().enumerate();
                let mut counting = options.filter(|(place, _)| any_of.has(*place));
                counting.all(|(_, option)| option.say.is_some())
            }
            Condition::All(parts) => parts.iter().any(speaks),
            Condition::Any(parts) => parts.iter().all(speaks),
            Condition::Unless(when, _) => speaks(when),
            Condition::Score { parts, .. } => parts.iter().all(|part| speaks(&part.condition)),
            other => self.behind(rules, other).is_some_and(speaks),
        }
    }

    /// The condition of a fact or a rule that is named.
    fn behind<'a>(&'a self, rules: &'a [Rule], condition: &Condition) -> Option<&'a Condition> {
        match condition {
            Condition::Fact(fact) => self.names.condition_of(*fact),
            Condition::Rule(rule) => rules.get(usize::from(rule.0))?.when.as_ref(),
            _ => None,
        }
    }
}
