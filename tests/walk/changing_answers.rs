//! Going back, changing an answer, starting again.

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! {
    a_changed_answer_takes_its_follow_up_along,
    a_changed_answer_opens_what_it_asks_for,
    all_the_way_back_and_forward_again_loses_nothing,
    the_browsers_back_button_is_the_checks_own,
    clear_everything_keeps_nothing,
    an_answer_changed_on_the_result_says_what_it_has_changed,
    a_change_that_is_left_changes_nothing_and_reading_goes_on_where_it_was,
}

async fn a_changed_answer_takes_its_follow_up_along(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let person =
        Person::plain().but("cauda-equina", vec!["bladder"]).but("bladder-when", "long-before");
    let follow_up = words::short("bladder-when");
    visitor.starts().await;
    visitor.answers_all(&person).await;
    let answers = visitor.sees_answers().await;
    assert!(answers.iter().any(|(question, _)| *question == follow_up), "{answers:#?}");
    visitor.asks_for_the_result().await;
    visitor.sees_result("soon", "after-assessment").await;

    visitor.presses(".result .actions .button--secondary").await;
    visitor.changes("cauda-equina").await;
    let back = visitor.reads(".button--back").await;
    assert!(back.ends_with(&words::interface("page", "back_to_answers")), "{back}");
    visitor.ticks("cauda-equina", &["none"]).await;
    visitor.continues().await;

    let fewer = visitor.sees_answers().await;
    assert_eq!(fewer.len(), answers.len() - 1, "nothing else is gone");
    assert!(fewer.iter().all(|(question, _)| *question != follow_up), "{fewer:#?}");
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    visitor.leaves().await;
}

async fn a_changed_answer_opens_what_it_asks_for(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.changes("cauda-equina").await;
    visitor.ticks("cauda-equina", &["bladder"]).await;
    visitor.continues().await;
    assert_eq!(visitor.screen().await.questions, ["bladder-when"]);
    visitor.ticks("bladder-when", &["long-before"]).await;
    visitor.continues().await;
    assert_eq!(visitor.screen().await.kind, "review");
    visitor.asks_for_the_result().await;
    visitor.sees_result("soon", "after-assessment").await;
    visitor.leaves().await;
}

async fn all_the_way_back_and_forward_again_loses_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    let answers = visitor.sees_answers().await;
    let mut forward = headings(&visitor);
    visitor.seen.clear();
    while !visitor.screen().await.is("start") {
        visitor.goes_back().await;
    }
    let back = headings(&visitor);
    forward.pop();
    forward.reverse();
    assert_eq!(back, forward, "the same screens, the other way round");

    visitor.starts().await;
    while visitor.screen().await.is("page") {
        let page = visitor.screen().await;
        assert_eq!(page.answered, page.questions, "kept");
        visitor.hurries_on().await;
    }
    assert_eq!(visitor.sees_answers().await, answers);
    visitor.leaves().await;
}

fn headings(visitor: &Visitor) -> Vec<String> {
    visitor.seen.iter().map(|screen| screen.heading.clone()).collect()
}

async fn the_browsers_back_button_is_the_checks_own(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let plain = Person::plain();
    visitor.starts().await;
    visitor.answers_up_to(&plain, "legs").await;
    visitor.goes_back_in_the_browser().await;
    visitor.sees_selected("sudden", &["none"]).await;
    visitor.goes_back_in_the_browser().await;
    visitor.sees_selected("cauda-equina", &["none"]).await;
    visitor.answers_all(&plain).await;
    assert!(visitor.screen().await.is("review"));
    visitor.leaves().await;
}

async fn clear_everything_keeps_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.clears_everything().await;
    assert!(visitor.screen().await.is("start"));
    nothing_is_kept(&mut visitor).await;

    // The same from the result.
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.clears_everything().await;
    assert!(visitor.screen().await.is("start"));
    nothing_is_kept(&mut visitor).await;

    // And whoever loads the page again starts again.
    visitor.ticks("cauda-equina", &["none"]).await;
    visitor.reloads().await;
    nothing_is_kept(&mut visitor).await;
    visitor.leaves().await;
}

/// From the start to the first page, which has no answer.
async fn nothing_is_kept(visitor: &mut Visitor) {
    visitor.starts().await;
    let page = visitor.screen().await;
    assert!(page.asks("cauda-equina"), "{page:#?}");
    assert_eq!(page.answered, Vec::<String>::new());
}

async fn an_answer_changed_on_the_result_says_what_it_has_changed(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;

    visitor.edits("trend").await;
    visitor.ticks("trend", &["fast-worse"]).await;
    // Nothing has changed until the change is done.
    visitor.sees_result("self-care", "may-help-with-plan").await;
    visitor.finds(".answers__edit .button--primary").await.click().await.unwrap();
    visitor.waits_for("what has changed, with the focus", ".change:focus").await;
    visitor.sees_result("same-day", "not-now").await;
    let told = visitor.reads(".change").await;
    assert!(told.contains(&words::interface("change", "title")), "{told}");
    assert!(told.contains(&words::short("trend")), "{told}");
    visitor.leaves().await;
}

async fn a_change_that_is_left_changes_nothing_and_reading_goes_on_where_it_was(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.edits("trend").await;
    visitor.ticks("trend", &["fast-worse"]).await;
    visitor.finds(".answers__edit .button--secondary").await.click().await.unwrap();
    visitor
        .waits_for("the answer's own button, with the focus", ".answers__change .button:focus")
        .await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    assert!(!visitor.sees(".change").await);
    visitor.leaves().await;
}
