//! What follows from the answers: the way through the check, and its outcome.
//!
//! Pure and total: no browser, no clock, no chance, no file, no language, and
//! an answer for every input. The same guide and response give the same result.

mod asked;
mod body;
mod compare;
mod evaluate;
pub mod follow_up;
mod journey;
mod reading;
mod state;
mod step;
#[cfg(test)]
mod test_support;
mod truth;
mod witness;

pub use asked::{is_early, is_put, only_asked};
pub use body::{Hands, Reach, can_point, hands, reach};
pub use compare::{Comparison, Difference, compare};
pub use evaluate::evaluate;
pub use journey::{
    Progress, first_incomplete, missing, next, path, previous, progress, prune, shown, way,
};
pub use reading::Reading;
pub use state::{Edit, Landing, Purpose, Reader, Screen, State};
pub use step::{Action, step};
pub use truth::Truth;
pub use witness::signs;
