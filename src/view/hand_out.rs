//! A button that hands something to the person: to the printer, the clipboard,
//! the system's share sheet, or a file on their device. What cannot be done is
//! said beside it.

use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::{JsFuture, spawn_local};
use web_sys::{Blob, BlobPropertyBag, Element, HtmlAnchorElement, ShareData, Url, Window};
use yew::prelude::*;

use super::printer;
use super::text_nodes::keyed_by_text;
use crate::handover;
use crate::model::Day;

/// How many days until it is time to check again.
const AGAIN: u16 = 7;

/// How something is handed over.
#[derive(Clone, PartialEq)]
pub enum Way {
    /// An element to the printer, by itself.
    Print(NodeRef),
    /// Text to the clipboard.
    Copy(AttrValue),
    /// A title and text to whatever the system offers.
    Share(AttrValue, AttrValue),
    /// A file: its name, its type and what is in it.
    Save(&'static str, &'static str, AttrValue),
    /// A reminder to check again, for a calendar: its title and a note.
    Remind(AttrValue, AttrValue),
}

#[derive(Clone, PartialEq, Properties)]
pub struct Props {
    pub label: AttrValue,
    pub done: AttrValue,
    pub failed: AttrValue,
    pub way: Way,
}

/// The button. Beside it stands what came of it, for eyes and ears.
#[component]
pub fn Button(props: &Props) -> Html {
    let came_of_it = use_state(|| None);
    // Not every system has a share sheet; then there is no button for it.
    let shares = matches!(props.way, Way::Share(..));
    let offered = use_state(|| !shares);
    use_effect_with(shares, {
        let offered = offered.clone();
        move |shares| offered.set(!shares || can_share())
    });
    let onclick = {
        let (way, came_of_it) = (props.way.clone(), came_of_it.clone());
        Callback::from(move |_| {
            let (way, came_of_it) = (way.clone(), came_of_it.clone());
            spawn_local(async move {
                let result = hand_out(way).await;
                came_of_it.set(Some(result.is_ok()));
            });
        })
    };
    let said = came_of_it.map(|done| if done { &props.done } else { &props.failed });
    keyed_by_text(html! {
        <div class="hand-out" hidden={!*offered}>
            <button type="button" class="button button--secondary" {onclick}>{ &props.label }</button>
            <span class="hand-out__said" role="status">
                if let Some(said) = said {
                    <span>{ said }</span>
                }
            </span>
        </div>
    })
}

async fn hand_out(way: Way) -> Result<(), JsValue> {
    let window = web_sys::window().ok_or(JsValue::NULL)?;
    match way {
        Way::Print(paper) => {
            printer::print(&window, &paper.cast::<Element>().ok_or(JsValue::NULL)?)
        }
        Way::Copy(text) => {
            JsFuture::from(window.navigator().clipboard().write_text(&text)).await.map(drop)
        }
        Way::Share(title, text) => {
            let data = ShareData::new();
            data.set_title(&title);
            data.set_text(&text);
            JsFuture::from(window.navigator().share_with_data(&data)).await.map(drop)
        }
        Way::Save(name, kind, text) => save(&window, name, kind, &text),
        Way::Remind(title, note) => {
            let file = handover::reminder(today(), today().after(AGAIN), &title, &note);
            save(&window, "sciatica-check.ics", "text/calendar", &file)
        }
    }
}

fn can_share() -> bool {
    let navigator = web_sys::window().map(|window| window.navigator());
    let has = |it: &web_sys::Navigator| js_sys::Reflect::has(it, &JsValue::from_str("share"));
    navigator.is_some_and(|it| has(&it).unwrap_or(false))
}

/// Saves a file as if the person had followed a link to it.
fn save(window: &Window, name: &str, kind: &str, text: &str) -> Result<(), JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type(kind);
    let parts = js_sys::Array::of1(&JsValue::from_str(text));
    let blob = Blob::new_with_str_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let document = window.document().ok_or(JsValue::NULL)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Url::revoke_object_url(&address)
}

/// Today, by the clock of the device.
pub fn today() -> Day {
    let now = js_sys::Date::new_0();
    Day {
        year: now.get_full_year() as u16,
        month: now.get_month() as u8 + 1,
        day: now.get_date() as u8,
    }
}
