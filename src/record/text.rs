//! A record as text, and back.

use std::borrow::Cow;

use super::migrate::{VERSION, migrate};
use crate::json::{Fault, Json};
use crate::model::{Day, Given, Own, Record, Visit};

/// A text longer than this is not read, and would not be written. A record of weekly
/// visits over ten years is about 200 kB.
pub const MOST_BYTES: usize = 1_000_000;
/// No id and no name is longer.
pub const MOST_LETTERS: usize = 200;
/// Nobody is asked for more.
const MOST_ACTIVITIES: usize = 3;

const FORMAT: &str = "sciatica-check-record";
/// How every text begins that we write.
const BEGINNING: &str = r#"{"format":"sciatica-check-record","#;

/// A text that could not be read, as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Aside {
    /// The whole of it.
    pub text: String,
    /// The reason.
    pub why: Why,
}

/// Why a text could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Why {
    /// It is longer than any record.
    TooLarge,
    /// It is a record, and its end is missing.
    Truncated,
    /// It is a record, and something in it is wrong.
    Corrupt,
    /// It is no record.
    Foreign,
    /// A later version of this program has written it.
    Future,
}

/// The text of a record.
pub fn text(record: &Record) -> String {
    let own = &record.own;
    let mut fields = vec![
        ("revision", Json::Number(own.revision.into())),
        ("activities", texts(&own.activities)),
    ];
    fields.extend(own.forget_after.map(|months| ("forget_after", Json::Number(months.into()))));
    Json::object(vec![
        ("format", FORMAT.into()),
        ("version", Json::Number(VERSION.into())),
        ("own", Json::object(fields)),
        ("visits", Json::List(record.visits().iter().map(visit).collect())),
    ])
    .to_string()
}

fn visit(visit: &Visit) -> Json {
    let answers = visit.answers().iter().map(|(question, given)| {
        let given = match given {
            Given::Options(ids) => texts(ids),
            Given::Number(number) => Json::Number((*number).into()),
        };
        (Cow::Owned(question.clone()), given)
    });
    Json::object(vec![
        ("id", visit.id.as_str().into()),
        ("revision", Json::Number(visit.revision.into())),
        ("at", Json::Number(visit.at)),
        ("day", Json::Text(visit.day.to_string())),
        ("answers", Json::Object(answers.collect())),
    ])
}

fn texts(texts: &[String]) -> Json {
    Json::List(texts.iter().map(|it| it.as_str().into()).collect())
}

/// The record of a text, or the text itself and why it is none.
pub fn read(text: String) -> Result<Record, Aside> {
    understand(&text).map_err(|why| Aside { text, why })
}

fn understand(text: &str) -> Result<Record, Why> {
    if text.len() > MOST_BYTES {
        return Err(Why::TooLarge);
    }
    let ours = text.starts_with(BEGINNING);
    let json = text.parse::<Json>().map_err(|fault| match fault {
        Fault::Ends if ours || BEGINNING.starts_with(text) => Why::Truncated,
        _ if ours => Why::Corrupt,
        _ => Why::Foreign,
    })?;
    let Json::Object(fields) = &json else { return Err(Why::Foreign) };
    let field = |name: &str| fields.iter().find(|(it, _)| it == name).map(|(_, value)| value);
    if !matches!(field("format"), Some(Json::Text(format)) if format == FORMAT) {
        return Err(Why::Foreign);
    }
    let version = match field("version") {
        Some(Json::Number(version)) => *version,
        _ => return Err(Why::Corrupt),
    };
    if version > VERSION.into() {
        return Err(Why::Future);
    }
    migrate(json, version).and_then(read_record).ok_or(Why::Corrupt)
}

fn read_record(json: Json) -> Option<Record> {
    let mut fields = Fields::of(json)?;
    fields.take("format")?;
    fields.take("version")?;
    let mut record = Record::default();
    record.own = read_own(fields.take("own")?)?;
    for visit in list(fields.take("visits")?)? {
        record.keep(read_visit(visit)?);
    }
    fields.end()?;
    Some(record)
}

fn read_own(json: Json) -> Option<Own> {
    let mut fields = Fields::of(json)?;
    let own = Own {
        revision: number(fields.take("revision")?, u32::MAX.into())? as u32,
        activities: names(fields.take("activities")?)?,
        forget_after: match fields.take("forget_after") {
            Some(months) => Some(number(months, u8::MAX.into())? as u8),
            None => None,
        },
    };
    fields.end()?;
    (own.activities.len() <= MOST_ACTIVITIES).then_some(own)
}

fn read_visit(json: Json) -> Option<Visit> {
    let mut fields = Fields::of(json)?;
    let id = name(fields.take("id")?)?;
    let at = number(fields.take("at")?, u64::MAX)?;
    let mut visit = Visit::new(id, at, Day::read(&name(fields.take("day")?)?)?);
    visit.revision = number(fields.take("revision")?, u32::MAX.into())? as u32;
    for (question, given) in Fields::of(fields.take("answers")?)?.0 {
        let question = name(Json::Text(question.into_owned()))?;
        // Two answers to one question are no answer.
        if visit.answer(&question).is_some() {
            return None;
        }
        let given = match given {
            Json::Number(_) => Given::Number(number(given, u16::MAX.into())? as u16),
            options => Given::Options(names(options)?),
        };
        visit.give(question, given);
    }
    fields.end()?;
    Some(visit)
}

/// The fields of an object. Each is taken once, and in the end none is left.
struct Fields(Vec<(Cow<'static, str>, Json)>);

impl Fields {
    fn of(json: Json) -> Option<Self> {
        let Json::Object(fields) = json else { return None };
        Some(Self(fields))
    }

    fn take(&mut self, name: &str) -> Option<Json> {
        let at = self.0.iter().position(|(it, _)| it == name)?;
        Some(self.0.swap_remove(at).1)
    }

    fn end(self) -> Option<()> {
        self.0.is_empty().then_some(())
    }
}

fn list(json: Json) -> Option<Vec<Json>> {
    let Json::List(items) = json else { return None };
    Some(items)
}

fn number(json: Json, most: u64) -> Option<u64> {
    let Json::Number(number) = json else { return None };
    (number <= most).then_some(number)
}

fn name(json: Json) -> Option<String> {
    let Json::Text(text) = json else { return None };
    (!text.is_empty() && text.chars().nth(MOST_LETTERS).is_none()).then_some(text)
}

fn names(json: Json) -> Option<Vec<String>> {
    let mut names = Vec::new();
    for item in list(json)? {
        names.push(name(item)?);
    }
    Some(names)
}
