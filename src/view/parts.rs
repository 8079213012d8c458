//! Small parts that several screens share.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::Context;
use crate::content::phrase;
use crate::engine::{Action, Landing, Screen};
use crate::model::{Answer, OptionSet, Question, Text, Witness};

/// The heading of a screen. It takes the focus when the screen is new.
/// `severity` is read out before it, and not shown: the card shows it.
pub fn heading(context: &Context<'_>, text: AttrValue, severity: Option<Text>) -> Html {
    html! {
        <h1 class="heading" tabindex="-1" ref={context.lands(Landing::Heading)}>
            if let Some(severity) = severity {
                <span class="severity">{ context.text(severity) }<span class="only-read">{ ": " }</span></span>
            }
            { text }
        </h1>
    }
}

/// A button that does one thing.
pub fn button(context: &Context<'_>, class: &'static str, label: Text, action: Action) -> Html {
    html! {
        <button type="button" class={classes!("button", class)} onclick={context.on(action)}>
            { context.text(label) }
        </button>
    }
}

/// "Call 999": a link that dials, or words where the number is not known.
pub fn call(context: &Context<'_>) -> Html {
    let label = context.text(phrase::EMERGENCY_CALL);
    let number = context.region().and_then(|region| region.emergency.as_deref());
    html! {
        <p class="call">
            if let Some(number) = number {
                <a class="button button--call" href={tel(number)}>{ label }</a>
            } else {
                <strong>{ label }</strong>
            }
            { " " }
            <span>{ context.text(phrase::EMERGENCY_OR_GO) }</span>
        </p>
    }
}

/// "Call NHS 111", where there is such a line.
pub fn call_advice(context: &Context<'_>) -> Html {
    let line = context.region().and_then(|region| region.advice.as_ref());
    html! {
        <>
            if let Some(line) = line {
                <p class="call">
                    <a class="button button--call" href={tel(&line.number)}>
                        { context.text(phrase::RESULT_CALL_ADVICE) }
                    </a>
                </p>
            }
        </>
    }
}

fn tel(number: &str) -> String {
    format!("tel:{}", number.replace(' ', ""))
}

/// A link that leaves the check. A page opens beside it, so that no answer is lost, and
/// the link says so; a telephone or a letter does not.
pub fn link_out(context: &Context<'_>, address: &str, class: &'static str, label: Html) -> Html {
    let page = address.starts_with("https:");
    html! {
        <a
            href={address.to_owned()}
            class={(!class.is_empty()).then_some(class)}
            target={page.then_some("_blank")}
            rel={page.then_some("noopener noreferrer")}
        >
            { label }
            if page {
                <span class="only-read">{ " (" }{ context.text(phrase::LINK_NEW_TAB) }{ ")" }</span>
            }
        </a>
    }
}

/// Asks where the person is, to show the right numbers.
pub fn region(context: &Context<'_>) -> Html {
    let settle = context.settle.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>()
            && let Ok(index) = select.value().parse()
        {
            settle.emit(index);
        }
    });
    let unconfirmed =
        context.region.is_some() && context.region().is_some_and(|region| !region.confirmed);
    let unknown = context.region().is_some_and(|region| region.emergency.is_none());
    html! {
        <div class="region">
            <label for="region" class="region__label">{ context.text(phrase::REGION_LABEL) }</label>
            { " " }
            <span id="region-hint" class="hint">{ context.text(phrase::REGION_HINT) }</span>
            <select id="region" class="region__select" aria-describedby="region-hint" {onchange}>
                if context.region.is_none() {
                    <option key="none" value="" selected=true>{ context.text(phrase::REGION_CHOOSE) }</option>
                }
                for (index, region) in context.guide().regions.iter().enumerate() {
                    <option key={region.id.clone()} value={index.to_string()} selected={context.region == Some(index)}>
                        { context.text(region.name) }
                    </option>
                }
            </select>
            <p class="region__note" role="status">
                if unknown {
                    { context.text(phrase::EMERGENCY_UNKNOWN_NUMBER) }
                } else if unconfirmed {
                    { context.text(phrase::EMERGENCY_UNCONFIRMED) }
                }
            </p>
        </div>
    }
}

