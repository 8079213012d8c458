//! How the answer to a question that nobody is asked is worked out: in the places that
//! questions and options have in two contents together, as each has places of its own.

use super::hearing::Hearing;
use crate::model::{Guide, Origin, QuestionIx};

/// The origin of an answer, and the numbers of its options; the same text, the same way.
pub fn worked_out(guide: &Guide, hearing: &Hearing, question: QuestionIx) -> String {
    let numbers = guide.question(question).map(|question| &question.numbers);
    let known = guide.known.iter().find(|known| known.question == question);
    let origin = known.map_or_else(String::new, |known| origin(guide, hearing, &known.origin));
    format!("{numbers:?} {origin}")
}

fn origin(guide: &Guide, hearing: &Hearing, origin: &Origin) -> String {
    let all = |of: &[QuestionIx]| -> Vec<QuestionIx> {
        of.iter().map(|index| hearing.asked_as(*index)).collect()
    };
    match origin {
        Origin::Visit | Origin::Activities | Origin::Massage | Origin::Since(_) => {
            format!("{origin:?}")
        }
        Origin::Change(change) => {
            let (of, better, worse) = (all(&change.of), change.better, change.worse);
            format!("{of:?} {} {better:?} {worse:?}", change.more_is_better)
        }
        Origin::Ticked { of, becomes } => {
            let becomes = becomes.iter().map(|it| {
                let place = |own: u8| hearing.option_as(it.question, usize::from(own));
                (hearing.asked_as(it.question), place(it.before), place(it.later))
            });
            format!("{:?} {:?}", all(of), becomes.collect::<Vec<_>>())
        }
        Origin::Held { fact, days } => {
            let fact = guide.facts.get(usize::from(fact.0)).map_or("", |fact| fact.id.as_str());
            format!("{fact} {days}")
        }
    }
}
