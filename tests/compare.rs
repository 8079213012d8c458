//! The difference between two contents in people: who moves, how many, why, and that
//! nobody moves who should not.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "compare/small.rs"]
mod small;

use sciatica_check::model::{
    Claim, Condition, Guide, Massage, OptionSet, Rule, Safety, Urgency, Words,
};
use sciatica_check::proof::{self, Comparison, Move, Renames, Version};
use sciatica_check::{content, engine, wire};
use serde_json::Value;

/// A content that can be changed.
#[derive(Clone)]
struct Book {
    guide: Guide,
    words: Words<'static>,
    safety: Safety,
}

impl Book {
    fn check() -> Self {
        Self {
            guide: content::guide().unwrap(),
            words: content::words().unwrap(),
            safety: content::safety().unwrap(),
        }
    }

    fn recheck() -> Self {
        let (guide, words) = content::recheck().unwrap();
        Self { guide, words, safety: content::follow_up_safety().unwrap() }
    }

    fn version(&self) -> Version<'_> {
        Version { guide: &self.guide, words: &self.words, safety: &self.safety }
    }

    fn rule(&mut self, id: &str) -> &mut Rule {
        self.guide.rules.iter_mut().find(|rule| rule.id == id).unwrap()
    }

    /// A question's place, and its options by name.
    fn chosen(&self, question: &str, option: &str) -> Condition {
        let (index, question) = self.guide.question_by_id(question).unwrap();
        let place = question.option(option).unwrap().0;
        Condition::Chosen { question: index, any_of: OptionSet::only(place) }
    }

    fn question(&mut self, id: &str) -> &mut sciatica_check::model::Question {
        self.guide.questions.iter_mut().find(|question| question.id == id).unwrap()
    }
}

/// What a change does, with everybody who is shown tried in the engine.
fn changed(before: &Book, change: impl Fn(&mut Book)) -> Comparison {
    let mut after = before.clone();
    change(&mut after);
    compared(before, &after, &Renames::default())
}

fn compared(before: &Book, after: &Book, renames: &Renames) -> Comparison {
    let compared = proof::compare(&before.version(), &after.version(), renames).unwrap();
    for it in &compared.moves {
        let person = it.person.as_ref().unwrap();
        let heard_before = person.heard_before.as_ref().unwrap_or(&person.response);
        assert_eq!(level(&before.guide, heard_before, it.scale), it.from, "{heard_before}");
        assert_eq!(level(&after.guide, &person.response, it.scale), it.to, "{}", person.response);
        assert_eq!(person.partial, it.is_partial());
        assert!(!it.rules.is_empty(), "no rule did it: {} {} {}", it.scale, it.from, it.to);
    }
    compared
}

/// The level that the engine gives to a response.
fn level(guide: &Guide, response: &Value, scale: &str) -> &'static str {
    let response = wire::response(guide, &response.to_string()).unwrap();
    let outcome = engine::evaluate(guide, &response);
    if scale == "urgency" { outcome.urgency.wire() } else { outcome.massage.wire() }
}

fn find<'c>(compared: &'c Comparison, scale: &str, from: &str, to: &str) -> &'c Move {
    let moves = &compared.moves;
    let found = moves.iter().find(|it| (it.scale, it.from, it.to) == (scale, from, to));
    found.unwrap_or_else(|| panic!("nobody moves from {from} to {to}:\n{}", compared.text()))
}

#[track_caller]
fn nobody_moves(compared: &Comparison) {
    assert!(compared.moves.is_empty(), "{}", compared.text());
    for group in &compared.groups {
        assert!(group.moved.is_zero(), "{}", group.who);
        assert!(group.levels.iter().all(|(_, was, is)| was == is), "{}", group.who);
    }
}

fn noted(compared: &Comparison, expected: &str) {
    let found = compared.notes.iter().any(|note| note.contains(expected));
    assert!(found, "“{expected}” is not among {:#?}", compared.notes);
}

// --- Nobody moves ----------------------------------------------------------------------

