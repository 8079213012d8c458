//! Who offers the check: their name and number, the way to an appointment, and
//! what they say about a review. Never in the way of a call for help.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el};
use super::parts;
use crate::content::phrase;
use crate::model::Urgency;

/// Who offers the check, and how to reach them; empty where nobody says so.
pub fn offered(context: &Context<'_>) -> El {
    let name = context.clinic.name.as_ref();
    let offered = |name| context.filled(phrase::CLINIC_OFFERED, &[("name", name)]);
    el("div")
        .class("clinic")
        .maybe(name.map(|name| el("p").text(offered(name))))
        .add(call(context))
        .add(reviewed(context))
}

/// The way to an appointment, where there is time for one.
pub fn booking(context: &Context<'_>) -> Html {
    html! {
        <div class="clinic">
            if context.outcome.urgency <= Urgency::Soon {
                { beside(context) }
                { book(context) }
                { call(context) }
            }
        </div>
    }
}

/// Above it stands whom to see; the clinic may be neither.
fn beside(context: &Context<'_>) -> El {
    let offers = context.clinic.booking.is_some() || context.clinic.phone.is_some();
    let beside = offers && context.outcome.urgency == Urgency::Soon;
    el("div").maybe(beside.then(|| el("p").class("hint").say(context, phrase::CLINIC_BESIDE)))
}

/// What the clinic says about a review: its own word, beside the content's.
pub fn reviewed(context: &Context<'_>) -> El {
    let name = context.clinic.reviewed_by.as_ref();
    let reviewed = |name| context.filled(phrase::CLINIC_REVIEWED, &[("name", name)]);
    el("div").maybe(name.map(|name| el("p").class("hint").text(reviewed(name))))
}

fn book(context: &Context<'_>) -> Html {
    let label = match &context.clinic.name {
        Some(name) => context.filled(phrase::CLINIC_BOOK_WITH, &[("name", name)]),
        None => context.text(phrase::CLINIC_BOOK),
    };
    html! {
        <div>
            if let Some(address) = &context.clinic.booking {
                { parts::link_out(context, address, "button button--secondary", html! { <>{ label }</> }) }
            }
        </div>
    }
}

fn call(context: &Context<'_>) -> El {
    let call = |phone: &AttrValue| {
        // Only what a telephone dials.
        let dialled = phone.chars().filter(|it| it.is_ascii_digit() || *it == '+');
        let address: String = "tel:".chars().chain(dialled).collect();
        let label = context.filled(phrase::CLINIC_CALL, &[("number", phone)]);
        el("p").add(el("a").href(address).text(label))
    };
    el("div").maybe(context.clinic.phone.as_ref().map(call))
}
