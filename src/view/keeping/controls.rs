//! The buttons and fields of the box.

use web_sys::{HtmlInputElement, HtmlSelectElement};
use yew::prelude::*;

use super::Do;
use super::words::{filled, why};
use crate::content::phrase;
use crate::model::{Record, Text, Words};
use crate::record::{self, Kept};
use crate::view::hand_out::{self, Way};
use crate::view::storage::Storage;

/// The file of a record, and its type.
const FILE: &str = "sciatica-check.record.json";
const JSON: &str = "application/json";
/// After so many months a visit may be forgotten.
const MONTHS: [u8; 4] = [3, 6, 12, 24];

/// An offer to keep something, if there is something; and what is kept, if anything is.
pub fn controls(
    words: &Words<'static>,
    storage: &Storage,
    offer: Option<&Callback<(), Record>>,
    act: &Callback<Do>,
) -> Html {
    let blocked = storage.blocked();
    html! {
        <div class="keeping">
            if blocked {
                <p class="keeping__trouble">{ words.text(phrase::KEEP_BLOCKED) }</p>
                if let Some(offer) = offer {
                    { save(words, phrase::KEEP_SAVE_THESE, record::text(&offer.emit(()))) }
                }
            } else if offer.is_some() {
                <p>{ words.text(phrase::KEEP_OFFER_TEXT) }</p>
                { button(words, phrase::KEEP_OFFER, act.reform(|_| Do::Keep)) }
            }
            <p class="keeping__said" role="status">
                if !storage.said().is_empty() {
                    <span>{ storage.said() }</span>
                }
            </p>
            <p class="hint">{ words.text(phrase::KEEP_WHERE) }</p>
            <div hidden={!storage.in_use()}>{ kept(words, storage.kept(), act) }</div>
            <label for="keep-file">{ words.text(phrase::KEEP_ADD) }</label>
            <p id="keep-file-hint" class="hint">{ words.text(phrase::KEEP_ADD_HINT) }</p>
            <input id="keep-file" class="keeping__file" type="file" accept=".json,application/json" aria-describedby="keep-file-hint" onchange={on(act, chosen)} />
        </div>
    }
}

fn kept(words: &Words<'static>, kept: &Kept, act: &Callback<Do>) -> Html {
    let number = kept.record.visits().len().to_string();
    let after = kept.record.own.forget_after;
    let choices = [None].into_iter().chain(MONTHS.map(Some));
    html! {
        <>
            <p>{ filled(words, phrase::KEEP_COUNT, &[("number", &number)]) }</p>
            if !kept.aside.is_empty() {
                <ul class="keeping__aside">
                    for (name, aside) in &kept.aside {
                        <li key={name.clone()}>
                            { filled(words, phrase::KEEP_ASIDE, &[("why", words.text(why(aside.why)))]) }
                            { save(words, phrase::KEEP_ASIDE_SAVE, aside.text.clone()) }
                        </li>
                    }
                </ul>
            }
            { save(words, phrase::KEEP_SAVE, record::text(&kept.record)) }
            <p>
                <label for="keep-forget">{ words.text(phrase::KEEP_FORGET) }</label>
                { " " }
                <select id="keep-forget" class="region__select" onchange={on(act, months)}>
                    for it in choices {
                        <option key={it.unwrap_or(0)} value={it.map_or(AttrValue::default(), |it| it.to_string().into())} selected={it == after}>
                            { it.map_or(words.text(phrase::KEEP_FORGET_NEVER).into(), |it| filled(words, phrase::KEEP_FORGET_MONTHS, &[("months", &it.to_string())])) }
                        </option>
                    }
                </select>
            </p>
            <details class="clear">
                <summary>{ words.text(phrase::KEEP_CLEAR_TITLE) }</summary>
                <p>{ words.text(phrase::KEEP_CLEAR_TEXT) }</p>
                { button(words, phrase::KEEP_CLEAR_NOW, act.reform(|_| Do::Clear)) }
            </details>
        </>
    }
}

fn on(act: &Callback<Do>, what: fn(Event) -> Option<Do>) -> Callback<Event> {
    let act = act.clone();
    Callback::from(move |event| what(event).into_iter().for_each(|it| act.emit(it)))
}

/// The file that was chosen.
fn chosen(event: Event) -> Option<Do> {
    let input = event.target_dyn_into::<HtmlInputElement>()?;
    let file = input.files()?.get(0)?;
    // The same file may be chosen again.
    input.set_value("");
    Some(Do::Add(file))
}

fn months(event: Event) -> Option<Do> {
    Some(Do::Forget(event.target_dyn_into::<HtmlSelectElement>()?.value().parse().ok()))
}

fn button(words: &Words<'static>, label: Text, onclick: Callback<MouseEvent>) -> Html {
    html! {
        <button type="button" class="button button--secondary" {onclick}>{ words.text(label) }</button>
    }
}

fn save(words: &Words<'static>, label: Text, text: String) -> Html {
    html! {
        <hand_out::Button
            label={words.text(label)}
            done={words.text(phrase::TAKE_DONE)}
            failed={words.text(phrase::TAKE_FAILED)}
            way={Way::Save(FILE, JSON, text.into())}
        />
    }
}
