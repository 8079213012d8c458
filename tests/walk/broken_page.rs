//! The check cannot run, or stops: the page's own emergency words stand.

use crate::person::Person;
use crate::site::Fault;
use crate::visitor::{Visit, Visitor};

const FAILED: &str = "sciatica-check: the check could not run:";

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
    assert!(missing.contains("sciatica-check_bg.wasm") && missing.contains("404"), "{missing}");
    assert!(failed.contains(FAILED), "{failed}");
}

#[tokio::test]
async fn the_program_is_served_as_just_any_bytes() {
    let mut visitor = opens(Fault::ProgramOfUnknownKind).await;
    visitor.waits_for("the check", "#check:not([hidden]) .start").await;
    visitor.starts().await;
    assert!(visitor.screen().await.is("page"), "it runs all the same");
    let said = visitor.ends().await;
    let [(level, slower)] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!(level, "WARNING", "{said:#?}");
    assert!(slower.contains("application/wasm"), "{slower}");
}

#[tokio::test]
async fn it_stops_on_the_way() {
    let mut visitor = Visitor::comes().await;
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "legs").await;
    assert!(!visitor.sees("#fallback").await, "the words of the page beside the check");
    visitor.script("dispatchEvent(new CustomEvent('sciatica-check:panic'))").await;
    sees_the_emergency_words(&visitor).await;
    let said = visitor.ends().await;
    let [(level, failed)] = said.as_slice() else { panic!("{said:#?}") };
    assert_eq!(level, "SEVERE", "{said:#?}");
    assert!(failed.contains(FAILED), "{failed}");
}
