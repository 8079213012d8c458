//! How a screen is read: its headings, its questions, a region's words; and that no screen has a
//! fault of some kind.

use std::collections::BTreeMap;

use sciatica_check::content;
use sciatica_check::model::{Region, Text, fill};

use crate::html::Element;
use crate::screens::{Shown, guide, screens};

/// No screen has a fault of this kind; else all of them are told, each once.
#[track_caller]
pub fn nowhere(fault: impl Fn(&Shown) -> Vec<String>) {
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
pub fn told<T: std::fmt::Debug>(items: impl IntoIterator<Item = T>) -> Vec<String> {
    items.into_iter().map(|item| format!("{item:?}")).collect()
}

pub fn headings(root: &Element) -> Vec<&Element> {
    root.tagged(&["h1", "h2", "h3", "h4", "h5", "h6"])
}

pub fn level(heading: &Element) -> usize {
    heading.tag.trim_start_matches('h').parse().unwrap()
}

/// A sentence with a region's words filled in.
pub fn filled(text: Text, region: &Region) -> String {
    let words = content::words().unwrap();
    fill(words.text(text), |name| region.value(&words, name))
}

pub fn fallback() -> &'static Region {
    guide().regions.last().unwrap()
}

pub fn questions(screen: &Shown) -> Vec<&Element> {
    screen.root.tagged(&["fieldset"])
}

pub fn question_of(fieldset: &Element) -> &str {
    fieldset.attribute("id").unwrap().trim_end_matches("-question")
}
