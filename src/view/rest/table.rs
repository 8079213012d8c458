//! The one [`Rest`].

use yew::prelude::*;

use super::Rest;
use crate::view::again::{self, Again};
use crate::view::context::Content;
use crate::view::{body_map, result, review, scale, sheet, storage};

/// What comes after the warning signs.
pub const fn table() -> &'static Rest {
    static REST: Rest = Rest {
        content: Content::whole,
        review: review::review,
        result: result::result,
        sheet: sheet::sheet,
        scale: scale::scale,
        pointing: body_map::pointing,
        why: result::why,
        reason: result::reason,
        come_back: again::come_back,
        been_here: again::been_here,
        opening: again::opening,
        again: |props| html! { <Again ..props /> },
        clear: storage::clear,
    };
    &REST
}
