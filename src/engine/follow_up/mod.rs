//! Looking back: what one visit says beside the visits before. Puts numbers side by
//! side and names what came of it; what that means is for the rules to say.

use super::Reading;
use crate::model::{
    Answer, Change, Condition, Day, Guide, Massage, OptionSet, Origin, Own, QuestionIx, Record,
    Response, Visit,
};
use changes::{change, ticked};

mod changes;
mod kept;

pub use changes::number;
pub use kept::{carry, keep, read};

/// A visit that begins now, before anything is asked: which one it is, what the person
/// has named, what massage was offered. `told`: what they have told already.
pub fn begin(
    guide: &Guide,
    record: &Record,
    offered: Option<Massage>,
    told: &Response,
) -> Response {
    let mut response = told.clone();
    if let Some(offered) = offered {
        let place = Massage::ALL.iter().position(|level| *level == offered);
        for known in guide.known.iter().filter(|known| known.origin == Origin::Massage) {
            response.set(known.question, place.map(only));
        }
    }
    let earlier = read_all(guide, record.visits());
    for known in &guide.known {
        let answer = match known.origin {
            Origin::Visit | Origin::Activities | Origin::Massage => {
                origin(guide, &known.origin, known.question, &earlier, &record.own, None, &response)
            }
            _ => None,
        };
        response.set(known.question, answer);
    }
    response
}

/// A response with all that follows from the visits before this day.
pub fn look_back(guide: &Guide, record: &Record, today: Day, response: &Response) -> Response {
    let earlier = read_all(guide, record.visits());
    let mut now = compared(guide, &earlier, &record.own, today, response);
    for known in &guide.known {
        let Origin::Held { fact, days } = known.origin else { continue };
        let mut held = false;
        for (place, (day, response)) in earlier.iter().enumerate().skip(1).rev() {
            let before = earlier.get(..place).unwrap_or_default();
            let then = compared(guide, before, &record.own, *day, response);
            let condition = Condition::Fact(fact);
            if !Reading::new(guide, &then).truth(&condition).holds() {
                break;
            }
            held |= today.days_after(*day).is_some_and(|since| since >= u32::from(days));
        }
        now.set(known.question, Some(only(usize::from(!held))));
    }
    now
}

/// What has come of one measure by itself, also where several are compared together: the
/// place of the option of their change.
pub fn change_of(
    guide: &Guide,
    record: &Record,
    together: &Change,
    question: QuestionIx,
    now: &Response,
) -> usize {
    let alone = Change { of: vec![question], ..together.clone() };
    change(guide, &alone, &read_all(guide, record.visits()), now)
}

fn read_all(guide: &Guide, visits: &[Visit]) -> Vec<(Day, Response)> {
    visits.iter().map(|visit| (visit.day, read(guide, visit))).collect()
}

/// A response with all that follows from the visits before, but for what has to be
/// worked out of those too.
fn compared(
    guide: &Guide,
    earlier: &[(Day, Response)],
    own: &Own,
    today: Day,
    response: &Response,
) -> Response {
    let mut now = response.clone();
    for known in &guide.known {
        if !matches!(known.origin, Origin::Held { .. }) {
            let answer =
                origin(guide, &known.origin, known.question, earlier, own, Some(today), response);
            now.set(known.question, answer);
        }
    }
    now
}

fn origin(
    guide: &Guide,
    origin: &Origin,
    question: QuestionIx,
    earlier: &[(Day, Response)],
    own: &Own,
    today: Option<Day>,
    now: &Response,
) -> Option<Answer> {
    let first = earlier.first();
    match origin {
        Origin::Visit => Some(only(usize::from(first.is_some()))),
        Origin::Activities => {
            let named = own.activities.iter().enumerate().filter(|(_, name)| !name.is_empty());
            let set: OptionSet = named.map(|(at, _)| at).collect();
            Some(Answer::Options(set)).filter(|_| !set.is_empty())
        }
        // What the check says today counts; or else what it said the last time.
        Origin::Massage => now
            .get(question)
            .or_else(|| earlier.iter().rev().find_map(|(_, response)| response.get(question))),
        Origin::Since(limits) => {
            let days = today?.days_after(first?.0)?;
            let passed = limits.iter().filter(|limit| days >= u32::from(**limit)).count();
            Some(only(passed))
        }
        Origin::Change(it) => Some(only(change(guide, it, earlier, now))),
        Origin::Ticked { of, becomes } => Some(only(ticked(guide, of, becomes, earlier, now))),
        Origin::Held { .. } => None,
    }
}

fn only(place: usize) -> Answer {
    Answer::Options(OptionSet::only(place))
}

#[cfg(test)]
mod tests;
