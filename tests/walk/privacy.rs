//! Nothing leaves, and nothing stays.

use std::collections::BTreeSet;

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;

stories! {
    a_walk_asks_for_nothing_and_stores_nothing,
}

async fn a_walk_asks_for_nothing_and_stores_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.has_all().await;
    let plain = Person::plain();
    let (asked, resources) = (visitor.site.asked(), resources(&visitor).await);
    assert!(asked.iter().all(|request| request.starts_with("GET ")), "{asked:#?}");
    each_is_asked_for_once(&asked);
    stores_nothing(&visitor).await;

    visitor.starts().await;
    visitor.answers_up_to(&plain, "furthest-worst").await;
    stores_nothing(&visitor).await;
    visitor.answers_all(&plain).await;
    stores_nothing(&visitor).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    stores_nothing(&visitor).await;
    assert_eq!(visitor.site.asked(), asked, "asked for on the way");
    assert_eq!(self::resources(&visitor).await, resources, "loaded on the way");
    visitor.clears_everything().await;
    stores_nothing(&visitor).await;
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

pub async fn stores_nothing(visitor: &Visitor) {
    let script = "
        const done = arguments[arguments.length - 1];
        const read = async () => ({
            local: Object.keys(localStorage),
            session: Object.keys(sessionStorage),
            cookies: document.cookie,
            databases: (await indexedDB.databases()).map((it) => it.name),
            caches: await caches.keys(),
            workers: (await navigator.serviceWorker.getRegistrations()).length,
            window: window.name,
        });
        read().then(done, (error) => done(String(error)));
    ";
    let stored = visitor.browser.page.execute_async(script, Vec::new()).await.unwrap();
    let nothing = json!({
        "local": [], "session": [], "cookies": "", "databases": [], "caches": [], "workers": 0,
        "window": "",
    });
    assert_eq!(stored, nothing, "{:#?}", visitor.screen().await);
}
