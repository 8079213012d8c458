//! JSON in a few bytes of code: text, small numbers, lists and objects, written and
//! never read. A library for it would double what the hand-over adds to the widget.

use std::fmt::{Display, Formatter, Result, Write};

/// A value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Json {
    /// A text.
    Text(String),
    /// A whole number.
    Number(u8),
    /// True or false.
    Truth(bool),
    /// A list.
    List(Vec<Json>),
    /// Names and values, in their order.
    Object(Vec<(&'static str, Json)>),
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
        let value = Json::Object(vec![
            ("text", text.into()),
            ("list", Json::List(vec![Json::Number(10), Json::Truth(false), Json::List(vec![])])),
        ]);
        let read: serde_json::Value = serde_json::from_str(&value.to_string()).expect("JSON");
        assert_eq!(read, serde_json::json!({ "text": text, "list": [10, false, []] }));
    }
}
