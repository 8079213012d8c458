//! The hazard log names no control that is not there: every rule, claim, question,
//! line, sentence, test, proof and file in docs/safety.md exists.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use sciatica_check::content;
use toml::{Table, Value};

/// The hazards that the log must hold.
const HAZARDS: std::ops::RangeInclusive<u8> = 1..=23;

/// What stands in every hazard beside its controls.
const PARTS: [&str; 4] = ["- Cause: ", "- Effect: ", "- Rating: ", "Missing today: "];

const SEVERITIES: [&str; 5] = ["minor", "significant", "considerable", "major", "catastrophic"];

/// The rating by likelihood, and then by severity in the order above.
const RATINGS: [(&str, [u8; 5]); 5] = [
    ("very high", [3, 4, 4, 5, 5]),
    ("high", [2, 3, 3, 4, 5]),
    ("medium", [2, 2, 3, 3, 4]),
    ("low", [1, 2, 2, 3, 4]),
    ("very low", [1, 1, 2, 2, 3]),
];

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: &str) -> Option<String> {
    std::fs::read_to_string(root().join(path)).ok()
}

fn log() -> String {
    text("docs/safety.md").unwrap()
}

fn version() -> String {
    let about: Table = text("content/about.toml").unwrap().parse().unwrap();
    about["content"][0]["version"].as_str().unwrap().to_owned()
}

// --- What exists ----------------------------------------------------------------------

/// Everything that a control can rest on and that is no file of its own, by form.
struct Known(BTreeMap<&'static str, BTreeSet<String>>);

impl Known {
    fn new() -> Self {
        let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
        let known = [
            ("rule", guide.rules.into_iter().map(|it| it.id).collect()),
            ("claim", safety.claims.into_iter().map(|it| it.id).collect()),
            ("question", guide.questions.into_iter().map(|it| it.id).collect()),
            ("guidance", guide.guidance.into_iter().map(|it| it.id).collect()),
            ("words", sentences()),
            ("proof", properties()),
        ];
        for (form, names) in &known {
            assert!(!names.is_empty(), "nothing is known of the form “{form}”");
        }
        Self(known.into())
    }

    /// What is wrong with a piece of evidence, if anything is.
    fn fault(&self, evidence: &str) -> Option<String> {
        let Some((form, name)) = evidence.split_once(':') else {
            return Some(format!("`{evidence}` is no evidence"));
        };
        let exists = match form {
            "test" => name.split_once("::").is_some_and(|(file, name)| is_test(file, name)),
            "page" | "doc" => root().join(name).is_file(),
            _ => match self.0.get(form) {
                Some(names) => names.contains(name),
                None => return Some(format!("`{evidence}`: “{form}” is no form of evidence")),
            },
        };
        (!exists).then(|| format!("`{evidence}` does not exist"))
    }
}

/// Every sentence by its file and its keys.
fn sentences() -> BTreeSet<String> {
    let mut sentences = BTreeSet::new();
    for entry in std::fs::read_dir(root().join("content/words/en")).unwrap() {
        let path = entry.unwrap().path();
        let file = path.file_stem().unwrap().to_str().unwrap().to_owned();
        let table: Table = std::fs::read_to_string(&path).unwrap().parse().unwrap();
        gather(&file, &Value::Table(table), &mut sentences);
    }
    sentences
}

fn gather(name: &str, value: &Value, sentences: &mut BTreeSet<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                gather(&format!("{name}.{key}"), value, sentences);
            }
        }
        _ => {
            sentences.insert(name.to_owned());
        }
    }
}

/// The first name in each row of the list of properties.
fn properties() -> BTreeSet<String> {
    let source = text("src/proof/mod.rs").unwrap();
    let (_, list) = source.split_once("const PROPERTIES").unwrap();
    let (list, _) = list.split_once("];").unwrap();
    let rows = list.split('(').skip(1);
    rows.filter_map(|row| Some(row.trim_start().strip_prefix('"')?.split_once('"')?.0.to_owned()))
        .collect()
}

/// Whether this file has a function of this name that runs as a test: marked as
/// one, or told in each engine as one of its `stories!`.
fn is_test(file: &str, name: &str) -> bool {
    let Some(source) = text(file) else { return false };
    let told = source.split_once("stories! {").and_then(|(_, rest)| rest.split_once('}'));
    let is_told = told.is_some_and(|(told, _)| told.split(',').any(|story| story.trim() == name));
    if is_told && source.contains(&format!("async fn {name}(engine: Engine)")) {
        return true;
    }
    let lines: Vec<&str> = source.lines().map(str::trim).collect();
    let start = format!("fn {name}(");
    lines.iter().enumerate().any(|(at, line)| {
        let mut above = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
        line.strip_prefix("async ").unwrap_or(line).starts_with(&start)
            && above.any(|line| ["#[test]", "#[tokio::test]"].contains(line))
    })
}

