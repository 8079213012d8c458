//! A day as people write it.

use super::phrase;
use crate::model::{Day, Text, Words, fill};

const MONTHS: [Text; 12] = [
    phrase::DATE_JANUARY,
    phrase::DATE_FEBRUARY,
    phrase::DATE_MARCH,
    phrase::DATE_APRIL,
    phrase::DATE_MAY,
    phrase::DATE_JUNE,
    phrase::DATE_JULY,
    phrase::DATE_AUGUST,
    phrase::DATE_SEPTEMBER,
    phrase::DATE_OCTOBER,
    phrase::DATE_NOVEMBER,
    phrase::DATE_DECEMBER,
];

/// "25 November 2026", of a day as computers write it, `2026-11-25`; whatever is none stays
/// as it is.
pub fn written(words: &Words<'_>, day: &str) -> String {
    let Some(Day { year, month, day }) = Day::read(day) else { return day.to_owned() };
    let month = MONTHS.get(usize::from(month).wrapping_sub(1));
    let month = month.map(|month| words.text(*month)).unwrap_or_default();
    let (year, day) = (year.to_string(), day.to_string());
    let values = [("year", year.as_str()), ("month", month), ("day", &day)];
    fill(words.text(phrase::DATE_WRITTEN), |name| {
        values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value)
    })
}
