//! Which rules and claims differ between two contents: in name, in what they ask for,
//! or in the people for whom they hold.

use biodivine_lib_bdd::Bdd;

use super::because::asks;
use super::both::Both;
use super::side::Side;
use crate::model::{Claim, Rule};

/// A rule or a claim.
struct Entry<'a> {
    id: &'a str,
    asks: String,
    /// For whom; `None`: for all whom nothing else is for.
    holds: Option<Bdd>,
}

/// What differs, in words.
pub fn differences(both: &Both<'_>) -> Vec<String> {
    let of = |side| (rules(side, &both.valid), claims(side));
    let ((old_rules, old_claims), (new_rules, new_claims)) = (of(&both.old), of(&both.new));
    let mut notes = asked(both);
    notes.extend(differing("rule", &old_rules, &new_rules));
    notes.extend(differing("claim", &old_claims, &new_claims));
    notes
}

/// The questions that both ask, and not of the same people.
fn asked(both: &Both<'_>) -> Vec<String> {
    let (old, new) = (&both.old, &both.new);
    let shared = new.version.guide.questions().filter_map(|(index, question)| {
        let joint = new.asked_as(index);
        Some((&question.id, old.asks(joint)?.and(&both.valid), new.asks(joint)?.and(&both.valid)))
    });
    let differ = shared.filter_map(|(id, was, is)| {
        Some(format!("question “{id}” is asked of {}", beside(&was, &is)?))
    });
    differ.collect()
}

fn rules<'a>(side: &Side<'a>, valid: &Bdd) -> Vec<Entry<'a>> {
    let entry = |rule: &'a Rule, holds| Entry {
        id: &rule.id,
        asks: asks(rule.urgency, rule.massage),
        holds,
    };
    let rows = side.levels.rows().iter();
    let mut rules: Vec<Entry<'a>> =
        rows.map(|row| entry(row.rule, Some(row.holds.and(valid)))).collect();
    rules.extend(side.levels.otherwise().iter().map(|rule| entry(rule, None)));
    rules.sort_by_key(|entry| side.version.guide.rules.iter().position(|it| it.id == entry.id));
    rules
}

fn claims<'a>(side: &Side<'a>) -> Vec<Entry<'a>> {
    let entry = |(claim, people): &(&'a Claim, Bdd)| Entry {
        id: &claim.id,
        asks: asks(claim.urgency, claim.massage),
        holds: Some(people.clone()),
    };
    side.claims.iter().map(entry).collect()
}

fn differing(what: &str, old: &[Entry<'_>], new: &[Entry<'_>]) -> Vec<String> {
    let find = |list: &[Entry<'_>], id: &str| list.iter().position(|entry| entry.id == id);
    let same = |a: &Entry<'_>, b: &Entry<'_>| a.asks == b.asks && a.holds == b.holds;
    let mut notes = Vec::new();
    let mut renamed = Vec::new();
    for entry in new {
        let id = entry.id;
        if let Some(before) = find(old, id).and_then(|place| old.get(place)) {
            if before.asks != entry.asks {
                let (was, is) = (&before.asks, &entry.asks);
                notes.push(format!("{what} “{id}” asked for {was} and asks for {is}"));
            }
            notes.extend(people(before, entry).map(|who| format!("{what} “{id}” holds for {who}")));
            continue;
        }
        let gone = |it: &&Entry<'_>| find(new, it.id).is_none() && !renamed.contains(&it.id);
        match old.iter().filter(gone).find(|it| same(it, entry)) {
            Some(before) => {
                renamed.push(before.id);
                notes.push(format!("{what} “{}” is called “{id}”", before.id));
            }
            None => notes.push(format!("{what} “{id}” is new and asks for {}", entry.asks)),
        }
    }
    for entry in old.iter().filter(|it| find(new, it.id).is_none() && !renamed.contains(&it.id)) {
        notes.push(format!("{what} “{}” is gone and asked for {}", entry.id, entry.asks));
    }
    notes
}

/// For whom it holds now, beside those for whom it held.
fn people(before: &Entry<'_>, now: &Entry<'_>) -> Option<&'static str> {
    let (was, is) = match (&before.holds, &now.holds) {
        (Some(was), Some(is)) => (was, is),
        (None, None) => return None,
        (None, Some(_)) => return Some("some, and no longer for all whom nothing else is for"),
        (Some(_), None) => return Some("all whom nothing else is for"),
    };
    beside(was, is)
}

fn beside(was: &Bdd, is: &Bdd) -> Option<&'static str> {
    match (is.and_not(was).is_false(), was.and_not(is).is_false()) {
        (true, true) => None,
        (false, true) => Some("more people"),
        (true, false) => Some("fewer people"),
        (false, false) => Some("other people"),
    }
}
