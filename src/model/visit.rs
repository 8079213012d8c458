//! What a person has told at different times, and keeps to see a change.
//!
//! Which questions were asked stands in the content. When it was comes in from
//! outside: the model knows no clock, and trusts none. No clock decides which of
//! two versions of a visit counts; see [`Visit`].

use super::Day;

/// What was told at one time.
///
/// Ordered by how new a version of the visit it is: by the revision first. Of two
/// versions of the same visit, the greater one counts, whoever meets them in
/// whatever order.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Visit {
    /// Raised by one with each change to the visit.
    pub revision: u32,
    /// When, in seconds since 1970 (UTC), as the device's clock had it.
    pub at: u64,
    /// What tells it from every other visit, on other devices too.
    pub id: String,
    /// The day in the calendar of the place where the person was then.
    pub day: Day,
    /// The answers, by the id of their question; in the order of these ids, each once.
    answers: Vec<(String, Given)>,
}

/// An answer as it is kept: in names, so that it outlives a change of the content.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Given {
    /// The ids of the options that were chosen.
    Options(Vec<String>),
    /// A number: of a scale, or of minutes.
    Number(u16),
}

/// What a person has decided for all visits.
///
/// Ordered like a [`Visit`]: the one with the greater revision counts.
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Own {
    /// Raised by one with each change.
    pub revision: u32,
    /// Up to three things they want to do again, in their own words.
    pub activities: Vec<String>,
    /// After how many months a visit is forgotten; `None`: never.
    pub forget_after: Option<u8>,
}

/// All that a person keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// What goes for all visits.
    pub own: Own,
    visits: Vec<Visit>,
}

impl Visit {
    /// A visit without an answer yet.
    pub fn new(id: String, at: u64, day: Day) -> Self {
        Self { revision: 0, at, id, day, answers: Vec::new() }
    }

    /// The answer to the question of this id.
    pub fn answer(&self, question: &str) -> Option<&Given> {
        let at = self.place(question).ok()?;
        self.answers.get(at).map(|(_, given)| given)
    }

    /// Every answer, with the id of its question.
    pub fn answers(&self) -> &[(String, Given)] {
        &self.answers
    }

    /// Gives an answer, in place of one that was there.
    pub fn give(&mut self, question: String, given: Given) {
        match self.place(&question) {
            Ok(at) => {
                if let Some((_, there)) = self.answers.get_mut(at) {
                    *there = given;
                }
            }
            Err(at) => self.answers.insert(at, (question, given)),
        }
    }

    /// How many days after an earlier visit; `None` if that one is of a later day: a
    /// clock was wrong, and nobody can say.
    pub fn days_after(&self, earlier: &Visit) -> Option<u32> {
        self.day.days_after(earlier.day)
    }

    fn place(&self, question: &str) -> Result<usize, usize> {
        self.answers.binary_search_by(|(id, _)| id.as_str().cmp(question))
    }
}

impl Record {
    /// Every visit, the earliest first; of one and the same second, by their ids.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// Adds a visit. One with the same id stays only if it is the newer version.
    pub fn keep(&mut self, visit: Visit) {
        let known = self.visits.iter().position(|it| it.id == visit.id);
        if known.and_then(|at| self.visits.get(at)).is_some_and(|it| *it >= visit) {
            return;
        }
        if let Some(at) = known {
            self.visits.remove(at);
        }
        let key = (visit.at, visit.id.as_str());
        let at = self.visits.partition_point(|it| (it.at, it.id.as_str()) < key);
        self.visits.insert(at, visit);
    }

    /// Keeps only the visits of which this is true.
    pub fn retain(&mut self, keep: impl FnMut(&Visit) -> bool) {
        self.visits.retain(keep);
    }

    /// Nothing is kept: no visit, and nothing decided.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn visit(id: &str, at: u64, revision: u32) -> Visit {
        let day = Day { year: 2026, month: 11, day: 25 };
        Visit { revision, ..Visit::new(id.to_owned(), at, day) }
    }

    fn ids(record: &Record) -> Vec<&str> {
        record.visits().iter().map(|it| it.id.as_str()).collect()
    }

    #[test]
    fn visits_stand_by_time_and_of_the_same_second_by_their_ids() {
        let mut record = Record::default();
        for (id, at) in [("c", 20), ("b", 10), ("a", 20), ("d", 5)] {
            record.keep(visit(id, at, 0));
        }
        assert_eq!(ids(&record), ["d", "b", "a", "c"]);
    }

    #[test]
    fn of_two_versions_the_greater_revision_counts_whatever_a_clock_says() {
        let mut record = Record::default();
        record.keep(visit("a", 20, 1));
        record.keep(visit("b", 30, 0));
        record.keep(visit("a", 99, 0));
        assert_eq!((ids(&record), record.visits()[0].at), (vec!["a", "b"], 20));
        record.keep(visit("a", 40, 2));
        assert_eq!(ids(&record), ["b", "a"], "it moved to its new time");
    }

    #[test]
    fn an_answer_takes_the_place_of_the_one_before() {
        let mut visit = visit("a", 0, 0);
        for (question, number) in [("walk", 5), ("back", 3), ("walk", 9)] {
            visit.give(question.to_owned(), Given::Number(number));
        }
        assert_eq!(visit.answer("walk"), Some(&Given::Number(9)));
        assert_eq!(visit.answer("sit"), None);
        assert_eq!(visit.answers().len(), 2);
    }
}
