//! The content of the re-check: what it shares with the check, and what it adds.
//!
//! The same files say what a warning sign is, so that nobody keeps two lists of them.
//! A question of the check that the re-check does not ask has no answer that could
//! hold; what rests on such answers alone is left out of the re-check.

use std::collections::BTreeSet;

use serde::Deserialize;
use toml::{Table, Value};

use super::resolve::{Asked, Names};
use super::{Files, Problem};
use crate::model::{Condition, Guide, Safety};

const FOLDER: &str = "follow-up/";
const SHARED: &str = "follow-up/shared.toml";

/// `[[file]]` of `follow-up/shared.toml`: a file of the check that the re-check has too.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFile {
    id: String,
}

/// What the check speaks of, and the re-check does not.
#[derive(Clone, Default)]
pub(super) struct Absent {
    pub(super) questions: Vec<Asked>,
    /// Facts, rules and descriptions.
    pub(super) names: BTreeSet<String>,
}

/// Takes the files of the re-check out of the content; nothing where it has none.
pub(super) fn split(files: &mut Files, problems: &mut Vec<Problem>) -> Option<Files> {
    let own = files.take(FOLDER);
    if own.is_empty() {
        return None;
    }
    let mut own = Files::from_texts(own);
    let shared: Vec<WrittenFile> = own.entries(SHARED, "file", problems);
    let asked = questions(files);
    let mut texts = files.texts_below("words/");
    for WrittenFile { id } in shared {
        match files.text(&id) {
            Some(text) => drop(texts.insert(id, text.to_owned())),
            None => problems.push(Problem::new(SHARED, id, "there is no such file", "a path")),
        }
    }
    for (path, text) in own.texts_below(FOLDER) {
        let Some(path) = path.strip_prefix(FOLDER).filter(|_| path != SHARED) else { continue };
        let text = match path.starts_with("questionnaire/") {
            true => asked_again(&text, &asked),
            false => text,
        };
        // What the re-check adds to a file that it shares stands behind it.
        texts.entry(path.to_owned()).or_default().push_str(&format!("\n{text}"));
    }
    Some(Files::from_texts(texts))
}

/// Every question of the check, as written.
fn questions(files: &Files) -> Vec<Table> {
    let texts = files.texts_below("questionnaire/").into_values();
    let tables = texts.filter_map(|text| text.parse::<Table>().ok());
    tables.flat_map(|table| in_pages(&table)).collect()
}

fn in_pages(table: &Table) -> Vec<Table> {
    let list = |table: &Table, key: &str| -> Vec<Table> {
        let entries = table.get(key).and_then(Value::as_array).cloned().unwrap_or_default();
        entries.into_iter().filter_map(|entry| entry.try_into().ok()).collect()
    };
    list(table, "page").iter().flat_map(|page| list(page, "question")).collect()
}

/// A question with `again = true` is the one of the check, whatever it does not say itself.
/// When it is asked is for the re-check to say.
fn asked_again(text: &str, asked: &[Table]) -> String {
    // What is no TOML is told by who reads it next.
    let Ok(mut file) = text.parse::<Table>() else { return text.to_owned() };
    let pages = file.get_mut("page").and_then(Value::as_array_mut).into_iter().flatten();
    let questions = pages
        .filter_map(|page| page.get_mut("question").and_then(Value::as_array_mut))
        .flatten()
        .filter_map(Value::as_table_mut);
    for question in questions {
        if question.remove("again").is_none() {
            continue;
        }
        let Some(known) = asked.iter().find(|known| known.get("id") == question.get("id")) else {
            continue;
        };
        for (key, value) in known.iter().filter(|(key, _)| !["when", "hidden"].contains(&&***key)) {
            if !question.contains_key(key) {
                question.insert(key.clone(), value.clone());
            }
        }
    }
    toml::to_string(&file).unwrap_or_else(|_| text.to_owned())
}

impl Absent {
    /// All of the check. What the re-check has too is looked up there first.
    pub(super) fn of(check: &Names) -> Self {
        Self { questions: check.questions.clone(), names: check.all() }
    }
}

