//! A page translator, a tool that reads aloud or an extension has touched the texts of the page.
//! No old words may stay, the number to call above all.

use fantoccini::Locator;
use serde::Deserialize;
use serde_json::{Value, json};

use crate::browser::Engine;
use crate::person::Person;
use crate::site::Fault;
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    whoever_touches_the_texts_a_whole_run_says_what_it_says_untouched,
    before_the_program_too_a_region_shows_its_own_number,
    begin_pressed_early_on_a_translated_page_is_kept,
    a_translated_check_says_that_nobody_has_checked_it,
    who_only_wraps_the_words_is_no_translator,
    numbers_and_names_of_places_are_left_alone,
}

/// What others do to texts.
const OTHERS: [&str; 8] = [
    "wrapped",
    "replaced",
    "changed in place",
    "wrapped with its node",
    "split",
    "shown beside",
    "linked",
    "merged",
];

const DISTURB: &str = include_str!("disturb.js");
const RUN: &str = include_str!("run.js");

/// A step of a run, and what could be read then.
#[derive(Debug, PartialEq, Deserialize)]
struct Step {
    step: String,
    reads: String,
    /// The links that dial another number than they say.
    dials: Vec<String>,
}

/// Somebody who is told of help today, and sets a starting point.
fn person() -> Person {
    Person::plain()
        .but("illness", vec!["clot"])
        .but("leg-pain", 7)
        .but("back-pain", 3)
        .but("furthest-lately", "foot")
        .but("own-first", 2)
        .but("sitting-time", "10")
        .but("walking-time", "10")
        .but("night-wakes", "2")
        .but("changing-position", 6)
        .but("sessions-since", "none")
        .but("setback-since", "none")
}

/// A whole run, touched in this way after each step.
async fn run(visitor: &mut Visitor, how: &str) -> Vec<Step> {
    visitor.reloads().await;
    visitor.has_all().await;
    let places = ["US", "AU", "CA-NU", "NO", "GB-ENG"].map(words::region);
    let edited = words::short("illness");
    let given = vec![json!(how), json!(person().every_control()), json!(edited), json!(places)];
    let seen = visitor.browser.page.execute_async(&format!("{DISTURB} {RUN}"), given).await;
    let seen: Vec<Step> = serde_json::from_value(seen.expect("a run")).expect("steps");
    assert_eq!(seen.last().map(|it| it.step.as_str()), Some("the starting point"), "{how}");
    seen
}

async fn whoever_touches_the_texts_a_whole_run_says_what_it_says_untouched(engine: Engine) {
    let mut visitor = Visitor::comes_by(Visit { query: "", ..Visit::by(engine) }).await;
    let untouched = run(&mut visitor, "untouched").await;
    for how in OTHERS {
        let touched = run(&mut visitor, how).await;
        for (touched, untouched) in touched.iter().zip(&untouched) {
            assert_eq!(touched, untouched, "{how}");
            assert_eq!(touched.dials, [""; 0], "{how}, {}", touched.step);
        }
    }
    visitor.leaves().await;
}

/// Comes while the program is still on its way, and the texts are touched.
async fn comes_early(engine: Engine) -> Visitor {
    let visit = Visit { query: "?region=GB-ENG", fault: Fault::Slow, ..Visit::by(engine) };
    let visitor = Visitor::opens(visit).await;
    visitor.waits_for("the first screen", "#first .start").await;
    visitor
}

async fn touches(visitor: &Visitor, root: &str, how: &str) {
    visitor.script(&format!("{DISTURB} touch(document.querySelector('{root}'), '{how}')")).await;
}

async fn before_the_program_too_a_region_shows_its_own_number(engine: Engine) {
    for how in OTHERS {
        let visitor = comes_early(engine).await;
        for (code, number) in [("AU", "000"), ("US", "911"), ("CA-NU", ""), ("GB-ENG", "999")] {
            touches(&visitor, "#first", how).await;
            let settle =
                format!("{DISTURB} settle(document.getElementById('first'), arguments[0])");
            visitor.script_of(&settle, vec![json!(words::region(code))]).await;
            let call = format!(
                "{DISTURB} const call = document.querySelector('#first .call');
                return [reads(call.children[0]).replace(/\\D/g, ''), dialsAnother(call)]"
            );
            let call = visitor.script(&call).await;
            assert_eq!(call, json!([number, []]), "{how}, {code}");
        }
        visitor.site.lets_go();
        visitor.waits_for("the program", "#check:not([hidden]) .call a[href='tel:999']").await;
        visitor.leaves().await;
    }
}

async fn begin_pressed_early_on_a_translated_page_is_kept(engine: Engine) {
    for how in OTHERS {
        let mut visitor = comes_early(engine).await;
        touches(&visitor, "#first", how).await;
        visitor.finds("#first .start .button--primary").await.click().await.unwrap();
        visitor.site.lets_go();
        visitor.arrives().await;
        assert!(visitor.screen().await.is("page"), "{how}");
        visitor.leaves().await;
    }
}

/// A translation, that goes on as the screens change.
const TRANSLATES: &str = "
    const words = (text) => /\\p{L}/u.test(text.data) && !/¿/.test(text.data)
        && !text.parentElement.closest('[translate=no]');
    const translate = () => texts(document.querySelector('#check')).filter(words).forEach((text) =>
        text.replaceWith(make('font', make('font', '¿' + [...text.data].reverse().join('')))));
    translate();
    new MutationObserver(translate).observe(document.querySelector('#check'), { childList: true, subtree: true });
";

async fn a_translated_check_says_that_nobody_has_checked_it(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    assert!(!visitor.sees("#check .translated").await);
    visitor.script(&format!("{DISTURB} {TRANSLATES}")).await;
    visitor.waits_for("that it is translated", "#check .translated[role=status]").await;
    visitor.starts().await;
    let told = visitor.browser.page.find_all(Locator::Css("#check .translated")).await.unwrap();
    assert_eq!(told.len(), 1, "once, and also on the next screen");
    // It is translated like everything else.
    let says = visitor.reads("#check .translated").await;
    let says: String = says.trim_start_matches('¿').chars().rev().collect();
    assert_eq!(says, words::page("translated"));
    visitor.leaves().await;
}

async fn who_only_wraps_the_words_is_no_translator(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    for how in OTHERS {
        touches(&visitor, "#check .check", how).await;
    }
    visitor.starts().await;
    touches(&visitor, "#check .check", "split").await;
    assert!(!visitor.sees("#check .translated").await);
    visitor.leaves().await;
}

async fn numbers_and_names_of_places_are_left_alone(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    // Every number that can be dialled, and every place, stands in such an element.
    let free = format!(
        "{DISTURB} return texts(document.querySelector('#check'))
            .filter((text) => /\\d{{3,}}/.test(text.data) || text.parentElement.closest('#region'))
            .filter((text) => text.parentElement.translate && text.parentElement.value !== '')
            .map((text) => text.data)"
    );
    assert_eq!(visitor.script(&free).await, Value::Array(Vec::new()));
    visitor.starts().await;
    let person = Person::plain().but("sudden", vec!["chest"]);
    assert!(visitor.answers_all(&person).await.is("interruption"));
    assert_eq!(visitor.script(&free).await, Value::Array(Vec::new()));
    visitor.leaves().await;
}
