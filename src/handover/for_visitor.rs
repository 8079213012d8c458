//! The page for the person: what to do, what to watch for, massage and the plan,
//! without what only a screen can open.

use super::sheet::{Case, Sheet};
use crate::content::phrase;
use crate::model::{Section, Text};

/// How many lines a part has on paper: content puts what everybody needs first.
const FEW: usize = 3;

/// The page. All warning signs stand on it; of the rest, the first lines.
pub fn for_visitor(case: &Case<'_>) -> Sheet {
    const PARTS: [(Text, Section, usize); 11] = [
        (phrase::RESULT_NOW, Section::Now, usize::MAX),
        (phrase::SECTION_WATCH_EMERGENCY, Section::WatchEmergency, usize::MAX),
        (phrase::SECTION_WATCH_SAME_DAY, Section::WatchSameDay, usize::MAX),
        (phrase::SECTION_MASSAGE, Section::Massage, FEW),
        (phrase::SECTION_AREAS, Section::Areas, FEW),
        (phrase::SECTION_PLAN, Section::Plan, FEW),
        (phrase::SECTION_STRENGTH, Section::Strength, 1),
        (phrase::SECTION_MOBILITY, Section::Mobility, 1),
        (phrase::SECTION_CONFIDENCE, Section::Confidence, 1),
        (phrase::SECTION_LOAD, Section::Load, 1),
        (phrase::SECTION_PROGRESS_GOOD, Section::ProgressGood, usize::MAX),
    ];
    let lines = |section: Section| {
        let lines = case.outcome.guidance.iter();
        let lines = lines.filter_map(|advice| case.guide.guidance.get(advice.line));
        lines.filter(move |line| line.section == section).map(|line| case.text(line.text))
    };
    let blocks =
        PARTS.map(|(title, section, most)| (case.text(title), lines(section).take(most).collect()));
    Sheet::new(case.text(phrase::START_TITLE), case.about(), blocks.into())
}
