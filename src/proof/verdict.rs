//! What came of a property: it holds, or here is a person for whom it does not.

use std::time::Duration;

use serde_json::{Map, Value, json};

use crate::model::{Answer, Guide, Kind, QuestionIx, Response, Words};

/// What came of one property.
pub struct Verdict {
    /// Its name.
    pub name: &'static str,
    /// What it says.
    pub says: &'static str,
    /// Where it fails, and what else is to be told.
    pub findings: Findings,
    /// How many responses it was proved for.
    pub covered: String,
    /// How long that took.
    pub took: Duration,
}

/// What a proof found.
#[derive(Default)]
pub struct Findings {
    /// Where the property fails; empty: it holds.
    pub failures: Vec<Failure>,
    /// What a reader of the proof should know: exceptions, reasons, figures.
    pub notes: Vec<String>,
}

impl From<Vec<Failure>> for Findings {
    fn from(failures: Vec<Failure>) -> Self {
        Self { failures, ..Self::default() }
    }
}

/// One way in which a property fails.
#[derive(Clone, Debug)]
pub struct Failure {
    /// What is wrong.
    pub what: String,
    /// Somebody for whom it is, with as few answers as can be. `None`: it is
    /// wrong in the content, whoever answers.
    pub response: Option<Response>,
}

impl Verdict {
    /// Whether the property holds.
    pub fn holds(&self) -> bool {
        self.findings.failures.is_empty()
    }

    /// One line: holds or fails, for how many responses, how long.
    pub fn line(&self) -> String {
        let verdict = if self.holds() { "holds" } else { "FAILS" };
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
    /// A failure of the content, and of nobody's answers.
    pub fn of_the_content(what: String) -> Self {
        Self { what, response: None }
    }

    /// The person in plain words, and as the response that `evaluate` reads.
    pub fn person(&self, guide: &Guide, words: &Words<'_>) -> String {
        let mut lines = vec![format!("  {}", self.what)];
        if let Some(response) = &self.response {
            lines.extend(answers(response, guide, words).map(|said| format!("    {said}")));
            if lines.len() == 1 {
                lines.push("    Somebody who has answered nothing.".to_owned());
            }
            lines.push(format!("    {}", json(response, guide)));
        }
        lines.join("\n")
    }
}

/// Each question with the words of its answer.
fn answers(response: &Response, guide: &Guide, words: &Words<'_>) -> impl Iterator<Item = String> {
    response.answered().filter_map(|(index, answer)| said(index, answer, guide, words))
}

/// A question with the words of its answer.
pub fn said(index: QuestionIx, answer: Answer, guide: &Guide, words: &Words<'_>) -> Option<String> {
    let question = guide.question(index)?;
    let said = match answer {
        Answer::Value(value) => value.to_string(),
        Answer::Options(set) => {
            let options = question.options.iter().enumerate();
            let chosen = options.filter(|(place, _)| set.has(*place));
            let labels: Vec<String> =
                chosen.map(|(_, option)| guide.say(words, option.label)).collect();
            labels.join("; ")
        }
    };
    Some(format!("{}: {said}", guide.say(words, question.title)))
}

/// A response, as `evaluate` reads it.
pub fn json(response: &Response, guide: &Guide) -> Value {
    let mut answers = Map::new();
    for (index, answer) in response.answered() {
        let Some(question) = guide.question(index) else { continue };
        let value = match answer {
            Answer::Value(value) => json!(value),
            Answer::Options(set) => {
                let options = question.options.iter().enumerate();
                let chosen = options.filter(|(place, _)| set.has(*place));
                let mut chosen = chosen.map(|(_, option)| json!(option.id));
                match question.kind {
                    Kind::Choices => chosen.collect(),
                    _ => chosen.next().unwrap_or_default(),
                }
            }
        };
        answers.insert(question.id.clone(), value);
    }
    json!({ "answers": answers })
}
