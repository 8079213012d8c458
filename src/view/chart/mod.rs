//! How it went from visit to visit: a small picture for each thing that was followed,
//! and all of it as a table. Names no question: it draws what it is given.
//!
//! Each thing has a picture of its own, with its own scale, one below the other. So
//! nothing is told by colour, or by which of two scales a line belongs to, and there is
//! room for all of it on a small phone. A charting library was measured: `plotters`
//! takes 15 kB of the widget (brotli), and makes a text that a strict content policy
//! would not let into the page.

mod element;
mod geometry;
mod panel;
mod table;

use yew::prelude::*;

use element::{Names, element, text};

/// What is drawn and said.
pub struct Chart {
    /// What all of it is.
    pub title: AttrValue,
    /// What the first column of the table holds: when a visit was.
    pub when: AttrValue,
    /// What a mark on a visit means, such as a setback.
    pub mark: AttrValue,
    /// Stands in the table where there is no answer, and no mark.
    pub none: AttrValue,
    /// The visits, the earliest first.
    pub visits: Vec<Visit>,
    /// What was followed.
    pub series: Vec<Series>,
}

/// A visit, as it is called.
pub struct Visit {
    /// Its day, short, such as "25 Nov".
    pub label: AttrValue,
    /// It bears the mark.
    pub marked: bool,
}

/// One thing that was followed.
pub struct Series {
    /// What it is.
    pub title: AttrValue,
    /// How to read it, such as "Lower is better".
    pub note: AttrValue,
    /// The values at which a line is drawn, the lowest first, and what they are called;
    /// the first and the last are the ends of the scale.
    pub ticks: Vec<(u16, AttrValue)>,
    /// A value for each visit, and how it is said.
    pub values: Vec<Option<(u16, AttrValue)>>,
}

const CLASS: Names = &["class"];

/// So many visits, the latest, have room on a small phone. The table has all.
const MOST: usize = 8;

/// The pictures, and below them the same as a table.
pub fn chart(chart: &Chart) -> Html {
    let mut inside: Vec<Html> = chart.series.iter().map(|series| figure(chart, series)).collect();
    if chart.visits.iter().any(|visit| visit.marked) {
        let means = text("span", &[], &[], &chart.mark);
        inside.push(element("p", CLASS, &["chart__legend"], vec![panel::swatch(), means]));
    }
    inside.push(table::table(chart));
    element("div", CLASS, &["chart"], inside)
}

fn figure(chart: &Chart, series: &Series) -> Html {
    let title = text("strong", &[], &[], &series.title);
    let note = text("span", CLASS, &["chart__note"], &series.note);
    let caption = element("figcaption", &[], &[], vec![title, " ".into(), note]);
    element("figure", CLASS, &["chart__panel"], vec![caption, panel::panel(chart, series)])
}
