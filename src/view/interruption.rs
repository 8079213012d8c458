//! The interruption card: an emergency sign was ticked, everything else waits.

use yew::prelude::*;

use super::context::Context;
use super::parts;
use super::result::{lines, reasons, say, why_section};
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{Section, Urgency};

pub fn interruption(context: &Context<'_>) -> Html {
    let urgent = |urgency: Option<Urgency>| urgency == Some(Urgency::Emergency);
    html! {
        <div class="interruption">
            <section class="card card--emergency" aria-labelledby="interruption-title">
                <div id="interruption-title" class="card__title">
                    { parts::heading(context, context.text(phrase::INTERRUPTION_TITLE), Some(phrase::INTERRUPTION_SEVERITY)) }
                </div>
                <div class="card__body">
                    { parts::call(context) }
                    { lines(context, Section::Now) }
                    { parts::region(context) }
                </div>
            </section>
            <h2>{ context.text(phrase::INTERRUPTION_REASONS) }</h2>
            { reasons(context, |rule| urgent(rule.urgency)) }
            <h2>{ context.text(phrase::INTERRUPTION_SAY_TITLE) }</h2>
            { say(context, phrase::INTERRUPTION_SAY) }
            <p>{ context.text(phrase::INTERRUPTION_SAY_MORE) }</p>
            { parts::button(context, "button--secondary", phrase::INTERRUPTION_MISTAKE, Action::Back) }
            <h2>{ context.text(phrase::SECTION_WATCH) }</h2>
            { lines(context, Section::Watch) }
            { why_section(context, &[Section::Now, Section::Watch]) }
        </div>
    }
}
