//! The result, in the order in which it helps: what to do now, why, what to
//! watch for, massage, the plan, how to tell, what to tell, sources.

mod body;
mod sources;

use yew::prelude::*;

use super::context::Context;
use super::parts;
use crate::content::phrase;
use crate::engine::Action;
use crate::model::{Described, Massage, Rule, Section, Text, Urgency};
use body::first_lines;
pub use body::{lines, reasons, say, why_section};
pub use sources::version;

pub fn result(context: &Context<'_>) -> Html {
    let urgency = context.outcome.urgency;
    html! {
        <div class="result">
            { now(context) }
            <section class="result__part" aria-labelledby="why-title">
                <h2 id="why-title">{ context.text(phrase::WHY_TITLE) }</h2>
                { reasons(context, |rule| rule.urgency.is_some()) }
                { why_section(context, &[Section::Now]) }
            </section>
            if urgency != Urgency::Emergency {
                { picture(context) }
            }
            { part(context, phrase::SECTION_WATCH, Section::Watch, usize::MAX) }
            { massage(context) }
            if urgency != Urgency::Emergency {
                { plan(context) }
                { part(context, phrase::SECTION_PROGRESS, Section::Progress, 9) }
                { therapist(context) }
                { part(context, phrase::SECTION_EVIDENCE, Section::Evidence, 2) }
            }
            { sources::sources(context) }
            <div class="actions">
                { parts::button(context, "button--secondary", phrase::RESULT_CHANGE, Action::Back) }
                { parts::button(context, "button--secondary", phrase::RESULT_CLEAR, Action::Clear) }
            </div>
            <p class="hint">{ context.text(phrase::RESULT_PRINT_HINT) }</p>
            { parts::safety_net(context) }
        </div>
    }
}

fn now(context: &Context<'_>) -> Html {
    let (class, severity, title) = match context.outcome.urgency {
        Urgency::Emergency => {
            ("card--emergency", phrase::RESULT_SEVERITY_EMERGENCY, phrase::RESULT_TITLE_EMERGENCY)
        }
        Urgency::SameDay => {
            ("card--urgent", phrase::RESULT_SEVERITY_SAME_DAY, phrase::RESULT_TITLE_SAME_DAY)
        }
        Urgency::Soon => ("card--soon", phrase::RESULT_SEVERITY_SOON, phrase::RESULT_TITLE_SOON),
        Urgency::SelfCare => {
            ("card--self-care", phrase::RESULT_SEVERITY_SELF_CARE, phrase::RESULT_TITLE_SELF_CARE)
        }
    };
    let urgency = context.outcome.urgency;
    html! {
        <section class={classes!("card", class)} aria-labelledby="now-title">
            <div id="now-title" class="card__title">
                { parts::heading(context, context.text(title), Some(severity)) }
            </div>
            <div class="card__body">
                if urgency == Urgency::Emergency {
                    { parts::call(context) }
                } else if urgency == Urgency::SameDay {
                    { parts::call_advice(context) }
                }
                { lines(context, Section::Now) }
                if urgency == Urgency::Emergency {
                    <h2>{ context.text(phrase::INTERRUPTION_SAY_TITLE) }</h2>
                    { say(context, phrase::INTERRUPTION_SAY) }
                } else if urgency == Urgency::SameDay {
                    <h2>{ context.text(phrase::RESULT_SAY_TITLE) }</h2>
                    { say(context, phrase::RESULT_SAY) }
                }
            </div>
        </section>
    }
}

/// A part that is nothing but its lines and their reasons; empty without a line.
fn part(context: &Context<'_>, title: Text, section: Section, first: usize) -> Html {
    html! {
        <section key={title.0} class="result__part">
            if body::has_lines(context, section) {
                <h2>{ context.text(title) }</h2>
                { first_lines(context, section, first) }
                { why_section(context, &[section]) }
            }
        </section>
    }
}

fn picture(context: &Context<'_>) -> Html {
    let (guide, outcome) = (context.guide(), context.outcome);
    let described =
        [guide.patterns.get(outcome.pattern), guide.irritability.get(outcome.irritability)];
    let described: Vec<&Described> = described.into_iter().flatten().collect();
    html! {
        <section class="result__part">
            <h2>{ context.text(phrase::SECTION_PICTURE) }</h2>
            for described in described.iter() {
                <p key={described.id.clone()}>{ context.text(described.text) }</p>
            }
            { first_lines(context, Section::Picture, 1) }
            { body::why_described(context, &described, &[Section::Picture]) }
        </section>
    }
}

fn massage(context: &Context<'_>) -> Html {
    let level = match context.outcome.massage {
        Massage::NotNow => phrase::MASSAGE_NOT_NOW,
        Massage::AfterAssessment => phrase::MASSAGE_AFTER_ASSESSMENT,
        Massage::GentleWithPlan => phrase::MASSAGE_GENTLE_WITH_PLAN,
        Massage::MayHelpWithPlan => phrase::MASSAGE_MAY_HELP_WITH_PLAN,
    };
    let decisive = |rule: &Rule| rule.massage == Some(context.outcome.massage);
    html! {
        <section class="result__part">
            <h2>{ context.text(phrase::SECTION_MASSAGE) }</h2>
            <p class="level">{ context.text(level) }</p>
            { reasons(context, decisive) }
            { first_lines(context, Section::Massage, 6) }
            if body::has_lines(context, Section::Areas) {
                <h3>{ context.text(phrase::SECTION_AREAS) }</h3>
                { first_lines(context, Section::Areas, 4) }
            }
            { why_section(context, &[Section::Massage, Section::Areas]) }
        </section>
    }
}

fn plan(context: &Context<'_>) -> Html {
    const HEADS: [(Text, Section); 4] = [
        (phrase::SECTION_STRENGTH, Section::Strength),
        (phrase::SECTION_MOBILITY, Section::Mobility),
        (phrase::SECTION_CONFIDENCE, Section::Confidence),
        (phrase::SECTION_LOAD, Section::Load),
    ];
    html! {
        <section class="result__part">
            <h2>{ context.text(phrase::SECTION_PLAN) }</h2>
            { first_lines(context, Section::Plan, 6) }
            for (title, section) in HEADS {
                <div key={title.0}>
                    <h3>{ context.text(title) }</h3>
                    { first_lines(context, section, 3) }
                </div>
            }
            { why_section(context, &[Section::Plan, Section::Strength, Section::Mobility, Section::Confidence, Section::Load]) }
        </section>
    }
}

fn therapist(context: &Context<'_>) -> Html {
    let questions = context.guide().questions().filter(|(_, question)| question.handover);
    let answered = questions.filter_map(|(index, question)| {
        let answers = parts::answer(context, question, context.state.response.get(index));
        (!answers.is_empty()).then(|| (question, answers.join("; ")))
    });
    let mut answered = answered.peekable();
    html! {
        <section class="result__part">
            <h2>{ context.text(phrase::SECTION_THERAPIST) }</h2>
            { first_lines(context, Section::Therapist, 4) }
            if answered.peek().is_some() {
            <details>
                <summary>{ context.text(phrase::SECTION_THERAPIST_ANSWERS) }</summary>
                <dl>
                    for (question, answers) in answered {
                        <div key={question.id.clone()} class="handover__row">
                            <dt>{ context.text(question.short) }</dt>
                            <dd>{ answers }</dd>
                        </div>
                    }
                </dl>
            </details>
            }
            { why_section(context, &[Section::Therapist]) }
        </section>
    }
}
