//! Looking back over visits, by the content that the check has.

use super::*;
use crate::engine::evaluate;
use crate::model::{Given, Kind, Outcome};

const START: Day = Day { year: 2026, month: 3, day: 2 };

fn guide() -> Guide {
    crate::content::recheck().expect("the re-check").0
}

fn visit(guide: &Guide, days: u16, answers: &[(&str, &str)]) -> Visit {
    let at = u64::from(days) * 86_400;
    let mut visit = Visit::new(format!("day-{days}"), at, START.after(days));
    for (question, said) in answers {
        let kind = guide.question_by_id(question).expect("a question of this name").1.kind;
        let given = match kind {
            Kind::Scale { .. } => Given::Number(said.parse().expect("a number")),
            _ => Given::Options(said.split(' ').map(str::to_owned).collect()),
        };
        visit.give((*question).to_owned(), given);
    }
    visit
}

fn record(guide: &Guide, visits: &[(u16, &[(&str, &str)])]) -> Record {
    let mut record = Record::default();
    for (days, answers) in visits {
        record.keep(visit(guide, *days, answers));
    }
    record
}

/// What the last of these visits says of itself, beside the ones before.
fn last(guide: &Guide, visits: &[(u16, &[(&str, &str)])]) -> Response {
    let ((days, answers), before) = visits.split_last().expect("a visit");
    let record = record(guide, before);
    let now = read(guide, &visit(guide, *days, answers));
    look_back(guide, &record, START.after(*days), &begin(guide, &record, None, &now))
}

fn says(guide: &Guide, response: &Response, question: &str) -> String {
    let (index, asked) = guide.question_by_id(question).expect("a question of this name");
    let set = response.options(index);
    let chosen = asked.options.iter().enumerate().filter(|(place, _)| set.has(*place));
    chosen.map(|(_, option)| option.id.as_str()).collect::<Vec<_>>().join(" ")
}

fn compared_with(before: &[(&str, &str)], now: &[(&str, &str)], question: &str) -> String {
    let guide = guide();
    says(&guide, &last(&guide, &[(0, before), (7, now)]), question)
}

#[test]
fn a_number_counts_as_changed_from_where_the_content_says() {
    for (before, now, expected) in [
        ("6", "4", "better"),
        ("6", "5", "same"),
        ("3", "2", "better"),
        ("6", "7", "same"),
        ("6", "8", "worse"),
        ("0", "0", "same"),
        ("0", "1", "same"),
    ] {
        let found = compared_with(&[("leg-pain", before)], &[("leg-pain", now)], "leg-change");
        assert_eq!(found, expected, "leg pain from {before} to {now}");
    }
    for (before, now, expected) in [
        ("10", "20", "better"),
        ("10", "15", "better"),
        ("20", "30", "better"),
        ("30", "30", "same"),
        ("30", "20", "same"),
        ("30", "15", "worse"),
        ("10", "not-sure", "not-known"),
    ] {
        let found =
            compared_with(&[("sitting-time", before)], &[("sitting-time", now)], "sitting-change");
        assert_eq!(found, expected, "sitting from {before} to {now}");
    }
}

#[test]
fn of_several_numbers_the_mean_counts_as_far_as_both_visits_have_them() {
    let before = [("own-first", "2"), ("own-second", "3")];
    let change = |now: &[(&str, &str)]| compared_with(&before, now, "own-change");
    assert_eq!(change(&[("own-first", "5"), ("own-second", "4")]), "better");
    assert_eq!(change(&[("own-first", "4"), ("own-second", "4")]), "same");
    assert_eq!(change(&[("own-first", "4")]), "better");
    assert_eq!(change(&[("own-third", "9")]), "not-known");
}

