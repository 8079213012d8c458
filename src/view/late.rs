//! While the rest of the check is still on its way, or if it did not come.

use yew::prelude::*;

use super::context::Context;
use super::element::el;
use super::parts;
use super::rest::Behind;
use crate::content::phrase;
use crate::engine::Action;

pub fn late(context: &Context<'_>, behind: &Behind) -> Html {
    let (title, text, again) = match behind {
        Behind::Failed(again) => (phrase::WAIT_FAILED, phrase::WAIT_FAILED_TEXT, Some(again)),
        Behind::Coming | Behind::Here(_) => (phrase::WAIT_TITLE, phrase::WAIT_TEXT, None),
    };
    let again = again.map(|again| {
        let button = el("button").kind("button").class("button button--primary");
        button.on_click(again.reform(|_| ())).say(context, phrase::WAIT_AGAIN)
    });
    el("div")
        .class("late")
        .add(parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back))
        .add(parts::heading(context, context.text(title), None))
        .add(el("p").role("status").add(el("span").say(context, text)))
        .maybe(again)
        .add(parts::safety_net(context))
        .add(parts::clear(context))
        .into()
}
