//! What to do now: the card at the top of the result.

use yew::prelude::*;

use super::body::first_lines;
use crate::content::{level, phrase};
use crate::model::{Section, Text, Urgency};
use crate::view::card::card;
use crate::view::context::Context;
use crate::view::lines::lines;
use crate::view::parts;
use crate::view::reasons::say;

/// How much an unhurried result says first; the rest stands with the reasons.
pub const FIRST: usize = 3;

/// The card of the result's urgency.
pub fn now(context: &Context<'_>) -> Html {
    let urgency = context.outcome.urgency;
    let heading =
        parts::heading(context, context.text(level::urgency(urgency)), Some(severity(urgency)));
    let body = html! {
        <>
            if urgency == Urgency::Emergency {
                { parts::call_now(context) }
            } else if urgency == Urgency::SameDay {
                { parts::call_advice(context) }
            }
            if urgency >= Urgency::SameDay {
                { lines(context, Section::Now) }
            } else {
                { first_lines(context, Section::Now, FIRST) }
            }
            if urgency == Urgency::Emergency {
                <h2>{ context.text(phrase::INTERRUPTION_SAY_TITLE) }</h2>
                { say(context, phrase::INTERRUPTION_SAY) }
            } else if urgency == Urgency::SameDay {
                <h2>{ context.text(phrase::RESULT_SAY_TITLE) }</h2>
                { say(context, phrase::RESULT_SAY) }
            }
        </>
    };
    card(urgency, "now-title", heading, body).into()
}

/// What is read out before it.
fn severity(urgency: Urgency) -> Text {
    match urgency {
        Urgency::Emergency => phrase::RESULT_SEVERITY_EMERGENCY,
        Urgency::SameDay => phrase::RESULT_SEVERITY_SAME_DAY,
        Urgency::Soon => phrase::RESULT_SEVERITY_SOON,
        Urgency::SelfCare => phrase::RESULT_SEVERITY_SELF_CARE,
    }
}
