//! What is told of a question that was passed over.

use crate::reading::{fallback, filled, nowhere};
use crate::screens::{guide, screens};

#[test]
fn a_question_that_was_passed_over_is_named_above_and_told_beside() {
    let mut pages = 0;
    nowhere(|screen| {
        let mut wrong = Vec::new();
        for index in &screen.state.errors {
            let question = guide().question(*index).unwrap();
            let summary: Vec<String> =
                screen.root.classed("errors__box").iter().map(|it| it.text()).collect();
            if summary.len() != 1 || !summary[0].contains(&filled(question.title, fallback())) {
                wrong.push(format!("{} is not named in {summary:?}", question.id));
            }
            let fieldset = screen.root.by_id(&format!("{}-question", question.id)).unwrap();
            let described = fieldset.attribute("aria-describedby").unwrap_or_default();
            let errors = described.split_whitespace().filter_map(|id| fieldset.by_id(id));
            if errors.filter(|it| it.has_class("question__error")).count() != 1 {
                wrong.push(format!("{} has no error beside it", question.id));
            }
        }
        wrong
    });
    for screen in screens() {
        let errors = screen.root.classed("question__error").len();
        assert_eq!(errors, screen.state.errors.len(), "{}", screen.name);
        assert_eq!(screen.root.classed("errors__box").len(), errors.min(1), "{}", screen.name);
        pages += errors.min(1);
    }
    assert!(pages >= guide().pages.len(), "only {pages} pages with an error");
}
