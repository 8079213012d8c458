//! The check for everybody: for whoever reads with a screen reader, has a
//! keyboard and nothing else, asks for dark or few colours, or zooms in.
//! `docs/accessibility.md` says what of it was tested, and how.

mod announced;
pub mod axe;
mod in_order;
mod patience;
mod reading;
mod room;
