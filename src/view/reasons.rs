//! The rules that hold, and what to say of them on the telephone.

use yew::prelude::*;

use super::context::Context;
use crate::model::{Reason, Rule, Text};

/// The rules that hold and pass the test, each with the answers that met it.
pub fn reasons(context: &Context<'_>, which: impl Fn(&Rule) -> bool) -> Html {
    let guide = context.guide();
    let reasons = context.outcome.reasons.iter();
    let reasons = reasons
        .filter_map(|reason| Some((reason, guide.rule(reason.rule)?)))
        .filter(|(_, rule)| which(rule));
    html! {
        <ul class="reasons">
            for (reason, rule) in reasons {
                { one_reason(context, reason, rule) }
            }
        </ul>
    }
}

fn one_reason(context: &Context<'_>, reason: &Reason, rule: &Rule) -> Html {
    html! {
        <li key={rule.id.clone()}>
            <p class="reasons__why">{ context.text(rule.why) }</p>
            if let Some(rest) = context.rest {
                { (rest.reason)(context, reason, rule) }
            }
        </li>
    }
}

/// "I have …": what to say on the telephone, made of the rules that hold.
pub fn say(context: &Context<'_>, template: Text) -> Html {
    let guide = context.guide();
    let rules = context.outcome.reasons.iter().filter_map(|reason| guide.rule(reason.rule));
    let most = rules.clone().filter_map(|rule| rule.urgency).max();
    let signs: Vec<AttrValue> = rules
        .filter(|rule| rule.urgency == most)
        .filter_map(|rule| rule.say)
        .map(|say| context.text(say))
        .collect();
    let signs = signs.join("; ");
    html! {
        <blockquote class="say">{ context.filled(template, &[("signs", &signs)]) }</blockquote>
    }
}
