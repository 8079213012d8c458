//! Pointing at the picture of the body, and choosing from the list beside it.

use fantoccini::Locator;

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::{Visit, Visitor};

stories! {
    the_picture_and_the_list_are_one_answer,
    a_finger_finds_every_area_on_a_small_phone,
    the_result_shows_where_a_therapist_may_work,
}

/// What a finger needs, in pixels, both ways.
const TARGET: f64 = 44.0;

/// Where the figures are, by parts of the picture's width.
const LEFT: f64 = 0.2;
const RIGHT: f64 = 0.4;
const FROM_THE_SIDE: f64 = 0.8;
/// How far down the areas are, by parts of its height.
const LOW_BACK: f64 = 0.1;
const THIGH: f64 = 0.47;
const KNEE: f64 = 0.63;
const CALF: f64 = 0.77;
const FOOT: f64 = 0.95;

async fn comes_to_the_page(engine: Engine, window: (u32, u32)) -> Visitor {
    let mut visitor = Visitor::comes_by(Visit { window, ..Visit::by(engine) }).await;
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "furthest-worst").await;
    visitor
}

impl Visitor {
    /// Taps what lies here in the picture of a question.
    async fn taps(&self, question: &str, across: f64, down: f64) {
        let script = "
            const [question, across, down] = arguments;
            const own = document.getElementById(question + '-question');
            const box = own.querySelector('.body-map__picture').getBoundingClientRect();
            const [x, y] = [box.x + across * box.width, box.y + down * box.height];
            const all = [...document.querySelectorAll('.body-map__target')];
            return all.findIndex((it) => {
                const area = it.getBoundingClientRect();
                return own.contains(it) && area.left <= x && x < area.right && area.top <= y && y < area.bottom;
            });
        ";
        let at = vec![question.into(), across.into(), down.into()];
        let place = self.script_of(script, at).await.as_u64().expect("something to tap there");
        let targets = self.browser.page.find_all(Locator::Css(".body-map__target")).await.unwrap();
        targets[usize::try_from(place).unwrap()].click().await.unwrap();
    }

    /// Every area of a question's picture is as large as a finger needs.
    async fn finds_each_area_large_enough(&self, question: &str) {
        let script = "
            const own = document.getElementById(arguments[0] + '-question');
            return [...own.querySelectorAll('.body-map__target')]
                .map((it) => it.getBoundingClientRect()).map((it) => [it.width, it.height]);
        ";
        let sizes = self.script_of(script, vec![question.into()]).await;
        let sizes: Vec<(f64, f64)> = serde_json::from_value(sizes).unwrap();
        assert_eq!(sizes.len(), 17);
        let small: Vec<_> = sizes.iter().filter(|it| it.0 < TARGET || it.1 < TARGET).collect();
        assert!(small.is_empty(), "{small:?}");
    }

    /// The picture of a question has so many areas with this mark.
    async fn sees_marked(&self, question: &str, mark: &str, count: usize) {
        let script = "
            const [question, mark] = arguments;
            return document.querySelectorAll(`#${question}-question .body-map__area--${mark}`).length;
        ";
        let seen = self.script_of(script, vec![question.into(), mark.into()]).await;
        assert_eq!(seen, count, "{mark} in {question}");
    }
}

async fn the_picture_and_the_list_are_one_answer(engine: Engine) {
    let mut visitor = comes_to_the_page(engine, (1024, 800)).await;
    visitor.sees_marked("furthest-worst", "furthest", 0).await;

    // From the picture to the list: how far down, and on which side.
    visitor.taps("furthest-worst", LEFT, CALF).await;
    visitor.sees_selected("furthest-worst", &["calf"]).await;
    visitor.sees_selected("side", &["left"]).await;
    visitor.sees_marked("furthest-worst", "furthest", 2).await;
    visitor.sees_marked("furthest-worst", "reached", 8).await;

    // From the list to the picture.
    visitor.ticks("furthest-worst", &["foot"]).await;
    visitor.sees_marked("furthest-worst", "reached", 10).await;
    visitor.ticks("side", &["both"]).await;
    visitor.sees_marked("furthest-worst", "furthest", 3).await;

    // The other question has its own; "both sides" takes each side in.
    visitor.sees_selected("furthest-now", &[]).await;
    visitor.taps("furthest-now", RIGHT, KNEE).await;
    visitor.sees_selected("furthest-now", &["knee"]).await;
    visitor.sees_selected("side", &["both"]).await;
    visitor.ticks("side", &["left"]).await;
    visitor.taps("furthest-now", RIGHT, THIGH).await;
    visitor.sees_selected("side", &["right"]).await;

    // The figure from the side says nothing about which leg.
    visitor.taps("furthest-worst", FROM_THE_SIDE, FOOT).await;
    visitor.sees_selected("furthest-worst", &["foot"]).await;
    visitor.sees_selected("side", &["right"]).await;

    // Where it is the low back only, no side is asked.
    visitor.taps("furthest-now", LEFT, LOW_BACK).await;
    visitor.taps("furthest-worst", LEFT, LOW_BACK).await;
    visitor.sees_selected("furthest-worst", &["low-back"]).await;
    assert!(!visitor.screen().await.asks("side"));
    visitor.ticks("worst-place", &["back"]).await;
    visitor.continues().await;
    assert!(!visitor.screen().await.asks("furthest-worst"));
    visitor.leaves().await;
}

async fn a_finger_finds_every_area_on_a_small_phone(engine: Engine) {
    let mut visitor = comes_to_the_page(engine, (320, 640)).await;
    visitor.finds_each_area_large_enough("furthest-worst").await;
    // The same picture where the answer is changed on the result: there is less room.
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.edits("furthest-worst").await;
    visitor.finds_each_area_large_enough("furthest-worst").await;
    visitor.leaves().await;
}

async fn the_result_shows_where_a_therapist_may_work(engine: Engine) {
    let mut visitor = comes_to_the_page(engine, (320, 640)).await;
    // No further than the low back: with a risk of clots, any leg is examined first.
    let sore = Person::plain()
        .but("furthest-worst", "low-back")
        .but("furthest-now", "low-back")
        .but("worst-place", "back")
        .but("muscles", vec!["hamstring-tight"])
        .but("cautions", vec!["clot-risk"]);
    visitor.answers_all(&sore).await;
    visitor.asks_for_the_result().await;
    assert!(visitor.sees(".body-map .body-map__area--work").await);
    assert!(visitor.sees(".body-map .body-map__area--leave").await);
    assert!(!visitor.sees(".body-map__target").await, "nothing to tap");
    assert_eq!(visitor.reads_all(".body-map__entry").await.len(), 3);
    visitor.leaves().await;
}
