//! A mistake in the content stops the build, and is told so that it can be
//! mended: the file, the entry, what is wrong, what was expected.
//!
//! The mistakes are made in a small content of two questions, so that these
//! tests do not change with what clinicians decide.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test fails loudly.

use std::path::Path;

use sciatica_check::content;
use sciatica_check::content::compile::{Compiled, Files, Problem, compile, read};

/// Everything that content must have, and nothing else.
const SMALL: [(&str, &str); 31] = [
    ("about.toml", "[[content]]\nid = 'content'\nversion = '1'\ndate = '2026-01-01'"),
    ("sources.toml", "[[source]]\nid = 'S'\norganisation = 'A clinic'\ntitle = 'An article'"),
    ("statements.toml", "[[statement]]\nid = 'S1'\nsays = 'Legs can hurt.'"),
    (
        "regions.toml",
        "[[region]]\nid = 'GB'\nemergency = '999'\nterms = 'general'\n\
         [[region]]\nid = 'other'\nterms = 'general'",
    ),
    ("questionnaire/order.toml", "[[section]]\nid = 'first'\ngate = true"),
    (
        "questionnaire/first.toml",
        "[[page]]\nid = 'legs'\n\
         [[page.question]]\nid = 'legs'\nkind = 'choice'\noptions = ['none', 'one']\nworse = ['none < one']\nsources = ['S1']\n\
         [[page]]\nid = 'pain'\nwhen = 'one-leg'\n\
         [[page.question]]\nid = 'pain'\nkind = 'scale'\nworse = ['higher']\nsources = ['S1']",
    ),
    ("facts.toml", "[[fact]]\nid = 'one-leg'\nwhen = 'legs is one'"),
    ("patterns.toml", "[[pattern]]\nid = 'mixed'\nsources = ['S1']"),
    ("irritability.toml", "[[band]]\nid = 'moderate'\nsources = ['S1']"),
    ("contradictions.toml", ""),
    ("claims/red-flags.toml", ""),
    ("claims/massage.toml", ""),
    ("claims/own-choices.toml", ""),
    ("claims/exceptions.toml", ""),
    ("claims/shadowed.toml", ""),
    ("rules/emergency.toml", ""),
    ("rules/same-day.toml", ""),
    ("rules/fit.toml", ""),
    (
        "rules/soon.toml",
        "[[rule]]\nid = 'A1'\nwhen = 'one-leg and pain >= 7'\nurgency = 'soon'\nsources = ['S1']",
    ),
    (
        "rules/self-care.toml",
        "[[rule]]\nid = 'R5'\notherwise = true\nurgency = 'self-care'\nsources = ['S1']",
    ),
    (
        "rules/massage.toml",
        "[[rule]]\nid = 'MR13'\notherwise = true\nmassage = 'gentle-with-plan'\nsources = ['S1']",
    ),
    (
        "guidance/now.toml",
        "[[line]]\nid = 'now-rest'\nsection = 'now'\nwhen = 'urgency is soon'\nsources = ['S1']",
    ),
    ("words/en/interface.toml", "[emergency]\ncall = 'Call {emergency}'"),
    ("words/en/pages.toml", "[sections]\nfirst = 'First'"),
    (
        "words/en/questions.toml",
        "[legs]\ntitle = 'Which leg hurts?'\nshort = 'Legs'\noptions.none = 'None'\noptions.one = 'One'\n\
         [pain]\ntitle = 'How bad is it?'\nshort = 'Pain'\nlow = 'No pain'\nhigh = 'The worst'",
    ),
    ("words/en/rules.toml", "A1.why = 'It hurts.'\nR5.why = 'It is mild.'\nMR13.why = 'It fits.'"),
    ("words/en/pattern.toml", "mixed = 'A mix.'"),
    ("words/en/irritability.toml", "moderate = 'Fairly easily.'"),
    ("words/en/terms.toml", "[pattern]\nmixed = 'Mixed'\n[irritability]\nmoderate = 'Moderate'"),
    ("words/en/guidance.toml", "now-rest = 'See {doctor}.'"),
    (
        "words/en/regions.toml",
        "GB.name = 'United Kingdom'\nother.name = 'Elsewhere'\nother.emergency = 'your local number'\n\
         [terms.general]\nhospital = 'the nearest hospital'\ndoctor = 'a doctor'\n\
         physio = 'physiotherapist'\nback-passage = 'back passage'",
    ),
];

