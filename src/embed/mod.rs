//! The boundary to the host page. In come the settings of [`settings`]; out go
//! the events of [`crate::view::Told`]. No answer leaves.
//!
//! The scripts beside this file are the page's side of it: `element.ts` is the
//! custom element, `page.ts` the check's own page, `frame.ts` the host of a
//! frame, `builder/` the page where a clinic's owner puts all that together.
//! `docs/embedding.md` is for those who use them.

#[cfg(target_arch = "wasm32")]
mod adviser;
#[cfg(target_arch = "wasm32")]
mod seat;
pub mod settings;

#[cfg(target_arch = "wasm32")]
pub use adviser::Adviser;
#[cfg(target_arch = "wasm32")]
pub use seat::Seat;
