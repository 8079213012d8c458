//! What a visitor takes along: pages that fit on one sheet, and files made in the
//! browser, with nothing asked of the site.

use fantoccini::wd::{PrintConfigurationBuilder, PrintSize};

use crate::browser::Engine;
use crate::offline::is_kept;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! { a_file_is_made_on_the_device_and_nothing_is_asked_of_the_site }

// WebKit's driver does not know how to print, and Firefox packs its pages so that they
// cannot be counted without a reader.
stories! { the_pages_to_take_along_fit_on_a_sheet_each in chromium: Chromium }

/// Centimetres.
const A4: PrintSize = PrintSize { width: 21.0, height: 29.7 };
const LETTER: PrintSize = PrintSize { width: 21.59, height: 27.94 };

impl Visitor {
    async fn comes_to_the_result(engine: Engine) -> Self {
        let mut visitor = Self::comes(engine).await;
        visitor.starts().await;
        visitor.answers_all(&Person::plain()).await;
        visitor.asks_for_the_result().await;
        visitor
    }

    /// Opens the first or second page to take along.
    async fn opens_the_page(&mut self, place: usize) {
        self.presses(&format!("#take-title ~ .sheet__ways > button:nth-of-type({place})")).await;
    }

    /// How many sheets of paper the screen takes.
    async fn sheets_of(&self, size: PrintSize) -> usize {
        let paper = PrintConfigurationBuilder::default().size(size).build().expect("a size");
        let pdf = self.browser.page.print(paper).await.expect("a print");
        let text = String::from_utf8_lossy(&pdf).into_owned();
        let ends = |rest: &&str| !rest.starts_with('s');
        text.split("/Type /Page").skip(1).filter(ends).count()
    }
}

async fn the_pages_to_take_along_fit_on_a_sheet_each(engine: Engine) {
    let mut visitor = Visitor::comes_to_the_result(engine).await;
    for place in [1, 2] {
        visitor.opens_the_page(place).await;
        assert_eq!(visitor.screen().await.kind, "sheet");
        assert_eq!(visitor.sheets_of(A4).await, 1, "page {place} on A4");
        assert_eq!(visitor.sheets_of(LETTER).await, 1, "page {place} on Letter");
        visitor.goes_back().await;
        assert_eq!(visitor.screen().await.kind, "result");
    }
    visitor.leaves().await;
}

async fn a_file_is_made_on_the_device_and_nothing_is_asked_of_the_site(engine: Engine) {
    let mut visitor = Visitor::comes_to_the_result(engine).await;
    is_kept(&visitor).await;
    let before = visitor.site.asked();
    visitor.opens_the_page(1).await;
    visitor.finds(".hand-out:last-of-type .button").await.click().await.unwrap();
    let done = words::interface("take", "done");
    visitor
        .waits_for("what came of it", ".hand-out:last-of-type .hand-out__said:not(:empty)")
        .await;
    assert_eq!(visitor.reads(".hand-out:last-of-type .hand-out__said").await, done);
    assert_eq!(visitor.site.asked(), before);
    visitor.leaves().await;
}
