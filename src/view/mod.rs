//! What is on the screen. Decides nothing and holds no words: it shows a state
//! of the engine in the words of the content, and sends actions back.

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
mod field;
mod focus;
mod hand_out;
mod interruption;
pub mod keeping;
mod keys;
mod look;
mod notice;
mod options;
mod page;
mod parts;
mod printer;
mod result;
mod review;
mod sheet;
mod start;
pub mod storage;
mod store;
mod told;

use std::rc::Rc;

use yew::prelude::*;

use crate::engine::{Action, Reader, Screen, State, evaluate};
use crate::model::{Guide, Words};
pub use accent::{Accent, Contrast, NIGHT, PAPER, Rgb, Shades};
pub use context::Content;
use context::Context;
pub use options::{Clinic, Options, Theme};
use store::{Message, Store};
pub use told::{Teller, Told, What};

/// What the check starts with.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The questionnaire, the rules and the words.
    pub content: Rc<Content>,
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
    let content = props.content.clone();
    let state = props.state.clone();
    let store = use_reducer(move || Store::new(content, state));
    let storage = storage::use_storage();
    let again = use_state(|| None::<again::Opening>);
    let focus = use_node_ref();
    let root = use_node_ref();
    let on_paper = use_node_ref();
    let dispatch = store.dispatcher();

    // A new screen, or a part of this one, is where reading goes on.
    arrival::use_arrival(store.state.visit, &focus);
    look::use_accent(props.options.accent, &root);

    let outcome =
        use_memo((props.content.clone(), store.state.settled().clone()), |(content, response)| {
            evaluate(&content.guide, response)
        });
    let act = {
        let (dispatch, storage, again) = (dispatch.clone(), storage.clone(), again.clone());
        Callback::from(move |action: Action| {
            // Everything: what is kept on the device too, and a re-check that is under way.
            if action == Action::Clear {
                if storage.in_use() {
                    storage.clear();
                }
                again.set(None);
            }
            dispatch.dispatch(Message::Act(action));
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
    let open = {
        let (again, content, store) = (again.clone(), props.content.clone(), store.clone());
        let offered = outcome.massage;
        Callback::from(move |()| {
            let done = store.state.screen == Screen::Result;
            let told = done.then(|| (store.state.settled().clone(), offered));
            again.set(Some(again::opening(&content, told)));
        })
    };
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
        region: store.region(props.options.region.as_deref()),
        clinic: &props.options.clinic,
        own: &[],
        again: Some(open),
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
            if let Some(opening) = &*again {
                <again::Again
                    check={props.content.clone()}
                    storage={storage.clone()}
                    opening={opening.clone()}
                    region={context.region}
                    settle={context.settle.clone()}
                    clinic={props.options.clinic.clone()}
                    own_page={props.own_page}
                    {leave}
                    clear={context.act.reform(|()| Action::Clear)}
                />
            } else {
                <div key={key(&store.state, &props.content.guide)} class="check__sheet">
                    { screen(&context, &storage, on_paper) }
                </div>
            }
        </div>
    }
}

fn screen(context: &Context<'_>, storage: &storage::Storage, on_paper: NodeRef) -> Html {
    match context.state.screen {
        Screen::Start => start::start(context, storage),
        Screen::Page(page) => page::page(context, page),
        Screen::Interruption(_) => interruption::interruption(context),
        Screen::Notice(_) => notice::notice(context),
        Screen::Review => review::review(context),
        Screen::Result => result::result(context),
        Screen::Sheet(reader, day) => sheet::sheet(context, reader, day, on_paper),
    }
}

/// A new screen gets new elements, so that nothing of the old one stays behind.
fn key(state: &State, guide: &Guide) -> String {
    match state.screen {
        Screen::Start => "start".into(),
        Screen::Page(page) => {
            format!("page-{}", guide.page(page).map_or("", |page| page.id.as_str()))
        }
        Screen::Interruption(_) => "interruption".into(),
        Screen::Notice(_) => "notice".into(),
        Screen::Review => "review".into(),
        Screen::Result => "result".into(),
        Screen::Sheet(Reader::Visitor, _) => "sheet-visitor".into(),
        Screen::Sheet(Reader::Clinician, _) => "sheet-clinician".into(),
    }
}

impl Content {
    /// The content that was compiled into this build, in English.
    pub fn compiled() -> Option<Rc<Self>> {
        let (guide, words) = (crate::content::guide()?, crate::content::words()?);
        Some(Rc::new(Self::new(guide, words)))
    }

    /// The content of the re-check, for this check.
    pub fn follow_up(check: &Self) -> Option<Rc<Self>> {
        let (guide, words) = crate::content::follow_up(&check.guide)?;
        Some(Rc::new(Self::new(guide, words)))
    }

    fn new(guide: Guide, words: Words<'static>) -> Self {
        Self { guide, words }
    }
}
