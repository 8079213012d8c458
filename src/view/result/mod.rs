//! The result, in the order in which it helps: what to do now, why, what to
//! watch for, massage, the plan, how to tell, what to tell, sources.

mod because;
mod body;
mod change;
mod contents;
pub mod now;
mod sources;
mod take_along;

use yew::prelude::*;

use super::answers::answers;
use super::context::Context;
use super::fold::Fold;
use super::lines::{has_lines, lines};
use super::reasons::reasons;
use super::watch::watch;
use super::{again, body_map, clinic, parts};
use crate::content::{level, phrase};
use crate::engine::{Action, Landing, first_incomplete, is_early};
use crate::model::{Described, Rule, Section, Text, Urgency};
use body::{first_lines, more};
pub use body::{reason, why};

pub fn result(context: &Context<'_>) -> Html {
    let emergency = context.outcome.urgency == Urgency::Emergency;
    html! {
        <div class="result">
            { change::change(context) }
            { now::now(context) }
            { clinic::booking(context) }
            if !emergency {
                { brief(context) }
            }
            // A frame later: whoever has asked sees what to do at once, also on a slow phone.
            if context.whole {
                { behind(context) }
            }
        </div>
    }
}

/// All that stands behind the answers to the two questions.
fn behind(context: &Context<'_>) -> Html {
    let emergency = context.outcome.urgency == Urgency::Emergency;
    let urgent = context.outcome.urgency >= Urgency::SameDay;
    let early = is_early(context.guide(), context.state);
    // Help comes first; and what has not been asked yet gives nothing to go by.
    let all = !emergency && !early;
    html! {
        <>
            if early {
                { carry_on(context) }
            }
            if all {
                { contents::contents(context) }
            }
            <section class="result__part" aria-labelledby="why-title">
                { title(context, phrase::WHY_TITLE, "why-title") }
                { reasons(context, &|rule| rule.urgency.is_some()) }
                { more(context, &[], &[(Section::Now, if urgent { usize::MAX } else { now::FIRST })]) }
            </section>
            if all {
                { picture(context) }
            }
            <section class="result__part" aria-labelledby="watch-title">
                { title(context, phrase::SECTION_WATCH, "watch-title") }
                { watch(context) }
            </section>
            { massage(context) }
            if all {
                { plan(context) }
                { progress(context) }
                { again::baseline(context) }
                { therapist(context) }
                { part(context, phrase::SECTION_EVIDENCE, "evidence-title", Section::Evidence, 2) }
            }
            <section class="result__part result__part--screen" aria-labelledby="take-title">
                { title(context, phrase::TAKE_TITLE, "take-title") }
                { take_along::take_along(context) }
                <p class="hint">{ context.text(phrase::TAKE_PRIVATE) }</p>
            </section>
            { your_answers(context) }
            { clinic::reviewed(context) }
            { sources::sources(context) }
            <div class="actions">
                { parts::button(context, "button--secondary", phrase::RESULT_CHANGE, Action::Back) }
            </div>
            { parts::safety_net(context) }
            { parts::clear(context) }
        </>
    }
}

/// The way to what has not been asked yet.
pub fn carry_on(context: &Context<'_>) -> Html {
    let open = first_incomplete(context.guide(), context.state.settled());
    html! {
        <div class="result__part result__part--screen">
            if let Some(open) = open {
                <p>{ context.text(phrase::RESULT_EARLY) }</p>
                { parts::button(context, "button--secondary", phrase::NOTICE_CONTINUE, Action::Change(open)) }
            }
        </div>
    }
}

/// The title of a part, to which the list at the top leads.
fn title(context: &Context<'_>, title: Text, id: &'static str) -> Html {
    html! { <h2 {id} class="result__title" tabindex="-1">{ context.text(title) }</h2> }
}

/// The answer to the question that the visitor came with.
fn brief(context: &Context<'_>) -> Html {
    html! {
        <div>
            <h2 class="brief__question">{ context.text(phrase::RESULT_QUESTION) }</h2>
            <p class="brief__answer">{ context.text(level::massage(context.outcome.massage)) }</p>
        </div>
    }
}

