//! Nothing in the article that the check is built from is forgotten, and
//! nothing that the check asks or says is made up: statements, sources, and
//! who cites them.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

use std::collections::BTreeSet;
use std::path::Path;

use sciatica_check::content::compile::{Compiled, compile, read};
use sciatica_check::model::{Guide, SourceIx};
use toml::{Table, Value};

/// The statement that nothing needs to cite; statements.toml says why.
const EXEMPT: &str = "S77";

/// Sources that nothing cites, and the reason why they stay listed.
const UNCITED_SOURCES: [(&str, &[&str]); 3] = [
    ("the article itself: everything cites its statements, which are part of it", &["S"]),
    (
        "how to write about health: they shape the words, and are behind no single one",
        &["HC1", "HC2"],
    ),
    ("scores that are left out because of their licence, or as not needed", &["O6", "O7", "O8"]),
];

fn content() -> (Compiled, Table) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let statements = std::fs::read_to_string(folder.join("statements.toml")).unwrap();
    match compile(read(&folder).unwrap()) {
        Ok(compiled) => (compiled, statements.parse().unwrap()),
        Err(problems) => panic!("the content does not compile: {problems:#?}"),
    }
}

/// The ids of what nothing cites.
fn uncited(compiled: &Compiled, statements: bool) -> BTreeSet<&str> {
    let sources = compiled.guide.sources.iter();
    sources
        .filter(|source| source.part_of.is_some() == statements)
        .map(|source| source.id.as_str())
        .filter(|id| compiled.cited.get(*id).is_none_or(BTreeSet::is_empty))
        .collect()
}

/// Whatever has sources of its own, by name.
fn citing(guide: &Guide) -> impl Iterator<Item = (&str, &[SourceIx])> {
    let questions = guide.questions.iter().map(|it| (it.id.as_str(), it.sources.as_slice()));
    let rules = guide.rules.iter().map(|it| (it.id.as_str(), it.sources.as_slice()));
    let lines = guide.guidance.iter().map(|it| (it.id.as_str(), it.sources.as_slice()));
    let described = guide.patterns.iter().chain(&guide.irritability);
    let described = described.map(|it| (it.id.as_str(), it.sources.as_slice()));
    questions.chain(rules).chain(lines).chain(described)
}

#[test]
fn the_article_has_78_statements_and_all_are_listed() {
    let (compiled, _) = content();
    let listed: BTreeSet<&str> = compiled
        .guide
        .sources
        .iter()
        .filter(|source| source.part_of.is_some())
        .map(|source| source.id.as_str())
        .collect();
    let expected: Vec<String> = (1..=78).map(|number| format!("S{number}")).collect();
    assert_eq!(listed, expected.iter().map(String::as_str).collect());
}

#[test]
fn every_statement_is_cited_by_a_question_a_rule_or_a_line() {
    let (compiled, _) = content();
    assert_eq!(uncited(&compiled, true), BTreeSet::from([EXEMPT]), "cited by nothing");
}

#[test]
fn only_the_furniture_is_exempt_and_the_content_says_why() {
    let (_, statements) = content();
    let Some(Value::Array(statements)) = statements.get("statement") else {
        panic!("statements.toml has no [[statement]]");
    };
    let exempt: Vec<(&str, &str)> = statements
        .iter()
        .filter_map(|it| Some((it.get("id")?.as_str()?, it.get("uncited-because")?.as_str()?)))
        .collect();
    let [(id, because)] = exempt[..] else { panic!("not one exemption: {exempt:?}") };
    assert_eq!(id, EXEMPT);
    assert!(because.split_whitespace().count() > 3, "no reason: “{because}”");
}

#[test]
fn every_statement_says_something_of_its_own() {
    let (_, statements) = content();
    let mut seen = BTreeSet::new();
    for statement in statements["statement"].as_array().unwrap() {
        let says = statement["says"].as_str().unwrap().trim();
        assert!(!says.is_empty() && seen.insert(says), "{} says “{says}”", statement["id"]);
    }
}

#[test]
fn every_source_is_cited_or_has_a_reason_to_stay() {
    let (compiled, _) = content();
    let expected: BTreeSet<&str> =
        UNCITED_SOURCES.iter().flat_map(|(_, ids)| ids.iter().copied()).collect();
    assert_eq!(uncited(&compiled, false), expected, "cited by nothing");
}

#[test]
fn every_question_rule_and_line_cites_a_source_that_has_an_entry() {
    let (compiled, _) = content();
    let again = &compiled.follow_up.as_ref().unwrap().guide;
    for guide in [&compiled.guide, again] {
        for (id, sources) in citing(guide) {
            assert!(!sources.is_empty(), "{id} cites nothing");
            for source in sources {
                assert!(guide.source(*source).is_some(), "{id} cites {source:?}: no entry");
            }
        }
    }
}

#[test]
fn a_source_can_be_looked_up() {
    let (compiled, _) = content();
    for source in compiled.guide.sources.iter().filter(|source| source.part_of.is_none()) {
        assert!(!source.organisation.is_empty() && !source.title.is_empty(), "{source:?}");
        let address = &source.address;
        assert!(address.is_empty() || address.starts_with("https://"), "{source:?}");
    }
}
