//! Help today: shown once the warning signs are done. Carrying on is possible.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::parts;
use super::reasons::reasons;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn notice(context: &Context<'_>) -> Html {
    let title =
        parts::heading(context, context.text(phrase::NOTICE_TITLE), Some(phrase::NOTICE_SEVERITY));
    let body = html! {
        <>
            <p>{ context.text(phrase::NOTICE_TEXT) }</p>
            { reasons(context, |rule| rule.urgency == Some(Urgency::SameDay)) }
            { parts::call_advice(context) }
        </>
    };
    html! {
        <div class="notice">
            { card(Urgency::SameDay, "notice-title", title, body) }
            <div class="actions">
                { parts::button(context, "button--primary", phrase::NOTICE_RESULT, Action::ShowResult) }
                { parts::button(context, "button--secondary", phrase::NOTICE_CONTINUE, Action::Continue) }
                { parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back) }
            </div>
            { parts::safety_net(context) }
        </div>
    }
}
