//! What a person keeps, as text: on their device, or in a file of their own. Pure:
//! where the text lies is a [`Shelf`], and what day it is comes in as a value.
//!
//! # The format
//!
//! JSON, at most [`MOST_BYTES`] long; this is version [`VERSION`]:
//!
//! ```json
//! {"format": "sciatica-check-record", "version": 1,
//!  "own": {"revision": 2, "activities": ["Gardening"], "forget_after": 12},
//!  "visits": [{"id": "6925f1c0-5f3a", "revision": 0, "at": 1795642041, "day": "2026-11-25",
//!              "answers": {"leg-pain": 6, "furthest": ["calf"]}}]}
//! ```
//!
//! `forget_after` (months) may be missing; everything else is there, and nothing else.
//! So a text that is read and written again says the same, or is not read at all.
//!
//! A new version of the format takes a step that makes the new out of the old
//! (`migrate.rs`); without it the code does not compile. What cannot be read is set
//! aside ([`Aside`]) and nothing of it is changed.
//!
//! # Two records, and clocks
//!
//! [`merge`] takes every visit of both. Of two versions of one visit the one with the
//! greater revision stays, so no clock decides; in whatever order, and however often
//! records are merged, the same comes out. A time is kept as the clock had it, and
//! never put right: a visit may lie ahead of today ([`is_ahead`]), two may have the same
//! second, and days are counted only where the later one is the later.

mod forget;
mod merge;
mod migrate;
mod shelf;
#[cfg(test)]
mod tests;
mod text;

pub use forget::{is_ahead, is_due};
pub use merge::{Added, added, merge};
pub use migrate::VERSION;
pub use shelf::{Kept, Refused, Shelf, clear, forget, keep, load};
pub use text::{Aside, MOST_BYTES, MOST_LETTERS, Why, read, text};
