//! The same as a table: a row a visit, a column for each thing that was followed.

use yew::prelude::*;

use super::Chart;

/// The table. Where it is wider than the page it scrolls by itself, with the keys too.
pub fn table(chart: &Chart) -> Html {
    html! {
        <div class="chart__scroll" role="region" aria-label={&chart.title} tabindex="0">
            <table class="chart__table">
                <caption>{ &chart.title }</caption>
                <thead>
                    <tr>
                        <th scope="col">{ &chart.when }</th>
                        for (place, series) in chart.series.iter().enumerate() {
                            <th key={place} scope="col">{ &series.title }</th>
                        }
                        <th key="mark" scope="col">{ &chart.mark }</th>
                    </tr>
                </thead>
                <tbody>
                    for (row, visit) in chart.visits.iter().enumerate() {
                        <tr key={row}>
                            <th scope="row">{ &visit.label }</th>
                            for (place, series) in chart.series.iter().enumerate() {
                                <td key={place}>{ said(chart, series.values.get(row)) }</td>
                            }
                            <td key="mark">{ if visit.marked { &chart.mark } else { &chart.none } }</td>
                        </tr>
                    }
                </tbody>
            </table>
        </div>
    }
}

fn said<'a>(chart: &'a Chart, value: Option<&'a Option<(u16, AttrValue)>>) -> &'a AttrValue {
    value.and_then(Option::as_ref).map_or(&chart.none, |(_, said)| said)
}
