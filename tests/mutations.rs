//! A mistake in a rule shows: each rule and each fact is broken on purpose, in
//! every small way, and either a person's case or the proof must object.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

mod people;

use biodivine_lib_bdd::Bdd;
use people::{Person, people};
use sciatica_check::model::{Condition, FactIx, Guide, Massage, OptionSet, Safety, Urgency};
use sciatica_check::proof::{Symbolic, Symbols, broken as broken_claims};
use sciatica_check::{content, engine};

/// Mutants that neither a case nor the proof objects to, and why, in the order in
/// which they are tried.
const EXPLAINED: [(&str, &str); 55] = [
    ("E7: part 1, part 1, part 0, “both-worse” of “legs” swapped", BOTH_LEGS),
    ("E7: part 1, part 1, part 2, “weak-both” of “nerve-signs” swapped", BOTH_LEGS),
    ("E9: part 1, part 1, without its exception", CRASH),
    ("E9: part 1, part 1, exception, “yes” of “crash-checked” without", CRASH),
    ("E10: part 1, part 1, part 1, “weak-both” of “nerve-signs” swapped", BOTH_LEGS),
    ("D10: part 2, without part 1", CRASH),
    ("D10: part 2, part 1, without its exception", CRASH),
    ("D10: part 2, part 1, exception, “yes” of “crash-checked” without", CRASH),
    ("R1: a wider massage level", FIT),
    ("R2: a wider massage level", FIT),
    ("R3: a wider massage level", FIT),
    ("R4: a wider massage level", FIT),
    ("A10: a lower urgency", SHADOWED),
    ("A15: a lower urgency", SHADOWED),
    ("MR1: a wider massage level", SHADOWED),
    ("MR2: a wider massage level", SHADOWED),
    ("MR3: a wider massage level", SHADOWED),
    ("MR7: part 3, exception, “yes-disc-or-nerve” of “assessed” without", NO_CASE),
    ("MR9: part 2, without part 0", NO_CASE),
    ("MR9: part 2, without part 1", NO_CASE),
    ("MR9: part 2, part 1, “fast-worse” of “trend” swapped", NO_CASE),
    ("MR9: part 2, without part 3", NO_CASE),
    ("MR9: part 2, part 3, “exercise” of “doing-now” without", NO_CASE),
    ("MR9: part 2, part 3, “exercise” of “doing-now” swapped", NO_CASE),
    ("MR9: part 2, part 3, “physio” of “doing-now” without", NO_CASE),
    ("MR9: part 2, part 3, “physio” of “doing-now” swapped", NO_CASE),
    ("MR9: part 2, part 3, “medicine” of “doing-now” without", NO_CASE),
    ("MR9: part 3, exception, “yes-disc-or-nerve” of “assessed” without", NO_CASE),
    ("new-weakness: part 2, “weak-both” of “nerve-signs” swapped", BOTH_LEGS),
    ("marked-weakness: part 0, “weak-both” of “nerve-signs” swapped", BOTH_LEGS),
    ("tingling-or-numb: without part 1", EDGE),
    ("tingling-or-numb: part 1, “tingle-new” of “nerve-signs” without", EDGE),
    ("tingling-or-numb: part 1, “tingle-new” of “nerve-signs” swapped", EDGE),
    ("cough-without-leg-pain: part 1, part 1, without part 1", EDGE),
    ("feels-weak-without-sign: without part 1", EDGE),
    ("feels-weak-without-sign: part 1, “foot-drop” of “nerve-signs” without", EDGE),
    ("feels-weak-without-sign: part 1, “foot-drop” of “nerve-signs” swapped", EDGE),
    ("feels-weak-without-sign: part 1, “weak” of “nerve-signs” without", EDGE),
    ("feels-weak-without-sign: part 1, “weak” of “nerve-signs” swapped", EDGE),
    ("feels-numb-without-sign: without part 1", EDGE),
    ("stirred-up-low: without part 3", NO_CASE),
    ("stirred-up-low: part 4, part 0, without part 1", NO_CASE),
    ("stirred-up-low: part 4, part 0, part 1, one less", NO_CASE),
    ("stirred-up-low: part 4, part 1, without part 2", NO_CASE),
    ("stirred-up-low: part 4, part 1, part 2, one less", NO_CASE),
    ("stirred-up-low: part 5, part 0, part 1, “foot” of “furthest-now” swapped", NO_CASE),
    ("seen-and-better: part 1, part 1, without part 1", NO_CASE),
    ("seen-and-better: part 1, part 1, part 1, “too-much-sitting” of “setback” without", NO_CASE),
    ("seen-and-better: part 1, part 1, part 1, “too-much-sitting” of “setback” swapped", NO_CASE),
    ("accident-unchecked: part 1, without part 1", CRASH),
    ("accident-unchecked: part 1, part 1, without its exception", CRASH),
    ("accident-unchecked: part 1, part 1, exception, “yes” of “crash-checked” without", CRASH),
    ("accident-unchecked: part 1, part 1, exception, “yes” of “crash-checked” swapped", CRASH),
    ("muscle-hip-points: without part 0", EDGE),
    ("muscle-hip-points: part 0, without part 0", EDGE),
];

