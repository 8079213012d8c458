//! What is on the screen at one moment.

use serde::Deserialize;

/// A screen, as a script in the page reads it.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Screen {
    /// start, page, interruption, notice, review or result.
    pub kind: String,
    /// The text of the heading.
    pub heading: String,
    /// The ids of the questions on it.
    pub questions: Vec<String>,
    /// The ids of those of them that have an answer.
    pub answered: Vec<String>,
    /// How far along, in words.
    pub progress: String,
    /// The number of the page, and of how many.
    pub number: usize,
    pub of: usize,
    /// What has the focus: its tag, id and class. For who reads why a walk failed.
    #[allow(dead_code)]
    pub focus: String,
    /// How wide the window is.
    pub window: f64,
}

impl Screen {
    pub fn is(&self, kind: &str) -> bool {
        self.kind == kind
    }

    /// The questions that still want an answer.
    pub fn open(&self) -> impl Iterator<Item = &String> {
        self.questions.iter().filter(|question| !self.answered.contains(question))
    }

    pub fn asks(&self, question: &str) -> bool {
        self.questions.iter().any(|asked| asked == question)
    }
}

/// Reads a [`Screen`].
pub const READ: &str = "
    const one = (selector) => document.querySelector('#check ' + selector);
    const text = (selector) => one(selector)?.innerText.replace(/\\s+/g, ' ').trim() ?? '';
    const name = (fieldset) => fieldset.id.replace(/-question$/, '');
    const kinds = ['start', 'page', 'interruption', 'notice', 'review', 'result', 'sheet'];
    const questions = [...document.querySelectorAll('#check fieldset.question')];
    const active = document.activeElement;
    const bar = one('progress');
    return {
        kind: kinds.find((kind) => one('.' + kind)) ?? 'nothing',
        heading: text('h1'),
        questions: questions.map(name),
        answered: questions.filter((it) => it.querySelector(':checked')).map(name),
        progress: text('.progress__words'),
        number: bar?.value ?? 0,
        of: bar?.max ?? 0,
        focus: [active.tagName, active.id, active.className].join(' '),
        window: innerWidth,
    };
";
