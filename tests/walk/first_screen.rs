//! The first screen before the program is there: it can be used at once, what is done on it
//! is kept, and nobody sees the program take over.

use fantoccini::key::Key;
use serde_json::json;

use crate::browser::{Engine, Said};
use crate::site::{Fault, Helper};
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    it_is_what_the_program_draws,
    begin_pressed_early_arrives_at_the_first_question,
    begin_pressed_early_by_keyboard_too,
    begin_pressed_before_any_other_file_is_there_is_kept,
    the_number_of_a_region_is_there_before_the_program,
    a_region_chosen_early_is_kept,
    a_finger_that_is_down_is_waited_for,
    a_fold_opened_early_stays_open_and_the_page_stays_where_it_is,
    the_page_loaded_again_remembers_nothing,
    what_was_pressed_early_in_vain_is_told,
    a_policy_without_the_checksums_is_enough,
    the_address_says_how_it_is_dressed,
}

// Only Chromium tells what moves, and takes a picture at once.
stories! { nothing_moves_and_nothing_looks_different in chromium: Chromium }

const BEGIN: &str = "#first .start .button--primary";

/// Comes while the program is still on its way.
async fn comes_early(engine: Engine, query: &'static str) -> Visitor {
    let visitor = Visitor::opens(Visit { query, fault: Fault::Slow, ..Visit::by(engine) }).await;
    visitor.waits_for("the first screen", "#first .start").await;
    visitor
}

/// The program comes, and takes over.
async fn sees_the_program(visitor: &Visitor) {
    visitor.site.lets_go();
    visitor.waits_for("the program", "#check:not([hidden]) h1").await;
    assert_eq!(visitor.script("return !!document.getElementById('first')").await, json!(false));
}

async fn sees_the_first_question(mut visitor: Visitor) {
    visitor.arrives().await;
    let screen = visitor.screen().await;
    assert!(screen.is("page"), "{screen:#?}");
    assert_eq!(screen.number, 1, "pressed twice, it is pressed once");
    visitor.leaves().await;
}

/// A screen as text: each element with its attributes and words.
const DRAWN: &str = "
    const drawn = (it) => it.nodeType === Node.TEXT_NODE ? it.data : [it.localName,
        Object.fromEntries([...it.attributes].map(({ name, value }) => [name, value === name ? '' : value])
            .filter(([name]) => name !== 'selected').sort()),
        // What stands side by side is one text to whoever reads it.
        [...it.childNodes].map(drawn).reduce((all, one) => {
            if (typeof one === 'string' && typeof all.at(-1) === 'string') all.push(all.pop() + one);
            else if (one !== '') all.push(one);
            return all;
        }, [])];
    const it = document.querySelector(arguments[0] + ' .check');
    return [drawn(it), [...it.querySelectorAll('select')].map((it) => it.value)];
";

async fn it_is_what_the_program_draws(engine: Engine) {
    // No region; one with a number, one whose number nobody has confirmed, one without a number,
    // and one that nobody knows.
    for query in ["", "?region=gb-eng", "?region=NO", "?region=CA-NU", "?region=XX"] {
        let visitor = comes_early(engine, query).await;
        let before = visitor.script_of(DRAWN, vec![json!("#first")]).await;
        sees_the_program(&visitor).await;
        let after = visitor.script_of(DRAWN, vec![json!("#check")]).await;
        assert_eq!(before, after, "{query}");
        let said = visitor.ends().await;
        assert_eq!(said.len(), usize::from(query.ends_with("XX")), "{said:#?}");
    }
}

async fn the_number_of_a_region_is_there_before_the_program(engine: Engine) {
    let visitor = comes_early(engine, "?region=GB-ENG").await;
    assert!(visitor.sees("#first .call a[href='tel:999']").await);
    let chosen = visitor.script("return document.getElementById('region').selectedOptions[0].text");
    assert_eq!(chosen.await, json!(words::region("GB-ENG")));
    sees_the_program(&visitor).await;
    visitor.leaves().await;
}

