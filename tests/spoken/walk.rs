//! Somebody who goes through the check page by page, and what they have been asked so far.

use std::collections::BTreeSet;

use sciatica_check::engine::follow_up::{begin, look_back};
use sciatica_check::engine::{self, Action, Reader, Screen, State, first_incomplete, shown, step};
use sciatica_check::model::{Answer, Day, Guide, Kind, QuestionIx, Record, Response};

/// Whoever comes back, with what was kept of the times before.
#[derive(Clone, Copy)]
pub struct Back<'a> {
    pub record: &'a Record,
    pub today: Day,
}

/// Somebody on their way.
#[derive(Clone)]
pub struct Walk<'a> {
    pub guide: &'a Guide,
    pub state: State,
    /// What has been on a page that they saw.
    pub asked: BTreeSet<QuestionIx>,
    person: &'a Response,
    back: Option<Back<'a>>,
}

pub const TODAY: Day = Day { year: 2026, month: 11, day: 30 };

impl<'a> Walk<'a> {
    pub fn new(guide: &'a Guide, person: &'a Response) -> Self {
        let state = step(guide, &State::default(), Action::Begin);
        Self { guide, state, asked: BTreeSet::new(), person, back: None }
    }

    /// The re-check begins with the first page that is not known already.
    pub fn again(guide: &'a Guide, person: &'a Response, back: Back<'a>) -> Self {
        let response = begin(guide, back.record, None, &Response::default());
        let screen = first_incomplete(guide, &response).map_or(Screen::Review, Screen::Page);
        let state = State { screen, response, visit: 1, ..State::default() };
        Self { guide, state, asked: BTreeSet::new(), person, back: Some(back) }
    }

    pub fn does(&mut self, action: Action) {
        self.sees();
        self.state = step(self.guide, &self.state, action);
        if let Some(Back { record, today }) = self.back {
            let response = look_back(self.guide, record, today, &self.state.response);
            self.state = State { response, ..self.state.clone() };
        }
        self.sees();
    }

    /// What is on the page now has been asked.
    fn sees(&mut self) {
        if let Screen::Page(page) = self.state.screen {
            self.asked.extend(shown(self.guide, &self.state.response, page));
        }
    }

    /// Goes on until there is something else than a page to read.
    pub fn goes_to_a_screen(&mut self) {
        for _ in 0..90 {
            if !self.state.errors.is_empty() || !matches!(self.state.screen, Screen::Page(_)) {
                return;
            }
            self.answers();
            self.does(Action::Continue);
        }
    }

    fn answers(&mut self) {
        let Screen::Page(page) = self.state.screen else { return };
        for _ in 0..9 {
            for question in engine::shown(self.guide, &self.state.response, page) {
                if self.state.response.get(question).is_none() {
                    self.answers_one(question);
                }
            }
        }
    }

    fn answers_one(&mut self, question: QuestionIx) {
        let asked = self.guide.question(question).unwrap();
        match self.person.get(question) {
            Some(Answer::Value(value)) => self.does(Action::Rate(question, value)),
            Some(Answer::Options(set)) => {
                for option in (0..asked.options.len()).filter(|it| set.has(*it)) {
                    self.does(match asked.kind {
                        Kind::Choices => Action::Toggle(question, option),
                        _ => Action::Choose(question, option),
                    });
                }
            }
            None => {}
        }
    }

    /// The pages to take along from the result.
    pub fn sheets(&self) -> Vec<Self> {
        let sheet = |reader| {
            let mut walk = self.clone();
            walk.does(Action::TakeAlong(reader, TODAY));
            walk
        };
        vec![sheet(Reader::Visitor), sheet(Reader::Clinician)]
    }
}
