//! Every screen and page that somebody meets, and what can be read on it. Drawn once for all
//! tests.

use std::collections::BTreeSet;
use std::rc::Rc;
use std::sync::OnceLock;

use sciatica_check::content::{self, phrase};
use sciatica_check::engine::{Action, Screen, evaluate, way};
use sciatica_check::model::{
    Answer, Guide, Massage, Outcome, QuestionIx, Text, Urgency, Words, fill,
};
use sciatica_check::view::rest::{Behind, table};
use sciatica_check::view::{App, Content, Options, Props};
use toml::Table;

use crate::claims::{self, Told};
use crate::drawn::drawn;
use crate::html::{Element, parse};
use crate::people;
use crate::walk::{Back, Walk};

const REGION: &str = "GB-ENG";

/// What can be read on a screen, beside what its reader has been asked and has told.
pub struct Seen {
    pub who: String,
    pub screen: Screen,
    pub urgency: Urgency,
    pub massage: Massage,
    /// All that is read.
    pub text: String,
    /// Every "You told us", as names and answers.
    pub told: Vec<(String, String)>,
    /// Whatever is named like a question: in a list of answers, and on pages to take along.
    pub named: Vec<String>,
    /// What to say on the telephone.
    pub say: Option<String>,
    /// The first part of a page to take along.
    pub first: String,
    /// The sentences about answers that stand here, and whether they are true.
    pub claims: Vec<(&'static str, bool)>,
    /// The name of each question that was asked, and the answer as it is read.
    pub asked: Vec<(String, Vec<String>)>,
    /// The names of the questions that were not asked, but for those that others have too.
    pub not_asked: BTreeSet<String>,
    /// What can be said of each answer that was given.
    pub can_say: Vec<String>,
    /// For a heart, an artery or a lung, and for nothing else.
    pub heart_alone: bool,
}

/// Every screen of everybody, of the check and of the re-check.
pub fn all() -> &'static [Seen] {
    static ALL: OnceLock<Vec<Seen>> = OnceLock::new();
    ALL.get_or_init(|| {
        let mut all = std::thread::scope(|scope| {
            let again = scope.spawn(|| {
                let check = Content::compiled().unwrap();
                let content = Content::follow_up(&check).unwrap();
                let guide = content::recheck().unwrap().0;
                let mut seen = Vec::new();
                for person in people::comebacks(&guide) {
                    let back = Back { record: &person.record, today: person.today };
                    let walk = Walk::again(&guide, &person.told, back);
                    of_one(&content, &person.name, walk, &mut seen);
                }
                seen
            });
            let content = Content::compiled().unwrap();
            let guide = content::guide().unwrap();
            let mut seen = Vec::new();
            for person in people::people(&guide) {
                let walk = Walk::new(&guide, &person.response);
                of_one(&content, &person.expected.name, walk, &mut seen);
            }
            seen.extend(again.join().unwrap());
            seen
        });
        all.shrink_to_fit();
        all
    })
}

fn of_one(content: &Rc<Content>, who: &str, mut walk: Walk<'_>, seen: &mut Vec<Seen>) {
    let mut sees = |walk: &Walk<'_>| {
        if !matches!(walk.state.screen, Screen::Page(_)) {
            seen.push(see(content, who, walk));
        }
    };
    walk.goes_to_a_screen();
    sees(&walk);
    if matches!(walk.state.screen, Screen::Notice(_)) {
        // Some want to know at once, look at their answers, and take it along.
        let mut early = walk.clone();
        early.does(Action::ShowResult);
        sees(&early);
        early.sheets().iter().for_each(&mut sees);
        early.does(Action::Back);
        sees(&early);
        walk.does(Action::Continue);
        walk.goes_to_a_screen();
        sees(&walk);
    }
    if walk.state.screen == Screen::Review {
        walk.does(Action::Continue);
        if walk.state.screen == Screen::Result {
            sees(&walk);
            walk.sheets().iter().for_each(&mut sees);
        }
    }
}

