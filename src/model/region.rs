//! Where a person is: which numbers to call and what the places are called.

use serde::{Deserialize, Serialize};

use super::Text;

/// A country, or a part of one with a telephone line of its own.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Region {
    /// ISO 3166 code (`CA-ON`, `GB`), or `other`.
    pub id: String,
    /// Its name in a list.
    pub name: Text,
    /// The emergency number; `None` where it is not known.
    pub emergency: Option<String>,
    /// Words for the emergency number ("999").
    pub emergency_words: Text,
    /// Words for the emergency department ("A&E").
    pub hospital: Text,
    /// Words for a family doctor ("GP").
    pub doctor: Text,
    /// Words for a physiotherapist, without an article ("physical therapist").
    pub physio: Text,
    /// Words for the anus, without an article ("back passage").
    pub back_passage: Text,
    /// Where to ask for advice without an emergency.
    pub advice: Option<AdviceLine>,
    /// The numbers were seen at a public source.
    pub confirmed: bool,
}

/// A telephone line for advice that is not an emergency.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct AdviceLine {
    /// Its name with its number, for a sentence ("NHS 111").
    pub name: Text,
    /// What to dial.
    pub number: String,
}
