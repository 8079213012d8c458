//! The check cannot run, or stops: the page's own emergency words stand.

use crate::person::Person;
use crate::site::Fault;
use crate::visitor::{Visit, Visitor};

const FAILED: &str = "sciatica-check: ";

async fn opens(fault: Fault) -> Visitor {
    Visitor::opens(Visit { fault, ..Visit::default() }).await
}

/// The emergency words, and that the check cannot run.
async fn sees_the_emergency_words(visitor: &Visitor) {
    visitor.waits_for("the words of the page", "#fallback:not([hidden])[data-state=failed]").await;
    assert!(visitor.sees("#fallback .card--emergency .signs").await, "the emergency signs");
    assert!(visitor.sees("#fallback .fallback__failed").await, "that it cannot run");
    assert!(!visitor.sees("#fallback .fallback__loading").await, "that it is loading");
    assert!(!visitor.sees("#check").await, "the check");
}

#[tokio::test]
async fn the_program_is_missing() {
    let visitor = opens(Fault::ProgramMissing).await;
    sees_the_emergency_words(&visitor).await;
    let said = visitor.ends().await;
    let [(first, missing), (second, failed)] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!((first.as_str(), second.as_str()), ("SEVERE", "SEVERE"), "{said:#?}");
    assert!(missing.contains("app.wasm") && missing.contains("404"), "{missing}");
    assert!(failed.contains(FAILED) && failed.contains("not found"), "{failed}");
}

#[tokio::test]
async fn the_program_is_served_as_just_any_bytes() {
    let mut visitor = opens(Fault::ProgramOfUnknownKind).await;
    visitor.waits_for("the check", "#check:not([hidden]) .start").await;
    visitor.starts().await;
    assert!(visitor.screen().await.is("page"), "it runs all the same");
    visitor.leaves().await;
}

#[tokio::test]
async fn it_stops_on_the_way() {
    let mut visitor = Visitor::comes().await;
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "legs").await;
    assert!(!visitor.sees("#fallback").await, "the words of the page beside the check");
    // A page that takes away what the program cannot do without.
    visitor
        .script("Node.prototype.insertBefore = () => { throw new Error('no more elements') }")
        .await;
    visitor.script("document.querySelector('.page input').click()").await;
    visitor.script("document.querySelector('.page [type=submit]').click()").await;
    sees_the_emergency_words(&visitor).await;
    let said = visitor.ends().await;
    let failed = said.iter().filter(|(_, text)| text.contains(FAILED)).count();
    assert_eq!(failed, 1, "{said:#?}");
}
