//! A page of the questionnaire: one thing at a time.
//!
//! The next page is the same form with another question in it: what stands on every page
//! is not made anew, and Continue is not taken away while it has the focus, for which
//! browsers lay out both pages. Title and questions have keys, so nothing of them stays.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el, several};
use super::{field, focus, keys, parts};
use crate::content::phrase;
use crate::engine::{Action, Landing, Purpose, progress, shown, way};
use crate::model::{Kind, PageIx, QuestionIx};

pub fn page(context: &Context<'_>, index: PageIx) -> Html {
    let Some(page) = context.guide().page(index) else { return el("div").into() };
    let questions = shown(context.guide(), &context.state.response, index);
    // Pressed, also by Enter in a control; never submitted. In a frame where nothing may
    // be submitted a browser does not even tell that somebody wants to.
    let go_on = {
        let act = context.act.clone();
        Callback::from(move |event: Event| {
            event.prevent_default();
            act.emit(Action::Continue);
        })
    };
    let back = match context.state.purpose {
        Purpose::Onward => phrase::PAGE_BACK,
        Purpose::Review => phrase::PAGE_BACK_TO_ANSWERS,
        Purpose::Result => phrase::PAGE_BACK_TO_RESULT,
    };
    let hint = |text| el("p").class("hint").say(context, text);
    let opened = context.state.purpose == Purpose::Result && is_new(context, &questions);
    let title = page.title.map(|title| parts::heading(context, context.text(title), None));
    let title = title.map(|title| title.key(&page.id));
    let alone = title.is_none();
    let go_on = el("button").kind("submit").class("button button--primary").on_click(go_on);
    let fields = questions.iter().map(|question| field::field(context, *question, alone));
    let fields = several().each(fields);
    let on_key = keys::on_page(context, questions);
    el("form")
        .class("page")
        .novalidate("novalidate")
        .on_key(on_key)
        .add(parts::button(context, "button--back", back, Action::Back))
        .add(how_far(context, index))
        .maybe(opened.then(|| hint(phrase::PAGE_OPENED)))
        .add(error_summary(context))
        .maybe(title)
        .maybe(page.hint.map(hint))
        .add(fields)
        .add(go_on.say(context, phrase::PAGE_CONTINUE))
        .add(parts::safety_net(context))
        .add(parts::clear(context))
        .into()
}

/// Whether the change of an answer on the result is what asks these questions.
fn is_new(context: &Context<'_>, questions: &[QuestionIx]) -> bool {
    context.state.before.as_ref().is_some_and(|before| {
        let before = way(context.guide(), before);
        questions.iter().any(|question| !before.contains(question))
    })
}

fn how_far(context: &Context<'_>, page: PageIx) -> El {
    let progress = progress(context.guide(), &context.state.response, page);
    let (number, of) = (progress.number.to_string(), progress.of.to_string());
    let section = context.guide().page(page).map(|page| context.text(page.section));
    let words = context.filled(phrase::PAGE_PROGRESS, &[("number", &number), ("of", &of)]);
    let words = el("p")
        .class("progress__words")
        .add(el("span").text(section.unwrap_or_default()))
        .text(" ")
        .text(words);
    let bar = el("progress").class("progress__bar").value(number).max(of);
    let bar = bar.aria_label(context.text(phrase::PAGE_PROGRESS_LABEL));
    el("div").class("progress").add(words).add(bar)
}

/// What was passed over, with a way to each.
fn error_summary(context: &Context<'_>) -> El {
    let errors = &context.state.errors;
    let summary = || {
        let title = el("h2").id("errors-title").class("errors__title");
        el("div")
            .class("errors__box")
            .role("alert")
            .tabindex("-1")
            .aria_labelledby("errors-title")
            .node(context.lands(Landing::Errors))
            .add(title.say(context, phrase::ERROR_TITLE))
            .add(el("ul").each(errors.iter().map(|error| error_link(context, *error))))
    };
    el("div").maybe((!errors.is_empty()).then(summary))
}

fn error_link(context: &Context<'_>, index: QuestionIx) -> El {
    let Some(question) = context.question(index) else { return el("li") };
    let title = context.text(question.title);
    // Inside a shadow root a link to "#id" would move the host page.
    let first = field::first_control(question);
    let go = Callback::from(move |event: Event| {
        event.prevent_default();
        focus::near(&event, &first);
    });
    let link = el("button").kind("button").class("errors__link").on_click(go);
    let label = context.filled(phrase::ERROR_DOCUMENT, &[("question", title.as_str())]);
    el("li").key(&question.id).add(link.text(label))
}

/// What is expected of an answer, for the error beside the question.
pub fn expected(kind: Kind) -> crate::model::Text {
    match kind {
        Kind::Choice => phrase::ERROR_CHOICE,
        Kind::Choices => phrase::ERROR_CHOICES,
        Kind::Scale { .. } => phrase::ERROR_SCALE,
    }
}
