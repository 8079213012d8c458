//! What must hold for whatever is read, kept or merged. The fuzzer looks for what
//! breaks it (`fuzz_targets/`), and `tests/record.rs` tries the kept corpus and some
//! thousand changes of it.

use std::collections::BTreeMap;

use arbitrary::{Result, Unstructured};

use crate::json::Json;
use crate::model::{Day, Given, Own, Record, Visit};
use crate::record::{self, Aside, Kept, MOST_BYTES, Refused, Shelf};

/// A shelf with a little room, in memory.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    pub texts: BTreeMap<String, String>,
    /// How many bytes fit; `None`: any.
    pub room: Option<usize>,
}

impl Shelf for Memory {
    fn names(&self) -> Vec<String> {
        self.texts.keys().cloned().collect()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.texts.get(name).cloned()
    }

    fn put(&mut self, name: &str, text: &str) -> std::result::Result<(), Refused> {
        let others = self.texts.iter().filter(|(it, _)| *it != name);
        let used: usize = others.map(|(name, text)| name.len() + text.len()).sum();
        if self.room.is_some_and(|room| used + name.len() + text.len() > room) {
            return Err(Refused::Full);
        }
        self.texts.insert(name.to_owned(), text.to_owned());
        Ok(())
    }

    fn remove(&mut self, name: &str) {
        self.texts.remove(name);
    }
}

/// Nothing that is read breaks anything, and nothing is lost.
pub fn any_text(bytes: &[u8]) {
    // As a browser decodes a file.
    let text = String::from_utf8_lossy(bytes);
    as_another_reader_has_it(&text);
    match record::read(text.to_string()) {
        Err(Aside { text: aside, .. }) => assert_eq!(aside, text, "set aside, and changed"),
        Ok(record) => {
            let written = record::text(&record);
            // Escapes that are written as letters make a text shorter, never too long.
            assert!(written.len() <= MOST_BYTES, "it would not be read again");
            assert_eq!(record::read(written.clone()).as_ref(), Ok(&record));
            same_visits(&text, &written);
        }
    }
    beside_a_new_visit(&text);
}

/// A text that lies on the device already, and then a visit is kept.
fn beside_a_new_visit(text: &str) {
    let mut shelf = Memory::default();
    let lies = "sciatica-check.record.new";
    shelf.texts.insert(lies.to_owned(), text.to_owned());
    shelf.texts.insert("other".to_owned(), "of the host page".to_owned());
    let before = record::load(&shelf);
    let mut new = Record::default();
    let mut visit = Visit::new("new".to_owned(), 1, Day { year: 2026, month: 11, day: 25 });
    visit.revision = u32::MAX;
    new.keep(visit);
    match record::keep(&mut shelf, &new) {
        Err(refused) => assert_eq!((refused, record::load(&shelf)), (Refused::TooLarge, before)),
        Ok(()) => {
            let after = record::load(&shelf);
            assert_eq!(after.record, record::merge(before.record, &new));
            assert_eq!(after.aside, before.aside, "what is set aside stays as it is");
            record::forget(&mut shelf, |_| true).expect("there is room for less");
            assert!(record::load(&shelf).record.visits().is_empty());
            assert_eq!(record::load(&shelf).aside, before.aside, "it is not forgotten either");
        }
    }
    record::clear(&mut shelf);
    assert_eq!(record::load(&shelf), Kept::default());
    assert_eq!(shelf.names(), ["other"], "what is not ours stays");
}

/// Every visit of a text stands in what is written of it, with every answer.
fn same_visits(text: &str, written: &str) {
    let visits = |text: &str| {
        let all: serde_json::Value = serde_json::from_str(text).expect("JSON");
        all["visits"].as_array().expect("visits").clone()
    };
    let (before, after) = (visits(text), visits(written));
    assert!(after.iter().all(|it| before.contains(it)), "made up: {after:?}");
    // Of two versions of a visit one stays.
    for visit in &before {
        let versions = before.iter().filter(|it| it["id"] == visit["id"]).count();
        assert!(versions > 1 || after.contains(visit), "lost: {visit}");
        assert_eq!(after.iter().filter(|it| it["id"] == visit["id"]).count(), 1);
    }
}

/// `serde_json` reads the same, but for numbers that a record never has.
fn as_another_reader_has_it(text: &str) {
    let (ours, theirs) = (text.parse::<Json>(), serde_json::from_str::<serde_json::Value>(text));
    match (ours, theirs) {
        (Ok(ours), Ok(theirs)) => assert!(same(&ours, &theirs), "{ours:?} is not {theirs:?}"),
        (Ok(ours), Err(_)) => assert!(not_whole(&ours), "only we read this: {ours:?}"),
        (Err(_), Ok(theirs)) => assert!(depth(&theirs) > 32, "only they read this: {theirs}"),
        (Err(_), Err(_)) => {}
    }
}

