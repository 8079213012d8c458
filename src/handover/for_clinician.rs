//! The page for a therapist or doctor: what was advised and why, the warning
//! signs that are there *and* those that were asked about and are not, what
//! stirs it up, how far it goes, how it has gone, and reasons for care.

use super::sheet::{Case, Sheet};
use crate::content::{level, phrase};
use crate::engine::{Reading, Truth, first_incomplete};
use crate::model::{Kind, OptionSet, Question, QuestionIx, Section, Text};

/// Whether a sign is there, as far as the answers tell.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Sign {
    Present,
    Absent,
    Unknown,
}

/// The page, in the terms of those who read it.
pub fn for_clinician(case: &Case<'_>) -> Sheet {
    let signs = |wanted: Sign| -> Vec<String> {
        let signs = signs(case).into_iter().filter(|(_, sign)| *sign == wanted);
        signs.map(|(term, _)| case.text(term)).collect()
    };
    let mut blocks = vec![
        (case.text(phrase::HANDOVER_ADVISED), advised(case)),
        (case.text(phrase::HANDOVER_PRESENT), signs(Sign::Present)),
        (case.text(phrase::HANDOVER_ABSENT), signs(Sign::Absent)),
        (case.text(phrase::HANDOVER_UNKNOWN), signs(Sign::Unknown)),
    ];
    blocks.extend(findings(case));
    blocks.push((case.text(phrase::HANDOVER_BOUNDS), vec![case.text(phrase::START_INTENDED_USE)]));
    Sheet::new(case.text(phrase::HANDOVER_CLINICIAN_TITLE), case.about(), blocks)
}

/// The levels in words; and why, with the answers, as it was told to the person.
fn advised(case: &Case<'_>) -> Vec<String> {
    let outcome = case.outcome;
    let urgency = case.text(level::urgency(outcome.urgency));
    let massage = case.text(level::massage(outcome.massage));
    let values = [("urgency", urgency.as_str()), ("massage", &massage)];
    let mut lines = vec![case.filled(phrase::HANDOVER_LEVELS, &values)];
    for reason in &outcome.reasons {
        let Some(rule) = case.guide.rule(reason.rule) else { continue };
        if rule.urgency.is_none() && rule.massage != Some(outcome.massage) {
            continue;
        }
        let because = reason.because.iter().filter(|it| case.guide.asks(it.question));
        let answers = because
            .filter_map(|it| Some(case.answered(case.guide.question(it.question)?, it.answer?)));
        let answers: Vec<String> = answers.collect();
        let why = case.text(rule.why);
        lines.push(match rule.urgency.is_some() && !answers.is_empty() {
            true => format!("{why} ({})", answers.join("; ")),
            false => why,
        });
    }
    lines
}

/// Every sign that the checklists of the warning signs name, and whether it is there.
fn signs(case: &Case<'_>) -> Vec<(Text, Sign)> {
    let reading = Reading::new(case.guide, case.response);
    let mut found: Vec<(Text, Sign)> = Vec::new();
    for (index, question) in case.guide.questions() {
        if question.kind != Kind::Choices || reading.enabled(index) == Truth::False {
            continue;
        }
        let answer = case.response.get(index);
        let ticked = case.response.options(index);
        let all = question.options.iter().enumerate();
        let open = all.filter(|(place, _)| ticked.has(*place));
        let open = open.fold(OptionSet::default(), |set, (_, it)| set.with(it.leaves_open));
        for (place, option) in question.options.iter().enumerate() {
            let Some(term) = option.sign else { continue };
            let sign = match answer {
                None => Sign::Unknown,
                Some(_) if ticked.has(place) => Sign::Present,
                Some(_) if open.has(place) => Sign::Unknown,
                Some(_) => Sign::Absent,
            };
            found.push((term, sign));
        }
    }
    found
}

/// The answers that belong on the page, by the part of the check they come from,
/// and what the symptoms sound like together.
fn findings(case: &Case<'_>) -> Vec<(String, Vec<String>)> {
    let mut blocks: Vec<(Text, Vec<String>)> = Vec::new();
    for (index, question) in case.guide.questions().filter(|(_, question)| question.handover) {
        let Some(page) = case.guide.page(question.page) else { continue };
        let Some(line) = line(case, index, question) else { continue };
        match blocks.iter_mut().find(|(section, _)| *section == page.section) {
            Some((_, lines)) => lines.push(line),
            None => blocks.push((page.section, vec![line])),
        }
    }
    let mut blocks: Vec<_> =
        blocks.into_iter().map(|(title, lines)| (case.text(title), lines)).collect();
    if first_incomplete(case.guide, case.response).is_some() {
        blocks
            .push((case.text(phrase::HANDOVER_IMPRESSION), vec![case.text(phrase::HANDOVER_OPEN)]));
        return blocks;
    }
    let lines = case.outcome.guidance.iter().filter_map(|it| case.guide.guidance.get(it.line));
    // Where the check does not fit, nobody was asked what it sounds like.
    if lines.filter(|line| line.section == Section::Picture).count() == 0 {
        return blocks;
    }
    let irritability = case.guide.irritability.get(case.outcome.irritability);
    let pattern = case.guide.patterns.get(case.outcome.pattern);
    let described = [irritability, pattern].into_iter().flatten();
    let terms = described.map(|described| case.text(described.term));
    blocks.push((case.text(phrase::HANDOVER_IMPRESSION), terms.collect()));
    blocks
}

/// A question's answer on a line; nothing where it was not asked or not answered.
fn line(case: &Case<'_>, index: QuestionIx, question: &Question) -> Option<String> {
    let reading = Reading::new(case.guide, case.response);
    Some(case.answered(question, reading.answer(index)?))
}
