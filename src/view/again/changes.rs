//! What has changed since the first visit: a sentence for each thing that was measured.

use yew::prelude::*;

use super::walk::Walk;
use crate::content::phrase;
use crate::engine::follow_up::read;
use crate::model::{Answer, Change, Origin, QuestionIx, Response, Text};
use crate::view::context::Context;
use crate::view::parts;

/// The questions that measure something, each with what its change is called now.
pub fn measured<'a>(
    context: &Context<'a>,
    all: &Response,
) -> Vec<(QuestionIx, &'a Change, Option<Text>)> {
    let guide = context.guide();
    let mut measured = Vec::new();
    for known in &guide.known {
        let Origin::Change(change) = &known.origin else { continue };
        let named = guide.question(known.question).and_then(|question| {
            let set = all.options(known.question);
            let chosen = question.options.iter().enumerate().find(|(place, _)| set.has(*place));
            chosen.map(|(_, option)| option.label)
        });
        // Of several together, none has a change of its own.
        let named = named.filter(|_| change.of.len() == 1);
        measured.extend(change.of.iter().map(|question| (*question, change, named)));
    }
    measured
}

/// The sentences, for all that was answered at both ends. `judged`: with what came of it;
/// where help comes first, less pain is not called better.
pub fn changes(context: &Context<'_>, walk: &Walk, all: &Response, judged: bool) -> Html {
    let visits = walk.record.visits().iter();
    let visits: Vec<Response> = visits.map(|visit| read(context.guide(), visit)).collect();
    let first = |question| visits.iter().find_map(|visit| visit.get(question));
    let rows = measured(context, all).into_iter().filter_map(|(index, _, named)| {
        let (before, after) = first(index).zip(all.get(index))?;
        Some((index, before, after, named))
    });
    html! {
        <ul class="again__changes">
            for (index, before, after, named) in rows {
                <li key={index.0}>
                    { sentence(context, index, before, after) }
                    if let Some(named) = named.filter(|_| judged) {
                        { " " }
                        <strong>{ context.text(named) }</strong>
                    }
                </li>
            }
        </ul>
    }
}

fn sentence(context: &Context<'_>, index: QuestionIx, before: Answer, after: Answer) -> AttrValue {
    let Some(question) = context.question(index) else { return AttrValue::default() };
    let said = |answer| parts::answer(context, question, Some(answer)).join("; ");
    let (name, before, after) = (context.text(question.short), said(before), said(after));
    let values = [("name", &*name), ("before", &*before), ("after", &*after)];
    context.filled(phrase::AGAIN_CHANGE, &values)
}
