//! People who come back: `tests/cases/again/*.toml` says what they answered at each
//! visit, and what must follow from the last one beside the ones before.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

mod people;

use std::collections::BTreeSet;

use people::again;
use sciatica_check::model::Guide;
use sciatica_check::{content, engine};

fn guide() -> Guide {
    content::recheck().unwrap().0
}

#[test]
fn everybody_gets_the_outcome_that_they_must() {
    let guide = guide();
    people::everybody_gets_theirs(&guide, &again(&guide), 40);
}

/// The rules of progress in the decision table (reference 9.8 and 6.1), and those for
/// massage that the re-check adds.
const OWN: [&str; 18] = [
    "P1", "P2", "P3", "P4", "P5", "P6", "P6b", "P7", "P7b", "P8", "P8b", "P9", "P10", "PM1", "PM2",
    "PM3", "PM4", "PM5",
];

#[test]
fn every_rule_of_progress_is_met_by_somebody_and_narrowly_missed_by_another() {
    let guide = guide();
    let check = content::guide().unwrap();
    let own = guide.rules.iter().filter(|rule| check.rules.iter().all(|it| it.id != rule.id));
    let own: BTreeSet<&str> = own.map(|rule| rule.id.as_str()).collect();
    assert_eq!(own, OWN.into(), "the rules that the re-check adds");
    let people = again(&guide);
    for rule in OWN {
        let has = |list: &BTreeSet<String>| list.contains(rule);
        assert!(people.iter().any(|it| has(&it.expected.reasons)), "{rule} is met by nobody");
        assert!(people.iter().any(|it| has(&it.expected.misses)), "{rule} is missed by nobody");
    }
}

#[test]
fn of_the_ways_that_it_can_go_one_is_told() {
    let guide = guide();
    for person in again(&guide) {
        let reading = engine::Reading::new(&guide, &person.response);
        for list in [&guide.patterns, &guide.irritability] {
            let (_, named) = list.split_last().unwrap();
            let fitting = named.iter().filter(|it| reading.truth(&it.when).holds());
            let fitting: Vec<&str> = fitting.map(|it| it.id.as_str()).collect();
            assert!(fitting.len() <= 1, "{}: {fitting:?}", person.expected.name);
        }
    }
}

#[test]
fn every_way_that_it_can_go_is_somebodys() {
    let guide = guide();
    let people = again(&guide);
    for described in &guide.patterns {
        let told = |it: &people::Person| it.expected.pattern.as_ref() == Some(&described.id);
        assert!(people.iter().any(told), "{} is nobody's", described.id);
    }
}

#[test]
fn a_warning_sign_is_the_same_in_the_check_and_in_the_re_check() {
    let (check, guide) = (content::guide().unwrap(), guide());
    let gate = |guide: &Guide| -> Vec<String> {
        let asked = guide.questions().filter(|(_, it)| guide.page(it.page).unwrap().gate);
        asked.map(|(_, question)| question.id.clone()).collect()
    };
    assert_eq!(gate(&check), gate(&guide));
    for rule in guide.rules.iter().filter(|rule| rule.id.starts_with(['E', 'D'])) {
        let known = check.rules.iter().find(|it| it.id == rule.id).unwrap();
        assert_eq!((known.urgency, &known.why), (rule.urgency, &rule.why), "{}", rule.id);
    }
}
