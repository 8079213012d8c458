//! How many complete answer sets end at each level: the decision diagrams count
//! as the engine does, one answer set after another.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::collections::BTreeMap;

use sciatica_check::model::{
    Answer, Guide, Kind, Massage, OptionSet, Question, QuestionIx, Response, Urgency,
};
use sciatica_check::proof::{Proof, Shares, Symbols, report};
use sciatica_check::{content, engine, wire};

/// Every answer that a question can have, and none.
fn answers(question: &Question) -> Vec<Option<Answer>> {
    let places = 0..question.options.len();
    let options = |sets: Vec<OptionSet>| sets.into_iter().map(Answer::Options).map(Some).collect();
    let mut answers: Vec<Option<Answer>> = match question.kind {
        Kind::Scale { .. } => (0..=Question::SCALE_MAX).map(|it| Some(Answer::Value(it))).collect(),
        Kind::Choice => options(places.map(OptionSet::only).collect()),
        Kind::Choices => {
            let alone = |set: &OptionSet| {
                let lonely = set.shared(question.exclusive());
                lonely.is_empty() || set.0.count_ones() == 1
            };
            options((1..1 << places.len()).map(OptionSet).filter(alone).collect())
        }
    };
    answers.push(None);
    answers
}

/// This response with every answer to these questions.
fn varied(guide: &Guide, response: Response, free: &[QuestionIx]) -> Vec<Response> {
    free.iter().fold(vec![response], |responses, index| {
        let answers = answers(guide.question(*index).unwrap());
        let with = |response: &Response, answer| {
            let mut response = response.clone();
            response.set(*index, answer);
            response
        };
        let all = responses.iter().flat_map(|it| answers.iter().map(move |a| with(it, *a)));
        all.collect()
    })
}

fn complete(guide: &Guide, response: &Response) -> bool {
    engine::way(guide, response).into_iter().eq(response.answered().map(|(index, _)| index))
}

fn example(guide: &Guide) -> Response {
    let text = std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/docs/response.json"));
    wire::response(guide, &text.unwrap()).unwrap()
}

#[test]
fn the_shares_count_as_the_engine_does() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let free = ["legs", "cauda-equina", "pain-worst"];
    let free = free.map(|id| guide.question_by_id(id).unwrap().0);

    let mut counted: BTreeMap<(Urgency, Massage), usize> = BTreeMap::new();
    for response in varied(&guide, example(&guide), &free) {
        if complete(&guide, &response) {
            let outcome = engine::evaluate(&guide, &response);
            *counted.entry((outcome.urgency, outcome.massage)).or_default() += 1;
        }
    }
    assert!(counted.len() > 2, "they differ: {counted:?}");

    let symbols = Symbols::new(&guide);
    let proof = Proof::new(&guide, &safety, &symbols);
    let example = example(&guide);
    let fixed = guide.questions().filter(|(index, _)| !free.contains(index));
    let fixed = fixed.flat_map(|(index, _)| symbols.literals(index, example.get(index)));
    let people = proof.complete.and(&symbols.fixed(fixed));
    let shares = Shares::of(&people, &proof.levels);
    let count = |wanted: &dyn Fn(&(Urgency, Massage)) -> bool| {
        let counts = counted.iter().filter(|(levels, _)| wanted(levels)).map(|(_, count)| count);
        counts.sum::<usize>().to_string()
    };
    assert_eq!(shares.all.digits(), count(&|_| true));
    for (urgency, people, cells) in &shares.urgency {
        assert_eq!(people.digits(), count(&|it| it.0 == *urgency), "{urgency:?}");
        for (massage, people) in Massage::ALL.iter().zip(cells) {
            assert_eq!(people.digits(), count(&|it| *it == (*urgency, *massage)));
        }
    }
    for (massage, people) in &shares.massage {
        assert_eq!(people.digits(), count(&|it| it.1 == *massage), "{massage:?}");
    }
}

#[test]
fn verify_prints_the_shares_of_each_level() {
    let (guide, words) = content::recheck().unwrap();
    let (report, _) = report(&guide, &words, &content::follow_up_safety().unwrap());
    let (_, tables) = report.split_once(" complete answer sets\n").unwrap();
    let rows = |name: &str| tables.lines().filter(|it| it.trim_start().starts_with(name)).count();
    for level in Urgency::ALL.map(Urgency::wire) {
        assert_eq!(rows(level), 3, "{level} of three groups in {tables}");
    }
    for level in Massage::ALL.map(Massage::wire) {
        assert!(tables.lines().next().unwrap().contains(level), "{tables}");
    }
}
