//! What a person does, and what follows: one pure function from a state and an
//! action to the next state. The view only shows states and sends actions.

use super::state::{Edit, Landing, Purpose, Reader, Screen, State};
use super::{Reading, journey};
use crate::model::{
    Answer, Day, Guide, Kind, OptionSet, PageIx, Question, QuestionIx, Response, Spot, Urgency,
};

/// What a person can do.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Action {
    /// Start with the first page.
    Begin,
    /// Choose the one option of a question.
    Choose(QuestionIx, usize),
    /// Tick an option, or take the tick away.
    Toggle(QuestionIx, usize),
    /// Give a number on a scale.
    Rate(QuestionIx, u8),
    /// Point at the picture of the body: how far down it goes, and on which side.
    Point(QuestionIx, Spot),
    /// Done with this screen, or with the change of an answer on the result.
    Continue,
    /// One screen back, or leave the change of an answer; nothing is lost.
    Back,
    /// Go to a page to change an answer.
    Change(PageIx),
    /// Change an answer where it stands, on the result.
    Edit(QuestionIx),
    /// See the result with the answers given so far.
    ShowResult,
    /// From the result to a page to take along.
    TakeAlong(Reader, Day),
    /// Forget every answer and start again.
    Clear,
}

/// What follows from an action. An action that does not fit the screen changes nothing.
pub fn step(guide: &Guide, state: &State, action: Action) -> State {
    let mut next = state.clone();
    act(guide, &mut next, action);
    next
}

fn act(guide: &Guide, state: &mut State, action: Action) {
    match action {
        Action::Begin => {
            if let Some(first) = journey::path(guide, &state.response).first() {
                show(state, Screen::Page(*first));
            }
        }
        Action::Choose(question, option) => {
            let given = guide.question(question).and_then(|asked| chosen(asked, option));
            answer(state, question, given);
        }
        Action::Toggle(question, option) => {
            let ticked = state.response.options(question);
            let given = guide.question(question).and_then(|asked| toggled(asked, ticked, option));
            answer(state, question, given);
        }
        Action::Rate(question, value) => {
            let given = guide.question(question).and_then(|asked| rated(asked, value));
            answer(state, question, given);
        }
        Action::Point(question, spot) => point::at(guide, state, question, spot),
        Action::Continue => proceed(guide, state),
        Action::Back => back(guide, state),
        Action::Change(page) => {
            state.purpose = Purpose::Review;
            show(state, Screen::Page(page));
        }
        Action::Edit(question) => edit::begin(guide, state, question),
        Action::ShowResult => show(state, Screen::Result),
        Action::TakeAlong(reader, day) => {
            if state.screen == Screen::Result {
                show(state, Screen::Sheet(reader, day));
            }
        }
        Action::Clear => *state = State { visit: state.visit + 1, ..State::default() },
    }
}

fn show(state: &mut State, screen: Screen) {
    state.screen = screen;
    state.errors.clear();
    land(state, Landing::Heading);
}

/// A visit of its own, so that the same place takes the focus each time anew.
fn land(state: &mut State, landing: Landing) {
    state.landing = landing;
    state.visit += 1;
}

/// What was given, if it fits the question. An empty set of ticks is no answer.
fn answer(state: &mut State, question: QuestionIx, given: Option<Answer>) {
    let Some(given) = given else { return };
    let empty = given == Answer::Options(OptionSet::default());
    state.response.set(question, (!empty).then_some(given));
    state.errors.retain(|error| *error != question || empty);
}

fn chosen(asked: &Question, option: usize) -> Option<Answer> {
    let fits = asked.kind == Kind::Choice && option < asked.options.len();
    fits.then(|| Answer::Options(OptionSet::only(option)))
}

fn rated(asked: &Question, value: u8) -> Option<Answer> {
    let fits = matches!(asked.kind, Kind::Scale { .. }) && value <= Question::SCALE_MAX;
    fits.then_some(Answer::Value(value))
}

/// "None of these" clears the rest, and any other tick clears "None of these".
fn toggled(asked: &Question, ticked: OptionSet, option: usize) -> Option<Answer> {
    let exclusive = asked.options.get(option)?.exclusive;
    if asked.kind != Kind::Choices {
        return None;
    }
    let this = OptionSet::only(option);
    Some(Answer::Options(if ticked.has(option) {
        ticked.without(this)
    } else if exclusive {
        this
    } else {
        ticked.without(asked.exclusive()).with(this)
    }))
}

