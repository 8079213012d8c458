//! The commands: what they read, what they print, and their exit codes.

mod compare;
mod folder;

use std::io::{Read, Write};
use std::process::ExitCode;

use folder::Folder;
use sciatica_check::model::{Guide, Outcome, Response, Safety, Words};
use sciatica_check::{content, engine, proof, view, wire};

const USAGE: &str = "usage: sciatica-check evaluate < response.json\n       sciatica-check questions\n       sciatica-check verify [content-folder]\n       sciatica-check compare old-folder new-folder [--json] [--renamed file]\n       sciatica-check page";
/// A response to every question is about 3 kB.
const MOST_BYTES: u64 = 256 * 1024;

pub fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let result = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["evaluate"] => evaluate().map(|json| print(&format!("{json:#}"))),
        ["questions"] => questions().map(|json| print(&format!("{json:#}"))),
        ["verify"] => verify(),
        ["verify", folder] => verify_folder(folder),
        ["compare", ref rest @ ..] => compare::run(rest).map(|told| print(&told)),
        ["page"] => page().map(|json| print(&json.to_string())),
        _ => Err(usage()),
    };
    result.unwrap_or_else(|faults| {
        for fault in faults {
            eprintln!("{fault}");
        }
        ExitCode::from(2)
    })
}

fn evaluate() -> Result<serde_json::Value, Vec<String>> {
    let (guide, words) = content()?;
    let mut bytes = Vec::new();
    std::io::stdin()
        .take(MOST_BYTES + 1)
        .read_to_end(&mut bytes)
        .map_err(|error| vec![format!("response: it cannot be read: {error}")])?;
    if bytes.len() as u64 > MOST_BYTES {
        return Err(vec![format!(
            "response: longer than {MOST_BYTES} bytes, which no response is"
        )]);
    }
    let text = String::from_utf8(bytes)
        .map_err(|error| vec![format!("response: this is not UTF-8 text: {error}")])?;
    let response = wire::response(&guide, &text)
        .map_err(|faults| faults.iter().map(ToString::to_string).collect::<Vec<_>>())?;
    Ok(wire::outcome(&guide, &words, &DECIDES(&guide, &response)))
}

fn questions() -> Result<serde_json::Value, Vec<String>> {
    let (guide, words) = content()?;
    Ok(wire::questionnaire(&guide, &words))
}

/// Stands in the page before the program is there; scripts/pack.mjs puts it there.
fn page() -> Result<serde_json::Value, Vec<String>> {
    let content = view::Content::first().ok_or_else(unreadable)?;
    let codes = content.guide.regions.iter().map(|region| Some(region.id.as_str()));
    let drawn = std::iter::once(None).chain(codes).map(|code| {
        let html = view::first_screen(content.clone(), code).ok_or_else(unreadable)?;
        Ok(serde_json::json!([code, html]))
    });
    drawn.collect()
}

fn verify() -> Result<ExitCode, Vec<String>> {
    let (guide, words) = content()?;
    let check = verdict(&guide, &words, &content::safety().ok_or_else(unreadable)?);
    let again = content::recheck().zip(content::follow_up_safety());
    Ok(both(check, again.map(|((guide, words), safety)| verdict(&guide, &words, &safety))))
}

/// The proof of content that is not built in: to try a change.
fn verify_folder(folder: &str) -> Result<ExitCode, Vec<String>> {
    let folder = Folder::read(folder)?;
    let words = folder.words();
    let check = folder.check(&words);
    let again = folder.again(&words).map(|it| verdict(it.guide, it.words, it.safety));
    Ok(both(verdict(check.guide, check.words, check.safety), again))
}

/// The eighth property needs no run: what decides takes the content and the answers,
/// and nothing that a page sets. Given anything more, this would not compile.
const DECIDES: fn(&Guide, &Response) -> Outcome = engine::evaluate;

/// The check, and the re-check where there is one. Exit code 1: a property fails, for a
/// person who is shown.
fn both(check: bool, again: Option<bool>) -> ExitCode {
    if check && again.unwrap_or(true) { ExitCode::SUCCESS } else { ExitCode::from(1) }
}

/// Prints the proof of a questionnaire, and says whether it holds.
fn verdict(guide: &Guide, words: &Words<'_>, safety: &Safety) -> bool {
    let (report, holds) = proof::report(guide, words, safety);
    let by_type = "holds  host options        no setting of a page reaches what decides               by type, when it is built";
    let asked = guide.questions().filter(|(index, _)| guide.asks(*index)).count();
    // A reader that stops reading early is no fault of the proof.
    let _ = writeln!(std::io::stdout(), "{asked} questions\n{report}\n{by_type}\n");
    holds
}

fn content() -> Result<(Guide, Words<'static>), Vec<String>> {
    content::guide().zip(content::words()).ok_or_else(unreadable)
}

fn usage() -> Vec<String> {
    vec![USAGE.to_owned()]
}

fn unreadable() -> Vec<String> {
    vec!["content: it cannot be read; build the program again".to_owned()]
}

/// A reader that stops reading early (`| head`) is no fault.
fn print(text: &str) -> ExitCode {
    let written = writeln!(std::io::stdout(), "{text}");
    match written {
        Err(error) if error.kind() != std::io::ErrorKind::BrokenPipe => ExitCode::from(1),
        _ => ExitCode::SUCCESS,
    }
}
