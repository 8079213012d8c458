//! The compiled guide and responses in a line, for the tests of this folder.

use crate::model::{Answer, Guide, OptionSet, PageIx, QuestionIx, Response};
use crate::wire;

pub fn guide() -> Guide {
    crate::content::guide().expect("the compiled content can be read")
}

pub fn answered(guide: &Guide, answers: &str) -> Response {
    wire::response(guide, &format!("{{\"answers\": {answers}}}")).expect("a response")
}

pub fn page(guide: &Guide, id: &str) -> PageIx {
    guide.pages().find(|(_, page)| page.id == id).expect("a page of this name").0
}

pub fn question(guide: &Guide, id: &str) -> QuestionIx {
    guide.question_by_id(id).expect("a question of this name").0
}

/// The response of `docs/response.json`: every question on its way is answered.
pub fn example(guide: &Guide) -> Response {
    wire::response(guide, include_str!("../../docs/response.json")).expect("a response")
}

pub fn option(guide: &Guide, id: &str, option: &str) -> Answer {
    let asked = guide.question(question(guide, id)).expect("a question");
    Answer::Options(OptionSet::only(asked.option(option).expect("an option of this name").0))
}
