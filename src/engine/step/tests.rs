//! What follows from what a person does.

use super::*;
use crate::engine::test_support::{answered, example, guide, option, page, question};

fn at(guide: &Guide, id: &str, answers: &str) -> State {
    State {
        screen: Screen::Page(page(guide, id)),
        response: answered(guide, answers),
        ..State::default()
    }
}

fn tick(guide: &Guide, state: &State, id: &str, option: &str) -> State {
    let index = question(guide, id);
    let place = guide.question(index).and_then(|asked| asked.option(option)).unwrap().0;
    step(guide, state, Action::Toggle(index, place))
}

#[test]
fn the_check_begins_with_the_first_warning_signs() {
    let guide = guide();
    let begun = step(&guide, &State::default(), Action::Begin);
    assert_eq!(begun.screen, Screen::Page(page(&guide, "saddle-and-bladder")));
    assert_eq!(begun.response, Response::default());
}

#[test]
fn none_of_these_clears_the_rest_and_the_rest_clears_none_of_these() {
    let guide = guide();
    let start = at(&guide, "right-now", r#"{"sudden": ["chest", "belly"]}"#);
    let none = tick(&guide, &start, "sudden", "none");
    assert_eq!(none.response, answered(&guide, r#"{"sudden": ["none"]}"#));
    let chest = tick(&guide, &none, "sudden", "chest");
    assert_eq!(chest.response, answered(&guide, r#"{"sudden": ["chest"]}"#));
    let nothing = tick(&guide, &chest, "sudden", "chest");
    assert_eq!(nothing.response, Response::default());
}

#[test]
fn passing_over_a_question_points_it_out_and_stays() {
    let guide = guide();
    let start = at(&guide, "legs", "{}");
    let stays = step(&guide, &start, Action::Continue);
    assert_eq!(stays.screen, start.screen);
    assert_eq!(stays.errors, vec![question(&guide, "legs")]);
    let again = step(&guide, &stays, Action::Continue);
    assert_ne!(again.visit, stays.visit, "pointed out anew each time");
    let answered = step(&guide, &stays, Action::Choose(question(&guide, "legs"), 1));
    assert_eq!(answered.errors, Vec::new());
}

#[test]
fn an_emergency_sign_interrupts_at_once_and_a_mis_tap_can_be_mended() {
    let guide = guide();
    let start = at(&guide, "bladder", r#"{"cauda-equina": ["bladder"], "bladder-when": "new"}"#);
    let stopped = step(&guide, &start, Action::Continue);
    let bladder = page(&guide, "bladder");
    assert_eq!(stopped.screen, Screen::Interruption(bladder));
    let back = step(&guide, &stopped, Action::Back);
    assert_eq!(back.screen, Screen::Page(bladder));
    assert_eq!(back.response, start.response);
}

#[test]
fn a_same_day_sign_is_told_when_the_warning_signs_are_done_and_only_once() {
    let guide = guide();
    let answers = r#"{"cauda-equina": ["none"], "sudden": ["none"], "legs": "one",
        "nerve-signs": ["none"], "illness": ["clot"], "health": ["none"]}"#;
    let health = page(&guide, "health");
    let told = step(&guide, &at(&guide, "health", answers), Action::Continue);
    assert_eq!(told.screen, Screen::Notice(health));
    let on = step(&guide, &told, Action::Continue);
    assert_eq!(on.screen, Screen::Page(page(&guide, "about-you")));
    let back = step(&guide, &on, Action::Back);
    let on_again = step(&guide, &back, Action::Continue);
    assert_eq!(on_again.screen, Screen::Page(page(&guide, "about-you")));
}

#[test]
fn back_and_forth_loses_nothing() {
    let guide = guide();
    let start =
        at(&guide, "legs", r#"{"cauda-equina": ["none"], "sudden": ["none"], "legs": "one"}"#);
    let on = step(&guide, &start, Action::Continue);
    let back = step(&guide, &on, Action::Back);
    assert_eq!(back.screen, start.screen);
    assert_eq!(back.response, start.response);
}

#[test]
fn a_change_while_checking_asks_what_it_opened_and_then_returns_to_the_list() {
    let guide = guide();
    let done = State { screen: Screen::Review, response: example(&guide), ..State::default() };
    let first = page(&guide, "saddle-and-bladder");
    let changing = step(&guide, &done, Action::Change(first));
    let ticked = tick(&guide, &changing, "cauda-equina", "bowel");
    let asked = step(&guide, &ticked, Action::Continue);
    assert_eq!(asked.screen, Screen::Page(page(&guide, "bowel")));
    let since = question(&guide, "bowel-when");
    let long_before = guide.question(since).unwrap().option("long-before").unwrap().0;
    let answered = step(&guide, &asked, Action::Choose(since, long_before));
    assert_eq!(step(&guide, &answered, Action::Continue).screen, Screen::Review);

    let untick = step(&guide, &answered, Action::Change(first));
    let none = tick(&guide, &untick, "cauda-equina", "none");
    let pruned = step(&guide, &none, Action::Continue);
    assert_eq!(pruned.screen, Screen::Review);
    assert_eq!(pruned.response, done.response);
}

fn on_result(guide: &Guide) -> State {
    State { screen: Screen::Result, response: example(guide), ..State::default() }
}

fn edits(guide: &Guide, id: &str, chosen: &str) -> State {
    let open = step(guide, &on_result(guide), Action::Edit(question(guide, id)));
    let mut changed = open.clone();
    changed.response.set(question(guide, id), Some(option(guide, id, chosen)));
    changed
}

#[test]
fn the_result_stays_until_a_change_is_done_and_then_knows_what_it_was() {
    let guide = guide();
    let changing = edits(&guide, "trend", "fast-worse");
    assert_eq!(changing.settled(), &example(&guide));
    let done = step(&guide, &changing, Action::Continue);
    assert_eq!(done.screen, Screen::Result);
    // The setback no longer arises, and its answer has gone.
    assert_eq!(done.settled(), &journey::prune(&guide, &changing.response));
    assert_eq!(done.before, Some(example(&guide)));
    assert_eq!(done.edit, None);
}

#[test]
fn leaving_a_change_keeps_the_answer_as_it_was() {
    let guide = guide();
    let left = step(&guide, &edits(&guide, "trend", "fast-worse"), Action::Back);
    assert_eq!(left.screen, Screen::Result);
    assert_eq!(left.response, example(&guide));
    assert_eq!(left.before, None);
}

#[test]
fn a_change_without_an_answer_is_pointed_out_and_stays_open() {
    let guide = guide();
    let mut changing = edits(&guide, "trend", "same");
    changing.response.set(question(&guide, "trend"), None);
    let stays = step(&guide, &changing, Action::Continue);
    assert_eq!(stays.errors, vec![question(&guide, "trend")]);
    assert!(stays.edit.is_some());
}

#[test]
fn what_a_change_on_the_result_opens_is_asked_and_then_the_result_is_there_again() {
    let guide = guide();
    let asked = step(&guide, &edits(&guide, "cauda-equina", "bowel"), Action::Continue);
    assert_eq!(asked.screen, Screen::Page(page(&guide, "bowel")));
    let mut answered = asked.clone();
    let since = question(&guide, "bowel-when");
    answered.response.set(since, Some(option(&guide, "bowel-when", "long-before")));
    let done = step(&guide, &answered, Action::Continue);
    assert_eq!(done.screen, Screen::Result);
    assert_eq!(done.before, Some(example(&guide)));
}

#[test]
fn an_emergency_sign_that_is_added_on_the_result_interrupts_at_once() {
    let guide = guide();
    let stopped = step(&guide, &edits(&guide, "sudden", "chest"), Action::Continue);
    let right_now = page(&guide, "right-now");
    assert_eq!(stopped.screen, Screen::Interruption(right_now));
    let back = step(&guide, &stopped, Action::Back);
    assert_eq!(back.screen, Screen::Page(right_now));
}

#[test]
fn only_an_answer_on_the_way_can_be_changed_on_the_result() {
    let guide = guide();
    let result = on_result(&guide);
    assert_eq!(step(&guide, &result, Action::Edit(question(&guide, "bowel-when"))), result);
    let start = at(&guide, "legs", "{}");
    assert_eq!(step(&guide, &start, Action::Edit(question(&guide, "legs"))), start);
}

#[test]
fn a_page_to_take_along_opens_from_the_result_and_leads_back_to_it() {
    let guide = guide();
    let today = Day { year: 2026, month: 11, day: 25 };
    let open = step(&guide, &on_result(&guide), Action::TakeAlong(Reader::Clinician, today));
    assert_eq!(open.screen, Screen::Sheet(Reader::Clinician, today));
    assert_eq!(step(&guide, &open, Action::Back).screen, Screen::Result);
    let elsewhere = at(&guide, "legs", "{}");
    assert_eq!(step(&guide, &elsewhere, Action::TakeAlong(Reader::Visitor, today)), elsewhere);
}

#[test]
fn clearing_forgets_every_answer() {
    let guide = guide();
    let start = at(&guide, "legs", r#"{"legs": "one"}"#);
    let cleared = step(&guide, &start, Action::Clear);
    assert_eq!(cleared.screen, Screen::Start);
    assert_eq!(cleared.response, Response::default());
}

#[test]
fn an_action_that_does_not_fit_changes_nothing() {
    let guide = guide();
    let start = at(&guide, "legs", "{}");
    let legs = question(&guide, "legs");
    for action in [
        Action::Choose(legs, 99),
        Action::Toggle(legs, 0),
        Action::Rate(legs, 3),
        Action::Rate(question(&guide, "pain-worst"), 11),
        Action::Choose(QuestionIx(9999), 0),
    ] {
        assert_eq!(step(&guide, &start, action), start, "{action:?}");
    }
}

#[test]
fn pointing_at_the_picture_answers_and_mends_what_was_passed_over() {
    let guide = guide();
    let blank = at(&guide, "where", r#"{"age": "18-49"}"#);
    let passed_over = step(&guide, &blank, Action::Continue);
    assert!(passed_over.errors.contains(&question(&guide, "furthest-worst")));
    let spot = Spot { area: crate::model::Area::Calf, side: Some(crate::model::Side::Left) };
    let worst = question(&guide, "furthest-worst");
    let pointed = step(&guide, &passed_over, Action::Point(worst, spot));
    let expected = r#"{"age": "18-49", "furthest-worst": "calf", "side": "left"}"#;
    assert_eq!(pointed.response, answered(&guide, expected));
    assert!(!pointed.errors.contains(&worst) && !pointed.errors.is_empty());
}
