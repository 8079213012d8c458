//! What is said of somebody's answers is true of them: everybody of the cases goes through
//! the check page by page, and through the re-check, and every sentence that speaks of what
//! they told, on every screen and page that they meet, is held against what they told.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "../markup/drawn.rs"]
mod drawn;
#[path = "../markup/html.rs"]
#[allow(dead_code)] // Others use the rest of it.
mod html;
#[path = "../people/mod.rs"]
mod people;

mod claims;
mod screens;
mod walk;

use std::collections::BTreeSet;

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::{Action, Screen, State};
use sciatica_check::model::{Massage, Text, Urgency};
use sciatica_check::view::Content;

use screens::{Seen, all, words};
use walk::Walk;

/// Said only where a question was passed over, which no screen lets anybody do; or where an
/// emergency comes first.
const ELSEWHERE: [&str; 3] = [
    "guidance.now-unanswered",
    "guidance.massage-unanswered",
    "contradictions.sign-older-than-problem",
];

/// No screen of anybody has a fault of this kind.
#[track_caller]
fn nowhere(fault: impl Fn(&Seen) -> Vec<String>) {
    let faults: Vec<String> = all()
        .iter()
        .flat_map(|seen| fault(seen).into_iter().map(|it| format!("{}: {it}", seen.name())))
        .collect();
    let first: Vec<&String> = faults.iter().take(30).collect();
    assert!(faults.is_empty(), "{} faults\n{first:#?}", faults.len());
    let screens = all().len();
    assert!(screens > 1500, "only {screens} screens");
}

#[test]
fn you_told_us_names_what_was_asked_and_answered_so() {
    let none = words().text(phrase::WHY_NO_ANSWER);
    nowhere(|seen| {
        let wrong = seen.told.iter().filter(|(label, answer)| {
            let asked = seen.asked.iter().filter(|(name, _)| name == label);
            // An answer may have the sign in it that keeps several apart.
            let said = |labels: &Vec<String>| match labels.is_empty() {
                true => answer == none,
                false => {
                    let one = |it: &str| labels.iter().any(|label| label == it);
                    one(answer) || answer.split("; ").all(one)
                }
            };
            !asked.map(|(_, labels)| labels).any(said)
        });
        wrong.map(|(label, answer)| format!("“{label}: {answer}”")).collect()
    });
}

#[test]
fn no_screen_names_a_question_that_was_not_asked() {
    nowhere(|seen| {
        let named = seen.named.iter().filter(|label| seen.not_asked.contains(*label));
        named.map(|label| format!("“{label}” was not asked")).collect()
    });
}

#[test]
fn what_to_say_is_what_was_ticked() {
    nowhere(|seen| {
        let Some(said) = &seen.say else { return Vec::new() };
        let emergency = seen.urgency == Urgency::Emergency;
        let template = if emergency { phrase::INTERRUPTION_SAY } else { phrase::RESULT_SAY };
        let template = words().text(template);
        let (before, after) = template.split_once("{signs}").unwrap();
        let signs = said.strip_prefix(before).and_then(|it| it.strip_suffix(after));
        let Some(signs) = signs else { return vec![format!("{said} is not of “{template}”")] };
        let strange = signs.split("; ").filter(|sign| !seen.can_say.iter().any(|it| it == sign));
        strange.map(|sign| format!("“{sign}” was not ticked")).collect()
    });
    let said = all().iter().filter(|seen| seen.say.is_some()).count();
    assert!(said > 200, "only {said} say something");
}

#[test]
fn what_speaks_of_answers_holds_for_them() {
    nowhere(|seen| {
        let untrue = seen.claims.iter().filter(|(_, holds)| !holds);
        untrue.map(|(key, _)| format!("“{key}” is not true")).collect()
    });
}

#[test]
fn every_claim_is_about_a_sentence_that_somebody_reads() {
    let met: BTreeSet<&str> =
        all().iter().flat_map(|seen| &seen.claims).map(|(key, _)| *key).collect();
    let unmet = claims::all().iter().map(|it| it.key).filter(|key| !met.contains(key));
    let unmet = unmet.filter(|key| !ELSEWHERE.contains(key));
    assert_eq!(unmet.collect::<Vec<_>>(), Vec::<&str>::new(), "said to nobody");
}

