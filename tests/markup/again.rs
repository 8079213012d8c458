//! The first screen of the re-check, rendered natively: what somebody wants to do again,
//! each with its name, and the way to call for help.

use std::rc::Rc;

use sciatica_check::content::{self, phrase};
use sciatica_check::model::{Day, Visit};
use sciatica_check::view::again::{Again, Opening};
use sciatica_check::view::rest::table;
use sciatica_check::view::{Clinic, Content};
use yew::prelude::*;

use crate::drawn::drawn;
use crate::html::parse;

#[component]
fn Begun() -> Html {
    let content: Rc<Content> = Content::compiled().unwrap();
    let day = Day { year: 2026, month: 11, day: 25 };
    let opening = Opening { visit: Visit::new("a".to_owned(), 0, day), told: None };
    html! {
        <Again
            check={content}
            {opening}
            rest={table()}
            region={None::<usize>}
            settle={Callback::noop()}
            clinic={Clinic::default()}
            own_page=false
            leave={Callback::noop()}
            clear={Callback::noop()}
        />
    }
}

#[test]
fn the_first_screen_of_the_re_check_asks_by_name_and_tells_how_to_call() {
    let root = parse(&drawn::<Begun>(()));
    let headings = root.tagged(&["h1"]);
    let words = content::words().unwrap();
    assert_eq!(headings.len(), 1);
    assert_eq!(headings[0].text(), words.text(phrase::AGAIN_NAME_TITLE));
    assert_eq!(headings[0].attribute("tabindex"), Some("-1"));
    let inputs = root.tagged(&["input"]);
    assert_eq!(inputs.len(), 3);
    for input in inputs {
        let id = input.attribute("id").unwrap();
        let labels = root.tagged(&["label"]);
        let named = labels.iter().filter(|label| label.attribute("for") == Some(id));
        assert_eq!(named.count(), 1, "{id}");
        assert!(root.by_id(input.attribute("aria-describedby").unwrap()).is_some());
        // What the browser knows of somebody is not offered here.
        assert_eq!(input.attribute("autocomplete"), Some("off"));
    }
    assert_eq!(root.classed("safety-net").len(), 1);
}
