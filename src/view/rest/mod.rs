//! What comes after the warning signs. In a browser its code and its content are a file of
//! their own, which is loaded once somebody stays (`embed/stays.ts`): whatever is reached through
//! [`Rest`] alone is in that file (see `scripts/program.mjs`).

#[cfg(target_arch = "wasm32")]
#[allow(unsafe_code)] // Of the macro that marks the border between the files.
mod load;
mod table;

use std::rc::Rc;

use yew::prelude::*;

use super::again::{Opening, Props};
use super::context::{Content, Context};
use crate::engine::Reader;
use crate::model::{Day, Massage, Question, QuestionIx, Reason, Response, Rule, Section};
#[cfg(target_arch = "wasm32")]
pub use load::load;
#[cfg(not(target_arch = "wasm32"))]
pub use table::table;

/// What the first screens cannot do themselves, a function a thing.
pub struct Rest {
    /// The whole content, from its first half.
    pub content: fn(&Content) -> Option<Rc<Content>>,
    /// Check your answers.
    pub review: fn(&Context<'_>) -> Html,
    /// The result.
    pub result: fn(&Context<'_>) -> Html,
    /// A page to take along.
    pub sheet: fn(&Context<'_>, Reader, Day, NodeRef) -> Html,
    /// The numbers from 0 to 10.
    pub scale: fn(&Context<'_>, QuestionIx, &Question) -> Html,
    /// The list of a question with the picture of the body beside it.
    pub pointing: fn(&Context<'_>, QuestionIx, &Question, Html) -> Html,
    /// Why some parts say what they say.
    pub why: fn(&Context<'_>, &[Section]) -> Html,
    /// Why a rule holds.
    pub reason: fn(&Context<'_>, &Reason, &Rule) -> Html,
    /// On the start: check again, for somebody who has kept something.
    pub come_back: fn(&Context<'_>) -> Html,
    /// On the start: what is kept, or a way to add it.
    pub been_here: fn(&Context<'_>) -> Html,
    /// A visit of the re-check that begins now, with what was told in the check.
    pub opening: fn(&Content, Option<(Response, Massage)>) -> Opening,
    /// The re-check.
    pub again: fn(Props) -> Html,
    /// Takes away what is kept on the device.
    pub clear: fn(),
}

/// Compared by place: there is one.
impl PartialEq for Rest {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// How far the file with the rest has come.
#[derive(Clone, Default, PartialEq)]
pub enum Behind {
    /// It is on its way.
    #[default]
    Coming,
    /// It could not be loaded; this tries again.
    Failed(Callback<()>),
    /// It is here.
    Here(&'static Rest),
}

impl Behind {
    /// The rest, once it is here.
    pub fn here(&self) -> Option<&'static Rest> {
        match self {
            Self::Here(rest) => Some(rest),
            Self::Coming | Self::Failed(_) => None,
        }
    }
}
