//! The words that a visitor reads: how hard they are, what they must never
//! say, and how they are spelt. That every word has a place and every place
//! its words is the compiler's to check (tests/content.rs shows it).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "words/reading.rs"]
mod reading;

use std::collections::BTreeSet;
use std::path::Path;

use reading::{Count, sentences};
use toml::{Table, Value};

/// A text of the content, and where it stands: "questions.legs.title".
struct Text {
    key: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn table(file: &str) -> Table {
    let path = root().join("content/words/en").join(file).with_extension("toml");
    let text = std::fs::read_to_string(&path);
    text.unwrap_or_else(|error| panic!("{}: {error}", path.display())).parse().unwrap()
}

fn texts() -> Vec<Text> {
    fn add(key: String, value: &Value, found: &mut Vec<Text>) {
        match value {
            Value::String(text) => found.push(Text { key, text: text.clone() }),
            Value::Table(table) => {
                table.iter().for_each(|(name, value)| add(format!("{key}.{name}"), value, found));
            }
            _ => panic!("{key} is no text"),
        }
    }
    let files = std::fs::read_dir(root().join("content/words/en")).unwrap();
    let mut files: Vec<_> = files.map(|file| file.unwrap().path()).collect();
    files.sort();
    // The terms of those who treat people are for them; on the way nobody reads them.
    files.retain(|file| !file.ends_with("terms.toml"));
    let mut found = Vec::new();
    for file in files {
        let name = file.file_stem().unwrap().to_str().unwrap();
        add(name.to_owned(), &Value::Table(table(name)), &mut found);
    }
    assert!(found.len() > 500, "only {} texts", found.len());
    found
}

/// What the element says of itself before the check is there, or if it fails.
fn element() -> Vec<Text> {
    let words = include_str!("../src/embed/words.en.json");
    let words: serde_json::Value = serde_json::from_str(words).unwrap();
    let of_a_cause = words["failed"].as_object().unwrap().values().map(|it| &it["visitor"]);
    let texts: Vec<_> = of_a_cause.chain([&words["instead"]]).collect();
    assert!(texts.len() > 9, "a text for each cause");
    let text = |text: &serde_json::Value| text.as_str().unwrap().to_owned();
    texts
        .into_iter()
        .map(|it| Text { key: "src/embed/words.en.json".into(), text: text(it) })
        .collect()
}

/// All that a visitor reads: the content, the page before any script, the element.
fn read() -> Vec<Text> {
    let page = std::fs::read_to_string(root().join("index.html")).unwrap();
    let body = page.split_once("<body>").unwrap().1;
    let shown = body.split('<').filter_map(|it| it.split_once('>')).map(|(_, text)| text);
    let page = shown.map(|text| text.split_whitespace().collect::<Vec<_>>().join(" "));
    let page = page.filter(|text| !text.is_empty());
    let page = page.map(|text| Text { key: "index.html".to_owned(), text });
    texts().into_iter().chain(page).chain(element()).collect()
}

/// No text has a fault of this kind; else all of them are told.
#[track_caller]
fn nowhere(fault: impl Fn(&str) -> Option<String>) {
    let found: Vec<String> = read()
        .iter()
        .filter_map(|Text { key, text }| Some(format!("{key}: {}: {text}", fault(text)?)))
        .collect();
    assert!(found.is_empty(), "{} faults\n{}", found.len(), found.join("\n"));
}

// --- How hard it is to read ------------------------------------------------------------

/// What a reader of about 11 reads easily; CONTRIBUTING.md asks for 11 to 14.
const HARDEST_ON_AVERAGE: f64 = 6.0;
/// For one sentence. It leaves room for the words that nothing can replace:
/// "the nearest hospital emergency department", "physiotherapist".
const HARDEST_SENTENCE: f64 = 12.0;
/// The formula says nothing about a shorter one: a single long word decides
/// it, and "Physiotherapy" as an answer would be grade 55.
const FEWEST_WORDS: usize = 8;
/// Beyond this, people lose the start of a sentence before they reach its end.
const MOST_WORDS: usize = 25;

/// A sentence as a visitor reads it, with its grade.
struct Sentence {
    key: String,
    text: String,
    count: Count,
}

impl Sentence {
    /// Questions, their answers, details and hints, and the names of pages.
    fn asks(&self) -> bool {
        ["questions.", "pages."].iter().any(|start| self.key.starts_with(start))
    }

