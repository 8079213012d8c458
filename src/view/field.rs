//! One question: its words, its error, and the controls that answer it.

use yew::prelude::*;

use super::context::Context;
use super::{keys, page};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{AnswerOption, Kind, Question, QuestionIx};

/// `alone`: the only question of its page; then it is the heading of the screen.
pub fn field(context: &Context<'_>, index: QuestionIx, alone: bool) -> Html {
    let Some(question) = context.question(index) else { return html! { <div /> } };
    let wrong = context.state.errors.contains(&index);
    let title = context.text(question.title);
    let hint = question.hint.or(match question.kind {
        Kind::Choices => Some(phrase::PAGE_CHOOSE_MANY),
        Kind::Choice | Kind::Scale { .. } => None,
    });
    let hint_id = hint.map(|_| format!("{}-hint", question.id));
    let error_id = wrong.then(|| format!("{}-error", question.id));
    let described_by: Vec<String> = hint_id.iter().chain(&error_id).cloned().collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    html! {
        <fieldset
            key={question.id.clone()}
            id={fieldset(question)}
            class={classes!("question", wrong.then_some("question--wrong"))}
            aria-describedby={described_by}
        >
            <legend class="question__title">
                if alone {
                    { super::parts::heading(context, title, None) }
                } else {
                    <h2 class="question__heading">{ title }</h2>
                }
            </legend>
            if let Some(hint) = hint {
                <p id={hint_id} class="hint">{ context.text(hint) }</p>
            }
            if wrong {
                <p id={error_id} class="question__error">{ context.text(page::expected(question.kind)) }</p>
            }
            { pointing(context, index, question, controls(context, index, question)) }
        </fieldset>
    }
}

fn pointing(context: &Context<'_>, index: QuestionIx, question: &Question, list: Html) -> Html {
    match context.rest {
        Some(rest) => (rest.pointing)(context, index, question, list),
        None => list,
    }
}

fn controls(context: &Context<'_>, index: QuestionIx, question: &Question) -> Html {
    match question.kind {
        Kind::Choice | Kind::Choices => html! {
            <div>
                for (place, option) in question.options.iter().enumerate() {
                    { row(context, index, question, place, option) }
                }
            </div>
        },
        Kind::Scale { .. } => {
            context.rest.map(|rest| (rest.scale)(context, index, question)).unwrap_or_default()
        }
    }
}

fn row(
    context: &Context<'_>,
    index: QuestionIx,
    question: &Question,
    place: usize,
    option: &AnswerOption,
) -> Html {
    let (kind, action) = match question.kind {
        Kind::Choices => ("checkbox", Action::Toggle(index, place)),
        _ => ("radio", Action::Choose(index, place)),
    };
    let id = format!("{}-{}", question.id, option.id);
    // A short name and a longer description, each read out once.
    let name_id = format!("{id}-name");
    let detail_id = option.detail.map(|_| format!("{id}-detail"));
    let checked = context.state.response.options(index).has(place);
    html! {
        <div key={option.id.clone()} class={classes!("option", option.exclusive.then_some("option--alone"))}>
            <input
                type={kind}
                class="option__control"
                id={id.clone()}
                name={question.id.clone()}
                value={option.id.clone()}
                aria-labelledby={name_id.clone()}
                aria-describedby={detail_id.clone()}
                {checked}
                onchange={context.on(action)}
            />
            <label class="option__label" for={id}>
                <span id={name_id}>{ context.text(option.label) }</span>
                { " " }
                if let Some(detail) = option.detail {
                    <span class="option__detail" id={detail_id}>{ context.text(detail) }</span>
                }
            </label>
            if place < keys::DIGITS {
                <kbd class="option__key" aria-hidden="true">{ place + 1 }</kbd>
            }
        </div>
    }
}

/// The id of the group of a question's controls.
pub fn fieldset(question: &Question) -> String {
    format!("{}-question", question.id)
}

pub fn number_id(question: &Question, value: u8) -> String {
    format!("{}-{value}", question.id)
}

/// The id of the control that an error leads to.
pub fn first_control(question: &Question) -> String {
    control(question, 0).unwrap_or_default()
}

/// The id of the control at a place: the place of an option, or a number.
pub fn control(question: &Question, place: usize) -> Option<String> {
    match question.kind {
        Kind::Scale { .. } => Some(number_id(question, u8::try_from(place).ok()?)),
        _ => Some(format!("{}-{}", question.id, question.options.get(place)?.id)),
    }
}
