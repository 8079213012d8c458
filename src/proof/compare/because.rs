//! Which rules and claims moved somebody. Who is treated with more care is so by what
//! the new content asks for; who is treated with less, by what the old one asked for.

use biodivine_lib_bdd::Bdd;

use super::both::Both;
use super::side::Side;
use crate::model::{Claim, Massage, Rule, Urgency};
use crate::proof::{Careful, Count};

/// A rule or a claim that moved somebody.
pub struct Cause {
    /// Its name.
    pub id: String,
    /// What became of it.
    pub how: String,
    /// What it says.
    pub says: String,
    /// How many complete answer sets it moved, alone or with others.
    pub count: Count,
}

/// A level to which somebody moved, or from which.
pub struct Turn<'t, 'a> {
    /// More care is taken than before.
    pub more: bool,
    /// The more careful of the two levels.
    pub level: Careful,
    /// Who moved.
    pub people: &'t Bdd,
    /// Where they did.
    pub both: &'t Both<'a>,
}

impl<'t, 'a> Turn<'t, 'a> {
    /// The content that asks for the more careful level, and the other.
    fn sides(&self) -> (&'t Side<'a>, &'t Side<'a>) {
        let Both { old, new, .. } = self.both;
        if self.more { (new, old) } else { (old, new) }
    }

    /// The rules that did it.
    pub fn rules(&self) -> Vec<Cause> {
        let (asking, other) = self.sides();
        let same = if self.more { "holds for them now" } else { "no longer holds for them" };
        let mut left = self.people.clone();
        let mut causes = Vec::new();
        for row in asking.levels.asking(self.level) {
            let people = row.holds.and(self.people);
            if !people.is_false() {
                left = left.and_not(&people);
                causes.push(self.rule(row.rule, asking, other, same, &people));
            }
        }
        if left.is_false() {
            return causes;
        }
        // Nothing asked for it but the rule for everybody else, which the other content's
        // rules do not leave them to.
        for rule in asking.levels.otherwise().iter().filter(|rule| self.level.asked_by(rule)) {
            causes.push(self.rule(
                rule,
                asking,
                other,
                "is for all whom no other rule is for",
                &left,
            ));
        }
        for row in other.levels.beyond(self.level) {
            let people = row.holds.and(&left);
            if !people.is_false() {
                let how = if self.more { "no longer holds" } else { "holds now" };
                causes.push(self.rule(row.rule, other, asking, how, &people));
            }
        }
        causes
    }

    fn rule(
        &self,
        rule: &Rule,
        here: &Side<'a>,
        there: &Side<'a>,
        same: &str,
        people: &Bdd,
    ) -> Cause {
        let other = there.version.guide.rules.iter().find(|it| it.id == rule.id);
        let levels = |rule: &Rule| asks(rule.urgency, rule.massage);
        let new = std::ptr::eq(here, &self.both.new);
        let how = match other {
            None if new => format!("is new and asks for {}", levels(rule)),
            None => format!("is gone and asked for {}", levels(rule)),
            Some(other) if levels(other) != levels(rule) => {
                let (was, is) = if new { (other, rule) } else { (rule, other) };
                format!("asked for {} and asks for {}", levels(was), levels(is))
            }
            Some(_) => same.to_owned(),
        };
        let says = here.version.words.text(rule.why).to_owned();
        Cause { id: rule.id.clone(), how, says, count: self.both.count(people) }
    }

    /// The claims that did it, or that speak against it.
    pub fn claims(&self) -> Vec<Cause> {
        let (asking, other) = self.sides();
        let mut causes = Vec::new();
        for (claim, speaks) in asking.claims.iter().filter(|(claim, _)| self.asked_by(claim)) {
            let people = speaks.and(self.people);
            if people.is_false() {
                continue;
            }
            let there = other.claims.iter().find(|(it, _)| it.id == claim.id);
            let how = match (there, self.more) {
                (None, true) => "is new",
                (None, false) => "is gone",
                (Some((it, spoke)), more) => {
                    let asked = self.asked_by(it);
                    match (asked && !spoke.and(&people).is_false(), asked, more) {
                        (true, _, true) => "was not kept for them",
                        (true, _, false) => "is not kept for them",
                        (_, true, true) => "speaks of them now",
                        (_, true, false) => "no longer speaks of them",
                        (_, false, true) => "asks for more care now",
                        (_, false, false) => "asks for less care now",
                    }
                }
            };
            causes.push(Cause {
                id: claim.id.clone(),
                how: how.to_owned(),
                says: claim.says.clone(),
                count: self.both.count(&people),
            });
        }
        causes
    }

    fn asked_by(&self, claim: &Claim) -> bool {
        match self.level {
            Careful::Urgency(level) => claim.urgency >= Some(level),
            Careful::Massage(level) => claim.massage.is_some_and(|massage| massage <= level),
        }
    }
}

/// The levels that a rule or a claim asks for.
pub fn asks(urgency: Option<Urgency>, massage: Option<Massage>) -> String {
    let asked = urgency.map(Urgency::wire).into_iter().chain(massage.map(Massage::wire));
    asked.collect::<Vec<_>>().join(" and ")
}
