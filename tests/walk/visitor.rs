//! What a visitor can do and see: the check in the words of its subject.

use fantoccini::Locator;
use fantoccini::elements::Element;
use serde_json::Value;

use crate::browser::{Browser, Engine, Said, Theme};
use crate::patience::{OFTEN, PATIENCE, doing};
use crate::person::Person;
use crate::screen::{READ, Screen};
use crate::site::{Fault, Helper, Site};
use crate::words;

/// More screens than any walk has.
const ENDLESS: usize = 60;

/// How a visitor comes.
#[derive(Clone, Copy, Debug)]
pub struct Visit {
    pub engine: Engine,
    /// What stands in the address behind the page, with its question mark.
    pub query: &'static str,
    /// The size of the window.
    pub window: (u32, u32),
    pub theme: Theme,
    /// What is wrong with the site.
    pub fault: Fault,
    /// Scripts that look at the page from within.
    pub helpers: &'static [fn() -> Helper],
}

impl Visit {
    /// The usual way, with a browser of this engine.
    pub fn by(engine: Engine) -> Self {
        Self {
            engine,
            query: "?region=GB-ENG",
            window: (1024, 800),
            theme: Theme::Light,
            fault: Fault::Nothing,
            helpers: &[],
        }
    }
}

/// Somebody in front of a browser. A walk ends with [`Visitor::leaves`].
pub struct Visitor {
    /// Every screen so far, in order.
    pub seen: Vec<Screen>,
    pub browser: Browser,
    pub site: Site,
    address: String,
    /// What the console has said on pages that are no longer there.
    said: Vec<Said>,
    gone: bool,
}

impl Visitor {
    /// Comes to the check, and sees its start.
    pub async fn comes(engine: Engine) -> Self {
        Self::comes_by(Visit::by(engine)).await
    }

    /// Comes to the check in a certain way, and sees its start.
    pub async fn comes_by(visit: Visit) -> Self {
        let mut visitor = Self::opens(visit).await;
        visitor.waits_for("the start", "#check:not([hidden]) .start").await;
        visitor.looks().await;
        visitor
    }

    /// What nobody does who only looks and leaves.
    pub async fn does_something(&self) {
        self.script("document.body.click()").await;
    }

    /// Waits until all of the check is there, also what comes behind its first screens.
    pub async fn has_all(&self) {
        self.does_something().await;
        self.waits_for("all of the check", ".start .keeping").await;
    }

    /// Opens the page, whatever comes of it.
    pub async fn opens(visit: Visit) -> Self {
        let mut helpers: Vec<Helper> = visit.helpers.iter().map(|helper| helper()).collect();
        helpers.extend(visit.engine.recorder());
        let site = Site::open(visit.fault, helpers);
        let address = site.check(visit.query);
        let browser = Browser::open(visit.engine, visit.window, visit.theme).await;
        browser.page.goto(&address).await.expect("the page");
        Self { seen: Vec::new(), browser, site, address, said: Vec::new(), gone: false }
    }

    /// Loads the page again.
    pub async fn reloads(&mut self) {
        self.said.extend(self.browser.console().await);
        self.browser.page.refresh().await.expect("the page again");
        self.waits_for("the start", "#check:not([hidden]) .start").await;
        self.looks().await;
    }

    /// Opens another page of the site.
    pub async fn goes_to(&mut self, page: &str) {
        self.said.extend(self.browser.console().await);
        self.browser.page.goto(&self.site.check(page)).await.expect("the page");
    }

    /// Ends a walk: the address is still the same, and the console is empty.
    pub async fn leaves(self) {
        let address = self.browser.page.current_url().await.unwrap();
        assert_eq!(address.as_str(), self.address, "the address of the page");
        let said = self.ends().await;
        assert!(said.is_empty(), "the console says {said:#?}");
    }

    /// Ends a walk through something broken: what the console says.
    pub async fn ends(mut self) -> Vec<Said> {
        self.gone = true;
        let mut said = std::mem::take(&mut self.said);
        said.extend(self.browser.console().await);
        said
    }

    // --- What they do ---------------------------------------------------------

    pub async fn starts(&mut self) {
        self.presses(".start .button--primary").await;
    }

    pub async fn continues(&mut self) {
        self.presses(".page [type=submit]").await;
    }

    pub async fn goes_back(&mut self) {
        self.presses(".button--back").await;
    }

    /// Goes back with the browser's own button.
    pub async fn goes_back_in_the_browser(&mut self) {
        self.is_about_to_go().await;
        self.browser.page.back().await.expect("the browser's way back");
        self.arrives().await;
    }

    /// Ticks or chooses these options, and takes no tick away.
    pub async fn ticks(&mut self, question: &str, options: &[&str]) {
        for option in options {
            self.selects(&format!("{question}-{option}")).await;
        }
    }

