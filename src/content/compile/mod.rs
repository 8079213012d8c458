//! Turns the files of `content/` into a [`Guide`] and its words, or into a
//! list of everything that is wrong with them.
//!
//! Used by the build script and by tests; never part of what a browser loads.

mod cite;
mod dictionary;
mod expression;
mod files;
mod graph;
mod outcome;
mod problem;
mod questionnaire;
mod reference;
mod resolve;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use files::Files;
pub use problem::Problem;

use crate::model::{About, Guide, QuestionIx, Text};
use dictionary::Dictionary;
use resolve::Names;

/// The content, compiled.
pub struct Compiled {
    /// What the check knows.
    pub guide: Guide,
    /// Every sentence; a [`Text`] is a place in this list.
    pub texts: Vec<String>,
    /// The interface's phrases by the name of their constant.
    pub phrases: BTreeMap<String, Text>,
    /// Which source ids are cited, and by what.
    pub cited: BTreeMap<String, BTreeSet<String>>,
}

/// Everything that the parts of the compiler share while they work.
struct Compiler {
    files: Files,
    words: Dictionary,
    names: Names,
    sources: reference::Sources,
    problems: Vec<Problem>,
    cited: BTreeMap<String, BTreeSet<String>>,
    /// When each question is asked, with the file that says so.
    whens: Vec<(String, Option<String>)>,
}

/// The files of a content folder, read.
///
/// # Errors
///
/// Those of the file system.
pub fn read(folder: &Path) -> std::io::Result<Files> {
    Files::read(folder)
}

/// Compiles content.
///
/// # Errors
///
/// Every mistake in it, in the order of the files.
pub fn compile(files: Files) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Vec::new();
    let words = Dictionary::new(&files, &mut problems);
    let mut it = Compiler {
        files,
        words,
        names: Names::default(),
        sources: reference::Sources::default(),
        problems,
        cited: BTreeMap::new(),
        whens: Vec::new(),
    };
    let about = it.about();
    let sources = it.sources();
    let regions = it.regions();
    let (pages, mut questions) = it.questionnaire();
    // Names first, conditions after: a rule may speak of what stands below it.
    it.name_facts();
    it.enable_when(&mut questions);
    let rules = it.rules();
    let patterns = it.described(outcome::PATTERNS);
    let irritability = it.described(outcome::IRRITABILITY);
    let contradictions = it.contradictions();
    let guidance = it.guidance();
    let safety = graph::Graph { names: &it.names, rules: &rules }.safety(&questions);
    for (index, question) in questions.iter_mut().enumerate() {
        question.safety = safety.contains(&QuestionIx(index as u16));
    }
    it.names.define_unanswered(&questions);
    it.check_order(&questions);
    let facts = it.facts(&rules);
    let phrases = it.words.phrases();

    it.words.check(&mut it.problems);
    it.files.check(&mut it.problems);
    if !it.problems.is_empty() {
        it.problems.sort();
        it.problems.dedup();
        return Err(it.problems);
    }
    let guide = Guide {
        about,
        pages,
        questions,
        facts,
        rules,
        patterns,
        irritability,
        contradictions,
        guidance,
        sources,
        regions,
    };
    Ok(Compiled { guide, texts: it.words.into_texts(), phrases, cited: it.cited })
}

/// `content/about.toml`, as written.
#[derive(serde::Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenAbout {
    #[serde(rename = "id")]
    _id: String,
    version: String,
    date: String,
    reviewed_by: Option<String>,
}

impl Compiler {
    fn about(&mut self) -> About {
        let written: Vec<WrittenAbout> =
            self.files.entries("about.toml", "content", &mut self.problems);
        let [about] = written.try_into().unwrap_or_else(|written: Vec<WrittenAbout>| {
            self.wrong(
                "about.toml",
                "content",
                format!("{} entries", written.len()),
                "exactly one [[content]]",
            );
            [WrittenAbout {
                _id: String::new(),
                version: String::new(),
                date: String::new(),
                reviewed_by: None,
            }]
        });
        About { version: about.version, date: about.date, reviewed_by: about.reviewed_by }
    }

    fn wrong(
        &mut self,
        file: &str,
        id: &str,
        wrong: impl Into<String>,
        expected: impl Into<String>,
    ) {
        self.problems.push(Problem::new(file, id, wrong, expected));
    }
}
