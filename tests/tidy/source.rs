//! The project's files as text: which there are, and what of a Rust file is code, what stands in
//! quotes and what is there for its tests only.

use std::path::Path;

/// The pages: the check's own, and the one for who puts it on theirs.
pub const PAGES: [&str; 2] = ["index.html", "embed.html"];

/// A text file of the project, by its path from the project's folder.
pub struct Source {
    pub path: String,
    pub text: String,
}

pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text files below a folder or at a path, in order.
pub fn sources(at: &str) -> Vec<Source> {
    const BUILT: [&str; 5] = [".git", "target", "dist", "node_modules", "Cargo.lock"];
    let path = root().join(at);
    if path.is_file() {
        // A file that is no text has no words to check.
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        return vec![Source { path: at.to_owned(), text }];
    }
    let entries = std::fs::read_dir(&path).unwrap_or_else(|error| panic!("{at}: {error}"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !BUILT.contains(&name.as_str()));
    names.sort();
    let inside = |name: String| if at.is_empty() { name } else { format!("{at}/{name}") };
    names.into_iter().flat_map(|name| sources(&inside(name))).collect()
}

pub fn rust(at: &str) -> Vec<Source> {
    let mut sources = sources(at);
    sources.retain(|source| source.path.ends_with(".rs"));
    assert!(!sources.is_empty(), "no code in {at}");
    sources
}

pub fn all(places: &[&str]) -> Vec<Source> {
    places.iter().flat_map(|place| rust(place)).collect()
}

/// The part of a Rust file that is compiled into the product: all before its
/// tests, and nothing of a file that is there for tests only.
pub fn product(source: &Source) -> &str {
    if source.path.ends_with("/tests.rs") || source.path.ends_with("/test_support.rs") {
        return "";
    }
    source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
}

/// Rust code cut into what is code and what stands in quotes; comments are gone.
pub fn lexed(text: &str) -> (String, Vec<String>) {
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            let length = quoted(rest);
            literals.push(rest[1..length - 1].to_owned());
            code.push_str("\"\"");
            length
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\'") {
            3 // A quotation mark, or the start of an escape, as a single letter.
        } else {
            code.push(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    (code, literals)
}

/// The length of the string that a text begins with.
pub fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

pub fn code(source: &Source) -> String {
    lexed(product(source)).0
}

pub fn literals(source: &Source) -> Vec<String> {
    lexed(product(source)).1
}

/// No source contains any of these.
#[track_caller]
pub fn nothing_names(sources: &[Source], names: &[&str], text_of: impl Fn(&Source) -> String) {
    let mut found = Vec::new();
    for source in sources {
        let text = text_of(source);
        found.extend(
            names.iter().filter(|name| text.contains(**name)).map(|name| (&source.path, *name)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The words of a list of classes, or of the like.
pub fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}
