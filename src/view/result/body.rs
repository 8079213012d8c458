//! The lines of a part of the result, the rules behind it, and why.

use yew::prelude::*;

use crate::content::phrase;
use crate::model::{Advice, Condition, Described, GuidanceLine, Reason, Rule, Section, Text};
use crate::view::context::Context;
use crate::view::parts;

use super::sources;

fn advice_of<'a>(
    context: &Context<'a>,
    section: Section,
) -> impl Iterator<Item = (&'a Advice, &'a GuidanceLine)> {
    let guide = context.guide();
    let advice = context.outcome.guidance.iter();
    advice
        .filter_map(|advice| Some((advice, guide.guidance.get(advice.line)?)))
        .filter(move |(_, line)| line.section == section)
}

/// Whether a part has anything to say.
pub fn has_lines(context: &Context<'_>, section: Section) -> bool {
    advice_of(context, section).next().is_some()
}

/// The lines of advice of a part, all of them.
pub fn lines(context: &Context<'_>, section: Section) -> Html {
    list(context, section, advice_of(context, section).map(|(_, line)| line))
}

/// The first lines of a part: content puts what everybody needs first. The rest
/// is folded away with the reasons, see [`more`].
pub fn first_lines(context: &Context<'_>, section: Section, first: usize) -> Html {
    list(context, section, advice_of(context, section).map(|(_, line)| line).take(first))
}

fn list<'a>(
    context: &Context<'_>,
    section: Section,
    lines: impl Iterator<Item = &'a GuidanceLine>,
) -> Html {
    let mut lines = lines.peekable();
    html! {
        <>
            if lines.peek().is_some() {
                <ul class={classes!("lines", format!("lines--{}", section.wire()))}>
                    for line in lines {
                        <li key={line.id.clone()}>{ context.text(line.text) }</li>
                    }
                </ul>
            }
        </>
    }
}

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
            <details class="why">
                <summary>
                    { context.text(phrase::WHY_BECAUSE) }
                    <span class="only-read">{ ": " }{ context.text(rule.why) }</span>
                </summary>
                if reason.because.is_empty() {
                    <p>{ context.text(phrase::WHY_OTHERWISE) }</p>
                } else {
                    { parts::because(context, &reason.because) }
                }
                <p class="why__sources">
                    { context.filled(phrase::WHY_RULE, &[("name", &rule.id)]) }
                    { ". " }
                    { sources::cited(context, &rule.sources) }
                </p>
            </details>
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

/// Why a part says what it says: each line with its answers and sources.
pub fn why(context: &Context<'_>, sections: &[Section]) -> Html {
    let none = sections.iter().map(|section| (*section, usize::MAX));
    more(context, &[], &none.collect::<Vec<_>>())
}

/// What a part has folded away: the lines beyond the first ones of each section,
/// and why it says all that it says.
pub fn more(
    context: &Context<'_>,
    described: &[&Described],
    sections: &[(Section, usize)],
) -> Html {
    let entries: Vec<_> =
        sections.iter().flat_map(|(section, _)| advice_of(context, *section)).collect();
    if entries.is_empty() && described.is_empty() {
        return html! { <></> };
    }
    let folded = |(section, first): &(Section, usize)| {
        (*section, advice_of(context, *section).map(|(_, line)| line).skip(*first))
    };
    let beyond = sections.iter().any(|section| folded(section).1.next().is_some());
    let summary = if beyond { phrase::RESULT_MORE } else { phrase::WHY_SECTION };
    html! {
        <details class="why">
            <summary>{ context.text(summary) }</summary>
            for (section, lines) in sections.iter().map(folded) {
                <div key={section.wire()}>{ list(context, section, lines) }</div>
            }
            <ul class="why__lines">
                for described in described {
                    <li key={described.id.clone()}>
                        <p class="why__line">{ context.text(described.text) }</p>
                        <p class="why__sources">{ sources::cited(context, &described.sources) }</p>
                    </li>
                }
                for (advice, line) in entries {
                    { reasoned(context, advice, line) }
                }
            </ul>
        </details>
    }
}

fn reasoned(context: &Context<'_>, advice: &Advice, line: &GuidanceLine) -> Html {
    html! {
        <li key={line.id.clone()}>
            <p class="why__line">{ context.text(line.text) }</p>
            if line.when == Condition::Always {
                <p>{ context.text(phrase::WHY_EVERYONE) }</p>
            } else if advice.because.is_empty() {
                <p>{ context.text(phrase::WHY_RESULT) }</p>
            } else {
                <p>{ context.text(phrase::WHY_BECAUSE) }{ ":" }</p>
                { parts::because(context, &advice.because) }
            }
            <p class="why__sources">{ sources::cited(context, &line.sources) }</p>
        </li>
    }
}
