//! What the options of a question say about the body, by their names.

use serde::Deserialize;

use crate::model::{Area, OnBody, Side};

/// What a question tells the picture of the body.
#[derive(Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub(super) enum Picture {
    /// How far down it goes: an option for each area.
    Reach,
    /// Which side it is on: left, right, both.
    Side,
}

impl Picture {
    /// What an option of this name says; nothing for "nowhere" or "not sure".
    pub(super) fn option(self, name: &str) -> Option<OnBody> {
        self.all().into_iter().find(|(known, _)| *known == name).map(|(_, says)| says)
    }

    /// The names of what the picture shows and none of these options says.
    pub(super) fn missing(self, options: &[String]) -> Vec<&'static str> {
        let names = self.all().into_iter().map(|(name, _)| name);
        names.filter(|name| !options.iter().any(|option| option == name)).collect()
    }

    fn all(self) -> Vec<(&'static str, OnBody)> {
        match self {
            Self::Reach => Area::ALL.map(|it| (it.wire(), OnBody::DownTo(it))).into(),
            Self::Side => Side::ALL.map(|it| (it.wire(), OnBody::On(it))).into(),
        }
    }
}