/// Every answer, each to be changed where it stands.
fn your_answers(context: &Context<'_>) -> Html {
    let open = match context.state.landing {
        Landing::Edit | Landing::Answer(_) => true,
        _ => context.state.edit.is_some(),
    };
    html! {
        <section class="result__part result__part--screen" aria-labelledby="answers-title">
            { title(context, phrase::RESULT_ANSWERS, "answers-title") }
            <p>{ context.text(phrase::RESULT_ANSWERS_TEXT) }</p>
            <Fold {open} title={context.text(phrase::RESULT_ANSWERS_SHOW)}>{ answers(context) }</Fold>
        </section>
    }
}

/// A part that is nothing but its lines and their reasons; empty without a line.
fn part(
    context: &Context<'_>,
    words: Text,
    id: &'static str,
    section: Section,
    first: usize,
) -> Html {
    html! {
        <section key={id} class="result__part">
            if has_lines(context, section) {
                { title(context, words, id) }
                { first_lines(context, section, first) }
                { more(context, &[], &[(section, first)]) }
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
            // Where the check does not fit, nobody was asked what it sounds like.
            if has_lines(context, Section::Picture) {
                <h2>{ context.text(phrase::SECTION_PICTURE) }</h2>
                for described in described.iter() {
                    <p key={described.id.clone()}>{ context.text(described.text) }</p>
                }
                { first_lines(context, Section::Picture, 1) }
                { more(context, &described, &[(Section::Picture, 1)]) }
            }
        </section>
    }
}

fn massage(context: &Context<'_>) -> Html {
    let decisive = |rule: &Rule| rule.massage == Some(context.outcome.massage);
    html! {
        <section class="result__part">
            { title(context, phrase::SECTION_MASSAGE, "massage-title") }
            <p class="level">{ context.text(level::massage(context.outcome.massage)) }</p>
            { reasons(context, &decisive) }
            { first_lines(context, Section::Massage, 5) }
            if has_lines(context, Section::Areas) {
                <h3>{ context.text(phrase::SECTION_AREAS) }</h3>
                { body_map::therapist(context) }
                { first_lines(context, Section::Areas, 4) }
            }
            { more(context, &[], &[(Section::Massage, 5), (Section::Areas, 4)]) }
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
        <section class="result__part" aria-labelledby="plan-title">
            { title(context, phrase::SECTION_PLAN, "plan-title") }
            { first_lines(context, Section::Plan, 4) }
            { more(context, &[], &[(Section::Plan, 4)]) }
            <div class="strands">
                for (title, section) in HEADS {
                    { strand(context, title, section) }
                }
            </div>
        </section>
    }
}

/// One strand of the plan: what to begin with, and the rest behind it.
fn strand(context: &Context<'_>, title: Text, section: Section) -> Html {
    html! {
        <div key={title.0} class="strand">
            <h3 class="strand__title">{ context.text(title) }</h3>
            { first_lines(context, section, 2) }
            { more(context, &[], &[(section, 2)]) }
        </div>
    }
}

fn progress(context: &Context<'_>) -> Html {
    const GROUPS: [(Text, Section); 2] = [
        (phrase::SECTION_PROGRESS_GOOD, Section::ProgressGood),
        (phrase::SECTION_PROGRESS_WARNING, Section::ProgressWarning),
    ];
    html! {
        <section class="result__part">
            if has_lines(context, Section::Progress) {
                { title(context, phrase::SECTION_PROGRESS, "progress-title") }
                { first_lines(context, Section::Progress, 3) }
                for (title, section) in GROUPS {
                    <div key={title.0}>
                        if has_lines(context, section) {
                            <h3>{ context.text(title) }</h3>
                            { lines(context, section) }
                        }
                    </div>
                }
                { more(context, &[], &[(Section::Progress, 3), (Section::ProgressGood, usize::MAX), (Section::ProgressWarning, usize::MAX)]) }
            }
        </section>
    }
}

fn therapist(context: &Context<'_>) -> Html {
    let questions = context.guide().questions().filter(|(_, question)| question.handover);
    let answered = questions.filter_map(|(index, question)| {
        let answers = parts::answer(context, question, context.state.settled().get(index));
        (!answers.is_empty()).then(|| (question, answers.join("; ")))
    });
    let mut answered = answered.peekable();
    html! {
        <section class="result__part">
            { title(context, phrase::SECTION_THERAPIST, "therapist-title") }
            { first_lines(context, Section::Therapist, 4) }
            { more(context, &[], &[(Section::Therapist, 4)]) }
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
        </section>
    }
}
