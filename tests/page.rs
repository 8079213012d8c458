//! The check's own page as it is served: the first screen is in it before any script, and a
//! strict policy knows what else stands inside it. It takes the widget in dist/ (`make dist`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::path::Path;

use base64::Engine as _;
use sciatica_check::content::{self, phrase};
use sciatica_check::view::{Content, first_screen};
use sha2::{Digest, Sha256};

fn served(name: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("dist").join(name);
    std::fs::read_to_string(path).expect("dist/ is there: make dist")
}

/// What stands in elements of this tag, between these and the end of it.
fn inside<'a>(page: &'a str, opening: &str, closing: &str) -> Vec<&'a str> {
    let parts = page.split(opening).skip(1);
    parts.map(|rest| rest.split(closing).next().unwrap()).collect()
}

#[test]
fn the_first_screen_is_in_the_page_as_the_program_draws_it() {
    let screen = first_screen(Content::first().unwrap(), None).unwrap();
    let page = served("index.html");
    assert_eq!(page.matches(&format!(r#"<div class="embedded">{screen}</div>"#)).count(), 1);
}

#[test]
fn the_emergency_words_are_in_the_page_before_any_script() {
    let page = served("index.html");
    let body = page.split("<body>").nth(1).unwrap().split("<script").next().unwrap();
    let words = content::words().unwrap();
    for text in [
        phrase::START_TITLE,
        phrase::EMERGENCY_TITLE,
        phrase::EMERGENCY_SIGN_SADDLE,
        phrase::EMERGENCY_SIGN_BLADDER,
        phrase::EMERGENCY_SIGN_LEGS,
        phrase::EMERGENCY_SIGN_FOOT,
        phrase::EMERGENCY_SIGN_CHEST,
        phrase::EMERGENCY_TODAY_TITLE,
        phrase::EMERGENCY_TODAY,
        phrase::START_INTENDED_USE,
    ] {
        assert!(body.contains(words.text(text)), "no “{}”", words.text(text));
    }
    let fallback = content::guide().unwrap().regions.pop().unwrap();
    let call = words.text(phrase::EMERGENCY_CALL);
    let call = call.replace("{emergency}", words.text(fallback.emergency_words));
    assert!(body.contains(&call), "no “{call}”");
}

#[test]
fn the_policy_knows_what_stands_inside_the_page_by_its_checksum() {
    let (page, site) = (served("index.html"), served("nginx.conf"));
    let [style] = inside(&page, "<style>", "</style>")[..] else { panic!("one style") };
    let [script] = inside(&page, "<script>", "</script>")[..] else { panic!("one script") };
    for (text, directive) in [(style, "style-src 'self'"), (script, "'wasm-unsafe-eval'")] {
        let sum = base64::engine::general_purpose::STANDARD.encode(Sha256::digest(text));
        let part = format!("{directive} 'sha256-{sum}';");
        assert!(site.contains(&part), "{part} is not in dist/nginx.conf");
    }
    assert_eq!(site.matches("'sha256-").count(), 2);
    assert!(!site.contains("FIRST STYLE'") && !site.contains("FIRST SCRIPT'"));
    for page in [page.as_str(), &served("embed.html")] {
        assert_eq!(page.matches(" style=").count(), 0);
        assert!(!page.contains("<!-- FIRST"));
    }
}
