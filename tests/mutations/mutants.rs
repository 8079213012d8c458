//! Every small way to break a rule or a fact: drop it, lower its level, leave
//! out a part, widen or narrow an answer, swap an option for its neighbour.

use sciatica_check::model::{
    Condition, FactIx, Guide, Massage, OptionSet, Part, Question, Urgency,
};

/// One way to break the content.
pub struct Mutant {
    pub name: String,
    change: Change,
}

/// What is broken.
enum Change {
    Urgency(usize, Urgency),
    Massage(usize, Massage),
    Rule(usize, Condition),
    Fact(usize, Condition),
}

impl Mutant {
    /// The broken content.
    pub fn guide(&self, original: &Guide) -> Guide {
        let mut guide = original.clone();
        match &self.change {
            Change::Urgency(rule, level) => guide.rules[*rule].urgency = Some(*level),
            Change::Massage(rule, level) => guide.rules[*rule].massage = Some(*level),
            Change::Rule(rule, when) => guide.rules[*rule].when = Some(when.clone()),
            Change::Fact(fact, when) => guide.facts[*fact].condition = when.clone(),
        }
        guide
    }

    /// Whether a part of a condition is what was broken.
    pub fn is(&self, part: &Condition) -> bool {
        match (&self.change, part) {
            (Change::Rule(broken, _), Condition::Rule(rule)) => usize::from(rule.0) == *broken,
            (Change::Fact(broken, _), Condition::Fact(fact)) => usize::from(fact.0) == *broken,
            _ => false,
        }
    }

    /// The condition before and after, if it is one that is broken.
    pub fn conditions<'a>(&'a self, guide: &'a Guide) -> Option<(&'a Condition, &'a Condition)> {
        match &self.change {
            Change::Urgency(..) | Change::Massage(..) => None,
            Change::Rule(rule, after) => Some((guide.rules[*rule].when.as_ref().unwrap(), after)),
            Change::Fact(fact, after) => Some((&guide.facts[*fact].condition, after)),
        }
    }
}

pub fn mutants(guide: &Guide) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, rule) in guide.rules.iter().enumerate() {
        let mut with = |what: &str, change: Change| {
            mutants.push(Mutant { name: format!("{}: {what}", rule.id), change });
        };
        if let Some(lower) = rule.urgency.and_then(lower) {
            with("a lower urgency", Change::Urgency(index, lower));
        }
        if let Some(wider) = rule.massage.and_then(wider) {
            with("a wider massage level", Change::Massage(index, wider));
        }
        let Some(when) = &rule.when else { continue };
        with("dropped", Change::Rule(index, Condition::Any(Vec::new())));
        for (what, broken) in broken(guide, when) {
            with(&what, Change::Rule(index, broken));
        }
    }
    for (index, fact) in guide.facts.iter().enumerate() {
        // What only advice asks for is no rule.
        if used(guide, FactIx(index as u16)) {
            for (what, broken) in broken(guide, &fact.condition) {
                let change = Change::Fact(index, broken);
                mutants.push(Mutant { name: format!("{}: {what}", fact.id), change });
            }
        }
    }
    mutants
}

/// Whether a rule, a description or the way depends on a fact.
fn used(guide: &Guide, fact: FactIx) -> bool {
    fn uses(guide: &Guide, condition: &Condition, fact: FactIx) -> bool {
        let deeper = match condition {
            Condition::Fact(named) if *named == fact => return true,
            Condition::Fact(named) => Some(&guide.facts[usize::from(named.0)].condition),
            _ => None,
        };
        deeper.into_iter().chain(condition.parts()).any(|part| uses(guide, part, fact))
    }
    let rules = guide.rules.iter().filter_map(|rule| rule.when.as_ref());
    let asked = guide.questions.iter().map(|question| &question.enable_when);
    let told = guide.patterns.iter().chain(&guide.irritability).map(|described| &described.when);
    rules.chain(asked).chain(told).any(|when| uses(guide, when, fact))
}