const BOTH_LEGS: &str =
    "Weakness in both legs, and both legs getting worse, are an emergency by E5 already.";
const CRASH: &str = "Only more careful: somebody whose back was checked after a late-told accident is asked to go again.";
const FIT: &str =
    "MR7 names these rules and limits massage as much; the wider level is never the least.";
const SHADOWED: &str = "Another rule always asks for as much: `content/claims/shadowed.toml`, and the ceiling of the urgency for MR1.";
const EDGE: &str = "Changes who is read as having leg pain or tingling, at the edge of answers that do not fit together, where R4 asks to look again.";
const NO_CASE: &str = "An edge that no person of `tests/cases` stands on yet.";

/// One way to break the content.
struct Mutant {
    name: String,
    guide: Guide,
}

#[test]
fn a_mistake_in_any_rule_or_fact_is_caught() {
    let (guide, safety) = (content::guide().unwrap(), content::safety().unwrap());
    let people = people(&guide);
    let mutants = mutants(&guide);
    let tried = mutants.len();
    let survivors: Vec<Mutant> =
        mutants.into_iter().filter(|mutant| !caught_by_a_case(&mutant.guide, &people)).collect();
    let by_cases = tried - survivors.len();

    let symbols = Symbols::new(&guide);
    let original = sets_of_rules(&guide, &symbols);
    // Two cores, two halves.
    let (left, right) = survivors.split_at(survivors.len() / 2);
    let fates: Vec<Fate> = std::thread::scope(|scope| {
        let judge = |half: &[Mutant]| -> Vec<Fate> {
            half.iter().map(|mutant| fate(mutant, &safety, &symbols, &original)).collect()
        };
        let right = scope.spawn(move || judge(right));
        [judge(left), right.join().unwrap()].concat()
    });
    let count = |wanted: Fate| fates.iter().filter(|fate| **fate == wanted).count();
    let (equivalent, by_proof) = (count(Fate::Equivalent), count(Fate::Caught));
    let covered = count(Fate::Covered);
    let fated = survivors.iter().zip(&fates).filter(|(_, fate)| **fate == Fate::Uncaught);
    let uncaught: Vec<&str> = fated.map(|(mutant, _)| mutant.name.as_str()).collect();
    println!(
        "{tried} mutants: {by_cases} caught by a case, {by_proof} by the proof; {equivalent} change no \
         rule for anybody, {covered} change no level since another rule says the same; {} not caught",
        uncaught.len()
    );
    for (name, why) in EXPLAINED {
        println!("  not caught: {name}. {why}");
    }
    let explained: Vec<&str> = EXPLAINED.iter().map(|(name, _)| *name).collect();
    assert_eq!(uncaught, explained);
    assert!(tried > 300, "only {tried} mutants");
}

/// What becomes of a mutant that no case catches.
#[derive(Clone, Copy, PartialEq)]
enum Fate {
    /// Every rule still holds for exactly the same people.
    Equivalent,
    /// Whoever it makes a difference to gets the same levels from another rule.
    Covered,
    /// The proof objects.
    Caught,
    /// Nothing objects.
    Uncaught,
}

/// A rule's levels, and for whom it holds.
type Set = (Option<Urgency>, Option<Massage>, Option<Bdd>);
type Sets = Vec<Set>;

fn fate(mutant: &Mutant, safety: &Safety, symbols: &Symbols, original: &Sets) -> Fate {
    if sets_of_rules(&mutant.guide, symbols) == *original {
        return Fate::Equivalent;
    }
    if same_levels(&mutant.guide, &sets_of_rules(&mutant.guide, symbols), original) {
        return Fate::Covered;
    }
    let symbolic = Symbolic::new(&mutant.guide, symbols);
    match broken_claims(&mutant.guide, &safety.claims, &symbolic, &symbols.valid()).is_empty() {
        true => Fate::Uncaught,
        false => Fate::Caught,
    }
}

/// Whether everybody for whom a rule has changed has another rule that is at
/// least as careful, on each scale that it speaks on.
fn same_levels(guide: &Guide, mutant: &Sets, original: &Sets) -> bool {
    let levels_changed = mutant.iter().zip(original).any(|(a, b)| (a.0, a.1) != (b.0, b.1));
    let changed = mutant.iter().zip(original).enumerate().filter(|(_, (a, b))| a.2 != b.2);
    let covered = |(index, (after, before)): (usize, (&Set, &Set))| {
        let (Some(after), Some(before)) = (&after.2, &before.2) else { return false };
        let rule = &guide.rules[index];
        let left = |as_careful: &dyn Fn(usize) -> bool| {
            let others = (0..mutant.len()).filter(|other| *other != index && as_careful(*other));
            let mut sets: Vec<&Bdd> = others
                .filter(|at| mutant[*at].2 == original[*at].2)
                .filter_map(|at| mutant[at].2.as_ref())
                .collect();
            sets.sort_by_key(|set| set.size());
            sets.into_iter().fold(after.xor(before), |left, set| match left.is_false() {
                true => left,
                false => left.and_not(set),
            })
        };
        let urgency = rule.urgency.is_none_or(|level| {
            left(&|other| guide.rules[other].urgency >= Some(level)).is_false()
        });
        let massage = rule.massage.is_none_or(|level| {
            left(&|other| {
                let other = &guide.rules[other];
                let ceiling = other.urgency.map(Urgency::massage_ceiling);
                other.massage.is_some_and(|theirs| theirs <= level)
                    || ceiling.is_some_and(|theirs| theirs <= level)
            })
            .is_false()
        });
        urgency && massage
    };
    !levels_changed && changed.into_iter().all(covered)
}

