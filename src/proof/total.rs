//! Every response has an outcome with a reason: on each scale a rule holds,
//! or there is one for everybody else.

use std::borrow::Cow;

use super::levels::without;
use super::{Findings, Proof};
use crate::model::Rule;

/// Whether a rule gives a level of a scale.
type Sets = fn(&Rule) -> bool;

pub fn check(proof: &Proof<'_>) -> Findings {
    let scales: [(&str, Sets); 2] =
        [("urgency", |rule| rule.urgency.is_some()), ("massage", |rule| rule.massage.is_some())];
    let mut failures = Vec::new();
    for (scale, set_by) in scales {
        if proof.levels.otherwise().iter().any(|rule| set_by(rule)) {
            continue;
        }
        let rows = proof.levels.rows().iter().filter(|row| set_by(row.rule));
        let left = without(proof.valid.clone(), rows.map(|row| Cow::Borrowed(&row.holds)));
        if !left.is_false() {
            failures.push(proof.failure(format!("no rule gives a level of {scale}"), &left));
        }
    }
    failures.into()
}