// --- What the log says ----------------------------------------------------------------

/// Everything that is wrong with a log for this version of the content.
fn faults(log: &str, version: &str, known: &Known) -> Vec<String> {
    let mut faults = Vec::new();
    let versions: Vec<&str> =
        log.lines().filter_map(|line| line.strip_prefix("version: ")).collect();
    if versions != [version] {
        faults.push(format!("the log is for version {versions:?}, the content is {version}"));
    }
    let mut seen = BTreeSet::new();
    for section in log.split("\n## ").skip(1) {
        let (heading, body) = section.split_once('\n').unwrap_or((section, ""));
        let Some((name, _)) = heading.split_once(" · ") else { continue };
        if !seen.insert(name) {
            faults.push(format!("{name}: stands twice"));
        }
        faults.extend(of_hazard(body, known).into_iter().map(|fault| format!("{name}: {fault}")));
    }
    let expected: Vec<String> = HAZARDS.map(|number| format!("H{number}")).collect();
    let expected: BTreeSet<&str> = expected.iter().map(String::as_str).collect();
    faults.extend(expected.difference(&seen).map(|name| format!("{name}: is missing")));
    faults.extend(seen.difference(&expected).map(|name| format!("{name}: is no known hazard")));
    faults
}

fn of_hazard(body: &str, known: &Known) -> Vec<String> {
    let mut faults = Vec::new();
    for part in PARTS {
        if !body.lines().any(|line| line.strip_prefix(part).is_some_and(|it| !it.is_empty())) {
            faults.push(format!("has no “{}”", part.trim()));
        }
    }
    let rating = body.lines().find_map(|line| line.strip_prefix("- Rating: "));
    if let Some(rating) = rating.filter(|rating| !adds_up(rating)) {
        faults.push(format!("the rating “{rating}” does not add up"));
    }
    let is_part = |line: &str| PARTS.iter().any(|part| line.starts_with(part));
    let controls: Vec<&str> =
        body.lines().filter(|line| line.starts_with("- ") && !is_part(line)).collect();
    if controls.is_empty() {
        faults.push("has no control".to_owned());
    }
    let bare = controls.iter().filter(|control| evidence(control).next().is_none());
    faults.extend(bare.map(|control| format!("no evidence for “{control}”")));
    faults.extend(evidence(body).filter_map(|it| known.fault(it)));
    faults
}

/// Whatever stands between backticks.
fn evidence(text: &str) -> impl Iterator<Item = &str> {
    text.split('`').skip(1).step_by(2)
}

/// "major × low = 3 → major × very low = 2": both are in the table, and it got no worse.
fn adds_up(rating: &str) -> bool {
    let rated = |text: &str| {
        let (harm, rating) = text.split_once(" = ")?;
        let (severity, likelihood) = harm.split_once(" × ")?;
        let column = SEVERITIES.iter().position(|it| *it == severity)?;
        let (_, row) = RATINGS.iter().find(|(it, _)| *it == likelihood)?;
        rating.parse::<u8>().ok().filter(|rating| *rating == row[column])
    };
    let Some((initial, residual)) = rating.split_once(" → ") else { return false };
    matches!((rated(initial), rated(residual)), (Some(initial), Some(residual)) if residual <= initial)
}

// --- The log ----------------------------------------------------------------------------

#[test]
fn every_hazard_has_controls_and_every_control_exists() {
    let faults = faults(&log(), &version(), &Known::new());
    assert!(faults.is_empty(), "docs/safety.md\n{}", faults.join("\n"));
}

#[test]
fn the_log_is_for_the_version_of_the_content() {
    let line = format!("version: {}", version());
    assert!(log().lines().any(|it| it == line), "docs/safety.md has no line “{line}”");
    assert_eq!(content::guide().unwrap().about.version, version());
}

/// The hash is over rules, words and claims, and the result page shows it: whoever
/// changes one of them reads the log again.
#[test]
fn the_log_is_for_these_rules_words_and_claims() {
    let line = format!("hash: {}", content::guide().unwrap().about.hash);
    assert!(log().lines().any(|it| it == line), "docs/safety.md has no line “{line}”");
}

#[test]
fn the_log_shows_the_table_by_which_it_rates() {
    let log = log();
    for (likelihood, row) in RATINGS {
        let cells = row.map(|rating| format!(" {rating} |")).concat();
        let found = log.lines().any(|line| {
            line.starts_with(&format!("| {likelihood}: ")) && line.ends_with(&format!(" |{cells}"))
        });
        assert!(found, "{likelihood}: {row:?} is not what docs/safety.md shows");
    }
}

// --- What would be caught ---------------------------------------------------------------

const CONTROL: &str = "- Asked first. `question:legs` `rule:E5`";

