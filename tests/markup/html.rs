//! A page as a tree. The tokens come from html5gum; the tree is as written,
//! without the mending that a browser does, so that a mistake stays visible.

use std::collections::BTreeMap;

use html5gum::{Token, Tokenizer};

/// An element with what is in it.
#[derive(Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attributes: BTreeMap<String, String>,
    inside: Vec<Node>,
}

#[derive(Debug)]
enum Node {
    Element(Element),
    Text(String),
}

const VOID: [&str; 9] = ["area", "br", "col", "hr", "img", "input", "link", "meta", "wbr"];

/// The page, under a root element without a name.
///
/// # Panics
///
/// If a tag is never closed, or closed out of order.
pub fn parse(html: &str) -> Element {
    let mut open = vec![Element::default()];
    for Ok(token) in Tokenizer::new(html) {
        match token {
            Token::StartTag(tag) => {
                let element = Element {
                    tag: string(&tag.name),
                    attributes: tag
                        .attributes
                        .iter()
                        .map(|(k, v)| (string(k), string(v)))
                        .collect(),
                    inside: Vec::new(),
                };
                let alone = tag.self_closing || VOID.contains(&element.tag.as_str());
                open.push(element);
                if alone {
                    close(&mut open);
                }
            }
            Token::EndTag(tag) => {
                let here = open.last().map_or("", |element| &element.tag);
                assert_eq!(here, string(&tag.name), "closed out of order");
                close(&mut open);
            }
            Token::String(text) => {
                open.last_mut().unwrap().inside.push(Node::Text(string(&text)));
            }
            Token::Error(error) => panic!("{error:?} in {html}"),
            Token::Comment(_) | Token::Doctype(_) => {}
        }
    }
    assert_eq!(open.len(), 1, "never closed: {:?}", open.last().map(|element| &element.tag));
    open.remove(0)
}

fn close(open: &mut Vec<Element>) {
    let element = open.pop().unwrap();
    open.last_mut().unwrap().inside.push(Node::Element(element));
}

fn string(bytes: &[u8]) -> String {
    String::from_utf8(bytes.to_vec()).unwrap()
}

impl Element {
    /// The elements directly inside.
    pub fn children(&self) -> impl Iterator<Item = &Self> {
        self.inside.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// Every element inside, in the order of the page.
    pub fn all(&self) -> Vec<&Self> {
        self.children().flat_map(|child| std::iter::once(child).chain(child.all())).collect()
    }

    /// Every element inside with one of these tags.
    pub fn tagged(&self, tags: &[&str]) -> Vec<&Self> {
        self.all().into_iter().filter(|element| tags.contains(&element.tag.as_str())).collect()
    }

    /// Every element inside with this class.
    pub fn classed(&self, class: &str) -> Vec<&Self> {
        self.all().into_iter().filter(|element| element.has_class(class)).collect()
    }

    /// The element inside with this id.
    pub fn by_id(&self, id: &str) -> Option<&Self> {
        self.all().into_iter().find(|element| element.attribute("id") == Some(id))
    }

    pub fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.get(name).map(String::as_str)
    }

    pub fn has_class(&self, class: &str) -> bool {
        self.attribute("class").is_some_and(|list| list.split_whitespace().any(|it| it == class))
    }

    /// The text inside, with single blanks, as a person reads it.
    pub fn text(&self) -> String {
        self.raw_text().split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// Where words in two elements side by side touch, without a blank or a break between.
    pub fn joints(&self) -> Vec<String> {
        let pairs = self.inside.windows(2).filter_map(|pair| match pair {
            [Node::Element(left), Node::Element(right)]
                if left.is_inline() && right.is_inline() =>
            {
                let (left, right) = (left.raw_text(), right.raw_text());
                let touch = left.ends_with(|it: char| !it.is_whitespace())
                    && right.starts_with(char::is_alphanumeric);
                touch.then(|| format!("{left}|{right}"))
            }
            _ => None,
        });
        pairs.collect()
    }

    fn is_inline(&self) -> bool {
        const INLINE: [&str; 7] = ["a", "cite", "em", "label", "span", "strong", "small"];
        INLINE.contains(&self.tag.as_str())
    }

    fn raw_text(&self) -> String {
        let mut text = String::new();
        self.collect_text(&mut text);
        text
    }

    fn collect_text(&self, text: &mut String) {
        for node in &self.inside {
            match node {
                Node::Text(part) => text.push_str(part),
                Node::Element(element) => {
                    let gap = if element.is_inline() { "" } else { " " };
                    text.push_str(gap);
                    element.collect_text(text);
                    text.push_str(gap);
                }
            }
        }
    }
}
