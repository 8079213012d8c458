//! The outcome's levels for all responses at once.

use biodivine_lib_bdd::Bdd;

use super::Symbolic;
use crate::model::{Massage, Rule, Urgency};

/// For each level, the responses that get it.
pub struct Levels {
    urgency: Vec<Bdd>,
    massage: Vec<Bdd>,
}

impl Levels {
    /// The levels that the rules give. Massage stays below the ceiling of the
    /// urgency, as in the engine.
    pub fn new(symbolic: &Symbolic<'_>) -> Self {
        let rules = &symbolic.guide.rules;
        let holds = |rule: &Rule| match &rule.when {
            Some(when) => symbolic.sets(when).holds,
            None => symbolic.symbols.none(),
        };
        let fired = |wanted: &dyn Fn(&Rule) -> bool| {
            let wanted = rules.iter().filter(|rule| wanted(rule));
            wanted.map(holds).fold(symbolic.symbols.none(), |any, one| any.or(&one))
        };
        let otherwise = |wanted: &dyn Fn(&Rule) -> bool| {
            rules.iter().any(|rule| rule.when.is_none() && wanted(rule))
        };

        let mut left = symbolic.symbols.all();
        let none_fired = fired(&|rule| rule.urgency.is_some()).not();
        let mut urgency: Vec<Bdd> = Urgency::ALL
            .into_iter()
            .rev()
            .map(|level| {
                let mut set = fired(&|rule| rule.urgency == Some(level));
                if otherwise(&|rule| rule.urgency == Some(level)) {
                    set = set.or(&none_fired);
                }
                let set = set.and(&left);
                left = left.and_not(&set);
                set
            })
            .collect();
        urgency.reverse();

        let mut left = symbolic.symbols.all();
        let none_fired = fired(&|rule| rule.massage.is_some()).not();
        let massage = Massage::ALL
            .into_iter()
            .map(|level| {
                let mut set = fired(&|rule| rule.massage == Some(level));
                if otherwise(&|rule| rule.massage == Some(level)) {
                    set = set.or(&none_fired);
                }
                for (urgency, responses) in Urgency::ALL.iter().zip(&urgency) {
                    if urgency.massage_ceiling() == level {
                        set = set.or(responses);
                    }
                }
                let set = set.and(&left);
                left = left.and_not(&set);
                set
            })
            .collect();
        Self { urgency, massage }
    }

    /// The responses that get this urgency.
    pub fn urgency_is(&self, level: Urgency) -> Bdd {
        pick(&self.urgency, level as usize..=level as usize)
    }

    /// The responses that get this urgency or a higher one.
    pub fn urgency_at_least(&self, level: Urgency) -> Bdd {
        pick(&self.urgency, level as usize..=Urgency::Emergency as usize)
    }

    /// The responses that get this massage level.
    pub fn massage_is(&self, level: Massage) -> Bdd {
        pick(&self.massage, level as usize..=level as usize)
    }

    /// The responses that are offered this massage or less.
    pub fn massage_at_most(&self, level: Massage) -> Bdd {
        pick(&self.massage, 0..=level as usize)
    }
}

fn pick(sets: &[Bdd], places: std::ops::RangeInclusive<usize>) -> Bdd {
    let mut picked = sets.get(places).unwrap_or_default().iter().cloned();
    let first = picked.next();
    first.map_or_else(
        || unreachable_level(sets),
        |first| picked.fold(first, |any, one| any.or(&one)),
    )
}

/// A level beyond the scale is nobody's.
fn unreachable_level(sets: &[Bdd]) -> Bdd {
    sets.first().map_or_else(|| Bdd::from_string("|1,0,0|"), |set| set.and_not(set))
}