/// Every way to take one thing out of a condition, to move one limit, or to put
/// another option in the place of one or beside it.
fn broken(guide: &Guide, condition: &Condition) -> Vec<(String, Condition)> {
    let within = |parts: &[Condition], rebuilt: &dyn Fn(Vec<Condition>) -> Condition| {
        let mut all = Vec::new();
        for index in 0..parts.len() {
            let mut fewer = parts.to_vec();
            fewer.remove(index);
            all.push((format!("without part {index}"), rebuilt(fewer)));
            for (what, part) in broken(guide, &parts[index]) {
                let mut changed = parts.to_vec();
                changed[index] = part;
                all.push((format!("part {index}, {what}"), rebuilt(changed)));
            }
        }
        all
    };
    match condition {
        Condition::All(parts) => within(parts, &Condition::All),
        Condition::Any(parts) => within(parts, &Condition::Any),
        Condition::Not(inner) => {
            let inside = broken(guide, inner).into_iter();
            let mut all: Vec<_> =
                inside.map(|(what, part)| (what, Condition::Not(Box::new(part)))).collect();
            all.push(("without “not”".into(), (**inner).clone()));
            all
        }
        Condition::Unless(when, except) => {
            let mut all = vec![("without its exception".into(), (**when).clone())];
            for (what, part) in broken(guide, when) {
                all.push((what, Condition::Unless(Box::new(part), except.clone())));
            }
            for (what, part) in broken(guide, except) {
                let what = format!("exception, {what}");
                all.push((what, Condition::Unless(when.clone(), Box::new(part))));
            }
            all
        }
        Condition::Chosen { question, any_of } => {
            let asked = guide.question(*question).unwrap();
            let chosen = |any_of| Condition::Chosen { question: *question, any_of };
            options(asked, *any_of).map(|(what, set)| (what, chosen(set))).collect()
        }
        Condition::AtLeast { question, value } => {
            let at_least = |value| Condition::AtLeast { question: *question, value };
            let less = value.checked_sub(1).map(|less| ("one less".into(), at_least(less)));
            less.into_iter().chain([("one more".into(), at_least(value + 1))]).collect()
        }
        Condition::AtMost { question, value } => {
            let at_most = |value| Condition::AtMost { question: *question, value };
            let less = value.checked_sub(1).map(|less| ("one less".into(), at_most(less)));
            less.into_iter().chain([("one more".into(), at_most(value + 1))]).collect()
        }
        Condition::Score { at_least, parts } => {
            let score = |at_least, parts| Condition::Score { at_least, parts };
            let mut all = vec![
                ("one point more".into(), score(at_least + 1, parts.clone())),
                ("one point fewer".into(), score(at_least - 1, parts.clone())),
            ];
            // The lead of one picture over another: its points are written once, in the pictures.
            let lead = parts.iter().any(|part| part.weight < 0);
            for index in (0..parts.len()).filter(|_| !lead) {
                let mut fewer = parts.clone();
                fewer.remove(index);
                all.push((format!("without point {index}"), score(*at_least, fewer)));
                for (what, condition) in broken(guide, &parts[index].condition) {
                    let mut changed = parts.clone();
                    changed[index] = Part { condition, ..changed[index] };
                    all.push((format!("point {index}, {what}"), score(*at_least, changed)));
                }
            }
            all
        }
        _ => Vec::new(),
    }
}

/// One option less, another in its place, or one more.
fn options(asked: &Question, any_of: OptionSet) -> impl Iterator<Item = (String, OptionSet)> {
    let count = asked.options.len();
    let name = move |place: usize, what: &str| {
        format!("“{}” of “{}” {what}", asked.options[place].id, asked.id)
    };
    let named = (0..count).filter(move |place| any_of.has(*place));
    named.flat_map(move |place| {
        let rest = any_of.without(OptionSet::only(place));
        let next = (place + 1) % count;
        let swapped = rest.with(OptionSet::only(next));
        let mut all = vec![(name(place, "without"), rest), (name(place, "swapped"), swapped)];
        if !any_of.has(next) {
            all.push((name(next, "as well"), any_of.with(OptionSet::only(next))));
        }
        all
    })
}

fn lower(level: Urgency) -> Option<Urgency> {
    Urgency::ALL.into_iter().rev().find(|other| *other < level)
}

fn wider(level: Massage) -> Option<Massage> {
    Massage::ALL.into_iter().find(|other| *other > level)
}
