//! The proof itself, and what makes it one: the symbolic reading agrees with
//! the engine, and each property can fail.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use std::collections::BTreeSet;
use std::io::Write as _;

use sciatica_check::model::{
    Answer, Condition, Exception, Guide, Kind, OptionSet, Question, QuestionIx, Response, Rule,
    RuleIx, Safety, Step, Urgency, Words,
};
use sciatica_check::proof::{self, Findings, Proof, Symbols};
use sciatica_check::{content, engine, wire};

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

// --- That it holds ---------------------------------------------------------------------

#[test]
fn every_property_holds_for_all_responses() {
    let guide = content::guide().unwrap();
    holds(&guide, &content::words().unwrap(), &content::safety().unwrap());
}

#[test]
fn every_property_holds_for_all_responses_of_the_re_check() {
    let (guide, words) = content::recheck().unwrap();
    holds(&guide, &words, &content::follow_up_safety().unwrap());
}

#[track_caller]
fn holds(guide: &Guide, words: &Words<'_>, safety: &Safety) {
    let (report, holds) = proof::report(guide, words, safety);
    assert!(holds, "\n{report}");
    // Written past the capture of a test's output, so that every run shows it.
    let mut out = std::io::stderr();
    for line in report.lines().filter(|line| !line.starts_with(' ')) {
        writeln!(out, "{line}").unwrap();
    }
}

#[test]
fn the_proof_reads_every_person_as_the_engine_does() {
    let guide = content::guide().unwrap();
    let people = people::people(&guide);
    reads_as_the_engine(&guide, &content::safety().unwrap(), people);
}

#[test]
fn the_proof_of_the_re_check_reads_every_person_as_the_engine_does() {
    let guide = content::recheck().unwrap().0;
    let people = people::again(&guide);
    reads_as_the_engine(&guide, &content::follow_up_safety().unwrap(), people);
}

fn reads_as_the_engine(guide: &Guide, safety: &Safety, people: Vec<people::Person>) {
    let symbols = Symbols::new(guide);
    let proof = Proof::new(guide, safety, &symbols);
    let lines: Vec<_> = guide
        .guidance
        .iter()
        .map(|line| proof.symbolic.with_levels(&line.when, &proof.levels).holds)
        .collect();
    let mut dice = Dice(20261123);
    let random = (0..4000).map(|turn| dice.response(guide, 2 + turn % 40));
    let people = people.into_iter().map(|person| person.response);
    let mut seen = [0; 4];
    for response in random.chain(people) {
        let valuation = symbols.valuation(&response);
        assert!(proof.valid.eval_in(&valuation), "{response:?}");
        assert_eq!(symbols.response(&valuation), response);
        let outcome = engine::evaluate(guide, &response);
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
fn the_longest_and_the_usual_way_are_known() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    assert_eq!(proof::longest(&proof, &proof.complete), 27);
    assert_eq!(proof::longest(&proof, &proof::unalarming(&proof)), 17);
}

#[test]
fn the_order_of_the_variables_names_every_question_once() {
    let guide = content::guide().unwrap();
    let listed: BTreeSet<&str> = proof::ORDER.lines().collect();
    let asked: BTreeSet<&str> = guide.questions.iter().map(|it| it.id.as_str()).collect();
    assert_eq!(listed, asked);
    assert_eq!(proof::ORDER.lines().count(), asked.len());
}

// --- That it can fail --------------------------------------------------------------------

/// What a property finds after a change of the content.
fn found(property: &str, change: impl Fn(&mut Guide, &mut Safety)) -> Findings {
    let (mut guide, mut safety) = (content::guide().unwrap(), content::safety().unwrap());
    change(&mut guide, &mut safety);
    let symbols = Symbols::new(&guide);
    Proof::new(&guide, &safety, &symbols).check(property).unwrap()
}

/// A property fails after this change, and says this among the rest.
#[track_caller]
fn fails(property: &str, expected: &str, change: impl Fn(&mut Guide, &mut Safety)) {
    let failures = found(property, change).failures;
    let told: Vec<&str> = failures.iter().map(|failure| failure.what.as_str()).collect();
    assert!(told.iter().any(|it| it.contains(expected)), "“{expected}” is not among {told:#?}");
}

fn rule<'g>(guide: &'g mut Guide, id: &str) -> &'g mut Rule {
    guide.rules.iter_mut().find(|rule| rule.id == id).unwrap()
}

/// Only the worse answers to one question, to be done soon.
fn steps_of(question: &str, guide: &Guide, safety: &mut Safety) {
    let (index, _) = guide.question_by_id(question).unwrap();
    safety.steps.retain(|step| match step {
        Step::Instead { question, .. } | Step::Tick { question, .. } => *question == index,
        Step::Higher(question) | Step::Lower(question) => *question == index,
    });
}

fn never() -> Condition {
    Condition::Any(Vec::new())
}

#[test]
fn nobody_is_left_without_a_level() {
    fails("total", "no rule gives a level of urgency", |guide, _| {
        rule(guide, "R5").urgency = None;
    });
}

#[test]
fn a_claim_is_broken() {
    fails("red flags win", "claim “bladder-new”", |guide, _| {
        rule(guide, "E1").urgency = Some(Urgency::SameDay);
    });
    fails("red flags win", "claim “cough-no-leg-pain”", |guide, _| {
        rule(guide, "D8").when = Some(never());
    });
}

