//! Reads JSON that anybody may have written: it never panics, goes a few levels
//! deep at most, and takes time in proportion to the length.

use std::str::{Chars, FromStr};

use super::Json;

/// What we write goes 5 levels deep.
const DEEPEST: u8 = 32;

/// Why a text is no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// It is as it should be, and ends too soon.
    Ends,
    /// Something stands there that should not, or goes too deep.
    Wrong,
}

type Read<T> = Result<T, Fault>;

impl FromStr for Json {
    type Err = Fault;

    fn from_str(text: &str) -> Read<Self> {
        let mut reader = Reader { rest: text.chars() };
        let value = reader.value(DEEPEST)?;
        reader.space();
        if reader.rest.as_str().is_empty() { Ok(value) } else { Err(Fault::Wrong) }
    }
}

struct Reader<'a> {
    rest: Chars<'a>,
}

impl Reader<'_> {
    fn next(&mut self) -> Read<char> {
        self.rest.next().ok_or(Fault::Ends)
    }

    fn peek(&self) -> Read<char> {
        self.rest.clone().next().ok_or(Fault::Ends)
    }

    /// The next letter that is no space.
    fn sign(&mut self) -> Read<char> {
        self.space();
        self.peek()
    }

    fn space(&mut self) {
        let rest = self.rest.as_str();
        self.rest = rest.trim_start_matches([' ', '\n', '\r', '\t']).chars();
    }

    fn take(&mut self, letter: char) -> Read<()> {
        if self.next()? == letter { Ok(()) } else { Err(Fault::Wrong) }
    }

    fn value(&mut self, deeper: u8) -> Read<Json> {
        let deeper = deeper.checked_sub(1).ok_or(Fault::Wrong)?;
        match self.sign()? {
            '"' => self.text().map(Json::Text),
            '[' => {
                let mut items = Vec::new();
                self.each(']', |reader| {
                    items.push(reader.value(deeper)?);
                    Ok(())
                })?;
                Ok(Json::List(items))
            }
            '{' => {
                let mut fields = Vec::new();
                self.each('}', |reader| {
                    reader.space();
                    let name = reader.text()?;
                    reader.space();
                    reader.take(':')?;
                    fields.push((name.into(), reader.value(deeper)?));
                    Ok(())
                })?;
                Ok(Json::Object(fields))
            }
            't' => self.word("true", Json::Truth(true)),
            'f' => self.word("false", Json::Truth(false)),
            'n' => self.word("null", Json::Other),
            '-' | '0'..='9' => Ok(self.number()),
            _ => Err(Fault::Wrong),
        }
    }

    /// What stands between brackets, with commas between.
    fn each(&mut self, end: char, mut one: impl FnMut(&mut Self) -> Read<()>) -> Read<()> {
        self.next()?;
        if self.sign()? == end {
            return self.next().map(drop);
        }
        loop {
            one(self)?;
            self.space();
            match self.next()? {
                ',' => {}
                it if it == end => return Ok(()),
                _ => return Err(Fault::Wrong),
            }
        }
    }

    fn word(&mut self, word: &str, value: Json) -> Read<Json> {
        word.chars().try_for_each(|letter| self.take(letter))?;
        Ok(value)
    }

    /// A number that is not whole, or is larger than any of ours, is only known to be one.
    fn number(&mut self) -> Json {
        let all = self.rest.as_str();
        let rest = all
            .trim_start_matches(|it: char| matches!(it, '0'..='9' | '-' | '+' | '.' | 'e' | 'E'));
        self.rest = rest.chars();
        let digits = all.strip_suffix(rest).unwrap_or_default();
        let plain = digits == "0" || !digits.starts_with(['0', '-']);
        digits.parse().ok().filter(|_| plain).map_or(Json::Other, Json::Number)
    }

    fn text(&mut self) -> Read<String> {
        self.take('"')?;
        let mut text = String::new();
        loop {
            text.push(match self.next()? {
                '"' => return Ok(text),
                '\\' => self.escaped()?,
                control if control < ' ' => return Err(Fault::Wrong),
                letter => letter,
            });
        }
    }

    fn escaped(&mut self) -> Read<char> {
        Ok(match self.next()? {
            letter @ ('"' | '\\' | '/') => letter,
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let first = self.unit()?;
                let code = if (0xd800..0xdc00).contains(&first) {
                    // One letter in two halves.
                    self.take('\\')?;
                    self.take('u')?;
                    let second = self.unit()?.checked_sub(0xdc00).filter(|it| *it < 0x400);
                    0x10000 + ((first - 0xd800) << 10) + second.ok_or(Fault::Wrong)?
                } else {
                    first
                };
                char::from_u32(code).ok_or(Fault::Wrong)?
            }
            _ => return Err(Fault::Wrong),
        })
    }

    fn unit(&mut self) -> Read<u32> {
        let mut unit = 0;
        for _ in 0..4 {
            unit = unit * 16 + self.next()?.to_digit(16).ok_or(Fault::Wrong)?;
        }
        Ok(unit)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Read<Json> {
        text.parse()
    }

    #[test]
    fn every_kind_of_value_is_read() {
        let text =
            " { \"a\" : [ 0 , 12, true,false , null , -1, 1.5e3, 07 ] ,\n\"b\":{}, \"c\":[]}\t";
        let other = || Json::Other;
        let list = vec![Json::Number(0), Json::Number(12), Json::Truth(true), Json::Truth(false)];
        let list = list.into_iter().chain([other(), other(), other(), other()]).collect();
        let expected =
            [("a", Json::List(list)), ("b", Json::object(vec![])), ("c", Json::List(vec![]))];
        assert_eq!(read(text), Ok(Json::object(expected.into())));
    }

    #[test]
    fn letters_are_read_however_they_are_written() {
        let text = r#""\"\\\/\b\f\n\r\t\u00e9é\ud83d\ude00😀""#;
        assert_eq!(read(text), Ok("\"\\/\u{8}\u{c}\n\r\téé😀😀".into()));
        for wrong in
            [r#""\ud83d""#, r#""\ud83d\u0041""#, r#""\ude00""#, r#""\x""#, r#""\u12g4""#, "\"\n\""]
        {
            assert_eq!(read(wrong), Err(Fault::Wrong), "{wrong}");
        }
    }

    #[test]
    fn what_is_cut_anywhere_ends_too_soon() {
        let whole = r#"{"a":[1,{"b":"x\u00e9\ud83d\ude00"},true],"c":"z"}"#;
        assert!(read(whole).is_ok());
        for (at, _) in whole.char_indices() {
            assert_eq!(read(&whole[..at]), Err(Fault::Ends), "{}", &whole[..at]);
        }
    }

    #[test]
    fn what_goes_too_deep_is_refused_and_harms_nothing() {
        assert!(read(&["[".repeat(32), "]".repeat(32)].concat()).is_ok());
        assert_eq!(read(&["[".repeat(33), "]".repeat(33)].concat()), Err(Fault::Wrong));
        assert_eq!(read(&"[".repeat(1_000_000)), Err(Fault::Wrong));
    }

    #[test]
    fn what_is_no_json_is_refused() {
        for wrong in ["[1 2]", "[1,]", "{\"a\" 1}", "{a:1}", "tru3", "1 2", "x", "[1}", "{,}"] {
            assert_eq!(read(wrong), Err(Fault::Wrong), "{wrong}");
        }
    }
}
