//! What a host page is told: how far somebody has come. Never an answer, and
//! nothing that an answer could be read from.
//!
//! A page that opens only with some answers, an interruption, a notice, a part
//! that was jumped over: each would tell something about the person. So without
//! the clinic's `share_levels`, everybody climbs the same ladder, rung by rung,
//! one a part of the check; whoever leaves it looks like somebody who stopped.

use yew::prelude::*;

use crate::engine::{Purpose, Screen, State};
use crate::model::{Guide, Massage, Outcome, Urgency};

/// Everything that may leave the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// What has happened.
    pub what: What,
    /// Where: the name of a part of the check, `review` or `result`; else empty.
    pub step: AttrValue,
    /// The levels of the result, for a clinic that asked for them.
    pub levels: Option<(Urgency, Massage)>,
}

/// What can happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum What {
    /// The check can be used.
    Ready,
    /// Somebody has begun.
    Started,
    /// They have come to another part.
    Step,
    /// They see their result.
    Result,
}

impl What {
    /// The last part of the event's name.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Ready => "ready",
            Self::Started => "started",
            Self::Step => "step",
            Self::Result => "result",
        }
    }
}

/// Remembers what was told, so that the ladder is kept.
#[derive(Debug, Default)]
pub struct Teller {
    /// The check has been on the screen before.
    ready: bool,
    /// How many rungs have been climbed.
    climbed: usize,
    last: Option<Told>,
}

impl Teller {
    /// What to tell of a screen, once it is drawn; `None`: nothing.
    pub fn tell(
        &mut self,
        guide: &Guide,
        state: &State,
        outcome: &Outcome,
        share_levels: bool,
    ) -> Option<Told> {
        if !std::mem::replace(&mut self.ready, true) {
            return Some(Told { what: What::Ready, step: AttrValue::default(), levels: None });
        }
        let parts = parts(guide);
        let (rung, step) = match state.screen {
            Screen::Start => {
                *self = Self { ready: true, ..Self::default() };
                return None;
            }
            Screen::Interruption(_) => (None, "interruption"),
            Screen::Notice(_) => (None, "notice"),
            Screen::Page(page) if state.purpose == Purpose::Onward => {
                let part = guide.page(page)?.part.as_str();
                (parts.iter().position(|it| *it == part), part)
            }
            // A page that is opened by a change belongs to where the change is made.
            Screen::Page(_) if state.purpose == Purpose::Result => return None,
            Screen::Page(_) | Screen::Review => (Some(parts.len()), "review"),
            Screen::Result => (Some(parts.len() + 1), "result"),
            // What somebody takes along is their own affair.
            Screen::Sheet(..) => return None,
        };
        let on_the_ladder = rung.is_some_and(|rung| rung <= self.climbed);
        if !(on_the_ladder || share_levels) {
            return None;
        }
        let what = match rung {
            Some(0) if self.climbed == 0 => What::Started,
            Some(rung) if rung > parts.len() => What::Result,
            _ => What::Step,
        };
        self.climbed = self.climbed.max(rung.map_or(0, |rung| rung + 1));
        let levels =
            (what == What::Result && share_levels).then_some((outcome.urgency, outcome.massage));
        let told = Told { what, step: step.to_owned().into(), levels };
        let last = self.last.replace(told.clone());
        let again = last.is_some_and(|last| last.step == told.step && last.levels == levels);
        (!again).then_some(told)
    }
}

/// The parts of the check in their order, each once.
fn parts(guide: &Guide) -> Vec<&str> {
    let mut parts: Vec<&str> = guide.pages.iter().map(|page| page.part.as_str()).collect();
    parts.dedup();
    parts
}
