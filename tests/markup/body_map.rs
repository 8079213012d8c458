//! The picture of the body: what it marks for which answers, that the list and
//! the legend say the same, and that nothing in it is in a reader's way.

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::Screen;
use sciatica_check::model::{Area, OnBody, Text};
use serde_json::json;

use crate::html::Element;
use crate::screens::{Shown, guide, screen_of, screens};

/// A picture has the low back and five more areas from the side, five of each leg and
/// the low back from behind.
const AREAS: usize = 17;

fn where_it_is(worst: &str, side: Option<&str>) -> Shown {
    let page = guide().pages().find(|(_, page)| page.id == "where").unwrap().0;
    screen_of(
        Screen::Page(page),
        json!({ "furthest-worst": worst, "side": side.unwrap_or("not-sure") }),
    )
}

fn result(changes: serde_json::Value) -> Shown {
    screen_of(Screen::Result, changes)
}

/// How many areas have this mark: all but those of the right leg, and those.
fn marked(root: &Element, mark: &str) -> [usize; 2] {
    let areas = root.tagged(&["g"]);
    let areas = areas.iter().filter(|it| it.has_class(&format!("body-map__area--{mark}")));
    let (right, other): (Vec<&&Element>, Vec<&&Element>) =
        areas.partition(|it| it.attribute("transform").is_some());
    [other.len(), right.len()]
}

fn first_picture(screen: &Shown) -> &Element {
    screen.root.classed("body-map")[0]
}

#[test]
fn an_answer_marks_its_area_and_faintly_all_above_it() {
    for (above, area) in Area::ALL.into_iter().enumerate() {
        for (side, left, right) in
            [(None, 0, 0), (Some("left"), 1, 0), (Some("right"), 0, 1), (Some("both"), 1, 1)]
        {
            let screen = where_it_is(area.wire(), side);
            let picture = first_picture(&screen);
            // The low back has no side; it is in both figures.
            let (furthest, reached) = match above {
                0 => ([2, 0], [0, 0]),
                _ => ([1 + left, right], [2 + (above - 1) * (1 + left), (above - 1) * right]),
            };
            assert_eq!(marked(picture, "furthest"), furthest, "{area:?} {side:?}");
            assert_eq!(marked(picture, "reached"), reached, "{area:?} {side:?}");
            let signs = picture.classed("body-map__sign--furthest").len();
            assert_eq!(signs, furthest[0] + furthest[1], "a sign, and not colour alone");
        }
    }
}

#[test]
fn nowhere_and_no_answer_mark_nothing() {
    let nowhere = where_it_is("nowhere", None);
    let blank = screens().iter().find(|it| it.name.ends_with("page where, blank")).unwrap();
    for screen in [&nowhere, blank] {
        assert_eq!(marked(first_picture(screen), "furthest"), [0, 0]);
        assert_eq!(marked(first_picture(screen), "reached"), [0, 0]);
    }
}

#[test]
fn what_can_be_pointed_at_stands_beside_a_list_that_says_the_same() {
    let mut pictures = 0;
    for screen in screens().iter().filter(|it| matches!(it.state.screen, Screen::Page(_))) {
        for fieldset in screen.root.tagged(&["fieldset"]) {
            let id = fieldset.attribute("id").unwrap().trim_end_matches("-question");
            let question = guide().question_by_id(id).unwrap().1;
            let says =
                |area| question.options.iter().any(|it| it.on_body == Some(OnBody::DownTo(area)));
            let expected = usize::from(Area::ALL.into_iter().all(says));
            assert_eq!(fieldset.classed("body-map").len(), expected, "{id}");
            assert_eq!(fieldset.classed("body-map__target").len(), AREAS * expected, "{id}");
            pictures += expected;
        }
    }
    assert!(pictures > 2, "only {pictures} pictures");
}

#[test]
fn the_picture_is_silent_and_takes_no_focus() {
    for screen in screens() {
        let hidden = screen.root.all();
        let hidden = hidden.iter().filter(|it| it.attribute("aria-hidden") == Some("true"));
        let silent: usize =
            hidden.map(|it| usize::from(it.tag == "svg") + it.tagged(&["svg"]).len()).sum();
        assert_eq!(silent, screen.root.tagged(&["svg"]).len(), "{}", screen.name);
        for picture in screen.root.classed("body-map") {
            let all = picture.all();
            let focus = all.iter().find(|it| {
                ["a", "button", "input"].contains(&it.tag.as_str())
                    || it.attribute("tabindex").is_some()
            });
            assert!(focus.is_none(), "{}: {focus:?}", screen.name);
        }
    }
}

fn says(text: Text) -> &'static str {
    content::words().unwrap().text(text)
}

fn legend(screen: &Shown) -> Vec<String> {
    screen.root.classed("body-map__entry").iter().map(|it| it.text()).collect()
}

#[test]
fn a_result_shows_where_to_work_in_the_picture_and_in_words() {
    let screen = result(json!({ "muscles": ["hamstring-tight"] }));
    // Low back, buttock and thigh: from the side once each, the low back from behind once.
    assert_eq!(marked(&screen.root, "work"), [6, 2]);
    assert_eq!(marked(&screen.root, "leave"), [0, 0]);
    assert_eq!(screen.root.classed("body-map__target").len(), 0, "nothing to tap");
    let unmarked = format!("{} {}", says(phrase::BODY_UNMARKED), says(phrase::BODY_ASK));
    let work = format!("{} Low back, Buttock, Thigh", says(phrase::BODY_WORK));
    assert_eq!(legend(&screen), [work, unmarked]);
}

#[test]
fn what_is_left_alone_wins_and_has_a_sign_of_its_own() {
    // No further than the low back: with a risk of clots, any leg is examined first.
    let low_back = json!({
        "furthest-worst": "low-back", "furthest-now": "low-back", "worst-place": "back",
        "muscles": ["hamstring-tight"], "cautions": ["clot-risk"],
    });
    let screen = result(low_back);
    assert_eq!(marked(&screen.root, "work"), [4, 1]);
    assert_eq!(marked(&screen.root, "leave"), [6, 3]);
    let picture = first_picture(&screen);
    assert_eq!(picture.classed("body-map__sign--work").len(), 5);
    assert_eq!(picture.classed("body-map__sign--leave").len(), 9);
    let leave = format!("{} Thigh, Knee, Calf or shin", says(phrase::BODY_LEAVE));
    assert_eq!(legend(&screen)[1], leave);
}

#[test]
fn without_massage_there_is_no_picture() {
    for changes in [
        json!({ "touch": "light-leg" }),
        json!({ "cautions": ["thinners"] }),
        json!({ "cautions": ["thinners", "clot-risk"] }),
        json!({ "illness": ["fever"] }),
    ] {
        let screen = result(changes);
        assert!(screen.root.classed("body-map").is_empty());
        assert!(legend(&screen).is_empty());
    }
}
