//! A response as JSON:
//!
//! ```json
//! { "answers": { "cauda-equina": ["none"], "legs": "one", "pain-worst": 6 } }
//! ```
//!
//! One option for a `choice`, a list of options for `choices`, a whole number
//! from 0 to 10 for a `scale`. Every fault is reported, and a response with a
//! fault is no response: nothing is read half.

use std::fmt;

use serde_json::{Map, Value};

use crate::model::{Answer, Guide, Kind, OptionSet, Question, Response};

/// One thing that is wrong with a response.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// Where: the name of a question, or of a part of the JSON.
    pub place: String,
    /// What is wrong, and what was expected.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}: {}", self.place, self.what)
    }
}

/// Reads a response from JSON text.
///
/// # Errors
///
/// Every fault in it.
pub fn response(guide: &Guide, text: &str) -> Result<Response, Vec<Fault>> {
    match serde_json::from_str(text) {
        Ok(value) => response_from_value(guide, &value),
        Err(error) => Err(vec![fault("response", format!("this is not JSON: {error}"))]),
    }
}

/// Reads a response from a JSON value.
///
/// # Errors
///
/// Every fault in it.
pub fn response_from_value(guide: &Guide, value: &Value) -> Result<Response, Vec<Fault>> {
    let mut faults = Vec::new();
    let nothing = Map::new();
    let answers = match value {
        Value::Object(top) => {
            for key in top.keys().filter(|key| *key != "answers") {
                faults.push(fault(key, "unknown; only “answers” is known here"));
            }
            match top.get("answers") {
                Some(Value::Object(answers)) => answers,
                Some(other) => {
                    faults
                        .push(fault("answers", format!("{}; expected an object", kind_of(other))));
                    &nothing
                }
                None => {
                    faults.push(fault("answers", "missing; expected an object, empty if need be"));
                    &nothing
                }
            }
        }
        other => {
            faults.push(fault("response", format!("{}; expected an object", kind_of(other))));
            &nothing
        }
    };
    let mut response = Response::default();
    for (id, value) in answers {
        let Some((index, question)) = guide.question_by_id(id) else {
            faults.push(fault(id, "there is no such question"));
            continue;
        };
        match answer(question, value) {
            Ok(answer) => response.set(index, Some(answer)),
            Err(what) => faults.push(fault(id, what)),
        }
    }
    if faults.is_empty() { Ok(response) } else { Err(faults) }
}

fn answer(question: &Question, value: &Value) -> Result<Answer, String> {
    match (question.kind, value) {
        (Kind::Choice, Value::String(id)) => Ok(Answer::Options(option(question, id)?)),
        (Kind::Choices, Value::Array(ids)) => several(question, ids),
        (Kind::Scale { .. }, Value::Number(number)) => number
            .as_u64()
            .and_then(|number| u8::try_from(number).ok())
            .filter(|number| *number <= Question::SCALE_MAX)
            .map(Answer::Value)
            .ok_or_else(|| format!("{number}; expected a whole number from 0 to 10")),
        (kind, other) => {
            let expected = match kind {
                Kind::Choice => "the name of one option",
                Kind::Choices => "a list of names of options",
                Kind::Scale { .. } => "a whole number from 0 to 10",
            };
            Err(format!("{}; expected {expected}", kind_of(other)))
        }
    }
}

fn several(question: &Question, ids: &[Value]) -> Result<Answer, String> {
    let mut set = OptionSet::default();
    let mut alone = None;
    for id in ids {
        let Value::String(id) = id else {
            return Err(format!("{} in the list; expected names of options", kind_of(id)));
        };
        set = set.with(option(question, id)?);
        if question.option(id).is_some_and(|(_, option)| option.exclusive) {
            alone = Some(id);
        }
    }
    match alone {
        _ if ids.is_empty() => {
            Err("an empty list; leave the question out if it has no answer".into())
        }
        Some(id) if set != option(question, id)? => {
            Err(format!("“{id}” goes with no other option"))
        }
        _ => Ok(Answer::Options(set)),
    }
}

fn option(question: &Question, id: &str) -> Result<OptionSet, String> {
    let known = || question.options.iter().map(|option| option.id.as_str()).collect::<Vec<_>>();
    question
        .option(id)
        .map(|(index, _)| OptionSet::only(index))
        .ok_or_else(|| format!("there is no option “{id}”, only {}", known().join(", ")))
}

fn kind_of(value: &Value) -> &'static str {
    match value {
        Value::Null => "nothing (null)",
        Value::Bool(_) => "true or false",
        Value::Number(_) => "a number",
        Value::String(_) => "a text",
        Value::Array(_) => "a list",
        Value::Object(_) => "an object",
    }
}

fn fault(place: &str, what: impl Into<String>) -> Fault {
    // What comes from outside may be very long or hold anything.
    let place: String = place.chars().take(60).flat_map(char::escape_debug).collect();
    let what: String = what.into().chars().take(400).flat_map(char::escape_debug).collect();
    Fault { place, what }
}
