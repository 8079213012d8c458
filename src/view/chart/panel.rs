//! One picture: a scale, a line from visit to visit, and the visits that bear a mark.
//!
//! What is drawn has its strokes as attributes, so that it can be read without any
//! style sheet too: on paper, and wherever else it is copied to.

use yew::prelude::*;

use super::element::{element, text};
use super::geometry::{TOP, WIDTH, frame, path};
use super::{Chart, MOST, Series};

/// The mark: a cross in a ring.
const MARK: &str = "M-7 0a7 7 0 1 0 14 0 7 7 0 1 0-14 0M-3-3l6 6m0-6l-6 6";
const DOT: &str = "M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0";
/// A value has room over its point if it is no longer.
const SHORT: usize = 3;

/// The picture of one thing that was followed. A screen reader hears every value of it.
pub fn panel(chart: &Chart, series: &Series) -> Html {
    let skipped = chart.visits.len().saturating_sub(MOST);
    let visits = chart.visits.get(skipped..).unwrap_or_default();
    let values = series.values.get(skipped..).unwrap_or_default();
    let ticks: Vec<u16> = series.ticks.iter().map(|(value, _)| *value).collect();
    let longest = series.ticks.iter().map(|(_, name)| name.chars().count()).max();
    let frame = frame(visits.len(), &ticks, longest.unwrap_or(0));
    let points: Vec<Option<(i32, i32)>> = (frame.columns.iter().zip(values))
        .map(|(x, value)| value.as_ref().map(|(value, _)| (*x, frame.y(*value))))
        .collect();

    let mut drawn = Vec::new();
    for (value, name) in &series.ticks {
        let y = frame.y(*value);
        drawn.push(line("chart__tick", &format!("M{} {y}H{WIDTH}", frame.left), "1"));
        drawn.push(label("", (frame.left - 6, y + 4), "end", name));
    }
    for (at, (visit, x)) in visits.iter().zip(&frame.columns).enumerate() {
        if visit.marked {
            drawn.push(line("chart__mark", &format!("M{x} {TOP}V{}", frame.bottom + 6), "1"));
            drawn.push(sign(*x, frame.bottom + 13));
        }
        if at.is_multiple_of(frame.every) {
            drawn.push(label("", (*x, frame.height() - 4), "middle", &visit.label));
        }
    }
    drawn.push(line("chart__line", &path(&points), "2"));
    let mut told = series.title.to_string();
    for ((point, value), visit) in points.iter().zip(values).zip(visits) {
        let (Some((x, y)), Some((_, said))) = (point, value) else { continue };
        let values = ["chart__dot", &*place(*x, *y), DOT];
        drawn.push(element("path", &["class", "transform", "d"], &values, vec![]));
        if said.chars().count() <= SHORT {
            drawn.push(label("chart__value", (*x, y - 8), "middle", said));
        }
        told.push_str(&format!("; {}: {said}", visit.label));
    }
    let whole = format!("0 0 {WIDTH} {}", frame.height());
    let keys = &["class", "viewBox", "role", "aria-label", "fill", "font-size"];
    element("svg", keys, &["chart__picture", &whole, "img", &told, "currentColor", "12"], drawn)
}

fn line(class: &str, d: &str, width: &str) -> Html {
    let keys = &["class", "d", "fill", "stroke", "stroke-width"];
    element("path", keys, &[class, d, "none", "currentColor", width], vec![])
}

fn label(class: &str, (x, y): (i32, i32), anchor: &str, says: &AttrValue) -> Html {
    let values = [class, &*x.to_string(), &*y.to_string(), anchor];
    text("text", &["class", "x", "y", "text-anchor"], &values, says)
}

fn sign(x: i32, y: i32) -> Html {
    let values = ["chart__sign", &*place(x, y)];
    element("g", &["class", "transform"], &values, vec![line("", MARK, "2")])
}

fn place(x: i32, y: i32) -> String {
    format!("translate({x} {y})")
}

/// The mark by itself, for the legend.
pub fn swatch() -> Html {
    let keys = &["class", "viewBox", "width", "height", "aria-hidden"];
    element("svg", keys, &["chart__swatch", "0 0 20 20", "20", "20", "true"], vec![sign(10, 10)])
}