fn same(ours: &Json, theirs: &serde_json::Value) -> bool {
    use serde_json::Value;
    match (ours, theirs) {
        (Json::Text(ours), Value::String(theirs)) => ours == theirs,
        (Json::Number(ours), Value::Number(theirs)) => theirs.as_u64() == Some(*ours),
        (Json::Truth(ours), Value::Bool(theirs)) => ours == theirs,
        (Json::List(ours), Value::Array(theirs)) => {
            ours.len() == theirs.len() && ours.iter().zip(theirs).all(|(a, b)| same(a, b))
        }
        // Of a name that stands twice they know the last value only.
        (Json::Object(ours), Value::Object(theirs)) => theirs.iter().all(|(name, value)| {
            let last = ours.iter().rev().find(|(it, _)| it == name);
            last.is_some_and(|(_, it)| same(it, value))
        }),
        (Json::Other, Value::Null) => true,
        (Json::Other, Value::Number(theirs)) => theirs.as_u64().is_none(),
        _ => false,
    }
}

fn not_whole(json: &Json) -> bool {
    match json {
        Json::List(items) => items.iter().any(not_whole),
        Json::Object(fields) => fields.iter().any(|(_, value)| not_whole(value)),
        it => *it == Json::Other,
    }
}

fn depth(value: &serde_json::Value) -> usize {
    use serde_json::Value;
    1 + match value {
        Value::Array(items) => items.iter().map(depth).max().unwrap_or(0),
        Value::Object(fields) => fields.values().map(depth).max().unwrap_or(0),
        _ => 0,
    }
}

/// Records merge to the same in whatever order, and two tabs lose nothing.
pub fn any_records(bytes: &[u8]) {
    let mut bytes = Unstructured::new(bytes);
    let (Ok(a), Ok(b), Ok(c)) = (record(&mut bytes), record(&mut bytes), record(&mut bytes)) else {
        return;
    };
    let both = |a: &Record, b: &Record| record::merge(a.clone(), b);
    assert_eq!(both(&a, &b), both(&b, &a), "commutative");
    assert_eq!(both(&both(&a, &b), &c), both(&a, &both(&b, &c)), "associative");
    assert_eq!(both(&a, &a), a, "idempotent");
    assert_eq!(both(&both(&a, &b), &b), both(&a, &b), "idempotent");
    for one in a.visits().iter().chain(b.visits()) {
        let merged = both(&a, &b);
        let there = merged.visits().iter().find(|it| it.id == one.id).expect("every visit");
        assert!(there >= one, "the newer version");
    }
    let told = record::added(&a, &b);
    assert_eq!(told.new + told.newer + told.known, b.visits().len());
    assert_eq!(a.visits().len() + told.new, both(&a, &b).visits().len());
    assert_eq!(record::read(record::text(&a)), Ok(a.clone()));
    two_tabs(&a, &b, &c, bytes.arbitrary().unwrap_or(u16::MAX));
}

/// Two tabs keep what they have; a shelf that is full loses nothing that it had.
fn two_tabs(a: &Record, b: &Record, c: &Record, room: u16) {
    let mut shelf = Memory::default();
    for tab in [a, b, c, a] {
        record::keep(&mut shelf, tab).expect("room for any");
    }
    let all = record::merge(record::merge(a.clone(), b), c);
    assert_eq!(record::load(&shelf), Kept { record: all.clone(), aside: vec![] });
    let lies = shelf.clone();
    record::keep(&mut shelf, &all).expect("it is there");
    assert_eq!(shelf, lies, "written once");

    let mut small = Memory { room: Some(room.into()), ..Memory::default() };
    for tab in [a, b] {
        let before = record::load(&small).record;
        let kept = record::keep(&mut small, tab);
        let after = record::load(&small).record;
        assert_eq!(record::merge(after.clone(), &before), after, "what was there still is");
        if kept.is_ok() {
            assert_eq!(after, record::merge(before, tab));
        }
    }
}

/// A record of few ids, seconds and revisions, so that they meet.
pub fn record(bytes: &mut Unstructured<'_>) -> Result<Record> {
    const NAMES: [&str; 6] = ["a", "b", "c", "ä \"\\\n", "a+", "."];
    let name = |bytes: &mut Unstructured<'_>| Ok(bytes.choose(&NAMES)?.to_string());
    let mut record = Record::default();
    record.own = Own {
        revision: bytes.int_in_range(0..=2)?,
        activities: (0..bytes.int_in_range(0..=3)?).map(|_| name(bytes)).collect::<Result<_>>()?,
        forget_after: bytes.arbitrary()?,
    };
    for _ in 0..bytes.int_in_range(0..=4)? {
        let first = Day { year: 2027, month: 12, day: 30 };
        let at = *bytes.choose(&[0, 1, 2, u64::MAX])?;
        let mut visit = Visit::new(name(bytes)?, at, first.after(bytes.int_in_range(0..=70)?));
        visit.revision = bytes.int_in_range(0..=2)?;
        for _ in 0..bytes.int_in_range(0..=3)? {
            let given = match bytes.arbitrary()? {
                true => Given::Number(bytes.arbitrary()?),
                false => Given::Options(vec![name(bytes)?, name(bytes)?]),
            };
            visit.give(name(bytes)?, given);
        }
        record.keep(visit);
    }
    Ok(record)
}
