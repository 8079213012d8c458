//! A visitor who has a keyboard and nothing else.

use fantoccini::actions::{InputSource, KeyAction, KeyActions};
use fantoccini::key::Key;

use crate::person::Person;
use crate::visitor::Visitor;

/// More steps than any page has from its beginning to its end.
const FAR: usize = 120;

impl Visitor {
    /// Presses keys, one after another.
    async fn types(&self, keys: &[Key]) {
        let keys = keys.iter().map(|key| char::from(*key));
        let typed = keys.fold(KeyActions::new("keyboard".into()), |typed, value| {
            typed.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.browser.page.perform_actions(typed).await.expect("keys");
    }

    /// Types letters or digits, one after another.
    pub async fn types_text(&self, text: &str) {
        let typed = text.chars().fold(KeyActions::new("keyboard".into()), |typed, value| {
            typed.then(KeyAction::Down { value }).then(KeyAction::Up { value })
        });
        self.browser.page.perform_actions(typed).await.expect("keys");
    }

    async fn tabs_back(&self) {
        let (shift, tab) = (char::from(Key::Shift), char::from(Key::Tab));
        let typed = KeyActions::new("keyboard".into())
            .then(KeyAction::Down { value: shift })
            .then(KeyAction::Down { value: tab })
            .then(KeyAction::Up { value: tab })
            .then(KeyAction::Up { value: shift });
        self.browser.page.perform_actions(typed).await.expect("keys");
    }

    async fn is_on(&self, selector: &str) -> bool {
        let script = "return document.activeElement.matches(arguments[0])";
        self.script_of(script, vec![selector.into()]).await == serde_json::Value::Bool(true)
    }

    /// A line of 2 px or more shows around what has the focus, or around its label.
    async fn sees_the_focus(&self) {
        let script = "
            const focus = document.activeElement;
            // The focus has left the page, for the browser's own bars.
            if (focus === document.body || focus === document.documentElement) return true;
            return [focus, ...(focus.labels ?? [])].some((it) => {
                const { outlineStyle, outlineWidth, opacity } = getComputedStyle(it);
                return outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2 && opacity !== '0';
            });
        ";
        let sees = self.script(script).await == serde_json::Value::Bool(true);
        assert!(sees, "the focus does not show: {}", self.screen().await.focus);
    }

    /// Goes on with Tab up to such an element.
    pub async fn tabs_to(&self, selector: &str) {
        for _ in 0..FAR {
            if self.is_on(selector).await {
                return;
            }
            self.types(&[Key::Tab]).await;
            self.sees_the_focus().await;
        }
        panic!("no way to {selector} with Tab: {:#?}", self.screen().await);
    }

    /// Goes back with Shift and Tab up to such an element.
    pub async fn tabs_back_to(&self, selector: &str) {
        for _ in 0..FAR {
            if self.is_on(selector).await {
                return;
            }
            self.tabs_back().await;
            self.sees_the_focus().await;
        }
        panic!("no way back to {selector}: {:#?}", self.screen().await);
    }

    /// Goes to a button and presses it with Enter.
    pub async fn enters(&mut self, button: &str) {
        self.tabs_to(button).await;
        self.is_about_to_go().await;
        self.types(&[Key::Enter]).await;
        self.arrives().await;
    }

    /// Presses Enter where the focus is, and stays on the screen.
    pub async fn enters_here(&self) {
        self.types(&[Key::Enter]).await;
    }

    /// Answers a page with Tab, Space and the arrows.
    pub async fn answers_the_page_by_keys(&self, person: &Person) {
        loop {
            let screen = self.screen().await;
            let Some(question) = screen.open().next() else { return };
            for control in person.controls(question) {
                self.selects_by_keys(question, &control).await;
            }
        }
    }

    async fn selects_by_keys(&self, question: &str, control: &str) {
        let here = format!("#{control}");
        if self.finds(&here).await.attr("type").await.unwrap().as_deref() == Some("checkbox") {
            self.tabs_to(&here).await;
            self.types(&[Key::Space]).await;
        } else {
            // One stop for the whole group; the arrows go through it, and choose.
            self.tabs_to(&format!("[name='{question}']")).await;
            self.types(&[Key::Space]).await;
            for _ in 0..FAR {
                if self.is_on(&here).await {
                    break;
                }
                self.types(&[Key::Down]).await;
                self.sees_the_focus().await;
            }
        }
        self.waits_for(&format!("{control} by keys"), &format!("{here}:checked:focus")).await;
    }
}
