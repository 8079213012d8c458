//! What came of a property: it holds, or here is a person for whom it does not.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::model::{Answer, Guide, Response, Words};

/// What came of one property.
pub struct Verdict {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Where it fails; empty: it holds.
    pub failures: Vec<Failure>,
    /// How many responses it was proved for.
    pub covered: String,
    /// How long that took.
    pub took: Duration,
}

/// One way in which a property fails.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What is wrong.
    pub what: String,
    /// Somebody for whom it is, with as few answers as can be.
    pub response: Response,
}

impl Verdict {
    /// One line: holds or fails, for how many responses, how long.
    pub fn line(&self) -> String {
        let verdict = if self.failures.is_empty() { "holds" } else { "FAILS" };
        let (name, says) = (self.name, self.says);
        let seconds = self.took.as_secs_f32();
        let digits = self.covered.len();
        let first = self.covered.get(..2).unwrap_or("0");
        let (one, ten) = first.split_at(1.min(first.len()));
        format!(
            "{verdict}  {name:<18}  {says:<54}  {one}.{ten}e{} responses  {seconds:.2} s",
            digits - 1
        )
    }
}

impl Failure {
    /// The person in plain words.
    pub fn person(&self, guide: &Guide, words: &Words<'_>) -> String {
        let mut lines = vec![format!("  {}", self.what)];
        for (index, answer) in self.response.answered() {
            let Some(question) = guide.question(index) else { continue };
            let said = match answer {
                Answer::Value(value) => value.to_string(),
                Answer::Options(set) => {
                    let options = question.options.iter().enumerate();
                    let chosen = options.filter(|(place, _)| set.has(*place));
                    chosen
                        .map(|(_, option)| words.text(option.label))
                        .collect::<Vec<_>>()
                        .join("; ")
                }
            };
            lines.push(format!("    {}: {said}", words.text(question.title)));
        }
        if lines.len() == 1 {
            lines.push("    Somebody who has answered nothing.".to_owned());
        }
        lines.push(format!("    {}", self.json(guide)));
        lines.join("\n")
    }

    /// The response, as `evaluate` reads it.
    pub fn json(&self, guide: &Guide) -> Value {
        let mut answers = Map::new();
        for (index, answer) in self.response.answered() {
            let Some(question) = guide.question(index) else { continue };
            let options = |set: crate::model::OptionSet| {
                let options = question.options.iter().enumerate();
                options.filter(|(place, _)| set.has(*place)).map(|(_, o)| json!(o.id)).collect()
            };
            let value = match (question.kind, answer) {
                (_, Answer::Value(value)) => json!(value),
                (crate::model::Kind::Choices, Answer::Options(set)) => Value::Array(options(set)),
                (_, Answer::Options(set)) => {
                    let chosen: Vec<Value> = options(set);
                    chosen.into_iter().next().unwrap_or_default()
                }
            };
            answers.insert(question.id.clone(), value);
        }
        json!({ "answers": answers })
    }
}