async fn begin_pressed_early_arrives_at_the_first_question(engine: Engine) {
    let visitor = comes_early(engine, "?region=GB-ENG").await;
    visitor.finds(BEGIN).await.click().await.unwrap();
    assert_eq!(visitor.reads(BEGIN).await, words::page("wait"), "at once");
    visitor.finds(BEGIN).await.click().await.unwrap();
    visitor.site.lets_go();
    sees_the_first_question(visitor).await;
}

async fn begin_pressed_early_by_keyboard_too(engine: Engine) {
    for key in [Key::Enter.to_string(), " ".to_owned()] {
        let visitor = comes_early(engine, "?region=GB-ENG").await;
        visitor.script(&format!("document.querySelector('{BEGIN}').focus()")).await;
        let focused = visitor.browser.page.active_element().await.unwrap();
        focused.send_keys(&key).await.unwrap();
        assert_eq!(visitor.reads(BEGIN).await, words::page("wait"), "at once");
        visitor.site.lets_go();
        sees_the_first_question(visitor).await;
    }
}

/// Presses Begin as soon as it is there, long before a script of the folder.
fn in_a_hurry() -> Helper {
    let script = "const hurry = setInterval(() => {
        const begin = document.querySelector('#first .start .button--primary');
        if (!begin || document.readyState === 'loading' && !document.querySelector('[rel=stylesheet]')) return;
        clearInterval(hurry);
        begin.click();
        window.pressed = performance.now();
    }, 10)";
    ("hurry.js", script.into())
}

async fn begin_pressed_before_any_other_file_is_there_is_kept(engine: Engine) {
    let helpers: &[fn() -> Helper] = &[in_a_hurry];
    let visit = Visit { fault: Fault::ScriptsSlow, helpers, ..Visit::by(engine) };
    let visitor = Visitor::opens(visit).await;
    visitor.waits_for("the first question", "#check:not([hidden]) .page h1:focus").await;
    let boot =
        "performance.getEntriesByType('resource').find((it) => it.name.endsWith('/boot.js'))";
    let early = visitor.script(&format!("return {boot}.responseEnd - window.pressed > 300")).await;
    assert_eq!(early, json!(true));
    sees_the_first_question(visitor).await;
}

async fn a_region_chosen_early_is_kept(engine: Engine) {
    let visitor = comes_early(engine, "").await;
    visitor.chooses_region("GB-ENG").await;
    sees_the_program(&visitor).await;
    visitor.waits_for("the number", "#check .call a[href='tel:999']").await;
    let chosen = visitor.script("return document.getElementById('region').selectedOptions[0].text");
    assert_eq!(chosen.await, json!(words::region("GB-ENG")));
    visitor.leaves().await;
}

/// What begins on the first screen ends there: its click would be nobody's otherwise.
async fn a_finger_that_is_down_is_waited_for(engine: Engine) {
    let visitor = comes_early(engine, "?region=GB-ENG").await;
    let down = format!(
        "document.querySelector('{BEGIN}').dispatchEvent(new PointerEvent('pointerdown', {{ bubbles: true }}))"
    );
    visitor.script(&down).await;
    visitor.site.lets_go();
    visitor.waits_for("the program, drawn", "#check[hidden] .start").await;
    assert!(visitor.sees(BEGIN).await);
    let up = format!(
        "const begin = document.querySelector('{BEGIN}');
        begin.dispatchEvent(new PointerEvent('pointerup', {{ bubbles: true }})); begin.click()"
    );
    visitor.script(&up).await;
    sees_the_first_question(visitor).await;
}

async fn a_fold_opened_early_stays_open_and_the_page_stays_where_it_is(engine: Engine) {
    let visitor = comes_early(engine, "").await;
    // By a script: a driver that clicks moves the page, and tells so late.
    visitor.script("document.querySelector('#first summary').click()").await;
    visitor.script("document.querySelector('#first summary').focus(); scrollTo(0, 150)").await;
    let seen = "return [scrollY, document.activeElement.localName, document.querySelector('summary').getBoundingClientRect().top]";
    let before = visitor.script(seen).await;
    assert_eq!(before[1], "summary");
    sees_the_program(&visitor).await;
    assert_eq!(visitor.script(seen).await, before);
    assert!(visitor.sees("#check .start > details[open] .version").await);
    visitor.leaves().await;
}