/// A change: in this file, this text becomes that.
type Change = (&'static str, &'static str, &'static str);

fn small() -> Files {
    Files::from_texts(SMALL.map(|(path, text)| (path.to_owned(), text.to_owned())))
}

fn broken(changes: &[Change]) -> Files {
    let mut files = small();
    for (path, from, to) in changes {
        let text = files.text_mut(path).unwrap_or_else(|| panic!("no {path}"));
        // Nothing becomes the whole of a file that was empty.
        let times =
            if from.is_empty() { usize::from(text.is_empty()) } else { text.matches(from).count() };
        assert_eq!(times, 1, "“{from}” in {path}");
        *text = text.replace(from, to);
    }
    files
}

fn problems(files: Files) -> Vec<Problem> {
    compile(files).err().expect("the mistake went unnoticed")
}

/// Exactly these mistakes are reported: file, entry, what is wrong, what was expected.
#[track_caller]
fn reports(changes: &[Change], expected: &[[&str; 4]]) {
    let found = problems(broken(changes));
    let found: Vec<[&str; 4]> =
        found.iter().map(|it| [&*it.file, &*it.id, &*it.wrong, &*it.expected]).collect();
    assert_eq!(found, expected);
}

const CONDITION: &str = "a condition as in content/README.md";

#[test]
fn the_small_content_has_no_mistake() {
    if let Err(problems) = compile(small()) {
        panic!("{problems:#?}");
    }
}

#[test]
fn the_program_carries_what_the_compiler_makes_of_the_content() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("content");
    let compiled = match compile(read(&folder).unwrap()) {
        Ok(compiled) => compiled,
        Err(problems) => panic!("{problems:#?}"),
    };
    let Compiled { guide, mut texts, .. } = compiled;
    assert!(
        content::guide().as_ref() == Some(&guide),
        "the guide; was content changed during the build?"
    );
    let again = compiled.follow_up.unwrap();
    let (carried, words) = content::recheck().unwrap();
    assert!(carried == again.guide, "the re-check's guide");
    assert_eq!(words.texts, texts);
    texts.truncate(again.texts_from);
    assert_eq!(content::words().unwrap().texts, texts);
}

#[test]
fn a_rule_that_names_an_unknown_option() {
    reports(
        &[("rules/soon.toml", "one-leg and pain >= 7", "legs is three")],
        &[["rules/soon.toml", "A1", "“legs” has no option “three”, only none, one", CONDITION]],
    );
}

#[test]
fn a_rule_that_names_an_unknown_question() {
    reports(
        &[("rules/soon.toml", "one-leg and pain >= 7", "arms is one")],
        &[["rules/soon.toml", "A1", "there is no question “arms”", CONDITION]],
    );
}

#[test]
fn a_misspelt_fact() {
    reports(
        &[("rules/soon.toml", "one-leg", "one-legg")],
        &[["rules/soon.toml", "A1", "there is no fact or rule “one-legg”", CONDITION]],
    );
}

#[test]
fn a_choice_read_as_a_scale_and_a_scale_read_as_a_choice() {
    reports(
        &[("rules/soon.toml", "one-leg and pain >= 7", "legs >= 7 and pain is one")],
        &[
            ["rules/soon.toml", "A1", "there is no scale “legs”", CONDITION],
            ["rules/soon.toml", "A1", "“pain” is a scale: use >= or <=", CONDITION],
        ],
    );
}

#[test]
fn a_condition_with_a_slip_of_the_pen() {
    reports(
        &[("rules/soon.toml", "one-leg and pain >= 7", "one-leg and (pain >= 7")],
        &[[
            "rules/soon.toml",
            "A1",
            "“one-leg and (pain >= 7”: “)” is missing before “”",
            CONDITION,
        ]],
    );
}

#[test]
fn two_rules_with_one_id() {
    reports(
        &[
            ("rules/massage.toml", "MR13", "A1"),
            ("words/en/rules.toml", "\nMR13.why = 'It fits.'", ""),
        ],
        &[["rules", "A1", "this name stands twice", "a name of its own"]],
    );
}

