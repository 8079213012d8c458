//! What is on the screen. Decides nothing and holds no words: it shows a state
//! of the engine in the words of the content, and sends actions back.

mod about;
mod accent;
pub mod again;
mod answers;
mod app;
mod arrival;
mod body_map;
mod browser_back;
mod card;
pub mod chart;
mod clinic;
mod context;
mod element;
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod first;
mod focus;
mod fold;
mod hand_out;
mod interruption;
pub mod keeping;
mod keys;
mod late;
mod lines;
mod look;
mod notice;
mod options;
mod page;
mod parts;
mod printer;
mod reasons;
pub mod rest;
mod result;
mod review;
mod scale;
mod sheet;
mod start;
pub mod storage;
mod text_nodes;
mod told;
mod watch;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Reader, Screen, State};
use crate::model::{Guide, Words};
pub use accent::{Accent, Contrast, NIGHT, PAPER, Rgb, Shades};
pub use app::{App, Props};
pub use context::Content;
use context::Context;
#[cfg(not(target_arch = "wasm32"))]
pub use first::first_screen;
pub use options::{Clinic, Options, Theme};
use rest::Behind;
pub use told::{Teller, Told, What};

/// Whether a screen is one of the first, which need nothing that comes behind them.
fn comes_first(state: &State, guide: &Guide) -> bool {
    match state.screen {
        Screen::Start | Screen::Interruption(_) | Screen::Notice(_) => true,
        Screen::Page(page) => guide.page(page).is_some_and(|page| page.gate),
        Screen::Review | Screen::Result | Screen::Sheet(..) => false,
    }
}

fn screen(context: &Context<'_>, behind: &Behind, on_paper: NodeRef) -> Html {
    let first = comes_first(context.state, context.guide());
    match (context.state.screen, context.rest) {
        (Screen::Start, _) => start::start(context),
        (Screen::Interruption(_), _) => interruption::interruption(context),
        (Screen::Notice(_), _) => notice::notice(context),
        (Screen::Page(page), rest) if first || rest.is_some() => page::page(context, page),
        (Screen::Review, Some(rest)) => (rest.review)(context),
        (Screen::Result, Some(rest)) => (rest.result)(context),
        (Screen::Sheet(reader, day), Some(rest)) => (rest.sheet)(context, reader, day, on_paper),
        (_, _) => late::late(context, behind),
    }
}

/// A new screen gets new elements, so that nothing of the old one stays behind. Pages share
/// what is the same on all of them, see `page.rs`.
const fn key(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => "start",
        Screen::Page(_) => "page",
        Screen::Interruption(_) => "interruption",
        Screen::Notice(_) => "notice",
        Screen::Review => "review",
        Screen::Result => "result",
        Screen::Sheet(Reader::Visitor, _) => "sheet-visitor",
        Screen::Sheet(Reader::Clinician, _) => "sheet-clinician",
    }
}

impl Content {
    /// What the first screens need of the content that was compiled into this build, in English.
    pub fn first() -> Option<Rc<Self>> {
        crate::content::first().map(Self::new)
    }

    /// The whole content, from its first half.
    pub fn whole(first: &Self) -> Option<Rc<Self>> {
        crate::content::whole(&first.words).map(Self::new)
    }

    /// The whole content that was compiled into this build.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn compiled() -> Option<Rc<Self>> {
        Self::whole(&*Self::first()?)
    }

    /// The content of the re-check, for this check.
    pub fn follow_up(check: &Self) -> Option<Rc<Self>> {
        crate::content::follow_up(&check.guide, &check.words).map(Self::new)
    }

    fn new((guide, words): (Guide, Words<'static>)) -> Rc<Self> {
        Rc::new(Self { guide, words })
    }
}
