//! Two records in one: of two devices, of two tabs, of a file and a device.

use crate::model::Record;

/// Every visit of both; see [`crate::record`] for what counts where both say something.
pub fn merge(one: Record, other: &Record) -> Record {
    let mut both = one;
    both.own = both.own.max(other.own.clone());
    for visit in other.visits() {
        both.keep(visit.clone());
    }
    both
}

/// What another record brings to one.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Added {
    /// Visits that were not there.
    pub new: usize,
    /// Visits of which the other has the newer version.
    pub newer: usize,
    /// Visits that are there already.
    pub known: usize,
}

/// What there will be that was not, once the other is merged in.
pub fn added(to: &Record, other: &Record) -> Added {
    let mut added = Added::default();
    for visit in other.visits() {
        let there = to.visits().iter().find(|it| it.id == visit.id);
        *match there {
            None => &mut added.new,
            Some(there) if there < visit => &mut added.newer,
            Some(_) => &mut added.known,
        } += 1;
    }
    added
}
