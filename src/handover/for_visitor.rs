//! The page for the person: the answer, what to do, what to watch for, massage and the plan,
//! without what only a screen can open.

use super::sheet::{Case, Sheet};
use crate::content::{level, phrase};
use crate::engine::signs;
use crate::model::{Section, Text, Urgency};

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
    let parts =
        PARTS.map(|(title, section, most)| (case.text(title), lines(section).take(most).collect()));
    let mut blocks = vec![(case.text(phrase::HANDOVER_RESULT), levels(case))];
    blocks.extend(say(case));
    blocks.extend(parts);
    Sheet::new(case.text(phrase::START_TITLE), case.about(), blocks)
}

/// How soon to get help, and the answer to the question that the page is called by.
fn levels(case: &Case<'_>) -> Vec<String> {
    let massage = case.text(level::massage(case.outcome.massage));
    let urgency = case.text(level::urgency(case.outcome.urgency));
    vec![urgency, case.filled(phrase::HANDOVER_MASSAGE, &[("massage", &massage)])]
}

/// What to say on the telephone, where it comes to that.
fn say(case: &Case<'_>) -> Option<(String, Vec<String>)> {
    let (title, say) = match case.outcome.urgency {
        Urgency::Emergency => (phrase::INTERRUPTION_SAY_TITLE, phrase::INTERRUPTION_SAY),
        Urgency::SameDay => (phrase::RESULT_SAY_TITLE, phrase::RESULT_SAY),
        Urgency::Soon | Urgency::SelfCare => return None,
    };
    let signs: Vec<String> =
        signs(case.guide, case.outcome).into_iter().map(|sign| case.text(sign)).collect();
    Some((case.text(title), vec![case.filled(say, &[("signs", &signs.join("; "))])]))
}
