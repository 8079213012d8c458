//! Pages and questions.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::Compiler;
use super::graph::Graph;
use super::known::WrittenOrigin;
use super::picture::Picture;
use super::resolve::Asked;
use super::safety::Declared;
use crate::model::{
    AnswerOption, Condition, Kind, OptionSet, Page, PageIx, Question, QuestionIx, SourceIx, Text,
};

const ORDER: &str = "questionnaire/order.toml";

/// `[[section]]` of `questionnaire/order.toml`: a file of pages, in their order.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSection {
    id: String,
    #[serde(default)]
    gate: bool,
}

/// `[[page]]`, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenPage {
    id: String,
    when: Option<String>,
    /// Why those who are not asked lose nothing by it.
    hidden: Option<String>,
    question: Vec<WrittenQuestion>,
}

/// `[[page.question]]`, as written.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenQuestion {
    id: String,
    kind: WrittenKind,
    #[serde(default)]
    options: Vec<String>,
    #[serde(default)]
    exclusive: Vec<String>,
    when: Option<String>,
    #[serde(default)]
    caution: bool,
    #[serde(default)]
    handover: bool,
    #[serde(default)]
    worse: Vec<String>,
    /// Why no answer is worse than another.
    unordered: Option<String>,
    #[serde(default)]
    no: Vec<String>,
    #[serde(default)]
    unsure: Vec<String>,
    hidden: Option<String>,
    /// Options that leave signs beside them unknown, and which.
    #[serde(default)]
    leaves_open: BTreeMap<String, Vec<String>>,
    loinc: Option<String>,
    /// What its options say about the body.
    picture: Option<Picture>,
    /// An answer but the first is marked in the picture of how it went.
    #[serde(default)]
    marks: bool,
    /// The numbers that the first options stand for.
    #[serde(default)]
    numbers: Vec<u16>,
    /// Nobody is asked: where the answer comes from.
    known: Option<WrittenOrigin>,
    sources: Vec<String>,
}

#[derive(Clone, Copy, PartialEq, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum WrittenKind {
    Choice,
    Choices,
    Scale,
}

impl Compiler {
    /// The pages and questions; their enable-when is still the text that
    /// [`Self::enable_when`] looks up once every name is known.
    pub(super) fn questionnaire(&mut self) -> (Vec<Page>, Vec<Question>) {
        let (mut pages, mut questions) = (Vec::new(), Vec::new());
        let sections: Vec<WrittenSection> =
            self.files.entries(ORDER, "section", &mut self.problems);
        for section in sections {
            let file = format!("questionnaire/{}.toml", section.id);
            let written: Vec<WrittenPage> = self.files.entries(&file, "page", &mut self.problems);
            for page in written {
                let index = PageIx(pages.len() as u16);
                pages.push(self.page(&section, &page));
                for question in page.question {
                    let when = both(page.when.as_deref(), question.when.as_deref());
                    self.declared.push(Declared {
                        file: file.clone(),
                        id: question.id.clone(),
                        worse: question.worse.clone(),
                        unordered: question.unordered.clone(),
                        no: question.no.clone(),
                        unsure: question.unsure.clone(),
                        hidden: question.hidden.clone().or_else(|| page.hidden.clone()),
                    });
                    if let Some(origin) = question.known.clone() {
                        let at = QuestionIx(questions.len() as u16);
                        self.origins.push((file.clone(), at, question.options.clone(), origin));
                    }
                    questions.push(self.question(&file, index, question));
                    self.whens.push((file.clone(), when));
                }
            }
        }
        self.unique(ORDER, pages.iter().map(|page: &Page| page.id.clone()).collect());
        self.unique(ORDER, questions.iter().map(|q: &Question| q.id.clone()).collect());
        (pages, questions)
    }

    fn page(&mut self, section: &WrittenSection, page: &WrittenPage) -> Page {
        let key = format!("pages.{}", page.id);
        let asked = page.question.iter().filter(|question| question.known.is_none());
        let several = asked.count() > 1;
        let title = format!("{key}.title");
        Page {
            id: page.id.clone(),
            part: section.id.clone(),
            section: self.words.text(&format!("pages.sections.{}", section.id)),
            gate: section.gate,
            title: if several { Some(self.words.text(&title)) } else { self.words.maybe(&title) },
            hint: self.words.maybe(&format!("{key}.hint")),
        }
    }

