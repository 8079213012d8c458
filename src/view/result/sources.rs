//! What a result rests on, by name and year.

use yew::prelude::*;

use crate::content::phrase;
use crate::model::{Source, SourceIx};
use crate::view::context::Context;
use crate::view::{about, parts};

/// "Sources: NHS, Sciatica; clinic article, point 57."
pub fn cited(context: &Context<'_>, sources: &[SourceIx]) -> AttrValue {
    let guide = context.guide();
    let names = sources.iter().filter_map(|index| {
        let source = guide.source(*index)?;
        Some(match source.part_of {
            Some(_) => {
                let number = source.id.trim_start_matches('S');
                context.filled(phrase::WHY_POINT, &[("number", number)]).to_string()
            }
            None => [&source.organisation, &source.title, &source.year]
                .into_iter()
                .filter(|part| !part.is_empty())
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(", "),
        })
    });
    let names: Vec<String> = names.collect();
    AttrValue::from(format!("{}: {}.", context.text(phrase::WHY_SOURCES), names.join("; ")))
}

/// Every source that this result rests on, with a link where there is one.
pub fn sources(context: &Context<'_>) -> Html {
    let guide = context.guide();
    let rules = context.outcome.reasons.iter().filter_map(|reason| guide.rule(reason.rule));
    let lines =
        context.outcome.guidance.iter().filter_map(|advice| guide.guidance.get(advice.line));
    let cited: Vec<SourceIx> = rules
        .flat_map(|rule| &rule.sources)
        .chain(lines.flat_map(|line| &line.sources))
        .map(|index| guide.source(*index).and_then(|source| source.part_of).unwrap_or(*index))
        .collect();
    let entries = (0u16..).map(SourceIx).zip(&guide.sources);
    let entries = entries.filter(|(index, _)| cited.contains(index)).map(|(_, source)| source);
    html! {
        <section class="result__part">
            <h2>{ context.text(phrase::SECTION_SOURCES) }</h2>
            { about::version(context) }
            <p>{ context.text(phrase::START_INTENDED_USE) }</p>
            <details class="why">
                <summary>{ context.text(phrase::WHY_SOURCES) }</summary>
                <ul class="sources">
                    for source in entries {
                        <li key={source.id.clone()}>{ entry(context, source) }</li>
                    }
                </ul>
            </details>
        </section>
    }
}

fn entry(context: &Context<'_>, source: &Source) -> Html {
    html! {
        <>
            { &source.organisation }
            { ": " }
            if source.address.is_empty() {
                <cite>{ &source.title }</cite>
            } else {
                { parts::link_out(context, &source.address, "", html! { <cite>{ &source.title }</cite> }) }
            }
            if !source.year.is_empty() {
                { ", " }
                { &source.year }
            }
        </>
    }
}
