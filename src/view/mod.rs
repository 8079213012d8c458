//! What is on the screen. Decides nothing and holds no words: it shows a state
//! of the engine in the words of the content, and sends actions back.

mod about;
mod accent;
pub mod again;
mod answers;
mod arrival;
mod body_map;
mod browser_back;
mod card;
pub mod chart;
mod clinic;
mod context;
mod element;
mod field;
#[cfg(not(target_arch = "wasm32"))]
mod first;
mod focus;
mod hand_out;
mod interruption;
pub mod keeping;
mod keys;
mod lines;
mod look;
mod notice;
mod options;
mod page;
mod parts;
mod printer;
mod reasons;
pub mod rest;
mod result;
mod review;
mod scale;
mod sheet;
mod start;
pub mod storage;
mod store;
mod told;
mod waiting;
mod watch;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Action, Reader, Screen, State, evaluate};
use crate::model::{Guide, Words};
pub use accent::{Accent, Contrast, NIGHT, PAPER, Rgb, Shades};
pub use context::Content;
use context::Context;
#[cfg(not(target_arch = "wasm32"))]
pub use first::first_screen;
pub use options::{Clinic, Options, Theme};
use rest::Behind;
use store::{Message, Store};
pub use told::{Teller, Told, What};

/// What the check starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The questionnaire, the rules and the words.
    pub content: Rc<Content>,
    /// How far the rest has come; without it only the first screens can be shown, and half of
    /// the content is enough.
    pub rest: Behind,
    /// What the host page has set.
    #[prop_or_default]
    pub options: Options,
    /// The page is the check's own, and so is its Back button.
    #[prop_or_default]
    pub own_page: bool,
    /// Tells the host page how far somebody has come.
    #[prop_or_default]
    pub tell: Callback<Told>,
    /// Where to begin; for tests and previews.
    #[prop_or_default]
    pub state: State,
}

/// The whole check.
#[component]
pub fn App(props: &Props) -> Html {
    let state = props.state.clone();
    let store = use_reducer(move || Store::new(state));
    let again = use_state(|| None::<again::Opening>);
    let focus = use_node_ref();
    let root = use_node_ref();
    let on_paper = use_node_ref();
    let dispatch = store.dispatcher();
    let rest = props.rest.here();
    let waits = rest.is_none() && !comes_first(&store.state, &props.content.guide);

    // A new screen, or a part of this one, is where reading goes on.
    arrival::use_arrival(store.state.visit, waits, &focus);
    look::use_accent(props.options.accent, &root);

    let outcome =
        use_memo((props.content.clone(), store.state.settled().clone()), |(content, response)| {
            evaluate(&content.guide, response)
        });
    let clear = rest::use_clear(rest);
    let act = {
        let (dispatch, content, again) = (dispatch.clone(), props.content.clone(), again.clone());
        Callback::from(move |action: Action| {
            // Everything: what is kept on the device too, and a re-check that is under way.
            if action == Action::Clear {
                clear.emit(());
                again.set(None);
            }
            dispatch.dispatch(Message::Act(content.clone(), action));
        })
    };
    // While somebody looks back, Back is one screen back there.
    browser_back::use_browser_back(props.own_page && again.is_none(), &store.state, &act);
    told::use_telling(
        &props.tell,
        &props.content,
        &store.state,
        &outcome,
        props.options.share_levels,
    );
    let settle = {
        let dispatch = dispatch.clone();
        Callback::from(move |region: usize| dispatch.dispatch(Message::Settle(region)))
    };
    let open = rest.map(|rest| {
        let (again, content, store) = (again.clone(), props.content.clone(), store.clone());
        let offered = outcome.massage;
        Callback::from(move |()| {
            let done = store.state.screen == Screen::Result;
            let told = done.then(|| (store.state.settled().clone(), offered));
            again.set(Some((rest.opening)(&content, told)));
        })
    });
    let leave = {
        let again = again.clone();
        Callback::from(move |()| {
            again.set(None);
            dispatch.dispatch(Message::Return);
        })
    };
    let context = Context {
        content: &props.content,
        state: &store.state,
        outcome: &outcome,
        region: store.region(&props.content.guide, props.options.region.as_deref()),
        clinic: &props.options.clinic,
        own: &[],
        rest,
        again: open,
        act,
        settle,
        focus,
    };
    html! {
        <div
            class="check"
            lang={context.words().language}
            dir="ltr"
            data-theme={props.options.theme.name()}
            ref={root}
        >
            if let Some((opening, rest)) = (*again).clone().zip(rest) {
                { (rest.again)(again::Props {
                    check: props.content.clone(),
                    opening,
                    rest,
                    region: context.region,
                    settle: context.settle.clone(),
                    clinic: props.options.clinic.clone(),
                    own_page: props.own_page,
                    leave,
                    clear: context.act.reform(|()| Action::Clear),
                }) }
            } else {
                <div key={if waits { "waiting" } else { key(store.state.screen) }} class="check__sheet">
                    { screen(&context, &props.rest, on_paper) }
                </div>
            }
        </div>
    }
}

