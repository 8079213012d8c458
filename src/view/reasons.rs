//! The rules that hold, and what to say of them on the telephone.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el};
use crate::model::{Reason, Rule, Text};

/// The rules that hold and pass the test, each with the answers that met it.
pub fn reasons(context: &Context<'_>, which: &dyn Fn(&Rule) -> bool) -> Html {
    let reasons = context.outcome.reasons.iter();
    let reasons = reasons
        .filter_map(|reason| Some((reason, context.guide().rule(reason.rule)?)))
        .filter(|(_, rule)| which(rule))
        .map(|(reason, rule)| one_reason(context, reason, rule));
    el("ul").class("reasons").each(reasons).into()
}

fn one_reason(context: &Context<'_>, reason: &Reason, rule: &Rule) -> El {
    let why = context.rest.map(|rest| (rest.reason)(context, reason, rule));
    el("li")
        .key(&rule.id)
        .add(el("p").class("reasons__why").say(context, rule.why))
        .put(why.unwrap_or_default())
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
    let said = context.filled(template, &[("signs", &signs.join("; "))]);
    el("blockquote").class("say").text(said).into()
}
