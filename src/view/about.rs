//! Which content this is.

use yew::prelude::*;

use super::context::Context;
use crate::content::phrase;

/// Which content this is, and who has reviewed it.
pub fn version(context: &Context<'_>) -> Html {
    let about = &context.guide().about;
    let values = [
        ("version", about.version.as_str()),
        ("hash", about.hash.as_str()),
        ("date", about.date.as_str()),
    ];
    html! {
        <p class="version">
            { context.filled(phrase::RESULT_VERSION, &values) }
            { " " }
            if let Some(name) = &about.reviewed_by {
                { context.filled(phrase::RESULT_REVIEWED, &[("name", name)]) }
            } else {
                { context.text(phrase::RESULT_NOT_REVIEWED) }
            }
        </p>
    }
}