fn caught_by_a_case(guide: &Guide, people: &[Person]) -> bool {
    people.iter().any(|person| {
        let outcome = engine::evaluate(guide, &person.response);
        !people::wrong(guide, &person.expected, &outcome).is_empty()
    })
}

/// For whom each rule holds: equal sets, equal reasons for everybody.
fn sets_of_rules(guide: &Guide, symbols: &Symbols) -> Sets {
    let symbolic = Symbolic::new(guide, symbols);
    let valid = symbols.valid();
    let rules = guide.rules.iter().map(|rule| {
        let holds = rule.when.as_ref().map(|when| symbolic.sets(when).holds.and(&valid));
        (rule.urgency, rule.massage, holds)
    });
    rules.collect()
}

fn mutants(guide: &Guide) -> Vec<Mutant> {
    let mut mutants = Vec::new();
    for (index, rule) in guide.rules.iter().enumerate() {
        let mut with = |what: String, change: &dyn Fn(&mut Guide)| {
            let mut guide = guide.clone();
            change(&mut guide);
            mutants.push(Mutant { name: format!("{}: {what}", rule.id), guide });
        };
        if let Some(lower) = rule.urgency.and_then(lower) {
            with("a lower urgency".into(), &|guide| guide.rules[index].urgency = Some(lower));
        }
        if let Some(wider) = rule.massage.and_then(wider) {
            with("a wider massage level".into(), &|guide| guide.rules[index].massage = Some(wider));
        }
        let Some(when) = &rule.when else { continue };
        with("dropped".into(), &|guide| {
            guide.rules[index].when = Some(Condition::Any(Vec::new()));
        });
        for (what, broken) in broken(guide, when) {
            with(what, &|guide| guide.rules[index].when = Some(broken.clone()));
        }
    }
    for (index, fact) in guide.facts.iter().enumerate() {
        // Facts that the compiler makes, and those that only advice uses, are no rules.
        let made = fact.id.starts_with("any-") || fact.id.contains([':', ' ']);
        if made || !used_by_a_rule(guide, FactIx(index as u16)) {
            continue;
        }
        for (what, broken) in broken(guide, &fact.condition) {
            let mut guide = guide.clone();
            guide.facts[index].condition = broken;
            mutants.push(Mutant { name: format!("{}: {what}", fact.id), guide });
        }
    }
    mutants
}

fn used_by_a_rule(guide: &Guide, fact: FactIx) -> bool {
    fn uses(guide: &Guide, condition: &Condition, fact: FactIx) -> bool {
        let deeper = match condition {
            Condition::Fact(named) if *named == fact => return true,
            Condition::Fact(named) => Some(&guide.facts[usize::from(named.0)].condition),
            _ => None,
        };
        deeper.into_iter().chain(condition.parts()).any(|part| uses(guide, part, fact))
    }
    guide.rules.iter().filter_map(|rule| rule.when.as_ref()).any(|when| uses(guide, when, fact))
}

/// Every way to take one thing out of a condition, or to put another option in
/// the place of one.
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
            let mut all = Vec::new();
            for (place, option) in
                asked.options.iter().enumerate().filter(|(at, _)| any_of.has(*at))
            {
                let rest = any_of.without(OptionSet::only(place));
                let other = (place + 1) % asked.options.len();
                for (what, set) in
                    [("without", rest), ("swapped", rest.with(OptionSet::only(other)))]
                {
                    let what = format!("“{}” of “{}” {what}", option.id, asked.id);
                    all.push((what, Condition::Chosen { question: *question, any_of: set }));
                }
            }
            all
        }
        Condition::AtLeast { question, value } => {
            vec![("one more".into(), Condition::AtLeast { question: *question, value: value + 1 })]
        }
        Condition::AtMost { question, value } => {
            let value = value.saturating_sub(1);
            vec![("one less".into(), Condition::AtMost { question: *question, value })]
        }
        Condition::Score { at_least, parts } => {
            let stricter = Condition::Score { at_least: at_least + 1, parts: parts.clone() };
            let looser = Condition::Score { at_least: at_least - 1, parts: parts.clone() };
            vec![("one point more".into(), stricter), ("one point fewer".into(), looser)]
        }
        _ => Vec::new(),
    }
}

fn lower(level: Urgency) -> Option<Urgency> {
    Urgency::ALL.into_iter().rev().find(|other| *other < level)
}

fn wider(level: Massage) -> Option<Massage> {
    Massage::ALL.into_iter().find(|other| *other > level)
}
