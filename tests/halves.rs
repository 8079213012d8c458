//! Half of the content is enough for the warning signs: with it everybody is asked the same,
//! in the same order, and stopped at the same place.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use sciatica_check::content;
use sciatica_check::engine::{Action, Screen, State, evaluate, progress, shown, step};
use sciatica_check::model::{Guide, OptionSet, PageIx, Reason, Response, Urgency};

/// What comes after each page, until the warning signs are done.
fn way(guide: &Guide, response: &Response) -> Vec<State> {
    let mut state = step(guide, &State::default(), Action::Begin);
    let mut way = Vec::new();
    while let Screen::Page(page) = state.screen
        && guide.page(page).unwrap().gate
    {
        for question in shown(guide, &state.response, page) {
            state.response.set(question, response.get(question));
        }
        state = step(guide, &state, Action::Continue);
        way.push(state.clone());
        if !state.errors.is_empty() {
            break;
        }
    }
    way
}

fn everybody() -> Vec<Response> {
    let guide = content::guide().unwrap();
    let mut all: Vec<Response> =
        people::people(&guide).into_iter().map(|person| person.response).collect();
    let bases = all[..3].to_vec();
    // Each warning sign by itself, and whatever follows its tick, one option at a time.
    for (question, asked) in guide.questions().filter(|(_, asked)| asked.safety) {
        for place in 0..asked.options.len() {
            for base in &bases {
                let mut response = base.clone();
                response.set(
                    question,
                    Some(sciatica_check::model::Answer::Options(OptionSet::only(place))),
                );
                all.push(response);
            }
        }
    }
    all
}

#[test]
fn everybody_goes_the_same_way_through_the_warning_signs() {
    let (half, whole) = (content::first().unwrap().0, content::guide().unwrap());
    let mut stopped = 0;
    for response in everybody() {
        let way_of = |guide| way(guide, &response);
        let (first, all) = (way_of(&half), way_of(&whole));
        assert_eq!(first, all);
        stopped += usize::from(matches!(all.last().unwrap().screen, Screen::Interruption(_)));
    }
    assert!(stopped > 20, "only {stopped} are stopped");
}

#[test]
fn everybody_is_told_of_as_many_pages() {
    let (half, whole) = (content::first().unwrap().0, content::guide().unwrap());
    for response in everybody() {
        for state in way(&whole, &response) {
            for page in (0..whole.pages.len()).map(|page| PageIx(page as u16)) {
                let of = |guide| progress(guide, &state.response, page);
                assert_eq!(of(&half), of(&whole));
            }
        }
    }
}

#[test]
fn everybody_is_given_the_same_urgent_reasons() {
    let (half, whole) = (content::first().unwrap().0, content::guide().unwrap());
    let urgent = |guide: &Guide, response: &Response| -> (Option<Urgency>, Vec<Reason>) {
        let mut outcome = evaluate(guide, response);
        let rule = |reason: &Reason| guide.rule(reason.rule).unwrap();
        outcome.reasons.retain(|reason| rule(reason).urgency >= Some(Urgency::SameDay));
        (Some(outcome.urgency).filter(|it| *it >= Urgency::SameDay), outcome.reasons)
    };
    for response in everybody() {
        for state in way(&whole, &response) {
            assert_eq!(urgent(&half, &state.response), urgent(&whole, &state.response));
        }
    }
}
