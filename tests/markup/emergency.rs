//! The emergency words, and that massage is offered only where it may be.

use std::collections::BTreeSet;

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::Screen;
use sciatica_check::model::{Massage, Region, Section, Urgency};

use crate::reading::{fallback, filled, nowhere, told};
use crate::screens::{ENGLAND, NOWHERE, Shown, guide, kinds, screens};

/// The words with which a screen tells how to call for help.
fn calls(screen: &Shown, region: &Region) -> bool {
    let text = screen.root.text();
    let call = filled(phrase::EMERGENCY_CALL, region);
    text.contains(&call) || text.contains(&call.replacen('C', "c", 1))
}

fn dialled(screen: &Shown) -> BTreeSet<&str> {
    let links = screen.root.tagged(&["a"]);
    links.iter().filter_map(|link| link.attribute("href")?.strip_prefix("tel:")).collect()
}

#[test]
fn every_screen_tells_how_to_call_for_help() {
    nowhere(|screen| told((!calls(screen, fallback())).then_some("no emergency words")));
}

#[test]
fn in_england_the_call_is_999_and_it_dials() {
    let region = guide().region(ENGLAND.unwrap()).unwrap();
    for screen in kinds(ENGLAND) {
        assert!(calls(&screen, region), "{}: no words", screen.name);
        assert!(dialled(&screen).is_subset(&BTreeSet::from(["999", "111"])), "{}", screen.name);
        let result = screen.state.screen == Screen::Result;
        if !result || screen.outcome.urgency == Urgency::Emergency {
            assert!(dialled(&screen).contains("999"), "{}: no link", screen.name);
        }
        if result && screen.outcome.urgency == Urgency::SameDay {
            assert!(dialled(&screen).contains("111"), "{}: no advice line", screen.name);
        }
    }
}

#[test]
fn where_the_number_is_not_known_nothing_dials_and_the_words_stand() {
    for region in [None, NOWHERE] {
        for screen in kinds(region) {
            assert!(calls(&screen, fallback()), "{}: no words", screen.name);
            assert_eq!(dialled(&screen), BTreeSet::new(), "{}", screen.name);
        }
    }
}

#[test]
fn in_an_emergency_nothing_stands_beside_the_call() {
    let words = content::words().unwrap();
    let offers = [
        phrase::MASSAGE_GENTLE_WITH_PLAN,
        phrase::MASSAGE_MAY_HELP_WITH_PLAN,
        phrase::MASSAGE_AFTER_ASSESSMENT,
    ];
    let offers = offers.map(|offer| words.text(offer));
    let screens = screens().iter().filter(|it| match it.state.screen {
        Screen::Interruption(_) => true,
        Screen::Result => it.outcome.urgency == Urgency::Emergency,
        _ => false,
    });
    let mut seen = 0;
    for screen in screens {
        let text = screen.root.text();
        assert!(!offers.iter().any(|offer| text.contains(offer)), "{} offers massage", screen.name);
        for section in Section::ALL.iter().filter(|section| !section.in_emergency()) {
            let lines = screen.root.classed(&format!("lines--{}", section.wire()));
            assert!(lines.iter().all(|it| it.text().is_empty()), "{}: {section:?}", screen.name);
        }
        seen += 1;
    }
    assert!(seen >= 3, "only {seen} emergencies");
}

#[test]
fn massage_is_offered_only_where_the_outcome_offers_it() {
    let words = content::words().unwrap();
    nowhere(|screen| {
        if screen.state.screen != Screen::Result {
            return Vec::new();
        }
        let shown: Vec<String> = screen.root.classed("level").iter().map(|it| it.text()).collect();
        let expected = match screen.outcome.massage {
            Massage::NotNow => phrase::MASSAGE_NOT_NOW,
            Massage::AfterAssessment => phrase::MASSAGE_AFTER_ASSESSMENT,
            Massage::GentleWithPlan => phrase::MASSAGE_GENTLE_WITH_PLAN,
            Massage::MayHelpWithPlan => phrase::MASSAGE_MAY_HELP_WITH_PLAN,
        };
        told((shown != [words.text(expected)]).then_some(shown))
    });
}

#[test]
fn the_words_of_an_element_without_words_are_those_of_the_check() {
    let element = include_str!("../../src/embed/words.en.json");
    let element: serde_json::Value = serde_json::from_str(element).unwrap();
    let words = content::words().unwrap();
    let signs = [
        phrase::EMERGENCY_SIGN_SADDLE,
        phrase::EMERGENCY_SIGN_BLADDER,
        phrase::EMERGENCY_SIGN_LEGS,
        phrase::EMERGENCY_SIGN_FOOT,
        phrase::EMERGENCY_SIGN_CHEST,
    ];
    let call = [phrase::EMERGENCY_CALL, phrase::EMERGENCY_OR_GO].map(|it| filled(it, fallback()));
    let today = [phrase::EMERGENCY_TODAY_TITLE, phrase::EMERGENCY_TODAY].map(|it| words.text(it));
    let expected = serde_json::json!({
        "title": words.text(phrase::EMERGENCY_TITLE),
        "list": signs.map(|sign| words.text(sign)),
        "call": call.join(" "),
        "today": today.join(" "),
    });
    assert_eq!(element["signs"], expected);
}
