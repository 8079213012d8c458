//! What the last change of an answer has done to the result.

use yew::prelude::*;

use crate::content::{level, phrase};
use crate::engine::{Difference, Landing, compare, way};
use crate::model::{Answer, Question, QuestionIx};
use crate::view::context::Context;
use crate::view::parts;

/// "Your result has changed because …"; empty where nothing was changed.
pub fn change(context: &Context<'_>) -> Html {
    let before = context.state.before.as_ref().filter(|_| context.state.edit.is_none());
    let Some(before) = before else { return html! { <div /> } };
    let comparison = compare(context.guide(), before, context.state.settled());
    let (title, rest) = match (comparison.levels_differ(), comparison.reasons_differ) {
        (true, _) => (phrase::CHANGE_TITLE, None),
        (false, true) => (phrase::CHANGE_SAME, Some(phrase::CHANGE_ADVICE)),
        (false, false) => (phrase::CHANGE_SAME, Some(phrase::CHANGE_NOTHING)),
    };
    let way = way(context.guide(), before);
    let levels = [
        (
            phrase::CHANGE_URGENCY,
            level::urgency(comparison.urgency.0),
            level::urgency(comparison.urgency.1),
        ),
        (
            phrase::CHANGE_MASSAGE,
            level::massage(comparison.massage.0),
            level::massage(comparison.massage.1),
        ),
    ];
    let levels = levels.into_iter().filter(|(_, before, after)| before != after);
    html! {
        <div class="change" role="group" aria-labelledby="change-title" tabindex="-1" ref={context.lands(Landing::Change)}>
            <p id="change-title" class="change__title"><strong>{ context.text(title) }</strong></p>
            for difference in comparison.answers.iter().filter(|it| is_change(it, &way)) {
                { told(context, difference) }
            }
            for (line, before, after) in levels {
                <p key={line.0}>
                    { context.filled(line, &[("before", &context.text(before)), ("after", &context.text(after))]) }
                </p>
            }
            if let Some(rest) = rest {
                <p>{ context.text(rest) }</p>
            }
        </div>
    }
}

/// An answer that was changed, or one to a question that the change has opened. What had
/// simply not been asked before is no change.
fn is_change(it: &Difference, way: &[QuestionIx]) -> bool {
    it.before.is_some() || !way.contains(&it.question)
}

fn told(context: &Context<'_>, difference: &Difference) -> Html {
    let Some(question) = context.question(difference.question) else { return html! { <p /> } };
    let line = match (difference.before, difference.after) {
        (_, None) => phrase::CHANGE_GONE,
        (None, Some(_)) => phrase::CHANGE_NEW,
        (Some(_), Some(_)) => phrase::CHANGE_BECAUSE,
    };
    let values = [
        ("question", context.text(question.short).to_string()),
        ("before", said(context, question, difference.before)),
        ("after", said(context, question, difference.after)),
    ];
    let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
    html! { <p key={question.id.clone()}>{ context.filled(line, &values) }</p> }
}

fn said(context: &Context<'_>, question: &Question, answer: Option<Answer>) -> String {
    parts::answer(context, question, answer).join("; ")
}
