//! From the format of an older version to the one of today, a step a version.

use crate::json::Json;

/// The version that is written.
pub const VERSION: u32 = 1;

/// Makes the next version of a record out of one; `None`: it is not of that version.
type Step = fn(Json) -> Option<Json>;

/// The first step leads from version 1 to 2, and so on: one for every version that has
/// been. There has been no other version yet.
const STEPS: [Step; VERSION as usize - 1] = [];

/// A record of this older version, as it would be written today.
pub fn migrate(record: Json, version: u64) -> Option<Json> {
    steps(record, version, &STEPS)
}

fn steps(record: Json, version: u64, steps: &[Step]) -> Option<Json> {
    let done = usize::try_from(version).ok()?.checked_sub(1)?;
    steps.get(done..)?.iter().try_fold(record, |record, step| step(record))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn add(letter: &str, to: Json) -> Option<Json> {
        let Json::Text(text) = to else { return None };
        Some(Json::Text(text + letter))
    }

    #[test]
    fn every_step_from_its_version_on_is_taken_once_and_in_order() {
        let three: [Step; 3] = [|it| add("2", it), |it| add("3", it), |it| add("4", it)];
        let from = |version| steps("v".into(), version, &three);
        assert_eq!(from(1), Some("v234".into()));
        assert_eq!(from(3), Some("v4".into()));
        assert_eq!(from(4), Some("v".into()), "of today");
        assert_eq!((from(0), from(5)), (None, None), "no version");
        assert_eq!(steps(Json::Other, 2, &three), None, "a step that fails ends it");
    }
}
