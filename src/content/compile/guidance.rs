//! Lines of advice, each with the part of the result that shows it.

use serde::Deserialize;

use super::Compiler;
use crate::model::{Area, GuidanceLine, Section};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenLine {
    id: String,
    section: Section,
    when: Option<String>,
    sources: Vec<String>,
    #[serde(default)]
    work: Vec<Area>,
    #[serde(default)]
    leave: Vec<Area>,
}

impl Compiler {
    /// The lines of advice: section by section, in the order of the files.
    pub(super) fn guidance(&mut self) -> Vec<GuidanceLine> {
        self.names.levels_known = true;
        let mut lines = Vec::new();
        for file in self.files.below("guidance/") {
            let written: Vec<WrittenLine> = self.files.entries(&file, "line", &mut self.problems);
            for line in written {
                lines.push(GuidanceLine {
                    section: line.section,
                    when: self.condition(&file, &line.id, line.when.as_deref()),
                    sources: self.cite(&file, &line.id, &line.sources),
                    text: self.words.text(&format!("guidance.{}", line.id)),
                    work: line.work,
                    leave: line.leave,
                    id: line.id,
                });
            }
        }
        self.unique("guidance", lines.iter().map(|line| line.id.clone()).collect());
        lines.sort_by_key(|line| line.section);
        lines
    }
}
