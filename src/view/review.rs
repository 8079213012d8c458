//! Check your answers: every answer, with a way to change it.

use yew::prelude::*;

use super::context::Context;
use super::parts;
use crate::content::phrase;
use crate::engine::{Action, first_incomplete, path, shown};
use crate::model::{PageIx, QuestionIx};

pub fn review(context: &Context<'_>) -> Html {
    let pages = path(context.guide(), &context.state.response);
    let complete = first_incomplete(context.guide(), &context.state.response).is_none();
    let go_on = if complete { phrase::REVIEW_RESULT } else { phrase::REVIEW_INCOMPLETE };
    html! {
        <div class="review">
            { parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back) }
            { parts::heading(context, context.text(phrase::REVIEW_TITLE), None) }
            <p>{ context.text(phrase::REVIEW_TEXT) }</p>
            { contradictions(context) }
            for page in pages {
                { answers_of(context, page) }
            }
            <div class="actions">
                { parts::button(context, "button--primary", go_on, Action::Continue) }
                { parts::button(context, "button--secondary", phrase::RESULT_CLEAR, Action::Clear) }
            </div>
            { parts::safety_net(context) }
        </div>
    }
}

fn contradictions(context: &Context<'_>) -> Html {
    let found: Vec<_> = context
        .outcome
        .contradictions
        .iter()
        .filter_map(|index| context.guide().contradictions.get(*index))
        .collect();
    html! {
        <div>
            if !found.is_empty() {
                <section class="card card--soon" aria-labelledby="contradictions-title">
                    <h2 id="contradictions-title" class="card__title">{ context.text(phrase::REVIEW_CONTRADICTIONS) }</h2>
                    <div class="card__body">
                        <ul>
                            for contradiction in found.iter() {
                                <li key={contradiction.text.0}>{ context.text(contradiction.text) }</li>
                            }
                        </ul>
                        <p>{ context.text(phrase::REVIEW_CONTRADICTIONS_TEXT) }</p>
                    </div>
                </section>
            }
        </div>
    }
}

fn answers_of(context: &Context<'_>, page: PageIx) -> Html {
    let questions = shown(context.guide(), &context.state.response, page);
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
    let answers = parts::answer(context, question, context.state.response.get(index));
    html! {
        <div key={question.id.clone()} class="answers__row">
            <dt class="answers__question">{ context.text(question.short) }</dt>
            <dd class="answers__answer">
                if answers.is_empty() {
                    <em>{ context.text(phrase::REVIEW_NONE) }</em>
                }
                for answer in answers {
                    <span key={answer.to_string()} class="answers__one">{ answer.clone() }{ " " }</span>
                }
            </dd>
            <dd class="answers__change">
                <button type="button" class="button button--link" onclick={context.on(Action::Change(page))}>
                    { context.text(phrase::REVIEW_CHANGE) }
                    <span class="only-read">{ ": " }{ context.text(question.short) }</span>
                </button>
            </dd>
        </div>
    }
}
