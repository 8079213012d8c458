//! A tour of every screen and state of the check, for whoever wants to look at
//! all of them: with a ruler, a camera, or a checker of accessibility.

use std::collections::BTreeSet;

use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

/// What is looked at: a screen, in a state.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum State {
    /// As one comes to it.
    New,
    /// Continue was pressed too early: it says what is missing.
    Errors,
    /// All its questions are answered.
    Answered,
    /// Everything that was folded is open.
    Open,
}

/// A place on the tour.
#[derive(Clone, Debug)]
pub struct Stop {
    /// The name of the screen, fit for a file.
    pub screen: String,
    pub state: State,
}

impl Stop {
    pub fn name(&self) -> String {
        let state = match self.state {
            State::New => "",
            State::Errors => "-errors",
            State::Answered => "-answered",
            State::Open => "-open",
        };
        format!("{}{state}", self.screen)
    }
}

/// Who goes on the tour, with the name of what each of them comes to in the end,
/// and how urgent that is. Between them they are asked every question, and get
/// each kind of result.
fn people() -> Vec<(&'static str, &'static str, Person)> {
    let plain = Person::plain;
    vec![
        ("may-help", "self-care", plain()),
        ("gentle", "self-care", plain().but("flares-after", "5-to-30")),
        // Everything old and looked at: a long way, and not urgent.
        (
            "soon",
            "soon",
            plain()
                .but("nerve-signs", vec!["foot-drop", "numb"])
                .but("foot-drop-when", "older")
                .but("foot-drop-checked", "yes")
                .but("numb-when", "older")
                .but("numb-checked", "yes")
                .but("onset", "over-3-months")
                .but("keeps-coming-back", vec!["habits"])
                .but("inflammatory", vec!["none"])
                .but("started-with", vec!["accident"])
                .but("crash-checked", "yes")
                .but("trend", "better-setback")
                .but("setback", vec!["long-drive"])
                .but("cautions", vec!["implant"])
                .but("joint-pain", "no")
                .but("massage-so-far", "hour")
                .but("massage-sessions", "one-or-two"),
        ),
        (
            "same-day",
            "same-day",
            plain()
                .but("cauda-equina", vec!["saddle", "bladder", "bowel", "sexual", "unsure"])
                .but("saddle-when", "long-before")
                .but("bladder-when", "long-before")
                .but("bowel-when", "long-before")
                .but("sexual-when", "long-before")
                .but("unsure-which", vec!["sexual"])
                .but("worse-with", vec!["coughing"])
                .but("cough-where", "leg")
                .but("sudden", vec!["accident"])
                .but("accident-when", "six-weeks")
                .but("accident-checked", "yes")
                .but("nerve-signs", vec!["weak"])
                .but("weak-when", "new")
                .but("illness", vec!["clot"])
                .but("health", vec!["pregnancy"])
                .but("pregnancy-stage", "later")
                .but("pregnancy-signs", vec!["none"])
                .but("cautions", vec!["thinners"])
                .but("bleed-pain", "no"),
        ),
        ("under-18", "same-day", plain().but("age", "under-18").but("young", vec!["limp"])),
        ("emergency", "emergency", plain().but("sudden", vec!["chest"])),
    ]
}

/// What a heading begins with.
fn severity(urgency: &str) -> String {
    words::interface("result", &format!("severity_{}", urgency.replace('-', "_")))
}

impl Visitor {
    /// Goes to every screen and state, and looks there.
    pub async fn tours(&mut self, mut look: impl AsyncFnMut(&mut Self, &Stop)) {
        let mut asked = BTreeSet::new();
        let stop = |screen: &str, state| Stop { screen: screen.to_owned(), state };
        self.has_all().await;
        look(self, &stop("start", State::New)).await;
        self.unfolds().await;
        look(self, &stop("start", State::Open)).await;
        for (end, urgency, person) in people() {
            self.reloads().await;
            self.starts().await;
            loop {
                let screen = self.screen().await;
                match screen.kind.as_str() {
                    "page" => {
                        self.tours_a_page(&person, &mut asked, &mut look).await;
                        self.hurries_on().await;
                    }
                    "notice" => {
                        look(self, &stop("notice", State::New)).await;
                        self.presses(".notice .button--secondary").await;
                    }
                    "review" => {
                        look(self, &stop(&format!("review-{end}"), State::New)).await;
                        self.asks_for_the_result().await;
                    }
                    "interruption" | "result" => {
                        assert!(screen.heading.starts_with(&severity(urgency)), "{screen:#?}");
                        let name = format!("{}-{end}", screen.kind);
                        look(self, &stop(&name, State::New)).await;
                        self.unfolds().await;
                        look(self, &stop(&name, State::Open)).await;
                        break;
                    }
                    other => panic!("nobody knows the screen {other}"),
                }
            }
        }
        let never: Vec<_> =
            words::questions().into_iter().filter(|it| !asked.contains(it)).collect();
        assert!(never.is_empty(), "the tour never comes to {never:?}");
    }

    /// A page in all its states, if it asks something new.
    async fn tours_a_page(
        &mut self,
        person: &Person,
        asked: &mut BTreeSet<String>,
        look: &mut impl AsyncFnMut(&mut Self, &Stop),
    ) {
        let page = self.screen().await;
        let name = format!("page-{}", page.questions[0]);
        let mut state = async |visitor: &mut Self, state| {
            look(visitor, &Stop { screen: name.clone(), state }).await;
        };
        let new = page.questions.iter().any(|question| !asked.contains(question));
        if new {
            state(self, State::New).await;
            self.continues_too_early().await;
            state(self, State::Errors).await;
        }
        self.hurries_through_the_page(person).await;
        // An answer may have brought another question up.
        let answered = self.screen().await.questions;
        if new || answered.iter().any(|question| !asked.contains(question)) {
            state(self, State::Answered).await;
        }
        asked.extend(answered);
    }

    async fn unfolds(&self) {
        self.script("document.querySelectorAll('details').forEach((it) => { it.open = true })")
            .await;
        // The answers on the result are drawn once they are opened.
        self.waits_for("what is in them", ".check:not(:has(#answers-title)), .check .answers")
            .await;
    }
}
