//! What two contents ask together: which question of one is which of the other, by its
//! name, by a list of new names, or because a reader sees no difference.

use super::asked::Asked;
use super::hearing::{Heard, Hearing};
use super::matching::{joined, matched};
use super::options::{Options, Which};
use super::worked_out::worked_out;
use super::{Renames, Version};
use crate::model::{OptionSet, QuestionIx};
use crate::proof::Shape;

const RENAMED: &str = "if something that is gone is new under another name, name it in a list \
                       for --renamed";

/// What two contents ask together.
pub struct Pair {
    /// The questions of both.
    pub shapes: Vec<Shape>,
    /// What the old content hears.
    pub old: Hearing,
    /// What the new one hears.
    pub new: Hearing,
    /// What differs in what is asked, in words.
    pub notes: Vec<String>,
}

impl Pair {
    /// Of an old and a new content.
    pub fn new(old: &Version<'_>, new: &Version<'_>, renames: &Renames) -> Self {
        let (before, now) = (Asked::all(old), Asked::all(new));
        let named = |before: &Asked<'_>, now: &Asked<'_>| {
            renames.question(&now.question.id) == before.question.id && before.same_kind(now)
        };
        let matched = matched(&before, &now, named, Asked::same_but_for_names);
        let mut pair = Self {
            shapes: Vec::new(),
            old: Hearing(Vec::new()),
            new: Hearing(Vec::new()),
            notes: Vec::new(),
        };
        let (mut hears_old, mut hears_new) = (Vec::new(), Vec::new());
        let all = joined(before.len(), &matched);
        for (joint, (of_old, of_new)) in (0u16..).map(QuestionIx).zip(all) {
            let was = of_old.and_then(|place| before.get(place));
            let is = of_new.and_then(|place| now.get(place));
            let Some(asked) = is.or(was) else { continue };
            let other =
                |list: &[Asked<'_>]| list.iter().any(|it| it.question.id == asked.question.id);
            let twice = was.is_none() && other(&before) || is.is_none() && other(&now);
            pair.notes.extend(note(was, is, twice));
            let options = Options::new(was.copied(), is.copied(), renames);
            pair.notes.extend(options.notes());
            pair.shapes.push(Shape {
                id: asked.question.id.clone(),
                kind: asked.question.kind,
                exclusive: options.exclusive(),
            });
            hears_old.extend(was.map(|was| (was.index, options.heard(joint, Which::Old))));
            hears_new.extend(is.map(|is| (is.index, options.heard(joint, Which::New))));
        }
        pair.old = in_order(hears_old);
        pair.new = in_order(hears_new);
        let shared = matched.iter().zip(&now);
        let shared = shared.filter_map(|(was, is)| Some((before.get((*was)?)?, is)));
        let changed = shared.filter(|(was, is)| {
            worked_out(old.guide, &pair.old, was.index)
                != worked_out(new.guide, &pair.new, is.index)
        });
        let changed = changed.map(|(_, is)| {
            let id = &is.question.id;
            format!("“{id}”: its answer is worked out in another way, which is not counted here")
        });
        pair.notes.extend(changed.collect::<Vec<_>>());
        if ["” is gone", "” is new"]
            .iter()
            .all(|it| pair.notes.iter().any(|note| note.contains(it)))
        {
            pair.notes.push(RENAMED.to_owned());
        }
        pair
    }

    /// A question that has more options in both contents together than can be told apart.
    pub fn too_wide(&self) -> Option<&str> {
        let wide = self.shapes.iter().find(|it| it.exclusive.len() > OptionSet::CAPACITY);
        wide.map(|shape| shape.id.as_str())
    }
}

fn in_order(mut heard: Vec<(QuestionIx, Heard)>) -> Hearing {
    heard.sort_by_key(|(index, _)| *index);
    Hearing(heard.into_iter().map(|(_, heard)| heard).collect())
}

/// What differs in a question, but for its options.
fn note(was: Option<&Asked<'_>>, is: Option<&Asked<'_>>, twice: bool) -> Option<String> {
    let kind = if twice { ", as it is answered in another way" } else { "" };
    match (was, is) {
        (Some(was), Some(is)) => {
            let (called, calls) = (&was.question.id, &is.question.id);
            let mut said = Vec::new();
            if called != calls {
                said.push(format!("is called “{calls}”"));
            }
            if was.title() != is.title() {
                said.push("has other words".to_owned());
            }
            (!said.is_empty()).then(|| format!("question “{called}” {}", said.join(" and ")))
        }
        (None, Some(is)) => Some(format!("question “{}” is new{kind}", is.question.id)),
        (Some(was), None) => Some(format!("question “{}” is gone{kind}", was.question.id)),
        (None, None) => None,
    }
}