#[test]
fn the_same_content_moves_nobody_and_differs_in_nothing() {
    for book in [Book::check(), Book::recheck()] {
        let compared = changed(&book, |_| {});
        nobody_moves(&compared);
        assert!(compared.notes.is_empty(), "{:?}", compared.notes);
        assert!(compared.groups.iter().all(|group| !group.all.is_zero()));
    }
}

#[test]
fn a_changed_word_moves_nobody_and_is_told() {
    let compared = changed(&Book::check(), |book| {
        let label = book.question("illness").options[0].label;
        book.words.texts[usize::from(label.0)] = "In other words";
        let title = book.question("legs").title;
        book.words.texts[usize::from(title.0)] = "In other words?";
    });
    nobody_moves(&compared);
    noted(&compared, "question “legs” has other words");
    noted(&compared, "“illness”: option “");
    assert_eq!(compared.notes.len(), 2, "{:?}", compared.notes);
}

#[test]
fn a_renamed_option_moves_nobody() {
    let compared = changed(&Book::check(), |book| {
        let (place, _) = book.question("illness").option("fever").unwrap();
        book.question("illness").options[place].id = "hot".to_owned();
    });
    nobody_moves(&compared);
    assert_eq!(compared.notes, ["“illness”: option “fever” is called “hot”"]);
}

#[test]
fn a_renamed_question_moves_nobody() {
    let compared = changed(&Book::check(), |book| book.question("touch").id = "fur".to_owned());
    nobody_moves(&compared);
    assert_eq!(compared.notes, ["question “touch” is called “fur”"]);
}

/// With other words too, only somebody can say that it is a rename.
#[test]
fn a_renamed_option_with_other_words_moves_nobody_if_the_list_names_it() {
    let before = Book::check();
    let mut after = before.clone();
    let (place, option) = after.question("illness").option("fever").unwrap();
    let label = usize::from(option.label.0);
    after.question("illness").options[place].id = "hot".to_owned();
    after.words.texts[label] = "Much too hot";
    let alone = compared(&before, &after, &Renames::default());
    noted(&alone, "“illness”: option “hot” is new");
    noted(&alone, "“illness”: option “fever” is gone");
    noted(&alone, "name it in a list for --renamed");
    assert!(!alone.moves.is_empty());
    let list = Renames::read("[options.illness]\nhot = \"fever\"").unwrap();
    let named = compared(&before, &after, &list);
    nobody_moves(&named);
    noted(&named, "option “fever” is called “hot”; option “hot” has other words");
}

#[test]
fn a_renamed_rule_or_claim_moves_nobody() {
    let compared = changed(&Book::check(), |book| {
        book.rule("D7").id = "D7-new".to_owned();
        book.safety.claims[0].id = "another-name".to_owned();
    });
    nobody_moves(&compared);
    noted(&compared, "rule “D7” is called “D7-new”");
    noted(&compared, "is called “another-name”");
    assert_eq!(compared.notes.len(), 2, "{:?}", compared.notes);
}

// --- Somebody moves --------------------------------------------------------------------

#[test]
fn a_tightened_rule_moves_people_up_and_is_named() {
    let compared = changed(&Book::check(), |book| {
        let moderate = book.chosen("pain-words", "moderate");
        book.safety.claims.push(Claim {
            id: "moderate-pain".to_owned(),
            says: "Moderate pain is for today.".to_owned(),
            when: moderate.clone(),
            urgency: Some(Urgency::SameDay),
            massage: None,
            never: None,
        });
        let rule = book.rule("D6");
        rule.when = Some(Condition::Any(vec![rule.when.clone().unwrap(), moderate]));
    });
    noted(&compared, "rule “D6” holds for more people");
    noted(&compared, "claim “moderate-pain” is new and asks for same-day");
    assert!(compared.moves.iter().all(|it| it.more_careful));
    for from in ["soon", "self-care"] {
        let it = find(&compared, "urgency", from, "same-day");
        let rules: Vec<&str> = it.rules.iter().map(|cause| cause.id.as_str()).collect();
        assert_eq!(rules, ["D6"]);
        assert_eq!(it.rules[0].how, "holds for them now");
        assert_eq!(it.rules[0].count, it.counts[0]);
        assert_eq!(it.claims.len(), 1);
        assert_eq!((&*it.claims[0].id, &*it.claims[0].how), ("moderate-pain", "is new"));
        let person = it.person.as_ref().unwrap();
        assert_eq!(person.response["answers"]["pain-words"], "moderate");
        assert_eq!(person.says.iter().filter(|said| said.ends_with(": Moderate")).count(), 1);
        assert!(person.noes > 0);
    }
    find(&compared, "massage", "after-assessment", "not-now");
}

