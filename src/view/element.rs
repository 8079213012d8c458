//! Elements, put together piece by piece:
//!
//! ```text
//! el("p").class("lead").say(context, phrase::START_LEAD)
//! ```
//!
//! Plain functions that every element shares: they take a third of the code that `html!`
//! makes, which writes each element out by itself. A part that is sometimes there has a place
//! of its own in [`El::maybe`], so that its neighbours keep theirs.

use std::rc::Rc;

use web_sys::Event;
use yew::html::IntoPropValue;
use yew::prelude::*;
use yew::virtual_dom::{
    AttributeOrProperty, Attributes, Key, Listener, ListenerKind, VList, VTag, VText,
};

use super::context::Context;
use crate::model::Text;

/// An element under way; whatever takes `Html` takes it too.
pub struct El(Box<Parts>);

#[derive(Default)]
struct Parts {
    tag: &'static str,
    key: Option<Key>,
    node: Option<NodeRef>,
    /// In the order of [`NAMES`], as far as they are needed.
    values: Vec<Option<AttributeOrProperty>>,
    checked: Option<bool>,
    listeners: Vec<Option<Rc<dyn Listener>>>,
    inside: Vec<Html>,
}

/// An element with nothing in it yet.
pub fn el(tag: &'static str) -> El {
    El(Box::new(Parts { tag, ..Parts::default() }))
}

/// Several things one after another, without an element around them.
pub fn several() -> El {
    el("")
}

/// The attributes, the most usual ones first.
macro_rules! attributes {
    ($($attribute:ident $name:literal)*) => {
        const NAMES: &[&str] = &[$($name),*];

        #[allow(non_camel_case_types)]
        enum Place { $($attribute),* }

        impl El {
            $(
                pub fn $attribute(self, value: impl Into<Value>) -> Self {
                    self.set(Place::$attribute as usize, value.into())
                }
            )*
        }
    };
}

attributes! {
    class "class" id "id" kind "type" name "name"
    aria_labelledby "aria-labelledby" aria_describedby "aria-describedby"
    label_for "for" aria_hidden "aria-hidden" tabindex "tabindex" href "href"
    value "value" selected "selected" aria_label "aria-label" role "role"
    novalidate "novalidate" max "max" view_box "viewBox" focusable "focusable"
    d "d" fill "fill" stroke "stroke" stroke_width "stroke-width"
    stroke_linecap "stroke-linecap" stroke_linejoin "stroke-linejoin"
    lang "lang" dir "dir" data_theme "data-theme" translate "translate"
}

/// The value of an attribute; none, and the attribute is not there.
pub struct Value(Option<AttrValue>);

impl From<&'static str> for Value {
    fn from(value: &'static str) -> Self {
        Self(Some(AttrValue::Static(value)))
    }
}

impl From<AttrValue> for Value {
    fn from(value: AttrValue) -> Self {
        Self(Some(value))
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self(Some(value.into()))
    }
}

impl<T: Into<AttrValue>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        Self(value.map(Into::into))
    }
}

impl El {
    fn set(mut self, place: usize, Value(value): Value) -> Self {
        let values = &mut self.0.values;
        if values.len() <= place {
            values.resize(place + 1, None);
        }
        if let Some(slot) = values.get_mut(place) {
            *slot = value.map(AttributeOrProperty::Attribute);
        }
        self
    }

    /// Tells it from its neighbours in a list.
    pub fn key(mut self, key: &str) -> Self {
        self.0.key = Some(key.into());
        self
    }

    /// Where to find it, once it is on the page.
    pub fn node(mut self, node: NodeRef) -> Self {
        self.0.node = Some(node);
        self
    }

    /// What an `<input>` stands for, and whether it is chosen now.
    pub fn checked(mut self, value: &str, checked: bool) -> Self {
        self.0.checked = Some(checked);
        // An attribute and not Yew's own value, which is read from the page again at each tap.
        self.value(value.to_owned())
    }

    /// What a press of it does.
    pub fn on_click(self, does: Callback<Event>) -> Self {
        self.hears(|| ListenerKind::onclick, does)
    }

    /// What a change of its value does.
    pub fn on_change(self, does: Callback<Event>) -> Self {
        self.hears(|| ListenerKind::onchange, does)
    }

    /// What a key does that is pressed in it.
    pub fn on_key(self, does: Callback<Event>) -> Self {
        self.hears(|| ListenerKind::onkeydown, does)
    }

    fn hears(mut self, kind: fn() -> ListenerKind, does: Callback<Event>) -> Self {
        self.0.listeners.push(Some(Rc::new(Hears { kind, does })));
        self
    }

    /// A text of the content.
    pub fn say(self, context: &Context<'_>, text: Text) -> Self {
        self.text(context.text(text))
    }

    /// A text.
    pub fn text(self, text: impl Into<AttrValue>) -> Self {
        self.put(VText::new(text.into()).into())
    }

    /// An element inside.
    pub fn add(self, inside: Self) -> Self {
        self.put(inside.into())
    }

    /// What is already drawn.
    pub fn put(mut self, inside: Html) -> Self {
        self.0.inside.push(inside);
        self
    }

    /// An element that is there or not. It keeps its place.
    pub fn maybe(self, inside: Option<Self>) -> Self {
        self.put(inside.map(Html::from).unwrap_or_default())
    }

    /// A list of elements, each with a key.
    pub fn each(self, inside: impl Iterator<Item = Self>) -> Self {
        self.add(inside.fold(several(), Self::add))
    }
}

impl From<El> for Html {
    fn from(El(parts): El) -> Self {
        let mut inside = parts.inside;
        if parts.tag.is_empty() {
            return VList::with_children(inside, None).into();
        }
        let inside = match inside.len() {
            1 => inside.pop().unwrap_or_default(),
            _ => VList::with_children(inside, None).into(),
        };
        let mut tag = VTag::new(parts.tag);
        let keys = NAMES.get(..parts.values.len()).unwrap_or(NAMES);
        tag.set_attributes(Attributes::Dynamic { keys, values: parts.values.into() });
        tag.key = parts.key;
        if let Some(node) = parts.node {
            tag.node_ref = node;
        }
        if let Some(checked) = parts.checked {
            tag.set_checked(checked);
        }
        if !parts.listeners.is_empty() {
            tag.set_listeners(parts.listeners.into());
        }
        if let Some(children) = tag.children_mut() {
            *children = inside;
        }
        tag.into()
    }
}

/// In `html!`, where it stands alone.
impl IntoPropValue<Html> for El {
    fn into_prop_value(self) -> Html {
        self.into()
    }
}

/// A listener of any kind.
struct Hears {
    kind: fn() -> ListenerKind,
    does: Callback<Event>,
}

impl Listener for Hears {
    fn kind(&self) -> ListenerKind {
        (self.kind)()
    }

    fn handle(&self, event: Event) {
        self.does.emit(event);
    }

    fn passive(&self) -> bool {
        false
    }
}
