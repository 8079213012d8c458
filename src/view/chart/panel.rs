//! One picture: a scale, a line from visit to visit, and the visits that bear a mark.
//!
//! What is drawn has its strokes as attributes, so that it can be read without any
//! style sheet too: on paper, and wherever else it is copied to.

use yew::prelude::*;

use super::geometry::{Frame, TOP, WIDTH, frame, path};
use super::{Chart, MOST, Series};

/// The mark: a cross in a ring.
const MARK: &str = "M-7 0a7 7 0 1 0 14 0 7 7 0 1 0-14 0M-3-3l6 6m0-6l-6 6";
const DOT: &str = "M-4 0a4 4 0 1 0 8 0 4 4 0 1 0-8 0";

/// The picture of one thing that was followed. A screen reader hears every value of it.
pub fn panel(chart: &Chart, series: &Series) -> Html {
    let skipped = chart.visits.len().saturating_sub(MOST);
    let visits = chart.visits.get(skipped..).unwrap_or_default();
    let values = series.values.get(skipped..).unwrap_or_default();
    let ticks: Vec<u16> = series.ticks.iter().map(|(value, _)| *value).collect();
    let longest = series.ticks.iter().map(|(_, name)| name.chars().count()).max();
    let frame = frame(visits.len(), &ticks, longest.unwrap_or(0));
    let numbers: Vec<Option<u16>> =
        values.iter().map(|it| it.as_ref().map(|(value, _)| *value)).collect();
    let points = frame.points(&numbers);
    let told = visits.iter().zip(values).filter_map(|(visit, value)| {
        let (_, said) = value.as_ref()?;
        Some(format!("{}: {said}", visit.label))
    });
    let told = told.collect::<Vec<_>>().join("; ");
    html! {
        <svg
            class="chart__picture"
            viewBox={format!("0 0 {WIDTH} {}", frame.height())}
            role="img"
            aria-label={format!("{}. {told}", series.title)}
            fill="currentColor"
            font-size="12"
        >
            <g>
                for (value, name) in &series.ticks {
                    <g key={*value}>{ tick(&frame, *value, name) }</g>
                }
            </g>
            <g>
                for (at, (visit, x)) in visits.iter().zip(&frame.columns).enumerate() {
                    <g key={at} text-anchor="middle">
                        if visit.marked {
                            { mark(&frame, *x) }
                        }
                        if at.is_multiple_of(frame.every) {
                            <text x={x.to_string()} y={(frame.height() - 4).to_string()}>{ &visit.label }</text>
                        }
                    </g>
                }
            </g>
            <path class="chart__line" d={path(&points)} fill="none" stroke="currentColor" stroke-width="2" />
            <g>
                for (at, ((x, y), said)) in points.iter().zip(values).filter_map(|(point, value)| Some(((*point)?, &value.as_ref()?.1))).enumerate() {
                    <g key={at} text-anchor="middle">
                        <path class="chart__dot" transform={format!("translate({x} {y})")} d={DOT} />
                        if said.chars().count() <= 3 {
                            <text class="chart__value" x={x.to_string()} y={(y - 8).to_string()} font-weight="bold">{ said }</text>
                        }
                    </g>
                }
            </g>
        </svg>
    }
}

fn tick(frame: &Frame, value: u16, name: &AttrValue) -> Html {
    let y = frame.y(value);
    html! {
        <>
            <path class="chart__tick" d={format!("M{} {y}H{WIDTH}", frame.left)} stroke="currentColor" stroke-opacity="0.3" />
            <text x={(frame.left - 6).to_string()} y={(y + 4).to_string()} text-anchor="end">{ name }</text>
        </>
    }
}

fn mark(frame: &Frame, x: i32) -> Html {
    html! {
        <>
            <path class="chart__mark" d={format!("M{x} {TOP}V{}", frame.bottom)} stroke="currentColor" stroke-dasharray="3 3" />
            { sign(x, frame.bottom) }
        </>
    }
}

fn sign(x: i32, y: i32) -> Html {
    html! {
        <path class="chart__sign" transform={format!("translate({x} {y})")} d={MARK} fill="none" stroke="currentColor" stroke-width="2" />
    }
}

/// The mark by itself, for the legend.
pub fn swatch() -> Html {
    html! {
        <svg class="chart__swatch" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">{ sign(10, 10) }</svg>
    }
}
