//! The options of one question, as an old and a new content have them.

use super::Renames;
use super::asked::Asked;
use super::hearing::Heard;
use super::matching::{joined, matched};
use crate::model::{AnswerOption, QuestionIx};

/// The options of a question of either content, or of both.
pub struct Options<'a> {
    old: Option<Asked<'a>>,
    new: Option<Asked<'a>>,
    /// Each with its place in the old and in the new content.
    all: Vec<(Option<usize>, Option<usize>)>,
}

/// One of the two contents.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Which {
    /// What was.
    Old,
    /// What is to be.
    New,
}

impl Which {
    fn of<T>(self, (old, new): (T, T)) -> T {
        if self == Self::Old { old } else { new }
    }
}

impl<'a> Options<'a> {
    /// Of a question that one of the contents has, or both.
    pub fn new(old: Option<Asked<'a>>, new: Option<Asked<'a>>, renames: &Renames) -> Self {
        let options =
            |of: Option<Asked<'a>>| of.map_or(&[][..], |it| it.question.options.as_slice());
        let named = |before: &AnswerOption, now: &AnswerOption| {
            let question = new.map_or("", |it| it.question.id.as_str());
            renames.option(question, &now.id) == before.id
        };
        let same = |before: &AnswerOption, now: &AnswerOption| {
            old.zip(new).is_some_and(|(old, new)| old.seen(before) == new.seen(now))
        };
        let matched = matched(options(old), options(new), named, same);
        Self { old, new, all: joined(options(old).len(), &matched) }
    }

    /// For each option whether it stands alone in one of the contents.
    pub fn exclusive(&self) -> Vec<bool> {
        let alone = |of: Option<Asked<'a>>, place: Option<usize>| {
            let option = of.zip(place).and_then(|(it, place)| it.question.options.get(place));
            option.is_some_and(|option| option.exclusive)
        };
        let all = self.all.iter();
        all.map(|(old, new)| alone(self.old, *old) || alone(self.new, *new)).collect()
    }

    /// What one of the contents hears of them, where the question has this place among
    /// those of both.
    pub fn heard(&self, joint: QuestionIx, which: Which) -> Heard {
        let mut heard = Heard { joint, known: Vec::new(), unknown: Vec::new() };
        let mut unsure = Vec::new();
        let (this, other) = self.sides(which);
        for (place, both) in self.all.iter().enumerate() {
            let (own, others) = match which {
                Which::Old => *both,
                Which::New => (both.1, both.0),
            };
            if let Some(own) = own {
                heard.known.push((place, own));
            } else if let (Some((this, other)), Some(others)) = (this.zip(other), others) {
                let unknown = (place, this.hears_instead(&other, others));
                let list = if other.is_unsure(others) { &mut unsure } else { &mut heard.unknown };
                list.push(unknown);
            }
        }
        // "Not sure" is never read as less than it says because of a tick beside it.
        heard.unknown.splice(0..0, unsure);
        heard
    }

    /// What differs, in words.
    pub fn notes(&self) -> Vec<String> {
        let Some((old, new)) = self.old.zip(self.new) else { return Vec::new() };
        let id = &new.question.id;
        let only = |which: Which, place: usize| {
            let (this, other) = (which.of((old, new)), which.of((new, old)));
            let (what, hearer) = which.of((("gone", "new"), ("new", "old")));
            let heard = match other.hears_instead(&this, place) {
                Some(heard) => format!("“{}”", other.option(heard)),
                None => "no answer".to_owned(),
            };
            let option = this.option(place);
            format!(
                "“{id}”: option “{option}” is {what}; of somebody who gives no other answer the \
                 {hearer} content hears {heard}"
            )
        };
        let both = |before: usize, now: usize| {
            let (called, calls) = (old.option(before), new.option(now));
            let seen = |it: Asked<'a>, place| Some(it.seen(it.question.options.get(place)?));
            let (was, is) = (seen(old, before)?, seen(new, now)?);
            let mut said = Vec::new();
            if called != calls {
                said.push(format!("option “{called}” is called “{calls}”"));
            }
            if (was.0, was.1) != (is.0, is.1) {
                said.push(format!("option “{calls}” has other words"));
            }
            if was.2 != is.2 {
                let alone = if is.2 { "now stands alone" } else { "stands alone no longer" };
                said.push(format!("option “{calls}” {alone}"));
            }
            (!said.is_empty()).then(|| format!("“{id}”: {}", said.join("; ")))
        };
        let note = |(before, now): &(Option<usize>, Option<usize>)| match (before, now) {
            (Some(before), Some(now)) => both(*before, *now),
            (Some(before), None) => Some(only(Which::Old, *before)),
            (None, Some(now)) => Some(only(Which::New, *now)),
            (None, None) => None,
        };
        self.all.iter().filter_map(note).collect()
    }

    fn sides(&self, which: Which) -> (Option<Asked<'a>>, Option<Asked<'a>>) {
        which.of(((self.old, self.new), (self.new, self.old)))
    }
}
