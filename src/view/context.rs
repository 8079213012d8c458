//! What every screen is given, and how its words are filled in.

use std::rc::Rc;

use yew::prelude::*;

use super::options::Clinic;
use super::rest::Rest;
use crate::engine::{Action, Landing, State};
use crate::model::{Guide, Outcome, Question, QuestionIx, Region, Section, Text, Words, fill};

/// The questionnaire, the rules and the words. Compared by place, never by content.
pub struct Content {
    /// What the check knows.
    pub guide: Guide,
    /// What it says.
    pub words: Words<'static>,
}

impl PartialEq for Content {
    fn eq(&self, other: &Self) -> bool {
        std::ptr::eq(self, other)
    }
}

/// What a screen is drawn from.
pub struct Context<'a> {
    /// The questionnaire, the rules and the words.
    pub content: &'a Rc<Content>,
    /// Where the person is.
    pub state: &'a State,
    /// What follows from the answers so far.
    pub outcome: &'a Outcome,
    /// The person's region, a place in the guide's list; `None`: not told.
    pub region: Option<usize>,
    /// Who offers the check.
    pub clinic: &'a Clinic,
    /// Things that the person has named, for the sentences that have a place for them.
    pub own: &'a [String],
    /// All of the screen is drawn, and not only what it begins with.
    pub whole: bool,
    /// What comes after the warning signs, once it is here.
    pub rest: Option<&'static Rest>,
    /// Opens the re-check, where there is one to open.
    pub again: Option<Callback<()>>,
    /// Sends what the person does.
    pub act: Callback<Action>,
    /// Sends where the person is.
    pub settle: Callback<usize>,
    /// The element that takes the focus when reading goes on elsewhere; see [`Self::lands`].
    pub focus: NodeRef,
}

impl<'a> Context<'a> {
    /// What the check knows.
    pub fn guide(&self) -> &'a Guide {
        &self.content.guide
    }

    /// What the check says.
    pub fn words(&self) -> &'a Words<'static> {
        &self.content.words
    }

    /// The person's region, or the safe fallback.
    pub fn region(&self) -> Option<&'a Region> {
        let regions = &self.guide().regions;
        self.region.and_then(|index| regions.get(index)).or(regions.last())
    }

    /// A sentence, with the words of the person's region filled in.
    pub fn text(&self, text: Text) -> AttrValue {
        self.filled(text, &[])
    }

    /// A sentence, with these values and the words of the person's region filled in.
    pub fn filled(&self, text: Text, values: &[(&str, &str)]) -> AttrValue {
        let sentence = self.words().text(text);
        if !sentence.contains('{') {
            return AttrValue::Static(sentence);
        }
        let region = self.region();
        AttrValue::from(fill(sentence, |name| {
            let given = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            given.or_else(|| self.own(name)).or_else(|| region?.value(self.words(), name))
        }))
    }

    /// A thing that the person has named, by the name of its place in a sentence.
    fn own(&self, name: &str) -> Option<&'a str> {
        let place = ["first", "second", "third"].iter().position(|known| *known == name)?;
        self.own.get(place).map(String::as_str)
    }

    /// Why some parts say what they say, once that is here.
    pub fn why(&self, sections: &[Section]) -> Html {
        self.rest.map(|rest| (rest.why)(self, sections)).unwrap_or_default()
    }

    /// A question, with its place.
    pub fn question(&self, index: QuestionIx) -> Option<&'a Question> {
        self.guide().question(index)
    }

    /// The reference for the element of this landing: it takes the focus if it is the one.
    pub fn lands(&self, landing: Landing) -> NodeRef {
        if self.state.landing == landing { self.focus.clone() } else { NodeRef::default() }
    }

    /// A handler that does the same thing every time.
    pub fn on<E>(&self, action: Action) -> Callback<E> {
        let act = self.act.clone();
        Callback::from(move |_| act.emit(action))
    }
}
