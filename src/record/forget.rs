//! What is old enough to be forgotten, and which day can be believed.

use crate::model::{Day, Record, Visit};

/// A clock that says that nothing has been kept for longer than this has jumped, and
/// nothing is forgotten by it. (Else one wrong day would cost everything.)
const LONGEST_PAUSE: u32 = 5 * 366;

/// The person wants to have this visit forgotten by now.
pub fn is_due(record: &Record, visit: &Visit, today: Day) -> bool {
    let Some(months) = record.own.forget_after else { return false };
    let newest = record.visits().iter().map(|visit| visit.day).max();
    let pause = newest.and_then(|newest| today.days_after(newest)).unwrap_or(0);
    let month = |day: Day| u32::from(day.year) * 12 + u32::from(day.month);
    let until = (month(visit.day) + u32::from(months), visit.day.day);
    pause <= LONGEST_PAUSE && until < (month(today), today.day)
}

/// The visit lies ahead of today by more than places on earth are apart: a clock was, or
/// is, wrong. It is kept, and stands where its time says.
pub fn is_ahead(visit: &Visit, today: Day) -> bool {
    visit.day.days_after(today).is_some_and(|days| days > 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn day(year: u16, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    /// A record of visits on these days, and whether each is due.
    fn due(days: &[Day], forget_after: Option<u8>, today: Day) -> Vec<bool> {
        let mut record = Record::default();
        record.own.forget_after = forget_after;
        for (at, day) in (0..).zip(days) {
            record.keep(Visit::new(day.to_string(), at, *day));
        }
        record.visits().iter().map(|visit| is_due(&record, visit, today)).collect()
    }

    #[test]
    fn a_visit_is_due_when_its_months_are_over_and_only_if_that_is_wanted() {
        let days = [day(2025, 11, 24), day(2025, 11, 25), day(2026, 11, 25)];
        assert_eq!(due(&days, Some(12), day(2026, 11, 25)), [true, false, false]);
        assert_eq!(due(&days, Some(12), day(2026, 11, 26)), [true, true, false]);
        assert_eq!(due(&days, None, day(2026, 11, 26)), [false; 3]);
        assert_eq!(due(&[day(2026, 1, 31)], Some(1), day(2026, 2, 28)), [false]);
        assert_eq!(due(&[day(2026, 1, 31)], Some(1), day(2026, 3, 1)), [true]);
    }

    #[test]
    fn a_clock_that_jumps_forgets_nothing() {
        let days = [day(2026, 9, 1), day(2026, 11, 25)];
        assert_eq!(due(&days, Some(1), day(2099, 1, 1)), [false; 2], "far ahead");
        assert_eq!(due(&days, Some(1), day(1970, 1, 1)), [false; 2], "back to the beginning");
        // A visit ahead of today is not old, and hides nothing that is.
        let days = [day(2026, 9, 1), day(2099, 1, 1)];
        assert_eq!(due(&days, Some(1), day(2026, 11, 25)), [true, false]);
    }

    #[test]
    fn a_day_further_on_may_be_another_place_on_earth() {
        let today = day(2026, 12, 31);
        let ahead = |day| is_ahead(&Visit::new("a".into(), 0, day), today);
        let days = [day(2026, 12, 30), today, day(2027, 1, 1), day(2027, 1, 2)];
        assert_eq!(days.map(ahead), [false, false, false, true]);
    }
}
