//! A page to take along: blocks of lines, the same for print and plain text.

use crate::content::{day, phrase};
use crate::model::{Answer, Guide, Outcome, Question, Region, Response, Text, Words, fill};

/// What a page is made from.
#[derive(Clone, Copy)]
pub struct Case<'a> {
    /// What the check knows.
    pub guide: &'a Guide,
    /// What it says.
    pub words: &'a Words<'a>,
    /// Where the person is, for numbers and the names of places.
    pub region: Option<&'a Region>,
    /// What was answered.
    pub response: &'a Response,
    /// What follows from it.
    pub outcome: &'a Outcome,
    /// The day of the check, `YYYY-MM-DD`; empty where it is not known.
    pub day: &'a str,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its title.
    pub title: String,
    /// What stands under the title: the day, and which content this is.
    pub about: String,
    /// Its parts, in reading order. None is empty.
    pub blocks: Vec<Block>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// Its title.
    pub title: String,
    /// Its lines; at least one.
    pub lines: Vec<String>,
}

impl Case<'_> {
    /// A sentence with the words of the region filled in.
    pub fn text(&self, text: Text) -> String {
        self.filled(text, &[])
    }

    /// A sentence with these values and the words of the region filled in.
    pub fn filled(&self, text: Text, values: &[(&str, &str)]) -> String {
        fill(self.words.text(text), |name| {
            let given = values.iter().find(|(known, _)| *known == name).map(|(_, value)| *value);
            given.or_else(|| self.region?.value(self.words, name))
        })
    }

    /// "Pain now: 4 / 10".
    pub fn answered(&self, question: &Question, answer: Answer) -> String {
        let said = match answer {
            Answer::Value(value) => format!("{value} / {}", Question::SCALE_MAX),
            Answer::Options(set) => {
                let options = question.options.iter().enumerate();
                let chosen = options.filter(|(place, _)| set.has(*place));
                chosen.map(|(_, option)| self.text(option.label)).collect::<Vec<_>>().join("; ")
            }
        };
        format!("{}: {said}", self.text(question.short))
    }

    /// The day of the check and the version of the content.
    pub fn about(&self) -> String {
        let about = &self.guide.about;
        let day = day::written(self.words, self.day);
        let values = [
            ("date", day.as_str()),
            ("version", about.version.as_str()),
            ("hash", about.hash.as_str()),
        ];
        self.filled(phrase::HANDOVER_ABOUT, &values)
    }
}

impl Sheet {
    /// A page of these parts; parts without a line are left out.
    pub fn new(title: String, about: String, blocks: Vec<(String, Vec<String>)>) -> Self {
        let blocks = blocks.into_iter().filter(|(_, lines)| !lines.is_empty());
        let blocks = blocks.map(|(title, lines)| Block { title, lines }).collect();
        Self { title, about, blocks }
    }

    /// The page as plain text, for a message or a note.
    pub fn plain(&self) -> String {
        let mut text = format!("{}\n{}\n", self.title, self.about);
        for block in &self.blocks {
            text.push_str(&format!("\n{}\n", block.title.to_uppercase()));
            for line in &block.lines {
                text.push_str(&format!("- {line}\n"));
            }
        }
        text
    }
}
