//! The interruption card: an emergency sign was ticked, everything else waits.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::element::{el, several};
use super::lines::lines;
use super::parts;
use super::reasons::{reasons, say};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{Section, Urgency};

pub fn interruption(context: &Context<'_>) -> Html {
    let title = parts::heading(
        context,
        context.text(phrase::INTERRUPTION_TITLE),
        Some(phrase::INTERRUPTION_SEVERITY),
    );
    let body = several()
        .add(parts::call_now(context))
        .put(lines(context, Section::Now))
        .add(parts::region(context));
    let mistake = phrase::INTERRUPTION_MISTAKE;
    el("div")
        .class("interruption")
        .add(card(Urgency::Emergency, "interruption-title", title, body))
        .add(el("h2").say(context, phrase::INTERRUPTION_REASONS))
        .put(reasons(context, &|rule| rule.urgency == Some(Urgency::Emergency)))
        .add(el("h2").say(context, phrase::INTERRUPTION_SAY_TITLE))
        .put(say(context, phrase::INTERRUPTION_SAY))
        .add(el("p").say(context, phrase::INTERRUPTION_SAY_MORE))
        .add(parts::button(context, "button--secondary", mistake, Action::Back))
        .put(context.why(&[Section::Now]))
        .into()
}
