//! Which content this is, and who has reviewed it.

use super::context::Context;
use super::element::{El, el};
use crate::content::phrase;

/// Its version, and who has reviewed it.
pub fn version(context: &Context<'_>) -> El {
    let about = &context.guide().about;
    let date = context.text(about.day);
    let values = [
        ("version", about.version.as_str()),
        ("hash", about.hash.as_str()),
        ("date", date.as_str()),
    ];
    let reviewed = match &about.reviewed_by {
        Some(name) => context.filled(phrase::ABOUT_REVIEWED, &[("name", name)]),
        None => context.text(phrase::ABOUT_NOT_REVIEWED),
    };
    let version = context.filled(phrase::ABOUT_VERSION, &values);
    el("p").class("version").text(version).text(" ").text(reviewed)
}
