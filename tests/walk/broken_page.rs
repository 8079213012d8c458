//! The check cannot run, or stops: the page's own emergency words stand.

use crate::browser::{Engine, Level};
use crate::person::Person;
use crate::site::Fault;
use crate::visitor::{Visit, Visitor};

stories! {
    the_program_is_missing,
    the_program_is_served_as_just_any_bytes,
    it_stops_on_the_way,
}

const FAILED: &str = "sciatica-check: ";

async fn opens(engine: Engine, fault: Fault) -> Visitor {
    Visitor::opens(Visit { fault, ..Visit::by(engine) }).await
}

/// The first screen with the emergency words, and that the check cannot run.
async fn sees_the_emergency_words(visitor: &Visitor) {
    visitor.waits_for("why it cannot run", "#first .failed").await;
    assert!(visitor.sees("#first .card--emergency .signs").await, "the emergency signs");
    assert!(visitor.sees("#first .failed").await, "that it cannot run");
    for it in ["button", "select", "input", ".waiting"] {
        assert!(!visitor.sees(&format!("#first {it}")).await, "{it} does nothing any more");
    }
    assert!(!visitor.sees("#check").await, "the check");
}

async fn the_program_is_missing(engine: Engine) {
    let visitor = opens(engine, Fault::ProgramMissing).await;
    sees_the_emergency_words(&visitor).await;
    let said = visitor.ends().await;
    // Chromium also says itself that a file is missing.
    let (failed, other): (Vec<_>, Vec<_>) = said.iter().partition(|it| it.text.contains(FAILED));
    assert!(said.iter().all(|it| it.level == Level::Error), "{said:#?}");
    assert_eq!(failed.len(), 1, "{said:#?}");
    assert!(other.iter().all(|it| it.text.contains("app.wasm")), "{said:#?}");
}

async fn the_program_is_served_as_just_any_bytes(engine: Engine) {
    let mut visitor = opens(engine, Fault::ProgramOfUnknownKind).await;
    visitor.waits_for("the check", "#check:not([hidden]) .start").await;
    visitor.starts().await;
    assert!(visitor.screen().await.is("page"), "it runs all the same");
    visitor.leaves().await;
}

async fn it_stops_on_the_way(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "legs").await;
    assert!(!visitor.sees("#first").await, "the first screen beside the check");
    // A page that takes away what the program cannot do without.
    visitor
        .script("Node.prototype.insertBefore = () => { throw new Error('no more elements') }")
        .await;
    visitor.script("document.querySelector('.page input').click()").await;
    visitor.script("document.querySelector('.page [type=submit]').click()").await;
    sees_the_emergency_words(&visitor).await;
    let said = visitor.ends().await;
    let failed = said.iter().filter(|it| it.text.contains(FAILED)).count();
    assert_eq!(failed, 1, "{said:#?}");
}
