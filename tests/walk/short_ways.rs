//! Short ways by keyboard: digits answer, Enter goes on, and both keep to the page.

use crate::browser::Engine;
use crate::visitor::Visitor;

stories! {
    a_digit_answers_and_enter_goes_on,
    a_digit_elsewhere_than_on_the_questions_does_nothing,
}

async fn a_digit_answers_and_enter_goes_on(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    let first = visitor.screen().await;
    assert!(first.asks("cauda-equina"));
    // From the heading, where reading begins on each page.
    visitor.types_text("7").await;
    visitor.waits_for("the seventh option", "#cauda-equina-none:checked:focus").await;
    visitor.types_text("1").await;
    visitor.waits_for("the first beside it", "#cauda-equina-saddle:checked:focus").await;
    visitor.sees_selected("cauda-equina", &["saddle"]).await;
    visitor.types_text("7").await;
    visitor.sees_selected("cauda-equina", &["none"]).await;
    visitor.is_about_to_go().await;
    visitor.enters_here().await;
    visitor.arrives().await;
    assert!(!visitor.screen().await.asks("cauda-equina"));
    visitor.leaves().await;
}

async fn a_digit_elsewhere_than_on_the_questions_does_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.types_text("1").await;
    visitor.starts().await;
    visitor.script("document.activeElement.blur()").await;
    visitor.types_text("7").await;
    visitor.sees_selected("cauda-equina", &[]).await;
    visitor.leaves().await;
}
