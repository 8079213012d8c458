//! A day of the calendar. The model knows no clock: a day comes in from outside.

/// A day of the Gregorian calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Day {
    /// The year, such as 2026.
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Day {
    /// The day so many days later.
    pub fn after(self, days: u16) -> Self {
        let mut later = self;
        for _ in 0..days {
            later = later.next();
        }
        later
    }

    /// How many days after an earlier day; `None` if that one is the later.
    pub fn days_after(self, earlier: Self) -> Option<u32> {
        self.number().checked_sub(earlier.number())
    }

    /// The day's place in the calendar, counted from the year 0.
    fn number(self) -> u32 {
        // A year that begins in March has its leap day at its end.
        let (year, month) = match self.month {
            1 | 2 => (u32::from(self.year).saturating_sub(1), u32::from(self.month) + 9),
            _ => (u32::from(self.year), u32::from(self.month).saturating_sub(3)),
        };
        let leap_days = year / 4 - year / 100 + year / 400;
        year * 365 + leap_days + (month * 153 + 2) / 5 + u32::from(self.day)
    }

    fn next(self) -> Self {
        if self.day < self.length_of_month() {
            Self { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Self { day: 1, month: self.month + 1, ..self }
        } else {
            Self { day: 1, month: 1, year: self.year.saturating_add(1) }
        }
    }

    /// The day of these numbers, if the calendar has it.
    pub fn new(year: u16, month: u8, day: u8) -> Option<Self> {
        let it = Self { year, month, day };
        let there = (1..=12).contains(&month) && (1..=it.length_of_month()).contains(&day);
        there.then_some(it)
    }

    /// The day of `2026-11-25`; none, where it is written in any other way.
    pub fn read(text: &str) -> Option<Self> {
        let mut parts = text.split('-');
        let [year, month, day] = [parts.next()?, parts.next()?, parts.next()?];
        let day = Self::new(year.parse().ok()?, month.parse().ok()?, day.parse().ok()?)?;
        // Else it would not come back the same.
        (day.to_string() == text).then_some(day)
    }

    fn length_of_month(self) -> u8 {
        let leap = self.year.is_multiple_of(4)
            && (!self.year.is_multiple_of(100) || self.year.is_multiple_of(400));
        match self.month {
            2 if leap => 29,
            2 => 28,
            4 | 6 | 9 | 11 => 30,
            _ => 31,
        }
    }

    /// `20261125`.
    pub fn compact(self) -> String {
        format!("{:04}{:02}{:02}", self.year, self.month, self.day)
    }
}

impl std::fmt::Display for Day {
    /// `2026-11-25`.
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn day(year: u16, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn a_week_later_crosses_months_years_and_leap_days() {
        assert_eq!(day(2026, 11, 25).after(7), day(2026, 12, 2));
        assert_eq!(day(2026, 12, 28).after(7), day(2027, 1, 4));
        assert_eq!(day(2028, 2, 25).after(7), day(2028, 3, 3));
        assert_eq!(day(2100, 2, 25).after(7), day(2100, 3, 4));
    }

    #[test]
    fn days_are_counted_over_months_years_and_leap_days() {
        let first = day(1999, 12, 30);
        for days in (0..60_000).step_by(7) {
            assert_eq!(first.after(days).days_after(first), Some(u32::from(days)));
        }
        assert_eq!(first.days_after(day(1999, 12, 31)), None);
    }

    #[test]
    fn a_day_that_no_calendar_has_is_none() {
        assert_eq!(Day::new(2028, 2, 29), Some(day(2028, 2, 29)));
        for (year, month, day) in
            [(2027, 2, 29), (2026, 0, 1), (2026, 13, 1), (2026, 4, 31), (2026, 1, 0)]
        {
            assert_eq!(Day::new(year, month, day), None);
        }
    }
}