    fn question(&mut self, file: &str, page: PageIx, written: WrittenQuestion) -> Question {
        let id = written.id.as_str();
        let key = format!("questions.{id}");
        let scale = written.kind == WrittenKind::Scale;
        if scale != written.options.is_empty() || written.options.len() > OptionSet::CAPACITY {
            let wrong = format!("{} options", written.options.len());
            self.wrong(file, id, wrong, "none for a scale, else 1 to 32");
        }
        for alone in written.exclusive.iter().filter(|alone| !written.options.contains(alone)) {
            self.wrong(file, id, format!("“{alone}” is exclusive"), "the name of an option");
        }
        for (option, open) in &written.leaves_open {
            for name in open.iter().chain([option]).filter(|name| !written.options.contains(name)) {
                self.wrong(
                    file,
                    id,
                    format!("“{name}” leaves open or is left open"),
                    "the name of an option",
                );
            }
        }
        if written.numbers.len() > written.options.len() {
            self.wrong(
                file,
                id,
                "more numbers than options",
                "a number for each of the first options",
            );
        }
        self.unique(file, written.options.iter().map(|option| format!("{id}.{option}")).collect());
        for missing in written.picture.iter().flat_map(|it| it.missing(&written.options)) {
            let wrong = format!("the picture has “{missing}”, and the question has not");
            self.wrong(file, id, wrong, "an option for all that can be pointed at");
        }
        let options = written.options.iter().map(|option| AnswerOption {
            id: option.clone(),
            exclusive: written.exclusive.contains(option),
            on_body: written.picture.and_then(|picture| picture.option(option)),
            label: self.words.text(&format!("{key}.options.{option}")),
            sign: self.words.maybe(&format!("terms.signs.{id}.{option}")),
            leaves_open: places(&written, option),
            detail: self.words.maybe(&format!("{key}.details.{option}")),
            say: None,
        });
        let options = options.collect();
        let kind = match written.kind {
            WrittenKind::Choice => Kind::Choice,
            WrittenKind::Choices => Kind::Choices,
            WrittenKind::Scale => Kind::Scale {
                low: self.words.text(&format!("{key}.low")),
                high: self.words.text(&format!("{key}.high")),
            },
        };
        let names = (!scale).then(|| written.options.clone());
        self.names.questions.push(Asked { id: written.id.clone(), options: names });
        let sources: Vec<SourceIx> = self.cite(file, id, &written.sources);
        let text = |it: &mut Self, name: &str| -> Text { it.words.text(&format!("{key}.{name}")) };
        Question {
            page,
            kind,
            options,
            enable_when: Condition::Always,
            safety: false,
            caution: written.caution,
            handover: written.handover,
            marks: written.marks,
            numbers: written.numbers,
            sources,
            title: if written.known.is_some() { text(self, "short") } else { text(self, "title") },
            hint: self.words.maybe(&format!("{key}.hint")),
            short: text(self, "short"),
            loinc: written.loinc,
            id: written.id,
        }
    }

    /// Looks up when each question is asked. It may depend on earlier questions only.
    pub(super) fn enable_when(&mut self, questions: &mut [Question]) {
        for (index, (file, when)) in self.whens.clone().into_iter().enumerate() {
            let Some(question) = questions.get_mut(index) else { continue };
            question.enable_when = self.condition(&file, &question.id, when.as_deref());
        }
    }

    /// A question may depend on earlier ones only, through whatever facts.
    pub(super) fn check_order(&mut self, questions: &[Question]) {
        for (index, question) in questions.iter().enumerate() {
            let looked_at =
                (Graph { names: &self.names, rules: &[] }).questions(&question.enable_when);
            for later in looked_at.into_iter().filter(|other| *other >= QuestionIx(index as u16)) {
                let name =
                    questions.get(usize::from(later.0)).map_or("", |later| later.id.as_str());
                let wrong = format!("its “when” looks at “{name}”, which is asked later");
                let file = self.whens.get(index).map_or(ORDER, |(file, _)| file).to_owned();
                self.wrong(&file, &question.id, wrong, "earlier questions only");
            }
        }
    }

    /// Reports names that stand twice.
    pub(super) fn unique(&mut self, file: &str, names: Vec<String>) {
        let mut seen = BTreeSet::new();
        for name in names {
            if !seen.insert(name.clone()) {
                self.wrong(file, &name, "this name stands twice", "a name of its own");
            }
        }
    }
}

/// The signs that an option leaves unknown: nothing unless the content says so.
fn places(written: &WrittenQuestion, option: &str) -> OptionSet {
    let open = written.leaves_open.get(option).into_iter().flatten();
    let places = open.filter_map(|sign| written.options.iter().position(|other| other == sign));
    places.collect()
}

fn both(page: Option<&str>, question: Option<&str>) -> Option<String> {
    match (page, question) {
        (Some(page), Some(question)) => Some(format!("({page}) and ({question})")),
        (one, other) => one.or(other).map(str::to_owned),
    }
}
