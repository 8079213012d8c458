//! What each layer may name.

use std::collections::BTreeSet;

use sciatica_check::content;

use crate::source::{all, code, literals, nothing_names, rust};

#[test]
fn the_model_and_the_engine_know_no_browser_clock_chance_or_file() {
    let sources = all(&["src/model", "src/engine"]);
    let forbidden = [
        "yew",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "std::time",
        "std::fs",
        "std::env",
        "std::io",
        "std::net",
        "std::process",
        "std::thread",
        "include_str",
        "rand::",
        "HashMap",
        "HashSet",
        "SystemTime",
        "Instant",
        "static mut",
        "thread_local",
        "println!",
        "crate::view",
        "crate::content",
        "crate::embed",
        "crate::wire",
    ];
    nothing_names(&sources, &forbidden, code);
}

#[test]
fn the_model_does_not_know_what_follows_from_it() {
    nothing_names(&rust("src/model"), &["crate::engine", "super::super::engine"], code);
}

#[test]
fn the_view_neither_compiles_content_nor_reads_json() {
    let forbidden =
        ["content::compile", "crate::wire", "serde_json", "crate::embed", "std::fs", "std::env"];
    nothing_names(&rust("src/view"), &forbidden, code);
}

#[test]
fn the_compiler_of_the_content_knows_the_model_only() {
    let forbidden =
        ["crate::engine", "crate::view", "crate::embed", "crate::wire", "yew", "web_sys"];
    nothing_names(&rust("src/content/compile"), &forbidden, code);
}

#[test]
fn no_code_speaks_of_a_question_or_a_rule_by_its_name() {
    let guide = content::guide().unwrap();
    let ids: BTreeSet<&str> = guide
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .chain(guide.rules.iter().map(|rule| rule.id.as_str()))
        .collect();
    let mut found = Vec::new();
    for source in all(&["src/view", "src/engine", "src/embed"]) {
        found.extend(
            literals(&source)
                .into_iter()
                .filter(|it| ids.contains(it.as_str()))
                .map(|it| (source.path.clone(), it)),
        );
    }
    assert!(found.is_empty(), "{found:?}");
}
