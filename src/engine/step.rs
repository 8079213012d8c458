//! What a person does, and what follows: one pure function from a state and an
//! action to the next state. The view only shows states and sends actions.

use super::state::{Edit, Landing, Purpose, Reader, Screen, State};
use super::{Reading, journey};
use crate::model::{
    Answer, Day, Guide, Kind, OptionSet, PageIx, QuestionIx, Response, Spot, Urgency,
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
    match action {
        Action::Begin => match journey::path(guide, &state.response).first() {
            Some(first) => show(state, Screen::Page(*first)),
            None => state.clone(),
        },
        Action::Choose(question, option) => answer(guide, state, question, |asked| {
            let exists = asked.options.get(option).is_some();
            (asked.kind == Kind::Choice && exists).then(|| Answer::Options(OptionSet::only(option)))
        }),
        Action::Toggle(question, option) => answer(guide, state, question, |asked| {
            toggled(asked, state.response.options(question), option)
        }),
        Action::Rate(question, value) => answer(guide, state, question, |asked| {
            let fits = value <= crate::model::Question::SCALE_MAX;
            (matches!(asked.kind, Kind::Scale { .. }) && fits).then_some(Answer::Value(value))
        }),
        Action::Point(question, spot) => point::at(guide, state, question, spot),
        Action::Continue => proceed(guide, state),
        Action::Back => back(guide, state),
        Action::Change(page) => {
            State { purpose: Purpose::Review, ..show(state, Screen::Page(page)) }
        }
        Action::Edit(question) => edit::begin(guide, state, question),
        Action::ShowResult => show(state, Screen::Result),
        Action::TakeAlong(reader, day) if state.screen == Screen::Result => {
            show(state, Screen::Sheet(reader, day))
        }
        Action::TakeAlong(..) => state.clone(),
        Action::Clear => State { visit: state.visit + 1, ..State::default() },
    }
}

fn show(state: &State, screen: Screen) -> State {
    land(&State { screen, errors: Vec::new(), ..state.clone() }, Landing::Heading)
}

/// A visit of its own, so that the same place takes the focus each time anew.
fn land(state: &State, landing: Landing) -> State {
    State { landing, visit: state.visit + 1, ..state.clone() }
}

/// An empty set of ticks is no answer.
fn answer(
    guide: &Guide,
    state: &State,
    question: QuestionIx,
    given: impl Fn(&crate::model::Question) -> Option<Answer>,
) -> State {
    let Some(asked) = guide.question(question) else { return state.clone() };
    let Some(given) = given(asked) else { return state.clone() };
    let empty = given == Answer::Options(OptionSet::default());
    let mut next = state.clone();
    next.response.set(question, (!empty).then_some(given));
    next.errors.retain(|error| *error != question || empty);
    next
}

/// "None of these" clears the rest, and any other tick clears "None of these".
fn toggled(asked: &crate::model::Question, ticked: OptionSet, option: usize) -> Option<Answer> {
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

fn proceed(guide: &Guide, state: &State) -> State {
    match state.screen {
        Screen::Start => step(guide, state, Action::Begin),
        Screen::Page(page) => leave(guide, state, page),
        Screen::Notice(page) => show(state, after(guide, state, page)),
        Screen::Review => match journey::first_incomplete(guide, &state.response) {
            Some(page) => show(state, Screen::Page(page)),
            None => show(state, Screen::Result),
        },
        Screen::Result => edit::done(guide, state),
        Screen::Interruption(_) | Screen::Sheet(..) => state.clone(),
    }
}

fn leave(guide: &Guide, state: &State, page: PageIx) -> State {
    let missing = journey::missing(guide, &state.response, page);
    if !missing.is_empty() {
        return land(&State { errors: missing, ..state.clone() }, Landing::Errors);
    }
    let mut state = state.clone();
    state.response = journey::prune(guide, &state.response);
    match urgency_so_far(guide, &state.response) {
        Urgency::Emergency => show(&state, Screen::Interruption(page)),
        Urgency::SameDay
            if !state.notified
                && state.purpose == Purpose::Onward
                && ends_gate(guide, &state, page) =>
        {
            State { notified: true, ..show(&state, Screen::Notice(page)) }
        }
        _ => match after(guide, &state, page) {
            Screen::Result => edit::back_to_result(&state),
            screen => show(&state, screen),
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

fn back(guide: &Guide, state: &State) -> State {
    match state.screen {
        Screen::Start => state.clone(),
        Screen::Page(_) if state.purpose == Purpose::Review => show(state, Screen::Review),
        Screen::Page(_) if state.purpose == Purpose::Result => edit::back_to_result(state),
        Screen::Page(page) => {
            let previous = journey::previous(guide, &state.response, page);
            show(state, previous.map_or(Screen::Start, Screen::Page))
        }
        Screen::Interruption(page) | Screen::Notice(page) => show(state, Screen::Page(page)),
        Screen::Review => match journey::path(guide, &state.response).last() {
            Some(last) => State { purpose: Purpose::Onward, ..show(state, Screen::Page(*last)) },
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
