//! Loads the rest, once the first screens are there.

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::{Rest, table};

/// Loads it, and hands it over; nothing, if it could not be loaded.
pub fn load(came: Callback<Option<&'static Rest>>) {
    spawn_local(async move { came.emit(rest().await.ok()) });
}

/// The border between the two files: what only this function leads to is behind it.
#[wasm_split(rest, fallible)]
fn rest() -> Result<&'static Rest, SplitLoaderError> {
    Ok(table::table())
}
