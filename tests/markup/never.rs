//! What must never be on a screen.

use std::collections::BTreeSet;

use sciatica_check::content::{self, phrase};
use sciatica_check::model::Condition;

use crate::html::Element;
use crate::reading::{fallback, filled, nowhere, told};
use crate::screens::guide;

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
