//! Sources, statements of the article, and regions.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Compiler;
use crate::model::{AdviceLine, Region, Source, SourceIx};

/// Which source ids there are.
#[derive(Default)]
pub(super) struct Sources {
    pub(super) index: BTreeMap<String, SourceIx>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenSource {
    id: String,
    organisation: String,
    title: String,
    #[serde(default)]
    year: String,
    #[serde(default)]
    address: String,
}

/// One statement of the article that the check is built from.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenStatement {
    id: String,
    #[serde(rename = "says")]
    _says: String,
    /// Why nothing needs to cite it.
    #[serde(rename = "uncited-because")]
    uncited_because: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRegion {
    id: String,
    emergency: Option<String>,
    advice: Option<String>,
    /// Which words for places and people: `words/en/regions.toml`, `[terms]`.
    terms: String,
    /// Seen at a public source; otherwise the page asks to check it.
    #[serde(default)]
    confirmed: bool,
}

const ARTICLE: &str = "S";

impl Compiler {
    /// The sources; each statement of the article is one, and part of the article.
    pub(super) fn sources(&mut self) -> Vec<Source> {
        let written: Vec<WrittenSource> =
            self.files.entries("sources.toml", "source", &mut self.problems);
        let statements: Vec<WrittenStatement> =
            self.files.entries("statements.toml", "statement", &mut self.problems);
        self.unique(
            "sources.toml",
            written
                .iter()
                .map(|source| source.id.clone())
                .chain(statements.iter().map(|statement| statement.id.clone()))
                .collect(),
        );
        let article = written.iter().position(|source| source.id == ARTICLE);
        if article.is_none() {
            self.wrong(
                "sources.toml",
                ARTICLE,
                "the article has no entry",
                "a [[source]] with this id",
            );
        }
        let article = article.map(|index| SourceIx(index as u16));
        let mut sources: Vec<Source> = written
            .into_iter()
            .map(|source| Source {
                id: source.id,
                organisation: source.organisation,
                title: source.title,
                year: source.year,
                address: source.address,
                part_of: None,
            })
            .collect();
        for statement in statements {
            if statement.uncited_because.is_none() {
                self.cited.entry(statement.id.clone()).or_default();
            }
            sources.push(Source { id: statement.id, part_of: article, ..Source::default() });
        }
        for (index, source) in sources.iter().enumerate() {
            self.sources.index.insert(source.id.clone(), SourceIx(index as u16));
        }
        sources
    }

    /// The regions, the safe fallback last.
    pub(super) fn regions(&mut self) -> Vec<Region> {
        const FILE: &str = "regions.toml";
        let written: Vec<WrittenRegion> = self.files.entries(FILE, "region", &mut self.problems);
        self.unique(FILE, written.iter().map(|region| region.id.clone()).collect());
        match written.last() {
            Some(last) if last.id == "other" && last.emergency.is_none() => {}
            _ => self.wrong(
                FILE,
                "other",
                "the list does not end with the fallback",
                "a last [[region]] “other” without a number",
            ),
        }
        written.into_iter().map(|region| self.region(region)).collect()
    }

    fn region(&mut self, written: WrittenRegion) -> Region {
        let id = &written.id;
        let key = format!("regions.{id}");
        let terms = format!("regions.terms.{}", written.terms);
        for number in written.emergency.iter().chain(&written.advice) {
            if number.is_empty()
                || number.chars().any(|c| !c.is_ascii_digit() && c != ' ' && c != '+')
            {
                self.wrong("regions.toml", id, format!("“{number}”"), "a telephone number");
            }
        }
        let emergency_words = match &written.emergency {
            Some(number) => self.words.intern(number),
            None => self.words.text(&format!("{key}.emergency")),
        };
        let advice = written
            .advice
            .map(|number| AdviceLine { name: self.words.text(&format!("{key}.advice")), number });
        Region {
            name: self.words.text(&format!("{key}.name")),
            emergency: written.emergency,
            emergency_words,
            hospital: self.words.text(&format!("{terms}.hospital")),
            doctor: self.words.text(&format!("{terms}.doctor")),
            physio: self.words.text(&format!("{terms}.physio")),
            back_passage: self.words.text(&format!("{terms}.back-passage")),
            advice,
            confirmed: written.confirmed,
            id: written.id,
        }
    }
}
