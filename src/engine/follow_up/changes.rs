//! What two visits say beside each other: numbers that have moved, signs that are new.

use crate::model::{
    Becomes, Change, Day, Guide, OptionSet, Question, QuestionIx, Response, Stride,
};

/// The places of the options of a change.
const BETTER: usize = 0;
const SAME: usize = 1;
const WORSE: usize = 2;
const NOT_KNOWN: usize = 3;

/// Better than at the first visit, unless it is worse than at the last.
pub(super) fn change(
    guide: &Guide,
    it: &Change,
    earlier: &[(Day, Response)],
    now: &Response,
) -> usize {
    let moved = |then: &Response| moved(guide, it, then, now);
    let first = earlier.iter().find_map(|(_, then)| moved(then));
    let last = earlier.iter().rev().find_map(|(_, then)| moved(then));
    let Some((first, last)) = first.zip(last) else { return NOT_KNOWN };
    match () {
        () if first.is(it.worse, -1) || last.is(it.worse, -1) => WORSE,
        () if first.is(it.better, 1) => BETTER,
        () => SAME,
    }
}

/// How far numbers have moved: of several, their sums.
struct Moved {
    /// Towards the good side.
    by: i32,
    /// From here.
    from: i32,
    /// How many numbers these are.
    of: i32,
}

impl Moved {
    /// So far, and in this direction.
    fn is(&self, stride: Stride, direction: i32) -> bool {
        let by = self.by * direction;
        let far = stride.by.is_some_and(|far| by >= i32::from(far) * self.of);
        let part = stride.percent.is_some_and(|part| by * 100 >= i32::from(part) * self.from);
        by > 0 && (far || (part && self.from > 0))
    }
}

fn moved(guide: &Guide, change: &Change, then: &Response, now: &Response) -> Option<Moved> {
    let mut moved = Moved { by: 0, from: 0, of: 0 };
    for question in &change.of {
        if let Some((then, now)) = number(guide, *question, then).zip(number(guide, *question, now))
        {
            let (then, now) = (i32::from(then), i32::from(now));
            moved.by += if change.more_is_better { now - then } else { then - now };
            moved.from += then;
            moved.of += 1;
        }
    }
    (moved.of > 0).then_some(moved)
}

/// The number that the answer to a question stands for, if it has one.
pub fn number(guide: &Guide, question: QuestionIx, response: &Response) -> Option<u16> {
    guide.question(question)?.number(response.get(question)?)
}

/// The places of the options of what is newly ticked.
const NEW: usize = 0;
const NOTHING_NEW: usize = 1;
const NO_TELLING: usize = 2;

pub(super) fn ticked(
    guide: &Guide,
    of: &[QuestionIx],
    becomes: &[Becomes],
    earlier: &[(Day, Response)],
    now: &Response,
) -> usize {
    let mut known = true;
    for question in of {
        let answered = |(_, response): &&(Day, Response)| response.get(*question).is_some();
        let first = earlier.iter().find(answered);
        let last = earlier.iter().rev().find(answered);
        let Some((first, last)) = first.zip(last).filter(|_| now.get(*question).is_some()) else {
            known = false;
            continue;
        };
        let before =
            |visit: &(Day, Response)| grown(visit.1.options(*question), *question, becomes);
        let known_before = before(first).shared(before(last));
        let signless = guide.question(*question).map(Question::exclusive).unwrap_or_default();
        let new = now.options(*question).without(signless).without(known_before);
        if !new.is_empty() {
            return NEW;
        }
    }
    if known { NOTHING_NEW } else { NO_TELLING }
}

/// With what a sign may be called by now.
fn grown(set: OptionSet, question: QuestionIx, becomes: &[Becomes]) -> OptionSet {
    let of_this = becomes.iter().filter(|it| it.question == question);
    of_this
        .filter(|it| set.has(usize::from(it.before)))
        .fold(set, |set, it| set.with(OptionSet::only(usize::from(it.later))))
}
