//! Where somebody is in the re-check.

use std::rc::Rc;

use yew::prelude::*;

use super::Opening;
use crate::engine::{Action, Purpose, Screen, State, first_incomplete, follow_up, step};
use crate::model::{Day, Massage, PageIx, Record, Response, Visit};
use crate::view::context::Content;

/// The visit that is under way.
#[derive(Clone)]
pub struct Walk {
    content: Rc<Content>,
    /// What was kept when it began. The names of the person's own things are of now.
    pub record: Record,
    /// Where they are.
    pub state: State,
    /// They are asked what they want to do again.
    pub naming: bool,
    /// They want to go back to where they came from.
    pub left: bool,
    visit: Visit,
    told: Response,
    offered: Option<Massage>,
    first: Option<PageIx>,
}

/// What can happen.
pub enum Message {
    /// Something the engine knows about.
    Act(Action),
    /// What they want to do again, in their own words.
    Name(Vec<String>),
}

impl PartialEq for Walk {
    /// All else stays as it was when the visit began.
    fn eq(&self, other: &Self) -> bool {
        self.state == other.state && self.record.own == other.record.own
    }
}

impl Walk {
    /// A visit that begins. Without anything kept, it is asked first what they want to do again.
    pub fn new(content: Rc<Content>, record: Record, opening: Opening) -> Self {
        let Opening { visit, told } = opening;
        let naming = record.visits().is_empty() && record.own.activities.is_empty();
        let (told, offered) = match told {
            Some((told, offered)) => (told, Some(offered)),
            None => (Response::default(), None),
        };
        let state = State { visit: 1, ..State::default() };
        let walk =
            Self { content, record, state, naming, left: false, visit, told, offered, first: None };
        if naming { walk } else { walk.asks() }
    }

    /// The day of this visit.
    pub fn day(&self) -> Day {
        self.visit.day
    }

    /// The first visit: there is nothing to compare with yet.
    pub fn is_first(&self) -> bool {
        self.record.visits().is_empty()
    }

    /// What is to be kept of it, as a newer version of what was kept before.
    pub fn kept(&self, before: &Record) -> Record {
        let mut visit = self.visit.clone();
        let known = before.visits().iter().find(|it| it.id == visit.id);
        visit.revision = known.map_or(0, |known| known.revision.saturating_add(1));
        follow_up::keep(&self.content.guide, self.state.settled(), &mut visit);
        let mut record = Record::default();
        record.own = before.own.clone();
        if record.own.activities != self.record.own.activities {
            record.own.activities = self.record.own.activities.clone();
            record.own.revision = record.own.revision.saturating_add(1);
        }
        record.keep(visit);
        record
    }

    /// The first page that wants an answer: what the check has just been told is known.
    fn asks(mut self) -> Self {
        let guide = &self.content.guide;
        let response = follow_up::begin(guide, &self.record, self.offered, &self.told);
        self.first = first_incomplete(guide, &response);
        self.naming = false;
        let screen = self.first.map_or(Screen::Review, Screen::Page);
        let visit = self.state.visit + 1;
        self.state = State { screen, response, visit, ..State::default() };
        self
    }

    fn acts(mut self, action: Action) -> Self {
        let at_first = self.first.is_some_and(|first| self.state.screen == Screen::Page(first));
        if action == Action::Back
            && (self.naming || (at_first && self.state.purpose == Purpose::Onward))
        {
            self.left = true;
            return self;
        }
        self.state = step(&self.content.guide, &self.state, action);
        self.left = self.state.screen == Screen::Start;
        self
    }
}

impl Reducible for Walk {
    type Action = Message;

    fn reduce(self: Rc<Self>, message: Message) -> Rc<Self> {
        let walk = (*self).clone();
        Rc::new(match message {
            Message::Act(action) => walk.acts(action),
            Message::Name(names) => {
                let mut walk = walk;
                walk.record.own.activities = names;
                walk.asks()
            }
        })
    }
}