/// Draws where somebody is, and reads it.
pub fn see(content: &Rc<Content>, who: &str, walk: &Walk<'_>) -> Seen {
    let html = drawn::<App>(yew::props!(Props {
        content: content.clone(),
        rest: Behind::Here(table()),
        options: Options { region: Some(REGION.into()), ..Options::default() },
        state: walk.state.clone(),
    }));
    let root = parse(&html);
    let reader = Reader { walk };
    let outcome = evaluate(walk.guide, walk.state.settled());
    let told = Told { guide: walk.guide, response: walk.state.settled(), asked: &walk.asked };
    let sentences = root.tagged(&["p", "li", "h2", "h3"]);
    let sentences: BTreeSet<String> =
        sentences.iter().map(|it| it.text().trim().to_owned()).collect();
    let going = reader.going(content.guide.known.is_empty(), &outcome);
    let sentences: BTreeSet<String> = sentences.into_iter().chain(going).collect();
    let claims = claims::all().iter().filter_map(|claim| {
        let shown = sentences.contains(&reader.filled(claim.sentence.as_ref()?));
        shown.then(|| (claim.key, (claim.holds)(&told)))
    });
    let elsewhere = ["saddle", "bladder", "bowel", "sexual", "unsure"];
    let blocks = root.classed("paper__blocks");
    let first = blocks.first().and_then(|it| it.children().next()).map(Element::text);
    Seen {
        who: who.to_owned(),
        screen: walk.state.screen,
        urgency: outcome.urgency,
        massage: outcome.massage,
        told: reader.told(&root),
        named: named(&root),
        say: root.classed("say").first().map(|it| it.text().trim().to_owned()),
        first: first.unwrap_or_default(),
        claims: claims.collect(),
        asked: walk.asked.iter().map(|it| (reader.short(*it), reader.labels(*it))).collect(),
        not_asked: reader.not_asked(),
        can_say: reader.can_say(),
        heart_alone: told.said("sudden", &["chest", "belly", "cold-foot"])
            && !told.said("cauda-equina", &elsewhere),
        text: root.text(),
    }
}

/// All words, those of the re-check too.
pub fn words() -> &'static Words<'static> {
    static WORDS: OnceLock<Words<'static>> = OnceLock::new();
    WORDS.get_or_init(|| content::recheck().unwrap().1)
}

/// The words of the questions, by question. What can be said of an answer stands there.
fn questions() -> &'static Table {
    static QUESTIONS: OnceLock<Table> = OnceLock::new();
    QUESTIONS.get_or_init(|| claims::file("questions"))
}

impl Seen {
    /// Who sees it, and where.
    pub fn name(&self) -> String {
        format!("{} at {:?}", self.who, self.screen)
    }

    pub fn takes_along(&self) -> bool {
        matches!(self.screen, Screen::Sheet(..))
    }
}

/// Somebody who reads, with their answers.
struct Reader<'a> {
    walk: &'a Walk<'a>,
}

