//! What a person does, and what follows: one pure function from a state and an
//! action to the next state. The view only shows states and sends actions.

use super::{Reading, journey};
use crate::model::{Answer, Guide, Kind, OptionSet, PageIx, QuestionIx, Response, Urgency};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What the check is, and the emergency words.
    Start,
    /// A page of the questionnaire.
    Page(PageIx),
    /// Get help now; and the page to go back to if it was a mis-tap.
    Interruption(PageIx),
    /// Get help today, once the warning signs are done; carrying on is possible.
    Notice(PageIx),
    /// Check your answers.
    Review,
    /// The result.
    Result,
}

/// Where somebody is in the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What is on the screen.
    pub screen: Screen,
    /// The answers so far.
    pub response: Response,
    /// The questions that were passed over and are now pointed out.
    pub errors: Vec<QuestionIx>,
    /// The answers are being checked: after a change, go back to the list.
    pub checking: bool,
    /// The call to get help today has been shown.
    pub notified: bool,
    /// Counts the screens shown, so that the view can tell a new screen from
    /// the same one drawn again.
    pub visit: u32,
}

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
    /// Done with this screen.
    Continue,
    /// One screen back; nothing is lost.
    Back,
    /// Go to a page to change an answer.
    Change(PageIx),
    /// See the result with the answers given so far.
    ShowResult,
    /// Forget every answer and start again.
    Clear,
}

impl Default for State {
    fn default() -> Self {
        Self {
            screen: Screen::Start,
            response: Response::default(),
            errors: Vec::new(),
            checking: false,
            notified: false,
            visit: 0,
        }
    }
}

/// What follows from an action. An action that does not fit the screen changes nothing.
pub fn step(guide: &Guide, state: &State, action: Action) -> State {
    match action {
        Action::Begin => match guide.pages().next() {
            Some((first, _)) => show(state, Screen::Page(first)),
            None => state.clone(),
        },
        Action::Choose(question, option) => answer(guide, state, question, |asked| {
            let exists = asked.options.get(option).is_some();
            (asked.kind == Kind::Choice && exists).then(|| Answer::Options(OptionSet::only(option)))
        }),
        Action::Toggle(question, option) => {
            let ticked = state.response.options(question);
            answer(guide, state, question, |asked| toggled(asked, ticked, option))
        }
        Action::Rate(question, value) => answer(guide, state, question, |asked| {
            let fits = value <= crate::model::Question::SCALE_MAX;
            (matches!(asked.kind, Kind::Scale { .. }) && fits).then_some(Answer::Value(value))
        }),
        Action::Continue => proceed(guide, state),
        Action::Back => back(guide, state),
        Action::Change(page) => State { checking: true, ..show(state, Screen::Page(page)) },
        Action::ShowResult => show(state, Screen::Result),
        Action::Clear => State { visit: state.visit + 1, ..State::default() },
    }
}

fn show(state: &State, screen: Screen) -> State {
    State { screen, errors: Vec::new(), visit: state.visit + 1, ..state.clone() }
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
    let alone = asked
        .options
        .iter()
        .enumerate()
        .filter(|(_, other)| other.exclusive)
        .fold(OptionSet::default(), |set, (index, _)| set.with(OptionSet::only(index)));
    Some(Answer::Options(if ticked.has(option) {
        ticked.without(this)
    } else if exclusive {
        this
    } else {
        ticked.without(alone).with(this)
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
        Screen::Interruption(_) | Screen::Result => state.clone(),
    }
}

fn leave(guide: &Guide, state: &State, page: PageIx) -> State {
    let missing = journey::missing(guide, &state.response, page);
    if !missing.is_empty() {
        // A visit of its own, so that the list of errors takes the focus each time.
        return State { errors: missing, visit: state.visit + 1, ..state.clone() };
    }
    let mut state = state.clone();
    state.response = journey::prune(guide, &state.response);
    match urgency_so_far(guide, &state.response) {
        Urgency::Emergency => show(&state, Screen::Interruption(page)),
        Urgency::SameDay
            if !state.notified && !state.checking && ends_gate(guide, &state, page) =>
        {
            State { notified: true, ..show(&state, Screen::Notice(page)) }
        }
        _ => show(&state, after(guide, &state, page)),
    }
}

/// What comes after a page. While checking: whatever a change has opened,
/// then the list again.
fn after(guide: &Guide, state: &State, page: PageIx) -> Screen {
    let next = match state.checking {
        true => journey::first_incomplete(guide, &state.response),
        false => journey::next(guide, &state.response, page),
    };
    next.map_or(Screen::Review, Screen::Page)
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
        Screen::Page(_) if state.checking => show(state, Screen::Review),
        Screen::Page(page) => {
            let previous = journey::previous(guide, &state.response, page);
            show(state, previous.map_or(Screen::Start, Screen::Page))
        }
        Screen::Interruption(page) | Screen::Notice(page) => show(state, Screen::Page(page)),
        Screen::Review => match journey::path(guide, &state.response).last() {
            Some(last) => State { checking: false, ..show(state, Screen::Page(*last)) },
            None => show(state, Screen::Start),
        },
        Screen::Result => show(state, Screen::Review),
    }
}

#[cfg(test)]
mod tests;
