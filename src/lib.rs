//! The sciatica self-check: can massage help *my* sciatica?
//!
//! A questionnaire that runs in the browser alone: warning signs first, then
//! whether massage suits this person and as part of which plan. It informs
//! and signposts; it never diagnoses. `ARCHITECTURE.md` has the plan.

pub mod content;
pub mod embed;
pub mod engine;
pub mod handover;
pub mod json;
pub mod model;
#[cfg(not(target_arch = "wasm32"))]
pub mod proof;
pub mod record;
pub mod view;
#[cfg(not(target_arch = "wasm32"))]
pub mod wire;
