//! A reminder to check again, as an iCalendar file (RFC 5545).

use crate::model::Day;

/// An all-day entry on `day`, made on `made`, with a title and a note. It holds no
/// answer: calendars are often shared.
pub fn reminder(made: Day, day: Day, title: &str, note: &str) -> String {
    let stamp = made.compact();
    let lines = [
        "BEGIN:VCALENDAR".to_owned(),
        "VERSION:2.0".to_owned(),
        "PRODID:-//sciatica-self-check//EN".to_owned(),
        "CALSCALE:GREGORIAN".to_owned(),
        "BEGIN:VEVENT".to_owned(),
        format!("UID:{stamp}-{}@sciatica-self-check.invalid", day.compact()),
        format!("DTSTAMP:{stamp}T000000Z"),
        format!("DTSTART;VALUE=DATE:{}", day.compact()),
        format!("DTEND;VALUE=DATE:{}", day.after(1).compact()),
        format!("SUMMARY:{}", escaped(title)),
        format!("DESCRIPTION:{}", escaped(note)),
        "TRANSP:TRANSPARENT".to_owned(),
        "BEGIN:VALARM".to_owned(),
        "ACTION:DISPLAY".to_owned(),
        format!("DESCRIPTION:{}", escaped(title)),
        "TRIGGER:PT9H".to_owned(),
        "END:VALARM".to_owned(),
        "END:VEVENT".to_owned(),
        "END:VCALENDAR".to_owned(),
    ];
    lines.iter().map(|line| folded(line)).collect()
}

fn escaped(text: &str) -> String {
    text.replace('\\', "\\\\").replace(';', "\\;").replace(',', "\\,").replace('\n', "\\n")
}

/// A line of at most 75 bytes; the rest on lines that begin with a space.
fn folded(line: &str) -> String {
    const MOST: usize = 75;
    let mut text = String::new();
    let mut width = 0;
    for letter in line.chars() {
        if width + letter.len_utf8() > MOST {
            text.push_str("\r\n ");
            width = 1;
        }
        text.push(letter);
        width += letter.len_utf8();
    }
    text.push_str("\r\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    const fn day(year: u16, month: u8, day: u8) -> Day {
        Day { year, month, day }
    }

    #[test]
    fn a_line_is_at_most_75_bytes_and_folds_back_to_what_it_was() {
        let note = "Wie geht es, nach der ersten Woche? ".repeat(6) + "äöü; ß";
        let file = reminder(day(2026, 11, 25), day(2026, 12, 2), "Check again", &note);
        assert!(file.split("\r\n").all(|line| line.len() <= 75), "{file}");
        let unfolded = file.replace("\r\n ", "");
        assert!(unfolded.contains(&format!("DESCRIPTION:{}", escaped(&note))), "{unfolded}");
    }
}
