//! What a host page may set. None of it reaches the engine, whose functions
//! take the guide, the state and what the person does, and nothing else.

use yew::prelude::*;

use super::accent::Accent;

/// Everything that a host page may set; what it leaves out is as it always is.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Options {
    /// The code of the person's region, if the page knows it. They can change it.
    pub region: Option<AttrValue>,
    /// Who offers the check.
    pub clinic: Clinic,
    /// Light or dark.
    pub theme: Theme,
    /// The clinic's colour, made readable.
    pub accent: Option<Accent>,
    /// The clinic wants to be told the levels of a result.
    pub share_levels: bool,
}

/// Who offers the check, in their own words.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Clinic {
    /// What it is called.
    pub name: Option<AttrValue>,
    /// Its telephone number, as people write it.
    pub phone: Option<AttrValue>,
    /// Where an appointment is made: `https:`, `tel:` or `mailto:`.
    pub booking: Option<AttrValue>,
    /// Who has looked at the check for the clinic.
    pub reviewed_by: Option<AttrValue>,
}

/// Light or dark.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// As the visitor's device is set.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// The theme with this name.
    pub fn named(name: &str) -> Option<Self> {
        [Self::Auto, Self::Light, Self::Dark].into_iter().find(|theme| theme.name() == name)
    }

    /// Its name in an attribute.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }
}
