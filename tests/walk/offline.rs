//! The check's own page without a network: what it keeps of itself, and what it does not.

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::host::Host;
use crate::patience;
use crate::person::Person;
use crate::site::{Fault, Helper, NEXT, Network};
use crate::visitor::{Visit, Visitor};

stories! {
    after_one_visit_a_whole_check_goes_through_without_a_network,
    where_no_answer_comes_the_page_does,
    a_new_version_comes_whole_and_the_old_one_stays_until_then,
    a_new_version_that_comes_in_part_changes_nothing,
    other_pages_are_left_alone,
    taken_off_the_site_it_goes_from_the_device_too,
    the_line_in_the_guide_takes_it_away,
    a_page_that_holds_the_check_keeps_nothing,
    a_page_whose_owner_wants_none_keeps_nothing,
    where_a_browser_keeps_nothing_all_else_is_as_it_was,
}
stories! { it_can_be_put_on_the_home_screen in chromium: Chromium }
// WebKit remembers for the rest of its run that a script did not load, so there is no next visit.
stories! {
    where_only_the_page_came_the_emergency_words_are_there in chromium: Chromium, firefox: Firefox
}

/// Waits until the page is at hand without a network.
pub async fn is_kept(visitor: &Visitor) {
    visitor.does_something().await;
    let script = "const [done] = arguments; navigator.serviceWorker.ready.then(() => done(null))";
    visitor.browser.page.execute_async(script, Vec::new()).await.expect("a page that is kept");
}

/// What is kept: each file by its place on the site, in order.
pub async fn kept(visitor: &Visitor) -> Vec<String> {
    let script = "const [done] = arguments;
        const read = async () => {
            const all = [];
            for (const name of await caches.keys())
                for (const { url } of await (await caches.open(name)).keys()) all.push(url);
            return all.map((url) => url.replace(location.origin, '')).sort();
        };
        read().then(done, (error) => done([String(error)]))";
    let kept = visitor.browser.page.execute_async(script, Vec::new()).await.expect("a list");
    serde_json::from_value(kept).expect("names")
}

/// The page and what it loads, of a version.
pub fn whole(folder: &str) -> Vec<String> {
    let files = "app.js app.wasm boot.js early.js first.css questions.css rest.css rest.wasm";
    let files = files.split(' ').map(|name| format!("/{folder}/{name}"));
    let first = std::iter::once("/".to_owned()).chain(files);
    first.chain(["/manifest.webmanifest".to_owned()]).collect()
}

async fn workers(visitor: &Visitor) -> Value {
    let script = "const [done] = arguments;
        navigator.serviceWorker.getRegistrations().then((all) => done(all.length))";
    visitor.browser.page.execute_async(script, Vec::new()).await.expect("a number")
}

/// Looks for a new version, and waits for what comes of it.
async fn updates(visitor: &Visitor) {
    let script = "const [done] = arguments;
        const update = async () => {
            const registration = await navigator.serviceWorker.ready;
            const { installing } = await registration.update().catch(() => registration);
            if (!installing) return;
            await new Promise((then) => {
                const look = () => installing.state !== 'installing' && then();
                installing.addEventListener('statechange', look);
                look();
            });
        };
        update().then(() => done(null), (error) => done(String(error)))";
    let end = visitor.browser.page.execute_async(script, Vec::new()).await.expect("an end");
    assert_eq!(end, Value::Null);
}

/// Leaves the page, and comes back to its start. (Firefox' driver loads a page again past what is
/// kept.)
async fn comes_again(visitor: &mut Visitor) {
    visitor.browser.page.goto("about:blank").await.expect("another page");
    visitor.browser.page.goto(&visitor.site.check("?region=GB-ENG")).await.expect("the page");
    visitor.waits_for("the start", "#check:not([hidden]) .start").await;
}

/// Closes the window, with all that it holds of pages that were in it, for another one.
async fn closes(visitor: &Visitor) {
    let page = &visitor.browser.page;
    let other = page.new_window(false).await.expect("another window");
    page.close_window().await.expect("the end of this one");
    page.switch_to_window(other.handle).await.expect("the other one");
}

/// The folder that the page has its files from.
async fn folder(visitor: &Visitor) -> String {
    let script = "return document.querySelector('script[src$=\"boot.js\"]').src.split('/').at(-2)";
    visitor.script(script).await.as_str().expect("a folder").to_owned()
}

async fn after_one_visit_a_whole_check_goes_through_without_a_network(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    // Once for each: where somebody is, or who they come from, is in no name.
    assert_eq!(kept(&visitor).await, whole(&visitor.site.version()));
    visitor.site.is_now(Network::Gone);
    comes_again(&mut visitor).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    comes_again(&mut visitor).await;
    visitor.leaves().await;
}

async fn where_no_answer_comes_the_page_does(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    visitor.site.is_now(Network::Silent);
    comes_again(&mut visitor).await;
    visitor.starts().await;
    visitor.leaves().await;
}

