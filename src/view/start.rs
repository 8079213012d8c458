//! The first screen: what the check is, the emergency words, where you are.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::element::{el, several};
use super::rest::Rest;
use super::{about, clinic, parts};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn start(context: &Context<'_>) -> Html {
    let rest = |which: fn(&Rest) -> fn(&Context<'_>) -> Html| {
        context.rest.map(|rest| which(rest)(context)).unwrap_or_default()
    };
    let title = el("h2").class("card__heading").say(context, phrase::EMERGENCY_TITLE);
    let body = several()
        .add(parts::emergency_signs(context))
        .add(parts::call(context))
        .add(parts::region(context));
    let facts = el("p")
        .class("start__facts")
        .say(context, phrase::START_LENGTH)
        .text(" ")
        .say(context, phrase::START_PRIVATE)
        .text(" ")
        .say(context, phrase::START_OTHER);
    let limits = el("details")
        .add(el("summary").say(context, phrase::START_LIMITS_TITLE))
        .add(el("p").say(context, phrase::START_INTENDED_USE))
        .add(about::version(context));
    el("div")
        .class("start")
        .add(parts::heading(context, context.text(phrase::START_TITLE), None))
        .add(el("p").class("lead").say(context, phrase::START_LEAD))
        .add(card(Urgency::Emergency, "start-emergency", title, body))
        .add(parts::button(context, "button--primary", phrase::START_BEGIN, Action::Begin))
        .put(rest(|rest| rest.come_back))
        .add(facts)
        .add(clinic::offered(context))
        .add(el("p").say(context, phrase::START_PATTERN))
        .add(limits)
        .put(rest(|rest| rest.been_here))
        .into()
}
