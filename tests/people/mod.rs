//! The people of `tests/cases/*.toml`: who they are, what they answer, and
//! what must follow.

#![allow(dead_code)] // Each test target uses its own part.

mod visits;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use visits::Comeback;

use sciatica_check::model::{Guide, Outcome, Response};
use sciatica_check::{engine, wire};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Answers that many people share.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Base {
    name: String,
    #[serde(rename = "story")]
    _story: String,
    answers: Map<String, Value>,
}

/// Somebody, as written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Written {
    #[serde(flatten)]
    expected: Expected,
    #[serde(flatten)]
    time: Time,
    /// The visits before, for the re-check.
    #[serde(default)]
    before: Vec<Time>,
    /// What they want to do again.
    #[serde(default)]
    activities: Vec<String>,
}

/// What somebody answers at one time, as written.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
struct Time {
    based_on: String,
    #[serde(default)]
    answers: Map<String, Value>,
    #[serde(default)]
    without: Vec<String>,
    /// Days after the first of March.
    #[serde(default)]
    day: u16,
}

/// Who somebody is, and what must follow.
#[derive(Default, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub struct Expected {
    /// The name, with what is told apart by it.
    pub name: String,
    /// What has happened.
    pub story: String,
    /// The urgency's name.
    pub urgency: Option<String>,
    /// The massage level's name.
    pub massage: Option<String>,
    /// Rules that must hold.
    #[serde(default)]
    pub reasons: BTreeSet<String>,
    /// Rules that must not.
    #[serde(default)]
    pub not_reasons: BTreeSet<String>,
    /// Rules that are one or two answers away, and must not hold.
    #[serde(default)]
    pub misses: BTreeSet<String>,
    /// What it sounds like.
    pub pattern: Option<String>,
    /// How easily it is stirred up.
    pub irritability: Option<String>,
}

/// Somebody with their answers.
pub struct Person {
    /// Who they are, and what must follow.
    pub expected: Expected,
    /// What they answer.
    pub response: Response,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    base: Vec<Base>,
    #[serde(default)]
    person: Vec<Value>,
}

/// What can be said of somebody. A misspelt expectation would expect nothing.
const KEYS: [&str; 15] = [
    "day",
    "before",
    "activities",
    "name",
    "story",
    "based-on",
    "answers",
    "without",
    "urgency",
    "massage",
    "reasons",
    "not-reasons",
    "misses",
    "pattern",
    "irritability",
];

/// Everybody who does the check, in the order of the files.
pub fn people(guide: &Guide) -> Vec<Person> {
    let (bases, written) = written("tests/cases");
    written.into_iter().map(|written| person(guide, &bases, written)).collect()
}

/// Everybody who does the re-check, after the visits that are told of them.
pub fn again(guide: &Guide) -> Vec<Person> {
    let (bases, written) = written("tests/cases/again");
    written.into_iter().map(|written| visits::person(guide, &bases, written)).collect()
}

/// Everybody who does the re-check, with what was kept of the visits before.
pub fn comebacks(guide: &Guide) -> Vec<Comeback> {
    let (bases, written) = written("tests/cases/again");
    written.iter().map(|written| visits::comeback(guide, &bases, written)).collect()
}

/// The bases of a folder by name, and everybody in it as written.
fn written(folder: &str) -> (BTreeMap<String, Map<String, Value>>, Vec<Written>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.retain(|path| path.is_file());
    paths.sort();
    let mut bases = BTreeMap::from([("nothing".to_owned(), Map::new())]);
    let mut written: Vec<Written> = Vec::new();
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let wrong = |error: &dyn std::fmt::Display| -> ! { panic!("{}: {error}", path.display()) };
        let file: File = toml::from_str(&text).unwrap_or_else(|error| wrong(&error));
        bases.extend(file.base.into_iter().map(|base| (base.name, base.answers)));
        for key in file.person.iter().filter_map(Value::as_object).flat_map(Map::keys) {
            assert!(KEYS.contains(&key.as_str()), "{}: unknown key “{key}”", path.display());
        }
        let people = file
            .person
            .into_iter()
            .map(|person| serde_json::from_value(person).unwrap_or_else(|error| wrong(&error)));
        written.extend(people);
    }
    (bases, written)
}

type Bases = BTreeMap<String, Map<String, Value>>;

fn person(guide: &Guide, bases: &Bases, written: Written) -> Person {
    let name = &written.expected.name;
    let Expected { urgency, massage, .. } = &written.expected;
    assert!(urgency.is_some() && massage.is_some(), "{name}: what must follow?");
    let response = response(guide, bases, name, &written.time);
    Person { expected: written.expected, response }
}

