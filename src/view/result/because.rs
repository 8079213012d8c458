//! "You told us": the answers that something rests on, and what was worked out from answers.

use yew::prelude::*;

use crate::content::phrase;
use crate::engine::{Action, Screen};
use crate::model::{Question, QuestionIx, Witness};
use crate::view::context::Context;
use crate::view::parts;

/// What the person has told, under its title; and apart from it what nobody was asked.
pub fn because(context: &Context<'_>, witnesses: &[Witness], titled: bool) -> Html {
    let asked = |it: &&Witness| context.guide().asks(it.question);
    let (told, worked_out): (Vec<_>, Vec<_>) = witnesses.iter().partition(asked);
    html! {
        <>
            { list(context, &told, titled.then_some(phrase::WHY_BECAUSE)) }
            { list(context, &worked_out, Some(phrase::WHY_WORKED_OUT)) }
        </>
    }
}

/// Whether the person was asked for any of it.
pub fn is_told(context: &Context<'_>, witnesses: &[Witness]) -> bool {
    witnesses.iter().any(|it| context.guide().asks(it.question))
}

fn list(context: &Context<'_>, witnesses: &[&Witness], title: Option<crate::model::Text>) -> Html {
    let rows = witnesses.iter().filter_map(|it| row(context, it));
    let rows: Vec<_> = rows.collect();
    let title = title.filter(|_| !rows.is_empty());
    html! {
        <div>
            if let Some(title) = title {
                <p>{ context.text(title) }{ ":" }</p>
            }
            if !rows.is_empty() {
                <ul>
                    for (index, question, answers) in rows {
                        <li key={question.id.clone()}>
                            <span>{ context.text(question.short) }</span>
                            { ": " }
                            { answers }
                            if context.state.screen == Screen::Result && context.guide().asks(index) {
                                { " " }
                                { parts::change(context, question, Action::Edit(index), None) }
                            }
                        </li>
                    }
                </ul>
            }
        </div>
    }
}

fn row<'a>(context: &Context<'a>, witness: &Witness) -> Option<(QuestionIx, &'a Question, String)> {
    let question = context.question(witness.question)?;
    let answers = parts::answer(context, question, witness.answer);
    let asked = context.guide().asks(witness.question);
    match answers.is_empty() {
        // Asked, and passed over. What nobody was asked has no answer to miss.
        true if asked => {
            Some((witness.question, question, context.text(phrase::WHY_NO_ANSWER).to_string()))
        }
        true => None,
        false => Some((witness.question, question, answers.join("; "))),
    }
}