#[test]
fn a_loosened_rule_moves_people_down_and_comes_first() {
    let compared = changed(&Book::check(), |book| {
        book.rule("E1").urgency = Some(Urgency::Soon);
    });
    noted(&compared, "rule “E1” asked for emergency and asks for soon");
    assert!(compared.moves.iter().all(|it| !it.more_careful));
    let it = find(&compared, "urgency", "emergency", "soon");
    assert_eq!(it.rules[0].id, "E1");
    assert_eq!(it.rules[0].how, "asked for emergency and asks for soon");
    let claim = it.claims.iter().find(|claim| claim.id == "bladder-new").unwrap();
    assert_eq!(claim.how, "is not kept for them");
    assert!(compared.text().contains("LESS CAREFUL: urgency from emergency to soon"));
    let json = compared.json();
    assert_eq!(json["moves"][0]["more_careful"], false);
    assert_eq!(json["groups"][0]["moved"]["count"], compared.groups[0].moved.digits());
}

/// Nothing else is left that asks for anything, so the rule for everybody else is.
#[test]
fn whom_nothing_else_is_for_moves_with_the_rule_for_everybody_else() {
    let before = Book::check();
    let otherwise = |rule: &&Rule| rule.when.is_none() && rule.urgency.is_some();
    let id = before.guide.rules.iter().find(otherwise).unwrap().id.clone();
    let compared = changed(&before, |book| book.rule(&id).urgency = Some(Urgency::SameDay));
    let it = find(&compared, "urgency", "self-care", "same-day");
    assert_eq!(it.rules.iter().map(|cause| &*cause.id).collect::<Vec<_>>(), [&*id]);
    assert!(it.rules[0].how.contains("asks for same-day"), "{}", it.rules[0].how);
}

#[test]
fn a_new_option_is_compared_by_what_the_old_content_hears_without_it() {
    let before = Book::check();
    let mut after = before.clone();
    let mut hiccups = before.guide.question_by_id("illness").unwrap().1.options[0].clone();
    hiccups.id = "hiccups".to_owned();
    hiccups.label = after.question("touch").title;
    after.question("illness").options.push(hiccups);
    let same = compared(&before, &after, &Renames::default());
    // No rule asks for anything, so nobody moves: without it they were heard the same.
    nobody_moves(&same);
    let note = "“illness”: option “hiccups” is new; of somebody who gives no other answer the old \
                content hears “none”";
    assert_eq!(same.notes, [note]);
    let hiccups = after.chosen("illness", "hiccups");
    let rule = after.rule("E8");
    rule.when = Some(Condition::Any(vec![rule.when.clone().unwrap(), hiccups]));
    let compared = compared(&before, &after, &Renames::default());
    assert!(compared.moves.iter().all(|it| it.more_careful));
    let it = find(&compared, "urgency", "self-care", "emergency");
    let person = it.person.as_ref().unwrap();
    assert_eq!(person.response["answers"]["illness"], serde_json::json!(["hiccups"]));
    let heard = person.heard_before.as_ref().unwrap();
    assert_eq!(heard["answers"]["illness"], serde_json::json!(["none"]));
}

#[test]
fn a_question_that_nobody_is_asked_any_more_is_told_and_who_moves_by_it() {
    let before = Book::check();
    let mut after = before.clone();
    let (touch, _) = after.guide.question_by_id("touch").unwrap();
    // Its place stays, so that the others keep theirs; it is asked of nobody.
    after.guide.questions[usize::from(touch.0)].enable_when = Condition::Any(Vec::new());
    let compared = compared(&before, &after, &Renames::default());
    noted(&compared, "question “touch” is asked of fewer people");
    assert!(!compared.moves.is_empty());
    let less = compared.moves.iter().find(|it| !it.more_careful).unwrap();
    let person = less.person.as_ref().unwrap();
    assert!(person.response["answers"].get("touch").is_none());
    assert!(person.heard_before.as_ref().unwrap()["answers"].get("touch").is_some());
    let told = person.says.iter().find(|said| said.ends_with("(as the old content hears it)"));
    assert!(told.is_some(), "{:?}", person.says);
}

