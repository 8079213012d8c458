//! The compiled content: what the check knows, and the words for it.
//!
//! `compile` turns `content/` into bytes when the project is built and reports
//! everything that is wrong with it at once; it never runs in a browser. What
//! stands here only reads those bytes.

mod bytes;
#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
pub mod day;
pub mod level;
pub mod phrase;

#[cfg(not(target_arch = "wasm32"))]
use crate::model::Safety;
use crate::model::{Guide, Remainder, Words};

/// The content of the start and the warning signs: [`Guide::halves`]. `None` only if the build
/// and this code disagree about the format; then there is no check, and the emergency words stay.
pub fn first() -> Option<(Guide, Words<'static>)> {
    static FIRST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/first.bin"));
    bytes::read(FIRST)
}

/// The whole content, where these are the words of its first half. `None` as for [`first`].
pub fn whole(first: &Words<'static>) -> Option<(Guide, Words<'static>)> {
    static REST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/rest.bin"));
    bytes::read::<Remainder<'_>>(REST).map(|rest| rest.whole(first))
}

/// What the check knows. `None` as for [`first`].
#[cfg(not(target_arch = "wasm32"))]
pub fn guide() -> Option<Guide> {
    Some(whole(&first()?.1)?.0)
}

/// The words in English. `None` as for [`first`].
#[cfg(not(target_arch = "wasm32"))]
pub fn words() -> Option<Words<'static>> {
    Some(whole(&first()?.1)?.1)
}

/// The re-check, for a check that has one: what it knows, and all words, those of the
/// check among them. `None` as for [`first`], or where the content has no re-check.
pub fn follow_up(check: &Guide, words: &Words<'static>) -> Option<(Guide, Words<'static>)> {
    static GUIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.bin"));
    static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.en.bin"));
    let guide: Guide = bytes::read::<Option<Guide>>(GUIDE)??;
    let more: Words<'static> = bytes::read(ENGLISH)?;
    let mut words = words.clone();
    words.texts.extend(more.texts);
    let (sources, regions) = (check.sources.clone(), check.regions.clone());
    Some((Guide { sources, regions, ..guide }, words))
}

/// The re-check of the compiled content. `None` as for [`follow_up`].
#[cfg(not(target_arch = "wasm32"))]
pub fn recheck() -> Option<(Guide, Words<'static>)> {
    follow_up(&guide()?, &words()?)
}

/// What the proof holds the re-check against. `None` as for [`follow_up`].
#[cfg(not(target_arch = "wasm32"))]
pub fn follow_up_safety() -> Option<Safety> {
    static SAFETY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.safety.bin"));
    postcard::from_bytes::<Option<Safety>>(SAFETY).ok()?
}

/// What the proof holds the content against. `None` as for [`first`].
#[cfg(not(target_arch = "wasm32"))]
pub fn safety() -> Option<Safety> {
    static SAFETY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/safety.bin"));
    postcard::from_bytes(SAFETY).ok()
}
