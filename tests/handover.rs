//! What a person takes along: it says what was answered, claims no "no" that
//! nobody gave, and can be read by programs that others have written.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use std::io::{BufReader, Write as _};
use std::process::{Command, Stdio};

use people::people;
use sciatica_check::content::phrase;
use sciatica_check::handover::{self, Block, Case, Sheet};
use sciatica_check::json::Json;
use sciatica_check::model::{Day, Guide, Kind, Response, Words};
use sciatica_check::{content, engine, wire};
use serde_json::{Value, json};

fn guide() -> Guide {
    content::guide().unwrap()
}

fn words() -> Words<'static> {
    content::words().unwrap()
}

/// Makes a page from somebody's answers.
fn page(response: &Response, make: fn(&Case<'_>) -> Sheet) -> Sheet {
    let (guide, words) = (guide(), words());
    let outcome = engine::evaluate(&guide, response);
    let region = guide.regions.iter().find(|region| region.id == "GB-ENG");
    make(&Case {
        guide: &guide,
        words: &words,
        region,
        response,
        outcome: &outcome,
        day: "2026-11-25",
    })
}

fn example() -> Response {
    wire::response(&guide(), include_str!("../docs/response.json")).unwrap()
}

fn changed(changes: Value) -> Response {
    let mut example: Value = serde_json::from_str(include_str!("../docs/response.json")).unwrap();
    let answers = example["answers"].as_object_mut().unwrap();
    answers.extend(changes.as_object().unwrap().clone());
    wire::response_from_value(&guide(), &example).unwrap()
}

/// The lines of the block whose title is this phrase.
fn block(sheet: &Sheet, title: sciatica_check::model::Text) -> Vec<String> {
    let title = words().text(title);
    let found = sheet.blocks.iter().find(|block| block.title == title);
    found.map(|block: &Block| block.lines.clone()).unwrap_or_default()
}

#[test]
fn a_clinician_reads_the_signs_that_are_there_and_those_that_are_not() {
    let fever = changed(json!({ "illness": ["fever"] }));
    let sheet = page(&fever, handover::for_clinician);
    let present = block(&sheet, phrase::HANDOVER_PRESENT);
    let absent = block(&sheet, phrase::HANDOVER_ABSENT);
    assert!(
        present.contains(&"Fever, night sweats or vomiting, or generally unwell".to_owned()),
        "{present:?}"
    );
    for sign in ["Change in bladder function", "Unexplained weight loss", "History of cancer"] {
        assert!(absent.contains(&sign.to_owned()), "{sign} is not in {absent:?}");
    }
    assert_eq!(block(&sheet, phrase::HANDOVER_UNKNOWN), Vec::<String>::new());
}

#[test]
fn not_sure_and_no_answer_are_never_told_as_absent() {
    let unsure = changed(json!({ "cauda-equina": ["unsure"], "unsure-which": ["bladder"] }));
    let sheet = page(&unsure, handover::for_clinician);
    let unknown = block(&sheet, phrase::HANDOVER_UNKNOWN);
    assert!(unknown.contains(&"Change in bladder function".to_owned()), "{unknown:?}");

    let private = changed(json!({ "cauda-equina": ["sexual-private"] }));
    let sheet = page(&private, handover::for_clinician);
    assert_eq!(block(&sheet, phrase::HANDOVER_UNKNOWN), ["Change in sexual function"]);
    assert!(block(&sheet, phrase::HANDOVER_ABSENT).contains(&"Change in bladder function".into()));

    let nothing = page(&Response::default(), handover::for_clinician);
    assert_eq!(block(&nothing, phrase::HANDOVER_ABSENT), Vec::<String>::new());
    assert!(block(&nothing, phrase::HANDOVER_UNKNOWN).len() > 20);
}

#[test]
fn every_sign_of_every_person_stands_on_the_page_once() {
    let (guide, words) = (guide(), words());
    for person in people(&guide) {
        let sheet = page(&person.response, handover::for_clinician);
        let titles = [phrase::HANDOVER_PRESENT, phrase::HANDOVER_ABSENT, phrase::HANDOVER_UNKNOWN];
        let told: Vec<String> = titles.into_iter().flat_map(|it| block(&sheet, it)).collect();
        for (_, question) in guide.questions().filter(|(_, it)| it.kind == Kind::Choices) {
            for term in question.options.iter().filter_map(|option| option.sign) {
                let times = told.iter().filter(|line| *line == words.text(term)).count();
                let name = &person.expected.name;
                assert_eq!(times, 1, "{name}: “{}” stands {times} times", words.text(term));
            }
        }
    }
}

#[test]
fn every_option_of_the_warning_signs_is_a_sign_or_says_what_it_leaves_open() {
    let guide = guide();
    for (_, question) in guide.questions() {
        let gate = guide.page(question.page).unwrap().gate;
        let named = question.options.iter().any(|option| option.sign.is_some());
        for option in question.options.iter().filter(|_| gate && named) {
            let accounted =
                option.sign.is_some() || option.exclusive || !option.leaves_open.is_empty();
            assert!(accounted, "{}: “{}” says nothing to a clinician", question.id, option.id);
        }
    }
}

#[test]
fn the_page_says_how_it_behaves_and_what_was_advised_and_why() {
    let sheet = page(&example(), handover::for_clinician);
    let text = sheet.plain();
    for part in ["See a health professional within 2 weeks", "Gentle massage", "25 November 2026"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for part in ["(Strength, feeling, balance: ", "Worse with: Sitting", "Eased by: Moving about"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
    for part in ["Furthest, at worst: Calf", "Irritability: moderate", "Pain at worst: 6 / 10"] {
        assert!(text.contains(part), "{part} is not in\n{text}");
    }
}

#[test]
fn a_reader_meets_no_name_of_a_rule_or_level_and_no_date_of_a_computer() {
    let guide = guide();
    let rules: Vec<&str> = guide.rules.iter().map(|rule| rule.id.as_str()).collect();
    let levels = ["same-day", "not-now", "after-assessment", "with-plan"];
    for person in people(&guide) {
        for make in [handover::for_clinician, handover::for_visitor] {
            let text = page(&person.response, make).plain();
            let name = &person.expected.name;
            let words = text.split(|it: char| !it.is_alphanumeric() && it != '-');
            let leaks: Vec<&str> =
                words.filter(|it| rules.contains(it) || levels.contains(it)).collect();
            assert_eq!(leaks, Vec::<&str>::new(), "{name}");
            assert!(!text.contains("2026-"), "{name}: {text}");
            assert!(!text.contains('{'), "{name}: {text}");
        }
    }
}

#[test]
fn both_pages_begin_with_the_answer() {
    let guide = guide();
    for person in people(&guide) {
        let outcome = engine::evaluate(&guide, &person.response);
        let levels =
            [content::level::urgency(outcome.urgency), content::level::massage(outcome.massage)];
        for make in [handover::for_clinician, handover::for_visitor] {
            let sheet = page(&person.response, make);
            let first = sheet.blocks[0].lines.join("\n");
            for level in levels {
                let level = words().text(level);
                assert!(
                    first.contains(level),
                    "{}: {level} is not in {first}",
                    person.expected.name
                );
            }
        }
    }
}

#[test]
fn the_persons_own_page_has_every_emergency_sign_and_the_number_to_call() {
    let sheet = page(&example(), handover::for_visitor);
    let signs = block(&sheet, phrase::SECTION_WATCH_EMERGENCY);
    assert!(signs.len() >= 10, "{signs:?}");
    assert!(signs[0].contains("999"), "{}", signs[0]);
    assert!(!sheet.plain().contains('{'), "{}", sheet.plain());
}

#[test]
fn a_page_of_any_person_is_short_and_has_no_empty_part() {
    for person in people(&guide()) {
        for make in [handover::for_visitor, handover::for_clinician] {
            let sheet = page(&person.response, make);
            let lines: usize = sheet.blocks.iter().map(|block| block.lines.len()).sum();
            let name = &person.expected.name;
            assert!(lines <= 110, "{name}: {lines} lines");
            assert!(sheet.blocks.iter().all(|block| !block.lines.is_empty()), "{name}");
        }
    }
}

#[test]
fn a_calendar_reads_the_reminder() {
    let made = Day { year: 2026, month: 11, day: 25 };
    let file = handover::reminder(made, made.after(7), "Check again; sciatica", "Open it, please.");
    let mut calendars = ical::IcalParser::new(BufReader::new(file.as_bytes()));
    let calendar = calendars.next().expect("a calendar").expect("one that can be read");
    assert!(calendars.next().is_none());
    assert_eq!(calendar.events.len(), 1);
    let value = |name: &str| {
        let property = calendar.events[0].properties.iter().find(|it| it.name == name);
        property.and_then(|it| it.value.clone()).unwrap_or_default()
    };
    assert_eq!(value("DTSTART"), "20261202");
    assert_eq!(value("SUMMARY"), "Check again\\; sciatica");
    assert_eq!(calendar.events[0].alarms.len(), 1);
}

fn read(json: &Json) -> Value {
    serde_json::from_str(&json.to_string()).unwrap()
}

/// What an independent validator says of these resources: nothing, if they are right.
/// `make test` installs it and says where it is.
fn validated(resources: &[Value]) -> (bool, String) {
    let home = std::env::var_os("SCIATICA_CHECK_FHIR");
    let home = home.expect("SCIATICA_CHECK_FHIR names no validator: run make test");
    let mut node = Command::new("node")
        .arg(concat!(env!("CARGO_MANIFEST_DIR"), "/tests/handover/validate.mjs"))
        .arg(home)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .expect("node");
    let mut input = node.stdin.take().unwrap();
    for resource in resources {
        writeln!(input, "{resource}").unwrap();
    }
    drop(input);
    let output = node.wait_with_output().unwrap();
    (output.status.success(), String::from_utf8_lossy(&output.stdout).into_owned())
}

#[test]
fn a_validator_accepts_the_questionnaire_and_every_persons_answers() {
    let (guide, words) = (guide(), words());
    let mut resources = vec![read(&handover::questionnaire(&guide, &words))];
    for person in people(&guide) {
        let response = &person.response;
        let given = handover::questionnaire_response(&guide, &words, response, "2026-11-25");
        resources.push(read(&given));
    }
    resources.push(read(&handover::bundle(&guide, &words, &example(), "2026-11-25")));
    assert!(resources.len() > 250, "only {}", resources.len());
    let (accepted, said) = validated(&resources);
    assert!(accepted && said.is_empty(), "{said}");
}

#[test]
fn the_validator_refuses_what_is_wrong() {
    let mut wrong = read(&handover::questionnaire(&guide(), &words()));
    wrong["status"] = json!("done");
    wrong["item"][0]["type"] = json!("page");
    let (accepted, said) = validated(&[wrong]);
    assert!(!accepted, "{said}");
}

#[test]
fn every_answer_points_to_an_item_and_an_option_of_the_questionnaire() {
    let (guide, words) = (guide(), words());
    let questionnaire = read(&handover::questionnaire(&guide, &words));
    let items: Vec<&Value> = questionnaire["item"]
        .as_array()
        .unwrap()
        .iter()
        .flat_map(|page| page["item"].as_array().unwrap())
        .collect();
    let response = handover::questionnaire_response(&guide, &words, &example(), "2026-11-25");
    let response = read(&response);
    assert_eq!(response["status"], "completed");
    let mut answers = 0;
    for page in response["item"].as_array().unwrap() {
        for given in page["item"].as_array().unwrap() {
            let item = items.iter().find(|item| item["linkId"] == given["linkId"]).unwrap();
            for answer in given["answer"].as_array().unwrap() {
                let known = match answer.get("valueCoding") {
                    Some(_) => item["answerOption"].as_array().unwrap().contains(answer),
                    None => item["type"] == "integer" && answer["valueInteger"].is_u64(),
                };
                assert!(known, "{given} is not in {item}");
                answers += 1;
            }
        }
    }
    assert!(answers > 35, "only {answers} answers");
}
