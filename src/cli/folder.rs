//! A folder of content that is not built in.

use std::path::Path;

use sciatica_check::content::compile::{Compiled, compile, read};
use sciatica_check::model::Words;
use sciatica_check::proof::Version;

/// The content of a folder, compiled.
pub struct Folder(Compiled);

impl Folder {
    /// Reads and compiles it, or tells every mistake in it.
    pub fn read(folder: &str) -> Result<Self, Vec<String>> {
        let files = read(Path::new(folder))
            .map_err(|error| vec![format!("{folder}: it cannot be read: {error}")])?;
        let told = |faults: Vec<_>| faults.iter().map(ToString::to_string).collect();
        compile(files).map(Self).map_err(told)
    }

    /// Its words.
    pub fn words(&self) -> Words<'_> {
        Words { language: "en", texts: self.0.texts.iter().map(String::as_str).collect() }
    }

    /// The check.
    pub fn check<'a>(&'a self, words: &'a Words<'a>) -> Version<'a> {
        Version { guide: &self.0.guide, words, safety: &self.0.safety }
    }

    /// The re-check, where it has one.
    pub fn again<'a>(&'a self, words: &'a Words<'a>) -> Option<Version<'a>> {
        let again = self.0.follow_up.as_ref()?;
        Some(Version { guide: &again.guide, words, safety: &again.safety })
    }
}