#[test]
fn what_a_claim_denies_is_told() {
    let guide = content::recheck().unwrap().0;
    let mut safety = content::follow_up_safety().unwrap();
    // Somebody is told that they improve, and a claim that nobody ever is objects.
    let claim = safety.claims.iter_mut().find(|claim| claim.never.is_some()).unwrap();
    claim.when = Condition::Always;
    claim.urgency = None;
    claim.massage = None;
    let symbols = Symbols::new(&guide);
    let findings = Proof::new(&guide, &safety, &symbols).check("red flags win").unwrap();
    assert!(findings.failures.iter().any(|it| it.what.contains("But it is told")));
}

#[test]
fn a_rule_finds_what_no_claim_asks_for() {
    fails("red flags win", "rule E8 asks for emergency, and no claim does", |_, safety| {
        safety.claims.retain(|claim| claim.id != "cold-foot");
    });
}

#[test]
fn a_worse_answer_softens() {
    fails(
        "monotone",
        "“none” to “fever”, and then urgency is below same-day",
        |guide, safety| {
            steps_of("illness", guide, safety);
            let ill = rule(guide, "D7").when.take().unwrap();
            rule(guide, "D7").when = Some(Condition::Not(Box::new(ill)));
        },
    );
    fails(
        "monotone",
        "“both-same” to “not-sure”, and then urgency is below",
        |guide, safety| {
            steps_of("legs", guide, safety);
            safety.exceptions.clear();
        },
    );
}

#[test]
fn an_exception_that_nothing_needs() {
    fails("monotone", "exception “idle” is not needed", |guide, safety| {
        steps_of("legs", guide, safety);
        safety.exceptions.push(Exception {
            id: "idle".to_owned(),
            questions: vec![QuestionIx(0)],
            when: never(),
            because: String::new(),
            claims: Vec::new(),
            sources: Vec::new(),
        });
    });
}

#[test]
fn silence_softens() {
    fails(
        "unknown is not no",
        "“older” to “no answer”, and then urgency is below",
        |guide, _| {
            rule(guide, "R6").when = Some(never());
        },
    );
    fails("unknown is not no", "its “no” is not declared", |_, safety| safety.noes.clear());
}

#[test]
fn a_hidden_question_would_have_raised_it() {
    fails("no hidden danger", "“bladder-when” is not asked", |_, safety| safety.hidden.clear());
    fails(
        "no hidden danger",
        "no hidden question needs this reason: “idle”",
        |guide, safety| {
            let (idle, _) = guide.question_by_id("sitting-hours").unwrap();
            safety.hidden.iter_mut().find(|(index, _)| *index == idle).unwrap().1 =
                "idle".to_owned();
        },
    );
}

#[test]
fn what_is_there_for_nobody() {
    let both = |parts: [Condition; 2]| Condition::All(parts.to_vec());
    let dead = |when: &Condition| both([when.clone(), Condition::Not(Box::new(when.clone()))]);
    fails("alive", "rule E1 holds for nobody", |guide, _| {
        let when = rule(guide, "E1").when.take().unwrap();
        rule(guide, "E1").when = Some(dead(&when));
    });
    fails("alive", "rule A13 never decides alone", |guide, _| {
        rule(guide, "A12").when = rule(guide, "A13").when.clone();
    });
    fails("alive", "rule R1 does decide alone", |guide, safety| {
        let place = guide.rules.iter().position(|rule| rule.id == "R1").unwrap();
        safety.shadowed.push((RuleIx(place as u16), String::new()));
    });
    fails("alive", "question “bladder-when” is asked of nobody", |guide, _| {
        let (index, _) = guide.question_by_id("bladder-when").unwrap();
        guide.questions[usize::from(index.0)].enable_when = never();
    });
    fails("alive", "“walking” fits nobody", |guide, _| {
        let walking = guide.patterns.iter_mut().find(|it| it.id == "walking").unwrap();
        walking.when = never();
    });
    // Shown in an emergency only, in a part of the result that an emergency leaves out.
    fails("alive", "line “massage-not-alone” is read by nobody", |guide, _| {
        let line = guide.guidance.iter_mut().find(|it| it.id == "massage-not-alone").unwrap();
        line.when = Condition::Urgency(vec![Urgency::Emergency]);
    });
}

/// After an emergency nothing more is asked.
#[test]
fn a_question_behind_an_emergency_is_asked_of_nobody() {
    fails("alive", "question “age” is asked of nobody", |guide, _| {
        let (sudden, question) = guide.question_by_id("sudden").unwrap();
        let all = (0..question.options.len()).map(OptionSet::only);
        let any_of = all.fold(OptionSet::default(), OptionSet::with);
        rule(guide, "E8").when = Some(Condition::Chosen { question: sudden, any_of });
    });
}

#[test]
fn an_emergency_is_told_late() {
    fails("ends", "rule E8 holds, and the card does not come at once", |guide, _| {
        let (legs, _) = guide.question_by_id("legs").unwrap();
        rule(guide, "E8").when = Some(Condition::Unanswered(legs));
    });
}

#[test]
fn a_broken_rule_is_shown_as_a_person_that_evaluate_accepts() {
    let (mut guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    rule(&mut guide, "E1").urgency = Some(Urgency::Soon);
    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    let failures = proof.check("red flags win").unwrap().failures;
    let claim = failures.iter().find(|it| it.what.contains("“bladder-new”")).unwrap();
    let response = claim.response.as_ref().unwrap();
    let told = claim.person(&guide, &content::words().unwrap());
    assert!(told.contains("peeing") && told.contains("But urgency is below emergency"), "{told}");
    // The last line is a response that the command line reads.
    let json = told.lines().last().unwrap();
    assert_eq!(&wire::response(&guide, json).unwrap(), response);
    assert!(engine::evaluate(&guide, response).urgency < Urgency::Emergency);
    // Nobody with fewer answers would do.
    assert_eq!(response.answered().count(), 2, "{told}");
}
