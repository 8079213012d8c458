//! The questionnaire as JSON, for somebody who wants to write a response.

use serde_json::{Value, json};

use crate::model::{Condition, Guide, Kind, OptionSet, QuestionIx, Words};

/// Every page with its questions: ids, options, and when each is asked.
pub fn questionnaire(guide: &Guide, words: &Words<'_>) -> Value {
    let pages = guide.pages().map(|(index, page)| {
        let questions = guide.questions().filter(|(_, question)| question.page == index);
        let questions = questions.map(|(_, question)| {
            let options = question.options.iter().map(|option| {
                json!({
                    "id": option.id,
                    "label": guide.say(words, option.label),
                    "exclusive": option.exclusive,
                })
            });
            json!({
                "id": question.id,
                "title": guide.say(words, question.title),
                "kind": match question.kind {
                    Kind::Choice => "choice",
                    Kind::Choices => "choices",
                    Kind::Scale { .. } => "scale",
                },
                "options": options.collect::<Vec<_>>(),
                "enable_when": written(guide, &question.enable_when),
                "safety": question.safety,
            })
        });
        json!({
            "page": page.id,
            "section": guide.say(words, page.section),
            "questions": questions.collect::<Vec<_>>(),
        })
    });
    json!({ "content_version": guide.about.version, "pages": pages.collect::<Vec<_>>() })
}

/// A condition as content writes it, with its facts spelt out.
fn written(guide: &Guide, condition: &Condition) -> String {
    let id = |index: QuestionIx| guide.question(index).map_or("", |question| question.id.as_str());
    let join = |parts: &[Condition], word: &str| {
        let parts: Vec<String> = parts.iter().map(|part| written(guide, part)).collect();
        format!("({})", parts.join(word))
    };
    match condition {
        Condition::Always => "always".into(),
        Condition::Chosen { question, any_of } => {
            format!("{} is {}", id(*question), names(guide, *question, *any_of))
        }
        Condition::AtLeast { question, value } => format!("{} >= {value}", id(*question)),
        Condition::AtMost { question, value } => format!("{} <= {value}", id(*question)),
        Condition::Unanswered(question) => format!("unanswered {}", id(*question)),
        Condition::Fact(fact) => match guide.facts.get(usize::from(fact.0)) {
            Some(fact) => written(guide, &fact.condition),
            None => String::new(),
        },
        Condition::Rule(rule) => guide.rule(*rule).map_or(String::new(), |rule| rule.id.clone()),
        Condition::Urgency(levels) => {
            format!(
                "urgency is {}",
                levels.iter().map(|l| l.wire()).collect::<Vec<_>>().join(" / ")
            )
        }
        Condition::Massage(levels) => {
            format!(
                "massage is {}",
                levels.iter().map(|l| l.wire()).collect::<Vec<_>>().join(" / ")
            )
        }
        Condition::Not(inner) => format!("not {}", written(guide, inner)),
        Condition::All(parts) => join(parts, " and "),
        Condition::Any(parts) => join(parts, " or "),
        Condition::Unless(when, except) => {
            format!("({} unless {})", written(guide, when), written(guide, except))
        }
        Condition::Score { at_least, parts } => {
            let parts: Vec<String> = parts
                .iter()
                .map(|part| format!("{} x {}", part.weight, written(guide, &part.condition)))
                .collect();
            format!("at least {at_least} of ({})", parts.join(", "))
        }
    }
}

fn names(guide: &Guide, question: QuestionIx, any_of: OptionSet) -> String {
    let Some(question) = guide.question(question) else { return String::new() };
    let chosen = question.options.iter().enumerate().filter(|(index, _)| any_of.has(*index));
    chosen.map(|(_, option)| option.id.as_str()).collect::<Vec<_>>().join(" / ")
}
