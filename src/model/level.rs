//! The two ordered scales of an outcome: how soon to get help, and what
//! massage is offered. On each the most restrictive rule wins.

use serde::{Deserialize, Serialize};

/// How soon to get help, from least to most urgent.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Urgency {
    /// L1: self-care, a watch list and a date to check again.
    SelfCare,
    /// L2: an assessment in days, two weeks at most.
    Soon,
    /// L3: a doctor, nurse line or urgent care today.
    SameDay,
    /// L4: the emergency number or department, now.
    Emergency,
}

/// What massage is offered, from the most to the least restrictive.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Massage {
    /// M0: no massage for this now.
    NotNow,
    /// M1: only after someone has examined it.
    AfterAssessment,
    /// M2: gentle, as one part of a plan.
    GentleWithPlan,
    /// M3: may help, as one part of a plan.
    MayHelpWithPlan,
}

impl Urgency {
    /// Every level, least urgent first.
    pub const ALL: [Self; 4] = [Self::SelfCare, Self::Soon, Self::SameDay, Self::Emergency];

    /// The name used on the wire, in content and in events.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::SelfCare => "self-care",
            Self::Soon => "soon",
            Self::SameDay => "same-day",
            Self::Emergency => "emergency",
        }
    }

    /// The most massage that can be offered at this urgency, whatever a rule
    /// says: nobody is sent to a massage table with a sign to be seen today.
    pub const fn massage_ceiling(self) -> Massage {
        match self {
            Self::SelfCare | Self::Soon => Massage::MayHelpWithPlan,
            Self::SameDay | Self::Emergency => Massage::NotNow,
        }
    }
}

impl Massage {
    /// Every level, most restrictive first.
    pub const ALL: [Self; 4] =
        [Self::NotNow, Self::AfterAssessment, Self::GentleWithPlan, Self::MayHelpWithPlan];

    /// The name used on the wire, in content and in events.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::NotNow => "not-now",
            Self::AfterAssessment => "after-assessment",
            Self::GentleWithPlan => "gentle-with-plan",
            Self::MayHelpWithPlan => "may-help-with-plan",
        }
    }
}
