//! Every screen that the check can show, rendered natively: no browser.

use std::rc::Rc;
use std::sync::OnceLock;

use sciatica_check::engine::{self, Action, Reader, Screen, State};
use sciatica_check::model::{
    Answer, Day, Guide, Kind, OptionSet, Outcome, PageIx, QuestionIx, Response,
};
use sciatica_check::view::rest::{Behind, table};
use sciatica_check::view::{App, Content, Options, Props};
use sciatica_check::{content, wire};
use serde_json::{Value, json};

use crate::drawn::drawn;
use crate::html::{Element, parse};

/// A screen, how it came about, and what it looks like.
pub struct Shown {
    pub name: String,
    pub state: State,
    pub outcome: Outcome,
    pub root: Element,
}

/// A country whose number is known; the first choice where one is needed.
pub const ENGLAND: Option<&str> = Some("GB-ENG");
/// A place that no list knows.
pub const NOWHERE: Option<&str> = Some("XX-YYY");

pub fn guide() -> &'static Guide {
    static GUIDE: OnceLock<Guide> = OnceLock::new();
    GUIDE.get_or_init(|| content::guide().unwrap())
}

/// Every screen, for somebody whose region is not known.
pub fn screens() -> &'static [Shown] {
    static SCREENS: OnceLock<Vec<Shown>> = OnceLock::new();
    SCREENS.get_or_init(|| render(states(), None))
}

/// One screen of each kind, for somebody in this region.
pub fn kinds(region: Option<&'static str>) -> Vec<Shown> {
    let mut states = states();
    states.retain(|(name, _)| !name.contains("page") || name.contains("page legs"));
    render(states, region)
}

fn render(states: Vec<(String, State)>, region: Option<&'static str>) -> Vec<Shown> {
    let content = Content::compiled().unwrap();
    let shown = states.into_iter().map(|(name, state)| {
        let outcome = engine::evaluate(guide(), state.settled());
        let html = draw(&content, Behind::Here(table()), &state, region);
        Shown { name, state, outcome, root: parse(&html) }
    });
    shown.collect()
}

/// A screen, as HTML, when the rest has come so far.
pub fn draw(
    content: &Rc<Content>,
    rest: Behind,
    state: &State,
    region: Option<&'static str>,
) -> String {
    // The macro, so that a property with a default need not be named here.
    drawn::<App>(yew::props!(Props {
        content: content.clone(),
        rest,
        options: Options { region: region.map(yew::AttrValue::from), ..Options::default() },
        state: state.clone(),
    }))
}

/// A screen for somebody who answers like the plain person, but for these.
pub fn screen_of(screen: Screen, changes: Value) -> Shown {
    let state = at(screen, changed(&plain_answers(), changes));
    render(vec![(String::new(), state)], None).remove(0)
}

pub fn states() -> Vec<(String, State)> {
    let mut states = vec![("start".to_owned(), State::default())];
    for (who, response) in [("everything", everything()), ("crash", crash()), ("child", child())] {
        for page in engine::path(guide(), &response) {
            states.extend(page_states(who, &response, page));
        }
    }
    states.push(("interruption".into(), after_page("saddle-and-bladder", emergency())));
    states.push(("interruption later".into(), after_page("accident", everything())));
    states.push(("notice".into(), after_page("health", same_day())));
    for (name, response) in [
        ("complete", plain()),
        ("incomplete", without(&plain(), question("limits"))),
        ("empty", Response::default()),
        ("contradictory", contradictory()),
    ] {
        states.push((format!("review {name}"), at(Screen::Review, response)));
    }
    for (name, response) in results() {
        states.push((format!("result {name}"), at(Screen::Result, response)));
    }
    states.extend(changes());
    let day = Day { year: 2026, month: 11, day: 25 };
    for (who, reader) in [("visitor", Reader::Visitor), ("clinician", Reader::Clinician)] {
        for (name, response) in results() {
            let sheet = step(&at(Screen::Result, response), Action::TakeAlong(reader, day));
            states.push((format!("sheet for the {who}, {name}"), sheet));
        }
    }
    states
}

/// The result while one of its answers is changed, and after it was.
fn changes() -> Vec<(String, State)> {
    let trend = question("trend");
    let same = without(&changed(&nerve_answers(), json!({ "trend": "same" })), question("setback"));
    let open = step(&at(Screen::Result, same), Action::Edit(trend));
    let chosen = |option: &str| {
        let (place, _) = guide().question(trend).unwrap().option(option).unwrap();
        step(&open, Action::Choose(trend, place))
    };
    let done = |option: &str| step(&chosen(option), Action::Continue);
    vec![
        ("result while an answer is changed".into(), chosen("fast-worse")),
        ("result after a change for the worse".into(), done("fast-worse")),
        ("result after a change that changes nothing".into(), done("same")),
    ]
}

/// A page without an answer, with every answer, and with each question passed over.
fn page_states(who: &str, response: &Response, page: PageIx) -> Vec<(String, State)> {
    let id = &guide().page(page).unwrap().id;
    let questions = engine::shown(guide(), response, page);
    let blank = questions.iter().fold(response.clone(), |rest, it| without(&rest, *it));
    let on_page = |response: Response| at(Screen::Page(page), response);
    let passed_over = |response: Response| step(&on_page(response), Action::Continue);
    let mut states = vec![
        (format!("{who}: page {id}, blank"), on_page(blank.clone())),
        (format!("{who}: page {id}, answered"), on_page(response.clone())),
        (format!("{who}: page {id}, passed over"), passed_over(blank)),
    ];
    for question in questions {
        let name = &guide().question(question).unwrap().id;
        let name = format!("{who}: page {id}, passed over {name}");
        states.push((name, passed_over(without(response, question))));
    }
    states
}

