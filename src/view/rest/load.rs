//! Loads the rest, once the first screens are there.

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use wasm_split_helpers::{SplitLoaderError, wasm_split};
use yew::prelude::*;

use super::{Behind, Rest, table};
use crate::view::Content;

/// The rest, as far as it has come, and the content that goes with it: from the first half
/// to the whole. It begins to load when the first screen is drawn.
#[hook]
pub fn use_rest(first: &Rc<Content>) -> (Behind, Rc<Content>) {
    let behind = use_state(Behind::default);
    let content = use_memo((first.clone(), behind.here()), |(first, rest)| {
        rest.and_then(|rest| (rest.content)(first)).unwrap_or_else(|| first.clone())
    });
    let attempt = use_state(|| 0_u32);
    use_effect_with(*attempt, {
        let behind = behind.clone();
        move |_| {
            spawn_local(async move {
                let came = rest().await;
                let retry = {
                    let behind = behind.clone();
                    Callback::from(move |()| {
                        behind.set(Behind::Coming);
                        attempt.set(*attempt + 1);
                    })
                };
                behind.set(came.map_or(Behind::Failed(retry), Behind::Here));
            });
        }
    });
    ((*behind).clone(), (*content).clone())
}

/// The border between the two files: what only this function leads to is behind it.
#[wasm_split(rest, fallible)]
fn rest() -> Result<&'static Rest, SplitLoaderError> {
    Ok(table::table())
}
