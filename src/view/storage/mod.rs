//! What is kept on the device, and what can be done with it. The browser's side of
//! [`crate::record`]; nothing is kept before somebody asks for it.
//!
//! In a page of somebody else's, browsers keep it for that website: its other scripts
//! could read it. In a frame of another website most keep it apart for each website
//! around it, or not at all (`docs/embedding.md`).

mod local;

use std::rc::Rc;

use gloo_events::EventListener;
use wasm_bindgen_futures::JsFuture;
use web_sys::File;
use yew::prelude::*;

use super::hand_out::today;
use crate::model::{Record, Visit};
use crate::record::{self, Added, Aside, Kept, MOST_BYTES, Refused, Why};

/// What was kept when it was last looked at, and the ways to change it.
#[derive(Clone)]
pub struct Storage {
    seen: UseStateHandle<Rc<Seen>>,
    said: UseStateHandle<AttrValue>,
}

#[derive(Default, PartialEq)]
struct Seen {
    kept: Kept,
    blocked: bool,
}

impl PartialEq for Storage {
    fn eq(&self, other: &Self) -> bool {
        *self.seen == *other.seen && *self.said == *other.said
    }
}

/// Looks at what is kept: at once, and whenever another tab changes it.
#[hook]
pub fn use_storage() -> Storage {
    let storage = Storage { seen: use_state(Rc::default), said: use_state(AttrValue::default) };
    use_effect_with((), {
        let storage = storage.clone();
        move |()| {
            storage.forget_what_is_due();
            storage.look();
            let listener = web_sys::window()
                .map(|window| EventListener::new(&window, "storage", move |_| storage.look()));
            move || drop(listener)
        }
    });
    storage
}

impl Storage {
    /// What is kept, and what could not be read.
    pub fn kept(&self) -> &Kept {
        &self.seen.kept
    }

    /// This browser keeps nothing for this page.
    pub fn blocked(&self) -> bool {
        self.seen.blocked
    }

    /// Somebody has asked to have something kept here.
    pub fn in_use(&self) -> bool {
        self.seen.kept != Kept::default()
    }

    /// What came of what was done last, in words.
    pub fn said(&self) -> AttrValue {
        (*self.said).clone()
    }

    /// Says what came of it.
    pub fn say(&self, said: AttrValue) {
        self.said.set(said);
    }

    /// Keeps what is new in a record beside what is there.
    pub fn keep(&self, record: &Record) -> Result<(), Refused> {
        let result = local::open().and_then(|mut local| record::keep(&mut local, record));
        self.look();
        result
    }

    /// Forgets the visit of this id.
    pub fn forget(&self, id: &str) -> Result<(), Refused> {
        let gone = |visit: &Visit| visit.id == id;
        let result = local::open().and_then(|mut local| record::forget(&mut local, gone));
        self.look();
        result
    }

    /// Takes away everything that the check keeps, what could not be read too.
    pub fn clear(&self) {
        if let Ok(mut local) = local::open() {
            record::clear(&mut local);
        }
        self.look();
    }

    /// Adds what is in a file of the person's. A large one is not even opened.
    pub async fn import(&self, file: File) -> Result<Added, Unkept> {
        if file.size() > MOST_BYTES as f64 {
            return Err(Unkept::NotRead(Why::TooLarge));
        }
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        let text = text.ok_or(Unkept::NotRead(Why::Foreign))?;
        let record = record::read(text).map_err(|Aside { why, .. }| Unkept::NotRead(why))?;
        let mut local = local::open().map_err(Unkept::Refused)?;
        let added = record::added(&record::load(&local).record, &record);
        let result = record::keep(&mut local, &record);
        self.look();
        result.map(|()| added).map_err(Unkept::Refused)
    }

    fn look(&self) {
        let seen = match local::open() {
            Ok(local) => Seen { kept: record::load(&local), blocked: false },
            Err(_) => Seen { kept: Kept::default(), blocked: true },
        };
        self.seen.set(Rc::new(seen));
    }

    fn forget_what_is_due(&self) {
        let Ok(mut local) = local::open() else { return };
        let record = record::load(&local).record;
        if record.own.forget_after.is_some() {
            let due = |visit: &Visit| record::is_due(&record, visit, today());
            // What could not be forgotten now is due the next time too.
            let _ = record::forget(&mut local, due);
        }
    }
}

/// Why nothing, or not all, of a file was added.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The file could not be read.
    NotRead(Why),
    /// What is in it could not be kept.
    Refused(Refused),
}

/// A visit of this moment, by the clock of the device, without an answer yet.
pub fn new_visit() -> Visit {
    let seconds = (js_sys::Date::now() / 1000.0) as u64;
    // The second and a number by chance: no two devices are likely to have both in common.
    let chance = (js_sys::Math::random() * f64::from(u32::MAX)) as u32;
    Visit::new(format!("{seconds:x}-{chance:x}"), seconds, today())
}
