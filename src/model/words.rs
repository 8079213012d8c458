//! The words of one language, by place.

use serde::{Deserialize, Serialize};

use super::Region;

/// A sentence's place in the words of a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Text(pub u16);

/// Every sentence that a visitor can read, in one language.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Words<'a> {
    /// The language's tag, such as `en`.
    pub language: &'a str,
    /// The sentences; a [`Text`] is a place in this list.
    #[serde(borrow)]
    pub texts: Vec<&'a str>,
}

impl<'a> Words<'a> {
    /// The sentence. Content is checked when it is compiled, so that every
    /// [`Text`] of a guide has one.
    pub fn text(&self, text: Text) -> &'a str {
        self.texts.get(usize::from(text.0)).copied().unwrap_or_default()
    }
}

/// A sentence with its open places, `{name}`, filled in. A place that has no
/// value is left out.
pub fn fill<'v>(sentence: &str, value: impl Fn(&str) -> Option<&'v str>) -> String {
    let mut filled = String::with_capacity(sentence.len() * 2);
    for (index, part) in sentence.split('{').enumerate() {
        match part.split_once('}') {
            Some((name, rest)) if index > 0 => {
                filled.push_str(value(name).unwrap_or_default());
                filled.push_str(rest);
            }
            _ => filled.push_str(part),
        }
    }
    filled
}

impl Region {
    /// What the region puts into an open place of a sentence.
    pub fn value<'a>(&self, words: &Words<'a>, name: &str) -> Option<&'a str> {
        match name {
            "emergency" => Some(words.text(self.emergency_words)),
            "hospital" => Some(words.text(self.hospital)),
            "physio" => Some(words.text(self.physio)),
            "back-passage" => Some(words.text(self.back_passage)),
            "doctor" => Some(words.text(self.doctor)),
            "advice" => self.advice.as_ref().map(|line| words.text(line.name)),
            _ => None,
        }
    }
}
