//! A content small enough to count everybody, and a change of it with a new option, a new
//! question, one that is gone, and rules that changed. What the old content hears is
//! written here a second time, by hand.

use std::collections::{BTreeMap, BTreeSet};

use sciatica_check::engine;
use sciatica_check::model::{
    About, Answer, AnswerOption, Condition, Guide, Kind, Massage, OptionSet, Page, PageIx,
    Question, QuestionIx, Response, Rule, Safety, Text, Urgency, Words,
};

use super::Book;

fn question(id: &str, kind: Kind, options: &[&str], when: Condition) -> Question {
    let option = |id: &&str| AnswerOption {
        id: (*id).to_owned(),
        exclusive: *id == "none",
        on_body: None,
        label: Text(WORDS.iter().position(|word| word == id).unwrap() as u16),
        sign: None,
        leaves_open: OptionSet::default(),
        detail: None,
        say: None,
    };
    Question {
        id: id.to_owned(),
        page: PageIx(0),
        kind,
        options: options.iter().map(option).collect(),
        enable_when: when,
        safety: true,
        caution: false,
        handover: false,
        marks: false,
        numbers: Vec::new(),
        sources: Vec::new(),
        title: Text(WORDS.iter().position(|word| *word == id).unwrap() as u16),
        hint: None,
        short: Text(0),
        loinc: None,
    }
}

const WORDS: [&str; 16] = [
    "signs", "since", "pain", "work", "age", "drop", "numb", "cold", "none", "today", "growing",
    "older", "not-sure", "young", "old", "unsure",
];

fn rule(id: &str, when: Condition, urgency: Option<Urgency>, massage: Option<Massage>) -> Rule {
    let id = id.to_owned();
    Rule { id, when: Some(when), urgency, massage, sources: Vec::new(), why: Text(0), say: None }
}

fn chosen(question: u16, options: impl IntoIterator<Item = usize>) -> Condition {
    Condition::Chosen { question: QuestionIx(question), any_of: options.into_iter().collect() }
}

fn book(questions: Vec<Question>, mut rules: Vec<Rule>, safety: Safety) -> Book {
    let (otherwise, massage) = (Urgency::SelfCare, Massage::MayHelpWithPlan);
    rules.push(rule("R5", Condition::Always, Some(otherwise), None));
    rules.push(rule("M", Condition::Always, None, Some(massage)));
    rules.iter_mut().rev().take(2).for_each(|rule| rule.when = None);
    let page = Page {
        id: "all".to_owned(),
        part: "all".to_owned(),
        section: Text(0),
        gate: true,
        title: None,
        hint: None,
    };
    let about = About {
        version: String::new(),
        date: String::new(),
        day: Text(0),
        hash: String::new(),
        reviewed_by: None,
    };
    let guide = Guide {
        about,
        pages: vec![page],
        questions,
        known: Vec::new(),
        facts: Vec::new(),
        rules,
        patterns: Vec::new(),
        irritability: Vec::new(),
        contradictions: Vec::new(),
        guidance: Vec::new(),
        sources: Vec::new(),
        regions: Vec::new(),
    };
    Book { guide, words: Words { language: "en", texts: WORDS.to_vec() }, safety }
}

const SCALE: Kind = Kind::Scale { low: Text(0), high: Text(0) };

/// signs: drop, numb, none · since (of a drop): today, older, not-sure · pain · work: old, young
pub fn before() -> Book {
    let questions = vec![
        question("signs", Kind::Choices, &["drop", "numb", "none"], Condition::Always),
        question("since", Kind::Choice, &["today", "older", "not-sure"], chosen(0, [0])),
        question("pain", SCALE, &[], Condition::Always),
        question("work", Kind::Choice, &["old", "young"], Condition::Always),
    ];
    let bad = Condition::AtLeast { question: QuestionIx(2), value: 7 };
    let rules = vec![
        rule("E", chosen(1, [0]), Some(Urgency::Emergency), None),
        rule("D", chosen(1, [2]), Some(Urgency::SameDay), None),
        rule("A", Condition::All(vec![chosen(0, [1]), bad]), Some(Urgency::Soon), None),
        rule("W", chosen(3, [0]), None, Some(Massage::NotNow)),
        rule("U", Condition::Unanswered(QuestionIx(0)), Some(Urgency::SameDay), None),
    ];
    let safety = Safety {
        noes: vec![(QuestionIx(0), OptionSet::only(2)), (QuestionIx(1), OptionSet::only(1))],
        unsure: vec![(QuestionIx(1), OptionSet::only(2))],
        ..Safety::default()
    };
    book(questions, rules, safety)
}

