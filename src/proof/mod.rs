//! The proof that no path through the check can under-call a warning sign:
//! over all responses, complete and partial, by binary decision diagrams.
//!
//! It reads the guide as the engine does but shares no code with it, and holds
//! it against [`Safety`]: claims that were written independently of the rules.

mod alive;
mod claims;
mod ends;
mod hidden;
mod levels;
mod monotone;
mod symbolic;
mod symbols;
mod total;
mod unknown;
mod verdict;

use std::time::Instant;

use biodivine_lib_bdd::Bdd;

use crate::model::{Condition, Guide, Question, QuestionIx, Safety};
pub use claims::broken;
pub use ends::longest;
pub use levels::Levels;
pub use symbolic::{Sets, Symbolic};
pub use symbols::Symbols;
pub use verdict::{Failure, Verdict};

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
    pub levels: Levels,
    /// All responses, complete and partial.
    pub valid: Bdd,
    /// Those in which every question that is asked has an answer, and no other.
    pub complete: Bdd,
}

type Property = (&'static str, &'static str, fn(&Proof<'_>) -> Vec<Failure>);

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

/// Proves every property.
pub fn prove(guide: &Guide, safety: &Safety) -> Vec<Verdict> {
    let symbols = Symbols::new(guide);
    let proof = Proof::new(guide, safety, &symbols);
    let covered = proof.valid.exact_cardinality().to_string();
    let prove_one = |(name, says, check): &Property| {
        let start = Instant::now();
        let failures = check(&proof);
        Verdict { name, says, failures, covered: covered.clone(), took: start.elapsed() }
    };
    PROPERTIES.iter().map(prove_one).collect()
}

impl<'a> Proof<'a> {
    /// Reads the guide for all responses.
    pub fn new(guide: &'a Guide, safety: &'a Safety, symbols: &'a Symbols) -> Self {
        let symbolic = Symbolic::new(guide, symbols);
        let levels = Levels::new(&symbolic);
        let valid = symbols.valid();
        let complete = guide.questions().fold(valid.clone(), |complete, (index, _)| {
            let enabled = symbolic.enabled(index);
            let unanswered = symbols.unanswered(index);
            let fits = enabled.holds.and_not(&unanswered).or(&enabled.fails.and(&unanswered));
            complete.and(&fits)
        });
        Self { guide, safety, symbols, symbolic, levels, valid, complete }
    }

    /// A failure for a response of this set, with as few answers as can be.
    pub fn failure(&self, what: String, counterexamples: &Bdd) -> Failure {
        let response = counterexamples.most_negative_valuation().map(|valuation| {
            let mut response = self.symbols.response(&valuation);
            for (question, _) in self.symbols.response(&valuation).answered() {
                let mut fewer = response.clone();
                fewer.set(question, None);
                if counterexamples.eval_in(&self.symbols.valuation(&fewer)) {
                    response = fewer;
                }
            }
            response
        });
        Failure { what, response: response.unwrap_or_default() }
    }

    /// A question's name.
    pub fn name(&self, question: QuestionIx) -> &'a str {
        self.guide.question(question).map_or("", |question| question.id.as_str())
    }

    /// An option's name.
    pub fn option(question: &Question, place: usize) -> &str {
        question.options.get(place).map_or("", |option| option.id.as_str())
    }

    /// The questions that a condition looks at, through facts and rules.
    pub fn looks_at(&self, condition: &Condition, question: QuestionIx) -> bool {
        let named = match condition {
            Condition::Fact(fact) => {
                self.guide.facts.get(usize::from(fact.0)).map(|fact| &fact.condition)
            }
            Condition::Rule(rule) => self.guide.rule(*rule).and_then(|rule| rule.when.as_ref()),
            _ => None,
        };
        condition.question() == Some(question)
            || named.is_some_and(|named| self.looks_at(named, question))
            || condition.parts().into_iter().any(|part| self.looks_at(part, question))
    }
}
