//! Who cites what.

use super::Compiler;
use crate::model::SourceIx;

impl Compiler {
    /// The places of the cited sources. Everything must cite at least one, and
    /// only sources that have an entry.
    pub(super) fn cite(&mut self, file: &str, id: &str, sources: &[String]) -> Vec<SourceIx> {
        if sources.is_empty() {
            self.wrong(file, id, "it cites no source", "at least one source id");
        }
        let mut places = Vec::new();
        for source in sources {
            match self.sources.index.get(source) {
                Some(place) => {
                    places.push(*place);
                    self.cited.entry(source.clone()).or_default().insert(format!("{file} · {id}"));
                }
                None => self.wrong(
                    file,
                    id,
                    format!("“{source}” is no source"),
                    "an id of sources.toml or statements.toml",
                ),
            }
        }
        places
    }
}
