//! What is called otherwise in the new content, as somebody has written it down:
//!
//! ```toml
//! [questions]            # the new name = the old one
//! leg-side = "legs"
//!
//! [options.leg-side]     # of a question by its new name: the new name = the old one
//! both-today = "both-new"
//! ```
//!
//! Several new options can have been one old option.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::model::{Guide, Question};

/// New names and the old ones.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Renames {
    #[serde(default)]
    questions: BTreeMap<String, String>,
    #[serde(default)]
    options: BTreeMap<String, BTreeMap<String, String>>,
}

impl Renames {
    /// A list as it is written.
    ///
    /// # Errors
    ///
    /// Why it is no such list.
    pub fn read(text: &str) -> Result<Self, String> {
        toml::from_str(text).map_err(|error| error.to_string().replace('\n', " "))
    }

    /// What the old content calls a question.
    pub(super) fn question<'q>(&'q self, new: &'q str) -> &'q str {
        self.questions.get(new).map_or(new, String::as_str)
    }

    /// What the old content calls an option.
    pub(super) fn option<'o>(&'o self, question: &str, new: &'o str) -> &'o str {
        let options = self.options.get(question);
        options.and_then(|options| options.get(new)).map_or(new, String::as_str)
    }

    /// Every name that no guide has. Each guide is of an old and of a new content: a name
    /// counts if one of them knows it.
    pub fn faults(&self, guides: &[(&Guide, &Guide)]) -> Vec<String> {
        let old = |id: &str| find(guides.iter().map(|(old, _)| *old), id);
        let new = |id: &str| find(guides.iter().map(|(_, new)| *new), id);
        let mut faults = Vec::new();
        let mut missing = |there: bool, version: &str, name: String| {
            if !there {
                faults.push(format!("renamed: the {version} content has no {name}"));
            }
        };
        for (now, before) in &self.questions {
            missing(!new(now).is_empty(), "new", format!("question “{now}”"));
            missing(!old(before).is_empty(), "old", format!("question “{before}”"));
        }
        for (question, options) in &self.options {
            let questions = new(question);
            missing(!questions.is_empty(), "new", format!("question “{question}”"));
            for (now, before) in options {
                let has = |of: &[&Question], id: &str| of.iter().any(|it| it.option(id).is_some());
                let called = self.question(question);
                let name = |question: &str, id: &str| format!("option “{id}” of “{question}”");
                missing(has(&questions, now), "new", name(question, now));
                missing(has(&old(called), before), "old", name(called, before));
            }
        }
        faults
    }
}

fn find<'g>(guides: impl Iterator<Item = &'g Guide>, id: &str) -> Vec<&'g Question> {
    guides.flat_map(|guide| &guide.questions).filter(|question| question.id == id).collect()
}
