//! What a text must be to be read, and what is said of one that is not.

use super::{MOST_BYTES, MOST_LETTERS, Why, read, text};
use crate::model::{Given, Record};

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
    for foreign in ["null", "[]", "{}", "hello", "\0", r#"{"format":"other","version":1}"#, "{\"a"]
    {
        assert_eq!(why(foreign), Some(Why::Foreign), "{foreign}");
    }
    assert_eq!(but("sciatica-check-record", "sciatica-check-records"), Some(Why::Foreign));
}

#[test]
fn what_a_later_version_wrote_is_kept_for_it_whatever_it_says() {
    assert_eq!(but("\"version\":1", "\"version\":2"), Some(Why::Future));
    let later = r#"{"format":"sciatica-check-record","version":4294967295,"new":[null,-1.5,true]}"#;
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
