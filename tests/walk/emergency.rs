//! Emergency signs: everything else waits.

use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::{Visit, Visitor};
use crate::words;

stories! {
    new_trouble_peeing_and_back_when_it_was_a_mistake,
    each_of_these_stops_the_check_right_after_its_page,
    the_number_is_the_one_of_the_region_or_none,
}

async fn new_trouble_peeing_and_back_when_it_was_a_mistake(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.ticks("cauda-equina", &["bladder"]).await;
    visitor.continues().await;
    assert_eq!(visitor.screen().await.questions, ["bladder-when"]);
    visitor.ticks("bladder-when", &["new"]).await;
    visitor.continues().await;

    sees_the_card(&visitor).await;
    let say = visitor.reads(".say").await;
    assert!(say.contains(&words::say("bladder-when", "new")), "{say}");

    // By mistake: back to the same page, and nothing is lost.
    visitor.presses(".interruption .button--secondary").await;
    assert_eq!(visitor.screen().await.questions, ["bladder-when"]);
    visitor.sees_selected("bladder-when", &["new"]).await;
    visitor.goes_back().await;
    visitor.sees_selected("cauda-equina", &["bladder"]).await;
    visitor.ticks("cauda-equina", &["none"]).await;
    visitor.sees_selected("cauda-equina", &["none"]).await;
    visitor.continues().await;

    // The check goes on, to its usual end.
    assert!(visitor.screen().await.asks("sudden"));
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    visitor.sees_result("self-care", "may-help-with-plan").await;
    visitor.leaves().await;
}

async fn each_of_these_stops_the_check_right_after_its_page(engine: Engine) {
    let plain = Person::plain;
    let people = [
        ("sudden", plain().but("sudden", vec!["chest"])),
        ("sudden", plain().but("sudden", vec!["very-ill"])),
        ("legs", plain().but("legs", "both-new")),
        (
            "foot-drop-when",
            plain().but("nerve-signs", vec!["foot-drop"]).but("foot-drop-when", "new"),
        ),
    ];
    let mut visitor = Visitor::comes(engine).await;
    for (last, person) in people {
        visitor.starts().await;
        let page = visitor.answers_up_to(&person, last).await;
        assert!(page.asks(last), "{page:#?}");
        visitor.answers_the_page(&person).await;
        visitor.continues().await;
        sees_the_card(&visitor).await;
        visitor.reloads().await;
    }
    visitor.leaves().await;
}

async fn the_number_is_the_one_of_the_region_or_none(engine: Engine) {
    let mut visitor = Visitor::comes_by(Visit { query: "", ..Visit::by(engine) }).await;
    let person = Person::plain().but("sudden", vec!["chest"]);
    visitor.starts().await;
    visitor.answers_all(&person).await;
    assert!(visitor.screen().await.is("interruption"));
    assert!(!visitor.sees("[href^='tel:']").await, "a number for nobody knows where");
    // Told on the card itself.
    visitor.chooses_region("NZ").await;
    visitor.waits_for("the number of the region", ".interruption [href='tel:111']").await;
    visitor.leaves().await;
}

/// The card, with a number to call and what to say, and without any massage.
async fn sees_the_card(visitor: &Visitor) {
    let screen = visitor.screen().await;
    assert_eq!(screen.kind, "interruption", "{screen:#?}");
    let title = words::interface("interruption", "title");
    assert!(screen.heading.ends_with(&title), "{}", screen.heading);
    assert!(visitor.sees(".interruption [href='tel:999']").await, "a number to call");
    assert!(visitor.sees(".interruption .say").await, "what to say");
    assert!(visitor.sees(".interruption .reasons li").await, "why");
    for offer in [".result__massage", ".level", ".lines--massage", ".lines--plan", "[type=submit]"]
    {
        assert!(!visitor.sees(offer).await, "{offer} beside an emergency");
    }
}
