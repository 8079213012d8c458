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
    if field("format") != Some(&FORMAT.into()) {
        return Err(Why::Foreign);
    }
    match field("version").and_then(whole) {
        Some(version) if version > VERSION => Err(Why::Future),
        version => version
            .and_then(|version| migrate(json.clone(), version))
            .and_then(record)
            .ok_or(Why::Corrupt),
    }
}

fn record(json: Json) -> Option<Record> {
    let [_, _, own, visits] = fields(json, ["format", "version", "own", "visits"])?;
    let [revision, activities, forget_after] =
        fields(own?, ["revision", "activities", "forget_after"])?;
    let mut record = Record::default();
    record.own = Own {
        revision: whole(&revision?)?,
        activities: list(activities?, name)?,
        forget_after: match forget_after {
            Some(months) => Some(whole(&months)?),
            None => None,
        },
    };
    if record.own.activities.len() > MOST_ACTIVITIES {
        return None;
    }
    for visit in list(visits?, read_visit)? {
        record.keep(visit);
    }
    Some(record)
}

fn read_visit(json: Json) -> Option<Visit> {
    let [id, revision, at, day, answers] =
        fields(json, ["id", "revision", "at", "day", "answers"])?;
    let mut visit = Visit::new(name(id?)?, whole(&at?)?, read_day(&name(day?)?)?);
    visit.revision = whole(&revision?)?;
    let Json::Object(answers) = answers? else { return None };
    for (question, given) in answers {
        let question = name(Json::Text(question.into_owned()))?;
        let given = match given {
            Json::List(_) => Given::Options(list(given, name)?),
            number => Given::Number(whole(&number)?),
        };
        // Two answers to one question are no answer.
        if visit.answer(&question).is_some() {
            return None;
        }
        visit.give(question, given);
    }
    Some(visit)
}

/// The fields of these names. Nothing else may be there, and nothing twice.
fn fields<const N: usize>(json: Json, names: [&str; N]) -> Option<[Option<Json>; N]> {
    let Json::Object(mut fields) = json else { return None };
    let found = names.map(|name| {
        let at = fields.iter().position(|(it, _)| it == name)?;
        Some(fields.swap_remove(at).1)
    });
    fields.is_empty().then_some(found)
}

fn whole<N: TryFrom<u64>>(json: &Json) -> Option<N> {
    let Json::Number(number) = json else { return None };
    (*number).try_into().ok()
}

fn name(json: Json) -> Option<String> {
    let Json::Text(text) = json else { return None };
    (!text.is_empty() && text.chars().nth(MOST_LETTERS).is_none()).then_some(text)
}

fn list<T>(json: Json, one: impl FnMut(Json) -> Option<T>) -> Option<Vec<T>> {
    let Json::List(items) = json else { return None };
    items.into_iter().map(one).collect()
}

/// `2026-11-25`.
fn read_day(text: &str) -> Option<Day> {
    let mut parts = text.split('-');
    let [year, month, day] = [parts.next()?, parts.next()?, parts.next()?];
    let day = Day::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
    // Written any other way, it would not come back the same.
    (day.to_string() == text).then_some(day)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: &str = r#"{"format":"sciatica-check-record","version":1,"own":{"revision":2,"activities":["Gardening"],"forget_after":12},"visits":[{"id":"a-1","revision":0,"at":1795642041,"day":"2026-11-25","answers":{"far":["calf","foot"],"pain":6}}]}"#;

    fn why(text: &str) -> Option<Why> {
        read(text.to_owned()).err().map(|aside| {
            assert_eq!(aside.text, text, "nothing of it is changed");
            aside.why
        })
    }

    /// The text, with something in it put otherwise.
    fn but(what: &str, otherwise: &str) -> Option<Why> {
        assert!(ONE.contains(what), "{what}");
        why(&ONE.replacen(what, otherwise, 1))
    }

    #[test]
    fn what_is_written_is_read_and_written_the_same() {
        let record = read(ONE.to_owned()).unwrap();
        assert_eq!(record.own.activities, ["Gardening"]);
        let visit = &record.visits()[0];
        assert_eq!(visit.answer("pain"), Some(&Given::Number(6)));
        assert_eq!(visit.answer("far"), Some(&Given::Options(vec!["calf".into(), "foot".into()])));
        assert_eq!((visit.at, visit.day.to_string().as_str()), (1_795_642_041, "2026-11-25"));
        assert_eq!(text(&record), ONE);
        assert_eq!(read(text(&Record::default())), Ok(Record::default()));
    }

    #[test]
    fn a_text_that_is_cut_anywhere_is_truncated() {
        for at in 0..ONE.len() {
            assert_eq!(why(&ONE[..at]), Some(Why::Truncated), "{}", &ONE[..at]);
        }
    }

    #[test]
    fn what_is_no_record_is_foreign() {
        for foreign in
            ["null", "[]", "{}", "hello", "\0", r#"{"format":"other","version":1}"#, "{\"a"]
        {
            assert_eq!(why(foreign), Some(Why::Foreign), "{foreign}");
        }
        assert_eq!(but("sciatica-check-record", "sciatica-check-records"), Some(Why::Foreign));
    }

    #[test]
    fn what_a_later_version_wrote_is_kept_for_it_whatever_it_says() {
        assert_eq!(but("\"version\":1", "\"version\":2"), Some(Why::Future));
        let later =
            r#"{"format":"sciatica-check-record","version":4294967295,"new":[null,-1.5,true]}"#;
        assert_eq!(why(later), Some(Why::Future));
    }

    #[test]
    fn a_record_with_something_wrong_in_it_is_corrupt() {
        for (what, otherwise) in [
            ("\"version\":1", "\"version\":0"),
            ("\"version\":1", "\"version\":\"1\""),
            ("\"version\":1,", ""),
            ("\"revision\":2", "\"revision\":-2"),
            ("\"revision\":2", "\"revision\":4294967296"),
            ("\"Gardening\"", "\"a\",\"b\",\"c\",\"d\""),
            ("\"Gardening\"", "7"),
            ("\"forget_after\":12", "\"forget_after\":256"),
            ("\"forget_after\"", "\"forget\""),
            ("\"id\":\"a-1\"", "\"id\":\"\""),
            ("\"id\":\"a-1\"", "\"id\":\"a\",\"id\":\"b\""),
            ("2026-11-25", "2026-02-29"),
            ("2026-11-25", "2026-11-5"),
            ("2026-11-25", "+2026-11-25"),
            ("2026-11-25", "2026-11-25-1"),
            ("\"pain\":6", "\"pain\":65536"),
            ("\"pain\":6", "\"pain\":6.5"),
            ("\"pain\":6", "\"pain\":null"),
            ("\"pain\":6", "\"far\":6"),
            ("\"answers\":", "\"answer\":"),
            ("}]}", "}]}x"),
            ("\"visits\":[", "\"visits\":["),
        ] {
            let expected = (what != otherwise).then_some(Why::Corrupt);
            assert_eq!(but(what, otherwise), expected, "{what} → {otherwise}");
        }
        let long = "x".repeat(MOST_LETTERS);
        assert_eq!(but("Gardening", &long), None);
        assert_eq!(but("Gardening", &[&long, "x"].concat()), Some(Why::Corrupt));
    }

    #[test]
    fn what_is_too_large_is_not_even_looked_at() {
        let spaces = " ".repeat(MOST_BYTES - ONE.len());
        assert_eq!(why(&[ONE, &spaces].concat()), None);
        assert_eq!(why(&[ONE, &spaces, " "].concat()), Some(Why::TooLarge));
    }
}
