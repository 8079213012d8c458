//! The check as JSON: responses in, outcomes and the questionnaire out. For
//! the command line and for tests; the browser needs none of it.

mod outcome;
mod questionnaire;
mod response;

pub use outcome::outcome;
pub use questionnaire::questionnaire;
pub use response::{Fault, response, response_from_value};
