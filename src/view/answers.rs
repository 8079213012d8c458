//! The list of all answers, each with a way to change it: before the result,
//! and on it. On the result an answer is changed where it stands.

use yew::prelude::*;

use super::context::Context;
use super::{field, parts};
use crate::content::phrase;
use crate::engine::{Action, Landing, Screen, path, shown};
use crate::model::{PageIx, QuestionIx};

/// Every answer on the person's way, in the order of the pages.
pub fn answers(context: &Context<'_>) -> Html {
    html! {
        <div>
            for page in path(context.guide(), context.state.settled()) {
                { of_page(context, page) }
            }
        </div>
    }
}

fn of_page(context: &Context<'_>, page: PageIx) -> Html {
    let questions = shown(context.guide(), context.state.settled(), page);
    html! {
        <dl key={page.0} class="answers">
            for question in questions {
                { row(context, page, question) }
            }
        </dl>
    }
}

fn row(context: &Context<'_>, page: PageIx, index: QuestionIx) -> Html {
    let Some(question) = context.question(index) else { return html! { <div /> } };
    let answers = parts::answer(context, question, context.state.settled().get(index));
    let edited = context.state.edit.as_ref().is_some_and(|edit| edit.question == index);
    let (action, landing) = match context.state.screen {
        Screen::Result => (Action::Edit(index), Some(Landing::Answer(index))),
        _ => (Action::Change(page), None),
    };
    html! {
        <div key={question.id.clone()} class={if edited { "answers__edit" } else { "answers__row" }}>
            <dt class="answers__question">{ context.text(question.short) }</dt>
            if edited {
                <dd class="answers__change">{ editor(context, index) }</dd>
            } else {
                <dd class="answers__answer">
                    if answers.is_empty() {
                        <em>{ context.text(phrase::REVIEW_NONE) }</em>
                    }
                    for answer in answers {
                        <span key={answer.to_string()} class="answers__one">{ answer.clone() }{ " " }</span>
                    }
                </dd>
                <dd class="answers__change">{ parts::change(context, question, action, landing) }</dd>
            }
        </div>
    }
}

/// The question itself, with what to do once it is changed.
fn editor(context: &Context<'_>, index: QuestionIx) -> Html {
    html! {
        <div tabindex="-1" ref={context.lands(Landing::Edit)}>
            { field::field(context, index, false) }
            <div class="actions">
                { parts::button(context, "button--primary", phrase::RESULT_UPDATE, Action::Continue) }
                { parts::button(context, "button--secondary", phrase::RESULT_KEEP, Action::Back) }
            </div>
        </div>
    }
}
