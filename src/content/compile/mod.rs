//! Turns the files of `content/` into a [`Guide`] and its words, or into a
//! list of everything that is wrong with them.
//!
//! Used by the build script and by tests; never part of what a browser loads.

mod cite;
mod description;
mod dictionary;
mod expression;
mod files;
mod graph;
mod guidance;
mod outcome;
mod picture;
mod problem;
mod questionnaire;
mod reference;
mod resolve;
mod safety;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use files::Files;
pub use problem::Problem;

use sha2::{Digest, Sha256};

use crate::model::{About, Guide, QuestionIx, Safety, Text};
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
    /// What the proof holds all this against.
    pub safety: Safety,
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
    /// What each question says about its own answers.
    declared: Vec<safety::Declared>,
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
        declared: Vec::new(),
    };
    let about = it.about();
    let sources = it.sources();
    let regions = it.regions();
    let (pages, mut questions) = it.questionnaire();
    // Names first, conditions after: a rule may speak of what stands below it.
    let written = it.written();
    let named = written.facts.len();
    it.define_facts(written.facts);
    it.enable_when(&mut questions);
    let rules = it.rules(written.rules);
    let patterns = it.described(description::PATTERNS, &written.patterns);
    let irritability = it.described(description::IRRITABILITY, &written.irritability);
    let contradictions = it.contradictions();
    let guidance = it.guidance();
    let safety = graph::Graph { names: &it.names, rules: &rules }.safety(&questions);
    for (index, question) in questions.iter_mut().enumerate() {
        question.safety = safety.contains(&QuestionIx(index as u16));
    }
    it.names.define_unanswered(&questions);
    it.check_order(&questions);
    let facts = it.facts(&rules);
    let claims = it.safety(&rules);
    it.check_facts(&facts, named);
    let phrases = it.words.phrases();

    it.words.check(&mut it.problems);
    it.files.check(&mut it.problems);
    if !it.problems.is_empty() {
        it.problems.sort();
        it.problems.dedup();
        return Err(it.problems);
    }
    let mut guide = Guide {
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
    let texts = it.words.into_texts();
    guide.about.hash = hash(&guide, &texts, &claims);
    Ok(Compiled { guide, texts, phrases, cited: it.cited, safety: claims })
}

/// The first ten digits of a SHA-256 over rules, words and claims. The proof
/// follows from these alone, so that the same hash means the same proof.
fn hash(guide: &Guide, texts: &[String], safety: &Safety) -> String {
    let bytes = postcard::to_allocvec(&(guide, texts, safety)).unwrap_or_default();
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
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
        About {
            version: about.version,
            date: about.date,
            hash: String::new(),
            reviewed_by: about.reviewed_by,
        }
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
