//! People in plain words: `tests/cases/*.toml` says who they are, what they
//! answer, and what must follow. One runner, many rows.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sciatica_check::model::{Guide, Outcome};
use sciatica_check::{content, engine, wire};
use serde::Deserialize;
use serde_json::{Map, Value, json};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    name: String,
    #[serde(rename = "story")]
    _story: String,
    answers: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct Person {
    name: String,
    story: String,
    based_on: String,
    #[serde(default)]
    answers: Map<String, Value>,
    #[serde(default)]
    without: Vec<String>,
    urgency: String,
    massage: String,
    #[serde(default)]
    reasons: BTreeSet<String>,
    #[serde(default)]
    not_reasons: BTreeSet<String>,
    /// Rules that are one or two answers away, and must not hold.
    #[serde(default)]
    misses: BTreeSet<String>,
    pattern: Option<String>,
    irritability: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    base: Vec<Base>,
    #[serde(default)]
    person: Vec<Person>,
}

/// The rules of the decision table that this version covers.
fn table() -> BTreeSet<String> {
    let numbered = |letters: &str, last: u8| -> Vec<String> {
        (1..=last).map(|number| format!("{letters}{number}")).collect()
    };
    [numbered("R", 6), numbered("E", 13), numbered("D", 13), numbered("A", 19), numbered("MR", 13)]
        .concat()
        .into_iter()
        .chain(["MR2b".to_owned()])
        .collect()
}

fn cases() -> (BTreeMap<String, Map<String, Value>>, Vec<Person>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cases");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut bases, mut people) = (BTreeMap::new(), Vec::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: File =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        bases.extend(file.base.into_iter().map(|base| (base.name, base.answers)));
        people.extend(file.person);
    }
    bases.insert("nothing".to_owned(), Map::new());
    (bases, people)
}

fn outcome(
    guide: &Guide,
    bases: &BTreeMap<String, Map<String, Value>>,
    person: &Person,
) -> Result<Outcome, String> {
    let base =
        bases.get(&person.based_on).ok_or_else(|| format!("no base “{}”", person.based_on))?;
    let mut answers = base.clone();
    answers.extend(person.answers.clone());
    for question in &person.without {
        answers.remove(question).ok_or_else(|| format!("“{question}” was not answered anyway"))?;
    }
    let response = wire::response_from_value(guide, &json!({ "answers": answers }))
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>().join("; "))?;
    Ok(engine::evaluate(guide, &response))
}

fn rules(guide: &Guide, outcome: &Outcome) -> BTreeSet<String> {
    outcome.reasons.iter().map(|reason| guide.rule(reason.rule).unwrap().id.clone()).collect()
}

fn wrong(guide: &Guide, person: &Person, outcome: &Outcome) -> Vec<String> {
    let rules = rules(guide, outcome);
    let mut wrong = Vec::new();
    let mut expect = |what: &str, expected: &str, found: &str| {
        if expected != found {
            wrong.push(format!("{what} is {found}, expected {expected}"));
        }
    };
    expect("urgency", &person.urgency, outcome.urgency.wire());
    expect("massage", &person.massage, outcome.massage.wire());
    if let Some(pattern) = &person.pattern {
        expect("pattern", pattern, &guide.patterns.get(outcome.pattern).unwrap().id);
    }
    if let Some(band) = &person.irritability {
        expect("irritability", band, &guide.irritability.get(outcome.irritability).unwrap().id);
    }
    let missing: Vec<_> = person.reasons.difference(&rules).collect();
    let unwanted: Vec<_> =
        person.not_reasons.union(&person.misses).filter(|rule| rules.contains(*rule)).collect();
    if !missing.is_empty() {
        wrong.push(format!("{missing:?} should hold; {rules:?} do"));
    }
    if !unwanted.is_empty() {
        wrong.push(format!("{unwanted:?} should not hold"));
    }
    wrong
}

#[test]
fn everybody_gets_the_outcome_that_the_reference_asks_for() {
    let guide = content::guide().unwrap();
    let (bases, people) = cases();
    let mut failures = Vec::new();
    for person in &people {
        let wrong = match outcome(&guide, &bases, person) {
            Ok(outcome) => wrong(&guide, person, &outcome),
            Err(error) => vec![error],
        };
        if !wrong.is_empty() {
            failures.push(format!("{}\n  {}\n  {}", person.name, person.story, wrong.join("\n  ")));
        }
    }
    let (failed, all) = (failures.len(), people.len());
    assert!(failures.is_empty(), "{failed} of {all} people\n\n{}", failures.join("\n\n"));
    assert!(all >= 60, "only {all} people");
}

#[test]
fn every_rule_is_met_by_somebody_and_narrowly_missed_by_another() {
    let guide = content::guide().unwrap();
    let known: BTreeSet<String> = guide.rules.iter().map(|rule| rule.id.clone()).collect();
    assert_eq!(known, table(), "the rules of the content, and those of the decision table");
    let (_, people) = cases();
    let met: BTreeSet<String> = people.iter().flat_map(|person| person.reasons.clone()).collect();
    let missed: BTreeSet<String> = people.iter().flat_map(|person| person.misses.clone()).collect();
    assert_eq!(known.difference(&met).collect::<Vec<_>>(), Vec::<&String>::new(), "met by nobody");
    assert_eq!(
        known.difference(&missed).collect::<Vec<_>>(),
        Vec::<&String>::new(),
        "missed by nobody"
    );
}

#[test]
fn a_person_is_named_once() {
    let (_, people) = cases();
    let mut seen = BTreeSet::new();
    for person in people {
        assert!(seen.insert(person.name.clone()), "{} stands twice", person.name);
    }
}

#[test]
fn every_outcome_has_a_reason_and_the_same_answers_give_the_same_outcome() {
    let guide = content::guide().unwrap();
    let (bases, people) = cases();
    for person in &people {
        let first = outcome(&guide, &bases, person).unwrap();
        assert!(!first.reasons.is_empty(), "{}", person.name);
        assert_eq!(first, outcome(&guide, &bases, person).unwrap(), "{}", person.name);
    }
}
