//! A mistake in a rule shows: every rule, and every fact that a rule leans on,
//! is broken on purpose in every small way, and either a person's case or the
//! proof must object. What nobody could ever notice is shown to be so.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "mutations/mutants.rs"]
mod mutants;
mod people;

use std::io::Write as _;

use biodivine_lib_bdd::Bdd;
use mutants::{Mutant, mutants};
use people::{Person, again, pairs, people};
use sciatica_check::engine::Reading;
use sciatica_check::model::{Claim, Condition, Guide, Rule, RuleIx, Safety};
use sciatica_check::proof::{Careful, Levels, Proof, Symbolic, Symbols, denied, spoken};
use sciatica_check::{content, engine};

/// What becomes of a mutant.
#[derive(Clone, Debug, PartialEq)]
enum Fate {
    /// Somebody of `tests/cases` gets what they must not.
    CaughtByACase,
    /// The proof objects.
    CaughtByTheProof,
    /// Every response has the same outcome, for the same reasons.
    Equivalent,
    /// Somebody's outcome changes, and nothing objects.
    Uncaught,
}

#[test]
fn a_mistake_in_any_rule_or_fact_is_caught() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let people: Vec<Person> = people(&guide).into_iter().chain(pairs(&guide)).collect();
    every_mutant_is_caught(&guide, &safety, &people, &mutants(&guide), 1000);
}

/// What the re-check shares with the check is broken there.
#[test]
fn a_mistake_in_what_the_re_check_adds_is_caught() {
    let check = content::guide().unwrap();
    let guide = content::recheck().unwrap().0;
    let safety = content::follow_up_safety().unwrap();
    let known = |name: &str| {
        let id = name.split(':').next().unwrap();
        check.rules.iter().any(|it| it.id == id) || check.facts.iter().any(|it| it.id == id)
    };
    let mut mutants = mutants(&guide);
    // That of several descriptions the first one counts is the compiler's doing, and the
    // engine's too: `again: of_the_ways_that_it_can_go_one_is_told`.
    let order =
        |name: &str| name.contains(": exception, without part ") || name.ends_with("its exception");
    let told = |name: &str| name.starts_with("pattern:") || name.starts_with("irritability:");
    mutants.retain(|mutant| !known(&mutant.name));
    mutants.retain(|mutant| !(told(&mutant.name) && order(&mutant.name)));
    every_mutant_is_caught(&guide, &safety, &again(&guide), &mutants, 150);
}

fn every_mutant_is_caught(
    guide: &Guide,
    safety: &Safety,
    people: &[Person],
    mutants: &[Mutant],
    least: usize,
) {
    let tried = mutants.len();
    // Two cores, two halves.
    let judged = |half: &[Mutant]| -> Vec<Fate> {
        let symbols = Symbols::new(guide);
        let judge = Judge::new(Proof::new(guide, safety, &symbols), people);
        half.iter().map(|mutant| judge.fate(mutant)).collect()
    };
    let (left, right) = mutants.split_at(tried / 2);
    let fates: Vec<Fate> = std::thread::scope(|scope| {
        let right = scope.spawn(|| judged(right));
        [judged(left), right.join().unwrap()].concat()
    });
    let count = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    let named = |wanted: Fate| -> Vec<&str> {
        let with = mutants.iter().zip(&fates).filter(|(_, fate)| **fate == wanted);
        with.map(|(mutant, _)| mutant.name.as_str()).collect()
    };
    let (by_case, by_proof) = (count(Fate::CaughtByACase), count(Fate::CaughtByTheProof));
    let (equivalent, uncaught) = (named(Fate::Equivalent), named(Fate::Uncaught));
    // Written past the capture of a test's output, so that every run shows it.
    let mut out = std::io::stderr();
    writeln!(
        out,
        "{} of {tried} mutants caught: {by_case} by a case, {by_proof} by the proof; {} change no \
         outcome and no reason of anybody; {} not caught",
        by_case + by_proof,
        equivalent.len(),
        uncaught.len()
    )
    .unwrap();
    println!("Nobody could notice, which is proved for each:\n  {}", equivalent.join("\n  "));
    assert!(uncaught.is_empty(), "nothing objects to\n  {}", uncaught.join("\n  "));
    assert!(by_case + by_proof > least, "only {by_case} + {by_proof} of {tried} caught");
}

