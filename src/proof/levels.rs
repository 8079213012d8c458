//! How careful the outcome is, for all responses at once: the rules, each with
//! the responses for which it holds, and the levels that they give.

use std::borrow::Cow;
use std::cell::OnceCell;
use std::collections::HashSet;

use biodivine_lib_bdd::{Bdd, BddVariable};

use super::{Symbolic, Symbols};
use crate::model::{Condition, Massage, Rule, RuleIx, Urgency};

/// At least this urgency, or at most this massage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Careful {
    /// The urgency is this or higher.
    Urgency(Urgency),
    /// The massage offered is this or less.
    Massage(Massage),
}

impl Careful {
    /// All that an outcome can fall short of.
    pub const ALL: [Self; 6] = [
        Self::Urgency(Urgency::Soon),
        Self::Urgency(Urgency::SameDay),
        Self::Urgency(Urgency::Emergency),
        Self::Massage(Massage::NotNow),
        Self::Massage(Massage::AfterAssessment),
        Self::Massage(Massage::GentleWithPlan),
    ];

    /// What a rule asks for, on either scale.
    pub fn of(rule: &Rule) -> impl Iterator<Item = Self> {
        rule.urgency.map(Self::Urgency).into_iter().chain(rule.massage.map(Self::Massage))
    }

    /// Whether a rule asks for at least this: by its level, or by the ceiling
    /// that its urgency sets to massage.
    pub fn asked_by(self, rule: &Rule) -> bool {
        match self {
            Self::Urgency(level) => rule.urgency >= Some(level),
            Self::Massage(level) => {
                let ceiling = rule.urgency.map(Urgency::massage_ceiling);
                [rule.massage, ceiling].into_iter().flatten().any(|massage| massage <= level)
            }
        }
    }

    /// Whether a rule sets a level on this scale, and a less careful one.
    pub fn is_passed_by(self, rule: &Rule) -> bool {
        self.set_by(rule) && !self.asked_by(rule)
    }

    fn set_by(self, rule: &Rule) -> bool {
        match self {
            Self::Urgency(_) => rule.urgency.is_some(),
            Self::Massage(_) => rule.massage.is_some(),
        }
    }

    /// An outcome that falls short of it, in words.
    pub fn missed(self) -> String {
        match self {
            Self::Urgency(level) => format!("urgency is below {}", level.wire()),
            Self::Massage(level) => format!("massage is beyond {}", level.wire()),
        }
    }
}

/// A rule, and for whom it holds.
pub struct Row<'a> {
    /// Its place.
    pub index: RuleIx,
    /// The rule.
    pub rule: &'a Rule,
    /// The responses for which it holds.
    pub holds: Bdd,
    /// What that depends on.
    looks_at: HashSet<BddVariable>,
}

impl Row<'_> {
    /// For whom it holds where these answers are given.
    pub fn given(&self, answers: &[(BddVariable, bool)]) -> Cow<'_, Bdd> {
        match answers.iter().any(|(variable, _)| self.looks_at.contains(variable)) {
            true => Cow::Owned(self.holds.restrict(answers)),
            false => Cow::Borrowed(&self.holds),
        }
    }
}

/// The decision table for all responses.
pub struct Levels<'a> {
    rows: Vec<Row<'a>>,
    otherwise: Vec<&'a Rule>,
    symbols: &'a Symbols,
    exactly: OnceCell<Vec<(Careful, Bdd)>>,
}

impl<'a> Levels<'a> {
    /// The rules of a guide, and the levels that they give.
    pub fn new(symbolic: &Symbolic<'a>) -> Self {
        let indexed = (0u16..).map(RuleIx).zip(&symbolic.guide.rules);
        let row = |(index, rule): (RuleIx, &'a Rule)| {
            let holds = symbolic.sets(&Condition::Rule(index)).holds;
            rule.when.as_ref().map(|_| Row { index, rule, looks_at: holds.support_set(), holds })
        };
        let mut rows: Vec<Row<'_>> = indexed.filter_map(row).collect();
        // Small sets first: one of them is mostly enough.
        rows.sort_by_key(|row| row.holds.size());
        let otherwise = symbolic.guide.rules.iter().filter(|rule| rule.when.is_none()).collect();
        Self { rows, otherwise, symbols: symbolic.symbols, exactly: OnceCell::new() }
    }