/// Nobody answers a list as they answer a choice, so it is another question.
#[test]
fn a_question_that_is_answered_in_another_way_is_two_questions() {
    let compared = changed(&Book::check(), |book| {
        book.question("touch").kind = sciatica_check::model::Kind::Choices;
    });
    noted(&compared, "question “touch” is new, as it is answered in another way");
    noted(&compared, "question “touch” is gone, as it is answered in another way");
}

/// Those who leave questions open are people too.
#[test]
fn who_moves_only_half_way_is_told_as_such() {
    let compared = changed(&Book::check(), |book| {
        let rule = book.rule("R6");
        rule.urgency = Some(Urgency::Emergency);
    });
    let it = find(&compared, "urgency", "same-day", "emergency");
    let person = it.person.as_ref().unwrap();
    assert!(it.is_partial() && person.partial && person.noes == 0);
    assert!(compared.groups.iter().all(|group| group.moved.is_zero()));
    assert!(compared.text().contains("only of those who leave questions open"));
}

#[test]
fn an_answer_that_is_worked_out_otherwise_is_told() {
    use sciatica_check::model::Origin;
    let compared = changed(&Book::recheck(), |book| {
        for known in &mut book.guide.known {
            if let Origin::Since(days) = &mut known.origin {
                days[0] += 1;
            }
        }
    });
    nobody_moves(&compared);
    noted(&compared, "its answer is worked out in another way");
    assert_eq!(compared.notes.len(), 1, "{:?}", compared.notes);
}

// --- Exactly ---------------------------------------------------------------------------

/// A small content and a changed one: everybody is counted, one after another, by the engine.
#[test]
fn the_moves_are_counted_as_the_engine_counts_them() {
    let (before, after) = (small::before(), small::after());
    let compared = compared(&before, &after, &Renames::default());
    let counted = small::counted(&before.guide, &after.guide);
    let told: std::collections::BTreeMap<(&str, &str, &str), usize> = compared
        .moves
        .iter()
        .map(|it| ((it.scale, it.from, it.to), it.counts[0].digits().parse().unwrap()))
        .filter(|(_, count)| *count > 0)
        .collect();
    assert_eq!(told, counted.moves);
    let all = &compared.groups[0];
    assert_eq!(all.all.digits(), counted.all.to_string());
    assert_eq!(all.moved.digits(), counted.moved.to_string());
    for group in &compared.groups[1..] {
        assert_eq!(group.all.digits(), small::NO_WARNING_SIGN.to_string(), "{}", group.who);
    }
    let is = |level: &str| all.levels.iter().find(|it| it.0 == level).unwrap();
    for level in Urgency::ALL.map(Urgency::wire).into_iter().chain(Massage::ALL.map(Massage::wire))
    {
        let (was, now) = counted.levels.get(level).copied().unwrap_or_default();
        let told = (is(level).1.digits(), is(level).2.digits());
        assert_eq!(told, (&*was.to_string(), &*now.to_string()), "{level}");
    }
}

#[test]
fn a_list_of_new_names_that_nobody_has_is_refused_name_by_name() {
    let book = Book::check();
    let list = "[questions]\nfur = \"touch\"\nlegs = \"arms\"\n[options.illness]\nhot = \"cold\"";
    let faults = Renames::read(list).unwrap().faults(&[(&book.guide, &book.guide)]);
    assert_eq!(
        faults,
        [
            "renamed: the new content has no question “fur”",
            "renamed: the old content has no question “arms”",
            "renamed: the new content has no option “hot” of “illness”",
            "renamed: the old content has no option “cold” of “illness”",
        ]
    );
    assert!(Renames::read("[question]\na = \"b\"").unwrap_err().contains("question"));
}
