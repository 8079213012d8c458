//! Elements from data. A picture has many that are alike: made by one function they take
//! a third of the code that `html!` makes of them.

use yew::prelude::*;
use yew::virtual_dom::{AttributeOrProperty, Attributes, VList, VTag, VText};

/// The names of an element's attributes.
pub type Names = &'static [&'static str];

/// An element, the values of its attributes in the order of their names, and what is
/// inside, which keeps its order.
pub fn element(tag: &'static str, keys: Names, values: &[&str], inside: Vec<Html>) -> Html {
    let value = |it: &&str| Some(AttributeOrProperty::Attribute(AttrValue::from((*it).to_owned())));
    let values = values.iter().map(value).collect();
    let mut element = VTag::new(tag);
    element.set_attributes(Attributes::Dynamic { keys, values });
    element.add_child(VList::with_children(inside, None).into());
    element.into()
}

/// An element with a text inside.
pub fn text(tag: &'static str, keys: Names, values: &[&str], says: &AttrValue) -> Html {
    element(tag, keys, values, vec![VText::new(says.clone()).into()])
}
