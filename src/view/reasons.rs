//! The rules that hold, and what to say of them on the telephone.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el};
use crate::engine::signs;
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

/// "I have …": what to say on the telephone, made of what was answered.
pub fn say(context: &Context<'_>, template: Text) -> Html {
    let signs = signs(context.guide(), context.outcome);
    let signs: Vec<AttrValue> = signs.into_iter().map(|sign| context.text(sign)).collect();
    let said = context.filled(template, &[("signs", &signs.join("; "))]);
    el("blockquote").class("say").text(said).into()
}
