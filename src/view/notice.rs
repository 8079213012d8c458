//! Help today: shown once the warning signs are done. Carrying on is possible.

use yew::prelude::*;

use super::context::Context;
use super::parts;
use super::result::reasons;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::Urgency;

pub fn notice(context: &Context<'_>) -> Html {
    html! {
        <div class="notice">
            <section class="card card--urgent" aria-labelledby="notice-title">
                <div id="notice-title" class="card__title">
                    { parts::heading(context, context.text(phrase::NOTICE_TITLE), Some(phrase::NOTICE_SEVERITY)) }
                </div>
                <div class="card__body">
                    <p>{ context.text(phrase::NOTICE_TEXT) }</p>
                    { reasons(context, |rule| rule.urgency == Some(Urgency::SameDay)) }
                    { parts::call_advice(context) }
                </div>
            </section>
            <div class="actions">
                { parts::button(context, "button--primary", phrase::NOTICE_RESULT, Action::ShowResult) }
                { parts::button(context, "button--secondary", phrase::NOTICE_CONTINUE, Action::Continue) }
                { parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back) }
            </div>
            { parts::safety_net(context) }
        </div>
    }
}
