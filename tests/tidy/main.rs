//! The rules of the house that no compiler knows: what each layer may name,
//! where words and colours live, and what must never stand in the sources.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod layers;
mod never;
mod privacy;
mod source;
mod styles;
mod versions;
mod words;
