//! The picture of the body: what it shows for the answers, what pointing at
//! it answers, and where a therapist may work.

use super::journey;
use crate::model::{
    Answer, Area, Guide, Massage, OnBody, OptionSet, Outcome, Question, QuestionIx, Response, Side,
    Spot,
};

/// How far down it goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    /// The furthest area.
    pub furthest: Area,
    /// On which side, where that has been told.
    pub side: Option<Side>,
}

/// What a therapist does with an area.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Hands {
    /// May work on it.
    Work,
    /// Leaves it alone.
    Leave,
}

/// Whether a question can be answered by pointing at an area.
pub fn can_point(question: &Question) -> bool {
    question.options.iter().any(|option| matches!(option.on_body, Some(OnBody::DownTo(_))))
}

/// How far down it goes by the answer to a question.
pub fn reach(guide: &Guide, response: &Response, question: QuestionIx) -> Option<Reach> {
    let OnBody::DownTo(furthest) = said(guide, response, question)? else { return None };
    Some(Reach { furthest, side: told_side(guide, response) })
}

/// The answers that pointing at an area gives: to the question itself, and on
/// which side, unless "both sides" already takes it in. `None`: there is
/// nothing to point at.
pub fn pointed(
    guide: &Guide,
    response: &Response,
    question: QuestionIx,
    spot: Spot,
) -> Option<Response> {
    let mut next = response.clone();
    next.set(question, Some(option(guide, question, OnBody::DownTo(spot.area))?));
    if let Some(pointed) = spot.side
        && let Some(asks) = asks_side(guide)
        && !told_side(guide, &next).is_some_and(|told| told.covers(pointed))
    {
        next.set(asks, option(guide, asks, OnBody::On(pointed)));
    }
    Some(next)
}

/// Where a therapist may work and what to leave alone, from the top down: what
/// the lines of advice that are shown say together. Leaving alone wins. Where
/// there is nothing to work on, there is no picture: an area without a mark
/// could be read as one that is free to work on.
pub fn hands(guide: &Guide, outcome: &Outcome) -> Vec<(Area, Hands)> {
    if outcome.massage < Massage::GentleWithPlan {
        return Vec::new();
    }
    let lines: Vec<_> =
        outcome.guidance.iter().filter_map(|advice| guide.guidance.get(advice.line)).collect();
    let hands = |area: &Area| match () {
        () if lines.iter().any(|line| line.leave.contains(area)) => Some(Hands::Leave),
        () if lines.iter().any(|line| line.work.contains(area)) => Some(Hands::Work),
        () => None,
    };
    let marked = Area::ALL.into_iter().filter_map(|area| Some((area, hands(&area)?)));
    let marked: Vec<_> = marked.collect();
    match marked.iter().any(|(_, hands)| *hands == Hands::Work) {
        true => marked,
        false => Vec::new(),
    }
}

/// On which side it is, if that is asked and has been told.
fn told_side(guide: &Guide, response: &Response) -> Option<Side> {
    match said(guide, response, asks_side(guide)?)? {
        OnBody::On(side) => Some(side),
        OnBody::DownTo(_) => None,
    }
}

fn asks_side(guide: &Guide) -> Option<QuestionIx> {
    let about_side = |question: &Question| {
        question.options.iter().any(|option| matches!(option.on_body, Some(OnBody::On(_))))
    };
    guide.questions().find(|(_, question)| about_side(question)).map(|(index, _)| index)
}

/// The answer that says this about the body.
fn option(guide: &Guide, question: QuestionIx, says: OnBody) -> Option<Answer> {
    let options = &guide.question(question)?.options;
    let place = options.iter().position(|option| option.on_body == Some(says))?;
    Some(Answer::Options(OptionSet::only(place)))
}

