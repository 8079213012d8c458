//! What a screen reader says by itself, when something new is there.

use super::reading::heard;
use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    an_emergency_is_announced_with_what_it_is,
    a_notice_is_announced_with_how_urgent_it_is,
    each_result_is_announced_with_how_urgent_it_is,
    what_is_missing_is_announced,
    the_number_of_another_region_is_announced,
    a_changed_result_is_announced,
}

async fn an_emergency_is_announced_with_what_it_is(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain().but("sudden", vec!["chest"])).await;
    assert!(visitor.screen().await.is("interruption"));
    announces(&visitor, "interruption", "severity", "title").await;
    // And the next thing that is read is the call.
    let reading = visitor.reading().await;
    let call = words::interface("emergency", "call").replace("{emergency}", "999");
    let heading = reading.iter().position(|it| it.role == "heading").expect("a heading");
    let after: Vec<_> =
        reading.iter().skip(heading + 1).find(|it| it.role != "group").into_iter().collect();
    assert_eq!(after, [&heard("link", &call)], "{reading:#?}");
    visitor.leaves().await;
}

async fn a_notice_is_announced_with_how_urgent_it_is(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain().but("illness", vec!["clot"])).await;
    assert!(visitor.screen().await.is("notice"));
    announces(&visitor, "notice", "severity", "title").await;
    visitor.presses(".notice .button--primary").await;
    announces(&visitor, "result", "severity_same_day", "title_same_day").await;
    visitor.leaves().await;
}

async fn each_result_is_announced_with_how_urgent_it_is(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    for (level, person) in [
        ("self_care", Person::plain()),
        ("soon", Person::plain().but("age", "under-18").but("young", vec!["none"])),
    ] {
        visitor.starts().await;
        visitor.answers_all(&person).await;
        visitor.asks_for_the_result().await;
        announces(&visitor, "result", &format!("severity_{level}"), &format!("title_{level}"))
            .await;
        visitor.reloads().await;
    }
    visitor.leaves().await;
}

/// The focus is on a heading, whose name begins with how urgent it is.
async fn announces(visitor: &Visitor, table: &str, severity: &str, title: &str) {
    let focused = visitor.focused().await;
    assert_eq!(focused.role, "heading", "{focused:?}");
    let (severity, title) = (words::interface(table, severity), words::interface(table, title));
    assert_eq!(focused.name, format!("{severity}: {title}"));
}

async fn what_is_missing_is_announced(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.continues_too_early().await;
    let title = words::interface("error", "title");
    assert_eq!(visitor.focused().await, heard("alert", &title));
    let missing =
        words::filled("error", "document", &[("question", &words::title("cauda-equina"))]);
    assert!(visitor.reading().await.contains(&heard("button", &missing)));
    visitor.leaves().await;
}

async fn the_number_of_another_region_is_announced(engine: Engine) {
    let visitor = Visitor::comes_by(Visit { query: "", ..Visit::by(engine) }).await;
    // A region whose number nobody has confirmed says so, in a place that is read at once.
    visitor.chooses_region("NO").await;
    let note = words::interface("emergency", "unconfirmed");
    visitor.waits_for("the note", ".region__note:not(:empty)").await;
    assert_eq!(visitor.reads(".region__note").await, note);
    let id = visitor.finds(".region__note").await.element_id();
    assert_eq!(visitor.browser.role(id.as_ref()).await, "status");
    visitor.leaves().await;
}

async fn a_changed_result_is_announced(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.edits("trend").await;
    visitor.ticks("trend", &["fast-worse"]).await;
    visitor.finds(".answers__edit .button--primary").await.click().await.unwrap();
    visitor.waits_for("what has changed, with the focus", ".change:focus").await;
    let told = visitor.reads(".change:focus").await;
    assert!(told.starts_with(&words::interface("change", "title")), "{told}");
    visitor.leaves().await;
}
