//! The questionnaire and the answers as FHIR R4 `Questionnaire` and
//! `QuestionnaireResponse`, so that a clinic's system can read them.
//!
//! Choices are codings of this questionnaire's own systems. A code of LOINC
//! stands only where the content names one. When a question is asked is not
//! told: our conditions look at several answers at once, and FHIR R4's
//! `enableWhen` cannot say them all; so every item may be left out.

use crate::engine::{Reading, first_incomplete};
use crate::json::Json;
use crate::model::{Answer, Guide, Kind, OptionSet, Page, PageIx, Question, Response, Words};

/// The canonical address of the questionnaire; a name, and not a place.
const CANONICAL: &str = "urn:sciatica-self-check:questionnaire";
const LOINC: &str = "http://loinc.org";

/// The questionnaire. A group for each page, an item for each question.
pub fn questionnaire(guide: &Guide, words: &Words<'_>) -> Json {
    let items = guide.pages().map(|(index, page)| {
        let questions = of_page(guide, index).map(|question| item(guide, question, words));
        Json::object(vec![
            ("linkId", group(page)),
            ("text", Json::Text(guide.say(words, page.title.unwrap_or(page.section)))),
            ("type", "group".into()),
            ("item", Json::List(questions.collect())),
        ])
    });
    Json::object(vec![
        ("resourceType", "Questionnaire".into()),
        ("url", CANONICAL.into()),
        ("version", guide.about.version.as_str().into()),
        ("name", "SciaticaSelfCheck".into()),
        ("status", "active".into()),
        ("experimental", Json::Truth(guide.about.reviewed_by.is_none())),
        ("subjectType", Json::List(vec!["Patient".into()])),
        ("date", guide.about.date.as_str().into()),
        ("item", Json::List(items.collect())),
    ])
}

/// The answers, given on a day (`YYYY-MM-DD`). What has no answer is left out;
/// `status` says whether something on the person's way is still open.
pub fn questionnaire_response(
    guide: &Guide,
    words: &Words<'_>,
    response: &Response,
    day: &str,
) -> Json {
    let reading = Reading::new(guide, response);
    let groups = guide.pages().filter_map(|(index, page)| {
        let given = guide.questions().filter(|(_, question)| question.page == index);
        let given: Vec<Json> = given
            .filter_map(|(index, question)| {
                Some(Json::object(vec![
                    ("linkId", question.id.as_str().into()),
                    ("text", Json::Text(guide.say(words, question.title))),
                    ("answer", answers(guide, question, words, reading.answer(index)?)),
                ]))
            })
            .collect();
        let fields = vec![("linkId", group(page)), ("item", Json::List(given.clone()))];
        (!given.is_empty()).then_some(Json::object(fields))
    });
    let complete = first_incomplete(guide, response).is_none();
    Json::object(vec![
        ("resourceType", "QuestionnaireResponse".into()),
        ("questionnaire", Json::Text([CANONICAL, guide.about.version.as_str()].join("|"))),
        ("status", if complete { "completed" } else { "in-progress" }.into()),
        ("authored", day.into()),
        ("item", Json::List(groups.collect())),
    ])
}

/// Both in one `Bundle`, for a single file.
pub fn bundle(guide: &Guide, words: &Words<'_>, response: &Response, day: &str) -> Json {
    let resources =
        [questionnaire(guide, words), questionnaire_response(guide, words, response, day)];
    let entries = resources.map(|resource| Json::object(vec![("resource", resource)]));
    Json::object(vec![
        ("resourceType", "Bundle".into()),
        ("type", "collection".into()),
        ("entry", Json::List(entries.into())),
    ])
}

fn of_page(guide: &Guide, page: PageIx) -> impl Iterator<Item = &Question> {
    guide.questions().map(|(_, question)| question).filter(move |question| question.page == page)
}

/// A page may have the name of a question; an item must have a name of its own.
fn group(page: &Page) -> Json {
    Json::Text(["page", page.id.as_str()].join("-"))
}

fn item(guide: &Guide, question: &Question, words: &Words<'_>) -> Json {
    let scale = matches!(question.kind, Kind::Scale { .. });
    let mut fields = vec![
        ("linkId", question.id.as_str().into()),
        ("text", Json::Text(guide.say(words, question.title))),
        ("type", if scale { "integer" } else { "choice" }.into()),
        ("repeats", Json::Truth(question.kind == Kind::Choices)),
    ];
    if let Some(code) = &question.loinc {
        let code = vec![("system", LOINC.into()), ("code", code.as_str().into())];
        fields.push(("code", Json::List(vec![Json::object(code)])));
    }
    if scale {
        let bounds = [bound("minValue", 0), bound("maxValue", Question::SCALE_MAX)];
        fields.push(("extension", Json::List(bounds.into())));
    } else {
        fields.push(("answerOption", codings(guide, question, words, OptionSet(u32::MAX))));
    }
    Json::object(fields)
}

fn bound(name: &str, value: u8) -> Json {
    let url = ["http://hl7.org/fhir/StructureDefinition", name].join("/");
    Json::object(vec![("url", Json::Text(url)), ("valueInteger", Json::Number(value.into()))])
}

fn answers(guide: &Guide, question: &Question, words: &Words<'_>, answer: Answer) -> Json {
    match answer {
        Answer::Value(value) => {
            Json::List(vec![Json::object(vec![("valueInteger", Json::Number(value.into()))])])
        }
        Answer::Options(set) => codings(guide, question, words, set),
    }
}

/// These options of a question, as codings of its own system.
fn codings(guide: &Guide, question: &Question, words: &Words<'_>, set: OptionSet) -> Json {
    let options = question.options.iter().enumerate().filter(|(place, _)| set.has(*place));
    let codings = options.map(|(_, option)| {
        let coding = vec![
            ("system", Json::Text([CANONICAL, question.id.as_str()].join(":"))),
            ("code", option.id.as_str().into()),
            ("display", Json::Text(guide.say(words, option.label))),
        ];
        Json::object(vec![("valueCoding", Json::object(coding))])
    });
    Json::List(codings.collect())
}