fn response(guide: &Guide, bases: &Bases, name: &str, time: &Time) -> Response {
    let base = bases.get(&time.based_on).unwrap_or_else(|| panic!("{name}: no such base"));
    let mut answers = base.clone();
    answers.extend(time.answers.clone());
    for question in &time.without {
        assert!(answers.remove(question).is_some(), "{name}: “{question}” had no answer anyway");
    }
    wire::response_from_value(guide, &json!({ "answers": answers }))
        .unwrap_or_else(|faults| panic!("{name}: {faults:?}"))
}

/// Everybody in whom two answers may not fit together: how bad it is now and at
/// its worst, how far down it goes now and at its worst. It is a contradiction
/// (R4) exactly where now is beyond the worst.
pub fn pairs(guide: &Guide) -> Vec<Person> {
    const PLACES: [&str; 6] = ["low-back", "buttock", "thigh", "knee", "calf", "foot"];
    let mut pairs = Vec::new();
    let mut pair = |worst: (&str, Value), now: (&str, Value), further: bool| {
        let name = format!("{} {}, {} {}", worst.0, worst.1, now.0, now.1);
        let answers = json!({ "legs": "one", worst.0: worst.1, now.0: now.1 });
        let response = wire::response_from_value(guide, &json!({ "answers": answers }));
        let response = response.unwrap_or_else(|faults| panic!("{name}: {faults:?}"));
        let r4 = BTreeSet::from(["R4".to_owned()]);
        let (reasons, not_reasons) =
            if further { (r4, BTreeSet::new()) } else { (BTreeSet::new(), r4) };
        let expected = Expected { name, reasons, not_reasons, ..Expected::default() };
        pairs.push(Person { expected, response });
    };
    for worst in 0..=10 {
        for now in 0..=10 {
            pair(("pain-worst", json!(worst)), ("pain-now", json!(now)), now > worst);
        }
    }
    for (far, worst) in PLACES.iter().enumerate() {
        for (further, now) in PLACES.iter().enumerate() {
            let now = ("furthest-now", json!(now));
            pair(("furthest-worst", json!(worst)), now, further > far);
        }
    }
    pairs
}

/// The rules that hold, by name.
pub fn rules(guide: &Guide, outcome: &Outcome) -> BTreeSet<String> {
    outcome.reasons.iter().map(|reason| guide.rule(reason.rule).unwrap().id.clone()).collect()
}

/// What is not as it must be.
pub fn wrong(guide: &Guide, person: &Expected, outcome: &Outcome) -> Vec<String> {
    let rules = rules(guide, outcome);
    let mut wrong = Vec::new();
    let mut expect = |what: &str, expected: &str, found: &str| {
        if expected != found {
            wrong.push(format!("{what} is {found}, expected {expected}"));
        }
    };
    if let Some(urgency) = &person.urgency {
        expect("urgency", urgency, outcome.urgency.wire());
    }
    if let Some(massage) = &person.massage {
        expect("massage", massage, outcome.massage.wire());
    }
    if let Some(pattern) = &person.pattern {
        expect("pattern", pattern, &guide.patterns.get(outcome.pattern).unwrap().id);
    }
    if let Some(band) = &person.irritability {
        expect("irritability", band, &guide.irritability.get(outcome.irritability).unwrap().id);
    }
    let missing: Vec<_> = person.reasons.difference(&rules).collect();
    if !missing.is_empty() {
        wrong.push(format!("{missing:?} should hold; {rules:?} do"));
    }
    let unwanted = person.not_reasons.union(&person.misses).filter(|rule| rules.contains(*rule));
    let unwanted: Vec<_> = unwanted.collect();
    if !unwanted.is_empty() {
        wrong.push(format!("{unwanted:?} should not hold"));
    }
    wrong
}

/// Everybody gets the outcome that they must; and there are at least so many of them.
pub fn everybody_gets_theirs(guide: &Guide, people: &[Person], least: usize) {
    let mut failures = Vec::new();
    for person in people {
        let outcome = engine::evaluate(guide, &person.response);
        let wrong = wrong(guide, &person.expected, &outcome);
        if !wrong.is_empty() {
            let (name, story) = (&person.expected.name, &person.expected.story);
            failures.push(format!("{name}\n  {story}\n  {}", wrong.join("\n  ")));
        }
    }
    let (failed, all) = (failures.len(), people.len());
    assert!(failures.is_empty(), "{failed} of {all} people\n\n{}", failures.join("\n\n"));
    assert!(all >= least, "only {all} people");
}