    /// Continues, and stays: something is still to be answered.
    pub async fn continues_too_early(&mut self) {
        self.finds(".page [type=submit]").await.click().await.unwrap();
        self.waits_for("the errors, with the focus", ".errors__box:focus").await;
    }

    /// Answers all that the page asks, also what comes up with an answer.
    pub async fn answers_the_page(&mut self, person: &Person) {
        for _ in 0..ENDLESS {
            let screen = self.screen().await;
            let Some(question) = screen.open().next() else { return };
            for control in person.controls(question) {
                self.selects(&control).await;
            }
        }
        panic!("a page without an end: {:#?}", self.screen().await);
    }

    /// The same in no time, for the way to where a story begins.
    pub async fn hurries_through_the_page(&mut self, person: &Person) {
        // An answer may take another question away.
        let script = "for (const id of arguments[0]) document.getElementById(id)?.click()";
        for _ in 0..ENDLESS {
            let screen = self.screen().await;
            let controls: Vec<_> = screen.open().flat_map(|it| person.controls(it)).collect();
            if controls.is_empty() {
                return;
            }
            self.script_of(script, vec![controls.into()]).await;
        }
        panic!("a page without an end: {:#?}", self.screen().await);
    }

    /// Continues in no time.
    pub async fn hurries_on(&mut self) {
        self.is_about_to_go().await;
        self.script("document.querySelector('.page [type=submit]').click()").await;
        self.arrives().await;
    }

    /// Hurries through page after page, up to the first that is none or asks this.
    pub async fn answers_up_to(&mut self, person: &Person, question: &str) -> Screen {
        for _ in 0..ENDLESS {
            let screen = self.screen().await;
            if !screen.is("page") || screen.asks(question) {
                return screen;
            }
            self.hurries_through_the_page(person).await;
            self.hurries_on().await;
        }
        panic!("a walk without an end: {:#?}", self.screen().await);
    }

    /// Hurries through page after page, up to the first screen that is none.
    pub async fn answers_all(&mut self, person: &Person) -> Screen {
        self.answers_up_to(person, "").await
    }

    /// From the list of answers to the page of a question.
    pub async fn changes(&mut self, question: &str) {
        let names = self.reads_all(".answers__question").await;
        let name = words::short(question);
        let place = names.iter().position(|listed| *listed == name);
        let place = place.unwrap_or_else(|| panic!("{name} is not in the list: {names:#?}"));
        let buttons = self.browser.page.find_all(Locator::Css(".answers__change .button"));
        let button = buttons.await.unwrap().swap_remove(place);
        self.is_about_to_go().await;
        button.click().await.unwrap();
        self.arrives().await;
        assert!(self.screen().await.asks(question), "the page of {question}");
    }

    /// On the result, opens an answer where it stands.
    pub async fn edits(&mut self, question: &str) {
        if !self.sees(".answers").await {
            self.finds("#answers-title ~ details summary").await.click().await.unwrap();
            self.waits_for("the answers", ".answers").await;
        }
        let names = self.reads_all(".answers__question").await;
        let name = words::short(question);
        let place = names.iter().position(|listed| *listed == name).expect("an answer");
        let buttons = self.browser.page.find_all(Locator::Css(".answers__change .button"));
        buttons.await.unwrap().swap_remove(place).click().await.unwrap();
        self.waits_for("the answer, with the focus", ".answers__edit [tabindex]:focus").await;
    }

    /// From the list of answers to the result.
    pub async fn asks_for_the_result(&mut self) {
        self.presses(".review .button--primary").await;
    }

    /// Clears everything, from any page of the check.
    pub async fn clears_everything(&mut self) {
        self.finds(".clear summary").await.click().await.unwrap();
        self.presses(".clear .button").await;
    }

    /// Does with the first such control what leads to another screen.
    pub async fn presses(&mut self, control: &str) {
        self.is_about_to_go().await;
        self.finds(control).await.click().await.unwrap();
        self.arrives().await;
    }

    /// Says where they are.
    pub async fn chooses_region(&self, code: &str) {
        let name = words::region(code);
        self.finds("#region").await.select_by_label(&name).await.expect("a region of this name");
    }

    async fn selects(&mut self, control: &str) {
        let selected = format!("#{control}:checked");
        let open = format!("#{control}:not(:checked)");
        if let Ok(input) = self.browser.page.find(Locator::Css(&open)).await {
            // A number lies below its control; an option's words beside it.
            let label = format!(".option__label[for='{control}']");
            match self.browser.page.find(Locator::Css(&label)).await {
                Ok(label) => label.click().await.unwrap(),
                Err(_) => input.click().await.unwrap(),
            }
        }
        self.waits_for(&format!("{control} selected"), &selected).await;
    }

