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

    fn next(self) -> Self {
        if self.day < self.length_of_month() {
            Self { day: self.day + 1, ..self }
        } else if self.month < 12 {
            Self { day: 1, month: self.month + 1, ..self }
        } else {
            Self { day: 1, month: 1, year: self.year.saturating_add(1) }
        }
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
}
