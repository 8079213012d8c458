//! What is kept on the device, for the person to keep, see, save, add to and clear.
//! What cannot be done is said, and why.

mod controls;
mod words;

use std::rc::Rc;

use wasm_bindgen_futures::spawn_local;
use web_sys::File;
use yew::prelude::*;

use super::Content;
use super::storage::Storage;
use crate::content::phrase;
use crate::model::{Record, Words};

/// What somebody can do in the box.
enum Do {
    Keep,
    /// After so many months, or never.
    Forget(Option<u8>),
    Add(File),
    Clear,
}

/// The box. Nothing is kept before a button in it is pressed, or a file is chosen.
/// `offer` makes what there is to keep now, if anything, when its button is pressed.
pub fn keeping(
    content: &Rc<Content>,
    storage: &Storage,
    offer: Option<Callback<(), Record>>,
) -> Html {
    let offered = offer.clone();
    let act = {
        let (content, storage) = (content.clone(), storage.clone());
        Callback::from(move |what| {
            let (content, storage, offer) = (content.clone(), storage.clone(), offer.clone());
            spawn_local(async move {
                let said = does(what, &content.words, &storage, offer).await;
                storage.say(said);
            });
        })
    };
    controls::controls(&content.words, storage, offered.as_ref(), &act)
}

/// Does it, and says what came of it.
async fn does(
    what: Do,
    words: &Words<'static>,
    storage: &Storage,
    offer: Option<Callback<(), Record>>,
) -> AttrValue {
    let record = match what {
        Do::Keep => offer.map(|offer| offer.emit(())).unwrap_or_default(),
        Do::Forget(after) => {
            let mut record = Record::default();
            record.own = storage.kept().record.own.clone();
            record.own.revision = record.own.revision.saturating_add(1);
            record.own.forget_after = after;
            record
        }
        Do::Add(file) => return words::imported(words, storage.import(file).await),
        Do::Clear => {
            super::storage::clear();
            return AttrValue::Static(words.text(phrase::KEEP_CLEARED));
        }
    };
    AttrValue::Static(words.text(match storage.keep(&record) {
        Ok(()) => phrase::KEEP_DONE,
        Err(refused) => words::refused(refused),
    }))
}
