//! What to watch for: the signs that need help now, those that need a doctor the
//! same day, and what to do then.

use yew::prelude::*;

use super::context::Context;
use super::element::{El, el, several};
use super::lines::{has_lines, lines};
use crate::content::phrase;
use crate::model::{Section, Text};

/// All signs, none of them folded away.
pub fn watch(context: &Context<'_>) -> Html {
    use Section::{Watch, WatchEmergency, WatchSameDay};
    several()
        .add(group(context, phrase::SECTION_WATCH_EMERGENCY, WatchEmergency))
        .add(group(context, phrase::SECTION_WATCH_SAME_DAY, WatchSameDay))
        .put(lines(context, Watch))
        .put(context.why(&[WatchEmergency, WatchSameDay, Watch]))
        .into()
}

fn group(context: &Context<'_>, title: Text, section: Section) -> El {
    let any = has_lines(context, section);
    el("div")
        .class(match section {
            Section::WatchEmergency => "watch watch--emergency",
            _ => "watch watch--same-day",
        })
        .maybe(any.then(|| el("h3").class("watch__title").say(context, title)))
        .put(lines(context, section))
}
