//! How the check's own work grows with the questionnaire: 10, 100 and 1,000
//! generated questions. Criterion's "thrpt" is questions a second; where that
//! falls from one size to the next, the growth bends.

#![allow(clippy::expect_used)] // A benchmark may stop with a message.

use std::hint::black_box;
use std::rc::Rc;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use sciatica_check::content;
use sciatica_check::engine::{self, Action, Screen, State};
use sciatica_check::model::{
    Answer, AnswerOption, Condition, Fact, FactIx, GuidanceLine, Guide, Kind, Massage, OptionSet,
    Page, PageIx, Question, QuestionIx, Response, Rule, Section, Text, Urgency,
};
use sciatica_check::view::rest::{Behind, table};
use sciatica_check::view::{App, Content, Props};

const SIZES: [u16; 3] = [10, 100, 1000];
/// About as many options as a question of the real check.
const OPTIONS: usize = 6;

/// A check with so many questions, a page each, built like the real one: every
/// third question opens by the answer before it, every question is part of a
/// fact, every other one of a rule and of a line of advice.
fn generated(size: u16) -> Content {
    let real = content::guide().expect("the compiled content can be read");
    let words = content::words().expect("the compiled words can be read");
    let worded = real.questions.first().expect("the check has a question");
    let (title, label) = (worded.title, worded.options.first().map_or(Text(0), |it| it.label));
    let chosen = |question: u16, option: usize| Condition::Chosen {
        question: QuestionIx(question),
        any_of: OptionSet::only(option),
    };
    let option = |place: usize| AnswerOption {
        id: format!("option-{place}"),
        exclusive: false,
        on_body: None,
        label,
        sign: None,
        leaves_open: OptionSet::default(),
        detail: None,
        say: None,
    };
    let question = |index: u16| Question {
        id: format!("question-{index}"),
        page: PageIx(index),
        kind: Kind::Choice,
        options: (0..OPTIONS).map(option).collect(),
        enable_when: match index % 3 {
            2 => chosen(index - 1, 0),
            _ => Condition::Always,
        },
        safety: false,
        caution: false,
        handover: false,
        marks: false,
        numbers: Vec::new(),
        sources: Vec::new(),
        title,
        hint: None,
        short: title,
        loinc: None,
    };
    let page = |index: u16| Page {
        id: format!("page-{index}"),
        part: "part".to_owned(),
        section: title,
        gate: false,
        title: None,
        hint: None,
    };
    let fact = |index: u16| Fact {
        id: format!("fact-{index}"),
        condition: Condition::Any(vec![chosen(index, 1), chosen(index, 2)]),
    };
    let known = |index: u16| Condition::Fact(FactIx(index));
    let rule = |index: u16| Rule {
        id: format!("rule-{index}"),
        when: Some(Condition::All(vec![known(index), known((index + 1) % size)])),
        urgency: Some(Urgency::Soon),
        massage: Some(Massage::GentleWithPlan),
        sources: Vec::new(),
        why: title,
        say: None,
    };
    let otherwise = Rule {
        id: "otherwise".to_owned(),
        when: None,
        urgency: Some(Urgency::SelfCare),
        massage: Some(Massage::MayHelpWithPlan),
        ..rule(0)
    };
    let line = |index: u16| GuidanceLine {
        id: format!("line-{index}"),
        section: Section::Plan,
        when: known(index),
        sources: Vec::new(),
        work: Vec::new(),
        leave: Vec::new(),
        text: title,
    };
    let half = || (0..size).step_by(2);
    let guide = Guide {
        pages: (0..size).map(page).collect(),
        questions: (0..size).map(question).collect(),
        facts: (0..size).map(fact).collect(),
        rules: half().map(rule).chain([otherwise]).collect(),
        contradictions: Vec::new(),
        guidance: half().map(line).collect(),
        ..real
    };
    Content { guide, words }
}

/// Somebody in the middle of the check, with every question answered.
fn halfway(size: u16) -> State {
    let mut response = Response::default();
    for index in 0..size {
        let option = Answer::Options(OptionSet::only(usize::from(index) % OPTIONS));
        response.set(QuestionIx(index), Some(option));
    }
    // A question of the kind that everybody is asked.
    let page = PageIx(size / 2 - size / 2 % 3);
    State { screen: Screen::Page(page), response, ..State::default() }
}

fn growth(criterion: &mut Criterion) {
    let sizes = SIZES.map(|size| (size, Rc::new(generated(size)), halfway(size)));
    let mut group = criterion.benchmark_group("evaluate");
    for (size, content, state) in &sizes {
        group.throughput(Throughput::Elements(u64::from(*size)));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| engine::evaluate(&content.guide, black_box(&state.response)));
        });
    }
    group.finish();

    let mut group = criterion.benchmark_group("go to the next page");
    for (size, content, state) in &sizes {
        group.throughput(Throughput::Elements(u64::from(*size)));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| engine::step(&content.guide, black_box(state), Action::Continue));
        });
    }
    group.finish();

    // Natively, as HTML: what a browser then does with a page is the same for each size.
    let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime");
    let mut group = criterion.benchmark_group("draw a page");
    for (size, content, state) in &sizes {
        group.throughput(Throughput::Elements(u64::from(*size)));
        group.bench_function(BenchmarkId::from_parameter(size), |bencher| {
            bencher.iter(|| {
                tokio::task::LocalSet::new().block_on(&runtime, async {
                    let props = yew::props!(Props {
                        content: content.clone(),
                        rest: Behind::Here(table()),
                        state: state.clone(),
                    });
                    let app = yew::LocalServerRenderer::<App>::with_props(props);
                    app.hydratable(false).render().await
                })
            });
        });
    }
    group.finish();
}

criterion_group!(benches, growth);
criterion_main!(benches);