/// signs: cold, drop, numb, unsure, none · since: today, growing, older, not-sure · pain · age: young, old
pub fn after() -> Book {
    let signs = ["cold", "drop", "numb", "unsure", "none"];
    let questions = vec![
        question("signs", Kind::Choices, &signs, Condition::Always),
        question("age", Kind::Choice, &["young", "old"], chosen(0, [0, 1])),
        question("since", Kind::Choice, &["today", "growing", "older", "not-sure"], chosen(0, [1])),
        question("pain", SCALE, &[], Condition::Always),
    ];
    let bad = Condition::AtLeast { question: QuestionIx(3), value: 4 };
    let rules = vec![
        rule("E", chosen(2, [0]), Some(Urgency::Emergency), None),
        rule("D", chosen(2, [1, 3]), Some(Urgency::Soon), None),
        rule("A", Condition::All(vec![chosen(0, [2]), bad]), Some(Urgency::Soon), None),
        rule("C", chosen(0, [0]), Some(Urgency::SameDay), None),
        rule("Y", chosen(1, [0]), None, Some(Massage::AfterAssessment)),
    ];
    let safety = Safety {
        noes: vec![(QuestionIx(0), OptionSet::only(4)), (QuestionIx(2), OptionSet::only(2))],
        unsure: vec![(QuestionIx(0), OptionSet::only(3)), (QuestionIx(2), OptionSet::only(3))],
        ..Safety::default()
    };
    book(questions, rules, safety)
}

/// Those with "none" among the signs, at every pain and work.
pub const NO_WARNING_SIGN: usize = 11 * 2;

/// How many move, and how many there are.
#[derive(Default)]
pub struct Counted {
    pub all: usize,
    pub moved: usize,
    pub moves: BTreeMap<(&'static str, &'static str, &'static str), usize>,
    pub levels: BTreeMap<&'static str, (usize, usize)>,
}

/// Everybody who answers all that the one or the other asks.
pub fn counted(before: &Guide, after: &Guide) -> Counted {
    let mut counted = Counted::default();
    let one = |place: usize| Some(Answer::Options(OptionSet::only(place)));
    for signs in (1..32).filter(|signs| signs & 16 == 0 || *signs == 16) {
        let (cold, drop) = (signs & 1 != 0, signs & 2 != 0);
        let ages = if cold || drop { vec![one(0), one(1)] } else { vec![None] };
        let sinces = if drop { (0..4).map(one).collect() } else { vec![None] };
        for (age, since, pain, work) in every(&ages, &sinces) {
            let mut is = Response::default();
            is.set(QuestionIx(0), Some(Answer::Options(OptionSet(signs))));
            is.set(QuestionIx(1), age);
            is.set(QuestionIx(2), since);
            is.set(QuestionIx(3), Some(Answer::Value(pain)));
            // What was in the list before; or nothing, if all else is "not sure", and "none".
            let heard = match (signs >> 1 & 3, signs & 8 != 0) {
                (0, true) => None,
                (0, false) => Some(Answer::Options(OptionSet(4))),
                (known, _) => Some(Answer::Options(OptionSet(known))),
            };
            // "Growing" could only be told as "not sure".
            let since = since.and_then(|answer| match answer {
                Answer::Options(set) => one([0, 2, 1, 2][set.0.trailing_zeros() as usize]),
                Answer::Value(_) => None,
            });
            let mut was = Response::default();
            was.set(QuestionIx(0), heard);
            was.set(QuestionIx(1), since);
            was.set(QuestionIx(2), Some(Answer::Value(pain)));
            was.set(QuestionIx(3), one(work));
            counted.add(&engine::evaluate(before, &was), &engine::evaluate(after, &is));
        }
    }
    counted
}

type One = (Option<Answer>, Option<Answer>, u8, usize);

fn every(ages: &[Option<Answer>], sinces: &[Option<Answer>]) -> Vec<One> {
    let mut every = Vec::new();
    for age in ages {
        for since in sinces {
            every.extend((0..=10).flat_map(|pain| [0, 1].map(|work| (*age, *since, pain, work))));
        }
    }
    every
}

impl Counted {
    fn add(&mut self, was: &sciatica_check::model::Outcome, is: &sciatica_check::model::Outcome) {
        let scales = [
            ("urgency", was.urgency.wire(), is.urgency.wire()),
            ("massage", was.massage.wire(), is.massage.wire()),
        ];
        self.all += 1;
        let moved: BTreeSet<_> = scales.into_iter().filter(|(_, was, is)| was != is).collect();
        self.moved += usize::from(!moved.is_empty());
        for scale in moved {
            *self.moves.entry(scale).or_default() += 1;
        }
        for (_, was, is) in scales {
            self.levels.entry(was).or_default().0 += 1;
            self.levels.entry(is).or_default().1 += 1;
        }
    }
}
