//! The way through the check: which pages a person sees, what is still
//! missing, how far along they are.

use super::{Reading, Truth};
use crate::model::{Guide, PageIx, Question, QuestionIx, Response};

/// How far along somebody is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// This page's number on the way, from 1.
    pub number: usize,
    /// How many pages the way has, as far as can be told now.
    pub of: usize,
}

/// The pages on the person's way, in order, as far as the answers tell.
pub fn path(guide: &Guide, response: &Response) -> Vec<PageIx> {
    let reading = Reading::expected(guide, response);
    // The questions stand in the order of their pages.
    let mut path: Vec<PageIx> = asked(&reading).map(|(_, question)| question.page).collect();
    path.dedup();
    path
}

/// The questions on the person's way, in order.
pub fn way(guide: &Guide, response: &Response) -> Vec<QuestionIx> {
    asked(&Reading::expected(guide, response)).map(|(index, _)| index).collect()
}

/// The questions that a page shows now.
pub fn shown(guide: &Guide, response: &Response, page: PageIx) -> Vec<QuestionIx> {
    let reading = Reading::expected(guide, response);
    asked(&reading).filter(|(_, question)| question.page == page).map(|(index, _)| index).collect()
}

/// The questions of a page that still want an answer.
pub fn missing(guide: &Guide, response: &Response, page: PageIx) -> Vec<QuestionIx> {
    let mut shown = shown(guide, response, page);
    shown.retain(|question| response.get(*question).is_none());
    shown
}

/// The first page on the way that still wants an answer.
pub fn first_incomplete(guide: &Guide, response: &Response) -> Option<PageIx> {
    let reading = Reading::expected(guide, response);
    let missing = asked(&reading).find(|(index, _)| response.get(*index).is_none());
    missing.map(|(_, question)| question.page)
}

/// The page after this one on the way.
pub fn next(guide: &Guide, response: &Response, page: PageIx) -> Option<PageIx> {
    path(guide, response).into_iter().find(|other| *other > page)
}

/// The page before this one on the way.
pub fn previous(guide: &Guide, response: &Response, page: PageIx) -> Option<PageIx> {
    path(guide, response).into_iter().rev().find(|other| *other < page)
}

/// How far along a page is.
pub fn progress(guide: &Guide, response: &Response, page: PageIx) -> Progress {
    let path = path(guide, response);
    let before = path.iter().filter(|other| **other < page).count();
    Progress { number: before + 1, of: path.len() }
}

/// The response without the answers that have left the way.
pub fn prune(guide: &Guide, response: &Response) -> Response {
    let reading = Reading::new(guide, response);
    let mut kept = Response::default();
    for (question, answer) in response.answered() {
        if reading.enabled(question) != Truth::False {
            kept.set(question, Some(answer));
        }
    }
    kept
}

fn asked<'a>(reading: &Reading<'a>) -> impl Iterator<Item = (QuestionIx, &'a Question)> {
    let asked = reading.guide.questions().filter(|(index, _)| reading.guide.asks(*index));
    asked.filter(|(index, _)| reading.enabled(*index).holds())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::test_support::{answered, guide, page};

    #[test]
    fn nobody_without_a_warning_sign_sees_more_than_seventeen_pages() {
        let guide = guide();
        assert_eq!(path(&guide, &Response::default()).len(), 17);
    }

    #[test]
    fn a_tick_opens_its_follow_up_right_behind_it() {
        let guide = guide();
        let first = page(&guide, "saddle-and-bladder");
        let response = answered(&guide, r#"{"cauda-equina": ["bladder"]}"#);
        assert_eq!(next(&guide, &response, first), Some(page(&guide, "bladder")));
        assert_eq!(previous(&guide, &response, page(&guide, "bladder")), Some(first));
    }

    #[test]
    fn an_answer_that_left_the_way_is_dropped_and_the_rest_is_kept() {
        let guide = guide();
        let response =
            answered(&guide, r#"{"cauda-equina": ["none"], "bladder-when": "new", "legs": "one"}"#);
        let kept = prune(&guide, &response);
        assert_eq!(kept, answered(&guide, r#"{"cauda-equina": ["none"], "legs": "one"}"#));
    }

    #[test]
    fn a_page_wants_what_it_shows_and_nothing_else() {
        let guide = guide();
        let page = page(&guide, "accident");
        let response = answered(&guide, r#"{"sudden": ["accident"], "accident-when": "older"}"#);
        assert_eq!(missing(&guide, &response, page), Vec::new());
        let response = answered(&guide, r#"{"sudden": ["accident"], "accident-when": "week"}"#);
        assert_eq!(missing(&guide, &response, page).len(), 1);
    }

    #[test]
    fn under_18_the_way_ends_after_the_age() {
        let guide = guide();
        let response = answered(&guide, r#"{"age": "under-18"}"#);
        assert_eq!(path(&guide, &response).last(), Some(&page(&guide, "about-you")));
    }

    #[test]
    fn progress_counts_from_one_to_the_length_of_the_way() {
        let guide = guide();
        let nothing = Response::default();
        let way = path(&guide, &nothing);
        let (first, last) = (way[0], way[way.len() - 1]);
        assert_eq!(progress(&guide, &nothing, first), Progress { number: 1, of: 17 });
        assert_eq!(progress(&guide, &nothing, last), Progress { number: 17, of: 17 });
    }
}
