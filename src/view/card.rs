//! A card for how urgent something is. The four levels differ in words, icon
//! and shape as well as in colour.

use yew::prelude::*;

use super::element::{El, el};
use crate::model::Urgency;

/// `id` names the title, which names the card.
pub fn card(
    urgency: Urgency,
    id: &'static str,
    title: impl Into<Html>,
    body: impl Into<Html>,
) -> El {
    whole(urgency, id, title.into(), body.into())
}

fn whole(urgency: Urgency, id: &'static str, title: Html, body: Html) -> El {
    let title = el("div").class("card__title").add(icon(urgency)).add(el("div").id(id).put(title));
    el("section")
        .class(match urgency {
            Urgency::Emergency => "card card--emergency",
            Urgency::SameDay => "card card--urgent",
            Urgency::Soon => "card card--soon",
            Urgency::SelfCare => "card card--self-care",
        })
        .aria_labelledby(id)
        .add(title)
        .add(el("div").class("card__body").put(body))
}

/// A stop sign, a warning triangle, a calendar, and a circle with an "i": outlines
/// in the title's colour. Words say the same, so it is not read out.
fn icon(urgency: Urgency) -> El {
    let lines = match urgency {
        Urgency::Emergency => "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.5v.5",
        Urgency::SameDay => "M12 2.5 22.5 21h-21zM12 9v6M12 17.5v.5",
        Urgency::Soon => "M3 5h18v16H3zM3 10h18M8 2v5M16 2v5M8 15l3 3 5-5",
        Urgency::SelfCare => "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM12 11v6M12 7v.5",
    };
    let drawn = el("path").d(lines).fill("none").stroke("currentColor").stroke_width("2");
    el("svg")
        .class("card__icon")
        .view_box("0 0 24 24")
        .aria_hidden("true")
        .focusable("false")
        .add(drawn.stroke_linecap("round").stroke_linejoin("round"))
}
