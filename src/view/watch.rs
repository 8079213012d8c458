//! What to watch for: the signs that need help now, those that need a doctor the
//! same day, and what to do then.

use yew::prelude::*;

use super::context::Context;
use super::lines::{has_lines, lines};
use crate::content::phrase;
use crate::model::{Section, Text};

/// All signs, none of them folded away.
pub fn watch(context: &Context<'_>) -> Html {
    const GROUPS: [(Text, Section, &str); 2] = [
        (phrase::SECTION_WATCH_EMERGENCY, Section::WatchEmergency, "watch--emergency"),
        (phrase::SECTION_WATCH_SAME_DAY, Section::WatchSameDay, "watch--same-day"),
    ];
    html! {
        <>
            for (title, section, class) in GROUPS {
                <div key={title.0} class={classes!("watch", class)}>
                    if has_lines(context, section) {
                        <h3 class="watch__title">{ context.text(title) }</h3>
                        { lines(context, section) }
                    }
                </div>
            }
            { lines(context, Section::Watch) }
            if let Some(rest) = context.rest {
                { (rest.why)(context, &[Section::WatchEmergency, Section::WatchSameDay, Section::Watch]) }
            }
        </>
    }
}
