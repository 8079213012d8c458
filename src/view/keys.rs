//! Short ways by keyboard on a page of questions: 1 to 9 answer, Enter goes on.
//!
//! Only while the focus is on the page of questions itself, so that no key of
//! the host page or of a screen reader is taken (WCAG 2.1.4). With a key such as
//! Ctrl or Alt held, nothing is.

use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};
use yew::prelude::*;

use super::context::Context;
use super::{field, focus};
use crate::engine::Action;
use crate::model::{Kind, Question, QuestionIx};

/// How many options have a key of their own; `styles/questions/option.css` shows it.
const DIGITS: usize = 9;

/// What a key does on a page that shows these questions.
pub fn on_page(context: &Context<'_>, questions: Vec<QuestionIx>) -> Callback<Event> {
    let (content, act) = (context.content.clone(), context.act.clone());
    let answered = |question: &&QuestionIx| context.state.response.get(**question).is_some();
    let open = questions.iter().find(|it| !answered(it)).or(questions.first()).copied();
    Callback::from(move |event: Event| {
        let event: KeyboardEvent = event.unchecked_into();
        let Some(target) = event.target_dyn_into::<Element>() else { return };
        if event.ctrl_key() || event.alt_key() || event.meta_key() || event.default_prevented() {
            return;
        }
        let key = event.key();
        if key == "Enter" && target.tag_name() == "H1" {
            event.prevent_default();
            act.emit(Action::Continue);
            return;
        }
        let Some(digit) = key.parse::<usize>().ok().filter(|it| *it <= DIGITS) else { return };
        if target.tag_name() == "SELECT" {
            return;
        }
        let beside = target.closest("fieldset").ok().flatten().map(|fieldset| fieldset.id());
        let asked = |index: QuestionIx| Some((index, content.guide.question(index)?));
        let of_the_focus = questions
            .iter()
            .filter_map(|index| asked(*index))
            .find(|(_, question)| beside.as_ref() == Some(&field::fieldset(question)));
        if let Some((index, question)) = of_the_focus.or(open.and_then(asked))
            && let Some((action, control)) = answer(index, question, digit)
        {
            event.prevent_default();
            act.emit(action);
            focus::near(event.unchecked_ref(), &control);
        }
    })
}

/// What a digit answers, and the id of its control.
fn answer(index: QuestionIx, question: &Question, digit: usize) -> Option<(Action, String)> {
    let place = match question.kind {
        Kind::Scale { .. } => digit,
        Kind::Choice | Kind::Choices => digit.checked_sub(1)?,
    };
    let control = field::control(question, place)?;
    let action = match question.kind {
        Kind::Scale { .. } => Action::Rate(index, u8::try_from(digit).ok()?),
        Kind::Choice => Action::Choose(index, place),
        Kind::Choices => Action::Toggle(index, place),
    };
    Some((action, control))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(id: &str) -> (QuestionIx, Question) {
        let guide = crate::content::guide().expect("the compiled content");
        let (index, question) = guide.question_by_id(id).expect("a question of this name");
        (index, question.clone())
    }

    #[test]
    fn one_is_the_first_option_and_there_is_none_beyond_the_last() {
        let (legs, question) = asked("legs");
        let (action, control) = answer(legs, &question, 2).expect("a second option");
        assert_eq!(action, Action::Choose(legs, 1));
        assert_eq!(control, format!("legs-{}", question.options[1].id));
        assert_eq!(answer(legs, &question, 0), None);
        assert_eq!(answer(legs, &question, question.options.len() + 1), None);
    }

    #[test]
    fn on_a_scale_a_digit_is_the_number_itself() {
        let (pain, question) = asked("pain-worst");
        assert_eq!(
            answer(pain, &question, 0),
            Some((Action::Rate(pain, 0), "pain-worst-0".to_owned()))
        );
    }
}
