//! Facts, rules and contradictions.

use serde::Deserialize;

use super::Compiler;
use super::description::{IRRITABILITY, PATTERNS, WrittenDescription};
use super::graph::Graph;
use crate::model::{Condition, Contradiction, Fact, Massage, QuestionIx, Rule, RuleIx, Urgency};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenFact {
    id: String,
    when: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct WrittenRule {
    id: String,
    when: Option<String>,
    #[serde(default)]
    otherwise: bool,
    urgency: Option<Urgency>,
    massage: Option<Massage>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenContradiction {
    id: String,
    when: String,
    questions: Vec<String>,
}

/// What rests on names, as written.
pub(super) struct Written {
    pub(super) facts: Vec<WrittenFact>,
    pub(super) rules: Vec<(String, WrittenRule)>,
    pub(super) patterns: Vec<WrittenDescription>,
    pub(super) irritability: Vec<WrittenDescription>,
}

const FACTS: &str = "facts.toml";
/// The most urgent first: reasons are given in this order.
const RULES: [&str; 6] = ["emergency", "same-day", "fit", "soon", "self-care", "massage"];

impl Compiler {
    /// Facts, rules and descriptions as written. Each has its name from now on,
    /// so that conditions can use it wherever they stand.
    pub(super) fn written(&mut self) -> Written {
        let facts: Vec<WrittenFact> = self.files.entries(FACTS, "fact", &mut self.problems);
        self.unique(FACTS, facts.iter().map(|fact| fact.id.clone()).collect());
        for fact in &facts {
            self.names.fact(&fact.id);
        }
        for level in ["any-emergency", "any-same-day", "any-contradiction"] {
            self.names.fact(level);
        }
        let patterns = self.written_descriptions(PATTERNS);
        let irritability = self.written_descriptions(IRRITABILITY);
        let mut rules = Vec::new();
        for level in RULES {
            let file = format!("rules/{level}.toml");
            let written: Vec<WrittenRule> = self.files.entries(&file, "rule", &mut self.problems);
            rules.extend(written.into_iter().map(|rule| (file.clone(), rule)));
        }
        self.names.rules = rules.iter().map(|(_, rule)| rule.id.clone()).collect();
        self.unique("rules", self.names.rules.clone());
        Written { facts, rules, patterns, irritability }
    }

    /// Says when each fact holds.
    pub(super) fn define_facts(&mut self, facts: Vec<WrittenFact>) {
        for fact in facts {
            let condition = self.condition(FACTS, &fact.id, Some(&fact.when));
            self.names.define(&fact.id, condition);
        }
    }

    /// The decision table.
    pub(super) fn rules(&mut self, written: Vec<(String, WrittenRule)>) -> Vec<Rule> {
        let rules: Vec<Rule> =
            written.into_iter().map(|(file, rule)| self.rule(&file, rule)).collect();
        for (name, level) in
            [("any-emergency", Urgency::Emergency), ("any-same-day", Urgency::SameDay)]
        {
            let at_level = rules.iter().enumerate().filter(|(_, rule)| rule.urgency == Some(level));
            let indices: Vec<RuleIx> = at_level.map(|(index, _)| RuleIx(index as u16)).collect();
            self.names.any_rule(name, indices.into_iter());
        }
        let rest = |scale: fn(&Rule) -> bool| {
            rules.iter().filter(|r| r.when.is_none() && scale(r)).count()
        };
        if rest(|rule| rule.urgency.is_some()) != 1 || rest(|rule| rule.massage.is_some()) != 1 {
            self.wrong(
                "rules",
                "otherwise",
                "not one rule on each scale for everybody else",
                "one “otherwise = true” with urgency and one with massage",
            );
        }
        rules
    }

    fn rule(&mut self, file: &str, written: WrittenRule) -> Rule {
        let id = written.id.as_str();
        if written.otherwise == written.when.is_some() {
            self.wrong(file, id, "a rule needs a condition", "either “when” or “otherwise = true”");
        }
        if written.urgency.is_none() && written.massage.is_none() {
            self.wrong(file, id, "it sets nothing", "“urgency”, “massage” or both");
        }
        let when = written.when.as_deref().map(|text| self.condition(file, id, Some(text)));
        Rule {
            when,
            urgency: written.urgency,
            massage: written.massage,
            sources: self.cite(file, id, &written.sources),
            why: self.words.text(&format!("rules.{id}.why")),
            say: None,
            id: written.id,
        }
    }

    /// Answers that do not fit together.
    pub(super) fn contradictions(&mut self) -> Vec<Contradiction> {
        const FILE: &str = "contradictions.toml";
        let written: Vec<WrittenContradiction> =
            self.files.entries(FILE, "contradiction", &mut self.problems);
        let mut contradictions = Vec::new();
        for entry in written {
            let mut questions: Vec<QuestionIx> = Vec::new();
            for name in &entry.questions {
                match self.names.question(name) {
                    Some((question, _)) => questions.push(question),
                    None if self.names.is_absent(name) => {}
                    None => self.wrong(
                        FILE,
                        &entry.id,
                        format!("there is no question “{name}”"),
                        "ids of questions",
                    ),
                }
            }
            contradictions.push(Contradiction {
                when: self.condition(FILE, &entry.id, Some(&entry.when)),
                questions,
                text: self.words.text(&format!("contradictions.{}", entry.id)),
            });
        }
        let any = contradictions.iter().map(|contradiction| contradiction.when.clone()).collect();
        self.names.define("any-contradiction", Condition::Any(any));
        contradictions
    }

    /// Facts that nothing asks for.
    pub(super) fn check_facts(&mut self, facts: &[Fact], written: usize) {
        for fact in facts.iter().take(written) {
            if !self.names.is_used(&fact.id) {
                self.wrong(FACTS, &fact.id, "nothing uses it", "a fact that a condition names");
            }
        }
    }

    /// The facts, once all are defined; none may depend on itself.
    pub(super) fn facts(&mut self, rules: &[Rule]) -> Vec<Fact> {
        let mut facts = Vec::new();
        let mut undefined = Vec::new();
        for fact in self.names.facts() {
            match fact {
                Ok(fact) => facts.push(fact),
                Err(name) => undefined.push(name.to_owned()),
            }
        }
        for name in undefined {
            self.wrong(FACTS, &name, "it is used and never defined", "a [[fact]] with this id");
        }
        for circle in (Graph { names: &self.names, rules }).circles(facts.len()) {
            let name = facts.get(usize::from(circle.0)).map_or("", |fact| fact.id.as_str());
            self.wrong(FACTS, name, "it depends on itself", "a condition that ends");
        }
        facts
    }
}
