//! The file with what comes after the warning signs is late, or does not come.

use crate::browser::Engine;
use crate::patience;
use crate::person::Person;
use crate::site::{Fault, Helper, Site};
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    who_looks_and_leaves_fetches_nothing_more,
    who_only_looks_for_a_while_gets_the_rest_too,
    who_is_quicker_than_the_connection_waits_and_goes_on,
    what_did_not_come_is_asked_for_again,
    nor_does_it_come_without_its_look,
    an_emergency_does_not_wait_for_it,
}

/// The while after which somebody stays is endless.
fn endless() -> Helper {
    let script = "const later = setTimeout;
        globalThis.setTimeout = (then, time, ...given) =>
            time === 5000 ? 0 : later(then, time, ...given);";
    ("endless.js", script.into())
}

async fn who_looks_and_leaves_fetches_nothing_more(engine: Engine) {
    let visitor = Visitor::comes_by(Visit { helpers: &[endless], ..Visit::by(engine) }).await;
    std::thread::sleep(std::time::Duration::from_millis(300));
    let more = |visitor: &Visitor| {
        let asked = visitor.site.asked();
        ["rest.wasm", "rest.css", "offline.js"]
            .map(|name| asked.iter().filter(|it| it.ends_with(name)).count())
    };
    assert_eq!(more(&visitor), [0; 3]);
    visitor.has_all().await;
    let comes = async || more(&visitor).iter().all(|times| *times > 0);
    assert!(patience::until(comes).await, "{:?}", more(&visitor));
    visitor.leaves().await;
}

async fn who_only_looks_for_a_while_gets_the_rest_too(engine: Engine) {
    let visitor = Visitor::comes(engine).await;
    visitor.waits_for("all of the check", ".start .keeping").await;
    visitor.leaves().await;
}

const CONTINUE: &str = "document.querySelector('.page [type=submit]').click()";

/// Somebody without a warning sign, behind the last of them.
async fn quicker(engine: Engine, fault: Fault) -> Visitor {
    is_quicker(Visitor::comes_by(Visit { fault, ..Visit::by(engine) }).await).await
}

async fn is_quicker(mut visitor: Visitor) -> Visitor {
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "health").await;
    visitor.ticks("health", &["none"]).await;
    visitor.script(CONTINUE).await;
    visitor.waits_for("that it is on its way", ".late h1:focus").await;
    assert!(
        visitor
            .reads(".late .safety-net")
            .await
            .contains(&words::interface("emergency", "footer_title"))
    );
    visitor
}

/// The next questions, with the focus on what comes first, and all the way to the result.
async fn goes_on(mut visitor: Visitor) -> Visitor {
    visitor.waits_for("the next question", ".page h1:focus").await;
    visitor.arrives().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    visitor
}

async fn who_is_quicker_than_the_connection_waits_and_goes_on(engine: Engine) {
    let visitor = quicker(engine, Fault::RestSlow).await;
    assert_eq!(visitor.reads(".late h1").await, words::interface("wait", "title"));
    visitor.site.lets_go();
    goes_on(visitor).await.leaves().await;
}

async fn what_did_not_come_is_asked_for_again(engine: Engine) {
    let visitor = quicker(engine, Fault::RestMissing).await;
    asks_again(visitor, "not found", "rest.wasm", |site| site.lets_go()).await;
}

async fn nor_does_it_come_without_its_look(engine: Engine) {
    let visitor = Visitor::comes(engine).await;
    visitor.site.loses(Some("/rest.css"));
    let visitor = is_quicker(visitor).await;
    // By the time that a browser is asked why, it may have come.
    asks_again(visitor, "not ", "rest.css", |site| site.loses(None)).await;
}

/// Reads that a file did not come, asks for it once it is there, and goes on.
async fn asks_again(mut visitor: Visitor, cause: &str, file: &str, comes: impl Fn(&Site)) {
    visitor.waits_for("that it did not come", ".late .button--primary").await;
    assert_eq!(visitor.reads(".late h1").await, words::interface("wait", "failed"));
    comes(&visitor.site);
    visitor.script("document.querySelector('.late .button--primary').click()").await;
    visitor = goes_on(visitor).await;
    let said = visitor.ends().await;
    // The owner is told; Chromium also says itself that a file is missing.
    let told = format!("sciatica-check: {cause}");
    assert!(said.iter().any(|it| it.text.contains(&told)), "{said:#?}");
    assert!(said.iter().all(|it| it.text.contains(file)), "{said:#?}");
}

async fn an_emergency_does_not_wait_for_it(engine: Engine) {
    let mut visitor =
        Visitor::comes_by(Visit { fault: Fault::RestSlow, ..Visit::by(engine) }).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain().but("sudden", vec!["chest"])).await;
    assert!(visitor.screen().await.is("interruption"));
    assert_eq!(visitor.reads_all(".interruption .reasons > li").await.len(), 1);
    assert!(visitor.sees(".interruption [href='tel:999']").await, "a number to call");
    assert!(!visitor.sees(".interruption .why").await, "what is not here yet");
    visitor.site.lets_go();
    visitor.waits_for("why, once it is here", ".interruption .why").await;
    assert!(visitor.screen().await.is("interruption"));
    visitor.leaves().await;
}
