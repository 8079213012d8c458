//! Who walks: everything that a person would answer, whatever they are asked.

use std::collections::BTreeMap;

use toml::Value;

use crate::words;

/// The answers of a person.
#[derive(Clone, Debug)]
pub struct Person(BTreeMap<String, Value>);

impl Person {
    /// Somebody without a warning sign, whom massage may help as one part of a
    /// plan; the same as in `tests/cases`, where this outcome is proven.
    pub fn plain() -> Self {
        let people = words::people();
        let mut people = people["base"].as_array().expect("people").iter();
        let plain = people.find(|person| person["name"].as_str() == Some("plain"));
        let answers = plain.and_then(|person| person["answers"].as_table());
        let answers = answers.expect("the person called plain in tests/cases/bases.toml");
        Self(answers.clone().into_iter().collect())
    }

    /// The same person, but for one answer.
    pub fn but(mut self, question: &str, answer: impl Into<Value>) -> Self {
        self.0.insert(question.to_owned(), answer.into());
        self
    }

    /// The controls for every question that the person has an answer to.
    pub fn every_control(&self) -> BTreeMap<&str, Vec<String>> {
        self.0.keys().map(|question| (question.as_str(), self.controls(question))).collect()
    }

    /// The ids of the controls that give a person's answer: of one option, of
    /// each ticked one, or of a number.
    pub fn controls(&self, question: &str) -> Vec<String> {
        let answer = self.0.get(question);
        let answer = answer.unwrap_or_else(|| panic!("nobody told what to answer to {question}"));
        let id = |value: &Value| match value {
            Value::String(option) => format!("{question}-{option}"),
            number => format!("{question}-{number}"),
        };
        match answer {
            Value::Array(options) => options.iter().map(id).collect(),
            one => vec![id(one)],
        }
    }
}
