//! `compare`: two folders of content, and the people whom the new one treats otherwise.

use std::fs::read_to_string;

use sciatica_check::proof::{Comparison, Renames, Version, compare};
use serde_json::{Value, json};

use super::folder::Folder;
use super::usage;

/// What is asked for.
struct Asked<'a> {
    old: &'a str,
    new: &'a str,
    json: bool,
    renamed: Option<&'a str>,
}

/// Compares the check and the re-check of two folders; the text to print.
pub fn run(arguments: &[&str]) -> Result<String, Vec<String>> {
    let asked = asked(arguments).ok_or_else(usage)?;
    // What is wrong is told of all of them at once.
    let (old, new) = (read(asked.old), read(asked.new));
    let renames = asked.renamed.map_or_else(|| Ok(Renames::default()), renames);
    let (old, new, renames) = match (old, new, renames) {
        (Ok(old), Ok(new), Ok(renames)) => (old, new, renames),
        (old, new, renames) => {
            let faults = [old.err(), new.err(), renames.err()];
            return Err(faults.into_iter().flatten().flatten().collect());
        }
    };
    let (old_words, new_words) = (old.words(), new.words());
    let check = (old.check(&old_words), new.check(&new_words));
    let again = (old.again(&old_words), new.again(&new_words));
    let only = match again {
        (None, Some(_)) => Some("Only the new content has a re-check."),
        (Some(_), None) => Some("Only the old content has a re-check."),
        _ => None,
    };
    let again = again.0.zip(again.1);
    let guides = std::iter::once(&check).chain(&again).map(|(old, new)| (old.guide, new.guide));
    let faults = renames.faults(&guides.collect::<Vec<_>>());
    if !faults.is_empty() {
        return Err(faults);
    }
    // Each on a thread of its own.
    let both = |(old, new): &(Version<'_>, Version<'_>)| compare(old, new, &renames);
    let (check, recheck) = std::thread::scope(|scope| {
        let recheck = scope.spawn(|| again.as_ref().map(both).transpose());
        let broken_off = |_| Err("the re-check: it could not be compared".to_owned());
        (both(&check), recheck.join().unwrap_or_else(broken_off))
    });
    match (check, recheck) {
        (Ok(check), Ok(recheck)) if asked.json => Ok(as_json(&check, recheck.as_ref(), only)),
        (Ok(check), Ok(recheck)) => Ok(as_text(&check, recheck.as_ref(), only)),
        (check, recheck) => Err([check.err(), recheck.err()].into_iter().flatten().collect()),
    }
}

fn asked<'a>(arguments: &[&'a str]) -> Option<Asked<'a>> {
    let (mut folders, mut json, mut renamed) = (Vec::new(), false, None);
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match *argument {
            "--json" => json = true,
            "--renamed" => renamed = Some(*arguments.next()?),
            option if option.starts_with('-') => return None,
            folder => folders.push(folder),
        }
    }
    let [old, new] = folders[..] else { return None };
    Some(Asked { old, new, json, renamed })
}

fn read(folder: &str) -> Result<Folder, Vec<String>> {
    // Both folders name their files in the same way.
    let told = |faults: Vec<String>| {
        let here = |fault: String| match fault.starts_with(folder) {
            true => fault,
            false => format!("{folder}: {fault}"),
        };
        faults.into_iter().map(here).collect()
    };
    Folder::read(folder).map_err(told)
}

fn renames(file: &str) -> Result<Renames, Vec<String>> {
    let text = read_to_string(file)
        .map_err(|error| vec![format!("{file}: it cannot be read: {error}")])?;
    Renames::read(&text).map_err(|fault| vec![format!("{file}: {fault}")])
}

fn as_text(check: &Comparison, recheck: Option<&Comparison>, only: Option<&str>) -> String {
    let mut parts = vec![format!("The check: {}", check.text())];
    parts.extend(recheck.map(|it| format!("The re-check: {}", it.text())));
    parts.extend(only.map(str::to_owned));
    parts.join("\n\n")
}

fn as_json(check: &Comparison, recheck: Option<&Comparison>, only: Option<&str>) -> String {
    let recheck: Option<Value> = recheck.map(Comparison::json);
    format!("{:#}", json!({ "check": check.json(), "recheck": recheck, "note": only }))
}
