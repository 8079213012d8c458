//! One mistake in the content, told so that it can be mended.

use std::fmt;

/// What is wrong, where, and what was expected.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Problem {
    /// The file, below `content/`.
    pub file: String,
    /// The entry in it.
    pub id: String,
    /// What is wrong with it.
    pub wrong: String,
    /// What was expected instead.
    pub expected: String,
}

impl Problem {
    pub(super) fn new(
        file: impl Into<String>,
        id: impl Into<String>,
        wrong: impl Into<String>,
        expected: impl Into<String>,
    ) -> Self {
        Self { file: file.into(), id: id.into(), wrong: wrong.into(), expected: expected.into() }
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, id, wrong, expected } = self;
        write!(out, "content/{file} · {id}: {wrong}; expected {expected}")
    }
}
