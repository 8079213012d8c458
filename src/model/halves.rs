//! The content in two halves: what the start and the warning signs need, and the rest, which
//! a browser loads behind it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    Contradiction, Described, GuidanceLine, Guide, Page, Question, Rule, Source, Text, Urgency,
    Words,
};

/// What the warning signs do not need.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remainder<'a> {
    pub(crate) patterns: Vec<Described>,
    pub(crate) irritability: Vec<Described>,
    pub(crate) contradictions: Vec<Contradiction>,
    pub(crate) guidance: Vec<GuidanceLine>,
    pub(crate) sources: Vec<Source>,
    /// The words that are not in the first half; those that are, are empty here.
    #[serde(borrow)]
    pub(crate) texts: Vec<&'a str>,
}

impl Guide {
    /// The halves. A level, a rule and a place have the same number in the first half and in
    /// the whole; a line of advice has another. `phrases`: what the first screens say beside it.
    pub fn halves<'a>(
        mut self,
        words: &Words<'a>,
        phrases: impl Iterator<Item = Text>,
    ) -> ((Self, Words<'a>), Remainder<'a>) {
        let rest = Remainder {
            patterns: std::mem::take(&mut self.patterns),
            irritability: std::mem::take(&mut self.irritability),
            contradictions: std::mem::take(&mut self.contradictions),
            guidance: self.guidance.clone(),
            sources: std::mem::take(&mut self.sources),
            texts: Vec::new(),
        };
        self.guidance.retain(|line| line.section.in_emergency());
        let first: BTreeSet<u16> = self.said().chain(phrases).map(|text| text.0).collect();
        let half = |in_first: bool| -> Vec<&'a str> {
            let texts = (0u16..).zip(&words.texts);
            texts
                .map(|(at, text)| if first.contains(&at) == in_first { text } else { "" })
                .collect()
        };
        let words = Words { language: words.language, texts: half(true) };
        ((self, words), Remainder { texts: half(false), ..rest })
    }

    /// The whole content, where this is its first half.
    pub fn whole<'a>(&self, words: &Words<'a>, rest: Remainder<'a>) -> (Self, Words<'a>) {
        let Remainder { patterns, irritability, contradictions, guidance, sources, texts } = rest;
        let of_both = words.texts.iter().zip(texts);
        let texts = of_both.map(|(first, rest)| if first.is_empty() { rest } else { *first });
        let words = Words { language: words.language, texts: texts.collect() };
        let first = self.clone();
        (Self { patterns, irritability, contradictions, guidance, sources, ..first }, words)
    }

    /// Every sentence of the warning signs, and of what may follow from them.
    fn said(&self) -> impl Iterator<Item = Text> {
        let gate = |question: &&Question| self.page(question.page).is_some_and(|page| page.gate);
        let urgent = |rule: &&Rule| rule.urgency >= Some(Urgency::SameDay);
        let questions = self.questions.iter().filter(gate).flat_map(Question::said);
        let rules = self.rules.iter().filter(urgent).flat_map(|rule| [Some(rule.why), rule.say]);
        let regions = self.regions.iter().flat_map(|region| {
            let advice = region.advice.as_ref().map(|line| line.name);
            let known = [region.name, region.emergency_words, region.hospital, region.doctor];
            known.map(Some).into_iter().chain([advice])
        });
        let guidance = self.guidance.iter().map(|line| Some(line.text));
        let pages = self.pages.iter().filter(|page| page.gate).flat_map(Page::said);
        questions.chain(rules).chain(regions).chain(guidance).chain(pages).flatten()
    }
}

impl Page {
    fn said(&self) -> [Option<Text>; 3] {
        [Some(self.section), self.title, self.hint]
    }
}

impl Question {
    fn said(&self) -> impl Iterator<Item = Option<Text>> {
        let options = self.options.iter().flat_map(|option| [Some(option.label), option.detail]);
        [Some(self.title), self.hint, Some(self.short)].into_iter().chain(options)
    }
}
