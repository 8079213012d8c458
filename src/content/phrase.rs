//! The interface's own words by name, made from `content/words/en/interface.toml`
//! when the project is built: a misspelt name does not compile, and a phrase
//! that nothing uses is a warning.

#![allow(missing_docs)] // Each constant's meaning is the sentence it names.

use crate::model::Text;

include!(concat!(env!("OUT_DIR"), "/phrases.rs"));
