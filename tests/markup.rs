//! Every screen of the check, rendered natively and read as a browser, a
//! screen reader or somebody in an emergency would: headings, names, labels,
//! errors, links, and the emergency words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "markup/again.rs"]
mod again;
#[path = "markup/body_map.rs"]
mod body_map;
#[path = "markup/change.rs"]
mod change;
#[path = "markup/first.rs"]
mod first;
#[path = "markup/html.rs"]
mod html;
#[path = "markup/screens.rs"]
mod screens;

use std::collections::{BTreeMap, BTreeSet};

use html::Element;
use sciatica_check::content::{self, phrase};
use sciatica_check::engine::Screen;
use sciatica_check::model::{Answer, Condition, Massage, Region, Section, Text, Urgency};
use screens::{ENGLAND, NOWHERE, Shown, guide, kinds, screens};

/// No screen has a fault of this kind; else all of them are told, each once.
#[track_caller]
fn nowhere(fault: impl Fn(&Shown) -> Vec<String>) {
    let mut found: BTreeMap<String, &str> = BTreeMap::new();
    for screen in screens() {
        for what in fault(screen) {
            found.entry(what).or_insert(&screen.name);
        }
    }
    let lines: Vec<String> = found.iter().map(|(what, name)| format!("{name}: {what}")).collect();
    assert!(lines.is_empty(), "{} faults\n{}", lines.len(), lines.join("\n"));
}

/// What is left of a list where a test expects nothing.
fn told<T: std::fmt::Debug>(items: impl IntoIterator<Item = T>) -> Vec<String> {
    items.into_iter().map(|item| format!("{item:?}")).collect()
}

fn headings(root: &Element) -> Vec<&Element> {
    root.tagged(&["h1", "h2", "h3", "h4", "h5", "h6"])
}

fn level(heading: &Element) -> usize {
    heading.tag.trim_start_matches('h').parse().unwrap()
}

/// A sentence with a region's words filled in.
fn filled(text: Text, region: &Region) -> String {
    let words = content::words().unwrap();
    words
        .text(text)
        .replace("{emergency}", words.text(region.emergency_words))
        .replace("{hospital}", words.text(region.hospital))
}

fn fallback() -> &'static Region {
    guide().regions.last().unwrap()
}

fn questions(screen: &Shown) -> Vec<&Element> {
    screen.root.tagged(&["fieldset"])
}

fn question_of(fieldset: &Element) -> &str {
    fieldset.attribute("id").unwrap().trim_end_matches("-question")
}

// --- That everything is rendered at all ------------------------------------------

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

// --- Headings, names, labels -----------------------------------------------------

