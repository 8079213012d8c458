//! What depends on what: which questions a condition looks at through facts and
//! rules, and whether anything depends on itself.

use std::collections::BTreeSet;

use super::resolve::Names;
use crate::model::{Condition, FactIx, Question, QuestionIx, Rule, Urgency};

/// Conditions with the facts and rules that they name.
pub(super) struct Graph<'a> {
    pub(super) names: &'a Names,
    pub(super) rules: &'a [Rule],
}

impl Graph<'_> {
    /// The questions that a rule for an emergency or for help today depends
    /// on, with those that decide whether they are asked.
    pub(super) fn safety(&self, questions: &[Question]) -> BTreeSet<QuestionIx> {
        let serious = self.rules.iter().filter(|rule| rule.urgency >= Some(Urgency::SameDay));
        let mut found: BTreeSet<QuestionIx> = serious
            .filter_map(|rule| rule.when.as_ref())
            .flat_map(|when| self.questions(when))
            .collect();
        loop {
            let parents = found.iter().filter_map(|index| questions.get(usize::from(index.0)));
            let parents: BTreeSet<QuestionIx> =
                parents.flat_map(|question| self.questions(&question.enable_when)).collect();
            if parents.is_subset(&found) {
                return found;
            }
            found.extend(parents);
        }
    }

    /// The questions that a condition looks at.
    pub(super) fn questions(&self, condition: &Condition) -> BTreeSet<QuestionIx> {
        let mut found = BTreeSet::new();
        self.visit(condition, &mut Vec::new(), &mut |part| found.extend(part.question()));
        found
    }

    /// The facts whose condition leads back to themselves.
    pub(super) fn circles(&self, facts: usize) -> Vec<FactIx> {
        (0..facts as u16)
            .map(FactIx)
            .filter(|fact| {
                let mut itself = false;
                if let Some(condition) = self.names.condition_of(*fact) {
                    let is_itself =
                        |part: &Condition| matches!(part, Condition::Fact(f) if f == fact);
                    self.visit(condition, &mut Vec::new(), &mut |part| itself |= is_itself(part));
                }
                itself
            })
            .collect()
    }

    /// Every condition below this one, each fact and rule entered once.
    fn visit(
        &self,
        condition: &Condition,
        entered: &mut Vec<Condition>,
        see: &mut impl FnMut(&Condition),
    ) {
        see(condition);
        let named = match condition {
            Condition::Fact(fact) => self.names.condition_of(*fact),
            Condition::Rule(rule) => {
                self.rules.get(usize::from(rule.0)).and_then(|rule| rule.when.as_ref())
            }
            _ => None,
        };
        if let Some(named) = named {
            if entered.contains(condition) {
                return;
            }
            entered.push(condition.clone());
            self.visit(named, entered, see);
        }
        for part in condition.parts() {
            self.visit(part, entered, see);
        }
    }
}
