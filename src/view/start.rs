//! The first screen: what the check is, the emergency words, where you are.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::rest::Rest;
use super::{about, clinic, parts};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn start(context: &Context<'_>) -> Html {
    let title = html! { <h2 class="card__heading">{ context.text(phrase::EMERGENCY_TITLE) }</h2> };
    let body = html! {
        <>
            { parts::emergency_signs(context) }
            { parts::call(context) }
            { parts::region(context) }
        </>
    };
    html! {
        <div class="start">
            { parts::heading(context, context.text(phrase::START_TITLE), None) }
            <p class="lead">{ context.text(phrase::START_LEAD) }</p>
            { card(Urgency::Emergency, "start-emergency", title, body) }
            { parts::button(context, "button--primary", phrase::START_BEGIN, Action::Begin) }
            { rest(context, |rest| rest.come_back) }
            <p class="start__facts">
                { context.text(phrase::START_LENGTH) }
                { " " }
                { context.text(phrase::START_PRIVATE) }
                { " " }
                { context.text(phrase::START_OTHER) }
            </p>
            { clinic::offered(context) }
            <p>{ context.text(phrase::START_PATTERN) }</p>
            <details>
                <summary>{ context.text(phrase::START_LIMITS_TITLE) }</summary>
                <p>{ context.text(phrase::START_INTENDED_USE) }</p>
                { about::version(context) }
            </details>
            { rest(context, |rest| rest.been_here) }
        </div>
    }
}

/// For somebody who comes back; it needs what comes after the warning signs.
fn rest(context: &Context<'_>, which: fn(&Rest) -> fn(&Context<'_>) -> Html) -> Html {
    context.rest.map(|rest| which(rest)(context)).unwrap_or_default()
}
