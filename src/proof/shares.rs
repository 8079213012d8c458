//! How many complete answer sets end at each level: each counted once, and
//! exactly. An answer set is no person: one checklist of seven signs has a
//! hundred ways to tick some of them, and most people tick none.

use biodivine_lib_bdd::Bdd;

use super::count::{Count, percent};
use super::{Levels, Proof, unalarming};
use crate::model::{Massage, Urgency};

/// A group of people at each level of urgency and of massage.
pub struct Shares {
    /// All of them.
    pub all: Count,
    /// Of each urgency, the most urgent first, and of these each massage, the least first.
    pub urgency: Vec<(Urgency, Count, Vec<Count>)>,
    /// Of each massage, the least first.
    pub massage: Vec<(Massage, Count)>,
}

impl Shares {
    /// Counts these people.
    pub fn of(people: &Bdd, levels: &Levels<'_>) -> Self {
        let urgency = levels.by_urgency(people.clone()).into_iter().map(|(level, people)| {
            let massage = levels.by_massage(people.clone());
            (level, Count::of(&people), massage.iter().map(|(_, set)| Count::of(set)).collect())
        });
        let massage = levels.by_massage(people.clone()).into_iter();
        Self {
            all: Count::of(people),
            urgency: urgency.collect(),
            massage: massage.map(|(level, people)| (level, Count::of(&people))).collect(),
        }
    }

    /// A line for each urgency, with a column for each massage.
    pub fn table(&self) -> String {
        let row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
            cells.fold(format!("       {name:<10}"), |row, cell| format!("{row}  {cell:>18}"))
        };
        let share = |count: &Count| percent(count.share_of(&self.all));
        let all = || std::iter::once("all".to_owned());
        let names = self.massage.iter().map(|(level, _)| level.wire().to_owned());
        let mut lines = vec![row("", &mut names.chain(all()))];
        for (level, people, cells) in &self.urgency {
            lines.push(row(level.wire(), &mut cells.iter().chain([people]).map(share)));
        }
        let massage = self.massage.iter().map(|(_, people)| people);
        lines.push(row("all", &mut massage.chain([&self.all]).map(share)));
        lines.join("\n")
    }
}

/// The shares as `verify` prints them. Of all answer sets nearly all have a dozen
/// ticks; so those are told too who are more like the people who come.
pub fn report(proof: &Proof<'_>) -> String {
    let quiet = unalarming(proof);
    let few = proof.guide.questions().fold(quiet.clone(), |people, (index, _)| {
        people.and(&proof.symbols.at_most_one_tick(index))
    });
    let groups = [
        ("complete answer sets", &proof.complete),
        ("of them, with “no” to every question among the warning signs", &quiet),
        ("of these, with one tick a list at most", &few),
    ];
    let told = groups.map(|(who, people)| {
        let shares = Shares::of(people, &proof.levels);
        format!("{} {who}\n{}", shares.all.short(), shares.table())
    });
    told.join("\n")
}
