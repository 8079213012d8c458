//! The record that a person keeps: whatever is read breaks nothing, nothing is lost,
//! and two tabs, two devices and a clock that jumps come to the same.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "../fuzz/checks.rs"]
mod checks;

use std::path::{Path, PathBuf};

use checks::Memory;
use sciatica_check::model::{Day, Given, Record, Visit};
// `checks.rs` is compiled into the fuzzer too, and finds these there at the same place.
use sciatica_check::record::{Refused, Shelf, Why};
use sciatica_check::{json, model, record};

fn visit(id: &str, at: u64) -> Visit {
    Visit::new(id.to_owned(), at, Day { year: 2026, month: 11, day: 25 })
}

fn of(visits: &[Visit]) -> Record {
    let mut record = Record::default();
    visits.iter().cloned().for_each(|it| record.keep(it));
    record
}

fn ids(record: &Record) -> Vec<&str> {
    record.visits().iter().map(|it| it.id.as_str()).collect()
}

// --- Bad input ----------------------------------------------------------------------

/// The files of the fuzzer's kept corpus.
fn corpus(target: &str) -> Vec<(PathBuf, Vec<u8>)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fuzz/corpus").join(target);
    let entries = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
    let mut paths: Vec<PathBuf> = entries.collect();
    paths.sort();
    assert!(paths.len() >= 8, "{paths:?}");
    paths.into_iter().map(|path| (path.clone(), std::fs::read(path).unwrap())).collect()
}

/// Numbers that look like chance, and are the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        (self.0 >> 33) as usize % below.max(1)
    }

    /// The bytes with some of them changed, taken out, or put in again elsewhere.
    fn change(&mut self, bytes: &[u8]) -> Vec<u8> {
        const SIGNS: &[u8] = b"\"\\{}[]:,0192-.eu \n\x00\x7f\xff";
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.roll(3) {
            let (from, to) = (self.roll(bytes.len() + 1), self.roll(bytes.len() + 1));
            let part = from.min(to)..from.max(to);
            match self.roll(4) {
                0 => drop(bytes.drain(part)),
                1 => bytes.truncate(from),
                2 => {
                    let copy = bytes[part].to_vec();
                    bytes.splice(to..to, copy);
                }
                _ => bytes.insert(from, SIGNS[self.roll(SIGNS.len())]),
            }
        }
        bytes
    }
}

#[test]
fn no_text_breaks_anything_and_none_is_lost() {
    let mut dice = Dice(6);
    for (path, bytes) in corpus("text") {
        println!("{}", path.display());
        checks::any_text(&bytes);
        for _ in 0..300 {
            checks::any_text(&dice.change(&bytes));
        }
    }
}

#[test]
fn records_merge_to_the_same_in_any_order_and_two_tabs_lose_nothing() {
    let mut dice = Dice(7);
    let mut met = 0;
    for (path, bytes) in corpus("records") {
        println!("{}", path.display());
        checks::any_records(&bytes);
        for _ in 0..300 {
            let bytes = dice.change(&bytes);
            checks::any_records(&bytes);
            let mut bytes = arbitrary::Unstructured::new(&bytes);
            let pair =
                checks::record(&mut bytes).and_then(|a| Ok((a, checks::record(&mut bytes)?)));
            met += usize::from(pair.is_ok_and(|(a, b)| {
                let told = record::added(&a, &b);
                told.new > 0 && told.newer + told.known > 0
            }));
        }
    }
    assert!(met > 100, "only {met} pairs of records have visits in common and apart");
}

#[test]
fn what_is_far_too_large_is_refused_at_once() {
    let begun = std::time::Instant::now();
    let huge = [include_str!("record/version-1.json"), &" ".repeat(50_000_000)].concat();
    let aside = record::read(huge).unwrap_err();
    assert_eq!((aside.why, aside.text.len() > 50_000_000), (Why::TooLarge, true));
    assert!(begun.elapsed().as_secs() < 2, "{:?}", begun.elapsed());
}

