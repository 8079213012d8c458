//! Nothing leaves, and nothing of the visitor stays: only the check's own files, to be there without
//! a network, the same for everybody.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::offline::{is_kept, kept, whole};
use crate::person::Person;
use crate::visitor::Visitor;

stories! {
    a_walk_asks_for_nothing_and_stores_nothing,
}

async fn a_walk_asks_for_nothing_and_stores_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.has_all().await;
    let plain = Person::plain();
    is_kept(&visitor).await;
    let (asked, resources) = (visitor.site.asked(), resources(&visitor).await);
    assert!(asked.iter().all(|request| request.starts_with("GET ")), "{asked:#?}");
    // First the page and what it loads, then the page by its plain name, and all again to be kept.
    let keeps = asked.iter().position(|it| it == "GET /").expect("what is kept");
    each_is_asked_for_once(&asked[..keeps]);
    each_is_asked_for_once(&asked[keeps..]);
    stores_only_itself(&visitor).await;

    visitor.starts().await;
    visitor.answers_up_to(&plain, "furthest-worst").await;
    stores_only_itself(&visitor).await;
    visitor.answers_all(&plain).await;
    stores_only_itself(&visitor).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    stores_only_itself(&visitor).await;
    assert_eq!(visitor.site.asked(), asked, "asked for on the way");
    assert_eq!(self::resources(&visitor).await, resources, "loaded on the way");
    visitor.clears_everything().await;
    stores_only_itself(&visitor).await;
    assert_eq!(visitor.site.asked(), asked, "asked for at the end");
    visitor.leaves().await;
}

/// No file is asked for twice, and the program among them.
pub fn each_is_asked_for_once(asked: &[String]) {
    for file in ["/app.wasm", "/rest.wasm"] {
        let found = asked.iter().filter(|request| request.contains(file)).count();
        assert_eq!(found, 1, "the program's {file}: {asked:#?}");
    }
    let files: Vec<&String> = asked.iter().filter(|it| it.starts_with("GET ")).collect();
    let each: BTreeSet<&&String> = files.iter().collect();
    assert_eq!(each.len(), files.len(), "asked for again: {asked:#?}");
}

async fn resources(visitor: &Visitor) -> Value {
    visitor.script("return performance.getEntriesByType('resource').map((it) => it.name)").await
}

/// In a page that holds the check: nothing at all.
pub async fn stores_nothing(visitor: &Visitor) {
    stores(visitor, &[], 0).await;
}

/// On the check's own page: its files, each once and by its plain name, and nothing else.
async fn stores_only_itself(visitor: &Visitor) {
    stores(visitor, &whole(&visitor.site.version()), 1).await;
}

async fn stores(visitor: &Visitor, files: &[String], workers: usize) {
    let script = "
        const done = arguments[arguments.length - 1];
        const read = async () => ({
            local: Object.keys(localStorage),
            session: Object.keys(sessionStorage),
            cookies: document.cookie,
            databases: (await indexedDB.databases()).map((it) => it.name),
            workers: (await navigator.serviceWorker.getRegistrations()).length,
            window: window.name,
        });
        read().then(done, (error) => done(String(error)));
    ";
    let stored = visitor.browser.page.execute_async(script, Vec::new()).await.unwrap();
    let expected = json!({
        "local": [], "session": [], "cookies": "", "databases": [], "workers": workers,
        "window": "",
    });
    assert_eq!(stored, expected, "{:#?}", visitor.screen().await);
    assert_eq!(kept(visitor).await, files);
}