#[test]
fn a_rule_with_neither_condition_nor_otherwise() {
    reports(
        &[("rules/soon.toml", "when = 'one-leg and pain >= 7'\n", "")],
        &[
            [
                "rules",
                "otherwise",
                "not one rule on each scale for everybody else",
                "one “otherwise = true” with urgency and one with massage",
            ],
            [
                "rules/soon.toml",
                "A1",
                "a rule needs a condition",
                "either “when” or “otherwise = true”",
            ],
        ],
    );
}

#[test]
fn a_picture_of_which_an_area_cannot_be_chosen() {
    let change = ("questionnaire/first.toml", "'choice'", "'choice'\npicture = 'side'");
    let wrong = |side| format!("the picture has “{side}”, and the question has not");
    let wrong = ["both", "left", "right"].map(wrong);
    let expected = "an option for all that can be pointed at";
    let file = "questionnaire/first.toml";
    reports(&[change], &wrong.each_ref().map(|wrong| [file, "legs", wrong, expected]));
}

#[test]
fn an_area_that_no_picture_has() {
    let found = problems(broken(&[("guidance/now.toml", "'now'", "'now'\nleave = ['elbow']")]));
    assert!(found[0].to_string().contains("elbow"), "{found:#?}");
}

#[test]
fn a_rule_that_sets_nothing() {
    reports(
        &[("rules/soon.toml", "urgency = 'soon'\n", "")],
        &[["rules/soon.toml", "A1", "it sets nothing", "“urgency”, “massage” or both"]],
    );
}

#[test]
fn an_option_without_words() {
    reports(
        &[("questionnaire/first.toml", "'one']", "'one', 'both']")],
        &[[
            "words/en/questions.toml",
            "questions.legs.options.both",
            "there are no words for it",
            "a sentence",
        ]],
    );
}

#[test]
fn words_that_nothing_uses() {
    reports(
        &[("words/en/rules.toml", "A1.why", "A2.why = 'Left behind.'\nA1.why")],
        &[[
            "words/en/rules.toml",
            "rules.A2.why",
            "nothing uses these words",
            "a key that is used",
        ]],
    );
}

#[test]
fn words_with_an_unknown_placeholder() {
    let found = problems(broken(&[("words/en/guidance.toml", "{doctor}", "{docter}")]));
    let [problem] = &found[..] else { panic!("{found:#?}") };
    assert_eq!(problem.file, "words/en/guidance.toml");
    assert_eq!(problem.id, "guidance.now-rest");
    assert_eq!(problem.wrong, "unknown {docter}");
    assert!(problem.expected.contains("doctor"), "{problem}");
}

#[test]
fn words_that_are_blank() {
    reports(
        &[("words/en/rules.toml", "It hurts.", " ")],
        &[["words/en/rules.toml", "rules.A1.why", "blank, or blanks at an end", "a sentence"]],
    );
}

#[test]
fn a_source_that_does_not_exist() {
    reports(
        &[("rules/soon.toml", "'S1'", "'S99'")],
        &[[
            "rules/soon.toml",
            "A1",
            "“S99” is no source",
            "an id of sources.toml or statements.toml",
        ]],
    );
}

#[test]
fn no_source_at_all() {
    reports(
        &[("guidance/now.toml", "['S1']", "[]")],
        &[["guidance/now.toml", "now-rest", "it cites no source", "at least one source id"]],
    );
}

#[test]
fn a_question_that_depends_on_itself_through_a_fact() {
    reports(
        &[("facts.toml", "legs is one", "pain >= 7")],
        &[[
            "questionnaire/first.toml",
            "pain",
            "its “when” looks at “pain”, which is asked later",
            "earlier questions only",
        ]],
    );
}

#[test]
fn a_question_that_depends_on_a_later_one() {
    reports(
        &[(
            "questionnaire/first.toml",
            "id = 'legs'\nkind",
            "id = 'legs'\nwhen = 'pain >= 7'\nkind",
        )],
        &[[
            "questionnaire/first.toml",
            "legs",
            "its “when” looks at “pain”, which is asked later",
            "earlier questions only",
        ]],
    );
}

#[test]
fn a_fact_that_depends_on_itself_through_another() {
    const CIRCLE: &str =
        "one-leg and again'\n[[fact]]\nid = 'again'\nwhen = 'legs is none or one-leg";
    reports(
        &[("facts.toml", "legs is one", CIRCLE)],
        &[
            ["facts.toml", "again", "it depends on itself", "a condition that ends"],
            ["facts.toml", "one-leg", "it depends on itself", "a condition that ends"],
        ],
    );
}

