//! Continue without an answer: what is missing is said, and led to.

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! {
    the_summary_takes_the_focus_names_the_question_and_leads_to_it,
    of_two_questions_the_one_that_is_answered_is_no_longer_named,
}

async fn the_summary_takes_the_focus_names_the_question_and_leads_to_it(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.continues_too_early().await;
    let links = visitor.reads_all(".errors__link").await;
    let title = words::title("cauda-equina");
    assert_eq!(links, [words::filled("error", "document", &[("question", &title)])]);
    let beside = visitor.reads("#cauda-equina-error").await;
    assert_eq!(beside, words::interface("error", "choices"));
    let described = visitor.finds("#cauda-equina-question").await.attr("aria-describedby").await;
    let described = described.unwrap().unwrap_or_default();
    assert!(described.split(' ').any(|id| id == "cauda-equina-error"), "{described}");

    visitor.finds(".errors__link").await.click().await.unwrap();
    visitor.waits_for("the focus on the first option", "#cauda-equina-saddle:focus").await;
    visitor.ticks("cauda-equina", &["none"]).await;
    assert!(!visitor.sees(".errors__box").await, "answered");
    assert!(!visitor.sees(".question__error").await, "answered");
    visitor.continues().await;
    assert!(visitor.screen().await.asks("sudden"));
    visitor.leaves().await;
}

async fn of_two_questions_the_one_that_is_answered_is_no_longer_named(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let plain = Person::plain();
    visitor.starts().await;
    let page = visitor.answers_up_to(&plain, "age").await;
    assert_eq!(page.questions, ["age", "answering"]);
    visitor.continues_too_early().await;
    assert_eq!(visitor.reads_all(".errors__link").await.len(), 2);
    visitor.ticks("age", &["18-49"]).await;
    let left = visitor.reads_all(".errors__link").await;
    let title = words::title("answering");
    assert_eq!(left, [words::filled("error", "document", &[("question", &title)])]);
    // Once more: the summary comes back to the focus.
    visitor.continues_too_early().await;
    visitor.ticks("answering", &["myself"]).await;
    visitor.continues().await;
    visitor.leaves().await;
}
