//! How long one response takes, the evaluation that runs after every tap; and the
//! proof over all of them.

#![allow(clippy::expect_used)] // A benchmark may stop with a message.

use std::hint::black_box;

use criterion::{Criterion, criterion_group, criterion_main};
use sciatica_check::{content, engine, model::Response, proof, wire};

/// Somebody with a full set of answers, and none at all.
const ANSWERS: &str = include_str!("../docs/response.json");

fn evaluate(criterion: &mut Criterion) {
    let guide = content::guide().expect("the compiled content can be read");
    let full = wire::response(&guide, ANSWERS).expect("the documented example is a response");
    let empty = Response::default();
    criterion.bench_function("evaluate a full response", |bencher| {
        bencher.iter(|| engine::evaluate(&guide, black_box(&full)));
    });
    criterion.bench_function("evaluate no answer at all", |bencher| {
        bencher.iter(|| engine::evaluate(&guide, black_box(&empty)));
    });
    criterion.bench_function("load the content", |bencher| {
        bencher.iter(|| (content::guide(), content::words()));
    });
}

fn prove(criterion: &mut Criterion) {
    let (guide, safety) =
        content::guide().zip(content::safety()).expect("the compiled content can be read");
    let mut group = criterion.benchmark_group("proof");
    group.sample_size(10);
    group.bench_function("every property, for all responses", |bencher| {
        bencher.iter(|| proof::prove(black_box(&guide), &safety));
    });
}

criterion_group!(benches, evaluate, prove);
criterion_main!(benches);