#[test]
fn a_file_that_is_no_toml() {
    let found = problems(broken(&[("facts.toml", "id = 'one-leg'", "id = 'one-leg")]));
    let problem = found.iter().find(|problem| problem.file == "facts.toml").unwrap();
    assert_eq!(problem.id, "file");
    assert!(problem.wrong.contains("line 2"), "where: {problem}");
    assert_eq!(problem.expected, "TOML");
}

#[test]
fn a_key_that_nobody_knows() {
    let found = problems(broken(&[("rules/soon.toml", "urgency =", "urgent = true\nurgency =")]));
    let problem = found.iter().find(|problem| problem.id == "A1").unwrap();
    assert_eq!(problem.file, "rules/soon.toml");
    assert!(problem.wrong.contains("unknown field `urgent`"), "{problem}");
    assert_eq!(problem.expected, "a [[rule]] as in content/README.md");
}

#[test]
fn a_level_that_is_none() {
    let found = problems(broken(&[("rules/soon.toml", "urgency = 'soon'", "urgency = 'later'")]));
    let problem = found.iter().find(|problem| problem.id == "A1").unwrap();
    assert_eq!(problem.file, "rules/soon.toml");
    assert!(problem.wrong.contains("`later`") && problem.wrong.contains("`soon`"), "{problem}");
}

#[test]
fn an_emergency_number_with_letters() {
    reports(
        &[("regions.toml", "'999'", "'nine nine nine'")],
        &[["regions.toml", "GB", "“nine nine nine”", "a telephone number"]],
    );
}

#[test]
fn no_region_to_fall_back_on() {
    reports(
        &[
            ("regions.toml", "\n[[region]]\nid = 'other'\nterms = 'general'", ""),
            (
                "words/en/regions.toml",
                "other.name = 'Elsewhere'\nother.emergency = 'your local number'\n",
                "",
            ),
        ],
        &[[
            "regions.toml",
            "other",
            "the list does not end with the fallback",
            "a last [[region]] “other” without a number",
        ]],
    );
}

#[test]
fn an_exclusive_option_that_is_none() {
    reports(
        &[("questionnaire/first.toml", "'one']", "'one']\nexclusive = ['neither']")],
        &[["questionnaire/first.toml", "legs", "“neither” is exclusive", "the name of an option"]],
    );
}

#[test]
fn a_file_that_nothing_reads_and_one_that_is_missing() {
    let texts =
        SMALL.map(|(path, text)| (path.replace("rules/fit", "rules/fits"), text.to_owned()));
    let found = problems(Files::from_texts(texts));
    let found: Vec<(&str, &str)> = found.iter().map(|it| (&*it.file, &*it.wrong)).collect();
    let expected =
        [("rules/fit.toml", "there is no such file"), ("rules/fits.toml", "nothing reads it")];
    assert_eq!(found, expected);
}

#[test]
fn several_mistakes_in_several_files_are_all_told_at_once() {
    let found = problems(broken(&[
        ("rules/soon.toml", "one-leg and", "one-legg and"),
        ("guidance/now.toml", "'S1'", "'S99'"),
        ("questionnaire/first.toml", "'one']", "'one', 'both']"),
        ("regions.toml", "'999'", "'99x'"),
        ("words/en/guidance.toml", "{doctor}", "{docter}"),
    ]));
    let places: Vec<(&str, &str)> = found.iter().map(|it| (&*it.file, &*it.id)).collect();
    let expected = [
        ("guidance/now.toml", "now-rest"),
        ("regions.toml", "GB"),
        ("rules/soon.toml", "A1"),
        ("words/en/guidance.toml", "guidance.now-rest"),
        ("words/en/questions.toml", "questions.legs.options.both"),
    ];
    assert_eq!(places, expected);
}

#[test]
fn a_mistake_reads_as_one_line() {
    let found = problems(broken(&[("rules/soon.toml", "one-leg", "one-legg")]));
    let line = "content/rules/soon.toml · A1: there is no fact or rule “one-legg”; \
                expected a condition as in content/README.md";
    assert_eq!(found[0].to_string(), line);
    let found = problems(broken(&[("facts.toml", "id = 'one-leg'", "id = 'one-leg")]));
    assert!(found.iter().all(|problem| !problem.to_string().contains('\n')), "{found:#?}");
}

