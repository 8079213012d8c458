//! axe, a checker of pages, finds nothing on any screen, in any state.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::json;

use crate::browser::{Engine, Theme};
use crate::site::Helper;
use crate::tour::Stop;
use crate::visitor::{Visit, Visitor};

stories! {
    nothing_to_find,
    nothing_to_find_in_the_dark,
    nothing_to_find_on_a_small_phone,
    nothing_to_find_for_a_clinic_s_owner,
}

// WebKit has no forced colours.
stories! { nothing_to_find_in_forced_colours in chromium: Chromium, firefox: Firefox }

/// The rules that must hold: WCAG 2.2, A and AA, and what is good practice.
const RULES: [&str; 7] =
    ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"];

async fn nothing_to_find(engine: Engine) {
    finds_nothing(Visit::by(engine), "light").await;
}

async fn nothing_to_find_in_the_dark(engine: Engine) {
    finds_nothing(Visit { theme: Theme::Dark, ..Visit::by(engine) }, "dark").await;
}

async fn nothing_to_find_in_forced_colours(engine: Engine) {
    finds_nothing(Visit { theme: Theme::Forced, ..Visit::by(engine) }, "forced colours").await;
}

async fn nothing_to_find_on_a_small_phone(engine: Engine) {
    finds_nothing(Visit { window: (320, 640), ..Visit::by(engine) }, "320 px").await;
}

/// The page where a snippet is put together, with all of it open and a fault in it.
async fn nothing_to_find_for_a_clinic_s_owner(engine: Engine) {
    for (theme, width) in [(Theme::Light, 1280), (Theme::Dark, 1280), (Theme::Light, 320)] {
        let visit = Visit {
            query: "embed.html",
            theme,
            window: (width, 800),
            helpers: &[axe],
            ..Visit::by(engine)
        };
        let visitor = Visitor::opens(visit).await;
        visitor.waits_for("the codes", "#codes:not([hidden])").await;
        let script = "
            document.querySelectorAll('details').forEach((it) => (it.open = true));
            for (const [name, value] of [['phone', 'x'], ['accent', '#fc0']]) {
                const field = document.getElementById(name);
                field.value = value;
                field.dispatchEvent(new Event('change', { bubbles: true }));
            }";
        visitor.script(script).await;
        visitor.waits_for("a fault", "#phone-wrong").await;
        let report = report(&visitor).await;
        println!("axe, {engine:?}, {theme:?}, {width} px: {} rules kept", report.kept);
        assert_eq!(report.broken, Vec::<String>::new());
        assert!(report.kept > 10, "axe looked at next to nothing");
        // Only that a colour is shown in another one, and only of the preview.
        let said = visitor.ends().await;
        assert!(said.iter().all(|it| it.text.contains("#ffcc00")), "{said:#?}");
    }
}

/// What axe says about a screen.
#[derive(Deserialize)]
struct Report {
    /// Broken rules, each with where.
    broken: Vec<String>,
    /// What a person would have to look at.
    unsure: Vec<String>,
    /// How many rules hold.
    kept: usize,
}

/// Tours the check, and tells at the end all that was found on it.
async fn finds_nothing(visit: Visit, how: &str) {
    let mut visitor = Visitor::comes_by(Visit { helpers: &[axe], ..visit }).await;
    let mut faults: BTreeMap<String, Vec<String>> = BTreeMap::new();
    let mut unsure: BTreeMap<String, usize> = BTreeMap::new();
    let (mut screens, mut kept) = (0, 0);
    visitor
        .tours(async |visitor, stop: &Stop| {
            let report = report(visitor).await;
            screens += 1;
            kept += report.kept;
            for fault in report.broken {
                faults.entry(fault).or_default().push(stop.name());
            }
            for rule in report.unsure {
                *unsure.entry(rule).or_default() += 1;
            }
        })
        .await;
    let engine = visit.engine;
    println!(
        "axe, {engine:?}, {how}: {screens} screens, {kept} rules kept, {} broken; unsure: {unsure:?}",
        faults.len()
    );
    assert!(faults.is_empty(), "{faults:#?}");
    assert!(
        kept > 10 * screens,
        "axe looked at next to nothing: {kept} rules on {screens} screens"
    );
    visitor.leaves().await;
}

impl Visitor {
    /// axe finds nothing on this screen. It comes with the page: `helpers: &[axe]`.
    pub async fn finds_no_fault(&self) {
        let report = report(self).await;
        assert_eq!(report.broken, Vec::<String>::new());
        assert!(report.kept > 10, "axe looked at next to nothing");
    }
}

async fn report(visitor: &Visitor) -> Report {
    visitor.settles().await;
    let script = "
        const [tags, done] = arguments;
        const told = (rules) => rules.flatMap(({ id, nodes }) => nodes.map(({ target, any, all, none }) =>
            `${id}: ${target.join(' ')}: ${[...any, ...all, ...none].map((it) => it.message).join('; ')}`));
        axe.run(document, { runOnly: { type: 'tag', values: tags } }).then((found) => done({
            broken: told(found.violations),
            unsure: found.incomplete.map((rule) => rule.id),
            kept: found.passes.length,
        }), (error) => done({ broken: [String(error)], unsure: [], kept: 0 }));
    ";
    let report = visitor.browser.page.execute_async(script, vec![json!(RULES)]).await;
    serde_json::from_value(report.expect("a report")).expect("a report")
}

/// axe itself, for the page.
pub fn axe() -> Helper {
    let path =
        std::env::var("SCIATICA_CHECK_AXE").expect("SCIATICA_CHECK_AXE: see scripts/with-browsers");
    ("axe.js", std::fs::read(&path).unwrap_or_else(|error| panic!("{path}: {error}")))
}
