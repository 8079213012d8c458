//! What has changed since the first visit: a sentence for each thing that was measured.

use yew::prelude::*;

use super::walk::Walk;
use crate::content::phrase;
use crate::engine::follow_up::{change_of, read};
use crate::model::{Answer, Change, Origin, QuestionIx, Response, Text};
use crate::view::context::Context;
use crate::view::parts;

/// The questions that measure something, each with what its change is called now.
pub fn measured<'a>(
    context: &Context<'a>,
    walk: &Walk,
    all: &Response,
) -> Vec<(QuestionIx, &'a Change, Option<Text>)> {
    let guide = context.guide();
    let mut measured = Vec::new();
    for known in &guide.known {
        let Origin::Change(change) = &known.origin else { continue };
        let options = guide.question(known.question).map(|it| &it.options);
        // Of several together, each has a change of its own.
        measured.extend(change.of.iter().map(|question| {
            let place = change_of(guide, &walk.record, change, *question, all);
            let option = options.and_then(|options| options.get(place));
            (*question, change, option.map(|option| option.label))
        }));
    }
    measured
}

/// The sentences, for all that was answered at both ends. `judged`: with what came of it;
/// where help comes first, less pain is not called better.
pub fn changes(context: &Context<'_>, walk: &Walk, all: &Response, judged: bool) -> Html {
    let visits = walk.record.visits().iter();
    let visits: Vec<Response> = visits.map(|visit| read(context.guide(), visit)).collect();
    let first = |question| visits.iter().find_map(|visit| visit.get(question));
    let rows = measured(context, walk, all).into_iter().filter_map(|(index, _, named)| {
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