/// What the chosen option says about the body, while its question is asked.
fn said(guide: &Guide, response: &Response, question: QuestionIx) -> Option<OnBody> {
    let asked = guide.question(question)?;
    if !journey::shown(guide, response, asked.page).contains(&question) {
        return None;
    }
    let chosen = response.options(question);
    let options = asked.options.iter().enumerate();
    options.filter(|(place, _)| chosen.has(*place)).find_map(|(_, option)| option.on_body)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::engine::evaluate;
    use crate::engine::test_support::{answered, guide, question};
    use crate::model::{Advice, Urgency};

    const LEFT_CALF: &str = r#"{"age": "18-49", "furthest-worst": "calf", "side": "left"}"#;

    #[test]
    fn what_was_answered_is_what_is_shown() {
        let guide = guide();
        let worst = question(&guide, "furthest-worst");
        let reach = |answers: &str| reach(&guide, &answered(&guide, answers), worst);
        let calf = |side| Some(Reach { furthest: Area::Calf, side });
        assert_eq!(reach(LEFT_CALF), calf(Some(Side::Left)));
        assert_eq!(reach(r#"{"age": "18-49", "furthest-worst": "calf"}"#), calf(None));
        assert_eq!(
            reach(r#"{"age": "18-49", "furthest-worst": "calf", "side": "not-sure"}"#),
            calf(None)
        );
        assert_eq!(reach(r#"{"age": "18-49", "furthest-worst": "nowhere"}"#), None);
        assert_eq!(reach(r#"{"age": "18-49"}"#), None);
    }

    #[test]
    fn a_side_that_is_not_asked_is_not_shown() {
        let guide = guide();
        let response =
            answered(&guide, r#"{"age": "18-49", "furthest-worst": "low-back", "side": "left"}"#);
        let shown = reach(&guide, &response, question(&guide, "furthest-worst"));
        assert_eq!(shown, Some(Reach { furthest: Area::LowBack, side: None }));
    }

    #[test]
    fn pointing_gives_the_same_answers_as_the_lists() {
        let guide = guide();
        let worst = question(&guide, "furthest-worst");
        let blank = answered(&guide, r#"{"age": "18-49"}"#);
        let pointed = |from, area, side| pointed(&guide, from, worst, Spot { area, side });
        let left = pointed(&blank, Area::Calf, Some(Side::Left));
        assert_eq!(left, Some(answered(&guide, LEFT_CALF)));
        // The figure from the side may be either leg.
        let either = pointed(&blank, Area::Calf, None);
        let calf = r#"{"age": "18-49", "furthest-worst": "calf"}"#;
        assert_eq!(either, Some(answered(&guide, calf)));
        // The other leg: another answer, and never "both" by itself.
        let right = pointed(&answered(&guide, LEFT_CALF), Area::Knee, Some(Side::Right));
        let knee = r#"{"age": "18-49", "furthest-worst": "knee", "side": "right"}"#;
        assert_eq!(right, Some(answered(&guide, knee)));
    }

    #[test]
    fn pointing_at_one_leg_leaves_both_sides_as_they_are() {
        let guide = guide();
        let both = r#"{"age": "18-49", "furthest-worst": "calf", "side": "both"}"#;
        let now = question(&guide, "furthest-now");
        let foot = Spot { area: Area::Foot, side: Some(Side::Left) };
        let pointed = pointed(&guide, &answered(&guide, both), now, foot);
        let expected =
            r#"{"age": "18-49", "furthest-worst": "calf", "furthest-now": "foot", "side": "both"}"#;
        assert_eq!(pointed, Some(answered(&guide, expected)));
    }

    #[test]
    fn there_is_nothing_to_point_at_in_another_question() {
        let guide = guide();
        let age = question(&guide, "age");
        let foot = Spot { area: Area::Foot, side: Some(Side::Left) };
        assert_eq!(pointed(&guide, &Response::default(), age, foot), None);
        assert!(!guide.question(age).is_some_and(can_point));
        assert!(guide.question(question(&guide, "furthest-now")).is_some_and(can_point));
    }

    /// An outcome with nothing but these lines of advice.
    fn outcome(guide: &Guide, massage: Massage, lines: &[&str]) -> Outcome {
        let line = |id: &&str| guide.guidance.iter().position(|line| line.id == **id);
        let lines = lines.iter().map(|id| line(id).expect("a line of this name"));
        let guidance = lines.map(|line| Advice { line, because: Vec::new() }).collect();
        let urgency = Urgency::SelfCare;
        Outcome { urgency, massage, guidance, ..evaluate(guide, &Response::default()) }
    }

    #[test]
    fn leaving_alone_wins_over_working_on_it() {
        let guide = guide();
        let gentle =
            |lines: &[&str]| hands(&guide, &outcome(&guide, Massage::GentleWithPlan, lines));
        let usual = [(Area::LowBack, Hands::Work), (Area::Buttock, Hands::Work)];
        assert_eq!(gentle(&["areas-usual"]), usual);
        let thigh = [usual[0], usual[1], (Area::Thigh, Hands::Work)];
        assert_eq!(gentle(&["areas-usual", "areas-hamstrings"]), thigh);
        let leave = [Area::Thigh, Area::Knee, Area::Calf].map(|area| (area, Hands::Leave));
        let both = gentle(&["areas-usual", "areas-hamstrings", "areas-clot-risk"]);
        assert_eq!(both, [&usual[..], &leave[..]].concat());
    }

    #[test]
    fn without_massage_or_without_a_place_for_it_nothing_is_marked() {
        let guide = guide();
        for massage in [Massage::NotNow, Massage::AfterAssessment] {
            assert_eq!(hands(&guide, &outcome(&guide, massage, &["areas-usual"])), []);
        }
        let leave = outcome(&guide, Massage::GentleWithPlan, &["areas-clot-risk"]);
        assert_eq!(hands(&guide, &leave), []);
    }
}
