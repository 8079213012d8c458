//! The proof as `verify` prints it.

use std::time::Instant;

use super::{PROPERTIES, Proof, Symbols, prove, shares};
use crate::model::{Guide, Safety, Words};

/// A line a property, with what a reader should know of it; where one fails,
/// the people for whom it does; and how many people each level has. And whether
/// all of the properties hold.
pub fn report(guide: &Guide, words: &Words<'_>, safety: &Safety) -> (String, bool) {
    let start = Instant::now();
    let verdicts = prove(guide, safety);
    let took = start.elapsed().as_secs_f32();
    let mut lines = Vec::new();
    for verdict in &verdicts {
        lines.push(verdict.line());
        let failures = verdict.findings.failures.iter();
        lines.extend(failures.map(|failure| failure.person(guide, words)));
        lines.extend(verdict.findings.notes.iter().map(|note| format!("       {note}")));
    }
    let hold = verdicts.iter().filter(|verdict| verdict.holds()).count();
    let (all, about) = (PROPERTIES.len(), &guide.about);
    let (version, hash) = (&about.version, &about.hash);
    lines.push(format!("{hold} of {all} hold for content {version} ({hash}), in {took:.2} s"));
    let symbols = Symbols::new(guide);
    lines.push(shares::report(&Proof::new(guide, safety, &symbols)));
    (lines.join("\n"), hold == all)
}
