//! Everything the check knows, in one value: compiled from `content/` when the
//! project is built, and trusted from then on.

use serde::{Deserialize, Serialize};

use super::{
    Condition, Contradiction, GuidanceLine, Known, Page, PageIx, Question, QuestionIx, Region,
    Rule, RuleIx, Source, SourceIx, Text, Words, fill,
};

/// The compiled content.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Guide {
    /// Version, date and review state of the content.
    pub about: About,
    /// The pages, in the order of the way.
    pub pages: Vec<Page>,
    /// The questions, in the order of the pages.
    pub questions: Vec<Question>,
    /// Questions that nobody is asked: their answers follow from others.
    pub known: Vec<Known>,
    /// Named conditions.
    pub facts: Vec<Fact>,
    /// The decision table.
    pub rules: Vec<Rule>,
    /// What the symptoms sound like. The first that holds; the last always does.
    pub patterns: Vec<Described>,
    /// How easily the symptoms are stirred up. The first that holds; the last always does.
    pub irritability: Vec<Described>,
    /// Answers that do not fit together.
    pub contradictions: Vec<Contradiction>,
    /// Lines of advice, in reading order.
    pub guidance: Vec<GuidanceLine>,
    /// What the content rests on.
    pub sources: Vec<Source>,
    /// Numbers to call, the safe fallback last.
    pub regions: Vec<Region>,
}

/// Which content this is.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct About {
    /// The content's version.
    pub version: String,
    /// The day of that version, `YYYY-MM-DD`.
    pub date: String,
    /// The same day in words.
    pub day: Text,
    /// Short for the rules, words and claims of this build: with any of them it changes.
    pub hash: String,
    /// The clinician who has signed it off, if one has.
    pub reviewed_by: Option<String>,
}

/// A named condition.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Fact {
    /// Its name in the content.
    pub id: String,
    /// When it holds.
    pub condition: Condition,
}

/// A description that fits when its condition holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Described {
    /// Its name, also on the wire.
    pub id: String,
    /// When it fits.
    pub when: Condition,
    /// Where it comes from.
    pub sources: Vec<SourceIx>,
    /// The description, for the person.
    pub text: Text,
    /// A few words for those who treat people.
    pub term: Text,
}

impl Guide {
    /// The page at a place.
    pub fn page(&self, index: PageIx) -> Option<&Page> {
        self.pages.get(usize::from(index.0))
    }

    /// The question at a place.
    pub fn question(&self, index: QuestionIx) -> Option<&Question> {
        self.questions.get(usize::from(index.0))
    }

    /// The rule at a place.
    pub fn rule(&self, index: RuleIx) -> Option<&Rule> {
        self.rules.get(usize::from(index.0))
    }

    /// The source at a place.
    pub fn source(&self, index: SourceIx) -> Option<&Source> {
        self.sources.get(usize::from(index.0))
    }

    /// Every page with its place, in order.
    pub fn pages(&self) -> impl DoubleEndedIterator<Item = (PageIx, &Page)> + Clone {
        self.pages.iter().enumerate().map(|(index, page)| (PageIx(index as u16), page))
    }

    /// Every question with its place, in order.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionIx, &Question)> {
        (0u16..).map(QuestionIx).zip(&self.questions)
    }

    /// Whether a condition comes to something: itself, through facts and rules,
    /// or through when a question is asked.
    pub fn leads_to(&self, condition: &Condition, wanted: &dyn Fn(&Condition) -> bool) -> bool {
        let named = match condition {
            Condition::Fact(fact) => {
                self.facts.get(usize::from(fact.0)).map(|fact| &fact.condition)
            }
            Condition::Rule(rule) => self.rule(*rule).and_then(|rule| rule.when.as_ref()),
            _ => None,
        };
        let asked = condition.question().and_then(|asked| self.question(asked));
        let behind = named.or(asked.map(|question| &question.enable_when));
        let mut parts = behind.into_iter().chain(condition.parts());
        wanted(condition) || parts.any(|part| self.leads_to(part, wanted))
    }

    /// Whether people are asked this question.
    pub fn asks(&self, question: QuestionIx) -> bool {
        self.known.iter().all(|known| known.question != question)
    }

    /// The question with this name and its place.
    pub fn question_by_id(&self, id: &str) -> Option<(QuestionIx, &Question)> {
        self.questions().find(|(_, question)| question.id == id)
    }

    /// A sentence where nobody has told where they are: in the words of the safe fallback.
    pub fn say(&self, words: &Words<'_>, text: Text) -> String {
        let region = self.regions.last();
        fill(words.text(text), |name| region?.value(words, name))
    }

    /// The region with this code, without regard to case; the safe fallback otherwise.
    pub fn region(&self, id: &str) -> Option<&Region> {
        let known = self.region_place(id.trim()).and_then(|place| self.regions.get(place));
        known.or(self.regions.last())
    }

    /// The place of the region with this code, without regard to case, if there is one.
    pub fn region_place(&self, id: &str) -> Option<usize> {
        self.regions.iter().position(|region| region.id.eq_ignore_ascii_case(id))
    }
}