/// The emergency signs, as everybody should know them.
pub fn emergency_signs(context: &Context<'_>) -> Html {
    const SIGNS: [Text; 5] = [
        phrase::EMERGENCY_SIGN_SADDLE,
        phrase::EMERGENCY_SIGN_BLADDER,
        phrase::EMERGENCY_SIGN_LEGS,
        phrase::EMERGENCY_SIGN_FOOT,
        phrase::EMERGENCY_SIGN_CHEST,
    ];
    html! {
        <>
            <ul class="signs">
                for sign in SIGNS {
                    <li key={sign.0}>{ context.text(sign) }</li>
                }
            </ul>
            <p class="signs__today">
                <strong>{ context.text(phrase::EMERGENCY_TODAY_TITLE) }</strong>
                { " " }
                { context.text(phrase::EMERGENCY_TODAY) }
            </p>
        </>
    }
}

/// The emergency words at the foot of every page, folded.
pub fn safety_net(context: &Context<'_>) -> Html {
    html! {
        <aside class="safety-net" aria-label={context.text(phrase::EMERGENCY_FOOTER_TITLE)}>
            <details>
                <summary>{ context.text(phrase::EMERGENCY_FOOTER_TITLE) }</summary>
                { emergency_signs(context) }
            </details>
            { call(context) }
        </aside>
    }
}

/// The labels of the chosen options, or the number; nothing without an answer.
pub fn answer(
    context: &Context<'_>,
    question: &Question,
    answer: Option<Answer>,
) -> Vec<AttrValue> {
    match answer {
        None => Vec::new(),
        Some(Answer::Value(value)) => {
            vec![AttrValue::from(format!("{value} / {}", Question::SCALE_MAX))]
        }
        Some(Answer::Options(set)) => {
            chosen(question, set).map(|option| context.text(option.label)).collect()
        }
    }
}

fn chosen(
    question: &Question,
    set: OptionSet,
) -> impl Iterator<Item = &crate::model::AnswerOption> {
    let options = question.options.iter().enumerate();
    options.filter(move |(index, _)| set.has(*index)).map(|(_, option)| option)
}

/// The way to forget everything, folded: on every page, and never by a slip.
pub fn clear(context: &Context<'_>) -> Html {
    html! {
        <details class="clear">
            <summary>{ context.text(phrase::CLEAR_TITLE) }</summary>
            <p>{ context.text(phrase::CLEAR_TEXT) }</p>
            { button(context, "button--secondary", phrase::CLEAR_NOW, Action::Clear) }
        </details>
    }
}

/// "You told us": the answers that something rests on. On the result each can
/// be changed from here.
pub fn because(context: &Context<'_>, witnesses: &[Witness]) -> Html {
    let told = witnesses.iter().filter_map(|witness| {
        let question = context.question(witness.question)?;
        let answers = answer(context, question, witness.answer);
        let answers = match answers.is_empty() {
            true => context.text(phrase::WHY_NO_ANSWER).to_string(),
            false => answers.join("; "),
        };
        Some((witness.question, question, answers))
    });
    html! {
        <ul>
            for (index, question, answers) in told {
                <li key={question.id.clone()}>
                    <span>{ context.text(question.short) }</span>
                    { ": " }
                    { answers }
                    if context.state.screen == Screen::Result && context.guide().asks(index) {
                        { " " }
                        { change(context, question, Action::Edit(index), None) }
                    }
                </li>
            }
        </ul>
    }
}

/// "Change", with the name of the question for those who only hear it.
pub fn change(
    context: &Context<'_>,
    question: &Question,
    action: Action,
    landing: Option<Landing>,
) -> Html {
    let focus = landing.map(|landing| context.lands(landing)).unwrap_or_default();
    html! {
        <button type="button" class="button button--link" ref={focus} onclick={context.on(action)}>
            { context.text(phrase::REVIEW_CHANGE) }
            <span class="only-read">{ ": " }{ context.text(question.short) }</span>
        </button>
    }
}
