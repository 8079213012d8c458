//! Who moves from which level to which.

use biodivine_lib_bdd::Bdd;
use serde_json::Value;

use super::because::{Cause, Turn};
use super::both::{Both, Somebody};
use super::side::Side;
use crate::model::{Massage, QuestionIx, Response, Urgency};
use crate::proof::{Careful, Count, json, said};

/// One way in which people move.
pub struct Move {
    /// `urgency` or `massage`.
    pub scale: &'static str,
    /// The level in the old content.
    pub from: &'static str,
    /// The level in the new content.
    pub to: &'static str,
    /// More care is taken than before.
    pub more_careful: bool,
    /// How many people of each group move so; the first are all complete answer sets.
    pub counts: Vec<Count>,
    /// The smallest person who does.
    pub person: Option<Person>,
    /// The rules that did it.
    pub rules: Vec<Cause>,
    /// The claims that did it.
    pub claims: Vec<Cause>,
}

/// Somebody, in words and as responses that `evaluate` reads.
pub struct Person {
    /// Each question with the answer, but for those that are answered with a "no".
    pub says: Vec<String>,
    /// The questions that are.
    pub noes: usize,
    /// They have left questions open: of those who have not, nobody moves so.
    pub partial: bool,
    /// What the new content hears.
    pub response: Value,
    /// What the old content hears, where that is not the same.
    pub heard_before: Option<Value>,
}

/// Every way in which people move, what is less careful first.
pub fn moves(both: &Both<'_>) -> Vec<Move> {
    let urgency = crossing(&both.old.urgency, &both.new.urgency);
    let massage = crossing(&both.old.massage, &both.new.massage);
    let urgency = urgency.into_iter().map(|(from, to, people)| {
        let level = Careful::Urgency(from.max(to));
        moved(both, "urgency", (Urgency::wire(from), to.wire()), to > from, level, &people)
    });
    let massage = massage.into_iter().map(|(from, to, people)| {
        let level = Careful::Massage(from.min(to));
        moved(both, "massage", (Massage::wire(from), to.wire()), to < from, level, &people)
    });
    let mut moves: Vec<Move> = urgency.chain(massage).collect();
    moves.sort_by_key(|it| it.more_careful);
    moves
}

/// Everybody who moves.
pub fn moving(both: &Both<'_>) -> Bdd {
    let urgency = elsewhere(&both.old.urgency, &both.new.urgency);
    let massage = elsewhere(&both.old.massage, &both.new.massage);
    urgency.chain(massage).fold(both.valid.and_not(&both.valid), |any, one| any.or(&one))
}

fn elsewhere<L>(old: &[(L, Bdd)], new: &[(L, Bdd)]) -> impl Iterator<Item = Bdd> {
    old.iter().zip(new).map(|((_, before), (_, after))| before.xor(after))
}

/// The people of each two levels that differ.
fn crossing<L: Copy + PartialEq>(old: &[(L, Bdd)], new: &[(L, Bdd)]) -> Vec<(L, L, Bdd)> {
    let mut crossing = Vec::new();
    for (from, before) in old {
        for (to, after) in new.iter().filter(|(to, _)| to != from) {
            let people = before.and(after);
            if !people.is_false() {
                crossing.push((*from, *to, people));
            }
        }
    }
    crossing
}

fn moved(
    both: &Both<'_>,
    scale: &'static str,
    (from, to): (&'static str, &'static str),
    more_careful: bool,
    level: Careful,
    people: &Bdd,
) -> Move {
    let turn = Turn { more: more_careful, level, people, both };
    Move {
        scale,
        from,
        to,
        more_careful,
        counts: both.counts(people),
        person: both.smallest(people).map(|somebody| Person::new(both, &somebody)),
        rules: turn.rules(),
        claims: turn.claims(),
    }
}

impl Person {
    fn new(both: &Both<'_>, somebody: &Somebody) -> Self {
        let told = |side: &Side<'_>, response: &Response, wanted: &dyn Fn(QuestionIx) -> bool| {
            let answers = response.answered().filter(|(index, _)| {
                let index = side.asked_as(*index);
                !somebody.noes.contains(&index) && wanted(index)
            });
            let (guide, words) = (side.version.guide, side.version.words);
            let told = answers.filter_map(|(index, answer)| said(index, answer, guide, words));
            told.collect::<Vec<_>>()
        };
        let (old, new) = (&both.old, &both.new);
        let (before, after) = (old.hears(&somebody.response), new.hears(&somebody.response));
        let mut says = told(new, &after, &|_| true);
        // What the new content does not ask, or cannot hear.
        let lost = |index| !new.hears_all(&somebody.response, &after, index);
        let only_before = told(old, &before, &lost).into_iter();
        says.extend(only_before.map(|said| format!("{said} (as the old content hears it)")));
        let before = json(&before, old.version.guide);
        let response = json(&after, new.version.guide);
        let heard_before = (before != response).then_some(before);
        Self { says, noes: somebody.noes.len(), partial: somebody.partial, response, heard_before }
    }
}