/// Whether a screen is one of the first, which need nothing that comes behind them.
fn comes_first(state: &State, guide: &Guide) -> bool {
    match state.screen {
        Screen::Start | Screen::Interruption(_) | Screen::Notice(_) => true,
        Screen::Page(page) => guide.page(page).is_some_and(|page| page.gate),
        Screen::Review | Screen::Result | Screen::Sheet(..) => false,
    }
}

fn screen(context: &Context<'_>, behind: &Behind, on_paper: NodeRef) -> Html {
    let first = comes_first(context.state, context.guide());
    match (context.state.screen, context.rest) {
        (Screen::Start, _) => start::start(context),
        (Screen::Interruption(_), _) => interruption::interruption(context),
        (Screen::Notice(_), _) => notice::notice(context),
        (Screen::Page(page), rest) if first || rest.is_some() => page::page(context, page),
        (Screen::Review, Some(rest)) => (rest.review)(context),
        (Screen::Result, Some(rest)) => (rest.result)(context),
        (Screen::Sheet(reader, day), Some(rest)) => (rest.sheet)(context, reader, day, on_paper),
        (_, _) => waiting::waiting(context, behind),
    }
}

/// A new screen gets new elements, so that nothing of the old one stays behind. Pages share
/// what is the same on all of them, see `page.rs`.
const fn key(screen: Screen) -> &'static str {
    match screen {
        Screen::Start => "start",
        Screen::Page(_) => "page",
        Screen::Interruption(_) => "interruption",
        Screen::Notice(_) => "notice",
        Screen::Review => "review",
        Screen::Result => "result",
        Screen::Sheet(Reader::Visitor, _) => "sheet-visitor",
        Screen::Sheet(Reader::Clinician, _) => "sheet-clinician",
    }
}

impl Content {
    /// What the first screens need of the content that was compiled into this build, in English.
    pub fn first() -> Option<Rc<Self>> {
        crate::content::first().map(Self::new)
    }

    /// The whole content, from its first half.
    pub fn whole(first: &Self) -> Option<Rc<Self>> {
        crate::content::whole(&first.words).map(Self::new)
    }

    /// The whole content that was compiled into this build.
    #[cfg(not(target_arch = "wasm32"))]
    pub fn compiled() -> Option<Rc<Self>> {
        Self::whole(&*Self::first()?)
    }

    /// The content of the re-check, for this check.
    pub fn follow_up(check: &Self) -> Option<Rc<Self>> {
        crate::content::follow_up(&check.guide, &check.words).map(Self::new)
    }

    fn new((guide, words): (Guide, Words<'static>)) -> Rc<Self> {
        Rc::new(Self { guide, words })
    }
}
