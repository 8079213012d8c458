//! The page of a clinic that holds the check: `tests/hosts/*.html`.

use serde_json::{Value, json};

use crate::browser::Engine;
use crate::patience::{self, doing};
use crate::person::Person;
use crate::site::Fault;
use crate::visitor::{Visit, Visitor};

/// A visitor of a clinic's page.
pub struct Host {
    pub visitor: Visitor,
}

/// What a check is in, by its id: the root of an element; else, on the check's own
/// page, just that element.
const ROOT: &str = "const host = document.getElementById(arguments[0]);
    const root = host?.shadowRoot ?? host;";

/// Answers page after page, each question with what the person would answer.
const ANSWERS: &str = "
    const [, answers, done] = arguments;
    const drawn = () => new Promise((then) => setTimeout(then, 10));
    const open = () => [...root.querySelectorAll('fieldset.question')].filter((it) => !it.querySelector(':checked'));
    const walk = async () => {
        while (root.querySelector('.page')) {
            for (let asked = open(); asked.length; asked = open()) {
                const controls = asked.flatMap((it) => answers[it.id.replace(/-question$/, '')]);
                for (const control of controls) root.querySelector(`#${control}`)?.click();
                await drawn();
            }
            const heading = root.querySelector('h1');
            root.querySelector('[type=submit]').click();
            while (root.querySelector('h1') === heading) await drawn();
        }
    };
    walk().then(() => done(null), (error) => done(String(error)));
";

impl Host {
    pub async fn opens(engine: Engine, page: &'static str) -> Self {
        Self::opens_with(engine, page, Fault::Nothing).await
    }

    pub async fn opens_with(engine: Engine, page: &'static str, fault: Fault) -> Self {
        let visit = Visit { query: page, fault, ..Visit::by(engine) };
        Self { visitor: Visitor::opens(visit).await }
    }

    /// What a script says about the page.
    pub async fn asks(&self, script: &str) -> Value {
        self.visitor.script(&format!("return ({script})")).await
    }

    /// What a script says about what is in a check: `root` is its root.
    pub async fn asks_in(&self, id: &str, script: &str) -> Value {
        let script = format!("{ROOT} return ({script})");
        self.visitor.script_of(&script, vec![json!(id)]).await
    }

    /// Does something in a check.
    pub async fn does_in(&self, id: &str, script: &str) {
        self.visitor.script_of(&format!("{ROOT} {script}"), vec![json!(id)]).await;
    }

    /// Waits until a script says so. A page that is on its way to another one says nothing.
    pub async fn until(&self, what: &str, script: &str) {
        doing(&format!("waits for {what}"));
        let script = format!("return ({script})");
        let page = &self.visitor.browser.page;
        let mut last = String::new();
        let so = patience::until(async || {
            let answer = page.execute(&script, Vec::new()).await;
            last = format!("{answer:?}");
            answer.is_ok_and(|answer| answer == json!(true))
        });
        if so.await {
            return;
        }
        let page_is = "return [location.href, document.body?.innerText.slice(0, 500), window.told]";
        let seen = page.execute(page_is, Vec::new()).await;
        let said = self.visitor.browser.console().await;
        panic!(
            "waited in vain for {what}; at last {last}; where, what is there, and what the page was \
            told: {seen:#?}; the console says {said:#?}"
        );
    }

    /// Waits until a check is on the screen, its start or a later one: the live one, and not the
    /// first screen before the program is there.
    pub async fn sees(&self, id: &str, selector: &str) {
        let shown = format!(
            "[...root?.querySelectorAll('{selector}') ?? []]
                .some((it) => it.checkVisibility() && !it.closest('#first'))"
        );
        self.until_in(id, selector, &shown).await;
    }

    /// Waits until all of a check is there, also what comes behind its first screens.
    pub async fn has_all_of(&self, id: &str) {
        self.visitor.does_something().await;
        self.until_in(id, "all", "!!root?.querySelector('.start .keeping')").await;
    }

    /// Waits until a script says so of what is in a check: `root` is its root.
    async fn until_in(&self, id: &str, what: &str, script: &str) {
        let root = ROOT.replace("arguments[0]", &format!("'{id}'"));
        let script = format!("(() => {{ {root} return {script} }})()");
        self.until(&format!("{what} in {id}"), &script).await;
    }

    /// Presses something in a check.
    pub async fn presses(&self, id: &str, selector: &str) {
        self.sees(id, selector).await;
        self.does_in(id, &format!("root.querySelector('{selector}').click()")).await;
    }

    /// From the start of a check to its result, in no time.
    pub async fn goes_all_the_way(&self, id: &str, person: &Person) {
        self.presses(id, ".start .button--primary").await;
        self.sees(id, ".page").await;
        let answers = json!(person.every_control());
        doing("goes all the way");
        let page = &self.visitor.browser.page;
        let went = page.execute_async(&format!("{ROOT} {ANSWERS}"), vec![json!(id), answers]).await;
        assert_eq!(went.expect("an end"), Value::Null);
        self.presses(id, ".review .button--primary").await;
        self.sees(id, ".result .clear").await;
    }

    /// The words of the page itself show, or they do not.
    pub async fn sees_own_words(&self, id: &str) -> bool {
        let script = format!("document.querySelector('#{id} > *').checkVisibility()");
        self.asks(&script).await == json!(true)
    }

    /// What the page was told, in order: what, and of which check.
    pub async fn told(&self) -> Vec<String> {
        let script = "window.told.map((it) => [it.from, it.what, it.detail.step]
            .filter(Boolean).join(' '))";
        serde_json::from_value(self.asks(script).await).expect("names")
    }

    /// Ends: nothing was blocked. What the console says.
    pub async fn ends(self) -> Vec<String> {
        assert_eq!(self.asks("window.blocked").await, json!([]), "blocked by the page's policy");
        assert_eq!(self.visitor.site.reports(), 0, "reported to the site");
        self.ends_blocked().await
    }

    /// Ends; something was to be blocked.
    pub async fn ends_blocked(self) -> Vec<String> {
        self.visitor.ends().await.into_iter().map(|it| it.text).collect()
    }
}
