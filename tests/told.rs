//! What a host page is told: how far somebody has come, the same of everybody,
//! and nothing that an answer could be read from.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use sciatica_check::engine::{self, Action, Screen, State, evaluate, step};
use sciatica_check::model::{Answer, Guide, Kind, Massage, Outcome, QuestionIx, Response, Urgency};
use sciatica_check::view::{Options, Teller, Told, What};
use sciatica_check::{content, embed::settings};

/// Host options cannot reach the engine: what decides takes no such thing.
const _: fn(&Guide, &Response) -> Outcome = evaluate;
const _: fn(&Guide, &State, Action) -> State = step;
/// What may leave is what happened, where, and the levels: there is no room for more.
type Parts = (What, yew::AttrValue, Option<(Urgency, Massage)>);
const _: fn(Told) -> Parts = |Told { what, step, levels }| (what, step, levels);

/// Everything that is told of somebody who goes all the way.
const ALL: [&str; 9] = [
    "ready",
    "started warning-signs",
    "step about-you",
    "step where-and-what",
    "step how-easily",
    "step course",
    "step massage-and-care",
    "step review",
    "result result",
];

/// Somebody who goes through the check, and the page that is told of it.
struct Walk<'a> {
    guide: &'a Guide,
    state: State,
    teller: Teller,
    share_levels: bool,
    told: Vec<Told>,
}

impl<'a> Walk<'a> {
    fn new(guide: &'a Guide, share_levels: bool) -> Self {
        let (state, teller) = (State::default(), Teller::default());
        let mut walk = Self { guide, state, teller, share_levels, told: Vec::new() };
        walk.listens();
        walk
    }

    fn listens(&mut self) {
        let outcome = evaluate(self.guide, self.state.settled());
        let told = self.teller.tell(self.guide, &self.state, &outcome, self.share_levels);
        self.told.extend(told);
    }

    fn does(&mut self, action: Action) {
        let visit = self.state.visit;
        self.state = step(self.guide, &self.state, action);
        // The view tells of a screen when it is new.
        if self.state.visit != visit {
            self.listens();
        }
    }

    /// Answers a page like somebody, also what comes up with an answer.
    fn answers(&mut self, person: &Response) {
        let Screen::Page(page) = self.state.screen else { return };
        for _ in 0..9 {
            for question in engine::shown(self.guide, &self.state.response, page) {
                if self.state.response.get(question).is_none() {
                    self.answers_one(question, person);
                }
            }
        }
    }

