//! Facts, rules, patterns, irritability and contradictions.

use serde::Deserialize;

use super::Compiler;
use super::graph::Graph;
use crate::model::{
    Condition, Contradiction, Described, Fact, Massage, Part, QuestionIx, Rule, RuleIx, Urgency,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenFact {
    id: String,
    when: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenRule {
    id: String,
    when: Option<String>,
    #[serde(default)]
    otherwise: bool,
    urgency: Option<Urgency>,
    massage: Option<Massage>,
    sources: Vec<String>,
}

/// `[[pattern]]` or `[[band]]`: with points, with a condition, or for the rest.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct WrittenDescription {
    id: String,
    when: Option<String>,
    #[serde(default)]
    points: Vec<String>,
    at_least: Option<i16>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenContradiction {
    id: String,
    when: String,
    questions: Vec<String>,
}

const FACTS: &str = "facts.toml";
/// The most urgent first: reasons are given in this order.
const RULES: [&str; 6] = ["emergency", "same-day", "fit", "soon", "self-care", "massage"];
/// File, key and name of the two lists of descriptions.
pub(super) const PATTERNS: (&str, &str, &str) = ("patterns.toml", "pattern", "pattern");
pub(super) const IRRITABILITY: (&str, &str, &str) = ("irritability.toml", "band", "irritability");
/// How far the best description must lead, in points, not to be called mixed.
const LEAD: i16 = 2;

impl Compiler {
    /// Gives facts, rules and descriptions their names, so that conditions can
    /// use them wherever they stand.
    pub(super) fn name_facts(&mut self) {
        let facts: Vec<WrittenFact> = self.files.clone().entries(FACTS, "fact", &mut Vec::new());
        self.unique(FACTS, facts.iter().map(|fact| fact.id.clone()).collect());
        for fact in facts {
            self.names.fact(&fact.id);
        }
        for level in ["any-emergency", "any-same-day", "any-contradiction"] {
            self.names.fact(level);
        }
        for (file, key, kind) in [PATTERNS, IRRITABILITY] {
            let written: Vec<WrittenDescription> =
                self.files.clone().entries(file, key, &mut Vec::new());
            for description in written {
                self.names.fact(&format!("{kind}:{}", description.id));
                if description.at_least.is_some() {
                    self.names.fact(&format!("{}-points", description.id));
                }
            }
        }
        for level in RULES {
            let file = format!("rules/{level}.toml");
            let rules: Vec<WrittenRule> =
                self.files.clone().entries(&file, "rule", &mut Vec::new());
            self.names.rules.extend(rules.into_iter().map(|rule| rule.id));
        }
        self.unique("rules", self.names.rules.clone());
        self.define_facts();
    }

    fn define_facts(&mut self) {
        let facts: Vec<WrittenFact> = self.files.entries(FACTS, "fact", &mut self.problems);
        for fact in facts {
            let condition = self.condition(FACTS, &fact.id, Some(&fact.when));
            self.names.define(&fact.id, condition);
        }
    }

    /// The decision table.
    pub(super) fn rules(&mut self) -> Vec<Rule> {
        let mut rules = Vec::new();
        for level in RULES {
            let file = format!("rules/{level}.toml");
            let written: Vec<WrittenRule> = self.files.entries(&file, "rule", &mut self.problems);
            for rule in written {
                rules.push(self.rule(&file, rule));
            }
        }
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
        let serious = written.urgency >= Some(Urgency::SameDay);
        let say = format!("rules.{id}.say");
        Rule {
            when,
            urgency: written.urgency,
            massage: written.massage,
            sources: self.cite(file, id, &written.sources),
            why: self.words.text(&format!("rules.{id}.why")),
            say: if serious { Some(self.words.text(&say)) } else { self.words.maybe(&say) },
            id: written.id,
        }
    }

    /// Patterns or irritability: the first that fits. Those with points must
    /// also lead every other one that fits by [`LEAD`]; else it is mixed.
    pub(super) fn described(&mut self, list: (&str, &str, &str)) -> Vec<Described> {
        let (file, key, kind) = list;
        let written: Vec<WrittenDescription> = self.files.entries(file, key, &mut self.problems);
        let scored: Vec<(Condition, Vec<Part>)> =
            written.iter().map(|description| self.fits(file, description)).collect();
        let mut described = Vec::new();
        for (index, description) in written.iter().enumerate() {
            let id = &description.id;
            let sources = self.cite(file, id, &description.sources);
            let Some((fits, points)) = scored.get(index) else { continue };
            let mut parts = vec![fits.clone()];
            let others = scored.iter().enumerate().filter(|(other, (_, theirs))| {
                *other != index && !points.is_empty() && !theirs.is_empty()
            });
            for (_, (other, theirs)) in others {
                parts.push(Condition::Any(vec![
                    Condition::Not(Box::new(other.clone())),
                    leads(points, theirs),
                ]));
            }
            let when = if parts.len() == 1 { fits.clone() } else { Condition::All(parts) };
            let last = index + 1 == written.len();
            if last && when != Condition::Always {
                self.wrong(file, id, "the last one has a condition", "a last one for all the rest");
            }
            // Where no earlier one is known to fit, it is the last one.
            let fact = match last {
                false => when,
                true => Condition::Unless(
                    Box::new(Condition::Always),
                    Box::new(Condition::Any(
                        described.iter().map(|d: &Described| d.when.clone()).collect(),
                    )),
                ),
            };
            let fact = Condition::Fact(self.names.define(&format!("{kind}:{id}"), fact));
            let when = if last { Condition::Always } else { fact };
            let text = self.words.text(&format!("{kind}.{id}"));
            let term = self.words.text(&format!("terms.{kind}.{id}"));
            described.push(Described { id: id.clone(), when, sources, text, term });
        }
        described
    }

    fn fits(&mut self, file: &str, written: &WrittenDescription) -> (Condition, Vec<Part>) {
        let id = written.id.as_str();
        let needs = self.condition(file, id, written.when.as_deref());
        let Some(at_least) = written.at_least else { return (needs, Vec::new()) };
        let text = format!("at least {at_least} of ({})", written.points.join(", "));
        let score = self.condition(file, id, Some(&text));
        let parts = match &score {
            Condition::Score { parts, .. } => parts.clone(),
            _ => Vec::new(),
        };
        let fits = match needs {
            Condition::Always => score,
            needs => Condition::All(vec![needs, score]),
        };
        (Condition::Fact(self.names.define(&format!("{id}-points"), fits)), parts)
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

fn leads(points: &[Part], theirs: &[Part]) -> Condition {
    let against = theirs.iter().map(|part| Part { weight: -part.weight, ..part.clone() });
    Condition::Score { at_least: LEAD, parts: points.iter().cloned().chain(against).collect() }
}
