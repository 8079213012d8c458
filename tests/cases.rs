//! People in plain words: `tests/cases/*.toml` says who they are, what they
//! answer, and what must follow. One runner, many rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

mod people;

use std::collections::BTreeSet;

use people::{pairs, people};
use sciatica_check::{content, engine};

/// The rules of the decision table that this version covers.
fn table() -> BTreeSet<String> {
    let numbered = |letters: &str, last: u8| -> Vec<String> {
        (1..=last).map(|number| format!("{letters}{number}")).collect()
    };
    [numbered("R", 6), numbered("E", 15), numbered("D", 18), numbered("A", 20), numbered("MR", 13)]
        .concat()
        .into_iter()
        .chain(["MR2b".to_owned()])
        .collect()
}

#[test]
fn everybody_gets_the_outcome_that_they_must() {
    let guide = content::guide().unwrap();
    people::everybody_gets_theirs(&guide, &people(&guide), 60);
}

#[test]
fn now_is_never_beyond_the_worst() {
    let guide = content::guide().unwrap();
    for person in pairs(&guide) {
        let wrong =
            people::wrong(&guide, &person.expected, &engine::evaluate(&guide, &person.response));
        assert!(wrong.is_empty(), "{}: {wrong:?}", person.expected.name);
    }
}

#[test]
fn every_rule_is_met_by_somebody_and_narrowly_missed_by_another() {
    let guide = content::guide().unwrap();
    let known: BTreeSet<String> = guide.rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(known, table(), "the rules of the content, and those of the decision table");
    let people = people(&guide);
    let expected = || people.iter().map(|person| &person.expected);
    let met: BTreeSet<String> = expected().flat_map(|person| person.reasons.clone()).collect();
    let missed: BTreeSet<String> = expected().flat_map(|person| person.misses.clone()).collect();
    assert_eq!(known.difference(&met).collect::<Vec<_>>(), Vec::<&String>::new(), "met by nobody");
    let missed_by_nobody: Vec<_> = known.difference(&missed).collect();
    assert_eq!(missed_by_nobody, Vec::<&String>::new(), "missed by nobody");
}

#[test]
fn a_person_is_named_once() {
    let guide = content::guide().unwrap();
    let mut seen = BTreeSet::new();
    for person in people(&guide) {
        let name = person.expected.name;
        assert!(seen.insert(name.clone()), "{name} stands twice");
    }
}

#[test]
fn every_outcome_has_a_reason_and_the_same_answers_give_the_same_outcome() {
    let guide = content::guide().unwrap();
    for person in people(&guide) {
        let first = engine::evaluate(&guide, &person.response);
        assert!(!first.reasons.is_empty(), "{}", person.expected.name);
        assert_eq!(first, engine::evaluate(&guide, &person.response));
    }
}
