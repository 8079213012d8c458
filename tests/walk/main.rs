//! Visitors walk through the built check in a real browser: what they do, and
//! what they then see. The rest of the folder knows how; these read as stories.
//!
//! `make test` builds the check, sets the variables below and runs the walks.
//! By hand: `SCIATICA_CHECK_DIST=$PWD/dist cargo test --test walk`.
//!
//! - `SCIATICA_CHECK_DIST`: the folder of the built check;
//! - `CHROMIUM`, `CHROMEDRIVER`: the browser and its driver, if not on the path.

// A test fails loudly, and what a walk asks the page for by place is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod browser;
mod host;
mod keyboard;
mod person;
mod screen;
mod site;
mod tour;
mod visitor;
mod words;

mod broken_page;
mod changing_answers;
mod element;
mod emergency;
mod errors;
mod no_warning_sign;
mod not_for_them;
mod pictures;
mod privacy;
mod same_day;
mod short_ways;
