//! People whom the check does not fit: it ends early, with advice.

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! {
    under_18,
    nothing_hurts,
}

async fn under_18(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain().but("age", "under-18").but("young", vec!["none"])).await;
    ends_after(&visitor, "age");
    visitor.asks_for_the_result().await;
    visitor.sees_result("soon", "after-assessment").await;
    sees_advice(&visitor, "now-under-18-doctor").await;
    visitor.leaves().await;
}

async fn nothing_hurts(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain().but("furthest-worst", "nowhere")).await;
    ends_after(&visitor, "furthest-worst");
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "after-assessment").await;
    sees_advice(&visitor, "now-nowhere").await;
    visitor.leaves().await;
}

/// The list of answers came right after the page of this question.
fn ends_after(visitor: &Visitor, question: &str) {
    let [.., last, review] = visitor.seen.as_slice() else { panic!("no way") };
    assert_eq!(review.kind, "review", "{review:#?}");
    assert!(last.asks(question), "{last:#?}");
}

async fn sees_advice(visitor: &Visitor, line: &str) {
    let (lines, wanted) = (visitor.reads_all(".lines--now li").await, words::advice(line));
    assert!(lines.iter().any(|shown| shown.starts_with(&wanted)), "{wanted}: {lines:#?}");
}