async fn the_page_loaded_again_remembers_nothing(engine: Engine) {
    let visitor = comes_early(engine, "").await;
    visitor.chooses_region("GB-ENG").await;
    visitor.browser.page.refresh().await.unwrap();
    visitor.waits_for("the first screen", "#first .start").await;
    std::thread::sleep(std::time::Duration::from_millis(300));
    let chosen = "return document.querySelector('#first #region').value";
    assert_eq!(visitor.script(chosen).await, json!(""));
    sees_the_program(&visitor).await;
    assert_eq!(visitor.script("return document.querySelector('#region').value").await, json!(""));
    visitor.leaves().await;
}

async fn what_was_pressed_early_in_vain_is_told(engine: Engine) {
    let visitor = comes_early(engine, "?region=GB-ENG").await;
    visitor.finds(BEGIN).await.click().await.unwrap();
    let full =
        "window.WebAssembly.instantiate = window.WebAssembly.instantiateStreaming = async () => {
        throw new RangeError('could not allocate memory') }";
    visitor.script(full).await;
    visitor.site.lets_go();
    visitor.waits_for("why it cannot run", "#first .failed").await;
    assert!(!visitor.sees(BEGIN).await);
    assert!(visitor.sees("#first .card--emergency .signs").await);
    assert!(visitor.sees("#first .call a[href='tel:999']").await);
    let said = visitor.ends().await;
    assert_eq!(said.iter().filter(|it| it.text.contains("sciatica-check: ")).count(), 1);
}

/// On such a server the page is dressed a moment later, and the console complains: of the
/// style and the script that stand in the page, and of nothing else.
async fn a_policy_without_the_checksums_is_enough(engine: Engine) {
    let visit = Visit { fault: Fault::NoChecksums, query: "?theme=dark", ..Visit::by(engine) };
    let mut visitor = Visitor::opens(visit).await;
    visitor.waits_for("the start", "#check:not([hidden]) .start").await;
    let paper = "return getComputedStyle(document.querySelector('.site')).backgroundColor";
    assert_eq!(visitor.script(paper).await, json!("rgb(12, 19, 22)"));
    visitor.starts().await;
    assert!(visitor.screen().await.is("page"));
    let said = visitor.ends().await;
    let blocked = |it: &&Said| it.text.contains("Security") || it.text.contains("blocked inline");
    assert_eq!(said.iter().filter(blocked).count(), 2, "{said:#?}");
    // Our own recorder in WebKit also tells that a script did not run.
    let other = said.iter().filter(|it| !blocked(it));
    assert!(other.clone().all(|it| it.text == "undefined did not load"), "{said:#?}");
}

async fn the_address_says_how_it_is_dressed(engine: Engine) {
    let visitor = comes_early(engine, "?theme=dark&embed=1").await;
    let look = "return ['.site', '#first .check'].map((it) => getComputedStyle(document.querySelector(it)).backgroundColor)";
    assert_eq!(visitor.script(look).await, json!(["rgb(21, 30, 34)", "rgb(21, 30, 34)"]));
    sees_the_program(&visitor).await;
    visitor.leaves().await;
}

async fn nothing_moves_and_nothing_looks_different(engine: Engine) {
    for query in ["", "?region=GB-ENG"] {
        nothing_changes(comes_early(engine, query).await).await;
    }
}

async fn nothing_changes(visitor: Visitor) {
    let before = visitor.browser.page.screenshot().await.unwrap();
    sees_the_program(&visitor).await;
    let after = visitor.browser.page.screenshot().await.unwrap();
    assert!(before == after, "it looks different");
    let moved = "
        const [done] = arguments;
        const moved = [], place = (it) => [it.x, it.y, it.width, it.height].map(Math.round).join(' ');
        const from = ({ node, previousRect, currentRect }) =>
            `${node?.className ?? node?.nodeName}: ${place(previousRect)} to ${place(currentRect)}`;
        new PerformanceObserver((list) => list.getEntries().forEach((it) =>
            moved.push(`${it.value} after ${it.startTime} ms: ${it.sources.map(from).join(', ')}`)))
            .observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => done(moved), 300);
    ";
    let moved = visitor.browser.page.execute_async(moved, Vec::new()).await.unwrap();
    assert_eq!(moved, json!([]), "of the page");
    visitor.leaves().await;
}
