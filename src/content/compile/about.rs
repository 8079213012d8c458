//! Which content this is.

use super::Compiler;
use crate::model::{About, Day, Text, fill};

/// `content/about.toml`, as written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAbout {
    #[serde(rename = "id")]
    _id: String,
    version: String,
    date: String,
    reviewed_by: Option<String>,
}

impl Compiler {
    /// Its version, date and reviewer.
    pub(super) fn about(&mut self) -> About {
        let written: Vec<WrittenAbout> =
            self.files.entries("about.toml", "content", &mut self.problems);
        let [about] = written.try_into().unwrap_or_else(|written: Vec<WrittenAbout>| {
            self.wrong(
                "about.toml",
                "content",
                format!("{} entries", written.len()),
                "exactly one [[content]]",
            );
            [WrittenAbout {
                _id: String::new(),
                version: String::new(),
                date: String::new(),
                reviewed_by: None,
            }]
        });
        About {
            version: about.version,
            day: self.day(&about.date),
            date: about.date,
            hash: String::new(),
            reviewed_by: about.reviewed_by,
        }
    }

    /// A day in words, where there are some for it.
    fn day(&mut self, date: &str) -> Text {
        let months = [
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
        ];
        let written = Day::read(date).and_then(|it| {
            let (day, year) = (it.day.to_string(), it.year.to_string());
            let month = months.get(usize::from(it.month).checked_sub(1)?)?;
            let month = self.words.sentence(&format!("interface.date.{month}"))?;
            Some(fill(self.words.sentence("interface.date.written")?, |name| match name {
                "day" => Some(day.as_str()),
                "month" => Some(month),
                _ => Some(&year),
            }))
        });
        self.words.intern(written.as_deref().unwrap_or(date))
    }
}
