//! Guidance: single lines of advice, each shown when its condition holds.

use serde::{Deserialize, Serialize};

use super::{Area, Condition, SourceIx, Text};

/// The parts of the result, in the order in which they are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Section {
    /// What to do now.
    Now,
    /// What the answers sound like, and what that does and does not mean.
    Picture,
    /// What to watch for: help now.
    WatchEmergency,
    /// What to watch for: a doctor the same day.
    WatchSameDay,
    /// What to watch for: what to do then.
    Watch,
    /// Massage for this person.
    Massage,
    /// Where a massage therapist may work, and where not.
    Areas,
    /// The plan: day by day, whatever else.
    Plan,
    /// The plan: strength.
    Strength,
    /// The plan: mobility.
    Mobility,
    /// The plan: confidence in movement.
    Confidence,
    /// The plan: daily load.
    Load,
    /// How to tell that it is helping.
    Progress,
    /// How to tell: good signs.
    ProgressGood,
    /// How to tell: signs that it is not.
    ProgressWarning,
    /// What to tell the therapist.
    Therapist,
    /// How good the evidence is.
    Evidence,
}

impl Section {
    /// Every section, in reading order.
    pub const ALL: [Self; 17] = [
        Self::Now,
        Self::Picture,
        Self::WatchEmergency,
        Self::WatchSameDay,
        Self::Watch,
        Self::Massage,
        Self::Areas,
        Self::Plan,
        Self::Strength,
        Self::Mobility,
        Self::Confidence,
        Self::Load,
        Self::Progress,
        Self::ProgressGood,
        Self::ProgressWarning,
        Self::Therapist,
        Self::Evidence,
    ];

    /// Whether this part is shown in an emergency: nothing then stands between
    /// a person and the call.
    pub const fn in_emergency(self) -> bool {
        matches!(self, Self::Now | Self::WatchEmergency | Self::WatchSameDay | Self::Watch)
    }

    /// Whether this part has something to say before everything has been asked.
    pub const fn before_all_is_asked(self) -> bool {
        self.in_emergency() || matches!(self, Self::Massage)
    }

    /// The name used in content and on the wire.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Now => "now",
            Self::Picture => "picture",
            Self::WatchEmergency => "watch-emergency",
            Self::WatchSameDay => "watch-same-day",
            Self::Watch => "watch",
            Self::Massage => "massage",
            Self::Areas => "areas",
            Self::Plan => "plan",
            Self::Strength => "strength",
            Self::Mobility => "mobility",
            Self::Confidence => "confidence",
            Self::Load => "load",
            Self::Progress => "progress",
            Self::ProgressGood => "progress-good",
            Self::ProgressWarning => "progress-warning",
            Self::Therapist => "therapist",
            Self::Evidence => "evidence",
        }
    }
}

/// One line of advice.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct GuidanceLine {
    /// Stable name, also on the wire.
    pub id: String,
    /// The part of the result that shows it.
    pub section: Section,
    /// When it is shown.
    pub when: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceIx>,
    /// The advice.
    pub text: Text,
    /// Where it says that a therapist may work.
    pub work: Vec<Area>,
    /// What it says to leave alone.
    pub leave: Vec<Area>,
}
