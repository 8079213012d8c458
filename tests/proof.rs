//! The proof itself, and what makes it one: the symbolic reading agrees with
//! the engine, and a mistake in a rule is caught.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use std::fmt::Write as _;

use sciatica_check::model::{
    Answer, Condition, Guide, Kind, OptionSet, Outcome, Question, QuestionIx, Response, Urgency,
};
use sciatica_check::proof::{Proof, Symbols, prove};
use sciatica_check::{content, engine};

/// Nothing that a clinic or a page can set stands between answers and outcome.
const _: fn(&Guide, &Response) -> Outcome = engine::evaluate;

/// A repeatable stream of numbers: the same people at every run.
struct Dice(u64);

impl Dice {
    fn below(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
        (self.0 >> 33) as usize % sides
    }

    /// A response with every question answered, or passed over one time in `silence`.
    fn response(&mut self, guide: &Guide, silence: usize) -> Response {
        let mut response = Response::default();
        for (index, question) in guide.questions() {
            if self.below(silence) > 0 {
                response.set(index, Some(self.answer(question)));
            }
        }
        response
    }

    /// Mostly the harmless answer, so that few rules hold at once.
    fn answer(&mut self, question: &Question) -> Answer {
        match question.kind {
            Kind::Scale { .. } => Answer::Value(self.below(11) as u8),
            Kind::Choice => Answer::Options(OptionSet::only(self.below(question.options.len()))),
            Kind::Choices => {
                let alone = question.options.iter().position(|option| option.exclusive);
                match alone {
                    Some(none) if self.below(4) > 0 => Answer::Options(OptionSet::only(none)),
                    _ => {
                        let options = question.options.iter().enumerate();
                        let ticks: Vec<usize> =
                            options.filter(|(_, o)| !o.exclusive).map(|(place, _)| place).collect();
                        let first = ticks[self.below(ticks.len())];
                        let second = ticks[self.below(ticks.len())];
                        Answer::Options(OptionSet::only(first).with(OptionSet::only(second)))
                    }
                }
            }
        }
    }
}

#[test]
fn every_property_holds_for_all_responses() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let words = content::words().unwrap();
    let mut failed = String::new();
    for verdict in prove(&guide, &safety) {
        println!("{}", verdict.line());
        for failure in &verdict.failures {
            writeln!(failed, "{}", failure.person(&guide, &words)).unwrap();
        }
    }
    assert!(failed.is_empty(), "\n{failed}");
}

#[test]
fn the_proof_reads_every_person_as_the_engine_does() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    let lines: Vec<_> = guide
        .guidance
        .iter()
        .map(|line| proof.symbolic.with_levels(&line.when, &proof.levels).holds)
        .collect();
    let mut dice = Dice(20261123);
    let random = (0..4000).map(|turn| dice.response(&guide, 2 + turn % 40));
    let people = people::people(&guide).into_iter().map(|person| person.response);
    let mut seen = [0; 4];
    for response in random.chain(people) {
        let valuation = symbols.valuation(&response);
        assert!(proof.valid.eval_in(&valuation), "{response:?}");
        assert_eq!(symbols.response(&valuation), response);
        let outcome = engine::evaluate(&guide, &response);
        seen[outcome.urgency as usize] += 1;
        assert!(proof.levels.urgency_is(outcome.urgency).eval_in(&valuation), "{response:?}");
        assert!(proof.levels.massage_is(outcome.massage).eval_in(&valuation), "{response:?}");
        let advised: Vec<usize> = outcome.guidance.iter().map(|advice| advice.line).collect();
        for (place, (line, holds)) in guide.guidance.iter().zip(&lines).enumerate() {
            let shown = outcome.urgency != Urgency::Emergency || line.section.in_emergency();
            let expected = shown && holds.eval_in(&valuation);
            assert_eq!(advised.contains(&place), expected, "{}: {response:?}", line.id);
        }
    }
    assert!(seen.iter().all(|count| *count > 0), "every urgency was met: {seen:?}");
}

#[test]
fn a_broken_rule_is_shown_as_a_person_that_evaluate_accepts() {
    let (mut guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let words = content::words().unwrap();
    let rule = guide.rules.iter_mut().find(|rule| rule.id == "E1").unwrap();
    rule.urgency = Some(Urgency::Soon);
    let failures: Vec<_> = prove(&guide, &safety).into_iter().flat_map(|v| v.failures).collect();
    let claim = failures.iter().find(|failure| failure.what.starts_with("claim")).unwrap();
    let json = claim.json(&guide).to_string();
    let read_again = sciatica_check::wire::response(&guide, &json).unwrap();
    assert_eq!(read_again, claim.response);
    assert!(engine::evaluate(&guide, &read_again).urgency < Urgency::Emergency);
    assert!(read_again.answered().count() <= 3, "as few answers as can be: {json}");
    assert!(claim.person(&guide, &words).contains("peeing"));
}

#[test]
fn the_longest_way_is_known() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    assert_eq!(sciatica_check::proof::longest(&proof), 27);
}

#[test]
fn unanswered_is_a_condition_of_its_own() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    let silent = proof.symbolic.sets(&Condition::Unanswered(QuestionIx(0)));
    assert!(silent.holds.eval_in(&symbols.valuation(&Response::default())));
}
