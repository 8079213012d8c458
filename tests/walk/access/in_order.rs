//! Names, roles and states, in the order in which they are read.

use serde_json::json;

use super::reading::{Heard, heard};
use crate::browser::Engine;
use crate::person::Person;
use crate::visitor::Visitor;
use crate::words;

stories! {
    a_page_is_read_from_the_way_back_to_the_way_on,
    a_page_of_numbers_names_what_they_mean,
    the_start_is_read_with_the_emergency_words_first,
    every_answer_is_read_with_its_own_way_to_change_it,
}

// The others' drivers do not tell states and descriptions.
stories! { states_and_what_is_wrong_are_told in chromium: Chromium }

async fn a_page_is_read_from_the_way_back_to_the_way_on(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    let title = words::title("cauda-equina");
    let mut expected = vec![
        heard("button", &words::interface("page", "back")),
        heard("progressbar", &words::interface("page", "progress_label")),
        heard("group", &title),
        heard("heading", &title),
    ];
    expected.extend(words::options("cauda-equina").iter().map(|label| heard("checkbox", label)));
    expected.push(heard("button", &words::interface("page", "continue")));
    reads_in_order(&visitor.reading().await, &expected);
    visitor.leaves().await;
}

async fn a_page_of_numbers_names_what_they_mean(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "pain-worst").await;
    let reading = visitor.reading().await;
    let mut expected = Vec::new();
    for question in ["pain-worst", "pain-now"] {
        expected.push(heard("group", &words::title(question)));
        let (low, high) = (words::end(question, "low"), words::end(question, "high"));
        expected.push(heard("radio", &format!("0: {low}")));
        expected.extend((1..10).map(|number| heard("radio", &number.to_string())));
        expected.push(heard("radio", &format!("10: {high}")));
    }
    reads_in_order(&reading, &expected);
    visitor.leaves().await;
}

async fn the_start_is_read_with_the_emergency_words_first(engine: Engine) {
    let visitor = Visitor::comes(engine).await;
    let call = words::interface("emergency", "call").replace("{emergency}", "999");
    // WebKit calls a list that opens what it looks like.
    let list = if engine == Engine::WebKit { "button" } else { "combobox" };
    let expected = [
        heard("heading", &words::interface("start", "title")),
        heard("heading", &words::interface("emergency", "title")),
        heard("link", &call),
        heard(list, &words::interface("region", "label")),
        heard("button", &words::interface("start", "begin")),
    ];
    reads_in_order(&visitor.reading().await, &expected);
    visitor.leaves().await;
}

async fn every_answer_is_read_with_its_own_way_to_change_it(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.answers_all(&Person::plain()).await;
    let change = words::interface("review", "change");
    let answers = visitor.sees_answers().await;
    assert!(answers.len() > 20, "{answers:#?}");
    let mut expected = vec![heard("heading", &words::interface("review", "title"))];
    expected.extend(answers.iter().map(|(name, _)| heard("button", &format!("{change}: {name}"))));
    reads_in_order(&visitor.reading().await, &expected);
    visitor.leaves().await;
}

async fn states_and_what_is_wrong_are_told(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    visitor.starts().await;
    visitor.continues_too_early().await;
    let tree = visitor.tree().await;
    let title = words::title("cauda-equina");
    let group = tree.iter().find(|it| it.heard == heard("group", &title)).expect("the question");
    let wrong = words::interface("error", "choices");
    assert!(group.description.contains(&wrong), "{}", group.description);

    let none = words::options("cauda-equina").pop().expect("an option");
    let checked = async |visitor: &Visitor| {
        let tree = visitor.tree().await;
        let option = tree.into_iter().find(|it| it.heard == heard("checkbox", &none));
        option.and_then(|it| it.state("checked").cloned())
    };
    assert_eq!(checked(&visitor).await, Some(json!("false")));
    visitor.ticks("cauda-equina", &["none"]).await;
    assert_eq!(checked(&visitor).await, Some(json!("true")));

    let folded = words::interface("emergency", "footer_title");
    let expanded = async |visitor: &Visitor| {
        let tree = visitor.tree().await;
        let fold =
            tree.into_iter().find(|it| it.heard.name == folded && it.state("expanded").is_some());
        fold.and_then(|it| it.state("expanded").cloned())
    };
    assert_eq!(expanded(&visitor).await, Some(json!(false)));
    visitor.finds(".safety-net summary").await.click().await.unwrap();
    assert_eq!(expanded(&visitor).await, Some(json!(true)));
    visitor.leaves().await;
}

/// All of this is heard in this order; other things may come between.
fn reads_in_order(reading: &[Heard], expected: &[Heard]) {
    let mut rest = reading.iter();
    for next in expected {
        assert!(rest.any(|it| it == next), "no {next:?}, in its place, in {reading:#?}");
    }
}
