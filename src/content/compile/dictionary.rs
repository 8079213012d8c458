//! The sentences of a language, by key; knows which of them are used.

use std::collections::{BTreeMap, BTreeSet};

use toml::Value;

use super::{Files, Problem};
use crate::model::Text;

/// What a sentence may leave open, as `{name}`.
const PLACEHOLDERS: [&str; 30] = [
    "hash",
    "emergency",
    "hospital",
    "doctor",
    "physio",
    "back-passage",
    "day",
    "month",
    "year",
    "advice",
    "number",
    "of",
    "question",
    "version",
    "date",
    "name",
    "signs",
    "before",
    "after",
    "urgency",
    "massage",
    "count",
    "why",
    "months",
    "new",
    "newer",
    "known",
    "first",
    "second",
    "third",
];

/// The words of one language while content is compiled.
#[derive(Clone, Default)]
pub(super) struct Dictionary {
    sentences: BTreeMap<String, (String, String)>,
    used: BTreeSet<String>,
    missing: Vec<Problem>,
    texts: Vec<String>,
}

impl Dictionary {
    const FOLDER: &'static str = "words/en/";

    /// Every sentence of `words/en/`, under the key `file.table.name`.
    pub(super) fn new(files: &Files, problems: &mut Vec<Problem>) -> Self {
        let mut files = files.clone();
        let mut it = Self::default();
        for path in files.below(Self::FOLDER) {
            let table = files.table(&path, problems);
            let stem = path.trim_start_matches(Self::FOLDER).trim_end_matches(".toml");
            it.add(&path, stem, Value::Table(table), problems);
        }
        it
    }

    fn add(&mut self, path: &str, key: &str, value: Value, problems: &mut Vec<Problem>) {
        match value {
            Value::Table(table) => {
                for (name, value) in table {
                    self.add(path, &format!("{key}.{name}"), value, problems);
                }
            }
            Value::String(sentence) => {
                for open in placeholders(&sentence).filter(|open| !PLACEHOLDERS.contains(open)) {
                    let expected = format!("one of {}", PLACEHOLDERS.join(", "));
                    problems.push(Problem::new(path, key, format!("unknown {{{open}}}"), expected));
                }
                if sentence.trim().is_empty() || sentence.trim() != sentence {
                    problems.push(Problem::new(
                        path,
                        key,
                        "blank, or blanks at an end",
                        "a sentence",
                    ));
                }
                self.sentences.insert(key.to_owned(), (path.to_owned(), sentence));
            }
            other => {
                let wrong = format!("a {}", other.type_str());
                problems.push(Problem::new(path, key, wrong, "a sentence in quotes"));
            }
        }
    }

    /// The sentence that must be there.
    pub(super) fn text(&mut self, key: &str) -> Text {
        match self.maybe(key) {
            Some(text) => text,
            None => {
                let (file, _) = key.split_once('.').unwrap_or((key, ""));
                let path = format!("{}{file}.toml", Self::FOLDER);
                self.missing.push(Problem::new(
                    path,
                    key,
                    "there are no words for it",
                    "a sentence",
                ));
                Text(0)
            }
        }
    }

    /// The sentence, if there is one.
    pub(super) fn maybe(&mut self, key: &str) -> Option<Text> {
        let (_, sentence) = self.sentences.get(key)?;
        let sentence = sentence.clone();
        self.used.insert(key.to_owned());
        Some(self.intern(&sentence))
    }

    /// The words of a sentence, if there are some, to make another one of.
    pub(super) fn sentence(&self, key: &str) -> Option<&str> {
        self.sentences.get(key).map(|(_, sentence)| sentence.as_str())
    }

    /// A text that is the same in every language, such as a number.
    pub(super) fn intern(&mut self, sentence: &str) -> Text {
        let known = self.texts.iter().position(|text| text == sentence);
        let index = known.unwrap_or_else(|| {
            self.texts.push(sentence.to_owned());
            self.texts.len() - 1
        });
        Text(index as u16)
    }

    /// The interface's phrases: `interface.start.title` is `START_TITLE`.
    pub(super) fn phrases(&mut self) -> BTreeMap<String, Text> {
        let keys: Vec<String> =
            self.sentences.keys().filter(|key| key.starts_with("interface.")).cloned().collect();
        keys.iter()
            .map(|key| {
                let name =
                    key.trim_start_matches("interface.").to_uppercase().replace(['.', '-'], "_");
                (name, self.text(key))
            })
            .collect()
    }

    /// Missing words.
    pub(super) fn check_missing(&self, problems: &mut Vec<Problem>) {
        problems.extend(self.missing.iter().cloned());
    }

    /// Missing words, and words that nothing uses.
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        self.check_missing(problems);
        for (key, (path, _)) in &self.sentences {
            if !self.used.contains(key) {
                problems.push(Problem::new(
                    path,
                    key,
                    "nothing uses these words",
                    "a key that is used",
                ));
            }
        }
    }

    /// How many texts are used so far.
    pub(super) fn count(&self) -> usize {
        self.texts.len()
    }

    pub(super) fn into_texts(self) -> Vec<String> {
        self.texts
    }
}

fn placeholders(sentence: &str) -> impl Iterator<Item = &str> {
    sentence.split('{').skip(1).map(|rest| rest.split_once('}').map_or(rest, |(name, _)| name))
}