#[test]
fn better_than_at_first_and_worse_than_the_last_time_is_worse() {
    let guide = guide();
    let visits: [(u16, &[(&str, &str)]); 3] = [
        (0, &[("furthest-lately", "foot")]),
        (7, &[("furthest-lately", "buttock")]),
        (14, &[("furthest-lately", "knee")]),
    ];
    assert_eq!(says(&guide, &last(&guide, &visits), "furthest-change"), "worse");
    assert_eq!(says(&guide, &last(&guide, &visits[..2]), "furthest-change"), "better");
}

#[test]
fn at_the_first_visit_there_is_nothing_to_compare() {
    let guide = guide();
    let first = last(&guide, &[(0, &[("leg-pain", "6"), ("nerve-signs", "none")])]);
    assert_eq!(says(&guide, &first, "visit"), "first");
    assert_eq!(says(&guide, &first, "leg-change"), "not-known");
    assert_eq!(says(&guide, &first, "since"), "");
}

#[test]
fn a_sign_is_new_that_was_not_there_and_not_one_that_has_only_grown_older() {
    let signs = |before: &str, now: &str| {
        let said = |signs| [("cauda-equina", "none"), ("nerve-signs", signs)];
        compared_with(&said(before), &said(now), "sign-change")
    };
    assert_eq!(signs("none", "weak"), "new");
    assert_eq!(signs("weak", "weak"), "nothing-new");
    assert_eq!(signs("weak", "none"), "nothing-new");
    assert_eq!(signs("tingle-new", "tingle-week"), "nothing-new");
    assert_eq!(signs("tingle-week", "tingle-new"), "new");
    assert_eq!(signs("none", "not-sure"), "new");
    let unasked = compared_with(&[("leg-pain", "3")], &[("nerve-signs", "none")], "sign-change");
    assert_eq!(unasked, "not-known");
}

#[test]
fn time_is_counted_in_days_and_a_clock_that_was_wrong_tells_none() {
    let guide = guide();
    let since = |days: &[u16]| {
        let visits: Vec<(u16, &[(&str, &str)])> =
            days.iter().map(|day| (*day, &[("leg-pain", "3")][..])).collect();
        says(&guide, &last(&guide, &visits), "since")
    };
    assert_eq!(since(&[0, 13]), "under-2-weeks");
    assert_eq!(since(&[0, 14]), "2-to-6-weeks");
    assert_eq!(since(&[0, 42]), "6-weeks-or-more");
    // The first visit is of a later day than this one.
    let record = record(&guide, &[(50, &[("leg-pain", "3")])]);
    let told = begin(&guide, &record, None, &Response::default());
    let now = look_back(&guide, &record, START, &told);
    assert_eq!(says(&guide, &now, "since"), "");
    assert_eq!(says(&guide, &now, "visit"), "again");
}

const BAD: &[(&str, &str)] = &[
    ("cauda-equina", "none"),
    ("sudden", "none"),
    ("legs", "one"),
    ("nerve-signs", "none"),
    ("illness", "none"),
    ("health", "none"),
    ("pain-words", "moderate"),
    ("leg-pain", "7"),
    ("furthest-lately", "foot"),
    ("sitting-time", "10"),
    ("trend", "same"),
];
const GOOD: &[(&str, &str)] = &[
    ("cauda-equina", "none"),
    ("sudden", "none"),
    ("legs", "one"),
    ("nerve-signs", "none"),
    ("illness", "none"),
    ("health", "none"),
    ("pain-words", "moderate"),
    ("leg-pain", "3"),
    ("furthest-lately", "thigh"),
    ("sitting-time", "30"),
    ("trend", "better"),
];

#[test]
fn a_gain_has_held_when_it_was_there_a_week_ago_and_ever_since() {
    let guide = guide();
    let held = |visits: &[(u16, &[(&str, &str)])]| says(&guide, &last(&guide, visits), "gain-held");
    assert_eq!(held(&[(0, BAD), (7, GOOD)]), "no");
    assert_eq!(held(&[(0, BAD), (7, GOOD), (14, GOOD)]), "yes");
    assert_eq!(held(&[(0, BAD), (7, GOOD), (13, GOOD)]), "no");
    assert_eq!(held(&[(0, BAD), (7, GOOD), (10, GOOD), (14, GOOD)]), "yes");
    assert_eq!(held(&[(0, BAD), (7, GOOD), (10, BAD), (14, GOOD)]), "no");
}