impl Reader<'_> {
    fn guide(&self) -> &Guide {
        self.walk.guide
    }

    fn filled(&self, sentence: &str) -> String {
        let region = self.guide().region(REGION).unwrap();
        fill(sentence, |name| region.value(words(), name))
    }

    fn words(&self, text: Text) -> String {
        self.filled(words().text(text))
    }

    fn short(&self, question: QuestionIx) -> String {
        self.words(self.guide().question(question).unwrap().short)
    }

    fn not_asked(&self) -> BTreeSet<String> {
        let all = self.guide().questions().map(|(index, _)| index);
        let (asked, not): (Vec<_>, Vec<_>) =
            all.filter(|it| self.guide().asks(*it)).partition(|it| self.walk.asked.contains(it));
        let asked: BTreeSet<String> = asked.into_iter().map(|it| self.short(it)).collect();
        not.into_iter().map(|it| self.short(it)).filter(|it| !asked.contains(it)).collect()
    }

    /// How it is going, on the result of the re-check: that has a screen of its own, which
    /// browsers show (`walk: looking_back`).
    fn going(&self, check: bool, outcome: &Outcome) -> Vec<String> {
        let (guide, state) = (self.guide(), &self.walk.state);
        let all = way(guide, state.settled()).iter().all(|it| self.walk.asked.contains(it));
        if check || !all || state.screen != Screen::Result {
            return Vec::new();
        }
        let of =
            [guide.patterns.get(outcome.pattern), guide.irritability.get(outcome.irritability)];
        of.into_iter().flatten().map(|it| self.words(it.text)).collect()
    }

    /// What was answered, as it is read.
    fn labels(&self, question: QuestionIx) -> Vec<String> {
        let response = self.walk.state.settled();
        if let Some(Answer::Value(value)) = response.get(question) {
            return vec![format!("{value} / 10")];
        }
        let set = response.options(question);
        let options = self.guide().question(question).unwrap().options.iter().enumerate();
        let chosen = options.filter(|(place, _)| set.has(*place));
        chosen.map(|(_, option)| self.words(option.label)).collect()
    }

    fn told(&self, root: &Element) -> Vec<(String, String)> {
        let title = self.words(phrase::WHY_BECAUSE);
        let mut told = Vec::new();
        for fold in root.classed("why") {
            let summary = fold.tagged(&["summary"]);
            let by_summary = summary.first().is_some_and(|it| it.text().starts_with(&title));
            if by_summary || fold.text().contains(&format!("{title}:")) {
                let rows = fold.tagged(&["ul"]).into_iter().flat_map(Element::children);
                told.extend(rows.filter_map(row));
            }
        }
        told.retain(|(label, _)| !self.is_worked_out(label));
        told
    }

    /// Whether this is the name of something that nobody is asked.
    fn is_worked_out(&self, label: &str) -> bool {
        let mut all = self.guide().questions();
        all.any(|(it, asked)| !self.guide().asks(it) && self.words(asked.short) == label)
    }

    fn can_say(&self) -> Vec<String> {
        let response = self.walk.state.settled();
        let mut can_say = Vec::new();
        for (index, question) in self.guide().questions() {
            let asked = self.walk.asked.contains(&index) || !self.guide().asks(index);
            let set = response.options(index);
            let say = questions().get(&question.id).and_then(|it| it.get("say"));
            for (place, option) in question.options.iter().enumerate() {
                let said = say.and_then(|it| it.get(&option.id)).and_then(|it| it.as_str());
                can_say.extend(said.filter(|_| asked && set.has(place)).map(|it| self.filled(it)));
            }
        }
        can_say
    }
}

fn named(root: &Element) -> Vec<String> {
    let mut named: Vec<String> = root.tagged(&["dt"]).iter().map(|it| it.text()).collect();
    for list in root.classed("why").iter().flat_map(|it| it.tagged(&["ul"])) {
        named.extend(list.children().filter_map(row).map(|(label, _)| label));
    }
    for line in root.classed("paper").iter().flat_map(|it| it.tagged(&["li"])) {
        let text = line.text();
        let parts = text.split(['(', ';']).filter_map(|it| it.split_once(": "));
        named.extend(parts.map(|(label, _)| label.trim().to_owned()));
    }
    named
}

/// A name and an answer, as in "Age: 18 to 49", with a button behind it or without.
fn row(element: &Element) -> Option<(String, String)> {
    let mut parts = element.children();
    let label = parts.next().filter(|it| it.tag == "span" && it.attributes.is_empty())?.text();
    let text = element.text();
    let rest = text.trim().strip_prefix(&label)?.trim_start().strip_prefix(':')?;
    let button = parts.find(|it| it.tag == "button").map(Element::text).unwrap_or_default();
    let answer = rest.trim().strip_suffix(&button).unwrap_or(rest).trim();
    Some((label, answer.to_owned()))
}
