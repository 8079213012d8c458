//! Visitors walk through the built check in a real browser: what they do, and
//! what they then see. The rest of the folder knows how; these read as stories.
//!
//! `make test` installs the browsers, builds the check and runs the walks in Chromium,
//! `make test-engines` those in the others. By hand, with a built check and after `scripts/hosts`:
//! `scripts/with-browsers cargo test --test walk`, and behind it `errors`, `::firefox`
//! or `errors::the_summary` to choose.
//!
//! Browsers and drivers are found on the path, or where these variables say: `CHROMIUM`,
//! `CHROMEDRIVER`, `FIREFOX`, `GECKODRIVER`, `WEBKITWEBDRIVER`, `XVFB`.

// A test fails loudly, and what a walk asks the page for by place is there.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

/// Tells each story in each engine: `story::chromium`, `story::firefox`, `story::webkit`.
/// Or one story in some of them, where the others have no such thing.
macro_rules! stories {
    ($($story:ident),* $(,)?) => {
        $(stories! { $story in chromium: Chromium, firefox: Firefox, webkit: WebKit })*
    };
    ($story:ident in $($name:ident: $engine:ident),*) => {
        mod $story {
            $(
                #[tokio::test]
                async fn $name() {
                    crate::patience::ends(super::$story(crate::browser::Engine::$engine)).await;
                }
            )*
        }
    };
}

mod browser;
mod host;
mod keyboard;
mod patience;
mod person;
mod port;
mod screen;
mod site;
mod tour;
mod visitor;
mod words;

mod access;
mod body_map;
mod broken_page;
mod builder;
mod changing_answers;
mod element;
mod emergency;
mod errors;
mod failures;
mod first_screen;
mod frame;
mod hosts;
mod looking_back;
mod no_warning_sign;
mod not_for_them;
mod offline;
mod pictures;
mod privacy;
mod rest;
mod same_day;
mod short_ways;
mod take_along;
mod translated;
mod wordpress;
