//! Help today: shown once the warning signs are done. Carrying on is possible.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::element::{el, several};
use super::parts::{self, button};
use super::reasons::reasons;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn notice(context: &Context<'_>) -> Html {
    let title =
        parts::heading(context, context.text(phrase::NOTICE_TITLE), Some(phrase::NOTICE_SEVERITY));
    let body = several()
        .add(el("p").say(context, phrase::NOTICE_TEXT))
        .put(reasons(context, &|rule| rule.urgency == Some(Urgency::SameDay)))
        .add(parts::call_advice(context));
    let actions = el("div")
        .class("actions")
        .add(button(context, "button--primary", phrase::NOTICE_RESULT, Action::ShowResult))
        .add(button(context, "button--secondary", phrase::NOTICE_CONTINUE, Action::Continue))
        .add(button(context, "button--back", phrase::PAGE_BACK, Action::Back));
    el("div")
        .class("notice")
        .add(card(Urgency::SameDay, "notice-title", title, body))
        .add(actions)
        .add(parts::safety_net(context))
        .into()
}
