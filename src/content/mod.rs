//! The compiled content: what the check knows, and the words for it.
//!
//! `compile` turns `content/` into bytes when the project is built and reports
//! everything that is wrong with it at once; it never runs in a browser. What
//! stands here only reads those bytes.

#[cfg(not(target_arch = "wasm32"))]
pub mod compile;
pub mod phrase;

#[cfg(not(target_arch = "wasm32"))]
use crate::model::Safety;
use crate::model::{Guide, Words};

static GUIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/guide.bin"));
static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/words.en.bin"));

/// What the check knows. `None` only if the build and this code disagree about
/// the format; then there is no check, and the emergency words stay.
pub fn guide() -> Option<Guide> {
    postcard::from_bytes(GUIDE).ok()
}

/// The words in English. `None` as for [`guide`].
pub fn words() -> Option<Words<'static>> {
    postcard::from_bytes(ENGLISH).ok()
}

/// The re-check, for a check that has one: what it knows, and all words, those of the
/// check among them. `None` as for [`guide`], or where the content has no re-check.
pub fn follow_up(check: &Guide) -> Option<(Guide, Words<'static>)> {
    static GUIDE: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.bin"));
    static ENGLISH: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.en.bin"));
    let guide: Guide = postcard::from_bytes::<Option<Guide>>(GUIDE).ok()??;
    let more: Words<'static> = postcard::from_bytes(ENGLISH).ok()?;
    let mut words = words()?;
    words.texts.extend(more.texts);
    let (sources, regions) = (check.sources.clone(), check.regions.clone());
    Some((Guide { sources, regions, ..guide }, words))
}

/// What the proof holds the re-check against. `None` as for [`follow_up`].
#[cfg(not(target_arch = "wasm32"))]
pub fn follow_up_safety() -> Option<Safety> {
    static SAFETY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/follow-up.safety.bin"));
    postcard::from_bytes::<Option<Safety>>(SAFETY).ok()?
}

/// What the proof holds the content against. `None` as for [`guide`].
#[cfg(not(target_arch = "wasm32"))]
pub fn safety() -> Option<Safety> {
    static SAFETY: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/safety.bin"));
    postcard::from_bytes(SAFETY).ok()
}
