//! Small parts that several screens share.

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::context::Context;
use super::element::{El, el, several};
use crate::content::phrase;
use crate::engine::{Action, Landing};
use crate::model::{Answer, OptionSet, Question, Text};

/// The heading of a screen. It takes the focus when the screen is new.
/// `severity` is read out before it, and not shown: the card shows it.
pub fn heading(context: &Context<'_>, text: AttrValue, severity: Option<Text>) -> El {
    let severity = severity.map(|severity| {
        let colon = el("span").class("only-read").text(": ");
        el("span").class("severity").say(context, severity).add(colon)
    });
    el("h1")
        .class("heading")
        .tabindex("-1")
        .node(context.lands(Landing::Heading))
        .maybe(severity)
        .text(text)
}

/// A button that does one thing.
pub fn button(context: &Context<'_>, class: &'static str, label: Text, action: Action) -> El {
    let class = ["button", class].join(" ");
    el("button").kind("button").class(class).on_click(context.on(action)).say(context, label)
}

/// "Call 999, or go to A&E."
pub fn call(context: &Context<'_>) -> El {
    call_now(context).text(" ").add(el("span").say(context, phrase::EMERGENCY_OR_GO))
}

/// "Call 999": a link that dials, or words where the number is not known. Where the advice
/// beside it says whether to go somewhere, nothing else does.
pub fn call_now(context: &Context<'_>) -> El {
    let number = context.region().and_then(|region| region.emergency.as_deref());
    let call = match number {
        Some(number) => el("a").class("button button--call").href(tel(number)),
        None => el("strong"),
    };
    el("p").class("call").add(call.say(context, phrase::EMERGENCY_CALL))
}

/// "Call NHS 111", where there is such a line.
pub fn call_advice(context: &Context<'_>) -> El {
    let line = context.region().and_then(|region| region.advice.as_ref());
    several().maybe(line.map(|line| {
        let call = el("a").class("button button--call").href(tel(&line.number));
        el("p").class("call").add(call.say(context, phrase::NOTICE_CALL_ADVICE))
    }))
}

fn tel(number: &str) -> String {
    ["tel:", &number.replace(' ', "")].concat()
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
pub fn region(context: &Context<'_>) -> El {
    let settle = context.settle.clone();
    let onchange = Callback::from(move |event: Event| {
        if let Some(select) = event.target_dyn_into::<HtmlSelectElement>()
            && let Ok(index) = select.value().parse()
        {
            settle.emit(index);
        }
    });
    let told = context.region;
    let none = told.is_none().then(|| {
        el("option").key("none").value("").selected("selected").say(context, phrase::REGION_CHOOSE)
    });
    let regions = context.guide().regions.iter().enumerate().map(|(index, region)| {
        let selected = (told == Some(index)).then_some("selected");
        let option = el("option").key(&region.id).value(index.to_string()).selected(selected);
        option.translate("no").say(context, region.name)
    });
    let note = context.region().and_then(|region| match region.emergency {
        None => Some(phrase::EMERGENCY_UNKNOWN_NUMBER),
        Some(_) if told.is_some() && !region.confirmed => Some(phrase::EMERGENCY_UNCONFIRMED),
        Some(_) => None,
    });
    let label = el("label").label_for("region").class("region__label");
    // The blank in an element of its own text: beside a text, none could change alone.
    let hint = el("span").id("region-hint").class("hint").text(" ");
    let select = el("select")
        .id("region")
        .class("region__select")
        .aria_describedby("region-hint")
        .on_change(onchange)
        .each(none.into_iter().chain(regions));
    let note = note.map(|note| el("span").say(context, note));
    el("div")
        .class("region")
        .add(label.say(context, phrase::REGION_LABEL))
        .add(hint.say(context, phrase::REGION_HINT))
        .add(select)
        .add(el("p").class("region__note").role("status").maybe(note))
}

/// The emergency signs, as everybody should know them.
pub fn emergency_signs(context: &Context<'_>) -> El {
    const SIGNS: [Text; 5] = [
        phrase::EMERGENCY_SIGN_SADDLE,
        phrase::EMERGENCY_SIGN_BLADDER,
        phrase::EMERGENCY_SIGN_LEGS,
        phrase::EMERGENCY_SIGN_FOOT,
        phrase::EMERGENCY_SIGN_CHEST,
    ];
    let signs = SIGNS.iter().map(|sign| el("li").key(&sign.0.to_string()).say(context, *sign));
    let today = el("p")
        .class("signs__today")
        .add(el("strong").say(context, phrase::EMERGENCY_TODAY_TITLE))
        .text(" ")
        .say(context, phrase::EMERGENCY_TODAY);
    several().add(el("ul").class("signs").each(signs)).add(today)
}

/// The emergency words at the foot of every page, folded.
pub fn safety_net(context: &Context<'_>) -> El {
    let title = phrase::EMERGENCY_FOOTER_TITLE;
    let folded = el("details").add(el("summary").say(context, title)).add(emergency_signs(context));
    el("aside").class("safety-net").aria_label(context.text(title)).add(folded).add(call(context))
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
pub fn clear(context: &Context<'_>) -> El {
    el("details")
        .class("clear")
        .add(el("summary").say(context, phrase::CLEAR_TITLE))
        .add(el("p").say(context, phrase::CLEAR_TEXT))
        .add(button(context, "button--secondary", phrase::CLEAR_NOW, Action::Clear))
}

/// "Change", with the name of the question for those who only hear it.
pub fn change(
    context: &Context<'_>,
    question: &Question,
    action: Action,
    landing: Option<Landing>,
) -> El {
    let change = context.text(phrase::REVIEW_CHANGE);
    let name = [&change, ": ", &context.text(question.short)].concat();
    el("button")
        .kind("button")
        .class("button button--link")
        .aria_label(name)
        .node(landing.map(|landing| context.lands(landing)).unwrap_or_default())
        .on_click(context.on(action))
        .text(change)
}
