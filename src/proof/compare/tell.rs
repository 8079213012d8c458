//! A comparison, as `compare` prints it: in words, or as JSON.

use serde_json::{Map, Value, json};

use super::{Cause, Comparison, Move, Person, Share};
use crate::proof::{Count, percent};

impl Comparison {
    /// In words: what differs, the shares before and after, and each move.
    pub fn text(&self) -> String {
        let (old, new) = (&self.old, &self.new);
        let all = self.groups.first().map_or_else(String::new, |group| group.all.short());
        let mut lines = vec![format!(
            "content {} ({}) to {} ({}), over {all} complete answer sets to all that either asks",
            old.version, old.hash, new.version, new.hash,
        )];
        lines.extend(self.notes.iter().map(|note| format!("  {note}")));
        lines.extend(self.table());
        if self.moves.is_empty() {
            lines.push("Nobody moves.".to_owned());
        }
        lines.extend(self.moves.iter().map(|it| it.text(&self.groups)));
        lines.join("\n")
    }

    /// The shares of each level, before and after: a line a level, a column a group.
    fn table(&self) -> Vec<String> {
        let row = |name: &str, cells: &mut dyn Iterator<Item = String>| {
            cells.fold(format!("  {name:<18}"), |row, cell| format!("{row}  {cell:>25}"))
        };
        let mut lines = vec![row("", &mut self.groups.iter().map(|it| it.who.to_owned()))];
        let levels = self.groups.first().map_or(&[][..], |group| group.levels.as_slice());
        for (place, (level, _, _)) in levels.iter().enumerate() {
            let mut cells = self.groups.iter().map(|group| {
                let part = |count: &Count| percent(count.share_of(&group.all));
                let cell = group.levels.get(place);
                cell.map_or_else(String::new, |(_, was, is)| match was == is {
                    true => part(is),
                    false => format!("{} → {}", part(was), part(is)),
                })
            });
            lines.push(row(level, &mut cells));
        }
        let mut moved = self.groups.iter().map(|it| percent(it.moved.share_of(&it.all)));
        lines.push(row("who move", &mut moved));
        lines
    }

    /// As JSON.
    pub fn json(&self) -> Value {
        let groups = self.groups.iter().map(|group| {
            let levels = group.levels.iter().map(|(level, was, is)| {
                let cell = json!({ "old": was.json(&group.all), "new": is.json(&group.all) });
                ((*level).to_owned(), cell)
            });
            json!({
                "who": group.who,
                "answer_sets": group.all.digits(),
                "moved": group.moved.json(&group.all),
                "levels": levels.collect::<Map<String, Value>>(),
            })
        });
        json!({
            "old": { "version": self.old.version, "hash": self.old.hash },
            "new": { "version": self.new.version, "hash": self.new.hash },
            "notes": self.notes,
            "groups": groups.collect::<Vec<_>>(),
            "moves": self.moves.iter().map(|it| it.json(&self.groups)).collect::<Vec<_>>(),
        })
    }
}

impl Count {
    fn json(&self, all: &Self) -> Value {
        json!({ "count": self.digits(), "about": self.short(), "share": self.share_of(all) })
    }
}

impl Move {
    /// Whether only those do who leave questions open.
    pub fn is_partial(&self) -> bool {
        self.counts.first().is_none_or(Count::is_zero)
    }

    fn text(&self, groups: &[Share]) -> String {
        let care = if self.more_careful { "more careful" } else { "LESS CAREFUL" };
        let shares =
            self.counts.iter().zip(groups).map(|(count, group)| {
                format!("{} {}", group.who, percent(count.share_of(&group.all)))
            });
        let how_many = match (self.is_partial(), self.counts.first()) {
            (false, Some(count)) => {
                let shares: Vec<String> = shares.collect();
                format!("{} answer sets ({})", count.short(), shares.join(", "))
            }
            _ => "only of those who leave questions open".to_owned(),
        };
        let (scale, from, to) = (self.scale, self.from, self.to);
        let mut lines = vec![format!("\n{care}: {scale} from {from} to {to}; {how_many}")];
        lines.extend(self.rules.iter().map(|it| it.text("rule")));
        lines.extend(self.claims.iter().map(|it| it.text("claim")));
        lines.extend(self.person.iter().map(Person::text));
        lines.join("\n")
    }

    fn json(&self, groups: &[Share]) -> Value {
        let causes = |list: &[Cause]| list.iter().map(Cause::json).collect::<Vec<_>>();
        let counts = self.counts.iter().zip(groups);
        let counts = counts.map(|(count, group)| (group.who.to_owned(), count.json(&group.all)));
        json!({
            "scale": self.scale,
            "from": self.from,
            "to": self.to,
            "more_careful": self.more_careful,
            "answer_sets": counts.collect::<Map<String, Value>>(),
            "rules": causes(&self.rules),
            "claims": causes(&self.claims),
            "person": self.person.as_ref().map(Person::json),
        })
    }
}

impl Cause {
    fn text(&self, what: &str) -> String {
        let Self { id, how, says, count } = self;
        format!("  {what} “{id}” {how} ({}): {says}", count.short())
    }

    fn json(&self) -> Value {
        let Self { id, how, says, count } = self;
        json!({ "id": id, "how": how, "says": says, "answer_sets": count.digits() })
    }
}

impl Person {
    fn text(&self) -> String {
        let mut lines: Vec<String> = self.says.iter().map(|said| format!("    {said}")).collect();
        match (self.says.is_empty(), self.noes) {
            (true, 0) => lines.push("    Somebody who has answered nothing.".to_owned()),
            (_, 0) => {}
            (_, noes) => lines.push(format!("    And “no” to {noes} questions.")),
        }
        lines.push(format!("    {}", self.response));
        if let Some(before) = &self.heard_before {
            lines.push(format!("    The old content hears: {before}"));
        }
        lines.join("\n")
    }

    fn json(&self) -> Value {
        json!({
            "says": self.says,
            "says_no_to": self.noes,
            "partial": self.partial,
            "response": self.response,
            "old_response": self.heard_before.as_ref().unwrap_or(&self.response),
        })
    }
}
