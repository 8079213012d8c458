//! No warning sign: the short way to "massage may help, as one part of a plan".

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! {
    short_way_to_massage_as_one_part_of_a_plan,
    all_of_it_with_the_keyboard,
}

/// The most screens for somebody without a warning sign, in all.
const MOST_SCREENS: usize = 20;

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
