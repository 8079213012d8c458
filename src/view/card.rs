//! A card for how urgent something is. The four levels differ in words, icon
//! and shape as well as in colour.

use yew::prelude::*;

use crate::model::Urgency;

/// `id` names the title, which names the card.
pub fn card(urgency: Urgency, id: &'static str, title: Html, body: Html) -> Html {
    let class = match urgency {
        Urgency::Emergency => "card--emergency",
        Urgency::SameDay => "card--urgent",
        Urgency::Soon => "card--soon",
        Urgency::SelfCare => "card--self-care",
    };
    html! {
        <section class={classes!("card", class)} aria-labelledby={id}>
            <div class="card__title">
                { icon(urgency) }
                <div {id}>{ title }</div>
            </div>
            <div class="card__body">{ body }</div>
        </section>
    }
}

/// A stop sign, a warning triangle, a calendar, and a circle with an "i": outlines
/// in the title's colour. Words say the same, so it is not read out.
fn icon(urgency: Urgency) -> Html {
    let lines = match urgency {
        Urgency::Emergency => "M8 2h8l6 6v8l-6 6H8l-6-6V8zM12 7v6M12 16.5v.5",
        Urgency::SameDay => "M12 2.5 22.5 21h-21zM12 9v6M12 17.5v.5",
        Urgency::Soon => "M3 5h18v16H3zM3 10h18M8 2v5M16 2v5M8 15l3 3 5-5",
        Urgency::SelfCare => "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zM12 11v6M12 7v.5",
    };
    html! {
        <svg class="card__icon" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path d={lines} fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round" />
        </svg>
    }
}
