//! The colours of `styles/first/tokens.css`, by day and by night: text can be read on
//! every ground that it stands on, and the edge of a control can be seen
//! (WCAG 2.2, 1.4.3 and 1.4.11).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::collections::BTreeMap;
use std::path::Path;

/// Text on its grounds.
const TEXT: [(&str, &[&str]); 9] = [
    (
        "ink",
        &["paper", "accent-soft", "emergency-soft", "urgent-soft", "soon-soft", "self-care-soft"],
    ),
    (
        "ink-soft",
        &["paper", "accent-soft", "emergency-soft", "urgent-soft", "soon-soft", "self-care-soft"],
    ),
    (
        "accent",
        &["paper", "accent-soft", "emergency-soft", "urgent-soft", "soon-soft", "self-care-soft"],
    ),
    ("accent-strong", &["paper", "accent-soft"]),
    ("on-accent", &["accent", "accent-strong"]),
    ("on-strong", &["emergency", "urgent", "soon", "self-care"]),
    ("emergency-ink", &["paper", "emergency-soft"]),
    ("urgent-ink", &["paper"]),
    ("focus-ink", &["focus"]),
];
const LEAST_TEXT: f64 = 4.5;

/// Edges of controls and of cards on the paper.
const EDGES: [&str; 6] = ["line-strong", "accent", "emergency", "urgent", "soon", "self-care"];
const LEAST_EDGE: f64 = 3.0;

type Colours = BTreeMap<String, u32>;

/// Every colour by day and by night.
fn colours() -> (Colours, Colours) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("styles/first/tokens.css");
    let text = std::fs::read_to_string(path).unwrap();
    let hex = |value: &str| {
        let digits = value.split('#').nth(1)?.get(..6)?;
        u32::from_str_radix(digits, 16).ok()
    };
    let (mut day, mut night) = (Colours::new(), Colours::new());
    for line in text.lines() {
        let Some((name, value)) = line.trim().strip_prefix("--").and_then(|it| it.split_once(':'))
        else {
            continue;
        };
        let halves: Vec<u32> = value.split("var(--night").filter_map(hex).collect();
        // The accent's two values have lines of their own.
        let (name, both) = match (name.strip_suffix("-light"), name.strip_suffix("-night")) {
            (Some(name), _) => (name, [halves.first().copied(), None]),
            (_, Some(name)) => (name, [None, halves.first().copied()]),
            _ => (name, [halves.first().copied(), halves.last().copied()]),
        };
        day.extend(both[0].map(|colour| (name.to_owned(), colour)));
        night.extend(both[1].map(|colour| (name.to_owned(), colour)));
    }
    (day, night)
}

/// Relative luminance, WCAG 2.2.
fn luminance(colour: u32) -> f64 {
    let part = |shift: u32| {
        let value = f64::from(colour >> shift & 0xff) / 255.0;
        if value <= 0.040_45 { value / 12.92 } else { ((value + 0.055) / 1.055).powf(2.4) }
    };
    0.2126 * part(16) + 0.7152 * part(8) + 0.0722 * part(0)
}

fn contrast(one: u32, other: u32) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

fn too_weak(colours: &Colours, pairs: &[(&str, &str)], least: f64) -> Vec<String> {
    let colour = |name: &str| *colours.get(name).unwrap_or_else(|| panic!("no colour {name}"));
    pairs
        .iter()
        .map(|(front, ground)| (front, ground, contrast(colour(front), colour(ground))))
        .filter(|(_, _, ratio)| *ratio < least)
        .map(|(front, ground, ratio)| format!("{front} on {ground}: {ratio:.2}, not {least}"))
        .collect()
}

#[test]
fn text_can_be_read_on_every_ground_by_day_and_by_night() {
    let pairs: Vec<(&str, &str)> = TEXT
        .iter()
        .flat_map(|(text, grounds)| grounds.iter().map(move |it| (*text, *it)))
        .collect();
    let (day, night) = colours();
    assert_eq!(too_weak(&day, &pairs, LEAST_TEXT), Vec::<String>::new(), "by day");
    assert_eq!(too_weak(&night, &pairs, LEAST_TEXT), Vec::<String>::new(), "by night");
}

#[test]
fn the_edges_of_controls_and_cards_can_be_seen_on_the_paper() {
    let pairs: Vec<(&str, &str)> = EDGES.iter().map(|edge| (*edge, "paper")).collect();
    let (day, night) = colours();
    assert_eq!(too_weak(&day, &pairs, LEAST_EDGE), Vec::<String>::new(), "by day");
    assert_eq!(too_weak(&night, &pairs, LEAST_EDGE), Vec::<String>::new(), "by night");
}

#[test]
fn black_on_white_is_21_and_a_colour_on_itself_is_1() {
    assert!((contrast(0x00_0000, 0xff_ffff) - 21.0).abs() < 0.001);
    assert!((contrast(0x0b_5f66, 0x0b_5f66) - 1.0).abs() < 0.001);
}
