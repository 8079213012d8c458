//! The list of all answers, each with a way to change it: before the result,
//! and on it. On the result an answer is changed where it stands.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el};
use super::{field, parts};
use crate::content::phrase;
use crate::engine::{Action, Landing, Screen, is_put, way};
use crate::model::{Question, QuestionIx};

/// Every answer on the person's way, in the order of the pages.
pub fn answers(context: &Context<'_>) -> El {
    let way = way(context.guide(), context.state.settled()).into_iter();
    // What has not been asked yet is no answer.
    let put = way.filter(|index| is_put(context.guide(), context.state, *index));
    el("dl").class("answers").each(put.filter_map(|index| row(context, index)))
}

fn row(context: &Context<'_>, index: QuestionIx) -> Option<El> {
    let question = context.question(index)?;
    let edited = context.state.edit.as_ref().is_some_and(|edit| edit.question == index);
    let row = el("div").key(&question.id);
    let row = row.class(if edited { "answers__edit" } else { "answers__row" });
    let row = row.add(el("dt").class("answers__question").say(context, question.short));
    let change = el("dd").class("answers__change");
    if edited {
        return Some(row.add(change.add(editor(context, index))));
    }
    let (action, landing) = match context.state.screen {
        Screen::Result => (Action::Edit(index), Some(Landing::Answer(index))),
        _ => (Action::Change(question.page), None),
    };
    let change = change.add(parts::change(context, question, action, landing));
    Some(row.add(answer(context, index, question)).add(change))
}

/// What was answered; several answers stand below each other.
fn answer(context: &Context<'_>, index: QuestionIx, question: &Question) -> El {
    let answers = parts::answer(context, question, context.state.settled().get(index));
    let said = el("dd").class("answers__answer");
    match answers.as_slice() {
        [] => said.add(el("em").say(context, phrase::REVIEW_NONE)),
        [answer] => said.text(answer.clone()),
        several => {
            let one = |answer: &AttrValue| {
                el("span").key(answer).class("answers__one").text(answer.clone()).text(" ")
            };
            said.each(several.iter().map(one))
        }
    }
}

/// The question itself, with what to do once it is changed.
fn editor(context: &Context<'_>, index: QuestionIx) -> El {
    let update = parts::button(context, "button--primary", phrase::RESULT_UPDATE, Action::Continue);
    let keep = parts::button(context, "button--secondary", phrase::RESULT_KEEP, Action::Back);
    el("div")
        .tabindex("-1")
        .node(context.lands(Landing::Edit))
        .add(field::field(context, index, false))
        .add(el("div").class("actions").add(update).add(keep))
}
