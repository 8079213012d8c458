//! The lines of advice of a part.

use yew::prelude::*;

use super::context::Context;
use super::element::el;
use crate::model::{Advice, GuidanceLine, Section};

/// The advice of a part.
pub fn advice_of<'a>(
    context: &Context<'a>,
    section: Section,
) -> impl Iterator<Item = (&'a Advice, &'a GuidanceLine)> {
    let guide = context.guide();
    let advice = context.outcome.guidance.iter();
    advice
        .filter_map(|advice| Some((advice, guide.guidance.get(advice.line)?)))
        .filter(move |(_, line)| line.section == section)
}

/// Whether a part has anything to say.
pub fn has_lines(context: &Context<'_>, section: Section) -> bool {
    advice_of(context, section).next().is_some()
}

/// The lines of advice of a part, all of them.
pub fn lines(context: &Context<'_>, section: Section) -> Html {
    list(context, section, &mut advice_of(context, section).map(|(_, line)| line))
}

/// Lines of a part as a list; nothing without one.
pub fn list(
    context: &Context<'_>,
    section: Section,
    lines: &mut dyn Iterator<Item = &'_ GuidanceLine>,
) -> Html {
    let mut lines = lines.peekable();
    if lines.peek().is_none() {
        return Html::default();
    }
    let line = |line: &GuidanceLine| el("li").key(&line.id).say(context, line.text);
    el("ul").class(["lines lines--", section.wire()].concat()).each(lines.map(line)).into()
}
