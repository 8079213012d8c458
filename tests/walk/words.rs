//! The words of the check, read from the content and never repeated here.

use std::path::Path;

use toml::{Table, Value};

fn file(path: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
    let text = std::fs::read_to_string(&path);
    let text = text.unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn word(path: &str, keys: &[&str]) -> String {
    let top = Value::Table(file(path));
    let found = keys.iter().try_fold(&top, |table, key| table.get(key)).and_then(Value::as_str);
    found.unwrap_or_else(|| panic!("{path} has no words for {}", keys.join("."))).to_owned()
}

/// Words of the screens themselves.
pub fn interface(table: &str, key: &str) -> String {
    word("content/words/en/interface.toml", &[table, key])
}

/// Words of the screens, with a value filled in.
pub fn filled(table: &str, key: &str, values: &[(&str, &str)]) -> String {
    values.iter().fold(interface(table, key), |text, (name, value)| {
        text.replace(&format!("{{{name}}}"), value)
    })
}

/// The ids of all questions of the check.
pub fn questions() -> Vec<String> {
    let sections = file("content/questionnaire/order.toml");
    let ids = |table: &Value, key: &str| -> Vec<Value> {
        table.get(key).and_then(Value::as_array).cloned().unwrap_or_default()
    };
    let sections = sections["section"].as_array().expect("sections").iter();
    let files = sections.map(|section| section["id"].as_str().expect("an id"));
    let pages = files.flat_map(|id| {
        let file = file(&format!("content/questionnaire/{id}.toml"));
        ids(&Value::Table(file), "page")
    });
    let questions = pages.flat_map(|page| ids(&page, "question"));
    questions.map(|question| question["id"].as_str().expect("an id").to_owned()).collect()
}

/// How it is going, by its name.
pub fn going(name: &str) -> String {
    word("content/words/en/pattern.toml", &[name])
}

/// Where the pain has gone, by its name.
pub fn moved(name: &str) -> String {
    word("content/words/en/irritability.toml", &[name])
}

/// What a question asks.
pub fn title(question: &str) -> String {
    word("content/words/en/questions.toml", &[question, "title"])
}

/// What can be chosen, in order.
pub fn options(question: &str) -> Vec<String> {
    let questions = file("content/words/en/questions.toml");
    let options = questions[question]["options"].as_table().expect("options");
    options.values().map(|label| label.as_str().expect("a label").to_owned()).collect()
}

/// What an end of a scale means.
pub fn end(question: &str, end: &str) -> String {
    word("content/words/en/questions.toml", &[question, end])
}

/// What a question is called in a list.
pub fn short(question: &str) -> String {
    word("content/words/en/questions.toml", &[question, "short"])
}

/// What a region is called.
pub fn region(code: &str) -> String {
    word("content/words/en/regions.toml", &[code, "name"])
}

/// What to say on the telephone about an answer.
pub fn say(question: &str, option: &str) -> String {
    word("content/words/en/questions.toml", &[question, "say", option])
}

/// A line of advice. Its words may name the person's doctor: up to there.
pub fn advice(line: &str) -> String {
    let whole = word("content/words/en/guidance.toml", &[line]);
    whole.split('{').next().unwrap_or_default().to_owned()
}

/// The people of the cases, as they are written down.
pub fn people() -> Table {
    file("tests/cases/bases.toml")
}

/// What the page says without the program.
pub fn page(key: &str) -> String {
    let words = include_str!("../../src/embed/words.en.json");
    let words: serde_json::Value = serde_json::from_str(words).expect("words");
    words[key].as_str().expect("a word").to_owned()
}
