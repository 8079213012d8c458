//! The list at the top of the result, with the ways to its parts.

use yew::prelude::*;

use crate::content::phrase;
use crate::model::Text;
use crate::view::context::Context;
use crate::view::element::{El, el};
use crate::view::focus;

/// The parts that the list at the top leads to: their titles and the ids of these.
const CONTENTS: [(Text, &str); 8] = [
    (phrase::WHY_TITLE, "why-title"),
    (phrase::SECTION_WATCH, "watch-title"),
    (phrase::SECTION_MASSAGE, "massage-title"),
    (phrase::SECTION_PLAN, "plan-title"),
    (phrase::SECTION_PROGRESS, "progress-title"),
    (phrase::SECTION_THERAPIST, "therapist-title"),
    (phrase::TAKE_TITLE, "take-title"),
    (phrase::RESULT_ANSWERS, "answers-title"),
];

/// The ways to the parts of the page.
pub fn contents(context: &Context<'_>) -> El {
    let ways = CONTENTS.map(|(title, id)| {
        let go = Callback::from(move |event: Event| focus::near(&event, id));
        let words = el("span").class("contents__words").say(context, title);
        let way = el("button").kind("button").class("button button--link").on_click(go);
        el("li").key(id).add(way.add(words))
    });
    el("nav")
        .class("contents")
        .aria_label(context.text(phrase::RESULT_CONTENTS))
        .add(el("ul").class("contents__list").each(ways.into_iter()))
}
