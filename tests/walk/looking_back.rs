//! Somebody comes back: is it helping? Days pass in the record on the device, which is
//! dated back; all else is what a person does.

use std::path::Path;

use fantoccini::wd::PrintConfiguration;
use serde_json::json;

use crate::access::axe::axe;
use crate::browser::Engine;
use crate::person::Person;
use crate::pictures::picture_of;
use crate::site::Helper;
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    pain_that_moves_up_over_four_weeks,
    an_hour_of_relief_and_no_more,
    a_new_sign_comes_before_everything_else,
    a_browser_that_keeps_nothing_says_so,
    a_damaged_record_is_named_and_the_rest_is_there,
}

/// Somebody with pain down to the foot, for whom little is possible yet.
fn at_the_start() -> Person {
    Person::plain()
        .but("legs", "one")
        .but("trend", "same")
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

impl Visitor {
    /// From the start to the result of the check.
    async fn does_the_check(&mut self, person: &Person) {
        self.starts().await;
        self.answers_all(person).await;
        self.asks_for_the_result().await;
        assert!(self.screen().await.is("result"));
    }

    /// From the result to the starting point, which is not kept yet.
    async fn sets_a_starting_point(&mut self, person: &Person, own: &str) {
        self.presses(".again__offer .button").await;
        self.keeps_a_picture("naming").await;
        self.finds("#own-name-1").await.send_keys(own).await.unwrap();
        self.hurries_on().await;
        // The warning signs were asked just now.
        assert!(!self.screen().await.asks("cauda-equina"));
        self.answers_up_to(person, "furthest-lately").await;
        self.keeps_a_picture("furthest").await;
        self.answers_up_to(person, "own-first").await;
        let named = self.reads(".again .question__heading").await;
        assert!(named.contains(own), "{named}");
        self.answers_up_to(person, "sitting-time").await;
        self.keeps_a_picture("sitting").await;
        self.answers_all(person).await;
        self.asks_for_the_result().await;
        assert_eq!(self.reads(".again h1").await, words::interface("again", "start_title"));
    }

    async fn keeps_the_answers(&mut self) {
        self.finds(".again .keeping > .button").await.click().await.unwrap();
        self.waits_for("what came of it", ".again .keeping__said:not(:empty)").await;
        assert_eq!(self.reads(".again .keeping__said").await, words::interface("keep", "done"));
    }

    /// The record becomes older, as if so many days had passed.
    async fn comes_again_after(&mut self, days: u64) {
        let script = "
            const back = arguments[0] * 86400;
            const ours = Object.keys(localStorage).filter((it) => it.startsWith('sciatica-check'));
            for (const name of ours) {
                const record = JSON.parse(localStorage.getItem(name));
                for (const visit of record.visits) {
                    visit.at -= back;
                    const day = new Date(visit.day + 'T12:00:00Z').getTime() - back * 1000;
                    visit.day = new Date(day).toISOString().slice(0, 10);
                }
                localStorage.setItem(name, JSON.stringify(record));
            }
            return ours.length;
        ";
        let found = self.script_of(script, vec![json!(days)]).await;
        assert!(found.as_u64() > Some(0), "nothing is kept");
        self.reloads().await;
    }

    /// From the start into the re-check, once what is behind the first screens is here.
    async fn comes_back(&mut self) {
        self.waits_for("the way back", ".again__come .button").await;
        self.presses(".again__come .button").await;
    }

    /// From the start to the result of the re-check.
    async fn checks_again(&mut self, person: &Person) {
        self.comes_back().await;
        assert!(self.screen().await.asks("cauda-equina"), "the warning signs come first");
        self.answers_all(person).await;
        self.asks_for_the_result().await;
        assert!(self.screen().await.is("result"));
    }

    async fn sees_how_it_goes(&self, name: &str) {
        assert_eq!(self.reads(".again__going").await, words::going(name));
    }

    /// A picture for people to look at, where `scripts/pictures` or somebody wants them.
    async fn keeps_a_picture(&self, name: &str) {
        let wanted = std::env::var("SCIATICA_CHECK_PICTURES").is_ok_and(|it| it.contains("all"));
        if !wanted || self.browser.engine != Engine::Chromium {
            return;
        }
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures-again");
        std::fs::create_dir_all(&folder).unwrap();
        for width in [390, 1280] {
            self.browser.resize((width, 800), 1).await;
            let file = folder.join(format!("{name}.{width}.png"));
            std::fs::write(file, picture_of(self, width).await).unwrap();
        }
        let paper = self.browser.page.print(PrintConfiguration::default()).await.unwrap();
        std::fs::write(folder.join(format!("{name}.pdf")), paper).unwrap();
    }
}

/// Somebody has kept a starting point, and is back a week later.
async fn comes_a_week_after(engine: Engine, start: &Person) -> Visitor {
    let mut visitor = Visitor::comes(engine).await;
    visitor.does_the_check(&Person::plain()).await;
    visitor.sets_a_starting_point(start, "Driving").await;
    visitor.keeps_the_answers().await;
    visitor.comes_again_after(7).await;
    visitor
}

async fn pain_that_moves_up_over_four_weeks(engine: Engine) {
    let mut visitor = Visitor::comes_by(Visit { helpers: &[axe], ..Visit::by(engine) }).await;
    let start = at_the_start();
    visitor.does_the_check(&Person::plain()).await;
    visitor.sets_a_starting_point(&start, "Digging the garden").await;
    visitor.keeps_a_picture("starting-point").await;
    visitor.finds_no_fault().await;
    visitor.keeps_the_answers().await;

    visitor.comes_again_after(14).await;
    visitor.keeps_a_picture("start").await;
    visitor.finds_no_fault().await;
    let better = start
        .clone()
        .but("trend", "better")
        .but("leg-pain", 4)
        .but("back-pain", 4)
        .but("furthest-lately", "calf")
        .but("own-first", 4)
        .but("sitting-time", "20");
    visitor.checks_again(&better).await;
    // One good time is a start.
    visitor.sees_how_it_goes("partly").await;
    visitor.keeps_a_picture("partly").await;
    visitor.keeps_the_answers().await;

    visitor.comes_again_after(14).await;
    let well = better
        .clone()
        .but("leg-pain", 2)
        .but("furthest-lately", "thigh")
        .but("own-first", 7)
        .but("sitting-time", "45");
    visitor.checks_again(&well).await;
    visitor.sees_how_it_goes("improving").await;
    let said = visitor.reads_all(".again__changes li").await;
    let label = |question: &str, place: usize| words::options(question).swap_remove(place);
    let sitting = words::filled(
        "again",
        "change",
        &[
            ("name", &words::short("sitting-time")),
            ("before", &label("sitting-time", 2)),
            ("after", &label("sitting-time", 6)),
        ],
    );
    assert!(said.iter().any(|it| it.starts_with(&sitting)), "{sitting} is not among {said:#?}");
    let headings = visitor.reads_all(".again h3").await;
    assert!(headings.contains(&words::moved("moved-up")), "{headings:#?}");
    // The picture says the same: where it was is marked, and where it is.
    assert!(visitor.sees(".again .body-map__area--before").await);
    let legend = visitor.reads_all(".again .body-map__entry").await.join(" ");
    assert!(legend.contains(&label("furthest-lately", 6)), "{legend}");
    assert!(legend.contains(&label("furthest-lately", 3)), "{legend}");
    // Three times in the table.
    assert_eq!(visitor.reads_all(".again .chart__table tbody tr").await.len(), 3);
    visitor.keeps_a_picture("improving").await;
    visitor.finds_no_fault().await;
    visitor.leaves().await;
}

async fn an_hour_of_relief_and_no_more(engine: Engine) {
    let start = at_the_start();
    let mut visitor = comes_a_week_after(engine, &start).await;
    let hour =
        start.clone().but("sessions-since", "one-or-two").but("relief-lasted", "under-2-hours");
    visitor.checks_again(&hour).await;
    visitor.sees_how_it_goes("short-relief").await;
    let card = visitor.reads(".again .card").await;
    assert!(card.contains(&words::advice("again-short-active")), "{card}");
    visitor.keeps_a_picture("short-relief").await;

    // On a page of the re-check everything can be cleared: what is kept here too.
    visitor.reloads().await;
    visitor.comes_back().await;
    visitor.clears_everything().await;
    assert!(visitor.screen().await.is("start"));
    assert!(!visitor.sees(".again__come").await, "there is nothing to come back to");
    assert_eq!(visitor.script("return localStorage.length").await, json!(0));
    visitor.leaves().await;
}

async fn a_new_sign_comes_before_everything_else(engine: Engine) {
    let start = at_the_start();
    let mut visitor = comes_a_week_after(engine, &start).await;
    // Nothing hurts any more, and there is trouble peeing.
    let sign = start
        .clone()
        .but("cauda-equina", vec!["bladder".to_owned()])
        .but("bladder-when", "new")
        .but("leg-pain", 0)
        .but("furthest-lately", "nothing-lately");
    visitor.comes_back().await;
    let screen = visitor.answers_all(&sign).await;
    assert!(screen.is("interruption"), "{screen:#?}");
    visitor.keeps_a_picture("interruption").await;
    // A mis-tap can be mended; weakness that was not there before is for today.
    visitor.presses(".interruption .button--secondary").await;
    visitor.goes_back().await;
    visitor.ticks("cauda-equina", &["none"]).await;
    visitor.continues().await;
    let weak = sign
        .clone()
        .but("cauda-equina", vec!["none".to_owned()])
        .but("nerve-signs", vec!["weak".to_owned()])
        .but("weak-when", "older");
    visitor.answers_all(&weak).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("same-day", "not-now").await;
    visitor.sees_how_it_goes("sign-first").await;
    visitor.keeps_a_picture("sign-first").await;
    visitor.leaves().await;
}

async fn a_browser_that_keeps_nothing_says_so(engine: Engine) {
    let mut visitor =
        Visitor::comes_by(Visit { helpers: &[no_storage], ..Visit::by(engine) }).await;
    visitor.does_the_check(&Person::plain()).await;
    visitor.sets_a_starting_point(&at_the_start(), "Driving").await;
    let said = visitor.reads(".again .keeping__trouble").await;
    assert_eq!(said, words::interface("keep", "blocked"));
    assert!(!visitor.sees(".again .keeping > .button").await, "nothing is offered that fails");
    // A file can be saved all the same.
    assert!(visitor.sees(".again .keeping .hand-out .button").await);
    visitor.keeps_a_picture("blocked").await;
    // Back to the check, as it was; and cleared, with every answer.
    visitor.presses(".again .actions .button").await;
    assert!(visitor.screen().await.is("result"));
    visitor.presses(".again__offer .button").await;
    visitor.clears_everything().await;
    assert!(visitor.screen().await.is("start"));
    visitor.starts().await;
    assert!(!visitor.sees("input:checked").await, "an answer is still there");
    visitor.leaves().await;
}

async fn a_damaged_record_is_named_and_the_rest_is_there(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.does_the_check(&Person::plain()).await;
    visitor.sets_a_starting_point(&at_the_start(), "Driving").await;
    visitor.keeps_the_answers().await;
    // As a browser leaves it that stopped in the middle.
    let script = "
        const ours = Object.keys(localStorage).find((it) => it.startsWith('sciatica-check'));
        const damaged = localStorage.getItem(ours).slice(0, -9);
        localStorage.setItem('sciatica-check.record.damaged', damaged);
        return damaged;
    ";
    let damaged = visitor.script(script).await;
    visitor.reloads().await;
    visitor.has_all().await;
    // It is said at once, without a fold to open.
    assert!(visitor.sees(".start .keeping__aside").await);
    let said = visitor.reads(".start .keeping__aside li").await;
    let why = words::interface("keep", "why_truncated");
    assert!(said.contains(&why), "{said}");
    visitor.keeps_a_picture("damaged").await;
    visitor.checks_again(&at_the_start()).await;
    visitor.sees_how_it_goes("too-early").await;
    let script = "return localStorage.getItem('sciatica-check.record.damaged')";
    assert_eq!(visitor.script(script).await, damaged, "it was left as it is");
    visitor.leaves().await;
}

/// As browsers are that keep nothing for a page: whoever asks is refused.
fn no_storage() -> Helper {
    let script = "
        Object.defineProperty(window, 'localStorage', {
            get() { throw new DOMException('The operation is insecure.', 'SecurityError'); },
        });
    ";
    ("no-storage.js", script.as_bytes().to_vec())
}