async fn a_new_version_comes_whole_and_the_old_one_stays_until_then(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    let old = visitor.site.version();
    comes_again(&mut visitor).await;
    visitor.site.releases();
    updates(&visitor).await;
    // The page that is open finds its files, though the site has them no longer.
    let mut both = [whole(&old), whole(NEXT)].concat();
    both.sort();
    assert_eq!(kept(&visitor).await, both);
    let finds = format!(
        "const [done] = arguments;
        fetch('{old}/app.wasm').then((it) => it.arrayBuffer()).then((it) => done(it.byteLength > 9), (error) => done(String(error)))"
    );
    let found = visitor.browser.page.execute_async(&finds, Vec::new()).await.unwrap();
    assert_eq!(found, json!(true));
    // Whoever comes next, with a network or without one, has the new one and all of it.
    visitor.site.is_now(Network::Gone);
    let comes = patience::until(async || {
        closes(&visitor).await;
        comes_again(&mut visitor).await;
        folder(&visitor).await == NEXT
    });
    assert!(comes.await, "the new version");
    let emptied = patience::until(async || kept(&visitor).await == whole(NEXT)).await;
    assert!(emptied, "{:#?}", kept(&visitor).await);
    visitor.starts().await;
    visitor.leaves().await;

    // With a network the new version is there at once, before anything is kept of it.
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    visitor.site.releases();
    visitor.site.loses(Some("offline.js"));
    comes_again(&mut visitor).await;
    assert_eq!(folder(&visitor).await, NEXT);
    assert_eq!(kept(&visitor).await, whole(&visitor.site.version()));
    visitor.ends().await;
}

async fn a_new_version_that_comes_in_part_changes_nothing(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    let old = visitor.site.version();
    for missing in ["/app.wasm", "index.html"] {
        comes_again(&mut visitor).await;
        visitor.site.releases();
        visitor.site.loses(Some(missing));
        updates(&visitor).await;
        assert_eq!(kept(&visitor).await, whole(&old), "without {missing}");
        visitor.site.is_now(Network::Gone);
        comes_again(&mut visitor).await;
        assert_eq!(folder(&visitor).await, old);
        visitor.site.is_now(Network::Open);
        visitor.site.loses(None);
    }
    visitor.ends().await;
}

/// Registers what keeps the page only when the walk says so.
fn later() -> Helper {
    let script = "const at_once = ServiceWorkerContainer.prototype.register;
        ServiceWorkerContainer.prototype.register = function (...given) {
            return new Promise((then) => (globalThis.keep = then)).then(() => at_once.apply(this, given));
        };";
    ("later.js", script.into())
}

async fn where_only_the_page_came_the_emergency_words_are_there(engine: Engine) {
    let mut visitor = Visitor::comes_by(Visit { helpers: &[later], ..Visit::by(engine) }).await;
    visitor.site.loses(Some("/app.wasm"));
    visitor.does_something().await;
    // Asked for once the screen shows what came of that.
    assert!(
        patience::until(async || visitor.script("return 'keep' in window").await == true).await
    );
    visitor.script("keep()").await;
    is_kept(&visitor).await;
    assert_eq!(kept(&visitor).await, ["/"]);
    visitor.site.is_now(Network::Gone);
    visitor.browser.page.goto(&visitor.site.check("?region=US")).await.expect("the page");
    visitor.waits_for("the emergency words", "#first .signs").await;
    assert!(visitor.sees("#first .card--emergency .signs").await);
    // With the next visit the rest comes.
    visitor.site.is_now(Network::Open);
    visitor.site.loses(None);
    visitor.goes_to("?region=GB-ENG").await;
    let whole = whole(&visitor.site.version());
    assert!(patience::until(async || kept(&visitor).await == whole).await);
    visitor.ends().await;
}

async fn other_pages_are_left_alone(engine: Engine) {
    let visit = Visit { fault: Fault::NoPolicy, ..Visit::by(engine) };
    let mut visitor = Visitor::comes_by(visit).await;
    is_kept(&visitor).await;
    let before = kept(&visitor).await;
    // Pages below the check's, as those of a clinic whose site has the check in its first folder.
    for page in ["hosts/bare.html", "embed.html", "hosts/framed.html"] {
        visitor.goes_to(page).await;
        let asked = visitor.site.asked();
        assert!(asked.contains(&format!("GET /{page}")), "{asked:#?}");
    }
    let framed = |it: &String| it.contains("embed=1");
    let comes = async || visitor.site.asked().iter().any(framed);
    assert!(patience::until(comes).await, "a frame is asked for from the site");
    assert_eq!(kept(&visitor).await, before);
    visitor.site.is_now(Network::Gone);
    let fails = "const [done] = arguments;
        fetch('host.css').then((it) => done(it.status), () => done('no network'))";
    let answer = visitor.browser.page.execute_async(fails, Vec::new()).await.unwrap();
    assert_eq!(answer, json!("no network"));
    visitor.ends().await;
}

