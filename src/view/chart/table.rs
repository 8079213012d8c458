//! The same as a table: a row a visit, a column for each thing that was followed.

use yew::prelude::*;

use super::element::{element, text};
use super::{CLASS, Chart, Visit};

/// The table. Where it is wider than the page it scrolls by itself, with the keys too.
pub fn table(chart: &Chart) -> Html {
    let mut head = vec![text("th", &["scope"], &["col"], &chart.when)];
    for series in &chart.series {
        head.push(text("th", &["scope"], &["col"], &series.title));
    }
    head.push(text("th", &["scope"], &["col"], &chart.mark));
    let head = element("thead", &[], &[], vec![element("tr", &[], &[], head)]);
    let rows = chart.visits.iter().enumerate().map(|(at, visit)| row(chart, at, visit)).collect();
    let caption = text("caption", &[], &[], &chart.title);
    let inside = vec![caption, head, element("tbody", &[], &[], rows)];
    let table = element("table", CLASS, &["chart__table"], inside);
    let scrolls = ["chart__scroll", "region", &*chart.title, "0"];
    element("div", &["class", "role", "aria-label", "tabindex"], &scrolls, vec![table])
}

fn row(chart: &Chart, at: usize, visit: &Visit) -> Html {
    let mut cells = vec![text("th", &["scope"], &["row"], &visit.label)];
    for series in &chart.series {
        let said = match series.values.get(at) {
            Some(Some((_, said))) => said,
            _ => &chart.none,
        };
        cells.push(text("td", &[], &[], said));
    }
    let mark = if visit.marked { &chart.mark } else { &chart.none };
    cells.push(text("td", &[], &[], mark));
    element("tr", &[], &[], cells)
}
