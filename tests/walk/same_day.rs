//! A sign to be seen about today: told once, and still true at the end.

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;

stories! {
    carries_on_and_it_is_still_today_at_the_end,
    sees_at_once_what_to_do_and_finds_the_way_back,
    goes_back_from_the_notice_to_the_same_page,
}

fn swollen_calf() -> Person {
    Person::plain().but("illness", vec!["clot"])
}

async fn carries_on_and_it_is_still_today_at_the_end(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    let notice = visitor.answers_all(&swollen_calf()).await;
    assert_eq!(notice.kind, "notice");
    // The page before it was the last of the warning signs, and not the first with one.
    let before = &visitor.seen[visitor.seen.len() - 2];
    assert!(before.asks("health"), "{before:#?}");
    assert!(visitor.sees(".notice [href='tel:111']").await, "a line for advice");

    visitor.presses(".notice .button--secondary").await;
    assert!(visitor.screen().await.is("page"));
    let review = visitor.answers_all(&swollen_calf()).await;
    assert_eq!(review.kind, "review", "told once");
    visitor.asks_for_the_result().await;
    visitor.sees_result("same-day", "not-now").await;
    assert!(visitor.sees(".result .say").await, "what to say");
    visitor.leaves().await;
}

async fn sees_at_once_what_to_do_and_finds_the_way_back(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    assert_eq!(visitor.answers_all(&swollen_calf()).await.kind, "notice");
    visitor.presses(".notice .button--primary").await;
    visitor.sees_result("same-day", "not-now").await;
    visitor.leaves().await;
}

async fn goes_back_from_the_notice_to_the_same_page(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    assert_eq!(visitor.answers_all(&swollen_calf()).await.kind, "notice");
    visitor.goes_back().await;
    assert!(visitor.screen().await.asks("health"));
    visitor.sees_selected("health", &["none"]).await;
    visitor.leaves().await;
}