#[test]
fn the_most_that_is_read_takes_no_time() {
    let begun = std::time::Instant::now();
    let one = r#"{"id":"#;
    let visits = (0..).map(|it| {
        format!(r#"{one}"{it}","revision":0,"at":0,"day":"2026-11-25","answers":{{}}}},"#)
    });
    let whole = record::text(&of(&[visit("x", 0)]));
    let (before, after) = whole.split_once(one).unwrap();
    let mut text = before.to_owned();
    for visit in visits {
        if text.len() + visit.len() + after.len() + one.len() > record::MOST_BYTES {
            break;
        }
        text.push_str(&visit);
    }
    text.push_str(&[one, after].concat());
    let record = record::read(text).unwrap();
    assert!(record.visits().len() > 10_000, "{}", record.visits().len());
    assert!(begun.elapsed().as_secs() < 5, "{:?}", begun.elapsed());
}

#[test]
fn a_record_of_every_version_that_has_been_is_still_read() {
    let text = include_str!("record/version-1.json");
    let record = record::read(text.to_owned()).unwrap();
    assert_eq!(record.visits().len(), 2);
    assert_eq!(record.visits()[1].answer("walk-minutes"), Some(&Given::Number(240)));
    assert_eq!(record.own.activities.len(), 3);
    assert_eq!(record.visits()[1].days_after(&record.visits()[0]), Some(7));
    assert_eq!(record::VERSION, 1, "a new version takes an example of its own here");
    assert_eq!(record::text(&record), text.trim_end());
}

// --- On the device ------------------------------------------------------------------

#[test]
fn nothing_lies_there_before_somebody_keeps_something() {
    let mut shelf = Memory::default();
    assert_eq!(record::load(&shelf), record::Kept::default());
    record::keep(&mut shelf, &Record::default()).unwrap();
    assert_eq!(shelf, Memory::default());
}

#[test]
fn what_one_tab_has_cleared_another_does_not_bring_back() {
    let mut shelf = Memory::default();
    record::keep(&mut shelf, &of(&[visit("baseline", 1)])).unwrap();
    record::clear(&mut shelf);
    // The other tab has read the baseline before, and keeps a new visit only.
    record::keep(&mut shelf, &of(&[visit("later", 2)])).unwrap();
    assert_eq!(ids(&record::load(&shelf).record), ["later"]);
}

#[test]
fn two_tabs_that_write_at_once_write_beside_each_other() {
    let mut shelf = Memory::default();
    let (mut one, mut other) = (shelf.clone(), shelf.clone());
    record::keep(&mut one, &of(&[visit("one", 1)])).unwrap();
    record::keep(&mut other, &of(&[visit("other", 1)])).unwrap();
    // Both had read the shelf before either wrote; what they wrote comes to lie there.
    shelf.texts.extend(one.texts.into_iter().chain(other.texts));
    assert_eq!(ids(&record::load(&shelf).record), ["one", "other"]);
}

#[test]
fn a_shelf_that_is_full_says_so_and_keeps_what_it_had() {
    let mut shelf = Memory::default();
    record::keep(&mut shelf, &of(&[visit("first", 1)])).unwrap();
    shelf.room = Some(shelf.texts.iter().map(|(name, text)| name.len() + text.len()).sum());
    let lies = shelf.clone();
    assert_eq!(record::keep(&mut shelf, &of(&[visit("second", 2)])), Err(Refused::Full));
    assert_eq!(shelf, lies);
}

#[test]
fn what_could_not_be_read_again_is_not_written() {
    let mut shelf = Memory::default();
    let mut long = visit("a", 1);
    long.give("note".to_owned(), Given::Options(vec!["x".repeat(record::MOST_LETTERS + 1)]));
    for unreadable in [visit("", 1), long] {
        assert_eq!(record::keep(&mut shelf, &of(&[unreadable])), Err(Refused::TooLarge));
    }
    assert_eq!(shelf, Memory::default());
}

#[test]
fn what_is_set_aside_is_named_stays_and_comes_back_when_it_can_be_read() {
    let mut shelf = Memory::default();
    let mut new = visit("a", 1);
    new.give("pain".to_owned(), Given::Number(4));
    record::keep(&mut shelf, &of(&[new.clone()])).unwrap();
    let name = shelf.names().pop().unwrap();
    let good = shelf.text(&name).unwrap();
    for (text, why) in [
        (good.replace("\"version\":1", "\"version\":9"), Why::Future),
        (good[..good.len() - 9].to_owned(), Why::Truncated),
        (good.replace("4", "{}"), Why::Corrupt),
        ("of somebody else".to_owned(), Why::Foreign),
    ] {
        shelf.texts = [(name.clone(), text.clone())].into();
        new.revision += 1;
        record::keep(&mut shelf, &of(&[new.clone()])).unwrap();
        let kept = record::load(&shelf);
        assert_eq!(kept.record, of(&[new.clone()]));
        assert_eq!(kept.aside, [(name.clone(), record::Aside { text, why })]);
    }
    shelf.texts.insert(name, good);
    assert_eq!(record::load(&shelf), record::Kept { record: of(&[new]), aside: vec![] });
}

#[test]
fn a_clock_that_jumps_neither_loses_a_visit_nor_decides_which_version_stays() {
    let mut shelf = Memory::default();
    // Kept while the clock stood in 1970, then in 2099, then twice in the same second.
    let mut visits = [visit("a", 0), visit("b", 4_070_908_800), visit("c", 50), visit("d", 50)];
    visits[0].day = Day { year: 1970, month: 1, day: 1 };
    visits[1].day = Day { year: 2099, month: 1, day: 1 };
    for visit in &visits {
        record::keep(&mut shelf, &of(std::slice::from_ref(visit))).unwrap();
    }
    let kept = record::load(&shelf).record;
    assert_eq!(ids(&kept), ["a", "c", "d", "b"]);
    assert!(
        record::is_ahead(&visits[1], visits[2].day) && !record::is_ahead(&visits[0], visits[2].day)
    );
    assert_eq!(visits[2].days_after(&visits[1]), None);
    assert_eq!(visits[3].days_after(&visits[2]), Some(0));

    // A change that is made when the clock has gone back is the newer one all the same.
    let mut changed = visit("b", 10);
    changed.revision = 1;
    record::keep(&mut shelf, &of(&[changed.clone()])).unwrap();
    assert_eq!(record::load(&shelf).record.visits()[1], changed);
}

#[test]
fn an_import_says_what_it_adds() {
    let mut newer = visit("b", 2);
    newer.revision = 1;
    let there = of(&[visit("a", 1), visit("b", 2)]);
    let file = of(&[visit("a", 1), newer, visit("c", 3)]);
    let told = record::added(&there, &file);
    assert_eq!((told.new, told.newer, told.known), (1, 1, 1));
    assert_eq!(ids(&record::merge(there, &file)), ["a", "b", "c"]);
}
