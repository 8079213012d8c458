//! Turns the files of `content/` into a [`Guide`] and its words, or into a
//! list of everything that is wrong with them.
//!
//! Used by the build script and by tests; never part of what a browser loads.

mod about;
mod cite;
mod description;
mod dictionary;
mod expression;
mod files;
mod follow_up;
mod graph;
mod guidance;
mod known;
mod outcome;
mod picture;
mod problem;
mod questionnaire;
mod reference;
mod resolve;
mod safety;
mod say;

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

pub use files::Files;
pub use problem::Problem;

use sha2::{Digest, Sha256};

use crate::model::{Guide, QuestionIx, Safety, Text};
use dictionary::Dictionary;
use follow_up::Absent;
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
    /// The re-check, where the content has one.
    pub follow_up: Option<FollowUp>,
}

/// The re-check, compiled. Its words stand behind those of the check.
pub struct FollowUp {
    /// What it knows; its sources and regions are those of the check.
    pub guide: Guide,
    /// What the proof holds it against.
    pub safety: Safety,
    /// The place of its first sentence that the check has not.
    pub texts_from: usize,
}

/// One questionnaire with its rules, compiled.
struct Book {
    guide: Guide,
    safety: Safety,
    names: Names,
    words: Dictionary,
    cited: BTreeMap<String, BTreeSet<String>>,
    problems: Vec<Problem>,
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
    /// The questions that nobody is asked: file, place, options, origin.
    origins: Vec<(String, QuestionIx, Vec<String>, known::WrittenOrigin)>,
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
pub fn compile(mut files: Files) -> Result<Compiled, Vec<Problem>> {
    let mut problems = Vec::new();
    let words = Dictionary::new(&files, &mut problems);
    let again = follow_up::split(&mut files, &mut problems);
    let mut check = Compiler::new(files, words, Absent::default(), problems).book(true);
    let phrases = check.words.phrases();
    let texts_from = check.words.count();
    let again = match again {
        // What is wrong with the check is mended first: the re-check shares its files.
        Some(_) if !check.problems.is_empty() => {
            check.words.check_missing(&mut check.problems);
            return Err(sorted(check.problems));
        }
        Some(files) => Some(recheck(files, &mut check)),
        None => None,
    };
    check.words.check(&mut check.problems);
    if !check.problems.is_empty() {
        return Err(sorted(check.problems));
    }
    let texts = check.words.into_texts();
    let Book { mut guide, safety, cited, .. } = check;
    guide.about.hash = hash(&(&guide, &texts, &safety, &again));
    let follow_up = again.map(|(mut again, safety)| {
        again.about.hash.clone_from(&guide.about.hash);
        FollowUp { guide: again, safety, texts_from }
    });
    Ok(Compiled { guide, texts, phrases, cited, safety, follow_up })
}

/// The re-check: compiled once to see what of the shared files has nothing to do there,
/// and once without it. What it cites, says and has wrong is added to the check.
fn recheck(mut files: Files, check: &mut Book) -> (Guide, Safety) {
    let absent = Absent::of(&check.names);
    let compiler =
        |files: Files| Compiler::new(files, check.words.clone(), absent.clone(), Vec::new());
    let all = compiler(files.clone()).book(false);
    files.idle = follow_up::idle(&files, &all.guide, &all.safety, &check.names);
    let book = match all.problems.is_empty() {
        true => compiler(files).book(true),
        false => all,
    };
    for (source, citing) in book.cited {
        check.cited.entry(source).or_default().extend(citing);
    }
    check.words = book.words;
    check.problems.extend(told(book.problems));
    (book.guide, book.safety)
}

/// Problems of the re-check, which speaks of its files as if they were the check's.
fn told(mut problems: Vec<Problem>) -> Vec<Problem> {
    for problem in &mut problems {
        problem.file = format!("follow-up + {}", problem.file);
    }
    problems
}

fn sorted(mut problems: Vec<Problem>) -> Vec<Problem> {
    problems.sort();
    problems.dedup();
    problems
}

impl Compiler {
    fn new(files: Files, words: Dictionary, absent: Absent, problems: Vec<Problem>) -> Self {
        Self {
            files,
            words,
            names: Names::beside(absent),
            sources: reference::Sources::default(),
            problems,
            cited: BTreeMap::new(),
            whens: Vec::new(),
            declared: Vec::new(),
            origins: Vec::new(),
        }
    }

    /// `whole`: all of it has something to do.
    fn book(mut self, whole: bool) -> Book {
        let it = &mut self;
        let about = it.about();
        let sources = it.sources();
        let regions = it.regions();
        let (pages, mut questions) = it.questionnaire();
        // Names first, conditions after: a rule may speak of what stands below it.
        let written = it.written();
        let named = written.facts.len();
        it.define_facts(written.facts);
        it.enable_when(&mut questions);
        let mut rules = it.rules(written.rules);
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
        let known = it.known();
        let facts = it.facts(&rules);
        it.say(&mut rules, &mut questions, &known);
        let safety = it.safety(&rules);
        if whole {
            it.check_facts(&facts, named);
        }
        it.files.check(&mut it.problems);
        let guide = Guide {
            about,
            pages,
            questions,
            known,
            facts,
            rules,
            patterns,
            irritability,
            contradictions,
            guidance,
            sources,
            regions,
        };
        let Self { names, words, cited, problems, .. } = self;
        Book { guide, safety, names, words, cited, problems }
    }
}

/// The first ten digits of a SHA-256 over rules, words and claims. The proof
/// follows from these alone, so that the same hash means the same proof.
fn hash(all: &impl serde::Serialize) -> String {
    let bytes = postcard::to_allocvec(all).unwrap_or_default();
    Sha256::digest(bytes).iter().take(5).map(|byte| format!("{byte:02x}")).collect()
}

impl Compiler {
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
