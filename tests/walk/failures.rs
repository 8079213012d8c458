//! The check cannot run on a clinic's page: the page's own words stand, the
//! visitor reads why, and the owner's console says what to do.

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::host::Host;
use crate::site::{Fault, Site};

stories! {
    the_policy_forbids_wasm,
    the_policy_forbids_wasm_and_everything_is_in_one_file,
    the_policy_forbids_to_fetch,
    a_file_is_missing,
    a_script_is_of_the_wrong_type,
    the_program_is_of_the_wrong_type_and_runs_all_the_same,
    a_file_is_not_the_one_that_was_built,
    the_check_comes_from_another_site,
    the_other_site_does_not_lend_everything,
    the_browser_is_old,
    there_is_no_memory,
    the_connection_breaks_off,
    it_stops_on_the_way_in_every_check_of_the_page,
    a_check_without_words_shows_the_emergency_signs,
}

/// What a cause says to the visitor.
fn words(cause: &str) -> String {
    let words = include_str!("../../src/embed/words.en.json");
    let words: Value = serde_json::from_str(words).unwrap();
    let text = words["failed"][cause]["visitor"].as_str().expect("a cause that has words");
    format!("{text} {}", words["instead"].as_str().unwrap())
}

/// The check has failed for this cause; the owner's line says each of these.
async fn fails(host: Host, cause: &str, owner: &[&str]) {
    host.until("the failure", "window.told.some((it) => it.what === 'failed')").await;
    let told = host.asks("window.told.at(-1)").await;
    assert_eq!(told["detail"], json!({ "v": 1, "cause": cause }));
    assert_eq!((&told["from"], &told["composed"]), (&json!("one"), &json!(true)));
    assert!(host.sees_own_words("one").await, "the page's own words");
    let said = host.asks_in("one", "root.querySelector('[role=status]').textContent").await;
    assert_eq!(said, json!(words(cause)));
    assert_eq!(host.asks_in("one", "root.querySelectorAll('.check').length").await, json!(0));
    let console = host.ends_blocked().await;
    let lines: Vec<&String> = console.iter().filter(|it| it.contains("sciatica-check: ")).collect();
    let [line] = lines.as_slice() else { panic!("{console:#?}") };
    for part in owner {
        assert!(line.contains(part), "no {part} in {line}");
    }
}

async fn the_policy_forbids_wasm(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::NoWasm).await;
    let header = "Content-Security-Policy, please add 'wasm-unsafe-eval' to script-src";
    fails(host, "policy", &[header, "script-src 'self' 'wasm-unsafe-eval'; connect-src 'self'"])
        .await;
}

async fn the_policy_forbids_wasm_and_everything_is_in_one_file(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/single.html", Fault::NoWasm).await;
    fails(host, "policy", &["please add 'wasm-unsafe-eval' to script-src"]).await;
}

async fn the_policy_forbids_to_fetch(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::NoFetching).await;
    fails(host, "policy", &["please add 'self' to connect-src"]).await;
}

async fn a_file_is_missing(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ProgramMissing).await;
    fails(host, "missing", &["app.wasm (HTTP status 404)"]).await;
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ScriptMissing).await;
    fails(host, "missing", &["app.js (HTTP status 404)"]).await;
}

async fn a_script_is_of_the_wrong_type(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ScriptOfUnknownKind).await;
    fails(host, "type", &["app.js", "text/plain"]).await;
}

async fn the_program_is_of_the_wrong_type_and_runs_all_the_same(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ProgramOfUnknownKind).await;
    host.sees("one", ".start").await;
    assert_eq!(host.ends().await, Vec::<String>::new());
}

async fn a_file_is_not_the_one_that_was_built(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ProgramChanged).await;
    fails(host, "changed", &["app.wasm"]).await;
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::ScriptChanged).await;
    fails(host, "changed", &["app.js"]).await;
}

/// A page without a policy takes the check from another site.
async fn lent(engine: Engine, fault: Fault) -> (Host, Site) {
    let (host, other) = (
        Host::opens_with(engine, "hosts/bare.html", Fault::NoPolicy).await,
        Site::open(fault, Vec::new()),
    );
    let script = "const it = document.createElement('script');
        it.type = 'module'; it.src = arguments[0]; document.head.append(it)";
    host.visitor.script_of(script, vec![json!(other.check("sciatica-check.js"))]).await;
    (host, other)
}

async fn the_check_comes_from_another_site(engine: Engine) {
    let (host, _other) = lent(engine, Fault::Lent).await;
    host.sees("one", ".start").await;
    assert_eq!(host.ends().await, Vec::<String>::new());
}

async fn the_other_site_does_not_lend_everything(engine: Engine) {
    let (host, _other) = lent(engine, Fault::LentInPart).await;
    fails(host, "cross-origin", &["app.wasm", "Access-Control-Allow-Origin: http://127.0.0.1:"])
        .await;
}

/// Something happens to the page before the check loads.
async fn fails_after(engine: Engine, before: &str, cause: &str, owner: &[&str]) {
    let host = Host::opens(engine, "hosts/far.html").await;
    host.visitor.script(before).await;
    host.visitor.script("document.getElementById('one').setAttribute('loading', 'eager')").await;
    fails(host, cause, owner).await;
}

async fn the_browser_is_old(engine: Engine) {
    fails_after(engine, "delete window.WebAssembly", "old-browser", &["lacks"]).await;
}

async fn there_is_no_memory(engine: Engine) {
    let full =
        "window.WebAssembly.instantiate = window.WebAssembly.instantiateStreaming = async () => {
        throw new RangeError('WebAssembly.Memory(): could not allocate memory') }";
    fails_after(engine, full, "memory", &["memory"]).await;
}

async fn the_connection_breaks_off(engine: Engine) {
    let broken = "window.fetch = async () => { throw new TypeError('Failed to fetch') }";
    fails_after(engine, broken, "network", &["not fetched: http://127.0.0.1:"]).await;
}

async fn it_stops_on_the_way_in_every_check_of_the_page(engine: Engine) {
    let host = Host::opens(engine, "hosts/two.html").await;
    host.sees("one", ".start").await;
    host.sees("two", ".start").await;
    host.visitor.script("Node.prototype.insertBefore = () => { throw new Error('no more') }").await;
    host.presses("one", ".start .button--primary").await;
    host.until("both failures", "window.told.filter((it) => it.what === 'failed').length === 2")
        .await;
    for id in ["one", "two"] {
        assert!(host.sees_own_words(id).await, "the words of {id}");
        let said = host.asks_in(id, "root.querySelector('[role=status]').textContent").await;
        assert_eq!(said, json!(words("stopped")));
    }
    let stopped =
        host.asks("window.told.filter((it) => it.detail.cause === 'stopped').length").await;
    assert_eq!(stopped, json!(2));
    host.ends_blocked().await;
}

async fn a_check_without_words_shows_the_emergency_signs(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/empty.html", Fault::NoWasm).await;
    host.until("the failure", "window.told.some((it) => it.what === 'failed')").await;
    let text = host.asks_in("one", "root.textContent").await;
    assert!(text.as_str().unwrap().contains("Get emergency help now"), "{text}");
    host.ends_blocked().await;
}
