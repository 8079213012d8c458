//! The proof that no path through the check can under-call a warning sign:
//! over all responses, complete and partial, by binary decision diagrams.
//!
//! It reads the guide as the engine does but shares no code with it, and holds
//! it against [`Safety`]: claims that were written independently of the rules.

mod alive;
mod claims;
mod compare;
mod count;
mod ends;
mod hidden;
mod levels;
mod monotone;
mod report;
mod shares;
mod symbolic;
mod symbols;
mod total;
mod unknown;
mod verdict;

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Instant;

use biodivine_lib_bdd::Bdd;

use crate::model::{Guide, Question, QuestionIx, Response, Safety};
pub use claims::{denied, spoken};
pub use compare::{Cause, Comparison, Hearing, Move, Person, Renames, Share, Version, compare};
pub use count::{Count, percent};
pub use ends::{longest, unalarming};
pub use levels::{Careful, Levels, Row};
pub use report::report;
pub use shares::Shares;
pub use symbolic::{Sets, Symbolic};
pub use symbols::{ORDER, Shape, Symbols};
pub use verdict::{Failure, Findings, Verdict, json, said};

/// What the properties are proved from.
pub struct Proof<'a> {
    /// The content.
    pub guide: &'a Guide,
    /// What it is held against.
    pub safety: &'a Safety,
    /// The answers as variables.
    pub symbols: &'a Symbols,
    /// The conditions, for all responses.
    pub symbolic: Symbolic<'a>,
    /// The levels, for all responses.
    pub levels: Levels<'a>,
    /// All responses, complete and partial.
    pub valid: Bdd,
    /// Those in which every question that is asked has an answer, and no other.
    pub complete: Bdd,
}

type Property = (&'static str, &'static str, fn(&Proof<'_>) -> Findings);

/// The properties, in the order in which they are printed.
const PROPERTIES: [Property; 7] = [
    ("total", "every response has an outcome with a reason", total::check),
    ("red flags win", "no answer can soften what a claim asks for", claims::check),
    ("monotone", "a worse answer never softens the outcome", monotone::check),
    ("unknown is not no", "“not sure” and no answer never soften it", unknown::check),
    ("no hidden danger", "what is not asked could not have raised it", hidden::check),
    ("alive", "every question, option, rule and line is for somebody", alive::check),
    ("ends", "every way ends, and an emergency ends it at once", ends::check),
];

/// Proves every property, on two threads.
pub fn prove(guide: &Guide, safety: &Safety) -> Vec<Verdict> {
    let symbols = Symbols::new(guide);
    let next = AtomicUsize::new(0);
    let work = || {
        let proof = Proof::new(guide, safety, &symbols);
        let covered = proof.valid.exact_cardinality().to_string();
        let prove_one = |(name, says, check): &Property| {
            let start = Instant::now();
            let findings = check(&proof);
            Verdict { name, says, findings, covered: covered.clone(), took: start.elapsed() }
        };
        let mine = std::iter::from_fn(|| {
            let place = next.fetch_add(1, Ordering::Relaxed);
            PROPERTIES.get(place).map(|property| (place, prove_one(property)))
        });
        mine.collect::<Vec<_>>()
    };
    let mut verdicts = std::thread::scope(|scope| {
        let other = scope.spawn(work);
        let mut verdicts = work();
        verdicts.extend(other.join().unwrap_or_default());
        verdicts
    });
    verdicts.sort_by_key(|(place, _)| *place);
    verdicts.into_iter().map(|(_, verdict)| verdict).collect()
}

impl<'a> Proof<'a> {
    /// Reads the guide for all responses.
    pub fn new(guide: &'a Guide, safety: &'a Safety, symbols: &'a Symbols) -> Self {
        let symbolic = Symbolic::new(guide, symbols);
        let levels = Levels::new(&symbolic);
        let valid = symbols.valid();
        let complete = valid.clone();
        let mut proof = Self { guide, safety, symbols, symbolic, levels, valid, complete };
        for (index, _) in guide.questions() {
            proof.complete = proof.complete.and(&proof.answered_if_asked(index));
        }
        proof
    }

    /// The question has an answer where it is asked, and none where it is not.
    fn answered_if_asked(&self, question: QuestionIx) -> Bdd {
        let enabled = self.symbolic.enabled(question);
        let unanswered = self.symbols.unanswered(question);
        enabled.holds.and_not(&unanswered).or(&enabled.fails.and(&unanswered))
    }

    /// A failure for somebody of these people: one with as few answers as can be.
    pub fn failure(&self, what: String, people: &Bdd) -> Failure {
        let nobody = Response::default();
        let mut response = self.somebody(people);
        while let Some(known) = &response {
            let Some(fewer) = known.answered().count().checked_sub(1) else { break };
            let fewer = self.somebody(&self.symbols.near(&nobody, fewer, people));
            let Some(fewer) = fewer else { break };
            response = Some(fewer);
        }
        Failure { what, response }
    }

    fn somebody(&self, people: &Bdd) -> Option<Response> {
        Some(self.symbols.response(&people.most_negative_valuation()?))
    }

    /// What a property finds, by its name.
    pub fn check(&self, property: &str) -> Option<Findings> {
        let (_, _, check) = PROPERTIES.iter().find(|(name, _, _)| *name == property)?;
        Some(check(self))
    }

    /// A question's name.
    pub fn name(&self, question: QuestionIx) -> &'a str {
        self.guide.question(question).map_or("", |question| question.id.as_str())
    }

    /// An option's name.
    pub fn option(question: &Question, place: usize) -> &str {
        question.options.get(place).map_or("", |option| option.id.as_str())
    }
}