/// A log without a fault, in which every hazard has the same control.
fn made_up() -> String {
    let hazards = HAZARDS.map(|number| {
        format!(
            "## H{number} · Something goes wrong\n\n- Cause: a slip.\n- Effect: harm.\n\
             - Rating: major × low = 3 → major × very low = 2\n\nControls:\n\n{CONTROL}\n\n\
             Missing today: nothing that we know.\n"
        )
    });
    let hazards: Vec<String> = hazards.collect();
    format!("# A made-up log\n\nversion: 7.0.0\n\n{}", hazards.join("\n"))
}

/// The made-up log with one change in its fifth hazard, and the one fault of that.
#[track_caller]
fn caught(from: &str, to: &str, expected: &str) {
    let log = made_up();
    let at = log.find("## H5 ").unwrap();
    let (before, after) = log.split_at(at);
    let changed = format!("{before}{}", after.replacen(from, to, 1));
    assert_ne!(changed, log);
    assert_eq!(faults(&changed, "7.0.0", &Known::new()), [expected]);
}

#[test]
fn a_log_without_a_fault_has_none() {
    assert_eq!(faults(&made_up(), "7.0.0", &Known::new()), Vec::<String>::new());
}

#[test]
fn a_control_that_is_gone_is_named() {
    let gone = [
        "rule:E99",
        "claim:bladder-gone",
        "question:spleen",
        "guidance:watch-nothing",
        "words:interface.emergency.gone",
        "words:interface.emergency",
        "test:tests/safety.rs::a_test_that_nobody_wrote",
        "test:tests/safety.rs::caught",
        "test:tests/gone.rs::a_control_that_is_gone_is_named",
        "test:tests/safety.rs",
        "proof:every property",
        "page:src/view/gone.rs",
        "page:src/view",
        "doc:docs/gone.md",
    ];
    for evidence in gone {
        caught("rule:E5", evidence, &format!("H5: `{evidence}` does not exist"));
    }
}

#[test]
fn every_form_of_evidence_can_hold() {
    let known = Known::new();
    let there = [
        "rule:E1",
        "claim:bladder-new",
        "question:cauda-equina",
        "guidance:watch-saddle",
        "words:interface.emergency.title",
        "test:tests/safety.rs::every_form_of_evidence_can_hold",
        "test:tests/walk/emergency.rs::new_trouble_peeing_and_back_when_it_was_a_mistake",
        "proof:monotone",
        "proof:red flags win",
        "page:src/view/interruption.rs",
        "doc:docs/decisions.md",
    ];
    for evidence in there {
        assert_eq!(known.fault(evidence), None);
    }
}

#[test]
fn evidence_of_an_unknown_form() {
    caught("rule:E5", "hope:E5", "H5: `hope:E5`: “hope” is no form of evidence");
    caught("rule:E5", "E5", "H5: `E5` is no evidence");
}

#[test]
fn a_control_without_evidence_and_a_hazard_without_control() {
    caught(CONTROL, "- Asked first. `rule:E5`\n- We hope.", "H5: no evidence for “- We hope.”");
    caught(CONTROL, "", "H5: has no control");
}

#[test]
fn a_hazard_that_is_missing_or_stands_twice_or_is_new() {
    let (log, known) = (made_up(), Known::new());
    let faults_of = |log: &str| faults(log, "7.0.0", &known);
    assert_eq!(faults_of(&log.replace("## H5 ", "### H5 ")), ["H5: is missing"]);
    let twice = log.replace("## H5 ", "## H4 ");
    assert_eq!(faults_of(&twice), ["H4: stands twice", "H5: is missing"]);
    let new = log.replace("## H5 ", "## H55 ");
    assert_eq!(faults_of(&new), ["H5: is missing", "H55: is no known hazard"]);
}

#[test]
fn a_rating_that_does_not_add_up_and_a_part_left_out() {
    let fault = |rating: &str| format!("H5: the rating “{rating}” does not add up");
    let initial = "major × low = 3 → major × very low = 2";
    for wrong in [
        "major × low = 2 → major × very low = 2",
        "major × very low = 2 → major × low = 3",
        "awful × low = 3 → major × very low = 2",
        "major × low = 3",
    ] {
        caught(initial, wrong, &fault(wrong));
    }
    caught("Missing today: nothing that we know.", "", "H5: has no “Missing today:”");
    caught("- Effect: harm.\n", "", "H5: has no “- Effect:”");
}

#[test]
fn a_log_for_another_version() {
    let known = Known::new();
    let other = faults(&made_up(), "8.0.0", &known);
    assert_eq!(other, ["the log is for version [\"7.0.0\"], the content is 8.0.0"]);
    let none = faults(&made_up().replace("version: 7.0.0", ""), "7.0.0", &known);
    assert_eq!(none, ["the log is for version [], the content is 7.0.0"]);
}