    fn answers_one(&mut self, question: QuestionIx, person: &Response) {
        let asked = self.guide.question(question).unwrap();
        match person.get(question) {
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

    /// Goes on until the result, an interruption, or a question without an answer.
    fn goes(&mut self, person: &Response, at_a_notice: Action) {
        self.does(Action::Begin);
        for _ in 0..90 {
            match self.state.screen {
                Screen::Result | Screen::Interruption(_) => return,
                Screen::Notice(_) => self.does(at_a_notice),
                _ => {
                    self.answers(person);
                    self.does(Action::Continue);
                }
            }
            if !self.state.errors.is_empty() {
                return;
            }
        }
    }

    fn names(&self) -> Vec<String> {
        let name = |told: &Told| format!("{} {}", told.what.name(), told.step).trim().to_owned();
        self.told.iter().map(name).collect()
    }
}

#[test]
fn everybody_is_told_of_alike_as_far_as_they_come() {
    let guide = content::guide().unwrap();
    let mut lengths = [0; ALL.len() + 1];
    for person in people::people(&guide) {
        for at_a_notice in [Action::Continue, Action::ShowResult] {
            let mut walk = Walk::new(&guide, false);
            walk.goes(&person.response, at_a_notice);
            let names = walk.names();
            assert!(
                ALL.map(str::to_owned).starts_with(&names),
                "{}: {names:?}",
                person.expected.name
            );
            assert!(walk.told.iter().all(|told| told.levels.is_none()));
            lengths[names.len()] += 1;
        }
    }
    assert!(lengths[2] > 50, "somebody is stopped by a warning sign: {lengths:?}");
    assert!(lengths[ALL.len()] > 100, "somebody goes all the way: {lengths:?}");
}

#[test]
fn whoever_sees_the_result_early_looks_like_somebody_who_stopped() {
    let guide = content::guide().unwrap();
    let people = people::people(&guide)
        .into_iter()
        .filter(|it| it.expected.urgency.as_deref() == Some("same-day"));
    let mut early = 0;
    for person in people {
        let mut walk = Walk::new(&guide, false);
        walk.goes(&person.response, Action::ShowResult);
        let was_told = engine::first_incomplete(&guide, &walk.state.response).is_some();
        if walk.state.screen == Screen::Result && was_told {
            early += 1;
            assert_eq!(walk.names(), ALL[..2], "{}", person.expected.name);
            // Nor does looking at the answers tell it, and who then goes on does like others.
            walk.does(Action::Back);
            assert_eq!(walk.names(), ALL[..2], "{}", person.expected.name);
            walk.does(Action::Continue);
            let names = walk.names();
            assert!(ALL.map(str::to_owned).starts_with(&names), "{names:?}");
        }
    }
    assert!(early > 5, "{early}");
}

#[test]
fn an_interruption_and_its_mending_are_not_told() {
    let guide = content::guide().unwrap();
    let people = people::people(&guide);
    let plain = people
        .iter()
        .find(|it| it.expected.massage.as_deref() == Some("may-help-with-plan"))
        .unwrap();
    let emergency = people.iter().filter(|it| it.expected.urgency.as_deref() == Some("emergency"));
    let mut mended = 0;
    for person in emergency {
        let mut walk = Walk::new(&guide, false);
        walk.goes(&person.response, Action::Continue);
        let Screen::Interruption(page) = walk.state.screen else { continue };
        let before = walk.names();
        walk.does(Action::Back);
        for question in engine::shown(&guide, &walk.state.response, page) {
            walk.state.response.set(question, None);
        }
        walk.answers(&plain.response);
        walk.does(Action::Continue);
        let names = walk.names();
        assert!(ALL.map(str::to_owned).starts_with(&names), "{names:?} after {before:?}");
        mended += 1;
    }
    assert!(mended > 20, "{mended}");
}

#[test]
fn a_clinic_that_asks_for_them_is_told_the_levels_and_no_more() {
    let guide = content::guide().unwrap();
    let mut steps = std::collections::BTreeSet::new();
    for person in people::people(&guide) {
        let mut walk = Walk::new(&guide, true);
        walk.goes(&person.response, Action::Continue);
        steps.extend(walk.names());
        let outcome = evaluate(&guide, walk.state.settled());
        for told in &walk.told {
            let levels = (told.what == What::Result).then_some((outcome.urgency, outcome.massage));
            assert_eq!(told.levels, levels, "{}", person.expected.name);
        }
    }
    let mut known: std::collections::BTreeSet<String> = ALL.map(str::to_owned).into();
    known.extend(["step interruption".to_owned(), "step notice".to_owned()]);
    assert_eq!(steps, known);
}

#[test]
fn clicking_about_tells_nothing_twice_and_skips_nothing() {
    let guide = content::guide().unwrap();
    let mut seed = 20_261_125_u64;
    let mut dice = move |sides: usize| {
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (seed >> 33) as usize % sides
    };
    let people = people::people(&guide);
    for _ in 0..300 {
        let person = &people[dice(people.len())];
        let mut walk = Walk::new(&guide, false);
        for _ in 0..120 {
            let questions = guide.questions.len();
            let question = QuestionIx(u16::try_from(dice(questions)).unwrap());
            match dice(12) {
                0 => walk.does(Action::Begin),
                1 => walk.does(Action::Back),
                2 => walk.does(Action::ShowResult),
                3 => walk.does(Action::Edit(question)),
                4 => walk.does(Action::Toggle(question, dice(6))),
                5 => walk.does(Action::Choose(question, dice(6))),
                6 => walk.does(Action::Change(guide.question(question).unwrap().page)),
                7 if dice(9) == 0 => walk.does(Action::Clear),
                _ => {
                    walk.answers(&person.response);
                    walk.does(Action::Continue);
                }
            }
        }
        let mut climbed = 1;
        for pair in walk.names().windows(2) {
            // Whoever goes back to the start begins again.
            let begins = pair[1].starts_with("started");
            assert!(begins || pair[0] != pair[1], "told twice: {pair:?}");
            let step = |name: &str| name.split(' ').nth(1).unwrap_or_default().to_owned();
            let rung = ALL.iter().position(|it| step(it) == step(&pair[1])).expect("a known step");
            climbed = if begins { 1 } else { climbed };
            assert!(rung <= climbed + usize::from(rung > 0), "{pair:?} after rung {climbed}");
            climbed = climbed.max(rung);
        }
        assert!(walk.told.iter().all(|told| told.levels.is_none()));
    }
}

#[test]
fn a_region_or_a_clinic_changes_no_outcome() {
    // By type; and so that nobody adds a way in unseen: a state holds no option.
    let State {
        screen: _,
        response: _,
        errors: _,
        purpose: _,
        edit: _,
        before: _,
        put: _,
        notified: _,
        landing: _,
        visit: _,
    } = State::default();
    let (options, remarks) = settings::read(&|_| None, &|_| true);
    assert_eq!((options, remarks.len()), (Options::default(), 0));
}
