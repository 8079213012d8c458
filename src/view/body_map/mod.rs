//! The picture of the body: to point at how far down it goes, and to see where
//! a therapist may work.
//!
//! It is hidden from assistive technology, and nothing in it takes the focus.
//! The list beside it is the same question with names, states and keys, and the
//! legend says in words what is marked: a second control for the same answer,
//! or an image with a text of its own, would only say everything twice.

mod drawing;
mod figure;

use yew::prelude::*;

use super::context::Context;
use crate::content::phrase;
use crate::engine::{Action, Hands, Reach, can_point, hands, reach};
use crate::model::{Area, OnBody, Question, QuestionIx, Spot, Text};
use drawing::{Mark, drawing, swatch};

/// The list of a question, with the picture beside it if it can be pointed at.
/// Both show the same answer, and both give it.
pub fn pointing(context: &Context<'_>, index: QuestionIx, question: &Question, list: Html) -> Html {
    if !can_point(question) {
        return list;
    }
    let reach = reach(context.guide(), &context.state.response, index);
    let mark = |spot: Spot| {
        let reached = reach.filter(|reach| {
            let told = |side| reach.side.is_some_and(|told| told.covers(side));
            spot.area <= reach.furthest && spot.side.is_none_or(told)
        });
        match reached {
            None => Mark::None,
            Some(reach) if reach.furthest == spot.area => Mark::Furthest,
            Some(_) => Mark::Reached,
        }
    };
    let point = {
        let act = context.act.clone();
        Callback::from(move |spot: Spot| act.emit(Action::Point(index, spot)))
    };
    html! {
        <div class="pointing">
            <p class="hint pointing__hint" aria-hidden="true">{ context.text(phrase::BODY_POINT) }</p>
            <div class="pointing__picture">{ drawing(context, &mark, Some(&point)) }</div>
            <div class="pointing__list">{ list }</div>
        </div>
    }
}

/// Where a therapist may work and what to leave alone, if there is anything to
/// work on; the legend says it in words.
pub fn therapist(context: &Context<'_>) -> Html {
    let hands = hands(context.guide(), context.outcome);
    let of = |which: Hands| {
        let areas = hands.iter().filter(move |(_, hands)| *hands == which);
        let names = areas.filter_map(|(area, _)| Some(context.text(name(context, *area)?)));
        names.map(|name| name.to_string()).collect::<Vec<_>>().join(", ")
    };
    let mark = |spot: Spot| match hands.iter().find(|(area, _)| *area == spot.area) {
        None => Mark::None,
        Some((_, Hands::Work)) => Mark::Work,
        Some((_, Hands::Leave)) => Mark::Leave,
    };
    let (work, leave) = (of(Hands::Work), of(Hands::Leave));
    html! {
        <div>
            if !hands.is_empty() {
                <div class="pointing">
                    <div class="pointing__picture">{ drawing(context, &mark, None) }</div>
                    <ul class="pointing__list body-map__legend">
                        { entry(context, Mark::Work, phrase::BODY_WORK, work) }
                        if !leave.is_empty() {
                            { entry(context, Mark::Leave, phrase::BODY_LEAVE, leave) }
                        }
                        { entry(context, Mark::None, phrase::BODY_UNMARKED, context.text(phrase::BODY_ASK).to_string()) }
                    </ul>
                </div>
            }
        </div>
    }
}

/// How far down it went before, and goes now; the legend says it in words.
pub fn moved(context: &Context<'_>, before: Reach, now: Reach) -> Html {
    let told = |spot: Spot| {
        let side = now.side.or(before.side);
        spot.side.is_none_or(|side_of| side.is_none_or(|told| told.covers(side_of)))
    };
    let mark = |spot: Spot| match spot.area {
        _ if !told(spot) => Mark::None,
        area if area == now.furthest => Mark::Furthest,
        area if area < now.furthest => Mark::Reached,
        area if area <= before.furthest => Mark::Before,
        _ => Mark::None,
    };
    let named = |reach: Reach| name(context, reach.furthest).map(|name| context.text(name));
    let said = |reach: Reach| named(reach).unwrap_or_default().to_string();
    html! {
        <div class="pointing">
            <div class="pointing__picture">{ drawing(context, &mark, None) }</div>
            <ul class="pointing__list body-map__legend">
                { entry(context, Mark::Furthest, phrase::AGAIN_REACH_NOW, said(now)) }
                { entry(context, if before.furthest > now.furthest { Mark::Before } else { Mark::None }, phrase::AGAIN_REACH_FIRST, said(before)) }
            </ul>
        </div>
    }
}

fn entry(context: &Context<'_>, mark: Mark, says: Text, more: String) -> Html {
    html! {
        <li class="body-map__entry">
            { swatch(mark) }
            <span><strong>{ context.text(says) }</strong>{ " " }<span class="body-map__more">{ more }</span></span>
        </li>
    }
}

/// What an area is called: as in the list of the first question about it.
fn name(context: &Context<'_>, area: Area) -> Option<Text> {
    let options = context.guide().questions.iter().flat_map(|question| &question.options);
    let mut named = options.filter(|option| option.on_body == Some(OnBody::DownTo(area)));
    named.next().map(|option| option.label)
}
