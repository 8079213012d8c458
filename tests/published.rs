//! Published patients: 64 stories of case reports and evaluations, in our own words, with what
//! a careful clinician would say at that moment. Their answers are what an honest person would
//! tick; they were written before anybody looked at a result. The people of `tests/cases` say
//! what the rules must do; these say whether that is right for people whom nobody made up.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

use std::collections::BTreeSet;
use std::io::Write as _;
use std::path::Path;

use sciatica_check::model::{Guide, Massage, Outcome, Response, Urgency};
use sciatica_check::{content, engine, wire};
use serde::Deserialize;
use serde_json::{Map, Value, json};

/// Somebody, as published and as an honest person would tick it.
#[derive(Deserialize)]
#[serde(rename_all = "kebab-case", deny_unknown_fields)]
struct Patient {
    id: String,
    name: String,
    #[serde(rename = "story")]
    _story: String,
    #[serde(rename = "source")]
    _source: String,
    address: String,
    /// The urgency that a careful clinician would give at that moment, by name.
    urgency: String,
    /// The widest massage that would have been right, by name.
    massage_at_most: String,
    #[serde(rename = "why")]
    _why: String,
    /// Why another level can be defended.
    #[serde(default)]
    debatable: Option<String>,
    /// Nothing told the disease apart at that moment.
    #[serde(default)]
    hindsight: bool,
    answers: Map<String, Value>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default)]
    untold: Map<String, Value>,
    #[serde(default)]
    patient: Vec<Patient>,
}

impl Patient {
    /// Somebody about whom clinicians would agree, with what could be known then.
    fn clear(&self) -> bool {
        self.debatable.is_none() && !self.hindsight
    }

    /// What they answer, of what they are asked.
    fn response(&self, guide: &Guide, untold: &Map<String, Value>) -> Response {
        let mut answers = untold.clone();
        answers.extend(self.answers.clone());
        let said = wire::response_from_value(guide, &json!({ "answers": answers }))
            .unwrap_or_else(|faults| panic!("{}: {faults:?}", self.id));
        let mut asked = Response::default();
        for (index, question) in guide.questions() {
            if engine::shown(guide, &asked, question.page).contains(&index) {
                assert!(said.get(index).is_some(), "{}: “{}” is asked", self.id, question.id);
                asked.set(index, said.get(index));
            } else {
                assert!(
                    !self.answers.contains_key(&question.id),
                    "{}: “{}” is not asked",
                    self.id,
                    question.id
                );
            }
        }
        asked
    }

    fn urgency(&self) -> Urgency {
        let all = [Urgency::SelfCare, Urgency::Soon, Urgency::SameDay, Urgency::Emergency];
        all.into_iter().find(|it| it.wire() == self.urgency).unwrap()
    }

    fn massage_at_most(&self) -> Massage {
        let all = [
            Massage::NotNow,
            Massage::AfterAssessment,
            Massage::GentleWithPlan,
            Massage::MayHelpWithPlan,
        ];
        all.into_iter().find(|it| it.wire() == self.massage_at_most).unwrap()
    }
}

fn patients() -> (Map<String, Value>, Vec<Patient>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/published");
    let mut paths: Vec<_> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    paths.sort();
    let (mut untold, mut patients) = (Map::new(), Vec::new());
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        let file: File =
            toml::from_str(&text).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        untold.extend(file.untold);
        patients.extend(file.patient);
    }
    (untold, patients)
}

/// How many of some people get what.
#[derive(Default)]
struct Tally {
    all: usize,
    exact: usize,
    too_low: usize,
    too_careful: usize,
    too_wide: usize,
}

impl Tally {
    fn add(&mut self, patient: &Patient, outcome: &Outcome) {
        self.all += 1;
        self.exact += usize::from(outcome.urgency == patient.urgency());
        self.too_low += usize::from(outcome.urgency < patient.urgency());
        self.too_careful += usize::from(outcome.urgency > patient.urgency());
        self.too_wide += usize::from(outcome.massage > patient.massage_at_most());
    }

    fn line(&self, who: &str) -> String {
        let share = |part: usize| format!("{part:>3} ({:>3} %)", part * 100 / self.all.max(1));
        format!(
            "{who:<22}{:>4}  {}  {}  {}  {}",
            self.all,
            share(self.exact),
            share(self.too_low),
            share(self.too_careful),
            share(self.too_wide)
        )
    }
}

#[test]
fn published_patients_are_heard() {
    let guide = content::guide().unwrap();
    let (untold, patients) = patients();
    assert!(patients.len() >= 64, "only {} patients", patients.len());
    let (mut everybody, mut clear) = (Tally::default(), Tally::default());
    let (mut told, mut wrong) = (Vec::new(), Vec::new());
    for patient in &patients {
        let outcome = engine::evaluate(&guide, &patient.response(&guide, &untold));
        everybody.add(patient, &outcome);
        if patient.clear() {
            clear.add(patient, &outcome);
        }
        let wide = outcome.massage > patient.massage_at_most();
        if outcome.urgency == patient.urgency() && !wide {
            continue;
        }
        let rules: Vec<&str> = outcome
            .reasons
            .iter()
            .map(|reason| guide.rule(reason.rule).unwrap().id.as_str())
            .collect();
        let line = format!(
            "{:<5} {}: {} for {}, {} for at most {} ({}){}",
            patient.id,
            patient.name,
            outcome.urgency.wire(),
            patient.urgency,
            outcome.massage.wire(),
            patient.massage_at_most,
            rules.join(" "),
            if patient.clear() { "" } else { ", debatable" },
        );
        if patient.clear() && (outcome.urgency < patient.urgency() || wide) {
            wrong.push(line.clone());
        }
        told.push(line);
    }
    // Written past the capture of a test's output, so that every run shows it.
    let mut out = std::io::stderr();
    writeln!(
        out,
        "Published patients        all  exact        too low      too careful  massage too wide"
    )
    .unwrap();
    writeln!(out, "{}\n{}", everybody.line("everybody"), clear.line("without the debatable"))
        .unwrap();
    println!("{}", told.join("\n"));
    assert!(wrong.is_empty(), "too little for\n{}", wrong.join("\n"));
    assert!(everybody.exact * 5 >= everybody.all * 4, "exact for {} only", everybody.exact);
}

#[test]
fn a_published_patient_is_named_once_and_can_be_looked_up() {
    let (_, patients) = patients();
    let ids: BTreeSet<&str> = patients.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(ids.len(), patients.len());
    assert!(patients.iter().all(|it| it.address.starts_with("http")));
}