async fn taken_off_the_site_it_goes_from_the_device_too(engine: Engine) {
    let visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    visitor.site.is_now(Network::Withdrawn);
    visitor.browser.page.goto(&visitor.site.check("")).await.expect("an answer");
    let nothing = async || kept(&visitor).await.is_empty() && workers(&visitor).await == json!(0);
    assert!(patience::until(nothing).await, "{:#?}", kept(&visitor).await);
    visitor.ends().await;
}

async fn the_line_in_the_guide_takes_it_away(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    let guide = include_str!("../../docs/serving.md");
    let line = guide.split("```js\n").nth(1).and_then(|it| it.split("```").next());
    let policy = "default-src 'none'".to_owned();
    visitor.site.adds("sciatica-check-offline.js", policy, line.expect("a line").to_owned());
    updates(&visitor).await;
    visitor.goes_to("hosts/bare.html").await;
    let nothing = async || kept(&visitor).await.is_empty() && workers(&visitor).await == json!(0);
    assert!(patience::until(nothing).await, "{:#?}", kept(&visitor).await);
    visitor.ends().await;
}

async fn a_page_that_holds_the_check_keeps_nothing(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.sees("one", ".start").await;
    keeps_nothing(&host).await;
    // In a frame; and in one whose owner has left the parameter out.
    let shown = "document.getElementById('frame').contentDocument
        ?.querySelector('#check:not([hidden]) .start')";
    host.ends().await;
    let host = Host::opens_with(engine, "hosts/framed.html", Fault::NoPolicy).await;
    host.until("the check in the frame", &format!("!!{shown}")).await;
    keeps_nothing(&host).await;
    host.visitor.script("document.getElementById('frame').src = '../?region=US'").await;
    // The page before it has a check too.
    let another = "document.getElementById('frame').contentWindow.location.search === '?region=US'";
    host.until(
        "another check in the frame",
        &format!("{another} && !!{shown}?.querySelector('#region')"),
    )
    .await;
    keeps_nothing(&host).await;
    host.ends().await;
}

async fn keeps_nothing(host: &Host) {
    let all = "for (const it of [window, ...Array.from(frames)]) it.document.body.click()";
    host.visitor.script(all).await;
    std::thread::sleep(std::time::Duration::from_millis(300));
    let asked = host.visitor.site.asked();
    assert!(!asked.iter().any(|it| it.contains("offline")), "{asked:#?}");
    assert_eq!(kept(&host.visitor).await, [""; 0]);
    assert_eq!(workers(&host.visitor).await, json!(0));
}

async fn a_page_whose_owner_wants_none_keeps_nothing(engine: Engine) {
    let host = Host::opens(engine, "hosts/bare.html").await;
    let page = std::env::var_os("SCIATICA_CHECK_DIST").expect("a built check");
    let page = std::fs::read_to_string(std::path::Path::new(&page).join("index.html")).unwrap();
    let line = |it: &&str| it.contains("rel=\"manifest\"");
    let without: String = page.split_inclusive('\n').filter(|it| !line(it)).collect();
    assert_ne!(without, page, "the line is in the page");
    host.visitor.site.adds("without.html", crate::site::documented(), without);
    host.visitor.browser.page.goto(&host.visitor.site.check("without.html")).await.unwrap();
    host.visitor.waits_for("the start", "#check:not([hidden]) .start").await;
    keeps_nothing(&host).await;
    host.visitor.ends().await;
}

/// As in a private window of some browsers, or where the page came over plain HTTP.
fn refused() -> Helper {
    let script = "Object.defineProperty(Navigator.prototype, 'serviceWorker', {
        get() { throw new DOMException('not here', 'SecurityError') } })";
    ("refused.js", script.into())
}

fn unknown() -> Helper {
    ("unknown.js", "delete Navigator.prototype.serviceWorker".into())
}

async fn where_a_browser_keeps_nothing_all_else_is_as_it_was(engine: Engine) {
    for helpers in [&[refused as fn() -> Helper], &[unknown as fn() -> Helper]] {
        let mut visitor = Visitor::comes_by(Visit { helpers, ..Visit::by(engine) }).await;
        visitor.starts().await;
        std::thread::sleep(std::time::Duration::from_millis(300));
        visitor.leaves().await;
    }
}

async fn it_can_be_put_on_the_home_screen(engine: Engine) {
    let visitor = Visitor::comes(engine).await;
    is_kept(&visitor).await;
    let told = visitor.browser.cdp("Page.getAppManifest", json!({})).await;
    assert_eq!(told["errors"], json!([]), "{told:#}");
    let told = visitor.browser.cdp("Page.getInstallabilityErrors", json!({})).await;
    assert_eq!(told["installabilityErrors"], json!([]), "{told:#}");
    visitor.leaves().await;
}
