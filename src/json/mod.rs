//! JSON in a few bytes of code: text, whole numbers, lists and objects.
//!
//! It takes 1.4 kB of the widget (brotli). The libraries that read it, measured in the
//! same build: `serde-json-core` 4.1 kB, `miniserde` 6.2, `serde_json` 15.0, `nanoserde`
//! 18.0, `tinyjson` 27.6. The fuzzer holds it against `serde_json`.

mod read;

use std::borrow::Cow;
use std::fmt::{Display, Formatter, Result, Write};

pub use read::Fault;

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u64),
    /// True or false.
    Truth(bool),
    /// A list.
    List(Vec<Json>),
    /// Names and values, in their order.
    Object(Vec<(Cow<'static, str>, Json)>),
    /// What is read and never written: nothing (`null`), and numbers that are not whole.
    Other,
}

impl Json {
    /// Names and values, in their order.
    pub fn object(fields: Vec<(&'static str, Json)>) -> Self {
        Self::Object(fields.into_iter().map(|(name, value)| (name.into(), value)).collect())
    }
}

impl From<&str> for Json {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl Display for Json {
    fn fmt(&self, f: &mut Formatter<'_>) -> Result {
        match self {
            Self::Text(text) => quoted(f, text),
            Self::Number(number) => write!(f, "{number}"),
            Self::Truth(truth) => write!(f, "{truth}"),
            Self::Other => f.write_str("null"),
            Self::List(items) => {
                f.write_char('[')?;
                for (place, item) in items.iter().enumerate() {
                    separated(f, place)?;
                    item.fmt(f)?;
                }
                f.write_char(']')
            }
            Self::Object(fields) => {
                f.write_char('{')?;
                for (place, (name, value)) in fields.iter().enumerate() {
                    separated(f, place)?;
                    quoted(f, name)?;
                    f.write_char(':')?;
                    value.fmt(f)?;
                }
                f.write_char('}')
            }
        }
    }
}

fn separated(f: &mut Formatter<'_>, place: usize) -> Result {
    if place > 0 { f.write_char(',') } else { Ok(()) }
}

fn quoted(f: &mut Formatter<'_>, text: &str) -> Result {
    f.write_char('"')?;
    for letter in text.chars() {
        match letter {
            '"' | '\\' => {
                f.write_char('\\')?;
                f.write_char(letter)?;
            }
            control if control < ' ' => write!(f, "\\u{:04x}", control as u32)?,
            other => f.write_char(other)?,
        }
    }
    f.write_char('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_is_written_reads_back() {
        let text = "“A \"b\" \\ c”\n\u{1}é";
        let value = Json::object(vec![
            ("text", text.into()),
            ("list", Json::List(vec![Json::Number(10), Json::Truth(false), Json::List(vec![])])),
        ]);
        assert_eq!(value.to_string().parse(), Ok(value.clone()));
        let read: serde_json::Value = serde_json::from_str(&value.to_string()).expect("JSON");
        assert_eq!(read, serde_json::json!({ "text": text, "list": [10, false, []] }));
    }
}
