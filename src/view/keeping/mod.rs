//! What is kept on the device, for the person to see, save, add to and clear. What
//! cannot be done is said, and why.

mod file;
mod words;

use wasm_bindgen::JsCast;
use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::Content;
use super::hand_out::{self, Way};
use super::storage::Storage;
use crate::content::phrase;
use crate::model::{Record, Text};
use crate::record;
use words::{filled, refused, said, why};

/// The file of a record, and its type.
const FILE: &str = "sciatica-check.record.json";
const JSON: &str = "application/json";
/// After so many months a visit may be forgotten.
const MONTHS: [u8; 4] = [3, 6, 12, 24];

/// What the box is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    /// The words.
    pub content: std::rc::Rc<Content>,
    /// What is kept.
    pub storage: Storage,
}

/// What the offer is drawn from.
#[derive(Clone, PartialEq, Properties)]
pub struct OfferProps {
    /// The words.
    pub content: std::rc::Rc<Content>,
    /// What is kept.
    pub storage: Storage,
    /// What is to be kept, made when the button is pressed.
    pub record: Callback<(), Record>,
}

/// Offers to keep something. Nothing is kept before the button is pressed.
#[component]
pub fn Offer(props: &OfferProps) -> Html {
    let came_of_it = use_state(AttrValue::default);
    let words = &props.content.words;
    let onclick = {
        let (props, came_of_it) = (props.clone(), came_of_it.clone());
        move |_: MouseEvent| {
            let words = &props.content.words;
            came_of_it.set(match props.storage.keep(&props.record.emit(())) {
                Ok(()) => said(words, phrase::KEEP_DONE),
                Err(why) => refused(words, why),
            });
        }
    };
    html! {
        <div class="keeping">
            <p>{ words.text(phrase::KEEP_OFFER_TEXT) }</p>
            <p class="hint">{ words.text(phrase::KEEP_WHERE) }</p>
            if props.storage.blocked() {
                <p class="keeping__trouble">{ words.text(phrase::KEEP_BLOCKED) }</p>
            } else {
                <button type="button" class="button button--secondary" {onclick}>{ words.text(phrase::KEEP_OFFER) }</button>
            }
            <p class="keeping__said" role="status">{ &*came_of_it }</p>
        </div>
    }
}

/// All that is kept, and the ways to deal with it.
#[component]
pub fn Keeping(props: &Props) -> Html {
    let came_of_it = use_state(AttrValue::default);
    let words = &props.content.words;
    let kept = props.storage.kept();
    let number = kept.record.visits().len().to_string();
    let tell = {
        let came_of_it = came_of_it.clone();
        Callback::from(move |said: AttrValue| came_of_it.set(said))
    };
    let clear = {
        let (props, tell) = (props.clone(), tell.clone());
        move |_: MouseEvent| {
            props.storage.clear();
            tell.emit(said(&props.content.words, phrase::KEEP_CLEARED));
        }
    };
    html! {
        <div class="keeping">
            if props.storage.blocked() {
                <p class="keeping__trouble">{ words.text(phrase::KEEP_BLOCKED) }</p>
            }
            <p>{ filled(words, phrase::KEEP_COUNT, &[("number", &number)]) }</p>
            <p class="hint">{ words.text(phrase::KEEP_WHERE) }</p>
            <ul class="keeping__aside" hidden={kept.aside.is_empty()}>
                for (name, aside) in &kept.aside {
                    <li key={name.clone()}>
                        <span>{ filled(words, phrase::KEEP_ASIDE, &[("why", words.text(why(aside.why)))]) }</span>
                        { save(props, phrase::KEEP_ASIDE_SAVE, aside.text.clone()) }
                    </li>
                }
            </ul>
            <div class="keeping__ways">
                { save(props, phrase::KEEP_SAVE, record::text(&kept.record)) }
                <file::Add content={props.content.clone()} storage={props.storage.clone()} tell={tell.clone()} />
            </div>
            { forgetting(props, &tell) }
            <p class="keeping__said" role="status">{ &*came_of_it }</p>
            <details class="clear">
                <summary>{ words.text(phrase::KEEP_CLEAR_TITLE) }</summary>
                <p>{ words.text(phrase::KEEP_CLEAR_TEXT) }</p>
                <button type="button" class="button button--secondary" onclick={clear}>{ words.text(phrase::KEEP_CLEAR_NOW) }</button>
            </details>
        </div>
    }
}

fn save(props: &Props, label: Text, text: String) -> Html {
    let words = &props.content.words;
    html! {
        <hand_out::Button
            label={words.text(label)}
            done={words.text(phrase::TAKE_DONE)}
            failed={words.text(phrase::TAKE_FAILED)}
            way={Way::Save(FILE, JSON, text.into())}
        />
    }
}

/// How long a visit is kept.
fn forgetting(props: &Props, tell: &Callback<AttrValue>) -> Html {
    let words = &props.content.words;
    let chosen = props.storage.kept().record.own.forget_after;
    let onchange = {
        let (props, tell) = (props.clone(), tell.clone());
        move |event: Event| {
            let select = event.target().and_then(|it| it.dyn_into::<HtmlSelectElement>().ok());
            let Some(months) = select.map(|select| select.value().parse().ok()) else { return };
            let mut record = Record::default();
            record.own = props.storage.kept().record.own.clone();
            record.own.revision = record.own.revision.saturating_add(1);
            record.own.forget_after = months;
            let words = &props.content.words;
            tell.emit(match props.storage.keep(&record) {
                Ok(()) => said(words, phrase::KEEP_DONE),
                Err(why) => refused(words, why),
            });
        }
    };
    html! {
        <p class="keeping__forget">
            <label for="keep-forget">{ words.text(phrase::KEEP_FORGET) }</label>
            { " " }
            <select id="keep-forget" class="region__select" {onchange}>
                <option key="never" value="" selected={chosen.is_none()}>{ words.text(phrase::KEEP_FORGET_NEVER) }</option>
                for months in MONTHS {
                    <option key={months} value={months.to_string()} selected={chosen == Some(months)}>
                        { filled(words, phrase::KEEP_FORGET_MONTHS, &[("months", &months.to_string())]) }
                    </option>
                }
            </select>
        </p>
    }
}
