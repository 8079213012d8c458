//! Where a statement comes from.

use serde::{Deserialize, Serialize};

/// A source's place in [`super::Guide::sources`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct SourceIx(pub u16);

/// A public source, or a plain word that there is none.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Source {
    /// Its short name in the content, such as `GL1` or `S55`.
    pub id: String,
    /// Who published it.
    pub organisation: String,
    /// Its title.
    pub title: String,
    /// When, as published; empty where it bears no date.
    pub year: String,
    /// Where it can be read; empty where it has no address.
    pub address: String,
    /// The source that it is a statement of, which then has the title.
    pub part_of: Option<SourceIx>,
}