#[test]
fn a_fact_that_nothing_uses() {
    reports(
        &[(
            "facts.toml",
            "[[fact]]\nid = 'one-leg'",
            "[[fact]]\nid = 'idle'\nwhen = 'legs is none'\n[[fact]]\nid = 'one-leg'",
        )],
        &[["facts.toml", "idle", "nothing uses it", "a fact that a condition names"]],
    );
}

#[test]
fn a_rule_that_asks_for_a_level() {
    let wrong = "“urgency” comes after the rules: only guidance asks";
    reports(
        &[("rules/soon.toml", "and pain >= 7", "and pain >= 7 and not urgency is self-care")],
        &[["rules/soon.toml", "A1", wrong, CONDITION]],
    );
}

#[test]
fn a_question_that_does_not_say_which_answers_are_worse() {
    let expected = [
        "questionnaire/first.toml",
        "legs",
        "it must say which answers are worse",
        "either “worse” or “unordered” with the reason",
    ];
    let file = "questionnaire/first.toml";
    reports(&[(file, "worse = ['none < one']\n", "")], &[expected]);
    reports(&[(file, "'none < one']", "'none < one']\nunordered = 'A reason.'")], &[expected]);
}

#[test]
fn an_exception_without_a_claim_that_bounds_it() {
    let exception = "[[exception]]\nid = 'x'\nquestions = ['legs']\nwhen = 'one-leg'\n\
                     because = 'So it is.'\nclaims = ['gone']\nsources = ['S1']";
    let mut files = small();
    files.text_mut("claims/exceptions.toml").unwrap().push_str(exception);
    let found = problems(files);
    let line = "content/claims/exceptions.toml · x: no such claim: “gone”; \
                expected the claims that bound it";
    assert_eq!(found.iter().map(ToString::to_string).collect::<Vec<_>>(), [line]);
}

/// A rule for today that rests on one answer.
const TODAY: Change = (
    "rules/same-day.toml",
    "",
    "[[rule]]\nid = 'D1'\nwhen = 'legs is one'\nurgency = 'same-day'\nsources = ['S1']",
);
const TODAY_WHY: Change = (
    "words/en/rules.toml",
    "A1.why = 'It hurts.'",
    "A1.why = 'It hurts.'\nD1.why = 'It is a leg.'",
);
const TODAY_SAY: Change = (
    "words/en/questions.toml",
    "options.one = 'One'",
    "options.one = 'One'\nsay.one = 'one leg that hurts'",
);

#[test]
fn an_answer_that_can_bring_about_help_today_without_words_to_say() {
    reports(
        &[TODAY, TODAY_WHY],
        &[[
            "words/en/questions.toml",
            "questions.legs.say.one",
            "there are no words for it",
            "a sentence",
        ]],
    );
    assert!(compile(broken(&[TODAY, TODAY_WHY, TODAY_SAY])).is_ok());
}

#[test]
fn words_to_say_of_an_answer_that_brings_about_nothing() {
    reports(
        &[TODAY_SAY],
        &[[
            "words/en/questions.toml",
            "questions.legs.say.one",
            "nothing uses these words",
            "a key that is used",
        ]],
    );
}

#[test]
fn words_to_say_of_a_rule_whose_answers_speak_for_themselves() {
    let said = ("words/en/rules.toml", "MR13.why", "D1.say = 'a leg'\nMR13.why");
    reports(
        &[TODAY, TODAY_WHY, TODAY_SAY, said],
        &[[
            "words/en/rules.toml",
            "rules.D1.say",
            "nothing uses these words",
            "a key that is used",
        ]],
    );
}

#[test]
fn a_rule_for_today_that_can_hold_without_words_to_say() {
    let open = (
        "rules/same-day.toml",
        "",
        "[[rule]]\nid = 'D1'\nwhen = 'unanswered legs'\nurgency = 'same-day'\nsources = ['S1']",
    );
    reports(
        &[open, TODAY_WHY],
        &[["words/en/rules.toml", "rules.D1.say", "there are no words for it", "a sentence"]],
    );
}
