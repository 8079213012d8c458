//! Where a record lies on a device: every visit under a name of its own, so that two
//! tabs write beside each other and never over each other.
//!
//! A text that cannot be read stays where it is. It is never written over: what would
//! have had its name takes another one. A later version of the program may read it.

use super::merge::merge;
use super::text::{Aside, MOST_BYTES, read, text};
use crate::model::{Record, Visit};

/// Texts under names, such as a browser's store. Others may have theirs there
/// too; every name of ours begins with [`OURS`].
pub trait Shelf {
    /// Every name.
    fn names(&self) -> Vec<String>;
    /// The text under a name.
    fn text(&self, name: &str) -> Option<String>;
    /// Puts a text under a name, wholly or not at all.
    fn put(&mut self, name: &str, text: &str) -> Result<(), Refused>;
    /// Takes a text away.
    fn remove(&mut self, name: &str);
}

/// Why something is not kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refused {
    /// The browser keeps nothing for this page.
    Blocked,
    /// There is no more room.
    Full,
    /// It could not be read again: it is too long, or something in it is.
    TooLarge,
}

/// What lies on a shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Kept {
    /// All that can be read, in one record.
    pub record: Record,
    /// What cannot, under its names.
    pub aside: Vec<(String, Aside)>,
}

/// How our names begin.
pub const OURS: &str = "sciatica-check.record";

/// Reads everything, and changes nothing.
pub fn load(shelf: &impl Shelf) -> Kept {
    let mut kept = Kept::default();
    for name in ours(shelf) {
        match shelf.text(&name).map(read) {
            Some(Ok(record)) => kept.record = merge(kept.record, &record),
            Some(Err(aside)) => kept.aside.push((name, aside)),
            None => {}
        }
    }
    kept
}

/// Adds what is new in a record to what lies there by now, which another tab may have
/// put there. What lies there already is not written again.
pub fn keep(shelf: &mut impl Shelf, record: &Record) -> Result<(), Refused> {
    let kept = load(shelf).record;
    let whole = merge(kept.clone(), record);
    readable(&whole)?;
    if whole.own != kept.own {
        let mut own = Record::default();
        own.own = whole.own.clone();
        put(shelf, OURS.to_owned(), &own)?;
    }
    for visit in whole.visits().iter().filter(|it| !kept.visits().contains(it)) {
        let mut one = Record::default();
        one.keep(visit.clone());
        put(shelf, [OURS, visit.id.as_str()].join("."), &one)?;
    }
    Ok(())
}

/// Forgets the visits of which this is true.
pub fn forget(shelf: &mut impl Shelf, mut gone: impl FnMut(&Visit) -> bool) -> Result<(), Refused> {
    for name in ours(shelf) {
        let Some(Ok(record)) = shelf.text(&name).map(read) else { continue };
        let mut left = record.clone();
        left.retain(|visit| !gone(visit));
        match left.is_empty() {
            true if !record.is_empty() => shelf.remove(&name),
            _ if left != record => shelf.put(&name, &text(&left))?,
            _ => {}
        }
    }
    Ok(())
}

/// Takes away everything that is ours, what could not be read too.
pub fn clear(shelf: &mut impl Shelf) {
    for name in ours(shelf) {
        shelf.remove(&name);
    }
}

fn ours(shelf: &impl Shelf) -> Vec<String> {
    let mut names = shelf.names();
    names.retain(|name| name.starts_with(OURS));
    names.sort_unstable();
    names
}

/// Puts a record under a name, together with one that is there already.
fn put(shelf: &mut impl Shelf, mut name: String, record: &Record) -> Result<(), Refused> {
    let whole = loop {
        match shelf.text(&name).map(read) {
            None => break record.clone(),
            Some(Ok(there)) => break merge(there, record),
            Some(Err(_)) => name.push('+'),
        }
    };
    readable(&whole)?;
    shelf.put(&name, &text(&whole))
}

/// Nothing is written that could not be read.
fn readable(record: &Record) -> Result<(), Refused> {
    let text = text(record);
    let same = text.len() <= MOST_BYTES && read(text).as_ref() == Ok(record);
    if same { Ok(()) } else { Err(Refused::TooLarge) }
}
