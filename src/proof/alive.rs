//! Every question, option, rule, description and line of advice is there for
//! somebody on a real way through the check, and every rule decides alone for
//! somebody, or the content says why it stands all the same.

use std::borrow::Cow;

use biodivine_lib_bdd::Bdd;

use super::levels::{Row, without};
use super::{Careful, Failure, Findings, Proof, Symbolic};
use crate::model::{Condition, Described, Question, QuestionIx, Urgency};

pub fn check(proof: &Proof<'_>) -> Findings {
    let mut findings = Findings::default();
    let mut dead = questions(proof);
    dead.extend(rules(proof, &mut findings.notes));
    dead.extend(descriptions(proof, &proof.guide.patterns));
    dead.extend(descriptions(proof, &proof.guide.irritability));
    for contradiction in &proof.guide.contradictions {
        if proof.symbolic.sets(&contradiction.when).holds.and(&proof.complete).is_false() {
            let names = contradiction.questions.iter().map(|question| proof.name(*question));
            let names: Vec<&str> = names.collect();
            dead.push(format!("the contradiction of {} is nobody's", names.join(", ")));
        }
    }
    dead.extend(lines(proof));
    findings.failures = dead.into_iter().map(Failure::of_the_content).collect();
    findings
}

/// A question that is asked can be answered with each of its options. It is
/// asked of those for whom it is meant and whom no emergency stopped before.
fn questions(proof: &Proof<'_>) -> Vec<String> {
    let expected = Symbolic::expected(proof.guide, proof.symbols);
    let emergencies: Vec<Bdd> = proof
        .levels
        .rows()
        .iter()
        .filter(|row| row.rule.urgency == Some(Urgency::Emergency))
        .filter_map(|row| Some(expected.sets(row.rule.when.as_ref()?).holds))
        .collect();
    let mut dead = Vec::new();
    for (index, question) in proof.guide.questions() {
        let open = |still: &dyn Fn(QuestionIx, &Question) -> bool| -> Vec<_> {
            let still = proof.guide.questions().filter(|(other, it)| still(*other, it));
            still.flat_map(|(other, _)| proof.symbols.literals(other, None)).collect()
        };
        // What stands on the same page is answered before it is left.
        let page = open(&|_, other| other.page >= question.page);
        let asked = on_the_way_to(proof, index).restrict(&open(&|other, _| other >= index));
        let stopped = emergencies.iter().map(|set| Cow::Owned(set.restrict(&page)));
        if without(asked, stopped).is_false() {
            dead.push(format!("question “{}” is asked of nobody", question.id));
        }
    }
    dead
}

/// Those who are asked this question and have answered what came before it.
fn on_the_way_to(proof: &Proof<'_>, index: QuestionIx) -> Bdd {
    let asked = proof.symbolic.enabled(index).holds.and(&proof.valid);
    let before = proof.guide.questions().filter(|(other, _)| *other < index);
    before.fold(asked, |people, (before, _)| people.and(&proof.answered_if_asked(before)))
}

fn rules(proof: &Proof<'_>, notes: &mut Vec<String>) -> Vec<String> {
    let mut dead = Vec::new();
    for row in proof.levels.rows() {
        let id = &row.rule.id;
        if real(proof, row.rule.when.as_ref(), &row.holds).is_false() {
            dead.push(format!("rule {id} holds for nobody"));
        }
        let said = proof.safety.shadowed.iter().find(|(known, _)| *known == row.index);
        match (decides_alone(proof, row), said) {
            (false, None) => dead.push(format!("rule {id} never decides alone")),
            (true, Some(_)) => dead.push(format!("rule {id} does decide alone")),
            (false, Some((_, because))) => {
                notes.push(format!("{id} never decides alone: {because}"));
            }
            (true, None) => {}
        }
    }
    dead
}

/// Whether for somebody no other rule asks for as much on one of its scales.
fn decides_alone(proof: &Proof<'_>, row: &Row<'_>) -> bool {
    Careful::of(row.rule).any(|asked| {
        let others = proof.levels.rows().iter();
        let others = others.filter(|other| other.index != row.index && asked.asked_by(other.rule));
        let alone =
            without(row.holds.and(&proof.valid), others.map(|other| Cow::Borrowed(&other.holds)));
        !alone.is_false()
    })
}

/// The first that fits is told, and the last to everybody else.
fn descriptions(proof: &Proof<'_>, list: &[Described]) -> Vec<String> {
    let mut left = proof.complete.clone();
    let mut dead = Vec::new();
    for described in list {
        let fits = proof.symbolic.sets(&described.when).holds;
        if left.and(&fits).is_false() {
            dead.push(format!("“{}” fits nobody", described.id));
        }
        left = left.and_not(&fits);
    }
    dead
}

fn lines(proof: &Proof<'_>) -> Vec<String> {
    let emergency = proof.levels.urgency_is(Urgency::Emergency);
    let mut dead = Vec::new();
    for line in &proof.guide.guidance {
        let mut readers = proof.symbolic.with_levels(&line.when, &proof.levels).holds;
        if !line.section.in_emergency() {
            readers = readers.and_not(&emergency);
        }
        if real(proof, Some(&line.when), &readers).is_false() {
            dead.push(format!("line “{}” is read by nobody", line.id));
        }
    }
    dead
}

/// Those of a set who answered all that they were asked. What speaks of
/// missing answers is for those who stopped half-way.
fn real(proof: &Proof<'_>, when: Option<&Condition>, set: &Bdd) -> Bdd {
    let silence = |part: &Condition| matches!(part, Condition::Unanswered(_));
    match when.is_some_and(|when| proof.guide.leads_to(when, &silence)) {
        true => set.and(&proof.valid),
        false => set.and(&proof.complete),
    }
}