/// What mutants are held against.
struct Judge<'a> {
    proof: Proof<'a>,
    people: Vec<(&'a Person, Reading<'a>)>,
    claims: Vec<(&'a Claim, Bdd)>,
}

impl<'a> Judge<'a> {
    fn new(proof: Proof<'a>, people: &'a [Person]) -> Self {
        let reading = |person: &'a Person| (person, Reading::new(proof.guide, &person.response));
        let people = people.iter().map(reading).collect();
        let claims = spoken(&proof.safety.claims, &proof.symbolic, &proof.valid);
        Self { proof, people, claims }
    }

    fn fate(&self, mutant: &Mutant) -> Fate {
        let guide = mutant.guide(self.proof.guide);
        if self.a_case_objects(mutant, &guide) {
            return Fate::CaughtByACase;
        }
        let symbolic = self.proof.symbolic.after(&guide, &|part| mutant.is(part));
        let levels = Levels::new(&symbolic);
        let lost = Careful::ALL.map(|asked| (asked, self.lost(asked, &levels)));
        let told = !denied(&self.claims, &symbolic).is_empty();
        if told || self.claims.iter().any(|claim| breaks(claim, &lost)) {
            return Fate::CaughtByTheProof;
        }
        let same_levels = lost.iter().all(|(_, people)| people.is_false());
        match same_levels && self.same_reasons(&symbolic) {
            true => Fate::Equivalent,
            false => Fate::Uncaught,
        }
    }

    /// Only somebody for whom the broken condition reads otherwise can get anything else.
    fn a_case_objects(&self, mutant: &Mutant, guide: &Guide) -> bool {
        self.people.iter().any(|(person, reading)| {
            let touched = mutant
                .conditions(self.proof.guide)
                .is_none_or(|(before, after)| reading.truth(before) != reading.truth(after));
            let wrong = || {
                let outcome = engine::evaluate(guide, &person.response);
                !people::wrong(guide, &person.expected, &outcome).is_empty()
            };
            touched && wrong()
        })
    }

    /// Whose outcome was as careful as asked, and is no longer.
    fn lost(&self, asked: Careful, after: &Levels<'_>) -> Bdd {
        let before = &self.proof.levels;
        let nobody = self.proof.symbols.none();
        if before.otherwise() != after.otherwise() {
            let less = |levels: &Levels<'_>| levels.less_careful(self.proof.valid.clone(), asked);
            return less(after).and_not(&less(before));
        }
        let holds = |levels: &Levels<'_>, index: RuleIx, counts: &dyn Fn(&Rule) -> bool| {
            let row = levels.rows().iter().find(|row| row.index == index && counts(row.rule));
            row.map_or_else(|| nobody.clone(), |row| row.holds.clone())
        };
        let asks = |rule: &Rule| asked.asked_by(rule);
        // What offers more counts only where everybody else is offered enough.
        let enough = before.beyond(asked).next().is_some();
        let offers = |rule: &Rule| enough && asked.is_passed_by(rule);
        let mut lost = nobody.clone();
        for row in before.rows() {
            let index = row.index;
            let stops = holds(before, index, &asks).and_not(&holds(after, index, &asks));
            let starts = holds(after, index, &offers).and_not(&holds(before, index, &offers));
            let people = stops.or(&starts).and(&self.proof.valid);
            lost = lost.or(&after.less_careful(people, asked));
        }
        lost
    }

    /// Whether every rule and every description is for exactly the same people.
    fn same_reasons(&self, symbolic: &Symbolic<'_>) -> bool {
        let guide = symbolic.guide;
        let rules = (0..guide.rules.len()).map(|index| Condition::Rule(RuleIx(index as u16)));
        let told = guide.patterns.iter().chain(&guide.irritability).map(|it| it.when.clone());
        rules.chain(told).all(|condition| {
            let before = self.proof.symbolic.sets(&condition).holds;
            let after = symbolic.sets(&condition).holds;
            before == after || before.xor(&after).and(&self.proof.valid).is_false()
        })
    }
}

/// Whether a claim asks for what somebody of whom it speaks has lost.
fn breaks((claim, people): &(&Claim, Bdd), lost: &[(Careful, Bdd)]) -> bool {
    let asks = |asked: Careful| match asked {
        Careful::Urgency(level) => claim.urgency == Some(level),
        Careful::Massage(level) => claim.massage == Some(level),
    };
    lost.iter()
        .any(|(asked, lost)| asks(*asked) && !lost.is_false() && !lost.and(people).is_false())
}