fn results() -> Vec<(&'static str, Response)> {
    vec![
        ("of nothing", Response::default()),
        ("of everything", everything()),
        ("plain", plain()),
        ("nerve", nerve()),
        ("with a caution", changed(&nerve_answers(), json!({ "cautions": ["thinners"] }))),
        ("easily stirred up", changed(&nerve_answers(), json!({ "touch": "light-leg" }))),
        ("under 18", changed(&plain_answers(), json!({ "age": "under-18" }))),
        ("same day", same_day()),
        ("emergency", emergency()),
        ("contradictory", contradictory()),
    ]
}

pub fn at(screen: Screen, response: Response) -> State {
    State { screen, response, ..State::default() }
}

pub fn step(state: &State, action: Action) -> State {
    engine::step(guide(), state, action)
}

/// What comes after this page for these answers.
fn after_page(page: &str, response: Response) -> State {
    let (page, _) = guide().pages().find(|(_, it)| it.id == page).unwrap();
    step(&at(Screen::Page(page), response), Action::Continue)
}

pub fn question(id: &str) -> QuestionIx {
    guide().question_by_id(id).unwrap_or_else(|| panic!("no question “{id}”")).0
}

fn without(response: &Response, question: QuestionIx) -> Response {
    let mut response = response.clone();
    response.set(question, None);
    response
}

/// Ticks whatever there is, and chooses what opens the most.
fn everything() -> Response {
    fill(&[
        ("age", "18-49"),
        ("furthest-worst", "calf"),
        ("foot-drop-when", "older"),
        ("numb-when", "older"),
        ("trend", "better-setback"),
        ("onset", "over-3-months"),
        ("episodes", "back-often"),
        ("massage-so-far", "hour"),
    ])
}

/// The same, but the accident comes up only when asked how it started.
fn crash() -> Response {
    fill(&[("age", "18-49"), ("sudden", "none"), ("furthest-worst", "calf")])
}

/// Somebody under 18, of whom one thing more is asked.
fn child() -> Response {
    fill(&[("age", "under-18"), ("cauda-equina", "none"), ("sudden", "none")])
}

/// Every question on the way answered: these as said, else all that can be ticked, the
/// first that can be chosen, or 5.
fn fill(chosen: &[(&str, &str)]) -> Response {
    let mut response = Response::default();
    for (index, question) in guide().questions() {
        if !engine::shown(guide(), &response, question.page).contains(&index) {
            continue;
        }
        let said = chosen.iter().find(|(id, _)| *id == question.id);
        let options = question.options.iter().enumerate();
        let answer = match (said, question.kind) {
            (Some((_, option)), _) => OptionSet::only(question.option(option).unwrap().0),
            (None, Kind::Choices) => options
                .filter(|(_, option)| !option.exclusive)
                .fold(OptionSet::default(), |set, (place, _)| set.with(OptionSet::only(place))),
            (None, _) => OptionSet::only(0),
        };
        let scale = matches!(question.kind, Kind::Scale { .. });
        response.set(index, Some(if scale { Answer::Value(5) } else { Answer::Options(answer) }));
    }
    response
}

/// A tight, sore buttock and nothing else.
fn plain_answers() -> Value {
    json!({
        "cauda-equina": ["none"], "sudden": ["none"], "legs": "none", "nerve-signs": ["none"],
        "illness": ["none"], "health": ["none"], "age": "18-49", "answering": "myself",
        "furthest-worst": "buttock", "furthest-now": "buttock", "side": "right",
        "worst-place": "buttock",
        "feels-like": ["ache", "tight"], "muscles": ["buttock-tight", "hip-stiff"],
        "worse-with": ["hard-seat"], "eased-by": ["moving", "heat"], "touch": "firm-sore",
        "flares-after": "over-30", "settles-in": "under-10", "pain-worst": 3, "pain-now": 2,
        "pain-words": "mild", "onset": "under-1-week", "started-with": ["desk-or-driving"],
        "trend": "same", "episodes": "first", "limits": ["none"], "sitting-hours": "4-to-8",
        "confidence": 8, "cautions": ["none"], "massage-so-far": "none-yet", "assessed": "no",
        "doing-now": ["exercise"],
    })
}

pub fn plain() -> Response {
    changed(&plain_answers(), json!({}))
}

/// The documented response: pain from the back down to the calf.
fn nerve_answers() -> Value {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/response.json");
    let response: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
    response["answers"].clone()
}

fn nerve() -> Response {
    changed(&nerve_answers(), json!({}))
}

fn emergency() -> Response {
    changed(&plain_answers(), json!({ "cauda-equina": ["bladder"], "bladder-when": "new" }))
}

fn same_day() -> Response {
    changed(&plain_answers(), json!({ "illness": ["fever"] }))
}

fn contradictory() -> Response {
    changed(&plain_answers(), json!({ "furthest-worst": "calf", "furthest-now": "foot" }))
}

fn changed(answers: &Value, changes: Value) -> Response {
    let mut answers = answers.clone();
    answers.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    wire::response_from_value(guide(), &json!({ "answers": answers })).unwrap()
}