    /// The rules with a condition, those with the smallest sets first.
    pub fn rows(&self) -> &[Row<'a>] {
        &self.rows
    }

    /// The rules for everybody whom no other rule of their scale is for.
    pub fn otherwise(&self) -> &[&'a Rule] {
        &self.otherwise
    }

    /// The responses that get this urgency.
    pub fn urgency_is(&self, level: Urgency) -> Bdd {
        self.exactly(Careful::Urgency(level))
    }

    /// The responses that are offered this massage.
    pub fn massage_is(&self, level: Massage) -> Bdd {
        self.exactly(Careful::Massage(level))
    }

    fn exactly(&self, level: Careful) -> Bdd {
        let known = self.exactly.get_or_init(|| self.each_level());
        let known = known.iter().find(|(known, _)| *known == level);
        known.map_or_else(|| self.symbols.none(), |(_, set)| set.clone())
    }

    fn each_level(&self) -> Vec<(Careful, Bdd)> {
        let urgency = self.by_urgency(self.symbols.all()).into_iter();
        let massage = self.by_massage(self.symbols.all()).into_iter();
        let urgency = urgency.map(|(level, set)| (Careful::Urgency(level), set));
        urgency.chain(massage.map(|(level, set)| (Careful::Massage(level), set))).collect()
    }

    /// These people by the urgency that they get, the most urgent first.
    pub fn by_urgency(&self, people: Bdd) -> Vec<(Urgency, Bdd)> {
        self.split(people, Urgency::ALL.into_iter().rev(), Careful::Urgency)
    }

    /// These people by the massage that they are offered, the least first.
    pub fn by_massage(&self, people: Bdd) -> Vec<(Massage, Bdd)> {
        self.split(people, Massage::ALL.into_iter(), Careful::Massage)
    }

    /// The most careful level first; whom it is for gets no other.
    fn split<L: Copy>(
        &self,
        people: Bdd,
        levels: impl Iterator<Item = L>,
        at_least: fn(L) -> Careful,
    ) -> Vec<(L, Bdd)> {
        let mut left = people;
        let mut split = Vec::new();
        for level in levels {
            let less = self.less_careful(left.clone(), at_least(level));
            split.push((level, left.and_not(&less)));
            left = less;
        }
        split
    }

    /// Those of these people whose outcome is less careful than this.
    pub fn less_careful(&self, people: Bdd, than: Careful) -> Bdd {
        self.less_careful_given(people, than, &[])
    }

    /// The same, once they have given these answers.
    pub fn less_careful_given(
        &self,
        people: Bdd,
        than: Careful,
        answers: &[(BddVariable, bool)],
    ) -> Bdd {
        let left = without(people, self.asking(than).map(|row| row.given(answers)));
        if left.is_false() || !self.enough_otherwise(than) {
            return left;
        }
        let beyond = self.beyond(than).map(|row| left.and(&row.given(answers)));
        beyond.fold(self.symbols.none(), |any, one| any.or(&one))
    }

    /// The rules that ask for at least this.
    pub fn asking(&self, this: Careful) -> impl Iterator<Item = &Row<'a>> {
        self.rows.iter().filter(move |row| this.asked_by(row.rule))
    }

    /// The rules by which somebody gets less than this although what everybody
    /// else gets is enough.
    pub fn beyond(&self, this: Careful) -> impl Iterator<Item = &Row<'a>> {
        let enough = self.enough_otherwise(this);
        self.rows.iter().filter(move |row| enough && this.is_passed_by(row.rule))
    }

    /// Whether the rule for everybody else asks for at least this.
    fn enough_otherwise(&self, this: Careful) -> bool {
        self.otherwise.iter().any(|rule| this.set_by(rule) && this.asked_by(rule))
    }
}

/// People without those of these sets; nobody is looked for among nobody.
pub fn without<'b>(people: Bdd, sets: impl IntoIterator<Item = Cow<'b, Bdd>>) -> Bdd {
    let mut left = people;
    for set in sets {
        if left.is_false() {
            break;
        }
        left = left.and_not(&set);
    }
    left
}
