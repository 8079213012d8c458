//! The words of one language, by place.

use serde::{Deserialize, Serialize};

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
