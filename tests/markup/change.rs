//! The picture of change, and what is kept: by name, without colour, and the same as a
//! table; and nothing offered before a browser says that it keeps things.

use sciatica_check::content::{self, phrase};
use sciatica_check::model::{Day, Record, Text};
use sciatica_check::view::Content;
use sciatica_check::view::chart::{Chart, Series, Visit, chart};
use sciatica_check::view::keeping::keeping;
use sciatica_check::view::storage::use_storage;
use yew::prelude::*;

use crate::drawn::drawn;
use crate::html::parse;

fn says(text: Text) -> &'static str {
    content::words().unwrap().text(text)
}

/// Nine visits a week apart: pain falls, moves up, one answer is missing, one setback.
fn example() -> Chart {
    let pain = [8, 7, 7, 9, 6, 5, 4, 4, 2].map(|it| Some((it, AttrValue::from(it.to_string()))));
    let places = ["Low back", "Buttock", "Thigh", "Knee", "Calf", "Foot"];
    let far = [0, 0, 1, 0, 1, 2, 3, 4, 4].map(|it: u16| {
        let place = places.iter().rev().nth(it.into()).unwrap();
        (it != 3).then(|| (it, AttrValue::from(*place)))
    });
    let first = Day { year: 2026, month: 11, day: 1 };
    let scale = [0, 5, 10].map(|it| (it, AttrValue::from(it.to_string())));
    let zones = (0..).zip(places.iter().rev()).map(|(at, name)| (at, AttrValue::from(*name)));
    let visit = |at: u16| Visit {
        label: first.after(7 * at).to_string()[5..].to_owned().into(),
        marked: at == 3,
    };
    Chart {
        title: "From visit to visit".into(),
        when: "Day".into(),
        mark: "Setback".into(),
        none: "–".into(),
        visits: (0..9).map(visit).collect(),
        series: vec![
            Series {
                title: "Leg pain".into(),
                note: "Lower is better.".into(),
                ticks: scale.into(),
                values: pain.into(),
            },
            Series {
                title: "Furthest point".into(),
                note: "Higher up is better.".into(),
                ticks: zones.collect(),
                values: far.into(),
            },
        ],
    }
}

#[component]
fn Example() -> Html {
    chart(&example())
}

#[test]
fn every_value_of_the_picture_stands_in_the_table() {
    let root = parse(&drawn::<Example>(()));
    let table = root.tagged(&["table"])[0];
    assert_eq!(table.tagged(&["caption"])[0].text(), "From visit to visit");
    let rows: Vec<Vec<String>> = table
        .tagged(&["tr"])
        .iter()
        .map(|row| row.tagged(&["th", "td"]).iter().map(|cell| cell.text()).collect())
        .collect();
    assert_eq!(rows[0], ["Day", "Leg pain", "Furthest point", "Setback"]);
    assert_eq!(rows.len(), 10, "a row a visit");
    assert_eq!(rows[1], ["11-01", "8", "Foot", "–"]);
    assert_eq!(rows[4], ["11-22", "9", "Foot", "Setback"]);
    assert_eq!(rows[7], ["12-13", "4", "–", "–"], "no answer is not an answer");
    for cell in table.tagged(&["th"]) {
        assert!(["col", "row"].contains(&cell.attribute("scope").unwrap()));
    }
}

#[test]
fn a_picture_has_a_name_says_its_values_and_needs_no_colour() {
    let root = parse(&drawn::<Example>(()));
    let pictures: Vec<_> = root
        .tagged(&["svg"])
        .into_iter()
        .filter(|it| it.attribute("role") == Some("img"))
        .collect();
    let names: Vec<_> = pictures.iter().map(|it| it.attribute("aria-label").unwrap()).collect();
    // The latest eight visits; the one without an answer is not said.
    assert_eq!(
        names[0],
        "Leg pain; 11-08: 7; 11-15: 7; 11-22: 9; 11-29: 6; 12-06: 5; 12-13: 4; 12-20: 4; 12-27: 2"
    );
    assert!(
        names[1].starts_with("Furthest point; 11-08: Foot; ") && !names[1].contains("12-13"),
        "{}",
        names[1]
    );
    for picture in &pictures {
        assert_eq!(picture.classed("chart__mark").len(), 1);
        assert_eq!(picture.classed("chart__sign").len(), 1, "a shape, not a colour");
        // The strokes are attributes: it is there without any style sheet.
        for line in picture.tagged(&["path"]).iter().filter(|it| !it.has_class("chart__dot")) {
            assert_eq!(line.attribute("stroke"), Some("currentColor"));
        }
    }
    // Seven answers, and a gap where there is none.
    let line = pictures[1].classed("chart__line")[0].attribute("d").unwrap();
    assert_eq!((line.matches('M').count(), line.matches('L').count()), (2, 5), "{line}");
    assert!(root.classed("chart__legend")[0].text().contains("Setback"));
}

#[component]
fn Kept() -> Html {
    let content = Content::compiled().unwrap();
    let offer = Callback::from(|()| Record::default());
    let storage = use_storage();
    keeping(&content, &storage, Some(offer))
}

#[test]
fn it_is_said_where_things_are_kept_before_anything_is() {
    let root = parse(&drawn::<Kept>(()));
    for text in [phrase::KEEP_OFFER_TEXT, phrase::KEEP_WHERE, phrase::KEEP_OFFER] {
        assert!(root.text().contains(says(text)), "{}", root.text());
    }
    // What there is to do with what is kept comes when something is.
    let hidden: Vec<_> =
        root.tagged(&["div"]).into_iter().filter(|it| it.attribute("hidden").is_some()).collect();
    assert!(hidden[0].text().contains(says(phrase::KEEP_CLEAR_NOW)), "{}", hidden[0].text());
    // What comes of a button is heard.
    let said = root.classed("keeping__said")[0];
    assert_eq!((said.attribute("role"), said.text().as_str()), (Some("status"), ""));
    for field in root.tagged(&["input", "select"]) {
        let id = field.attribute("id").unwrap();
        let labels = root.tagged(&["label"]);
        let labels = labels.iter().filter(|it| it.attribute("for") == Some(id));
        assert_eq!(labels.count(), 1, "{id}");
    }
}
