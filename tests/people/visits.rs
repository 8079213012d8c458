//! Somebody who does the re-check: their visits before, and what follows from them.

use sciatica_check::engine::follow_up::{begin, keep, look_back};
use sciatica_check::model::{Day, Guide, Record, Response, Visit};

use super::{Bases, Person, Written, response};

const FIRST: Day = Day { year: 2026, month: 3, day: 1 };

/// Somebody who comes back: what was kept of the times before, and what they tell today.
pub struct Comeback {
    pub name: String,
    pub record: Record,
    pub today: Day,
    pub told: Response,
}

pub fn comeback(guide: &Guide, bases: &Bases, written: &Written) -> Comeback {
    let name = &written.expected.name;
    let mut record = Record::default();
    record.own.activities = written.activities.clone();
    for time in &written.before {
        let day = FIRST.after(time.day);
        let mut visit = Visit::new(format!("day {}", time.day), u64::from(time.day) * 86_400, day);
        keep(guide, &response(guide, bases, name, time), &mut visit);
        record.keep(visit);
    }
    assert_eq!(record.visits().len(), written.before.len(), "{name}: two visits on one day");
    let today = FIRST.after(written.time.day);
    let told = response(guide, bases, name, &written.time);
    Comeback { name: name.clone(), record, today, told }
}

pub fn person(guide: &Guide, bases: &Bases, written: Written) -> Person {
    let Comeback { record, today, told, .. } = comeback(guide, bases, &written);
    let now = begin(guide, &record, None, &told);
    Person { expected: written.expected, response: look_back(guide, &record, today, &now) }
}
