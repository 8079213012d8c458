//! Why a result says what it says, and the lines that are folded away with it.

use yew::prelude::*;

use crate::content::phrase;
use crate::model::{Advice, Condition, Described, GuidanceLine, Reason, Rule, Section};
use crate::view::context::Context;
use crate::view::lines::{advice_of, list};

use super::because::{because, is_told};
use super::sources;

/// The first lines of a part: content puts what everybody needs first. The rest
/// is folded away with the reasons, see [`more`].
pub fn first_lines(context: &Context<'_>, section: Section, first: usize) -> Html {
    list(context, section, &mut advice_of(context, section).map(|(_, line)| line).take(first))
}

/// Why a rule holds: the answers that met it, and what it rests on.
pub fn reason(context: &Context<'_>, reason: &Reason, rule: &Rule) -> Html {
    let told = is_told(context, &reason.because);
    html! {
        <details class="why">
            <summary>
                { context.text(if told { phrase::WHY_BECAUSE } else { phrase::WHY_SECTION }) }
                <span class="only-read">{ ": " }{ context.text(rule.why) }</span>
            </summary>
            if rule.when.is_none() {
                <p>{ context.text(phrase::WHY_OTHERWISE) }</p>
            } else {
                { because(context, &reason.because, false) }
            }
            <p class="why__sources">
                { context.filled(phrase::WHY_RULE, &[("name", &rule.id)]) }
                { ". " }
                { sources::cited(context, &rule.sources) }
            </p>
        </details>
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
            for (section, mut lines) in sections.iter().map(folded) {
                <div key={section.wire()}>{ list(context, section, &mut lines) }</div>
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
                { because(context, &advice.because, true) }
            }
            <p class="why__sources">{ sources::cited(context, &line.sources) }</p>
        </li>
    }
}
