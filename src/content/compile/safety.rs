//! Claims, exceptions, and what a question says about its own answers: all
//! that only the proof reads.

use serde::Deserialize;

use super::Compiler;
use crate::model::{
    Claim, Condition, Exception, Massage, OptionSet, QuestionIx, Rule, RuleIx, Safety, Step,
    Urgency,
};

/// What a question declares about its answers.
#[derive(Clone, Default)]
pub(super) struct Declared {
    pub(super) file: String,
    pub(super) id: String,
    pub(super) worse: Vec<String>,
    pub(super) unordered: Option<String>,
    pub(super) no: Vec<String>,
    pub(super) unsure: Vec<String>,
    pub(super) hidden: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenClaim {
    id: String,
    says: String,
    when: String,
    urgency: Option<Urgency>,
    massage: Option<Massage>,
    /// A description that must not fit.
    never: Option<String>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenException {
    id: String,
    questions: Vec<String>,
    when: String,
    because: String,
    claims: Vec<String>,
    sources: Vec<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct WrittenShadowed {
    id: String,
    because: String,
}

const CLAIMS: [&str; 3] =
    ["claims/red-flags.toml", "claims/massage.toml", "claims/own-choices.toml"];
const EXCEPTIONS: &str = "claims/exceptions.toml";
const SHADOWED: &str = "claims/shadowed.toml";

impl Compiler {
    /// What the proof holds the content against.
    pub(super) fn safety(&mut self, rules: &[Rule]) -> Safety {
        let mut safety = Safety { claims: self.claims(), ..Safety::default() };
        let declared = std::mem::take(&mut self.declared);
        for (index, declared) in declared.iter().enumerate() {
            let question = QuestionIx(index as u16);
            safety.steps.extend(self.steps(question, declared));
            for (names, list) in
                [(&declared.no, &mut safety.noes), (&declared.unsure, &mut safety.unsure)]
            {
                let set = names.iter().filter_map(|name| self.place(question, declared, name));
                let set: OptionSet = set.collect();
                if !set.is_empty() {
                    list.push((question, set));
                }
            }
            if declared.worse.is_empty() == declared.unordered.is_none() {
                self.wrong(
                    &declared.file,
                    &declared.id,
                    "it must say which answers are worse",
                    "either “worse” or “unordered” with the reason",
                );
            }
            if let Some(because) = &declared.unordered {
                safety.unordered.push((question, because.clone()));
            }
            if let Some(because) = &declared.hidden {
                safety.hidden.push((question, because.clone()));
            }
        }
        safety.exceptions = self.exceptions(&safety.claims);
        let shadowed: Vec<WrittenShadowed> =
            self.files.entries(SHADOWED, "shadowed", &mut self.problems);
        for entry in shadowed {
            match rules.iter().position(|rule| rule.id == entry.id) {
                Some(rule) => safety.shadowed.push((RuleIx(rule as u16), entry.because)),
                None => {
                    self.wrong(SHADOWED, &entry.id, "there is no such rule", "the id of a rule")
                }
            }
        }
        safety
    }

    fn claims(&mut self) -> Vec<Claim> {
        let mut claims: Vec<Claim> = Vec::new();
        for file in CLAIMS {
            let written: Vec<WrittenClaim> = self.files.entries(file, "claim", &mut self.problems);
            for claim in written {
                let when = self.condition(file, &claim.id, Some(&claim.when));
                if names_a_rule(&when) {
                    self.wrong(
                        file,
                        &claim.id,
                        "it leans on a fact, a rule or a level",
                        "questions and options only: a claim is a second opinion",
                    );
                }
                self.cite(file, &claim.id, &claim.sources);
                let never = claim.never.as_deref();
                claims.push(Claim {
                    never: never.map(|text| self.condition(file, &claim.id, Some(text))),
                    when,
                    urgency: claim.urgency,
                    massage: claim.massage,
                    id: claim.id,
                    says: claim.says,
                });
            }
        }
        self.unique("claims", claims.iter().map(|claim| claim.id.clone()).collect());
        claims
    }

    fn exceptions(&mut self, claims: &[Claim]) -> Vec<Exception> {
        let written: Vec<WrittenException> =
            self.files.entries(EXCEPTIONS, "exception", &mut self.problems);
        let mut exceptions = Vec::new();
        for entry in written {
            let mut questions = Vec::new();
            for name in &entry.questions {
                match self.names.question(name) {
                    Some((question, _)) => questions.push(question),
                    None => {
                        let wrong = format!("there is no question “{name}”");
                        self.wrong(EXCEPTIONS, &entry.id, wrong, "ids of questions");
                    }
                }
            }
            let known = |id: &&String| claims.iter().any(|claim| claim.id == **id);
            let gone: Vec<String> = entry.claims.iter().filter(|id| !known(id)).cloned().collect();
            if !gone.is_empty() || entry.claims.is_empty() {
                let wrong = format!("no such claim: “{}”", gone.join("”, “"));
                self.wrong(EXCEPTIONS, &entry.id, wrong, "the claims that bound it");
            }
            self.cite(EXCEPTIONS, &entry.id, &entry.sources);
            exceptions.push(Exception {
                questions,
                when: self.condition(EXCEPTIONS, &entry.id, Some(&entry.when)),
                id: entry.id,
                because: entry.because,
                claims: entry.claims,
                sources: entry.sources,
            });
        }
        exceptions
    }

    /// `a < b / c` of a choice, ids of a checklist, `higher` or `lower` of a scale.
    fn steps(&mut self, question: QuestionIx, declared: &Declared) -> Vec<Step> {
        let mut steps = Vec::new();
        for worse in &declared.worse {
            let groups: Vec<Vec<&str>> =
                worse.split('<').map(|group| group.split('/').map(str::trim).collect()).collect();
            match groups.as_slice() {
                [only] => {
                    for name in only {
                        match *name {
                            "higher" => steps.push(Step::Higher(question)),
                            "lower" => steps.push(Step::Lower(question)),
                            name => {
                                let option = self.place(question, declared, name);
                                steps.extend(option.map(|option| Step::Tick { question, option }));
                            }
                        }
                    }
                }
                groups => {
                    for pair in groups.windows(2) {
                        let [better, worse] = pair else { continue };
                        for (better, worse) in
                            better.iter().flat_map(|b| worse.iter().map(move |w| (b, w)))
                        {
                            let better = self.place(question, declared, better);
                            let worse = self.place(question, declared, worse);
                            if let Some((better, worse)) = better.zip(worse) {
                                steps.push(Step::Instead { question, better, worse });
                            }
                        }
                    }
                }
            }
        }
        steps
    }

    fn place(&mut self, question: QuestionIx, declared: &Declared, name: &str) -> Option<usize> {
        let options = self.names.questions.get(usize::from(question.0))?.options.as_ref();
        let place = options.and_then(|options| options.iter().position(|option| option == name));
        if place.is_none() {
            let wrong = format!("“{name}” is no option");
            self.wrong(&declared.file, &declared.id, wrong, "options in worse, no and unsure");
        }
        place
    }
}

fn names_a_rule(condition: &Condition) -> bool {
    let itself = matches!(
        condition,
        Condition::Fact(_) | Condition::Rule(_) | Condition::Urgency(_) | Condition::Massage(_)
    );
    itself || condition.parts().into_iter().any(names_a_rule)
}
