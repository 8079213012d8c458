//! One question: its words, its error, and the controls that answer it.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el};
use super::page;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{AnswerOption, Kind, Question, QuestionIx};

/// `alone`: the only question of its page; then it is the heading of the screen.
pub fn field(context: &Context<'_>, index: QuestionIx, alone: bool) -> El {
    let Some(question) = context.question(index) else { return el("div") };
    let wrong = context.state.errors.contains(&index);
    let title = context.text(question.title);
    let title = match alone {
        true => super::parts::heading(context, title, None),
        false => el("h2").class("question__heading").text(title),
    };
    let hint = question.hint.or(match question.kind {
        Kind::Choices => Some(phrase::PAGE_CHOOSE_MANY),
        Kind::Choice | Kind::Scale { .. } => None,
    });
    let hint_id = hint.map(|_| part(question, "hint"));
    let error_id = wrong.then(|| part(question, "error"));
    let described_by: Vec<String> = hint_id.iter().chain(&error_id).cloned().collect();
    let described_by = (!described_by.is_empty()).then(|| described_by.join(" "));
    let error = |id| el("p").id(id).class("question__error");
    let expected = page::expected(question.kind);
    el("fieldset")
        .key(&question.id)
        .id(fieldset(question))
        .class(if wrong { "question question--wrong" } else { "question" })
        .aria_describedby(described_by)
        .add(el("legend").class("question__title").add(title))
        .maybe(hint.map(|hint| el("p").id(hint_id).class("hint").say(context, hint)))
        .maybe(error_id.map(|id| error(id).say(context, expected)))
        .put(pointing(context, index, question, controls(context, index, question)))
}

fn pointing(context: &Context<'_>, index: QuestionIx, question: &Question, list: Html) -> Html {
    match context.rest {
        Some(rest) => (rest.pointing)(context, index, question, list),
        None => list,
    }
}

fn controls(context: &Context<'_>, index: QuestionIx, question: &Question) -> Html {
    let options = question.options.iter().enumerate();
    match question.kind {
        Kind::Choice | Kind::Choices => el("div")
            .each(options.map(|(place, option)| row(context, index, question, place, option)))
            .into(),
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
) -> El {
    let (kind, action) = match question.kind {
        Kind::Choices => ("checkbox", Action::Toggle(index, place)),
        _ => ("radio", Action::Choose(index, place)),
    };
    let id = part(question, &option.id);
    let name_id = option.detail.map(|_| [&id, "-name"].concat());
    let detail_id = option.detail.map(|_| [&id, "-detail"].concat());
    let checked = context.state.response.options(index).has(place);
    let control = el("input")
        .kind(kind)
        .class("option__control")
        .id(id.clone())
        .name(question.id.clone())
        .checked(&option.id, checked)
        .aria_labelledby(name_id.clone())
        .aria_describedby(detail_id.clone())
        .on_change(context.on(action));
    let label = el("label").class("option__label").label_for(id);
    let label = match option.detail {
        None => label.say(context, option.label),
        // A short name and a longer description, each read out once.
        Some(detail) => label
            .add(el("span").id(name_id).say(context, option.label))
            .text(" ")
            .add(el("span").class("option__detail").id(detail_id).say(context, detail)),
    };
    el("div")
        .key(&option.id)
        .class(if option.exclusive { "option option--alone" } else { "option" })
        .add(control)
        .add(label)
}

/// The id of the group of a question's controls.
pub fn fieldset(question: &Question) -> String {
    part(question, "question")
}

/// The id of a part of a question.
fn part(question: &Question, name: &str) -> String {
    [&question.id, "-", name].concat()
}

pub fn number_id(question: &Question, value: u8) -> String {
    part(question, &value.to_string())
}

/// The id of the control that an error leads to.
pub fn first_control(question: &Question) -> String {
    control(question, 0).unwrap_or_default()
}

/// The id of the control at a place: the place of an option, or a number.
pub fn control(question: &Question, place: usize) -> Option<String> {
    match question.kind {
        Kind::Scale { .. } => Some(number_id(question, u8::try_from(place).ok()?)),
        _ => Some(part(question, &question.options.get(place)?.id)),
    }
}