/// The entries of shared files that can never hold, or that nothing needs: by key and id.
pub(super) fn idle(
    files: &Files,
    guide: &Guide,
    safety: &Safety,
    check: &Names,
) -> BTreeSet<(String, String)> {
    let contradictions: Vec<Table> =
        files.clone().entries("contradictions.toml", "contradiction", &mut Vec::new());
    let id = |table: &Table| table.get("id").and_then(Value::as_str).unwrap_or_default().to_owned();
    let mut idle = BTreeSet::new();
    let mut used: Vec<&Condition> = Vec::new();
    {
        let mut entry = |key: &str, id: &str, when: Option<&'_ Condition>| match when {
            Some(when) if constant(guide, when) == Some(false) => {
                idle.insert((key.to_owned(), id.to_owned()));
                false
            }
            _ => true,
        };
        for rule in &guide.rules {
            if entry("rule", &rule.id, rule.when.as_ref()) {
                used.extend(&rule.when);
            }
        }
        for (it, written) in guide.contradictions.iter().zip(&contradictions) {
            if entry("contradiction", &id(written), Some(&it.when)) {
                used.push(&it.when);
            }
        }
        for line in &guide.guidance {
            if entry("line", &line.id, Some(&line.when)) {
                used.push(&line.when);
            }
        }
        for claim in &safety.claims {
            if entry("claim", &claim.id, Some(&claim.when)) {
                used.push(&claim.when);
            }
        }
    }
    used.extend(guide.questions.iter().map(|question| &question.enable_when));
    used.extend(guide.patterns.iter().chain(&guide.irritability).map(|it| &it.when));
    used.extend(safety.exceptions.iter().map(|it| &it.when));
    let held: Vec<Condition> =
        guide.known.iter().filter_map(|it| it.fact()).map(Condition::Fact).collect();
    used.extend(&held);
    let mut needed = BTreeSet::new();
    for condition in used {
        facts(guide, condition, &mut needed);
    }
    let own = |id: &str| check.all().contains(id);
    let spare = (0u16..).zip(&guide.facts).filter(|(index, fact)| {
        let never = constant(guide, &fact.condition) == Some(false);
        own(&fact.id) && (never || !needed.contains(index))
    });
    idle.extend(spare.map(|(_, fact)| ("fact".to_owned(), fact.id.clone())));
    idle
}

fn facts(guide: &Guide, condition: &Condition, found: &mut BTreeSet<u16>) {
    let behind = match condition {
        // What never holds is left out, and nothing of it is needed.
        Condition::Fact(_) | Condition::Rule(_) if constant(guide, condition) == Some(false) => {
            None
        }
        Condition::Fact(fact) if found.insert(fact.0) => {
            guide.facts.get(usize::from(fact.0)).map(|fact| &fact.condition)
        }
        Condition::Rule(rule) => guide.rule(*rule).and_then(|rule| rule.when.as_ref()),
        _ => None,
    };
    for part in condition.parts().into_iter().chain(behind) {
        facts(guide, part, found);
    }
}

/// What a condition comes to for everybody, if it does.
fn constant(guide: &Guide, condition: &Condition) -> Option<bool> {
    let all = |parts: &[Condition], stops: bool| {
        let parts: Vec<_> = parts.iter().map(|part| constant(guide, part)).collect();
        match () {
            () if parts.contains(&Some(stops)) => Some(stops),
            () if parts.contains(&None) => None,
            () => Some(!stops),
        }
    };
    match condition {
        Condition::Always => Some(true),
        Condition::Fact(fact) => constant(guide, &guide.facts.get(usize::from(fact.0))?.condition),
        Condition::Rule(rule) => constant(guide, guide.rule(*rule)?.when.as_ref()?),
        Condition::Not(inner) => constant(guide, inner).map(|holds| !holds),
        Condition::All(parts) => all(parts, false),
        Condition::Any(parts) => all(parts, true),
        Condition::Unless(when, except) => match (constant(guide, when), constant(guide, except)) {
            (Some(false), _) | (_, Some(true)) => Some(false),
            (Some(true), Some(false)) => Some(true),
            _ => None,
        },
        Condition::Score { at_least, parts } => {
            let (mut least, mut most) = (0, 0);
            for part in parts {
                let known = constant(guide, &part.condition);
                if known != Some(false) {
                    most += part.weight.max(0);
                    least += part.weight.min(0);
                }
                if known == Some(true) {
                    most += part.weight.min(0);
                    least += part.weight.max(0);
                }
            }
            match () {
                () if least >= *at_least => Some(true),
                () if most < *at_least => Some(false),
                () => None,
            }
        }
        _ => None,
    }
}
