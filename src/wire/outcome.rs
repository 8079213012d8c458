//! An outcome as JSON, with the words a visitor would read.

use serde_json::{Value, json};

use crate::model::{Answer, Guide, Outcome, SourceIx, Text, Witness, Words};

/// Everything that follows from a response.
pub fn outcome(guide: &Guide, words: &Words<'_>, outcome: &Outcome) -> Value {
    let text = |text: Text| guide.say(words, text);
    let reasons = outcome.reasons.iter().filter_map(|reason| {
        let rule = guide.rule(reason.rule)?;
        Some(json!({
            "rule": rule.id,
            "urgency": rule.urgency,
            "massage": rule.massage,
            "why": text(rule.why),
            "because": because(guide, &reason.because),
            "sources": sources(guide, &rule.sources),
        }))
    });
    let guidance = outcome.guidance.iter().filter_map(|advice| {
        let line = guide.guidance.get(advice.line)?;
        Some(json!({
            "id": line.id,
            "section": line.section,
            "text": text(line.text),
            "because": because(guide, &advice.because),
            "sources": sources(guide, &line.sources),
        }))
    });
    let contradictions = outcome
        .contradictions
        .iter()
        .filter_map(|index| Some(text(guide.contradictions.get(*index)?.text)));
    json!({
        "urgency": outcome.urgency,
        "massage": outcome.massage,
        "pattern": guide.patterns.get(outcome.pattern).map(|pattern| &pattern.id),
        "irritability": guide.irritability.get(outcome.irritability).map(|band| &band.id),
        "reasons": reasons.collect::<Vec<_>>(),
        "guidance": guidance.collect::<Vec<_>>(),
        "contradictions": contradictions.collect::<Vec<_>>(),
        "content_version": guide.about.version,
        "content_hash": guide.about.hash,
    })
}

fn because(guide: &Guide, witnesses: &[Witness]) -> Value {
    let named = witnesses.iter().filter_map(|witness| {
        let question = guide.question(witness.question)?;
        let answer = match witness.answer {
            None => Value::Null,
            Some(Answer::Value(value)) => json!(value),
            Some(Answer::Options(set)) => {
                let chosen =
                    question.options.iter().enumerate().filter(|(index, _)| set.has(*index));
                json!(chosen.map(|(_, option)| &option.id).collect::<Vec<_>>())
            }
        };
        Some(json!({ "question": question.id, "answer": answer }))
    });
    named.collect()
}

fn sources(guide: &Guide, sources: &[SourceIx]) -> Vec<String> {
    sources.iter().filter_map(|index| Some(guide.source(*index)?.id.clone())).collect()
}
