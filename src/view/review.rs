//! Check your answers: every answer, with a way to change it.

use yew::prelude::*;

use super::answers::answers;
use super::card::card;
use super::context::Context;
use super::parts;
use crate::content::phrase;
use crate::engine::{Action, first_incomplete};
use crate::model::Urgency;

pub fn review(context: &Context<'_>) -> Html {
    let complete = first_incomplete(context.guide(), &context.state.response).is_none();
    let go_on = if complete { phrase::REVIEW_RESULT } else { phrase::REVIEW_INCOMPLETE };
    html! {
        <div class="review">
            { parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back) }
            { parts::heading(context, context.text(phrase::REVIEW_TITLE), None) }
            <p>{ context.text(phrase::REVIEW_TEXT) }</p>
            { contradictions(context) }
            // A frame later, as the parts of the result.
            if context.whole {
                { answers(context) }
                <div class="actions">
                    { parts::button(context, "button--primary", go_on, Action::Continue) }
                </div>
                { parts::safety_net(context) }
                { parts::clear(context) }
            }
        </div>
    }
}

fn contradictions(context: &Context<'_>) -> Html {
    let found: Vec<_> = context
        .outcome
        .contradictions
        .iter()
        .filter_map(|index| context.guide().contradictions.get(*index))
        .collect();
    let title =
        html! { <h2 class="card__heading">{ context.text(phrase::REVIEW_CONTRADICTIONS) }</h2> };
    let body = html! {
        <>
            <ul>
                for contradiction in found.iter() {
                    <li key={contradiction.text.0}>{ context.text(contradiction.text) }</li>
                }
            </ul>
            <p>{ context.text(phrase::REVIEW_CONTRADICTIONS_TEXT) }</p>
        </>
    };
    html! {
        <div>
            if !found.is_empty() {
                { card(Urgency::SelfCare, "contradictions-title", title, body) }
            }
        </div>
    }
}