#[test]
fn what_was_asked_and_offered_is_kept_and_nothing_that_can_be_worked_out() {
    let guide = guide();
    let record = record(&guide, &[(0, BAD)]);
    let told = read(&guide, &visit(&guide, 7, GOOD));
    let now = begin(&guide, &record, Some(Massage::GentleWithPlan), &told);
    let all = look_back(&guide, &record, START.after(7), &now);
    let mut kept = Visit::new("next".to_owned(), 0, START.after(7));
    keep(&guide, &all, &mut kept);
    assert_eq!(kept.answers().len(), GOOD.len() + 1, "{:?}", kept.answers());
    let mut record = record;
    record.keep(kept);
    // What was offered once is known the next time.
    let next = begin(&guide, &record, None, &Response::default());
    assert_eq!(says(&guide, &next, "offered"), "gentle-with-plan");
}

#[test]
fn what_no_question_knows_any_more_is_no_answer() {
    let guide = guide();
    let mut strange = Visit::new("old".to_owned(), 0, START);
    for (question, given) in [
        ("gone", Given::Number(3)),
        ("leg-pain", Given::Number(11)),
        ("back-pain", Given::Options(vec!["none".to_owned()])),
        ("trend", Given::Options(vec!["sideways".to_owned()])),
        ("sitting-time", Given::Options(vec!["10".to_owned(), "20".to_owned()])),
        ("walking-time", Given::Options(Vec::new())),
    ] {
        strange.give(question.to_owned(), given);
    }
    assert_eq!(read(&guide, &strange), Response::default());
}

#[test]
fn the_answers_of_the_check_are_not_asked_twice() {
    let check = crate::content::guide().expect("the check");
    let guide = guide();
    let told = carry(&check, &guide, &crate::engine::test_support::example(&check));
    assert!(told.answered().all(|(index, _)| guide.asks(index)));
    let begun = begin(&guide, &Record::default(), None, &told);
    let open = crate::engine::first_incomplete(&guide, &begun).expect("something to ask");
    assert!(!guide.page(open).expect("a page").gate, "the warning signs were asked just now");
}

fn outcome(guide: &Guide, visits: &[(u16, &[(&str, &str)])]) -> Outcome {
    evaluate(guide, &last(guide, visits))
}

#[test]
fn the_same_visits_give_the_same_outcome_and_no_visit_none_without_a_reason() {
    let guide = guide();
    let visits: [(u16, &[(&str, &str)]); 3] = [(0, BAD), (7, GOOD), (14, GOOD)];
    assert_eq!(outcome(&guide, &visits), outcome(&guide, &visits));
    assert!(!outcome(&guide, &[(0, &[])]).reasons.is_empty());
}

#[test]
fn of_several_things_together_each_has_a_change_of_its_own() {
    let guide = guide();
    let before: &[(&str, &str)] = &[("own-first", "2"), ("own-second", "6")];
    let record = record(&guide, &[(0, before)]);
    let now = read(&guide, &visit(&guide, 7, &[("own-first", "6"), ("own-second", "6")]));
    let together = guide.known.iter().find_map(|known| match &known.origin {
        Origin::Change(change) if change.of.len() > 1 => Some(change),
        _ => None,
    });
    let of = |question: &str| {
        let (question, _) = guide.question_by_id(question).expect("a question of this name");
        change_of(&guide, &record, together.expect("several together"), question, &now)
    };
    let options = &guide.question_by_id("own-change").expect("the change").1.options;
    assert_eq!(options[of("own-first")].id, "better");
    assert_eq!(options[of("own-second")].id, "same");
    assert_eq!(options[of("own-third")].id, "not-known");
}
