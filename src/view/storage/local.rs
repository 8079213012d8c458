//! The browser's `localStorage`: the one place that names it. It may be blocked, full,
//! or emptied by the browser at any time, and then says so.

use web_sys::Storage;

use crate::record::{Refused, Shelf};

/// What the browser keeps for the website that the check is on.
pub struct Local(Storage);

/// Opens it, if the browser allows. To look is not to keep: nothing is written.
pub fn open() -> Result<Local, Refused> {
    let window = web_sys::window().ok_or(Refused::Blocked)?;
    window.local_storage().ok().flatten().map(Local).ok_or(Refused::Blocked)
}

impl Shelf for Local {
    fn names(&self) -> Vec<String> {
        let names = 0..self.0.length().unwrap_or(0);
        names.filter_map(|at| self.0.key(at).ok().flatten()).collect()
    }

    fn text(&self, name: &str) -> Option<String> {
        self.0.get_item(name).ok().flatten()
    }

    fn put(&mut self, name: &str, text: &str) -> Result<(), Refused> {
        // What a browser throws where it keeps nothing at all is the same as where it is full.
        let empty = self.0.length() == Ok(0);
        let refused = if empty { Refused::Blocked } else { Refused::Full };
        self.0.set_item(name, text).map_err(|_| refused)
    }

    fn remove(&mut self, name: &str) {
        let _ = self.0.remove_item(name);
    }
}