    /// Marks the heading, to tell the next screen's from it.
    pub async fn is_about_to_go(&self) {
        self.script("document.querySelector('#check h1').dataset.left = ''").await;
    }

    /// Comes to a new screen: its heading has the focus, and all of it is there.
    pub async fn arrives(&mut self) {
        self.waits_for(
            "a new screen with the focus on its heading",
            "#check .check:is(:not(:has(.review, .result)), :has(.clear)) h1:focus:not([data-left])",
        )
        .await;
        self.looks().await;
    }

    async fn looks(&mut self) {
        let screen = self.screen().await;
        self.seen.push(screen);
    }

    // --- What they see --------------------------------------------------------

    pub async fn screen(&self) -> Screen {
        serde_json::from_value(self.script(READ).await).expect("a screen")
    }

    /// The text of an element, on one line.
    pub async fn reads(&self, selector: &str) -> String {
        let text = self.finds(selector).await.text().await.unwrap();
        text.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    /// The texts of all such elements.
    pub async fn reads_all(&self, selector: &str) -> Vec<String> {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .map((it) => it.textContent.replace(/\\s+/g, ' ').trim())";
        let texts = self.script_of(script, vec![selector.into()]).await;
        serde_json::from_value(texts).expect("texts")
    }

    /// Whether there is such an element that is shown.
    pub async fn sees(&self, selector: &str) -> bool {
        let script = "return [...document.querySelectorAll(arguments[0])]
            .some((it) => it.checkVisibility())";
        self.script_of(script, vec![selector.into()]).await == Value::Bool(true)
    }

    /// The result says how soon to get help, and what massage is offered: both
    /// by the names of the levels.
    pub async fn sees_result(&self, urgency: &str, massage: &str) {
        let screen = self.screen().await;
        assert_eq!(screen.kind, "result");
        let title = words::interface("result", &format!("title_{}", key(urgency)));
        let severity = words::interface("result", &format!("severity_{}", key(urgency)));
        let heading = &screen.heading;
        assert!(heading.ends_with(&title), "{heading}, and not {title}");
        assert!(heading.starts_with(&severity), "{heading}, and not {severity}");
        let level = self.reads(".level").await;
        assert_eq!(level, words::interface("massage", &key(massage)));
    }

    /// The list of answers: what was asked, and what was answered.
    pub async fn sees_answers(&self) -> Vec<(String, String)> {
        assert_eq!(self.screen().await.kind, "review");
        let questions = self.reads_all(".answers__question").await;
        questions.into_iter().zip(self.reads_all(".answers__answer").await).collect()
    }

    /// The control is there and selected.
    pub async fn sees_selected(&self, question: &str, options: &[&str]) {
        let script = "return [...document.querySelectorAll('#check :checked')]
            .filter((it) => it.name === arguments[0]).map((it) => it.value)";
        let selected = self.script_of(script, vec![question.into()]).await;
        assert_eq!(serde_json::from_value::<Vec<String>>(selected).unwrap(), options);
    }

    /// Waits until nothing on the screen moves any more.
    pub async fn settles(&self) {
        let script = "
            const [done] = arguments;
            Promise.allSettled(document.getAnimations().map((it) => it.finished)).then(() => done());
        ";
        self.browser.page.execute_async(script, Vec::new()).await.expect("an end to all movement");
    }

    pub async fn waits_for(&self, what: &str, selector: &str) -> Element {
        doing(&format!("waits for {what}"));
        let wait = self.browser.page.wait().at_most(PATIENCE).every(OFTEN);
        match wait.for_element(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => {
                let (screen, said) = (self.screen().await, self.browser.console().await);
                panic!(
                    "waited in vain for {what} ({error}), at {screen:#?}; {said:#?}; {:?}",
                    self.site.asked()
                );
            }
        }
    }

    pub async fn finds(&self, selector: &str) -> Element {
        doing(&format!("looks for {selector}"));
        match self.browser.page.find(Locator::Css(selector)).await {
            Ok(element) => element,
            Err(error) => panic!("no {selector} ({error}), but {:#?}", self.screen().await),
        }
    }

    pub async fn script(&self, script: &str) -> Value {
        self.script_of(script, Vec::new()).await
    }

    pub async fn script_of(&self, script: &str, arguments: Vec<Value>) -> Value {
        doing(script);
        self.browser.page.execute(script, arguments).await.expect("the page's answer")
    }
}

impl Drop for Visitor {
    fn drop(&mut self) {
        let ended = self.gone || std::thread::panicking();
        assert!(ended, "a walk ends with a look at the console");
    }
}

/// The key of a level in the words of the interface.
fn key(level: &str) -> String {
    level.replace('-', "_")
}
