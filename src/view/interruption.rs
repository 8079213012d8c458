//! The interruption card: an emergency sign was ticked, everything else waits.

use yew::prelude::*;

use super::card::card;
use super::context::Context;
use super::lines::lines;
use super::parts;
use super::reasons::{reasons, say};
use super::watch::watch;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{Section, Urgency};

pub fn interruption(context: &Context<'_>) -> Html {
    let urgent = |urgency: Option<Urgency>| urgency == Some(Urgency::Emergency);
    let title = parts::heading(
        context,
        context.text(phrase::INTERRUPTION_TITLE),
        Some(phrase::INTERRUPTION_SEVERITY),
    );
    let body = html! {
        <>
            { parts::call(context) }
            { lines(context, Section::Now) }
            { parts::region(context) }
        </>
    };
    html! {
        <div class="interruption">
            { card(Urgency::Emergency, "interruption-title", title, body) }
            <h2>{ context.text(phrase::INTERRUPTION_REASONS) }</h2>
            { reasons(context, |rule| urgent(rule.urgency)) }
            <h2>{ context.text(phrase::INTERRUPTION_SAY_TITLE) }</h2>
            { say(context, phrase::INTERRUPTION_SAY) }
            <p>{ context.text(phrase::INTERRUPTION_SAY_MORE) }</p>
            if let Some(rest) = context.rest {
                { (rest.why)(context, &[Section::Now]) }
            }
            { parts::button(context, "button--secondary", phrase::INTERRUPTION_MISTAKE, Action::Back) }
            <h2>{ context.text(phrase::SECTION_WATCH) }</h2>
            { watch(context) }
        </div>
    }
}
