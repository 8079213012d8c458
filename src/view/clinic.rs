//! Who offers the check: their name and number, the way to an appointment, and
//! what they say about a review. Never in the way of a call for help.

use yew::prelude::*;

use super::context::Context;
use super::parts;
use crate::content::phrase;
use crate::model::Urgency;

/// Who offers the check, and how to reach them; empty where nobody says so.
pub fn offered(context: &Context<'_>) -> Html {
    html! {
        <div class="clinic">
            if let Some(name) = &context.clinic.name {
                <p>{ context.filled(phrase::CLINIC_OFFERED, &[("name", name)]) }</p>
            }
            { call(context) }
            { reviewed(context) }
        </div>
    }
}

/// The way to an appointment, where there is time for one.
pub fn booking(context: &Context<'_>) -> Html {
    html! {
        <div class="clinic">
            if context.outcome.urgency <= Urgency::Soon {
                { book(context) }
                { call(context) }
            }
        </div>
    }
}

/// What the clinic says about a review: its own word, beside the content's.
pub fn reviewed(context: &Context<'_>) -> Html {
    html! {
        <div>
            if let Some(name) = &context.clinic.reviewed_by {
                <p class="hint">{ context.filled(phrase::CLINIC_REVIEWED, &[("name", name)]) }</p>
            }
        </div>
    }
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

fn call(context: &Context<'_>) -> Html {
    // Only what a telephone dials.
    let dialled = |number: &str| -> String {
        number.chars().filter(|it| it.is_ascii_digit() || *it == '+').collect()
    };
    html! {
        <div>
            if let Some(phone) = &context.clinic.phone {
                <p>
                    <a href={format!("tel:{}", dialled(phone))}>
                        { context.filled(phrase::CLINIC_CALL, &[("number", phone)]) }
                    </a>
                </p>
            }
        </div>
    }
}
