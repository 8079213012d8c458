//! The content in two halves: what the start and the warning signs need, and the whole, which
//! a browser loads behind it.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::{
    AnswerOption, Condition, Fact, GuidanceLine, Guide, Page, Question, QuestionIx, Rule, Section,
    Text, Urgency, Words,
};

/// The whole content, without the words that the first half has.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Remainder<'a> {
    pub(crate) guide: Guide,
    /// Where the first half has words, they are empty here.
    #[serde(borrow)]
    pub(crate) texts: Vec<&'a str>,
}

impl Guide {
    /// The halves. Everything has the same place in both of them but the lines of advice.
    /// `phrases`: what the first screens say beside the guide.
    pub fn halves<'a>(
        self,
        words: &Words<'a>,
        phrases: impl Iterator<Item = Text>,
    ) -> ((Self, Words<'a>), Remainder<'a>) {
        let half = self.first_half();
        let first: BTreeSet<u16> = half.said().chain(phrases).map(|text| text.0).collect();
        let texts = |in_first: bool| -> Vec<&'a str> {
            let texts = (0u16..).zip(&words.texts);
            texts
                .map(|(at, text)| if first.contains(&at) == in_first { text } else { "" })
                .collect()
        };
        let words = Words { language: words.language, texts: texts(true) };
        ((half, words), Remainder { guide: self, texts: texts(false) })
    }

    /// What is asked and decided as far as the warning signs go, and the way that can be
    /// expected behind them.
    fn first_half(&self) -> Self {
        let guidance: Vec<GuidanceLine> =
            self.guidance.iter().filter(|line| in_emergency(line)).cloned().collect();
        let decides = {
            let asked = self.questions.iter().map(|question| &question.enable_when);
            let rules = self.rules.iter().filter(|rule| urgent(rule));
            let rules = rules.filter_map(|rule| rule.when.as_ref());
            let lines = guidance.iter().map(|line| &line.when);
            let all: Vec<&Condition> = asked.chain(rules).chain(lines).collect();
            move |wanted: &dyn Fn(&Condition) -> bool| {
                all.iter().any(|condition| self.leads_to(condition, wanted))
            }
        };
        let facts = (0..).zip(&self.facts).map(|(at, fact)| {
            let used = decides(&|it| matches!(it, Condition::Fact(fact) if fact.0 == at));
            let condition = if used { fact.condition.clone() } else { Condition::Always };
            Fact { id: String::new(), condition }
        });
        let rules = (0..).zip(&self.rules).map(|(at, rule)| {
            let used = decides(&|it| matches!(it, Condition::Rule(rule) if rule.0 == at));
            let when = rule.when.clone().filter(|_| used || urgent(rule));
            let it = if urgent(rule) { rule.clone() } else { silent() };
            Rule { when, sources: Vec::new(), ..it }
        });
        let questions = (0..).map(QuestionIx).zip(&self.questions).map(|(at, question)| {
            match self.is_in_gate(question) || !self.asks(at) {
                true => Question { sources: Vec::new(), loinc: None, ..question.clone() },
                false => unasked(question),
            }
        });
        Self {
            about: self.about.clone(),
            pages: self.pages.clone(),
            questions: questions.collect(),
            known: self.known.clone(),
            facts: facts.collect(),
            rules: rules.collect(),
            patterns: Vec::new(),
            irritability: Vec::new(),
            contradictions: Vec::new(),
            guidance: guidance
                .into_iter()
                .map(|line| GuidanceLine { sources: Vec::new(), ..line })
                .collect(),
            sources: Vec::new(),
            regions: self.regions.clone(),
        }
    }

    fn is_in_gate(&self, question: &Question) -> bool {
        self.page(question.page).is_some_and(|page| page.gate)
    }

    /// Every sentence of the warning signs, and of what may follow from them.
    fn said(&self) -> impl Iterator<Item = Text> {
        let questions = self.questions.iter().filter(|it| self.is_in_gate(it));
        let questions = questions.flat_map(Question::said);
        let rules = self.rules.iter().filter(|rule| urgent(rule));
        let rules = rules.flat_map(|rule| [Some(rule.why), rule.say]);
        let regions = self.regions.iter().flat_map(|region| {
            let advice = region.advice.as_ref().map(|line| line.name);
            let places = [region.name, region.emergency_words, region.hospital];
            let people = [region.doctor, region.physio, region.back_passage];
            places.into_iter().chain(people).map(Some).chain([advice])
        });
        let guidance = self.guidance.iter().map(|line| Some(line.text));
        let pages = self.pages.iter().filter(|page| page.gate).flat_map(Page::said);
        let about = std::iter::once(Some(self.about.day));
        about.chain(questions).chain(rules).chain(regions).chain(guidance).chain(pages).flatten()
    }
}

impl<'a> Remainder<'a> {
    /// The whole content, with the words of the first half.
    pub fn whole(self, first: &Words<'a>) -> (Guide, Words<'a>) {
        let texts = first.texts.iter().zip(self.texts);
        let texts = texts.map(|(first, rest)| if first.is_empty() { rest } else { *first });
        (self.guide, Words { language: first.language, texts: texts.collect() })
    }
}

/// Whether a rule speaks of an emergency, or of help today.
fn urgent(rule: &Rule) -> bool {
    rule.urgency >= Some(Urgency::SameDay)
}

/// Whether a line may be said of what to do in an emergency.
fn in_emergency(line: &GuidanceLine) -> bool {
    fn never(condition: &Condition) -> bool {
        match condition {
            Condition::Urgency(levels) => !levels.contains(&Urgency::Emergency),
            Condition::All(parts) => parts.iter().any(never),
            Condition::Any(parts) => parts.iter().all(never),
            _ => false,
        }
    }
    line.section == Section::Now && !never(&line.when)
}

/// A rule that sets nothing.
fn silent() -> Rule {
    Rule {
        id: String::new(),
        when: None,
        urgency: None,
        massage: None,
        sources: Vec::new(),
        why: Text(0),
        say: None,
    }
}

/// Of a question behind the warning signs: whether it will be asked, and where.
fn unasked(question: &Question) -> Question {
    Question {
        id: String::new(),
        options: Vec::new(),
        numbers: Vec::new(),
        sources: Vec::new(),
        title: Text(0),
        hint: None,
        short: Text(0),
        loinc: None,
        ..question.clone()
    }
}

impl Page {
    fn said(&self) -> [Option<Text>; 3] {
        [Some(self.section), self.title, self.hint]
    }
}

impl Question {
    fn said(&self) -> impl Iterator<Item = Option<Text>> {
        let said = |it: &AnswerOption| [Some(it.label), it.detail, it.say];
        let options = self.options.iter().flat_map(said);
        [Some(self.title), self.hint, Some(self.short)].into_iter().chain(options)
    }
}
