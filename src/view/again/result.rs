//! The result of a re-check: how it is going, what has changed, what to do next.

use yew::prelude::*;

use super::changes::changes;
use super::course::course;
use super::walk::Walk;
use crate::content::{level, phrase};
use crate::engine::follow_up::read;
use crate::engine::{Reach, is_early, reach};
use crate::model::{QuestionIx, Response, Section, Text, Urgency};
use crate::view::card::card;
use crate::view::chart::chart;
use crate::view::context::Context;
use crate::view::hand_out::Way;
use crate::view::keeping::keeping;
use crate::view::lines::lines;
use crate::view::reasons::reasons;
use crate::view::result::{carry_on, now, why};
use crate::view::sheet::way;
use crate::view::storage::Storage;
use crate::view::watch::watch;
use crate::view::{answers, body_map, clinic, parts};

/// `all`: the answers of this visit, with all that follows from the visits before.
pub fn result(
    context: &Context<'_>,
    walk: &Walk,
    all: &Response,
    storage: &Storage,
    leave: &Callback<()>,
) -> Html {
    let urgent = urgent(context);
    let first = walk.is_first();
    html! {
        <div class="result">
            if urgent {
                { now::now(context) }
                { clinic::booking(context) }
            } else {
                { parts::heading(context, context.text(title(walk)), None) }
            }
            if is_early(context.guide(), context.state) {
                { carry_on(context) }
            } else if first {
                <p class="lead">{ context.text(phrase::AGAIN_START_TEXT) }</p>
            } else {
                { how_it_goes(context, walk, all) }
                if !urgent {
                    { next(context) }
                    { clinic::booking(context) }
                }
            }
            { keep(context, walk, storage) }
            if !first {
                { course_of(context, walk, all) }
                { massage(context) }
                <section class="result__part" aria-labelledby="again-why">
                    { part_title(context, phrase::WHY_TITLE, "again-why") }
                    { reasons(context, &|rule| rule.urgency.is_some()) }
                    { why(context, &[Section::Now, Section::Picture, Section::Massage, Section::Progress]) }
                </section>
            }
            <section class="result__part" aria-labelledby="again-watch">
                { part_title(context, phrase::SECTION_WATCH, "again-watch") }
                { watch(context) }
            </section>
            <section class="result__part result__part--screen" aria-labelledby="again-answers">
                { part_title(context, phrase::RESULT_ANSWERS, "again-answers") }
                <details open={context.state.edit.is_some()}>
                    <summary>{ context.text(phrase::RESULT_ANSWERS_SHOW) }</summary>
                    { answers::answers(context) }
                </details>
            </section>
            <div class="actions">
                <button type="button" class="button button--secondary" onclick={leave.reform(|_: MouseEvent| ())}>
                    { context.text(phrase::AGAIN_LEAVE) }
                </button>
            </div>
            { parts::safety_net(context) }
            { parts::clear(context) }
        </div>
    }
}

/// Help comes before a look back.
fn urgent(context: &Context<'_>) -> bool {
    context.outcome.urgency >= Urgency::SameDay
}

fn title(walk: &Walk) -> Text {
    if walk.is_first() { phrase::AGAIN_START_TITLE } else { phrase::AGAIN_TITLE }
}

fn part_title(context: &Context<'_>, title: Text, id: &'static str) -> Html {
    html! { <h2 {id} class="result__title" tabindex="-1">{ context.text(title) }</h2> }
}

/// How it is going, where the pain has gone, and what has changed: in words first.
fn how_it_goes(context: &Context<'_>, walk: &Walk, all: &Response) -> Html {
    let (guide, outcome) = (context.guide(), context.outcome);
    let going = guide.patterns.get(outcome.pattern).map(|it| context.text(it.text));
    let place = guide.irritability.get(outcome.irritability).map(|it| context.text(it.text));
    html! {
        <>
            <p class="again__going">{ going.unwrap_or_default() }</p>
            <section class="result__part" aria-labelledby="again-changes">
                { part_title(context, phrase::AGAIN_CHANGES, "again-changes") }
                { changes(context, walk, all, !urgent(context)) }
                <h3>{ place.unwrap_or_default() }</h3>
                if let Some((before, after)) = reached(context, walk, all).filter(|_| !urgent(context)) {
                    { body_map::moved(context, before, after) }
                }
                { lines(context, Section::Picture) }
            </section>
        </>
    }
}

/// The furthest point at the first visit that told it, and now.
fn reached(context: &Context<'_>, walk: &Walk, all: &Response) -> Option<(Reach, Reach)> {
    let guide = context.guide();
    let of = |response: &Response| {
        let mut questions = (0u16..).map(QuestionIx).take(guide.questions.len());
        questions.find_map(|question| reach(guide, response, question))
    };
    let before = walk.record.visits().iter().find_map(|visit| of(&read(guide, visit)))?;
    Some((before, of(all)?))
}

/// What to do next, and when to check again.
fn next(context: &Context<'_>) -> Html {
    let urgency = context.outcome.urgency;
    let heading =
        html! { <h2 class="card__heading">{ context.text(level::urgency(urgency)) }</h2> };
    let body = html! {
        <>
            { lines(context, Section::Now) }
            { lines(context, Section::Progress) }
        </>
    };
    card(urgency, "again-next", heading, body).into()
}

/// Keeping it on the device, in a file, and a reminder to come back.
fn keep(context: &Context<'_>, walk: &Walk, storage: &Storage) -> Html {
    let record = {
        let (walk, storage) = (walk.clone(), storage.clone());
        Callback::from(move |()| walk.kept(&storage.kept().record))
    };
    let remind = Way::Remind(
        context.text(phrase::TAKE_REMIND_TITLE),
        context.text(phrase::TAKE_REMIND_NOTE),
    );
    html! {
        <section class="result__part result__part--screen" aria-labelledby="again-keep">
            { part_title(context, phrase::AGAIN_KEEP, "again-keep") }
            { keeping(context.content, storage, Some(record)) }
            <div class="sheet__ways">
                { way(context, phrase::TAKE_REMIND, remind) }
            </div>
        </section>
    }
}

fn course_of(context: &Context<'_>, walk: &Walk, all: &Response) -> Html {
    html! {
        <section class="result__part" aria-labelledby="again-course">
            { part_title(context, phrase::AGAIN_COURSE, "again-course") }
            { chart(&course(context, walk, all)) }
        </section>
    }
}

fn massage(context: &Context<'_>) -> Html {
    let decisive = |rule: &crate::model::Rule| rule.massage == Some(context.outcome.massage);
    html! {
        <section class="result__part" aria-labelledby="again-massage">
            { part_title(context, phrase::SECTION_MASSAGE, "again-massage") }
            <p class="level">{ context.text(level::massage(context.outcome.massage)) }</p>
            { reasons(context, &decisive) }
            { lines(context, Section::Massage) }
        </section>
    }
}
