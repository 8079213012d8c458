//! The first screen: what the check is, the emergency words, where you are.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::storage::Storage;
use super::{again, clinic, parts};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn start(context: &Context<'_>, storage: &Storage) -> Html {
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
            { again::come_back(context, storage) }
            { parts::button(context, "button--primary", phrase::START_BEGIN, Action::Begin) }
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
                { super::result::version(context) }
            </details>
            { again::been_here(context, storage) }
        </div>
    }
}