    /// What to do now, and what to watch for.
    fn tells_what_to_do(&self) -> bool {
        const ACTIONS: [&str; 6] = [
            "guidance.now-",
            "guidance.watch-",
            "interface.emergency.",
            "interface.interruption.",
            "interface.notice.",
            "interface.result.",
        ];
        ACTIONS.iter().any(|start| self.key.starts_with(start))
    }

    fn told(&self) -> String {
        format!("{:.1} {} “{}”", self.count.grade(), self.key, self.text)
    }
}

/// Every sentence but those of regions.toml: names of countries and places,
/// which stand inside other sentences and are counted there.
fn spoken() -> Vec<Sentence> {
    let terms = &table("regions")["terms"]["general"];
    let filled = |text: &str| {
        text.replace("{emergency}", "112")
            .replace("{hospital}", terms["hospital"].as_str().unwrap())
            .replace("{doctor}", terms["doctor"].as_str().unwrap())
            .replace("{physio}", terms["physio"].as_str().unwrap())
            .replace("{back-passage}", terms["back-passage"].as_str().unwrap())
            .replace("{signs}", "pain")
    };
    let mut found = Vec::new();
    for Text { key, text } in texts() {
        if key.starts_with("regions.") {
            continue;
        }
        let text = filled(&text);
        found.extend(sentences(&text).into_iter().map(|sentence| Sentence {
            key: key.clone(),
            text: sentence.to_owned(),
            count: Count::of(sentence),
        }));
    }
    found
}

fn grade<'a>(sentences: impl IntoIterator<Item = &'a Sentence>) -> f64 {
    Count::sum(sentences.into_iter().map(|sentence| sentence.count)).grade()
}

#[test]
fn a_reader_of_11_can_read_it() {
    let all = spoken();
    // An answer of 2 words is no sentence, and would make the rest look easy.
    let whole = || all.iter().filter(|it| it.text.ends_with(['.', '?', '”', ')']));
    let grades = [
        ("questions", grade(all.iter().filter(|it| it.asks()))),
        ("questions, whole sentences", grade(whole().filter(|it| it.asks()))),
        ("what to do", grade(all.iter().filter(|it| it.tells_what_to_do()))),
        ("what to do, whole sentences", grade(whole().filter(|it| it.tells_what_to_do()))),
        ("everything", grade(&all)),
        ("everything, whole sentences", grade(whole())),
    ];
    for (what, grade) in grades {
        println!("{grade:.1} {what}");
    }
    let mut hardest: Vec<_> = all.iter().filter(|it| it.count.words >= FEWEST_WORDS).collect();
    hardest.sort_by(|one, other| other.count.grade().total_cmp(&one.count.grade()));
    println!("The hardest sentences:");
    for sentence in hardest.iter().take(10) {
        println!("{}", sentence.told());
    }
    for (what, grade) in grades {
        assert!(grade <= HARDEST_ON_AVERAGE, "{what}: grade {grade:.1}");
    }
}

#[test]
fn no_sentence_is_hard_or_long() {
    let faults: Vec<String> = spoken()
        .iter()
        .filter(|sentence| {
            let hard = sentence.count.grade() > HARDEST_SENTENCE;
            let long = sentence.count.words > MOST_WORDS;
            long || hard && sentence.count.words >= FEWEST_WORDS
        })
        .map(Sentence::told)
        .collect();
    assert!(faults.is_empty(), "{} sentences\n{}", faults.len(), faults.join("\n"));
}

// --- What is never said -----------------------------------------------------------------

