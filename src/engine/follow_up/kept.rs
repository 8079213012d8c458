//! Answers as they are kept, by name, and as the engine reads them, by place.

use crate::model::{Answer, Given, Guide, Kind, Origin, Question, Response, Visit};

/// The answers of a visit, as far as these questions still know them.
pub fn read(guide: &Guide, visit: &Visit) -> Response {
    let mut response = Response::default();
    for (id, given) in visit.answers() {
        if let Some((index, question)) = guide.question_by_id(id) {
            response.set(index, answer(question, given));
        }
    }
    response
}

/// What of a response is kept of the visit: what was asked, and what was offered. All
/// else can be worked out again.
pub fn keep(guide: &Guide, response: &Response, visit: &mut Visit) {
    for (index, answer) in response.answered() {
        let kept = match guide.known.iter().find(|known| known.question == index) {
            Some(known) => known.origin == Origin::Massage,
            None => true,
        };
        if let Some(question) = guide.question(index).filter(|_| kept) {
            visit.give(question.id.clone(), given(question, answer));
        }
    }
}

/// The answers to those questions of one guide that another one asks too.
pub fn carry(from: &Guide, to: &Guide, response: &Response) -> Response {
    let mut carried = Response::default();
    for (index, answered) in response.answered() {
        let Some(asked) = from.question(index) else { continue };
        if let Some((index, question)) = to.question_by_id(&asked.id) {
            carried.set(index, answer(question, &given(asked, answered)));
        }
    }
    carried
}

/// An answer that no longer fits its question is none.
fn answer(question: &Question, given: &Given) -> Option<Answer> {
    match (given, question.kind) {
        (Given::Number(number), Kind::Scale { .. }) => {
            let number = u8::try_from(*number).ok()?;
            (number <= Question::SCALE_MAX).then_some(Answer::Value(number))
        }
        (Given::Options(ids), Kind::Choice | Kind::Choices) => {
            let places = ids.iter().map(|id| question.option(id).map(|(place, _)| place));
            let places: Vec<usize> = places.collect::<Option<_>>()?;
            let fits = places.len() == 1 || (question.kind == Kind::Choices && !places.is_empty());
            fits.then(|| Answer::Options(places.into_iter().collect()))
        }
        _ => None,
    }
}

fn given(question: &Question, answer: Answer) -> Given {
    match answer {
        Answer::Value(value) => Given::Number(u16::from(value)),
        Answer::Options(set) => {
            let options = question.options.iter().enumerate().filter(|(place, _)| set.has(*place));
            Given::Options(options.map(|(_, option)| option.id.clone()).collect())
        }
    }
}
