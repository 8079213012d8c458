//! The files of `content/` as text, and the entries in them.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use serde::de::DeserializeOwned;
use toml::{Table, Value};

use super::Problem;

/// The text of each TOML file by its path below `content/`.
#[derive(Clone, Debug, Default)]
pub struct Files {
    texts: BTreeMap<String, String>,
    used: BTreeSet<String>,
    /// Entries that are passed over, by key and id.
    pub(super) idle: BTreeSet<(String, String)>,
}

impl Files {
    /// Files from memory, for tests.
    pub fn from_texts(texts: impl IntoIterator<Item = (String, String)>) -> Self {
        Self { texts: texts.into_iter().collect(), ..Self::default() }
    }

    pub(super) fn read(folder: &Path) -> std::io::Result<Self> {
        let mut texts = BTreeMap::new();
        read_below(folder, "", &mut texts)?;
        Ok(Self { texts, ..Self::default() })
    }

    /// The paths of the files below a folder.
    pub(super) fn below(&self, folder: &str) -> Vec<String> {
        self.texts.keys().filter(|path| path.starts_with(folder)).cloned().collect()
    }

    /// The files below a folder, with their texts.
    pub(super) fn texts_below(&self, folder: &str) -> BTreeMap<String, String> {
        let below = self.texts.iter().filter(|(path, _)| path.starts_with(folder));
        below.map(|(path, text)| (path.clone(), text.clone())).collect()
    }

    /// Takes the files below a folder away.
    pub(super) fn take(&mut self, folder: &str) -> BTreeMap<String, String> {
        let taken = self.texts_below(folder);
        self.texts.retain(|path, _| !taken.contains_key(path));
        taken
    }

    /// A file's text.
    pub(super) fn text(&self, path: &str) -> Option<&str> {
        self.texts.get(path).map(String::as_str)
    }

    /// A file's text, for a test that breaks it.
    pub fn text_mut(&mut self, path: &str) -> Option<&mut String> {
        self.texts.get_mut(path)
    }

    /// A whole file; empty if it is missing or no TOML, which is a problem.
    pub(super) fn table(&mut self, path: &str, problems: &mut Vec<Problem>) -> Table {
        self.used.insert(path.to_owned());
        let Some(text) = self.texts.get(path) else {
            problems.push(Problem::new(path, "file", "there is no such file", "a TOML file"));
            return Table::new();
        };
        text.parse::<Table>().unwrap_or_else(|error| {
            let what = error.to_string().replace('\n', " ");
            problems.push(Problem::new(path, "file", what, "TOML"));
            Table::new()
        })
    }

    /// The entries `[[key]]` of a file. Each faulty one is a problem of its own.
    pub(super) fn entries<T: DeserializeOwned>(
        &mut self,
        path: &str,
        key: &str,
        problems: &mut Vec<Problem>,
    ) -> Vec<T> {
        let mut table = self.table(path, problems);
        let entries = match table.remove(key) {
            Some(Value::Array(entries)) => entries,
            Some(_) => {
                problems.push(Problem::new(path, key, "not a list", format!("[[{key}]]")));
                Vec::new()
            }
            None => Vec::new(),
        };
        for other in table.keys() {
            let expected = format!("only [[{key}]] entries here");
            problems.push(Problem::new(path, other.as_str(), "unknown key", expected));
        }
        let idle = |entry: &Value| {
            let id = entry.get("id").and_then(Value::as_str).unwrap_or_default();
            self.idle.contains(&(key.to_owned(), id.to_owned()))
        };
        entries
            .into_iter()
            .filter(|entry| !idle(entry))
            .filter_map(|entry| typed(path, key, entry, problems))
            .collect()
    }

    /// A file that nothing read is a mistake in its name. Unused words are the
    /// dictionary's to report, one by one.
    pub(super) fn check(&self, problems: &mut Vec<Problem>) {
        let unused = self.texts.keys().filter(|path| !self.used.contains(*path));
        for path in unused.filter(|path| !path.starts_with("words/")) {
            problems.push(Problem::new(path, "file", "nothing reads it", "one of the known files"));
        }
    }
}

fn typed<T: DeserializeOwned>(
    path: &str,
    key: &str,
    entry: Value,
    problems: &mut Vec<Problem>,
) -> Option<T> {
    let id = entry.get("id").and_then(Value::as_str).unwrap_or("(no id)").to_owned();
    match entry.try_into() {
        Ok(entry) => Some(entry),
        Err(error) => {
            let what = error.to_string().trim().replace('\n', " ");
            problems.push(Problem::new(
                path,
                id,
                what,
                format!("a [[{key}]] as in content/README.md"),
            ));
            None
        }
    }
}

fn read_below(
    folder: &Path,
    prefix: &str,
    texts: &mut BTreeMap<String, String>,
) -> std::io::Result<()> {
    for entry in std::fs::read_dir(folder)? {
        let entry = entry?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.file_type()?.is_dir() {
            read_below(&entry.path(), &format!("{name}/"), texts)?;
        } else if name.ends_with(".toml") {
            texts.insert(name, std::fs::read_to_string(entry.path())?);
        }
    }
    Ok(())
}
