//! The difference between two contents in people: over all responses, who moves from
//! which level to which, how many complete answer sets that are, the smallest person
//! of each move, and which rules and claims did it.
//!
//! Both contents are read over the answers to all that either asks. What one of them
//! does not ask it does not hear.

mod asked;
mod because;
mod both;
mod differ;
mod hearing;
mod matching;
mod moves;
mod options;
mod pair;
mod renames;
mod side;
mod tell;
mod worked_out;

use biodivine_lib_bdd::Bdd;

use super::{Count, Symbols};
use crate::model::{About, Guide, Safety, Words};
pub use because::Cause;
use both::{Both, Group};
pub use hearing::Hearing;
pub use moves::{Move, Person};
use pair::Pair;
pub use renames::Renames;

/// A content, as far as it decides.
pub struct Version<'a> {
    /// Its questions and rules.
    pub guide: &'a Guide,
    /// Its words.
    pub words: &'a Words<'a>,
    /// Its claims.
    pub safety: &'a Safety,
}

/// What two contents do with the same people.
pub struct Comparison {
    /// What was.
    pub old: About,
    /// What is to be.
    pub new: About,
    /// What differs in questions, rules and claims, in words.
    pub notes: Vec<String>,
    /// The groups of people that are counted: first the complete answer sets to all that
    /// either content asks, then those of them who are more like the people who come.
    pub groups: Vec<Share>,
    /// Who moves.
    pub moves: Vec<Move>,
}

/// How many people of a group have each level, before and after.
pub struct Share {
    /// Who they are.
    pub who: &'static str,
    /// All of them.
    pub all: Count,
    /// Those who move on either scale.
    pub moved: Count,
    /// The level, how many had it and how many have it.
    pub levels: Vec<(&'static str, Count, Count)>,
}

/// Compares two contents.
///
/// # Errors
///
/// A question that has more options in both together than an answer can hold.
pub fn compare(
    old: &Version<'_>,
    new: &Version<'_>,
    renames: &Renames,
) -> Result<Comparison, String> {
    let mut pair = Pair::new(old, new, renames);
    if let Some(id) = pair.too_wide() {
        return Err(format!("“{id}”: more options in both together than a question can have"));
    }
    let symbols = Symbols::of(&pair.shapes);
    let mut notes = std::mem::take(&mut pair.notes);
    let both = Both::new(old, new, &pair, &symbols);
    notes.extend(differ::differences(&both));
    let moving = moves::moving(&both);
    let groups = both.groups.iter().map(|group| share(&both, group, &moving)).collect();
    let (old, new) = (old.guide.about.clone(), new.guide.about.clone());
    Ok(Comparison { old, new, notes, groups, moves: moves::moves(&both) })
}

fn share(both: &Both<'_>, group: &Group, moving: &Bdd) -> Share {
    let count = |set: &Bdd| Count::of(&set.and(&group.people));
    let (old, new) = (&both.old, &both.new);
    let urgency = old.urgency.iter().zip(&new.urgency);
    let urgency = urgency.map(|((level, was), (_, is))| (level.wire(), count(was), count(is)));
    let massage = old.massage.iter().zip(&new.massage);
    let massage = massage.map(|((level, was), (_, is))| (level.wire(), count(was), count(is)));
    Share {
        who: group.who,
        all: group.all.clone(),
        moved: count(moving),
        levels: urgency.chain(massage).collect(),
    }
}
