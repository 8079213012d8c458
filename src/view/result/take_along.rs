//! What can be taken along from the result.

use yew::prelude::*;

use crate::content::phrase;
use crate::engine::{Action, Reader};
use crate::model::Text;
use crate::view::context::Context;
use crate::view::hand_out::{Way, today};
use crate::view::sheet::way;

/// Pages for the person and for who treats them, and a reminder.
pub fn take_along(context: &Context<'_>) -> Html {
    html! {
        <div class="sheet__ways">
            { page(context, phrase::TAKE_FOR_CLINICIAN, Reader::Clinician) }
            { page(context, phrase::TAKE_FOR_VISITOR, Reader::Visitor) }
            { way(context, phrase::TAKE_REMIND, Way::Remind(context.text(phrase::TAKE_REMIND_TITLE), context.text(phrase::TAKE_REMIND_NOTE))) }
        </div>
    }
}

fn page(context: &Context<'_>, label: Text, reader: Reader) -> Html {
    let act = context.act.clone();
    let onclick = move |_: MouseEvent| act.emit(Action::TakeAlong(reader, today()));
    html! {
        <button type="button" class="button button--secondary" {onclick}>{ context.text(label) }</button>
    }
}
