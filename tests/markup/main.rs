//! Every screen of the check, rendered natively and read as a browser, a
//! screen reader or somebody in an emergency would: headings, names, labels,
//! errors, links, and the emergency words.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod again;
mod body_map;
mod change;
mod drawn;
mod emergency;
mod errors;
mod first;
mod html;
mod names;
mod never;
mod reading;
mod screens;
mod shown;
