//! The whole check: what changes while somebody goes through it, and what is drawn of that.
//!
//! One component with a state of its own and no hooks: those take 3 kB of the first file
//! (brotli). What touches the browser is done in one place, once a screen is drawn.

use std::rc::Rc;

use gloo_events::EventListener;
use yew::prelude::*;

use super::again::{self, Opening};
use super::context::Content;
use super::element::el;
use super::rest::{Behind, Rest};
use super::text_nodes::keyed_by_text;
use super::{Accent, Options, Teller, Told, arrival, browser_back, comes_first, key, look, screen};
use crate::engine::{Action, Landing, Screen, State, evaluate, only_asked, step};
use crate::model::Outcome;

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
pub struct App {
    state: State,
    /// What follows from the answers that count.
    outcome: Rc<Outcome>,
    /// Which numbers they asked for: a place in the guide's regions.
    region: Option<usize>,
    /// A re-check that is under way.
    again: Option<Opening>,
    /// All of a long screen is drawn, and not only what it begins with.
    whole: bool,
    /// What is kept on the device is to be taken away as soon as the rest is here.
    clears: bool,
    act: Callback<Action>,
    settle: Callback<usize>,
    focus: NodeRef,
    root: NodeRef,
    on_paper: NodeRef,
    teller: Teller,
    drawn: Option<Drawn>,
    back: Option<EventListener>,
}

/// What can happen.
pub enum Message {
    /// Something the engine knows about.
    Act(Action),
    /// The person told where they are. It changes numbers and words, never an outcome.
    Settle(usize),
    /// The person begins a re-check.
    Open,
    /// The person is back from it: reading goes on at the heading.
    Leave,
    /// The beginning of a long screen is there to be read.
    Begun,
}

/// What the page was last made to fit.
#[derive(Clone, Copy, PartialEq)]
struct Drawn {
    visit: u32,
    waits: bool,
    under_way: bool,
    accent: Option<Accent>,
}

impl Component for App {
    type Message = Message;
    type Properties = Props;

    fn create(context: &Context<Self>) -> Self {
        let (props, link) = (context.props(), context.link());
        Self {
            state: props.state.clone(),
            outcome: outcome(&props.content, &props.state),
            region: None,
            again: None,
            whole: true,
            clears: false,
            act: link.callback(Message::Act),
            settle: link.callback(Message::Settle),
            focus: NodeRef::default(),
            root: NodeRef::default(),
            on_paper: NodeRef::default(),
            teller: Teller::default(),
            drawn: None,
            back: None,
        }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let props = context.props();
        match message {
            Message::Act(action) => {
                // Everything: what is kept on the device too, and a re-check that is under way.
                if action == Action::Clear {
                    self.clears = true;
                    self.clear(props.rest.here());
                    self.again = None;
                }
                let next = step(&props.content.guide, &self.state, action);
                let before = std::mem::replace(&mut self.state, next);
                if key(before.screen) != key(self.state.screen) {
                    arrival::leave(&self.root);
                    let long = matches!(self.state.screen, Screen::Review | Screen::Result);
                    self.whole = !long || self.state.landing != Landing::Heading;
                }
                let asked = before.put.len() != self.state.put.len();
                if asked || before.settled() != self.state.settled() {
                    self.evaluate(&props.content);
                }
            }
            Message::Settle(region) => self.region = Some(region),
            Message::Open => {
                if let Some(rest) = props.rest.here() {
                    let done = self.state.screen == Screen::Result;
                    let told = done.then(|| (self.state.settled().clone(), self.outcome.massage));
                    self.again = Some((rest.opening)(&props.content, told));
                }
            }
            Message::Leave => {
                self.again = None;
                self.state.landing = Landing::Heading;
                self.state.visit += 1;
            }
            Message::Begun => self.whole = true,
        }
        true
    }