fn proceed(guide: &Guide, state: &mut State) {
    match state.screen {
        Screen::Start => act(guide, state, Action::Begin),
        Screen::Page(page) => leave(guide, state, page),
        Screen::Notice(page) => show(state, after(guide, state, page)),
        Screen::Review => {
            let open = journey::first_incomplete(guide, &state.response);
            show(state, open.map_or(Screen::Result, Screen::Page));
        }
        Screen::Result => edit::done(guide, state),
        Screen::Interruption(_) | Screen::Sheet(..) => {}
    }
}

/// Whoever leaves a page has been asked what stood on it.
fn put(guide: &Guide, state: &mut State, page: PageIx) {
    let shown = journey::shown(guide, &state.response, page);
    let new = shown.into_iter().filter(|question| !state.put.contains(question));
    let new: Vec<QuestionIx> = new.collect();
    state.put.extend(new);
}

fn leave(guide: &Guide, state: &mut State, page: PageIx) {
    put(guide, state, page);
    let missing = journey::missing(guide, &state.response, page);
    if !missing.is_empty() {
        state.errors = missing;
        return land(state, Landing::Errors);
    }
    state.response = journey::prune(guide, &state.response);
    match urgency_so_far(guide, &state.response) {
        Urgency::Emergency => show(state, Screen::Interruption(page)),
        Urgency::SameDay
            if !state.notified
                && state.purpose == Purpose::Onward
                && ends_gate(guide, state, page) =>
        {
            state.notified = true;
            show(state, Screen::Notice(page));
        }
        _ => match after(guide, state, page) {
            Screen::Result => edit::back_to_result(state),
            screen => show(state, screen),
        },
    }
}

/// What comes after a page. After a change: whatever it has opened, and then
/// the place where it began.
fn after(guide: &Guide, state: &State, page: PageIx) -> Screen {
    let (next, end) = match state.purpose {
        Purpose::Onward => (journey::next(guide, &state.response, page), Screen::Review),
        Purpose::Review => (journey::first_incomplete(guide, &state.response), Screen::Review),
        Purpose::Result => (journey::first_incomplete(guide, &state.response), Screen::Result),
    };
    next.map_or(end, Screen::Page)
}

/// The most urgent rule that holds by what was answered. What is still to be
/// asked does not count here.
fn urgency_so_far(guide: &Guide, response: &Response) -> Urgency {
    let reading = Reading::expected(guide, response);
    let rules = guide
        .rules
        .iter()
        .filter(|rule| rule.when.as_ref().is_some_and(|when| reading.truth(when).holds()));
    rules.filter_map(|rule| rule.urgency).max().unwrap_or(Urgency::SelfCare)
}

fn ends_gate(guide: &Guide, state: &State, page: PageIx) -> bool {
    let gate = |page: PageIx| guide.page(page).is_some_and(|page| page.gate);
    gate(page) && journey::next(guide, &state.response, page).is_none_or(|next| !gate(next))
}

fn back(guide: &Guide, state: &mut State) {
    if let Screen::Page(page) = state.screen {
        put(guide, state, page);
    }
    match state.screen {
        Screen::Start => {}
        Screen::Page(_) if state.purpose == Purpose::Review => show(state, Screen::Review),
        Screen::Page(_) if state.purpose == Purpose::Result => edit::back_to_result(state),
        Screen::Page(page) => {
            let previous = journey::previous(guide, &state.response, page);
            show(state, previous.map_or(Screen::Start, Screen::Page));
        }
        Screen::Interruption(page) | Screen::Notice(page) => show(state, Screen::Page(page)),
        Screen::Review => match journey::path(guide, &state.response).last() {
            Some(last) => {
                state.purpose = Purpose::Onward;
                show(state, Screen::Page(*last));
            }
            None => show(state, Screen::Start),
        },
        Screen::Result if state.edit.is_some() => edit::left(state),
        Screen::Result => show(state, Screen::Review),
        Screen::Sheet(..) => show(state, Screen::Result),
    }
}

mod edit;
mod point;
#[cfg(test)]
mod tests;
