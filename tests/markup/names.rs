//! Headings, names and labels: what a screen reader reads out.

use std::collections::BTreeSet;

use sciatica_check::model::Answer;

use crate::html::Element;
use crate::reading::{fallback, filled, headings, level, nowhere, question_of, questions, told};
use crate::screens::guide;

#[test]
fn a_screen_has_one_main_heading_that_can_take_the_focus() {
    nowhere(|screen| {
        let main = screen.root.tagged(&["h1"]);
        let ready = main.len() == 1 && main[0].attribute("tabindex") == Some("-1");
        told((!ready).then(|| format!("{} main headings", main.len())))
    });
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
            let title = filled(question.title, fallback());
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