/// Words and phrases that a visitor must never read. With a `*`, also as the
/// start of a longer word.
const NEVER: [(&str, &[&str]); 7] = [
    (
        "nobody can tell from a form what somebody has",
        &["you have", "you've", "you are having", "you suffer", "your sciatica", "diagnos*"],
    ),
    (
        "a check cannot rule anything out",
        &[
            "safe*",
            "you are fine",
            "you're fine",
            "nothing to worry*",
            "no need to worry",
            "all clear",
        ],
    ),
    (
        "no treatment is promised to work",
        &["cure*", "treats", "heals", "prevents", "relieves", "guarantee*", "will help you"],
    ),
    (
        "no chances are reckoned for a person",
        &[
            "risk of",
            "your risk",
            "%",
            "percent*",
            "per cent",
            "probab*",
            "chance of",
            "chances of",
        ],
    ),
    ("no doses", &["mg", "milligram*", "dose", "doses"]),
    (
        "plain words: leak, hold in, between your legs, both legs",
        &[
            "incontinen*",
            "continence",
            "retention",
            "urinate*",
            "urination",
            "defecat*",
            "saddle",
            "perine*",
            "bilateral*",
            "paraesthesia",
            "radicul*",
            "contraindicat*",
            "irritability",
            "centralis*",
            "acute",
            "chronic",
            "onset",
            "symptomatic",
            "DVT",
            "MRI",
        ],
    ),
    ("plain words: such as, that is", &["e.g", "eg", "i.e", "ie", "etc"]),
];

/// Where such a word is right after all, and why.
const RIGHT: [(&str, &str); 4] = [
    ("It is not a diagnosis.", "says that it is none"),
    ("A pattern is not a diagnosis:", "says that it is none"),
    ("It does not diagnose, treat, monitor or rule out any condition.", "says what it does not do"),
    (
        "clearer about why it hurts and what will help you on",
        "what good care leaves people with; no promise that it works",
    ),
];

/// A text as words with single blanks between and around them.
fn spaced(text: &str) -> String {
    let plain = text.to_lowercase().replace('’', "'").replace('%', " % ");
    let words = plain.split(|letter: char| !(letter.is_alphanumeric() || "'.%".contains(letter)));
    let words = words.map(|word| word.trim_matches(['.', '\''])).filter(|word| !word.is_empty());
    format!(" {} ", words.collect::<Vec<_>>().join(" "))
}

fn says(text: &str, phrase: &str) -> bool {
    let phrase = phrase.to_lowercase();
    match phrase.strip_suffix('*') {
        Some(start) => spaced(text).contains(&format!(" {start}")),
        None => spaced(text).contains(&format!(" {phrase} ")),
    }
}

#[test]
fn nothing_is_said_that_must_never_be_said() {
    nowhere(|text| {
        let text = RIGHT.iter().fold(text.to_owned(), |text, (right, _)| text.replace(right, "…"));
        let mut phrases = NEVER.iter().flat_map(|(why, them)| them.iter().map(move |it| (it, why)));
        let (phrase, why) = phrases.find(|(phrase, _)| says(&text, phrase))?;
        Some(format!("“{phrase}”, but {why}"))
    });
}

#[test]
fn every_exception_is_needed() {
    let read = read();
    for (right, why) in RIGHT {
        assert!(read.iter().any(|it| it.text.contains(right)), "said nowhere: {right} ({why})");
        let never = NEVER.iter().flat_map(|(_, phrases)| phrases.iter());
        assert!(never.clone().any(|phrase| says(right, phrase)), "no exception: {right}");
    }
}

#[test]
fn a_phrase_is_found_as_words_and_not_inside_others() {
    assert!(says("So, you have sciatica.", "you have"));
    assert!(says("Use it, e.g. at night", "e.g"));
    assert!(says("10% do", "%"));
    assert!(says("This is Safer.", "safe*"));
    assert!(!says("If you haven't", "you have"));
    assert!(!says("It retreats", "treats"));
}

// --- How it is spelt ---------------------------------------------------------------------

/// Abbreviations that people know by sight; everything else is spelt out.
const CAPITALS: [(&str, &str); 7] = [
    ("BC", "HealthLink BC, as it is called"),
    ("ED", "what an emergency department is called in Australia, New Zealand and Ireland"),
    ("ER", "what an emergency department is called in Canada and the US"),
    ("GP", "what a family doctor is called in the UK and elsewhere"),
    ("HRT", "known by its short name better than by its long one"),
    ("NHS", "NHS 111, as it is called"),
    ("NICE", "the name of who made the guideline"),
];

