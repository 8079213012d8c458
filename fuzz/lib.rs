//! What is fuzzed: reading, merging and keeping a record.
//!
//! The code is taken in by its paths, as `build.rs` takes in the compiler: so the fuzzer
//! compiles in seconds, and needs neither Yew nor the content.

#![allow(dead_code, unused_imports)] // Not all of these modules is fuzzed.

pub mod checks;
#[path = "../src/json/mod.rs"]
mod json;
#[path = "../src/model/mod.rs"]
mod model;
#[path = "../src/record/mod.rs"]
mod record;