#[test]
fn a_screen_has_one_main_heading_that_can_take_the_focus() {
    nowhere(|screen| {
        let main = screen.root.tagged(&["h1"]);
        let ready = main.len() == 1 && main[0].attribute("tabindex") == Some("-1");
        told((!ready).then(|| format!("{} main headings", main.len())))
    });
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

#[test]
fn heading_levels_never_skip() {
    nowhere(|screen| {
        let levels: Vec<usize> = headings(&screen.root).into_iter().map(level).collect();
        let skips = levels.windows(2).any(|pair| pair[1] > pair[0] + 1);
        told((skips || levels[0] > 2).then_some(levels))
    });
}

#[test]
fn no_heading_item_label_or_button_is_empty() {
    const TELLING: [&str; 14] = [
        "h1",
        "h2",
        "h3",
        "li",
        "dt",
        "dd",
        "label",
        "legend",
        "button",
        "a",
        "summary",
        "option",
        "blockquote",
        "strong",
    ];
    nowhere(|screen| {
        let empty = screen.root.tagged(&TELLING).into_iter().filter(|it| it.text().is_empty());
        told(empty.map(|element| (&element.tag, &element.attributes)))
    });
}

#[test]
fn no_list_is_empty() {
    nowhere(|screen| {
        let lists = screen.root.tagged(&["ul", "ol", "dl", "select"]);
        let empty = lists.into_iter().filter(|list| list.children().next().is_none());
        told(empty.map(|list| (&list.tag, list.attribute("class"))))
    });
}

#[test]
fn an_id_names_one_thing() {
    nowhere(|screen| {
        let mut seen = BTreeSet::new();
        let all = screen.root.all();
        let ids = all.iter().filter_map(|element| element.attribute("id"));
        told(ids.filter(|id| id.is_empty() || id.contains(' ') || !seen.insert(*id)))
    });
}

#[test]
fn whatever_is_referred_to_exists() {
    nowhere(|screen| {
        let all = screen.root.all();
        let names = ["for", "aria-describedby", "aria-labelledby", "aria-controls", "list"];
        let ids = all.iter().flat_map(|it| names.iter().filter_map(|name| it.attribute(name)));
        let missing = ids.flat_map(str::split_whitespace);
        told(missing.filter(|id| {
            screen
                .root
                .by_id(id)
                .is_none_or(|it| it.text().is_empty() && it.tag != "input" && it.tag != "select")
        }))
    });
}

#[test]
fn every_control_has_a_label() {
    nowhere(|screen| {
        let labels = screen.root.tagged(&["label"]);
        let controls = screen.root.tagged(&["input", "select", "textarea"]);
        let unlabelled = controls.into_iter().filter(|control| {
            let id = control.attribute("id");
            id.is_none() || labels.iter().filter(|it| it.attribute("for") == id).count() != 1
        });
        told(unlabelled.map(|control| &control.attributes))
    });
}

#[test]
fn a_control_is_not_read_out_twice() {
    nowhere(|screen| {
        let labels = screen.root.tagged(&["label"]);
        let described = screen.root.tagged(&["input", "select"]).into_iter().filter(|control| {
            // The name is what aria-labelledby points at, else the whole label.
            let label = labels.iter().find(|it| it.attribute("for") == control.attribute("id"));
            let label = match control.attribute("aria-labelledby") {
                Some(id) => screen.root.by_id(id),
                None => label.copied(),
            };
            let mut ids =
                control.attribute("aria-describedby").unwrap_or_default().split_whitespace();
            ids.any(|id| label.is_some_and(|it| it.by_id(id).is_some()))
        });
        told(described.map(|control| control.attribute("id")))
    });
}

#[test]
fn a_named_region_or_bar_has_a_name() {
    nowhere(|screen| {
        let named = screen.root.tagged(&["section", "aside", "progress"]);
        let nameless = named.into_iter().filter(|it| {
            it.attribute("aria-label").is_some_and(str::is_empty)
                || (it.tag != "section" && it.attribute("aria-label").is_none())
        });
        told(nameless.map(|it| (&it.tag, &it.attributes)))
    });
}

#[test]
fn every_group_of_controls_begins_with_its_question() {
    nowhere(|screen| {
        let wrong = questions(screen).into_iter().filter(|fieldset| {
            let question = &guide().question_by_id(question_of(fieldset)).unwrap().1;
            let legend = fieldset.children().next();
            let title = content::words().unwrap().text(question.title);
            legend.is_none_or(|it| it.tag != "legend" || it.text() != title)
        });
        told(wrong.map(question_of))
    });
}

#[test]
fn every_control_stands_in_its_question_and_bears_its_name() {
    nowhere(|screen| {
        let mut wrong = Vec::new();
        for fieldset in questions(screen) {
            let inputs = fieldset.tagged(&["input"]);
            let named = |it: &&&Element| it.attribute("name") == Some(question_of(fieldset));
            let kinds: BTreeSet<_> = inputs.iter().map(|it| it.attribute("type")).collect();
            if inputs.is_empty()
                || inputs.iter().filter(named).count() != inputs.len()
                || kinds.len() != 1
            {
                wrong.push(question_of(fieldset));
            }
        }
        let inside: usize = questions(screen).iter().map(|it| it.tagged(&["input"]).len()).sum();
        // A file and a name of one's own are no answers.
        let answer = |it: &&Element| !["file", "text"].map(Some).contains(&it.attribute("type"));
        let outside = screen.root.tagged(&["input"]).into_iter().filter(answer).count() - inside;
        told(wrong).into_iter().chain((outside > 0).then(|| format!("{outside} outside"))).collect()
    });
}

#[test]
fn what_is_checked_is_what_was_answered_and_nothing_before() {
    nowhere(|screen| {
        let wrong = questions(screen).into_iter().filter(|fieldset| {
            let (index, question) = guide().question_by_id(question_of(fieldset)).unwrap();
            let checked: Vec<&str> = fieldset
                .tagged(&["input"])
                .into_iter()
                .filter(|input| input.attribute("checked").is_some())
                .filter_map(|input| input.attribute("value"))
                .collect();
            let expected: Vec<String> = match screen.state.response.get(index) {
                None => Vec::new(),
                Some(Answer::Value(value)) => vec![value.to_string()],
                Some(Answer::Options(set)) => {
                    let options = question.options.iter().enumerate();
                    options
                        .filter(|(place, _)| set.has(*place))
                        .map(|(_, it)| it.id.clone())
                        .collect()
                }
            };
            checked != expected
        });
        told(wrong.map(question_of))
    });
}

#[test]
fn a_button_says_what_kind_it_is() {
    nowhere(|screen| {
        let kinds = screen.root.tagged(&["button"]).into_iter().map(|it| it.attribute("type"));
        told(kinds.filter(|kind| !matches!(kind, Some("button" | "submit"))))
    });
}

// --- Errors ----------------------------------------------------------------------

#[test]
fn a_question_that_was_passed_over_is_named_above_and_told_beside() {
    let words = content::words().unwrap();
    let mut pages = 0;
    nowhere(|screen| {
        let mut wrong = Vec::new();
        for index in &screen.state.errors {
            let question = guide().question(*index).unwrap();
            let summary: Vec<String> =
                screen.root.classed("errors__box").iter().map(|it| it.text()).collect();
            if summary.len() != 1 || !summary[0].contains(words.text(question.title)) {
                wrong.push(format!("{} is not named in {summary:?}", question.id));
            }
            let fieldset = screen.root.by_id(&format!("{}-question", question.id)).unwrap();
            let described = fieldset.attribute("aria-describedby").unwrap_or_default();
            let errors = described.split_whitespace().filter_map(|id| fieldset.by_id(id));
            if errors.filter(|it| it.has_class("question__error")).count() != 1 {
                wrong.push(format!("{} has no error beside it", question.id));
            }
        }
        wrong
    });
    for screen in screens() {
        let errors = screen.root.classed("question__error").len();
        assert_eq!(errors, screen.state.errors.len(), "{}", screen.name);
        assert_eq!(screen.root.classed("errors__box").len(), errors.min(1), "{}", screen.name);
        pages += errors.min(1);
    }
    assert!(pages >= guide().pages.len(), "only {pages} pages with an error");
}

// --- What must not be there --------------------------------------------------------

#[test]
fn nothing_that_a_strict_content_policy_blocks() {
    nowhere(|screen| {
        let all = screen.root.all();
        let styled = all.iter().filter(|it| it.attribute("style").is_some());
        let handlers =
            all.iter().filter(|it| it.attributes.keys().any(|name| name.starts_with("on")));
        let tags =
            all.iter().filter(|it| ["script", "style", "iframe", "img"].contains(&it.tag.as_str()));
        told(styled.chain(handlers).chain(tags).map(|it| (&it.tag, &it.attributes)))
    });
}

#[test]
fn every_word_is_filled_in() {
    nowhere(|screen| {
        let all = screen.root.all();
        let attributes = all.iter().flat_map(|it| it.attributes.values().cloned());
        let texts = all.iter().map(|it| it.text()).chain(attributes);
        // An empty word leaves a gap: "Call .", "see  today".
        let raw = |it: &str| {
            it.contains(['{', '}'])
                || it.contains("Text(")
                || it.contains(" .")
                || it.contains(" ,")
        };
        told(texts.filter(|it| raw(it) && it.len() < 400))
    });
}

#[test]
fn words_do_not_run_together_where_the_styles_are_missing() {
    nowhere(|screen| {
        let all = screen.root.all();
        let joined = all.iter().flat_map(|it| it.joints());
        told(joined)
    });
}

#[test]
fn everyone_sees_this_is_said_only_of_what_everyone_sees() {
    let words = content::words().unwrap();
    nowhere(|screen| {
        let lines = screen.root.classed("why__lines");
        let lines = lines.into_iter().flat_map(Element::children);
        let told_so = lines.filter(|it| it.text().contains(words.text(phrase::WHY_EVERYONE)));
        let conditional = guide().guidance.iter().filter(|line| line.when != Condition::Always);
        let conditional: Vec<&str> = conditional.map(|line| line.id.as_str()).collect();
        let ids = told_so.filter_map(|it| {
            let text = it.classed("why__line")[0].text();
            let line = guide().guidance.iter().find(|line| filled(line.text, fallback()) == text);
            line.map(|line| line.id.as_str())
        });
        told(ids.filter(|id| conditional.contains(id)))
    });
}

#[test]
fn no_name_of_the_content_is_shown_to_a_visitor() {
    let files =
        ["interface.", "pages.", "questions.", "rules.", "pattern.", "guidance.", "regions."];
    let lines: BTreeSet<&str> = guide().guidance.iter().map(|line| line.id.as_str()).collect();
    nowhere(|screen| {
        let text = screen.root.text();
        let leaks = text.split_whitespace().filter(|word| {
            let key = files.iter().filter_map(|file| word.strip_prefix(file));
            let key = key.into_iter().any(|rest| rest.starts_with(char::is_alphanumeric));
            key || lines.contains(word)
        });
        told(leaks)
    });
}

#[test]
fn a_link_dials_or_leads_to_a_secure_page_that_cannot_reach_back() {
    nowhere(|screen| {
        let bad = screen.root.tagged(&["a"]).into_iter().filter(|link| {
            let href = link.attribute("href").unwrap_or_default();
            let rel = link.attribute("rel").unwrap_or_default();
            let dials = href.strip_prefix("tel:").is_some_and(|number| {
                !number.is_empty() && number.chars().all(|it| it.is_ascii_digit() || it == '+')
            });
            let secure =
                href.starts_with("https://") && rel.split_whitespace().any(|it| it == "noopener");
            !dials && !secure
        });
        told(bad.map(|link| &link.attributes))
    });
}

#[test]
fn a_link_that_opens_a_tab_says_so_and_no_other_does() {
    let words = content::words().unwrap();
    let says = words.text(phrase::LINK_NEW_TAB);
    nowhere(|screen| {
        let bad = screen.root.tagged(&["a"]).into_iter().filter(|link| {
            (link.attribute("target") == Some("_blank")) != link.text().contains(says)
        });
        told(bad.map(|link| &link.attributes))
    });
}

// --- The emergency words -----------------------------------------------------------

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
    let element = include_str!("../src/embed/words.en.json");
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
