//! A place in a page where the check can be, taken by one visitor after another.

use std::rc::Rc;

use wasm_bindgen::prelude::*;
use web_sys::Element;
use yew::prelude::*;

use super::settings;
use crate::view::rest::{Behind, Rest, load};
use crate::view::{App, Content, Props, Told};

#[wasm_bindgen]
extern "C" {
    /// The page's side, see `src/embed/program.ts`.
    pub type Host;

    /// The value of a setting, if there is one.
    #[wasm_bindgen(method)]
    fn get(this: &Host, name: &str) -> Option<String>;

    /// Tells the page's owner what is wrong with a setting.
    #[wasm_bindgen(method)]
    fn remark(this: &Host, text: &str);

    /// Tells the page how far somebody has come. The levels are empty unless
    /// the page asked for them.
    #[wasm_bindgen(method)]
    fn tell(this: &Host, what: &str, step: &str, content: &str, urgency: &str, massage: &str);
}

/// A place for the check. It is made once and used again: Yew keeps the
/// listeners of every application that it ever started.
#[wasm_bindgen]
pub struct Seat {
    app: yew::AppHandle<Root>,
    content: Rc<Content>,
    host: Rc<Host>,
    own_page: bool,
    /// How many visitors have left this place.
    left: u32,
}

#[wasm_bindgen]
impl Seat {
    /// An empty place in an element. `own_page`: nothing else is on the page,
    /// so the browser's Back button goes back in the check.
    ///
    /// # Errors
    ///
    /// A message, if the compiled content cannot be read.
    #[wasm_bindgen(constructor)]
    pub fn new(root: Element, host: Host, own_page: bool) -> Result<Self, JsError> {
        let Some(content) = Content::first() else {
            return Err(JsError::new("the compiled content cannot be read"));
        };
        let props = RootProps { content: content.clone(), check: None, key: 0 };
        let app = yew::Renderer::<Root>::with_root_and_props(root, props);
        Ok(Self { app: app.render(), content, host: Rc::new(host), own_page, left: 0 })
    }

    /// Shows the check with what the page sets now. If it is there already, it
    /// stays where it is.
    pub fn show(&mut self) {
        let known = |code: &str| self.content.guide.region_place(code).is_some();
        let (options, remarks) = settings::read(&|name| self.host.get(name), &known);
        for remark in remarks {
            self.host.remark(&remark.line());
        }
        let (host, version) = (self.host.clone(), self.content.guide.about.version.clone());
        let tell = Callback::from(move |told: Told| {
            let levels = told.levels.map(|(urgency, massage)| (urgency.wire(), massage.wire()));
            let (urgency, massage) = levels.unwrap_or_default();
            host.tell(told.what.name(), &told.step, &version, urgency, massage);
        });
        let (content, own_page) = (self.content.clone(), self.own_page);
        let rest = Behind::Coming;
        let check = yew::props!(Props { content, rest, options, own_page, tell });
        self.draw(Some(check));
    }

    /// Takes the check away, and every answer with it.
    pub fn clear(&mut self) {
        self.left += 1;
        self.draw(None);
    }
}

impl Seat {
    fn draw(&mut self, check: Option<Props>) {
        let content = self.content.clone();
        self.app.update(RootProps { content, check, key: self.left });
    }
}

#[derive(Clone, PartialEq, Properties)]
struct RootProps {
    content: Rc<Content>,
    check: Option<Props>,
    /// Yew may draw a farewell and the next arrival at once: then this tells
    /// that it is another check, with no answer of the one before.
    key: u32,
}

/// The place itself, and what comes after the warning signs: one for all visitors.
struct Root {
    rest: Behind,
    /// The first half, or the whole once the rest is here.
    content: Rc<Content>,
}

enum Message {
    Load,
    Came(Option<&'static Rest>),
}

impl Component for Root {
    type Message = Message;
    type Properties = RootProps;

    fn create(context: &Context<Self>) -> Self {
        Self { rest: Behind::Coming, content: context.props().content.clone() }
    }

    fn update(&mut self, context: &Context<Self>, message: Message) -> bool {
        let link = context.link();
        match message {
            Message::Load => {
                self.rest = Behind::Coming;
                load(link.callback(Message::Came));
            }
            Message::Came(None) => {
                self.rest = Behind::Failed(link.callback(|()| Message::Load));
            }
            Message::Came(Some(rest)) => {
                self.rest = Behind::Here(rest);
                self.content = (rest.content)(&self.content).unwrap_or(self.content.clone());
            }
        }
        true
    }

    fn view(&self, context: &Context<Self>) -> Html {
        let props = context.props();
        let (rest, content) = (self.rest.clone(), self.content.clone());
        html! {
            <>
                if let Some(check) = props.check.clone() {
                    <App key={props.key} ..Props { rest, content, ..check } />
                }
            </>
        }
    }

    fn rendered(&mut self, context: &Context<Self>, first: bool) {
        // It begins to load when the first screen is drawn.
        if first {
            load(context.link().callback(Message::Came));
        }
    }
}
