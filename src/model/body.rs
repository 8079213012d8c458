//! The body as the check speaks of it: areas from the low back down to the
//! foot, and sides.

use serde::{Deserialize, Serialize};

/// Part of the body, from the top down: a later one is further from the back.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Area {
    /// The low back.
    LowBack,
    /// The buttock and the side of the hip.
    Buttock,
    /// The thigh: front, side or back.
    Thigh,
    /// The knee.
    Knee,
    /// The calf or shin.
    Calf,
    /// The foot or toes.
    Foot,
}

impl Area {
    /// Every area, from the top down.
    pub const ALL: [Self; 6] =
        [Self::LowBack, Self::Buttock, Self::Thigh, Self::Knee, Self::Calf, Self::Foot];

    /// The name used in content.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::LowBack => "low-back",
            Self::Buttock => "buttock",
            Self::Thigh => "thigh",
            Self::Knee => "knee",
            Self::Calf => "calf",
            Self::Foot => "foot",
        }
    }
}

/// Which side of the body.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Side {
    /// The left one.
    Left,
    /// The right one.
    Right,
    /// Both.
    Both,
}

impl Side {
    /// Every answer to "which side".
    pub const ALL: [Self; 3] = [Self::Left, Self::Right, Self::Both];

    /// The name used in content.
    pub const fn wire(self) -> &'static str {
        match self {
            Self::Left => "left",
            Self::Right => "right",
            Self::Both => "both",
        }
    }

    /// Whether this is the other, or takes it in.
    pub fn covers(self, other: Self) -> bool {
        self == other || self == Self::Both
    }
}

/// A place that can be pointed at and marked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Spot {
    /// Which area.
    pub area: Area,
    /// Of which leg or buttock. None is told for the low back, and for a leg
    /// seen from the side: it may be either.
    pub side: Option<Side>,
}

/// What an option says about the body, for the picture of it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum OnBody {
    /// It goes down to here.
    DownTo(Area),
    /// It is on this side.
    On(Side),
}
