//! How it went from visit to visit, for the picture and the table.

use yew::prelude::*;

use super::changes::measured;
use super::walk::Walk;
use crate::content::day::written;
use crate::content::phrase;
use crate::engine::can_point;
use crate::engine::follow_up::{number, read};
use crate::model::{Day, Guide, Kind, Question, Response};
use crate::view::chart::{Chart, Series, Visit};
use crate::view::context::Context;
use crate::view::parts;

/// Every visit with this one, and everything that was measured.
pub fn course(context: &Context<'_>, walk: &Walk, all: &Response) -> Chart {
    let guide = context.guide();
    let visits = walk.record.visits().iter().map(|visit| (visit.day, read(guide, visit)));
    let visits: Vec<(Day, Response)> = visits.chain([(walk.day(), all.clone())]).collect();
    let series = measured(context, walk, all).into_iter().filter_map(|(index, change, _)| {
        let question = guide.question(index)?;
        // What is up on the body is up in the picture.
        let upside_down = can_point(question);
        let note = match change.more_is_better {
            _ if upside_down => phrase::AGAIN_UP,
            true => phrase::AGAIN_MORE,
            false => phrase::AGAIN_LESS,
        };
        let highest = question.numbers.iter().max().copied().unwrap_or_default();
        let place = |number: u16| if upside_down { highest.saturating_sub(number) } else { number };
        let value = |(_, response): &(Day, Response)| {
            let said = parts::answer(context, question, response.get(index)).join("; ");
            Some((place(number(guide, index, response)?), said.into()))
        };
        let values: Vec<Option<(u16, AttrValue)>> = visits.iter().map(value).collect();
        let mut ticks = ticks(context, question);
        for (number, _) in &mut ticks {
            *number = place(*number);
        }
        ticks.sort_by_key(|(number, _)| *number);
        let several = values.iter().flatten().count() > 1;
        several.then(|| Series {
            title: context.text(question.short),
            note: context.text(note),
            ticks,
            values,
        })
    });
    let first = visits.first().map(|(day, _)| *day);
    Chart {
        title: context.text(phrase::AGAIN_COURSE_TABLE),
        when: context.text(phrase::AGAIN_WHEN),
        mark: context.text(phrase::AGAIN_SETBACK),
        none: context.text(phrase::AGAIN_NONE),
        series: series.collect(),
        visits: visits
            .iter()
            .map(|(day, response)| Visit {
                label: label(context, first, *day),
                marked: marked(guide, response),
            })
            .collect(),
    }
}

/// "Day 1" is the first; a day before it, by a clock that was wrong, is called by its date.
fn label(context: &Context<'_>, first: Option<Day>, day: Day) -> AttrValue {
    match first.and_then(|first| day.days_after(first)) {
        Some(days) => {
            let number = days.saturating_add(1).to_string();
            context.filled(phrase::AGAIN_DAY, &[("number", &number)])
        }
        None => written(context.words(), &day.to_string()).into(),
    }
}

/// The lines of the scale: every option that has a number, or the ends and the middle.
fn ticks(context: &Context<'_>, question: &Question) -> Vec<(u16, AttrValue)> {
    if let Kind::Scale { .. } = question.kind {
        return [0, 5, 10].map(|value: u16| (value, value.to_string().into())).into();
    }
    let named = question.numbers.iter().zip(&question.options);
    let all: Vec<_> = named.map(|(number, it)| (*number, context.text(it.label))).collect();
    // Numbers that lie far apart have room for a few only.
    let last = all.len().saturating_sub(1);
    let even = question.numbers.windows(2).all(|pair| matches!(pair, [a, b] if b - a == 1));
    let kept = |place: usize| even || place == 0 || place == last || place == last / 2 + 2;
    let kept = all.into_iter().enumerate().filter(|(place, _)| kept(*place));
    kept.map(|(_, tick)| tick).collect()
}

/// An answer that the content wants marked: a setback.
fn marked(guide: &Guide, response: &Response) -> bool {
    guide.questions().any(|(index, question)| {
        question.marks
            && (1..question.options.len()).any(|place| response.options(index).has(place))
    })
}