    fn changed(&mut self, context: &Context<Self>, before: &Props) -> bool {
        let props = context.props();
        self.clear(props.rest.here());
        if before.content != props.content {
            self.evaluate(&props.content);
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let (props, link) = (context.props(), context.link());
        let known = |code: &AttrValue| props.content.guide.region_place(code);
        let rest = props.rest.here();
        let context = super::context::Context {
            content: &props.content,
            state: &self.state,
            outcome: &self.outcome,
            // What they told, or else the host page. An unknown region is no region: the
            // safe fallback is shown.
            region: self.region.or_else(|| props.options.region.as_ref().and_then(known)),
            clinic: &props.options.clinic,
            own: &[],
            whole: self.whole,
            rest,
            again: rest.map(|_| link.callback(|()| Message::Open)),
            act: self.act.clone(),
            settle: self.settle.clone(),
            focus: self.focus.clone(),
        };
        let shown = match self.again.clone().zip(rest) {
            Some((opening, rest)) => (rest.again)(again::Props {
                check: props.content.clone(),
                opening,
                rest,
                region: context.region,
                settle: self.settle.clone(),
                clinic: props.options.clinic.clone(),
                own_page: props.own_page,
                leave: link.callback(|()| Message::Leave),
                clear: link.callback(|()| Message::Act(Action::Clear)),
            }),
            None => el("div")
                .key(if self.waits(props) { "late" } else { key(self.state.screen) })
                .class("check__sheet")
                .put(screen(&context, &props.rest, self.on_paper.clone()))
                .into(),
        };
        let check = el("div")
            .class("check")
            .lang(context.words().language)
            .dir("ltr")
            .data_theme(props.options.theme.name())
            .node(self.root.clone())
            .put(shown);
        keyed_by_text(check.into())
    }

    fn rendered(&mut self, context: &Context<Self>, _first: bool) {
        let props = context.props();
        let now = Drawn {
            visit: self.state.visit,
            waits: self.waits(props),
            // While somebody looks back, Back is one screen back there.
            under_way: props.own_page && self.again.is_none() && self.state.screen != Screen::Start,
            accent: props.options.accent,
        };
        let before = self.drawn.replace(now);
        let new = |same: fn(&Drawn, &Drawn) -> bool| !before.is_some_and(|it| same(&it, &now));
        let new_visit = new(|it, now| it.visit == now.visit);
        // A new screen, or a part of this one, is where reading goes on; and once more what it
        // has waited for. Never at the start: a page that has just loaded keeps its own focus.
        if now.visit > 0 && (new_visit || new(|it, now| it.waits == now.waits)) {
            arrival::arrive(&self.focus);
        }
        if !self.whole {
            let link = context.link().clone();
            arrival::once_it_shows(move || link.send_message(Message::Begun));
        }
        let accent = before.and_then(|it| it.accent);
        if accent != now.accent {
            look::colour(accent, now.accent, &self.root);
        }
        let new_way = new(|it, now| it.under_way == now.under_way);
        if now.under_way && (new_visit || new_way) {
            browser_back::step_ahead();
        }
        if new_way {
            self.back = now.under_way.then(|| browser_back::listen(&self.act)).flatten();
        }
        if new_visit {
            let levels = props.options.share_levels;
            let guide = &props.content.guide;
            if let Some(told) = self.teller.tell(guide, &self.state, &self.outcome, levels) {
                props.tell.emit(told);
            }
        }
    }
}

impl App {
    /// Nothing of what is wanted can be shown before the rest has come.
    fn waits(&self, props: &Props) -> bool {
        props.rest.here().is_none() && !comes_first(&self.state, &props.content.guide)
    }

    fn evaluate(&mut self, content: &Content) {
        self.outcome = outcome(content, &self.state);
    }

    /// Takes away what is kept on the device: at once, or as soon as the rest is here.
    fn clear(&mut self, rest: Option<&Rest>) {
        if let Some(rest) = rest
            && std::mem::take(&mut self.clears)
        {
            (rest.clear)();
        }
    }
}

/// What follows from the answers that count, as far as it can be told to who gave them.
fn outcome(content: &Content, state: &State) -> Rc<Outcome> {
    Rc::new(only_asked(&content.guide, state, evaluate(&content.guide, state.settled())))
}
