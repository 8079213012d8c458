//! Texts that others may touch. Page translators, read-aloud tools and extensions replace, wrap,
//! split and merge text nodes. Yew would go on writing into nodes that are on no page any more:
//! old words would stay, the label of a number to call among them. Or it would insert beside
//! them, which traps.
//!
//! So no text is ever changed where it stands: an element that holds a text is keyed by all that
//! it says, and made anew when that changes. And telephone numbers are kept from translators.

use std::rc::Rc;

use yew::Html;
use yew::virtual_dom::{Key, VNode, VText};

use super::element::el;

/// From so many digits on, a number is one that can be dialled.
const DIALLED: usize = 3;
/// Between what a key is made of, and in no text.
const AND: char = '\u{1f}';

/// What a component draws, with a key on every element that holds a text. Each component of the
/// view ends with it; it does not look into others.
pub fn keyed_by_text(mut drawn: Html) -> Html {
    key(&mut drawn, 0, &mut String::new());
    drawn
}

/// Whether a text stands in it that is in no element of its own. `says`: all that is read so far,
/// and where its parts begin.
fn key(node: &mut VNode, place: usize, says: &mut String) -> bool {
    match node {
        VNode::VText(text) => {
            says.push_str(&text.text);
            true
        }
        VNode::VList(list) => {
            let mut holds_text = false;
            for (place, node) in Rc::make_mut(list).iter_mut().enumerate() {
                holds_text |= key(node, place, says);
                says.push(AND);
            }
            holds_text
        }
        VNode::VTag(tag) => {
            let tag = Rc::make_mut(tag);
            // Its own key, or its place: two neighbours may say the same.
            let own = tag.key.as_deref().map_or_else(|| place.to_string(), str::to_owned);
            says.push_str(tag.tag());
            says.push_str(&own);
            // What stands in these is text alone, and never an element.
            let plain = matches!(tag.tag(), "option" | "text" | "title");
            let start = says.len();
            if let Some(inside) = tag.children_mut()
                && key(inside, 0, says)
            {
                if !plain {
                    keep_numbers(inside);
                }
                tag.key = Some(Key::from(own + says.get(start..).unwrap_or_default()));
            }
            false
        }
        _ => false,
    }
}

/// Puts the telephone numbers of a text into elements that nobody translates.
fn keep_numbers(inside: &mut VNode) {
    match inside {
        VNode::VList(list) => Rc::make_mut(list).iter_mut().for_each(keep_numbers),
        VNode::VText(text) => {
            let text = &*text.text;
            let Some((start, end)) = number(text) else { return };
            let part = |part: Option<&str>| part.unwrap_or_default().to_owned();
            let mut behind = VText::new(part(text.get(end..))).into();
            keep_numbers(&mut behind);
            let number = el("span").translate("no").text(part(text.get(start..end)));
            let before = el("").text(part(text.get(..start)));
            *inside = before.add(number).put(behind).into();
        }
        _ => {}
    }
}

/// Where the first telephone number of a text begins and ends.
fn number(text: &str) -> Option<(usize, usize)> {
    let (mut start, mut end, mut digits) = (0, 0, 0);
    for (place, it) in text.bytes().enumerate() {
        if it.is_ascii_digit() {
            if digits == 0 {
                start = place;
            }
            digits += 1;
            end = place + 1;
        } else if place != end || !matches!(it, b' ' | b'-') {
            if digits >= DIALLED {
                break;
            }
            digits = 0;
        }
    }
    (digits >= DIALLED).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keyed(html: Html) -> Option<Key> {
        keyed_by_text(html).key().cloned()
    }

    #[test]
    fn an_element_with_other_words_is_another_element() {
        let call = |number: &str| keyed(el("a").text(["Call ", number].concat()).into());
        assert_eq!(call("999"), call("999"));
        assert_ne!(call("999"), call("911"));
    }

    #[test]
    fn what_stands_beside_a_text_belongs_to_what_its_element_says() {
        let line = |number: &'static str, more: Option<&'static str>| {
            let more = more.map(|more| el("em").text(more));
            keyed(el("p").text("Page ").add(el("b").text(number)).maybe(more).into())
        };
        assert_eq!(line("1", None), line("1", None));
        assert_ne!(line("1", None), line("2", None));
        assert_ne!(line("1", None), line("1", Some("last")));
    }

    #[test]
    fn an_element_of_elements_stays_whatever_they_say() {
        let group = |words: &'static str| keyed(el("div").add(el("p").text(words)).into());
        assert_eq!(group("a"), None);
        assert_eq!(group("b"), None);
    }

    #[test]
    fn neighbours_that_say_the_same_can_be_told_apart() {
        let twins = keyed_by_text(el("div").add(el("p").text("–")).add(el("p").text("–")).into());
        let VNode::VTag(twins) = twins else { panic!("an element") };
        let Some(VNode::VList(twins)) = twins.children() else { panic!("a list") };
        assert_ne!(twins[0].key(), twins[1].key());
    }

    #[test]
    fn a_number_to_dial_is_told_from_a_count() {
        let found = |text: &'static str| number(text).map(|(start, end)| &text[start..end]);
        assert_eq!(found("Call 999."), Some("999"));
        assert_eq!(found("Call the clinic: 020 7946 0000"), Some("020 7946 0000"));
        assert_eq!(found("+1 604-555-0100 today"), Some("1 604-555-0100"));
        assert_eq!(found("112 or 911"), Some("112"));
        assert_eq!(found("After 2 or 3 sessions, or after 10 – 12 weeks"), None);
        assert_eq!(found("Page 1 of about 17"), None);
    }
}
