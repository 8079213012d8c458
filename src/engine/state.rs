//! Where somebody is in the check: what is on the screen, and what was answered.

use crate::model::{Day, PageIx, QuestionIx, Response};

/// What is on the screen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Screen {
    /// What the check is, and the emergency words.
    Start,
    /// A page of the questionnaire.
    Page(PageIx),
    /// Get help now; and the page to go back to if it was a mis-tap.
    Interruption(PageIx),
    /// Get help today, once the warning signs are done; carrying on is possible.
    Notice(PageIx),
    /// Check your answers.
    Review,
    /// The result.
    Result,
    /// A page to take along, for this reader, made on this day.
    Sheet(Reader, Day),
}

/// For whom a page to take along is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reader {
    /// The person themselves.
    Visitor,
    /// Who treats them.
    Clinician,
}

/// Where somebody is in the check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct State {
    /// What is on the screen.
    pub screen: Screen,
    /// The answers so far.
    pub response: Response,
    /// The questions that were passed over and are now pointed out.
    pub errors: Vec<QuestionIx>,
    /// Where to go on when this page is done.
    pub purpose: Purpose,
    /// An answer that is being changed where it stands, on the result.
    pub edit: Option<Edit>,
    /// The answers that the result showed before the last change of one of them.
    pub before: Option<Response>,
    /// The questions of the pages that have been left, whether or not they were answered.
    /// None: the answers came all at once, and not page by page.
    pub put: Vec<QuestionIx>,
    /// The call to get help today has been shown.
    pub notified: bool,
    /// Where reading goes on.
    pub landing: Landing,
    /// Counts the screens shown, so that the view can tell a new screen from
    /// the same one drawn again.
    pub visit: u32,
}

/// Where reading goes on after an action: this takes the focus.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Landing {
    /// The heading of the screen.
    #[default]
    Heading,
    /// The list of what was passed over.
    Errors,
    /// The answer that is being changed on the result.
    Edit,
    /// An answer in the list on the result.
    Answer(QuestionIx),
    /// What a change has done to the result.
    Change,
}

/// What brought somebody to a page, and so where they go on from it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Purpose {
    /// The way through the check: the next page.
    #[default]
    Onward,
    /// The list of answers: after a change, back to the list.
    Review,
    /// A change on the result has opened this page: back to the result.
    Result,
}

/// A change of an answer on the result that is not done yet. Until it is, the
/// result stays as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Edit {
    /// The question whose answer is being changed.
    pub question: QuestionIx,
    /// All answers before the change.
    pub before: Response,
}

impl Default for State {
    fn default() -> Self {
        Self {
            screen: Screen::Start,
            response: Response::default(),
            errors: Vec::new(),
            purpose: Purpose::Onward,
            edit: None,
            before: None,
            put: Vec::new(),
            notified: false,
            landing: Landing::Heading,
            visit: 0,
        }
    }
}

impl State {
    /// The answers that count for what is shown: those of a change that is not
    /// done yet do not.
    pub fn settled(&self) -> &Response {
        self.edit.as_ref().map_or(&self.response, |edit| &edit.before)
    }
}
