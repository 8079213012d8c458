//! While the rest of the check is still on its way, or if it did not come.

use yew::prelude::*;

use super::context::Context;
use super::parts;
use super::rest::Behind;
use crate::content::phrase;
use crate::engine::Action;

pub fn waiting(context: &Context<'_>, behind: &Behind) -> Html {
    let (title, text, again) = match behind {
        Behind::Failed(again) => (phrase::WAIT_FAILED, phrase::WAIT_FAILED_TEXT, Some(again)),
        Behind::Coming | Behind::Here(_) => (phrase::WAIT_TITLE, phrase::WAIT_TEXT, None),
    };
    html! {
        <div class="waiting">
            { parts::button(context, "button--back", phrase::PAGE_BACK, Action::Back) }
            { parts::heading(context, context.text(title), None) }
            <p role="status">{ context.text(text) }</p>
            if let Some(again) = again {
                <button type="button" class="button button--primary" onclick={again.reform(|_: MouseEvent| ())}>
                    { context.text(phrase::WAIT_AGAIN) }
                </button>
            }
            { parts::safety_net(context) }
            { parts::clear(context) }
        </div>
    }
}
