//! Patterns and irritability: what symptoms sound like, how easily they are
//! stirred up. The first that fits is told, and the last to everybody else.

use serde::Deserialize;

use super::Compiler;
use crate::model::{Condition, Described, Part};

/// `[[pattern]]` or `[[band]]`: with points, with a condition, or for the rest.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct WrittenDescription {
    id: String,
    when: Option<String>,
    #[serde(default)]
    points: Vec<String>,
    at_least: Option<i16>,
    sources: Vec<String>,
}

/// Where a list of descriptions is written, and how its members are named.
#[derive(Clone, Copy)]
pub(super) struct List {
    file: &'static str,
    key: &'static str,
    kind: &'static str,
}

pub(super) const PATTERNS: List = List { file: "patterns.toml", key: "pattern", kind: "pattern" };
pub(super) const IRRITABILITY: List =
    List { file: "irritability.toml", key: "band", kind: "irritability" };
/// How far the best description must lead, in points, not to be called mixed.
const LEAD: i16 = 2;

impl Compiler {
    /// The descriptions as written, each with its name.
    pub(super) fn written_descriptions(&mut self, list: List) -> Vec<WrittenDescription> {
        let written: Vec<WrittenDescription> =
            self.files.entries(list.file, list.key, &mut self.problems);
        for description in &written {
            self.names.fact(&format!("{}:{}", list.kind, description.id));
            if description.at_least.is_some() {
                self.names.fact(&format!("{}-points", description.id));
            }
        }
        written
    }

    /// Patterns or irritability: the first that fits. Those with points must
    /// also lead every other one that fits by [`LEAD`]; else it is mixed.
    pub(super) fn described(
        &mut self,
        list: List,
        written: &[WrittenDescription],
    ) -> Vec<Described> {
        let List { file, kind, .. } = list;
        let scored: Vec<(Condition, Vec<Part>)> =
            written.iter().map(|description| self.fits(file, description)).collect();
        let by_points = scored.iter().any(|(_, points)| !points.is_empty());
        let mut described = Vec::new();
        for (index, description) in written.iter().enumerate() {
            let id = &description.id;
            let sources = self.cite(file, id, &description.sources);
            let Some((fits, points)) = scored.get(index) else { continue };
            let mut parts = vec![fits.clone()];
            let others = scored.iter().enumerate().filter(|(other, (_, theirs))| {
                *other != index && !points.is_empty() && !theirs.is_empty()
            });
            for (_, (other, theirs)) in others {
                parts.push(Condition::Any(vec![
                    Condition::Not(Box::new(other.clone())),
                    leads(points, theirs),
                ]));
            }
            let when = if parts.len() == 1 { fits.clone() } else { Condition::All(parts) };
            let last = index + 1 == written.len();
            if last && when != Condition::Always {
                self.wrong(file, id, "the last one has a condition", "a last one for all the rest");
            }
            // Where no earlier one is known to fit. Those with points lead all others anyway.
            let earlier: Vec<_> = described.iter().map(|d: &Described| d.when.clone()).collect();
            let fact = match earlier.is_empty() || (by_points && !last) {
                true => when,
                false => Condition::Unless(Box::new(when), Box::new(Condition::Any(earlier))),
            };
            let fact = Condition::Fact(self.names.define(&format!("{kind}:{id}"), fact));
            let when = if last { Condition::Always } else { fact };
            let text = self.words.text(&format!("{kind}.{id}"));
            let term = self.words.text(&format!("terms.{kind}.{id}"));
            described.push(Described { id: id.clone(), when, sources, text, term });
        }
        described
    }

    fn fits(&mut self, file: &str, written: &WrittenDescription) -> (Condition, Vec<Part>) {
        let id = written.id.as_str();
        let needs = self.condition(file, id, written.when.as_deref());
        let Some(at_least) = written.at_least else { return (needs, Vec::new()) };
        let text = format!("at least {at_least} of ({})", written.points.join(", "));
        let score = self.condition(file, id, Some(&text));
        let parts = match &score {
            Condition::Score { parts, .. } => parts.clone(),
            _ => Vec::new(),
        };
        let fits = match needs {
            Condition::Always => score,
            needs => Condition::All(vec![needs, score]),
        };
        (Condition::Fact(self.names.define(&format!("{id}-points"), fits)), parts)
    }
}

fn leads(points: &[Part], theirs: &[Part]) -> Condition {
    let against = theirs.iter().map(|part| Part { weight: -part.weight, ..part.clone() });
    Condition::Score { at_least: LEAD, parts: points.iter().cloned().chain(against).collect() }
}
