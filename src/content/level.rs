//! What the levels are called: for the screens, and for what is taken along.

use super::phrase;
use crate::model::{Massage, Text, Urgency};

/// What an urgency asks for.
pub const fn urgency(urgency: Urgency) -> Text {
    match urgency {
        Urgency::Emergency => phrase::RESULT_TITLE_EMERGENCY,
        Urgency::SameDay => phrase::RESULT_TITLE_SAME_DAY,
        Urgency::Soon => phrase::RESULT_TITLE_SOON,
        Urgency::SelfCare => phrase::RESULT_TITLE_SELF_CARE,
    }
}

/// The name of a level of massage.
pub const fn massage(massage: Massage) -> Text {
    match massage {
        Massage::NotNow => phrase::MASSAGE_NOT_NOW,
        Massage::AfterAssessment => phrase::MASSAGE_AFTER_ASSESSMENT,
        Massage::GentleWithPlan => phrase::MASSAGE_GENTLE_WITH_PLAN,
        Massage::MayHelpWithPlan => phrase::MASSAGE_MAY_HELP_WITH_PLAN,
    }
}
