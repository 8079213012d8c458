//! What is said of what was kept, or was not.

use yew::AttrValue;

use crate::content::phrase;
use crate::model::{Text, Words, fill};
use crate::record::{Added, Refused, Why};
use crate::view::storage::Unkept;

/// A sentence with these values filled in.
pub fn filled(words: &Words<'static>, text: Text, values: &[(&str, &str)]) -> AttrValue {
    AttrValue::from(fill(words.text(text), |name| {
        values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    }))
}

/// Why something was not kept.
pub fn refused(why: Refused) -> Text {
    match why {
        Refused::Blocked => phrase::KEEP_BLOCKED,
        Refused::Full => phrase::KEEP_FULL,
        Refused::TooLarge => phrase::KEEP_TOO_LONG,
    }
}

/// Why a text could not be read, as a part of a sentence.
pub fn why(why: Why) -> Text {
    match why {
        Why::TooLarge => phrase::KEEP_WHY_TOO_LARGE,
        Why::Truncated => phrase::KEEP_WHY_TRUNCATED,
        Why::Corrupt => phrase::KEEP_WHY_CORRUPT,
        Why::Foreign => phrase::KEEP_WHY_FOREIGN,
        Why::Future => phrase::KEEP_WHY_FUTURE,
    }
}

/// What came of a file.
pub fn imported(words: &Words<'static>, result: Result<Added, Unkept>) -> AttrValue {
    match result {
        Ok(Added { new, newer, known }) => {
            let (new, newer, known) = (new.to_string(), newer.to_string(), known.to_string());
            let values = [("new", &*new), ("newer", &*newer), ("known", &*known)];
            filled(words, phrase::KEEP_ADDED, &values)
        }
        Err(Unkept::Refused(it)) => AttrValue::Static(words.text(refused(it))),
        Err(Unkept::NotRead(it)) => {
            filled(words, phrase::KEEP_NOT_ADDED, &[("why", words.text(why(it)))])
        }
    }
}
