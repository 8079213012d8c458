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
use web_sys::{Event, File};
use yew::prelude::*;

use super::hand_out::today;
use crate::model::{Record, Visit};
use crate::record::{self, Added, Aside, Kept, MOST_BYTES, Refused, Why};

/// What was kept when it was last looked at, and the ways to change it.
#[derive(Clone)]
pub struct Storage {
    // Values and not handles: a handle always shows the newest, so that two would never differ.
    seen: Rc<Seen>,
    said: AttrValue,
    see: UseStateSetter<Rc<Seen>>,
    say: UseStateSetter<AttrValue>,
}

#[derive(Default, PartialEq)]
struct Seen {
    kept: Kept,
    blocked: bool,
}

impl Seen {
    fn now() -> Self {
        // Where pages are drawn without a browser there is nothing to look at.
        if !cfg!(target_arch = "wasm32") {
            return Self::default();
        }
        match local::open() {
            Ok(local) => Self { kept: record::load(&local), blocked: false },
            Err(_) => Self { kept: Kept::default(), blocked: true },
        }
    }
}

impl PartialEq for Storage {
    fn eq(&self, other: &Self) -> bool {
        self.seen == other.seen && self.said == other.said
    }
}

/// What the window hears when something kept has changed in this tab; of other tabs the
/// browser tells by itself.
const CHANGED: &str = "sciatica-check:kept";

/// Takes away everything that the check keeps, what could not be read too. Where nothing is
/// kept, nothing is touched.
pub fn clear() {
    if let Ok(mut local) = local::open()
        && record::load(&local) != Kept::default()
    {
        record::clear(&mut local);
        tell();
    }
}

fn tell() {
    if let (Some(window), Ok(event)) = (web_sys::window(), Event::new(CHANGED)) {
        let _ = window.dispatch_event(&event);
    }
}

/// Looks at what is kept: at once, and whenever it changes, here or in another tab.
#[hook]
pub fn use_storage() -> Storage {
    let seen = use_state(|| Rc::new(Seen::now()));
    let said = use_state(AttrValue::default);
    let storage = Storage {
        seen: (*seen).clone(),
        said: (*said).clone(),
        see: seen.setter(),
        say: said.setter(),
    };
    use_effect_with((), {
        let storage = storage.clone();
        move |()| {
            storage.forget_what_is_due();
            let listeners = web_sys::window().map(|window| {
                ["storage", CHANGED].map(|event| {
                    let storage = storage.clone();
                    EventListener::new(&window, event, move |_| storage.look())
                })
            });
            move || drop(listeners)
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
        self.said.clone()
    }

    /// Says what came of it.
    pub fn say(&self, said: AttrValue) {
        self.say.set(said);
    }

    /// Keeps what is new in a record beside what is there.
    pub fn keep(&self, record: &Record) -> Result<(), Refused> {
        let result = local::open().and_then(|mut local| record::keep(&mut local, record));
        tell();
        result
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
        tell();
        result.map(|()| added).map_err(Unkept::Refused)
    }

    fn look(&self) {
        self.see.set(Rc::new(Seen::now()));
    }

    fn forget_what_is_due(&self) {
        let record = &self.kept().record;
        if record.own.forget_after.is_some()
            && let Ok(mut local) = local::open()
        {
            let due = |visit: &Visit| record::is_due(record, visit, today());
            // What could not be forgotten now is due the next time too.
            let _ = record::forget(&mut local, due);
            self.look();
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