fn capitals(text: &str) -> BTreeSet<&str> {
    let shouted = |word: &&str| word.len() > 1 && word.chars().all(|letter| letter.is_uppercase());
    text.split(|letter: char| !letter.is_alphabetic()).filter(shouted).collect()
}

#[test]
fn nobody_is_shouted_at() {
    nowhere(|text| {
        let known = |word: &&str| !CAPITALS.iter().any(|(short, _)| short == word);
        let shouted = capitals(text).into_iter().find(known).map(str::to_owned);
        shouted.or_else(|| text.contains('!').then(|| "!".to_owned()))
    });
    let read = read();
    for (short, why) in CAPITALS {
        let used = read.iter().any(|it| capitals(&it.text).contains(short));
        assert!(used, "{short} is used nowhere ({why})");
    }
}

#[test]
fn quotes_are_curled_and_blanks_single() {
    nowhere(|text| {
        let faults = ["\"", "''", "``", "  ", " ,", " .", "...", "\t", "\n"];
        faults.into_iter().find(|it| text.contains(it)).map(|it| format!("{it:?}"))
    });
    nowhere(|text| {
        let uneven = text.matches('“').count() != text.matches('”').count();
        uneven.then(|| "a quotation mark is missing".to_owned())
    });
}

#[test]
fn it_is_spelt_the_british_way() {
    const AMERICAN: &str = "aging analyz* anesthe* behavior* canceled center* color* defense \
        diarrhea edema* estrogen* favor* fiber* fulfill gotten gray gynecolog* hemo* labeled labor \
        liter liters math meter meters minimiz* mom neighbor* organiz* orthopedic* pediatric* \
        program programs recogniz* stabiliz* toward traveled traveling tumor*";
    nowhere(|text| {
        let found = AMERICAN.split_whitespace().find(|word| says(text, word));
        found.map(|word| format!("“{word}”"))
    });
}

/// What is called by another name elsewhere: the region says how.
#[test]
fn what_differs_by_region_is_named_by_the_region() {
    const OTHERS: [&str; 2] = ["physiotherap*", "back passage"];
    /// Whose guideline it is, by name.
    const NAMED: &str = "guideline for physiotherapists";
    for Text { key, text } in texts().into_iter().filter(|it| !it.key.starts_with("regions.")) {
        let text = text.replace(NAMED, "…").replace("{back-passage}", "…");
        let found = OTHERS.into_iter().find(|it| says(&text, it));
        assert_eq!(found, None, "{key}: {text}");
    }
}

/// A number in letters before a time: "two weeks", and "two or three weeks".
fn time_in_letters(text: &str) -> Option<String> {
    const NUMBERS: [&str; 12] = [
        "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "twelve", "twenty",
        "thirty",
    ];
    const UNITS: [&str; 7] = ["second", "minute", "hour", "day", "week", "month", "year"];
    let text = spaced(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|word| NUMBERS.contains(word))?;
    let mut next = words[at + 1..].iter().take(3);
    let unit = next.any(|word| UNITS.contains(&word.trim_end_matches('s')));
    unit.then(|| words[at].to_owned())
}

#[test]
fn times_are_told_in_digits() {
    assert!(time_in_letters("Wait for two or three weeks.").is_some());
    assert!(time_in_letters("Two people may differ on that.").is_none());
    nowhere(time_in_letters);
}

// --- Answers ------------------------------------------------------------------------------

#[test]
fn the_answers_of_a_question_differ_and_are_short() {
    const MOST_LETTERS: usize = 70;
    let mut questions = 0;
    for (id, question) in &table("questions") {
        let Some(options) = question.get("options") else { continue };
        questions += 1;
        let mut labels = BTreeSet::new();
        for label in options.as_table().unwrap().values().map(|label| label.as_str().unwrap()) {
            assert!(labels.insert(label), "{id} has two answers “{label}”");
            let letters = label.chars().count();
            assert!(letters <= MOST_LETTERS, "{id}: “{label}” has {letters} letters");
        }
    }
    assert!(questions > 40, "only {questions} questions with options");
}
