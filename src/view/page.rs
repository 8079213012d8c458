//! A page of the questionnaire: one thing at a time.

use yew::prelude::*;

use super::context::Context;
use super::{field, focus, keys, parts};
use crate::content::phrase;
use crate::engine::{Action, Landing, Purpose, progress, shown};
use crate::model::{Kind, PageIx, QuestionIx};

pub fn page(context: &Context<'_>, index: PageIx) -> Html {
    let Some(page) = context.guide().page(index) else { return html! { <div /> } };
    let questions = shown(context.guide(), &context.state.response, index);
    // Pressed, also by Enter in a control; never submitted. In a frame where nothing may
    // be submitted a browser does not even tell that somebody wants to.
    let onclick = {
        let act = context.act.clone();
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            act.emit(Action::Continue);
        })
    };
    let back = match context.state.purpose {
        Purpose::Onward => phrase::PAGE_BACK,
        Purpose::Review => phrase::PAGE_BACK_TO_ANSWERS,
        Purpose::Result => phrase::PAGE_BACK_TO_RESULT,
    };
    let onkeydown = keys::on_page(context, &questions);
    html! {
        <form class="page" novalidate=true {onkeydown}>
            { parts::button(context, "button--back", back, Action::Back) }
            { how_far(context, index) }
            if context.state.purpose == Purpose::Result {
                <p class="hint">{ context.text(phrase::PAGE_OPENED) }</p>
            }
            { error_summary(context) }
            if let Some(title) = page.title {
                { parts::heading(context, context.text(title), None) }
            }
            if let Some(hint) = page.hint {
                <p class="hint">{ context.text(hint) }</p>
            }
            for question in questions {
                { field::field(context, question, page.title.is_none()) }
            }
            <button type="submit" class="button button--primary" {onclick}>{ context.text(phrase::PAGE_CONTINUE) }</button>
            { parts::safety_net(context) }
            { parts::clear(context) }
        </form>
    }
}

fn how_far(context: &Context<'_>, page: PageIx) -> Html {
    let progress = progress(context.guide(), &context.state.response, page);
    let (number, of) = (progress.number.to_string(), progress.of.to_string());
    let section = context.guide().page(page).map(|page| context.text(page.section));
    html! {
        <div class="progress">
            <p class="progress__words">
                <span>{ section.unwrap_or_default() }</span>
                { " " }
                { context.filled(phrase::PAGE_PROGRESS, &[("number", &number), ("of", &of)]) }
            </p>
            <progress
                class="progress__bar"
                aria-label={context.text(phrase::PAGE_PROGRESS_LABEL)}
                value={number.clone()}
                max={of.clone()}
            />
        </div>
    }
}

/// What was passed over, with a way to each.
fn error_summary(context: &Context<'_>) -> Html {
    let errors = &context.state.errors;
    html! {
        <div>
            if !errors.is_empty() {
                <div class="errors__box" role="alert" tabindex="-1" aria-labelledby="errors-title" ref={context.lands(Landing::Errors)}>
                    <h2 id="errors-title" class="errors__title">{ context.text(phrase::ERROR_TITLE) }</h2>
                    <ul>
                        for error in errors {
                            { error_link(context, *error) }
                        }
                    </ul>
                </div>
            }
        </div>
    }
}

fn error_link(context: &Context<'_>, index: QuestionIx) -> Html {
    let Some(question) = context.question(index) else { return html! { <li /> } };
    let title = context.text(question.title);
    // Inside a shadow root a link to "#id" would move the host page.
    let onclick = {
        let first = field::first_control(question);
        Callback::from(move |event: MouseEvent| {
            event.prevent_default();
            focus::near(&event, &first);
        })
    };
    html! {
        <li key={question.id.clone()}>
            <button type="button" class="errors__link" {onclick}>
                { context.filled(phrase::ERROR_DOCUMENT, &[("question", title.as_str())]) }
            </button>
        </li>
    }
}

/// What is expected of an answer, for the error beside the question.
pub fn expected(kind: Kind) -> crate::model::Text {
    match kind {
        Kind::Choice => phrase::ERROR_CHOICE,
        Kind::Choices => phrase::ERROR_CHOICES,
        Kind::Scale { .. } => phrase::ERROR_SCALE,
    }
}
