//! What a person takes along: a page for themselves, one for a therapist or
//! doctor, plain text, FHIR, and a reminder for the calendar.
//!
//! Pure: it puts together what the content and the answers say. It sends
//! nothing, and knows no clock; a day comes in as a value.

mod calendar;
mod fhir;
mod for_clinician;
mod for_visitor;
mod sheet;

pub use calendar::reminder;
pub use fhir::{bundle, questionnaire, questionnaire_response};
pub use for_clinician::for_clinician;
pub use for_visitor::for_visitor;
pub use sheet::{Block, Case, Sheet};
