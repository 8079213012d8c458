//! What is shown when: every question, every kind of screen, and what only some of them have.

use std::collections::BTreeSet;

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::Screen;
use sciatica_check::model::{Massage, Urgency};

use crate::reading::{nowhere, question_of, questions, told};
use crate::screens::{guide, screens};

#[test]
fn every_question_is_rendered_open_answered_and_passed_over() {
    let all: BTreeSet<&str> = guide().questions.iter().map(|it| it.id.as_str()).collect();
    for kind in ["blank", "answered", "passed over"] {
        let pages = screens().iter().filter(|screen| screen.name.contains(kind));
        let seen: BTreeSet<&str> = pages
            .flat_map(questions)
            .filter(|it| kind != "passed over" || it.has_class("question--wrong"))
            .map(question_of)
            .collect();
        // Blank, a follow-up on the same page is not open yet.
        let expected: BTreeSet<&str> = match kind {
            "blank" => all.intersection(&seen).copied().collect(),
            _ => all.clone(),
        };
        assert_eq!(seen, expected, "{kind}");
    }
}

#[test]
fn every_kind_of_screen_and_every_level_of_result_is_rendered() {
    let shown = |fits: &dyn Fn(&Screen) -> bool| screens().iter().any(|it| fits(&it.state.screen));
    assert!(shown(&|screen| matches!(screen, Screen::Start)));
    assert!(shown(&|screen| matches!(screen, Screen::Interruption(_))));
    assert!(shown(&|screen| matches!(screen, Screen::Notice(_))));
    assert!(shown(&|screen| matches!(screen, Screen::Review)));
    let results = || screens().iter().filter(|it| it.state.screen == Screen::Result);
    for urgency in Urgency::ALL {
        assert!(results().any(|it| it.outcome.urgency == urgency), "{urgency:?}");
    }
    for massage in Massage::ALL {
        assert!(results().any(|it| it.outcome.massage == massage), "{massage:?}");
    }
}

#[test]
fn a_review_shows_what_does_not_fit_together_and_what_is_open() {
    let by_name = |name: &str| screens().iter().find(|it| it.name == name).unwrap();
    let words = content::words().unwrap();
    let open = words.text(phrase::REVIEW_NONE);
    let conflict = words.text(phrase::REVIEW_CONTRADICTIONS);
    let complete = by_name("review complete").root.text();
    assert!(!complete.contains(open) && !complete.contains(conflict), "{complete}");
    assert!(by_name("review incomplete").root.text().contains(open));
    assert!(by_name("review empty").root.text().contains(open));
    assert!(by_name("review contradictory").root.text().contains(conflict));
}

#[test]
fn no_screen_has_two_warning_cards_of_a_kind_and_an_urgent_one_has_its_own() {
    const KINDS: [&str; 4] = ["card--emergency", "card--urgent", "card--soon", "card--self-care"];
    nowhere(|screen| {
        let cards = |kind: &&str| screen.root.classed(kind).len();
        let all = screen.root.classed("card").len();
        let mut faults = told(KINDS.iter().filter(|kind| cards(kind) > 1));
        if all != KINDS.iter().map(cards).sum::<usize>() {
            faults.push("a card of no known kind".to_owned());
        }
        let expected = match (screen.state.screen, screen.outcome.urgency) {
            (Screen::Start | Screen::Interruption(_), _) => Some(KINDS[0]),
            (Screen::Notice(_), _) => Some(KINDS[1]),
            (Screen::Result, urgency) => Some(KINDS[3 - urgency as usize]),
            (Screen::Page(_) | Screen::Review | Screen::Sheet(..), _) => None,
        };
        faults.extend(expected.filter(|kind| cards(kind) != 1).map(|kind| format!("no {kind}")));
        faults
    });
}

#[test]
fn a_change_on_the_result_is_told_with_what_it_was_and_what_it_is() {
    let told = |name: &str| {
        let screen = screens().iter().find(|screen| screen.name == name).unwrap();
        let boxes = screen.root.classed("change");
        assert_eq!(boxes.len(), 1, "{name}");
        boxes[0].text()
    };
    let worse = told("result after a change for the worse");
    for part in ["About the same", "Getting worse fast", "Speak to a doctor or nurse today"] {
        assert!(worse.contains(part), "{part} is not in: {worse}");
    }
    let same = told("result after a change that changes nothing");
    let title = content::words().unwrap().text(phrase::CHANGE_SAME);
    assert!(same.contains(title), "{title} is not in: {same}");
}

#[test]
fn while_an_answer_is_changed_the_result_stays_and_only_that_answer_can_be_given() {
    let screen = screens().iter().find(|screen| screen.name == "result while an answer is changed");
    let screen = screen.unwrap();
    assert_eq!(questions(screen).len(), 1);
    assert_eq!(screen.root.classed("change").len(), 0);
    let title = content::words().unwrap().text(phrase::RESULT_TITLE_SOON);
    assert!(screen.root.tagged(&["h1"])[0].text().contains(title));
}
