//! The numbers from 0 to 10, with words at both ends.

use yew::prelude::*;

use super::context::Context;
use super::field::number_id;
use crate::engine::Action;
use crate::model::{Answer, Kind, Question, QuestionIx};

pub fn scale(context: &Context<'_>, index: QuestionIx, question: &Question) -> Html {
    let Kind::Scale { low, high } = question.kind else { return Html::default() };
    let chosen = context.state.response.get(index);
    html! {
        <div>
            <div class="scale__numbers">
                for value in 0..=Question::SCALE_MAX {
                    <div key={value} class="scale__number">
                        <input
                            type="radio"
                            class="scale__control"
                            id={number_id(question, value)}
                            name={question.id.clone()}
                            value={value.to_string()}
                            checked={chosen == Some(Answer::Value(value))}
                            onchange={context.on(Action::Rate(index, value))}
                        />
                        <label class="scale__label" for={number_id(question, value)}>
                            { value }
                            if value == 0 {
                                <span class="only-read">{ ": " }{ context.text(low) }</span>
                            } else if value == Question::SCALE_MAX {
                                <span class="only-read">{ ": " }{ context.text(high) }</span>
                            }
                        </label>
                    </div>
                }
            </div>
            <p class="scale__ends" aria-hidden="true">
                <span>{ context.text(low) }</span>
                { " " }
                <span>{ context.text(high) }</span>
            </p>
        </div>
    }
}