#[test]
fn every_sentence_that_speaks_of_answers_is_held_against_them() {
    let claims: BTreeSet<&str> = claims::all().iter().map(|it| it.key).collect();
    let spoken = claims::spoken();
    let spoken: Vec<&String> = spoken.iter().filter(|key| !claims.contains(key.as_str())).collect();
    assert_eq!(spoken, Vec::<&String>::new(), "sentences without a claim");
}

#[test]
fn an_emergency_is_given_the_advice_for_it_and_no_list_of_other_signs() {
    let watch = words().text(phrase::SECTION_WATCH);
    let interruptions = || all().iter().filter(|it| matches!(it.screen, Screen::Interruption(_)));
    for seen in interruptions() {
        assert!(!seen.text.contains(watch), "{}", seen.name());
    }
    let heart: Vec<&Seen> = interruptions().filter(|it| it.heart_alone).collect();
    assert!(heart.len() > 3, "only {}", heart.len());
    for seen in heart {
        for other in ["massage", "minor injuries", "legs are weak", "drive yourself"] {
            assert!(!seen.text.to_lowercase().contains(other), "{}: {other}", seen.name());
        }
    }
}

#[test]
fn a_visit_has_one_deadline() {
    nowhere(|seen| {
        let two = seen.text.contains("2 weeks") && seen.text.contains("next few days");
        let two = seen.urgency == Urgency::Soon && two;
        two.then(|| "two deadlines".to_owned()).into_iter().collect()
    });
}

#[test]
fn nothing_speaks_against_the_massage_that_is_offered() {
    nowhere(|seen| {
        let offered = seen.massage >= Massage::GentleWithPlan;
        let against = ["before they have more", "before more massage"];
        let said = against.into_iter().filter(|it| offered && seen.text.contains(it));
        said.map(str::to_owned).collect()
    });
}

#[test]
fn whoever_passes_a_warning_sign_over_is_told_so_and_of_nothing_else() {
    let guide = content::guide().unwrap();
    let content = Content::compiled().unwrap();
    let people = people::people(&guide);
    let plain =
        people.iter().find(|it| it.expected.massage.as_deref() == Some("may-help-with-plan"));
    let none = words().text(phrase::WHY_NO_ANSWER);
    let open = guide.rules.iter().find(|rule| rule.id == "R6").unwrap();
    for id in ["cauda-equina", "sudden", "legs", "nerve-signs", "illness", "health", "trend"] {
        let mut walk = Walk::new(&guide, &plain.unwrap().response);
        walk.goes_to_a_screen();
        assert_eq!(walk.state.screen, Screen::Review, "{id}");
        let (question, asked) = guide.question_by_id(id).unwrap();
        walk.does(Action::Change(asked.page));
        // The tick is taken away; where one is chosen, no screen lets anybody do that.
        let mut response = walk.state.response.clone();
        response.set(question, None);
        walk.state = State { response, ..walk.state };
        walk.does(Action::Back);
        walk.does(Action::ShowResult);
        let seen = screens::see(&content, id, &walk);
        assert!(seen.text.contains(words().text(open.why)), "{id}: nobody says that it is open");
        let open: Vec<_> = seen.told.iter().filter(|(_, answer)| answer == none).collect();
        assert!(!open.is_empty(), "{id}");
        let short = words().text(asked.short);
        assert!(open.iter().all(|(label, _)| label == short), "{id}: {open:?}");
    }
}

#[test]
fn a_page_to_take_along_begins_with_the_answer() {
    let urgency = |urgency| match urgency {
        Urgency::Emergency => phrase::RESULT_TITLE_EMERGENCY,
        Urgency::SameDay => phrase::RESULT_TITLE_SAME_DAY,
        Urgency::Soon => phrase::RESULT_TITLE_SOON,
        Urgency::SelfCare => phrase::RESULT_TITLE_SELF_CARE,
    };
    let massage = |massage| match massage {
        Massage::NotNow => phrase::MASSAGE_NOT_NOW,
        Massage::AfterAssessment => phrase::MASSAGE_AFTER_ASSESSMENT,
        Massage::GentleWithPlan => phrase::MASSAGE_GENTLE_WITH_PLAN,
        Massage::MayHelpWithPlan => phrase::MASSAGE_MAY_HELP_WITH_PLAN,
    };
    nowhere(|seen| {
        let levels: [Text; 2] = [urgency(seen.urgency), massage(seen.massage)];
        let missing = levels.map(|it| words().text(it)).into_iter();
        let missing = missing.filter(|it| seen.takes_along() && !seen.first.contains(it));
        missing.map(|it| format!("“{it}” is not in “{}”", seen.first)).collect()
    });
}
