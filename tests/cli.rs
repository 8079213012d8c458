//! The command line as somebody meets it: a program, its input, its output.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::fs;
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use sciatica_check::model::{Massage, Section, Urgency};
use serde_json::{Map, Value, json};

struct Run {
    code: Option<i32>,
    out: String,
    err: String,
}

fn run(arguments: &[&str], input: &[u8]) -> Run {
    let mut program = Command::new(env!("CARGO_BIN_EXE_sciatica-check"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    // It may refuse long input before it has read all of it.
    let _ = program.stdin.take().unwrap().write_all(input);
    let output = program.wait_with_output().unwrap();
    Run {
        code: output.status.code(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

#[track_caller]
fn accepted(arguments: &[&str], input: &[u8]) -> Value {
    let run = run(arguments, input);
    assert_eq!((run.code, &*run.err), (Some(0), ""), "{}", run.out);
    serde_json::from_str(&run.out).unwrap()
}

/// The input is refused: one line for each fault, which says all of these.
#[track_caller]
fn refused(input: &[u8], expected: &[&[&str]]) {
    let run = run(&["evaluate"], input);
    assert_eq!((run.code, &*run.out), (Some(2), ""), "{}", run.err);
    let lines: Vec<&str> = run.err.lines().collect();
    assert_eq!(lines.len(), expected.len(), "{}", run.err);
    for (line, parts) in lines.iter().zip(expected) {
        for part in *parts {
            assert!(line.contains(part), "“{part}” is missing in: {line}");
        }
        assert!(line.chars().count() <= 500, "a long line: {line}");
    }
}

#[track_caller]
fn refused_answers(answers: Value, expected: &[&[&str]]) {
    refused(json!({ "answers": answers }).to_string().as_bytes(), expected);
}

fn example() -> Vec<u8> {
    std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/response.json")).unwrap()
}

/// Every text in a JSON value.
fn texts(value: &Value) -> Vec<&str> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(values) => values.iter().flat_map(texts).collect(),
        Value::Object(values) => values.values().flat_map(texts).collect(),
        _ => Vec::new(),
    }
}

#[test]
fn the_documented_response_has_the_documented_outcome() {
    let outcome = accepted(&["evaluate"], &example());
    let keys: Vec<&str> = outcome.as_object().unwrap().keys().map(String::as_str).collect();
    let expected = [
        "urgency",
        "massage",
        "pattern",
        "irritability",
        "reasons",
        "guidance",
        "contradictions",
        "content_version",
        "content_hash",
    ];
    assert_eq!(keys, expected);
    assert_eq!(outcome["urgency"], "soon");
    assert_eq!(outcome["massage"], "gentle-with-plan");
    assert_eq!(outcome["pattern"], "nerve-from-back");
    assert_eq!(outcome["irritability"], "moderate");
    assert_eq!(outcome["contradictions"], json!([]));
}

#[test]
fn every_reason_and_line_names_the_answers_and_the_sources() {
    let outcome = accepted(&["evaluate"], &example());
    let levels: Vec<&str> = Urgency::ALL.iter().map(|level| level.wire()).collect();
    let offers: Vec<&str> = Massage::ALL.iter().map(|level| level.wire()).collect();
    let sections: Vec<&str> = Section::ALL.iter().map(|section| section.wire()).collect();
    let one_of =
        |value: &Value, known: &[&str]| value.as_str().is_some_and(|it| known.contains(&it));
    for reason in outcome["reasons"].as_array().unwrap() {
        assert!(!reason["rule"].as_str().unwrap().is_empty(), "{reason}");
        assert!(reason["urgency"].is_null() || one_of(&reason["urgency"], &levels), "{reason}");
        assert!(reason["massage"].is_null() || one_of(&reason["massage"], &offers), "{reason}");
        assert!(!reason["why"].as_str().unwrap().is_empty(), "{reason}");
        assert!(!reason["sources"].as_array().unwrap().is_empty(), "{reason}");
        assert!(!reason["because"].as_array().unwrap().is_empty(), "{reason}");
    }
    for line in outcome["guidance"].as_array().unwrap() {
        assert!(one_of(&line["section"], &sections), "{line}");
        assert!(!line["text"].as_str().unwrap().is_empty(), "{line}");
        assert!(!line["sources"].as_array().unwrap().is_empty(), "{line}");
    }
    let because = &outcome["reasons"][0]["because"][0];
    assert_eq!(because["question"], "nerve-signs");
    assert_eq!(because["answer"], json!(["tingle-week"]));
}

#[test]
fn the_words_of_an_outcome_are_those_that_a_visitor_reads() {
    for input in [example(), br#"{"answers": {}}"#.to_vec()] {
        let outcome = accepted(&["evaluate"], &input);
        for text in texts(&outcome) {
            assert!(!text.contains(['{', '}']), "not filled in: {text}");
        }
    }
}

#[test]
fn no_answer_at_all_has_an_outcome_and_is_never_read_as_no() {
    let outcome = accepted(&["evaluate"], br#"{"answers": {}}"#);
    assert_eq!(outcome["urgency"], "same-day");
    assert_eq!(outcome["massage"], "not-now");
    assert!(!outcome["reasons"].as_array().unwrap().is_empty());
}

#[test]
fn the_same_input_gives_the_same_output() {
    let first = run(&["evaluate"], &example());
    assert_eq!(first.out, run(&["evaluate"], &example()).out);
}

#[test]
fn the_questionnaire_has_every_page_and_says_when_each_question_is_asked() {
    let guide = sciatica_check::content::guide().unwrap();
    let questionnaire = accepted(&["questions"], b"");
    let pages = questionnaire["pages"].as_array().unwrap();
    let ids: Vec<&str> = pages.iter().map(|page| page["page"].as_str().unwrap()).collect();
    assert_eq!(ids, guide.pages.iter().map(|page| page.id.as_str()).collect::<Vec<_>>());

    let mut asked = Vec::new();
    for question in pages.iter().flat_map(|page| page["questions"].as_array().unwrap()) {
        let id = question["id"].as_str().unwrap();
        let when = question["enable_when"].as_str().unwrap();
        let always = guide.question_by_id(id).unwrap().1.enable_when
            == sciatica_check::model::Condition::Always;
        assert_eq!(when == "always", always, "{id}: “{when}”");
        assert!(!when.trim().is_empty(), "{id}");
        let kind = question["kind"].as_str().unwrap();
        assert_eq!(kind == "scale", question["options"].as_array().unwrap().is_empty(), "{id}");
        asked.push(id);
    }
    assert_eq!(asked, guide.questions.iter().map(|it| it.id.as_str()).collect::<Vec<_>>());
}

#[test]
fn the_questionnaire_names_the_condition_of_a_follow_up() {
    let questionnaire = accepted(&["questions"], b"").to_string();
    assert!(questionnaire.contains(r#""enable_when":"cauda-equina is bladder""#));
}

#[test]
fn whoever_follows_the_questionnaire_writes_a_response_that_is_accepted() {
    let questionnaire = accepted(&["questions"], b"");
    let pages = questionnaire["pages"].as_array().unwrap();
    let questions = pages.iter().flat_map(|page| page["questions"].as_array().unwrap());
    let answers: Map<String, Value> = questions
        .map(|question| {
            let first = question["options"][0]["id"].clone();
            let answer = match question["kind"].as_str().unwrap() {
                "choice" => first,
                "choices" => json!([first]),
                _ => json!(10),
            };
            (question["id"].as_str().unwrap().to_owned(), answer)
        })
        .collect();
    let outcome = accepted(&["evaluate"], json!({ "answers": answers }).to_string().as_bytes());
    assert_eq!(outcome["urgency"], "emergency");
}

#[test]
fn input_that_is_not_json() {
    refused(b"legs: one", &[&["response", "not JSON", "line 1"]]);
    refused(br#"{"answers": {"legs": "one"}"#, &[&["response", "not JSON"]]);
    refused(br#"{"answers": {}} {}"#, &[&["response", "not JSON"]]);
}

#[test]
fn input_that_is_empty() {
    refused(b"", &[&["response", "not JSON"]]);
}

#[test]
fn input_that_is_no_text() {
    refused(b"{\"answers\": {\"legs\": \"\xff\xfe\"}}", &[&["response", "not UTF-8"]]);
}

#[test]
fn five_megabytes_of_noise() {
    // A linear congruential generator: noise that is the same on every run.
    let noise = std::iter::successors(Some(1_u32), |seed| {
        Some(seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223))
    });
    let noise: Vec<u8> = noise.map(|seed| (seed >> 24) as u8).take(5 * 1024 * 1024).collect();
    refused(&noise, &[&["response", "longer than", "bytes"]]);
}

#[test]
fn brackets_without_end() {
    refused("[".repeat(100_000).as_bytes(), &[&["response", "not JSON"]]);
}

#[test]
fn json_that_is_no_response() {
    refused(b"[]", &[&["response", "a list", "an object"]]);
    refused(b"{}", &[&["answers", "missing"]]);
    refused(br#"{"answers": []}"#, &[&["answers", "a list", "an object"]]);
    refused(br#"{"answers": {}, "name": "Ada"}"#, &[&["name", "unknown", "answers"]]);
}

#[test]
fn an_unknown_question() {
    refused_answers(json!({ "arms": "one" }), &[&["arms", "no such question"]]);
}

#[test]
fn an_unknown_option() {
    refused_answers(json!({ "legs": "three" }), &[&["legs", "“three”", "only none, one"]]);
    refused_answers(json!({ "sudden": ["none", "hiccups"] }), &[&["sudden", "“hiccups”"]]);
}

#[test]
fn an_answer_of_the_wrong_type() {
    refused_answers(json!({ "legs": ["one"] }), &[&["legs", "a list", "one option"]]);
    refused_answers(json!({ "legs": null }), &[&["legs", "null", "one option"]]);
    refused_answers(json!({ "sudden": "none" }), &[&["sudden", "a text", "a list"]]);
    refused_answers(json!({ "sudden": [1] }), &[&["sudden", "a number in the list"]]);
    refused_answers(json!({ "pain-worst": "7" }), &[&["pain-worst", "a text", "a whole number"]]);
}

#[test]
fn none_of_these_beside_one_of_these() {
    refused_answers(
        json!({ "cauda-equina": ["bladder", "none"] }),
        &[&["cauda-equina", "“none”", "no other option"]],
    );
}

#[test]
fn a_number_that_is_not_on_the_scale() {
    for number in [json!(11), json!(-1), json!(2.5), json!(256), json!(1e30)] {
        refused_answers(json!({ "pain-worst": number }), &[&["pain-worst", "from 0 to 10"]]);
    }
}

#[test]
fn an_empty_list_is_no_answer() {
    refused_answers(json!({ "sudden": [] }), &[&["sudden", "an empty list"]]);
}

#[test]
fn every_fault_is_named_at_once_and_nothing_is_read_half() {
    refused(
        br#"{ "name": "Ada", "answers": {
            "legs": "three", "arms": "one", "sudden": [], "pain-worst": 11, "age": "18-49" } }"#,
        &[
            &["name", "unknown"],
            &["legs", "“three”"],
            &["arms", "no such question"],
            &["sudden", "empty"],
            &["pain-worst", "11"],
        ],
    );
}

#[test]
fn a_name_from_outside_stays_short_and_on_its_line() {
    let name = "x\n\u{1b}[31m".repeat(1_000);
    let run = run(&["evaluate"], json!({ "answers": { name: "one" } }).to_string().as_bytes());
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1));
    assert!(run.err.len() < 1_000 && !run.err.contains('\u{1b}'), "{}", run.err);
}

#[test]
fn an_option_from_outside_stays_short_and_on_its_line() {
    let option = "x\n\u{1b}[31m".repeat(1_000);
    let run = run(&["evaluate"], json!({ "answers": { "legs": option } }).to_string().as_bytes());
    assert_eq!((run.code, run.err.lines().count()), (Some(2), 1));
    assert!(run.err.len() < 2_000 && !run.err.contains('\u{1b}'), "{}", run.err);
}

#[test]
fn a_command_that_nobody_knows_is_answered_with_those_that_exist() {
    for arguments in [&["guess"][..], &[], &["evaluate", "twice"], &["--help"]] {
        let run = run(arguments, b"");
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains("evaluate") && run.err.contains("questions"), "{}", run.err);
    }
}

/// The project's content in a folder of its own, with one change.
fn changed_content(name: &str, file: &str, from: &str, to: &str) -> PathBuf {
    fn copy(from: &Path, to: &Path) {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap().map(Result::unwrap) {
            let to = to.join(entry.file_name());
            match entry.file_type().unwrap().is_dir() {
                true => copy(&entry.path(), &to),
                false => fs::write(to, fs::read(entry.path()).unwrap()).unwrap(),
            }
        }
    }
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("content"), &folder);
    let text = fs::read_to_string(folder.join(file)).unwrap();
    assert_eq!(text.matches(from).count(), 1, "“{from}” in {file}");
    fs::write(folder.join(file), text.replace(from, to)).unwrap();
    folder
}

#[test]
fn a_proof_that_fails_shows_somebody_and_says_so_to_the_shell() {
    let folder = changed_content(
        "content-with-a-mistake",
        "rules/emergency.toml",
        "when = \"bladder-new\"\nurgency = \"emergency\"",
        "when = \"bladder-new\"\nurgency = \"soon\"",
    );
    let run = run(&["verify", folder.to_str().unwrap()], b"");
    assert_eq!((run.code, &*run.err), (Some(1), ""), "{}", run.out);
    assert!(run.out.contains("FAILS  red flags win"), "{}", run.out);
    let mut lines = run.out.lines().skip_while(|line| !line.contains("claim “bladder-new”"));
    let what = lines.next().unwrap();
    assert!(what.ends_with("But urgency is below emergency."), "{what}");
    // The person, in plain words and as a response. For the content as it is, it is an emergency.
    let said: Vec<&str> = lines.by_ref().take_while(|line| !line.contains('{')).collect();
    assert!(said[0].contains("Trouble peeing"), "{said:?}");
    let response = run.out.lines().find(|line| line.contains('{')).unwrap().trim();
    assert_eq!(accepted(&["evaluate"], response.as_bytes())["urgency"], "emergency");
}

#[test]
fn content_that_does_not_compile_is_told_and_not_proved() {
    let folder = changed_content(
        "content-that-does-not-compile",
        "rules/emergency.toml",
        "when = \"bladder-new\"",
        "when = \"bladder-old\"",
    );
    let run = run(&["verify", folder.to_str().unwrap()], b"");
    assert_eq!((run.code, &*run.out), (Some(2), ""), "{}", run.err);
    assert!(run.err.contains("E1: there is no fact or rule “bladder-old”"), "{}", run.err);
}

/// The folder of the project's content.
fn content() -> String {
    concat!(env!("CARGO_MANIFEST_DIR"), "/content").to_owned()
}

#[test]
fn a_folder_compared_with_itself_moves_nobody() {
    let run = run(&["compare", &content(), &content()], b"");
    assert_eq!((run.code, &*run.err), (Some(0), ""), "{}", run.out);
    assert_eq!(run.out.matches("Nobody moves.").count(), 2, "{}", run.out);
}

#[test]
fn a_loosened_rule_is_shown_in_people_as_text_and_as_json() {
    let folder = changed_content(
        "content-that-is-loosened",
        "rules/emergency.toml",
        "when = \"bladder-new\"\nurgency = \"emergency\"",
        "when = \"bladder-new\"\nurgency = \"soon\"",
    );
    let (old, new) = (content(), folder.to_str().unwrap().to_owned());
    let text = run(&["compare", &old, &new], b"");
    assert_eq!((text.code, &*text.err), (Some(0), ""));
    assert!(text.out.contains("rule “E1” asked for emergency and asks for soon"), "{}", text.out);
    assert!(text.out.contains("LESS CAREFUL: urgency from emergency to soon"), "{}", text.out);
    let json = accepted(&["compare", &old, &new, "--json"], b"");
    let moves = json["check"]["moves"].as_array().unwrap();
    let found = moves.iter().find(|it| it["from"] == "emergency" && it["to"] == "soon").unwrap();
    assert_eq!(found["rules"][0]["id"], "E1");
    let response = found["person"]["response"].to_string();
    assert_eq!(accepted(&["evaluate"], response.as_bytes())["urgency"], "emergency");
    assert!(json["recheck"]["moves"].is_array());
    // The other way round it is more careful.
    let back = run(&["compare", &new, &old], b"");
    assert!(back.out.contains("more careful: urgency from soon to emergency"), "{}", back.out);
    assert!(!back.out.contains("LESS CAREFUL"), "{}", back.out);
}

#[test]
fn whatever_cannot_be_compared_is_told_all_at_once() {
    let broken = changed_content(
        "content-with-two-mistakes",
        "rules/emergency.toml",
        "when = \"bladder-new\"",
        "when = \"bladder-old\"",
    );
    let file = broken.join("rules/same-day.toml");
    let text = fs::read_to_string(&file).unwrap();
    fs::write(&file, text.replacen("urgency = \"same-day\"", "urgency = \"whenever\"", 1)).unwrap();
    let broken = broken.to_str().unwrap();
    let missing = format!("{broken}-that-is-nowhere");
    let list = format!("{missing}.toml");
    let run = run(&["compare", &missing, broken, "--renamed", &list], b"");
    assert_eq!((run.code, &*run.out), (Some(2), ""), "{}", run.err);
    let lines: Vec<&str> = run.err.lines().collect();
    let [first, mistakes @ .., last] = &lines[..] else { panic!("{}", run.err) };
    assert!(first.starts_with(&format!("{missing}: it cannot be read: ")), "{first}");
    assert!(last.starts_with(&format!("{list}: it cannot be read: ")), "{last}");
    let of_the_folder = format!("{broken}: content/");
    assert!(mistakes.iter().all(|line| line.starts_with(&of_the_folder)), "{}", run.err);
    assert!(run.err.contains("bladder-old") && run.err.contains("whenever"), "{}", run.err);
}

#[test]
fn a_list_of_names_that_fits_neither_folder_is_refused() {
    let list = Path::new(env!("CARGO_TARGET_TMPDIR")).join("renamed.toml");
    fs::write(&list, "[questions]\nlegs = \"arms\"").unwrap();
    let list = list.to_str().unwrap();
    let run = run(&["compare", &content(), &content(), "--renamed", list], b"");
    assert_eq!((run.code, &*run.out), (Some(2), ""));
    assert_eq!(run.err, "renamed: the old content has no question “arms”\n");
}

#[test]
fn a_comparison_of_one_folder_or_of_three_is_answered_with_how_to_ask() {
    for arguments in [
        &["compare"][..],
        &["compare", "a"],
        &["compare", "a", "b", "c"],
        &["compare", "a", "b", "--renamed"],
        &["compare", "a", "b", "--yaml"],
    ] {
        let run = run(arguments, b"");
        assert_eq!((run.code, &*run.out), (Some(2), ""), "{arguments:?}");
        assert!(run.err.contains("compare old-folder new-folder"), "{}", run.err);
    }
}
