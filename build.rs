//! Compiles `content/` into the bytes that the check loads, and stops the
//! build with every mistake in it.

// The compiler shares its data types with the library, of which it is a part.
#![allow(dead_code, unused_imports, missing_docs)]

#[path = "src/content/compile/mod.rs"]
mod compile;
#[path = "src/model/mod.rs"]
mod model;

use std::error::Error;
use std::fmt::Write as _;
use std::path::{Path, PathBuf};

/// Another folder of content than the project's own: to try a change, or to
/// build the widget around another questionnaire.
const CONTENT: &str = "SCIATICA_CHECK_CONTENT";

/// How the names of phrases begin that only come up after the warning signs.
const LATER: [&str; 14] = [
    "AGAIN_",
    "BODY_",
    "CHANGE_",
    "CLINIC_B",
    "DATE_",
    "HANDOVER_",
    "KEEP_",
    "LINK_",
    "MASSAGE_",
    "RESULT_",
    "REVIEW_",
    "SECTION_",
    "TAKE_",
    "WHY_",
];

fn main() -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-env-changed={CONTENT}");
    println!("cargo::rerun-if-changed=src/content/compile");
    println!("cargo::rerun-if-changed=src/model");
    if std::env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|it| it == "wasm32") {
        // By them the program is split in two, see scripts/program.mjs.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }

    let content = std::env::var_os(CONTENT).map_or_else(|| "content".into(), PathBuf::from);
    println!("cargo::rerun-if-changed={}", content.display());
    let out = PathBuf::from(std::env::var("OUT_DIR")?);
    let compiled = match compile::compile(compile::read(&content)?) {
        Ok(compiled) => compiled,
        Err(problems) => {
            for problem in &problems {
                println!("cargo::error={problem}");
            }
            return Err(format!("{} mistakes in {}", problems.len(), content.display()).into());
        }
    };
    let texts: Vec<&str> = compiled.texts.iter().map(String::as_str).collect();
    let again = compiled.follow_up;
    let (texts, more) = texts.split_at(again.as_ref().map_or(texts.len(), |it| it.texts_from));
    let later = |name: &str| LATER.iter().any(|it| name.starts_with(it));
    let phrases = compiled.phrases.iter().filter(|(name, _)| !later(name)).map(|(_, text)| *text);
    let (first, rest) = compiled.guide.halves(&words(texts), phrases);
    write(&out, "first.bin", &postcard::to_allocvec(&first)?)?;
    write(&out, "rest.bin", &postcard::to_allocvec(&rest)?)?;
    write(&out, "safety.bin", &postcard::to_allocvec(&compiled.safety)?)?;

    // The re-check by itself: it has the sources and the regions of the check, and more words.
    let (guide, safety) = again.map(|it| (it.guide, it.safety)).unzip();
    let guide = guide.map(|it| model::Guide { sources: Vec::new(), regions: Vec::new(), ..it });
    write(&out, "follow-up.bin", &postcard::to_allocvec(&guide)?)?;
    write(&out, "follow-up.en.bin", &postcard::to_allocvec(&words(more))?)?;
    write(&out, "follow-up.safety.bin", &postcard::to_allocvec(&safety)?)?;

    let mut phrases = String::new();
    for (name, text) in &compiled.phrases {
        writeln!(phrases, "pub const {name}: Text = Text({});", text.0)?;
    }
    write(&out, "phrases.rs", phrases.as_bytes())
}

fn words<'a>(texts: &[&'a str]) -> model::Words<'a> {
    model::Words { language: "en", texts: texts.to_vec() }
}

fn write(out: &Path, name: &str, bytes: &[u8]) -> Result<(), Box<dyn Error>> {
    Ok(std::fs::write(out.join(name), bytes)?)
}
