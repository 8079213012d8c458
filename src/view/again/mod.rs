//! The re-check: is it helping? Its one way in is [`Again`]; whoever opens it gives it
//! the check's content, what is kept, and a visit that begins now.
//!
//! Its questions, warning signs and outcome are those of another guide, walked through
//! by the same engine and shown by the same screens. Only its first screen and its
//! result are its own.

mod changes;
mod course;
mod naming;
mod offer;
mod result;
mod walk;

use std::rc::Rc;

use yew::prelude::*;

use super::context::{Content, Context};
use super::options::Clinic;
use super::rest::Rest;
use super::storage::{Storage, new_visit, use_storage};
use super::text_nodes::keyed_by_text;
use super::{arrival, browser_back, interruption, key, notice, page, parts, review};
use crate::engine::{Action, Screen, evaluate, follow_up, only_asked};
use crate::model::{Massage, Response, Visit};
pub use offer::{baseline, been_here, come_back};
use walk::{Message, Walk};

/// A visit that begins.
#[derive(Clone, Debug, PartialEq)]
pub struct Opening {
    /// The visit, without an answer yet.
    pub visit: Visit,
    /// What of the re-check was told in the check just now, and the massage that it offered.
    pub told: Option<(Response, Massage)>,
}

/// A visit that begins at this moment, after the check if that has just been done.
pub fn opening(check: &Content, told: Option<(Response, Massage)>) -> Opening {
    let carried = |(response, massage): (Response, Massage)| {
        let content = Content::follow_up(check)?;
        Some((follow_up::carry(&check.guide, &content.guide, &response), massage))
    };
    Opening { visit: new_visit(), told: told.and_then(carried) }
}

/// What the re-check is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The content of the check, of which that of the re-check is a part.
    pub check: Rc<Content>,
    /// The visit that begins.
    pub opening: Opening,
    /// What comes after the warning signs.
    pub rest: &'static Rest,
    /// The person's region, a place in the guide's list.
    pub region: Option<usize>,
    /// Sends where the person is.
    pub settle: Callback<usize>,
    /// Who offers the check.
    pub clinic: Clinic,
    /// The page is the check's own, and so is its Back button.
    pub own_page: bool,
    /// Back to where the re-check was opened.
    pub leave: Callback<()>,
    /// Forgets everything, in the check too.
    pub clear: Callback<()>,
}

/// The whole re-check. Without content for it there is nothing to show.
#[component]
pub fn Again(props: &Props) -> Html {
    let content = use_memo(props.check.clone(), |check| Content::follow_up(check));
    let storage = use_storage();
    html! {
        <>
            if let Some(content) = &*content {
                <Under props={props.clone()} content={content.clone()} {storage} />
            }
        </>
    }
}

#[derive(Clone, PartialEq, Properties)]
struct UnderProps {
    props: Props,
    content: Rc<Content>,
    storage: Storage,
}

#[component]
fn Under(under: &UnderProps) -> Html {
    let UnderProps { props, content, storage } = under;
    let walk = use_reducer({
        let (content, opening) = (content.clone(), props.opening.clone());
        // As it is now: what is kept on the way does not change what it is compared with.
        let record = storage.kept().record.clone();
        move || Walk::new(content, record, opening)
    });
    let focus = use_node_ref();
    use_effect_with(walk.state.visit, {
        let focus = focus.clone();
        move |visit| {
            if *visit > 0 {
                arrival::arrive(&focus);
            }
        }
    });
    let dispatch = walk.dispatcher();
    let clear = props.clear.clone();
    let act = Callback::from(move |action| match action {
        Action::Clear => clear.emit(()),
        action => dispatch.dispatch(Message::Act(action)),
    });
    browser_back::use_browser_back(props.own_page, &walk.state, &act);
    let outcome = use_memo((content.clone(), walk.clone()), |(content, walk)| {
        let settled = walk.state.settled();
        let all = follow_up::look_back(&content.guide, &walk.record, walk.day(), settled);
        let outcome = evaluate(&content.guide, &all);
        (only_asked(&content.guide, &walk.state, outcome), all)
    });
    use_effect_with(walk.left, {
        let leave = props.leave.clone();
        move |left| {
            if *left {
                leave.emit(());
            }
        }
    });
    let (outcome, all) = &*outcome;
    let context = Context {
        content,
        state: &walk.state,
        outcome,
        region: props.region,
        clinic: &props.clinic,
        own: &walk.record.own.activities,
        whole: true,
        act,
        settle: props.settle.clone(),
        focus,
        again: None,
        rest: Some(props.rest),
    };
    let name = {
        let dispatch = walk.dispatcher();
        Callback::from(move |names| dispatch.dispatch(Message::Name(names)))
    };
    let screen = match walk.state.screen {
        _ if walk.naming => naming(&context, &walk, name),
        Screen::Page(index) => page::page(&context, index),
        Screen::Interruption(_) => interruption::interruption(&context),
        Screen::Notice(_) => notice::notice(&context),
        Screen::Review => review::review(&context),
        Screen::Result => result::result(&context, &walk, all, storage, &props.leave),
        Screen::Start | Screen::Sheet(..) => html! { <div /> },
    };
    let key = if walk.naming { "naming" } else { key(walk.state.screen) };
    keyed_by_text(html! { <div {key} class="check__sheet again">{ screen }</div> })
}

/// What they want to do again, with the emergency words at its foot as on every screen.
fn naming(context: &Context<'_>, walk: &Walk, name: Callback<Vec<String>>) -> Html {
    html! {
        <>
            <naming::Naming
                content={context.content.clone()}
                names={walk.record.own.activities.clone()}
                {name}
                back={context.on(Action::Back)}
                focus={context.focus.clone()}
            />
            { parts::safety_net(context) }
            { parts::clear(context) }
        </>
    }
}
