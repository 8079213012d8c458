//! The one place that changes: the engine's state, and where the person is.

use std::rc::Rc;

use yew::prelude::*;

use super::Content;
use crate::engine::{Action, Landing, State, step};
use crate::model::Guide;

/// The state at the root of the view.
pub struct Store {
    /// Where the person is in the check.
    pub state: State,
    /// Which numbers they asked for: a place in the guide's regions.
    pub region: Option<usize>,
}

/// What can happen to it.
pub enum Message {
    /// Something the engine knows about.
    Act(Rc<Content>, Action),
    /// The person told where they are. It changes numbers and words, never an outcome.
    Settle(usize),
    /// The person is back from somewhere else: reading goes on at the heading.
    Return,
}

impl Store {
    /// Where a check begins.
    pub fn new(state: State) -> Self {
        Self { state, region: None }
    }

    /// The person's region: what they told, or else the host page. An unknown
    /// region is no region: the safe fallback is shown.
    pub fn region(&self, guide: &Guide, code: Option<&str>) -> Option<usize> {
        let known = |code| guide.regions.iter().position(|it| it.id.eq_ignore_ascii_case(code));
        self.region.or_else(|| code.and_then(known))
    }
}

impl Reducible for Store {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let (state, region) = match message {
            Message::Act(content, action) => {
                (step(&content.guide, &self.state, action), self.region)
            }
            Message::Settle(region) => (self.state.clone(), Some(region)),
            Message::Return => {
                let visit = self.state.visit + 1;
                let state = State { landing: Landing::Heading, visit, ..self.state.clone() };
                (state, self.region)
            }
        };
        Rc::new(Self { state, region })
    }
}
