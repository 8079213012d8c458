//! No warning sign: the short way to "massage may help, as one part of a plan".

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    short_way_to_massage_as_one_part_of_a_plan,
    all_of_it_with_the_keyboard,
    fits_a_small_phone,
    fits_a_desktop,
}

/// The most screens for somebody without a warning sign, in all.
const MOST_SCREENS: usize = 20;
/// How high what is to be hit must be, and a link among words.
const TARGET: f64 = 44.0;
const LINK: f64 = 24.0;

async fn short_way_to_massage_as_one_part_of_a_plan(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let plain = Person::plain();
    visitor.starts().await;
    while visitor.screen().await.is("page") {
        visitor.answers_the_page(&plain).await;
        visitor.continues().await;
    }
    assert!(visitor.screen().await.is("review"));
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;

    let seen = &visitor.seen;
    assert!(seen.len() <= MOST_SCREENS, "{} screens", seen.len());
    // The focus on each heading is what the visitor waits for, screen by screen.
    let headings: Vec<&str> = seen.iter().map(|screen| screen.heading.as_str()).collect();
    assert!(headings.iter().all(|heading| !heading.is_empty()), "{headings:#?}");
    let pages: Vec<_> = seen.iter().filter(|screen| screen.is("page")).collect();
    assert_eq!(seen.len(), pages.len() + 3, "start, list of answers and result");
    for (place, page) in pages.iter().enumerate() {
        assert_eq!(page.answered, Vec::<String>::new(), "selected on arrival");
        assert_eq!(page.number, place + 1);
        assert_eq!(page.of, pages.len(), "nothing is added to this way, page {}", place + 1);
        let values = [("number", page.number.to_string()), ("of", page.of.to_string())];
        let values = values.each_ref().map(|(name, value)| (*name, value.as_str()));
        let words = words::filled("page", "progress", &values);
        assert!(page.progress.ends_with(&words), "{}, and not {words}", page.progress);
    }
    visitor.leaves().await;
}

async fn all_of_it_with_the_keyboard(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let plain = Person::plain();
    visitor.enters(".start .button--primary").await;
    // Past the end of the first page, and back again.
    visitor.tabs_to(".page [type=submit]").await;
    visitor.tabs_back_to("fieldset input").await;
    visitor.tabs_back_to(".button--back").await;
    while visitor.screen().await.is("page") {
        visitor.answers_the_page_by_keys(&plain).await;
        visitor.enters(".page [type=submit]").await;
    }
    visitor.enters(".review .button--primary").await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    // Why: folded, and opened with the keyboard too.
    visitor.tabs_to(".result summary").await;
    visitor.enters_here().await;
    assert!(visitor.sees(".result details[open]").await);
    visitor.leaves().await;
}

async fn fits_a_small_phone(engine: Engine) {
    walk_with_a_ruler(engine, (320, 640)).await;
}

async fn fits_a_desktop(engine: Engine) {
    walk_with_a_ruler(engine, (1280, 800)).await;
}

/// Nothing to scroll sideways, and everything large enough to hit. What does
/// not hold is gathered on the whole way, and told at its end.
async fn walk_with_a_ruler(engine: Engine, window: (u32, u32)) {
    let mut visitor = Visitor::comes_by(Visit { window, ..Visit::by(engine) }).await;
    let plain = Person::plain();
    let mut faults = measured(&visitor, window).await;
    visitor.starts().await;
    visitor.continues_too_early().await;
    loop {
        faults.extend(measured(&visitor, window).await);
        if !visitor.screen().await.is("page") {
            break;
        }
        visitor.hurries_through_the_page(&plain).await;
        faults.extend(measured(&visitor, window).await);
        visitor.hurries_on().await;
    }
    visitor.asks_for_the_result().await;
    faults.extend(measured(&visitor, window).await);
    visitor
        .script("document.querySelectorAll('details').forEach((it) => { it.open = true })")
        .await;
    faults.extend(measured(&visitor, window).await);

    // And the screens that no one hopes to see.
    visitor.reloads().await;
    visitor.starts().await;
    visitor.answers_up_to(&plain, "illness").await;
    visitor.answers_all(&plain.clone().but("illness", vec!["clot"])).await;
    assert!(visitor.screen().await.is("notice"));
    faults.extend(measured(&visitor, window).await);
    visitor.reloads().await;
    visitor.starts().await;
    visitor.answers_all(&plain.but("sudden", vec!["chest"])).await;
    assert!(visitor.screen().await.is("interruption"));
    faults.extend(measured(&visitor, window).await);

    faults.sort();
    faults.dedup();
    assert!(faults.is_empty(), "{} faults at {window:?}:\n{}", faults.len(), faults.join("\n"));
    visitor.leaves().await;
}

async fn measured(visitor: &Visitor, (wide, _): (u32, u32)) -> Vec<String> {
    let screen = visitor.screen().await;
    assert_eq!(screen.window, f64::from(wide), "the width of the window");
    let script = "
        const [target, link] = arguments;
        const all = document.querySelectorAll(
            'label.option__label, label.scale__label, button, a.button, select, summary');
        return [...all].filter((it) => it.checkVisibility()).flatMap((it) => {
            const high = it.getBoundingClientRect().height;
            const least = it.tagName === 'SUMMARY' ? link : target;
            // Half a hundredth for the arithmetic of the browser.
            if (high >= least - 0.005) return [];
            const name = [it.tagName.toLowerCase(), ...it.classList].join('.');
            const where = it.closest('.safety-net, .card') ? ' in ' + it.closest('.safety-net, .card').className : '';
            return [`${name}${where}: ${high.toFixed(1)} px high, not ${least}`];
        });
    ";
    let low = visitor.script_of(script, vec![TARGET.into(), LINK.into()]).await;
    let mut faults: Vec<String> = serde_json::from_value(low).expect("faults");
    if screen.width > screen.window {
        faults.push(format!("{} px wide", screen.width));
    }
    faults.iter().map(|fault| format!("{}: {fault}", screen.kind)).collect()
}
