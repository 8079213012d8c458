//! What sentences claim of somebody, written apart from the conditions that show them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::OnceLock;

use sciatica_check::engine;
use sciatica_check::model::{Answer, Guide, QuestionIx, Response};
use toml::Table;

/// What somebody has been asked and has told so far.
pub struct Told<'a> {
    pub guide: &'a Guide,
    pub response: &'a Response,
    pub asked: &'a BTreeSet<QuestionIx>,
}

impl Told<'_> {
    /// One of these was chosen, when it was asked; or follows from the times before.
    pub fn said(&self, question: &str, options: &[&str]) -> bool {
        let Some((index, asked)) = self.guide.question_by_id(question) else { return false };
        let known = self.asked.contains(&index) || !self.guide.asks(index);
        let set = self.response.options(index);
        known && options.iter().any(|id| asked.option(id).is_some_and(|(place, _)| set.has(place)))
    }

    /// It was asked, and none of these was chosen.
    fn denied(&self, question: &str, options: &[&str]) -> bool {
        self.answered(question) && !self.said(question, options)
    }

    fn answered(&self, question: &str) -> bool {
        let Some((index, _)) = self.guide.question_by_id(question) else { return false };
        self.asked.contains(&index) && self.response.get(index).is_some()
    }

    fn number(&self, question: &str) -> Option<u8> {
        let (index, _) = self.guide.question_by_id(question)?;
        match self.response.get(index) {
            Some(Answer::Value(value)) if self.asked.contains(&index) => Some(value),
            _ => None,
        }
    }

    fn better(&self, question: &str) -> bool {
        self.said(question, &["better"])
    }

    /// Nothing that was asked is open.
    fn all_answered(&self) -> bool {
        let way = engine::way(self.guide, self.response);
        way.iter().filter(|it| self.asked.contains(it)).all(|it| self.response.get(*it).is_some())
    }

    fn seen(&self) -> bool {
        self.said("assessed", &["yes", "yes-disc-or-nerve"])
    }

    fn reaches_the_leg(&self) -> bool {
        const LEG: [&str; 4] = ["thigh", "knee", "calf", "foot"];
        self.said("furthest-worst", &LEG) || self.said("furthest-now", &LEG)
    }

    /// Where a clot above the knee can hurt too.
    fn reaches_the_buttock(&self) -> bool {
        self.reaches_the_leg()
            || ["furthest-worst", "furthest-now"].iter().any(|it| self.said(it, &["buttock"]))
            || self.said("worst-place", &["groin"])
    }

    fn clot_risk(&self) -> bool {
        self.said("cautions", &["clot-risk", "operation"]) || self.said("health", &["pregnancy"])
    }

    fn feverish(&self) -> bool {
        self.said("illness", &["fever"]) || self.said("cautions", &["ill"])
    }

    fn held_back(&self) -> bool {
        self.said("limits", &["sitting", "walking", "working", "driving", "sleeping"])
    }

    fn young(&self) -> bool {
        self.said("onset", &["under-1-week", "1-to-2-weeks", "2-to-6-weeks"])
    }

    fn stirred_up(&self) -> usize {
        let severe = self.said("pain-words", &["severe"])
            || ["pain-worst", "pain-now"].iter().any(|it| self.number(it) >= Some(7));
        let signs = [
            self.said("flares-after", &["under-5"]),
            severe,
            self.said("settles-in", &["over-60", "next-day"]),
        ];
        let signs = signs.into_iter().filter(|it| *it).count();
        if self.said("touch", &["light-leg"]) { 2 } else { signs }
    }

    fn worse_now(&self) -> bool {
        const CHANGES: [&str; 7] = [
            "leg-change",
            "furthest-change",
            "sitting-change",
            "walking-change",
            "nights-change",
            "position-change",
            "own-change",
        ];
        CHANGES.iter().any(|it| self.said(it, &["worse"]))
            || self.said("sign-change", &["new"])
            || self.said("trend", &["slowly-worse", "fast-worse"])
    }

    fn something_better(&self) -> bool {
        const CHANGES: [&str; 7] = [
            "leg-change",
            "furthest-change",
            "sitting-change",
            "walking-change",
            "nights-change",
            "position-change",
            "own-change",
        ];
        CHANGES.iter().any(|it| self.better(it))
    }
}

/// A sentence, and what must be so of whoever reads it.
pub struct Claim {
    /// The file, and the name in it.
    pub key: &'static str,
    /// As it is written; none, where there is no such sentence.
    pub sentence: Option<String>,
    pub holds: fn(&Told<'_>) -> bool,
}

/// The words in a file.
pub fn file(name: &str) -> Table {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("content/words/en").join(name);
    std::fs::read_to_string(path.with_extension("toml")).unwrap().parse().unwrap()
}

fn sentence(key: &str) -> Option<String> {
    let (name, key) = key.split_once('.')?;
    let file = file(name);
    let found = file.get(key)?;
    Some(found.get("why").unwrap_or(found).as_str()?.to_owned())
}

/// How a sentence speaks of what somebody has told.
const SPEAKS: [&str; 29] = [
    "you told",
    "you said",
    "you ticked",
    "you named",
    "you kept",
    "you say that",
    "your answers",
    "your symptoms are easily",
    "your symptoms are getting",
    "your symptoms sound",
    "your symptoms do not",
    "your pain has",
    "your pain gets",
    "your pain goes",
    "your low back,",
    "was ticked",
    "so far massage",
    "change so far",
    "examined you ",
    "not getting better",
    "no better",
    "become better",
    "no answer",
    "it has lasted",
    "holds you back in",
    "as at the start",
    "than at the start",
    "made it worse",
    "made things worse",
];

/// Every sentence that speaks of what somebody has told.
pub fn spoken() -> BTreeSet<String> {
    let mut spoken = BTreeSet::new();
    for name in ["rules", "guidance", "pattern", "irritability", "contradictions"] {
        for (key, value) in file(name) {
            let sentence = value.get("why").unwrap_or(&value).as_str().unwrap_or_default();
            let lower = sentence.to_lowercase();
            if SPEAKS.iter().any(|it| lower.contains(it)) {
                spoken.insert(format!("{name}.{key}"));
            }
        }
    }
    spoken
}

const HEART: [&str; 3] = ["chest", "belly", "cold-foot"];
const BOTH: [&str; 4] = ["both-new", "both-worse", "both-walking", "both-same"];
const LEG_SIGNS: [&str; 6] =
    ["foot-drop", "weak", "weak-both", "numb", "tingle-new", "tingle-week"];

/// Every claim.
pub fn all() -> &'static [Claim] {
    static ALL: OnceLock<Vec<Claim>> = OnceLock::new();
    ALL.get_or_init(claims)
}

fn claims() -> Vec<Claim> {
    fn claim(key: &'static str, holds: fn(&Told<'_>) -> bool) -> Claim {
        Claim { key, sentence: sentence(key), holds }
    }
    vec![
        // --- Reasons ---------------------------------------------------------------------
        claim("rules.R3", |it| it.said("furthest-worst", &["nowhere"])),
        claim("rules.R5", |it| it.all_answered()),
        claim("rules.E5", |it| {
            it.said("legs", &["both-new", "both-worse", "both-walking", "both-same", "not-sure"])
                || it.said("nerve-signs", &["weak-both"])
                || it.said("side", &["both"])
                || (it.said("nerve-signs", &["unsteady", "arms"]) && it.said("health", &["cancer"]))
        }),
        claim("rules.E6", |it| {
            it.said("foot-drop-when", &["new", "not-sure"])
                || it.said("weak-when", &["sudden"])
                || it.said("numb-when", &["sudden"])
        }),
        claim("rules.E8", |it| it.said("sudden", &HEART)),
        claim("rules.E10", |it| it.said("sudden", &["very-ill"]) || it.feverish()),
        claim("rules.E11", |it| it.said("health", &["cancer"])),
        claim("rules.E12", |it| it.said("cautions", &["thinners"]) && it.answered("onset")),
        claim("rules.E13", |it| it.said("health", &["pregnancy"])),
        claim("rules.D6", |it| {
            it.said("trend", &["fast-worse"]) || it.said("pain-words", &["severe"])
        }),
        claim("rules.D7", |it| {
            it.feverish()
                || it.said("illness", &["rash"])
                || it.said(
                    "health",
                    &[
                        "weak-immunity",
                        "dialysis-or-injecting",
                        "recent-infection",
                        "spine-procedure",
                        "diabetes",
                    ],
                )
        }),
        claim("rules.D8", |it| {
            it.said("illness", &["weight-loss", "lump", "upper-back", "night"])
                || it.said("worse-with", &["coughing"])
        }),
        claim("rules.D10", |it| {
            it.said("sudden", &["accident"])
                || it.said(
                    "started-with",
                    &["lifting-at-work", "lifting", "gym", "fall", "tear", "accident"],
                )
        }),
        claim("rules.D11", |it| it.said("health", &["pregnancy"])),
        claim("rules.D3", |it| {
            ["saddle-when", "bladder-when", "bowel-when", "sexual-when"]
                .iter()
                .any(|it_began| it.said(it_began, &["same-episode"]))
                || it.answered("unsure-which")
                || it.said("feels-like", &["numb"])
        }),
        claim("rules.D12", |it| it.said("nerve-signs", &["unsteady", "arms"])),
        claim("rules.D15", |it| {
            it.said("cautions", &["thinners"])
                && it.said("onset", &["under-1-week", "1-to-2-weeks"])
        }),
        claim("rules.D17", |it| {
            it.said("age", &["under-18"]) && it.said("young", &["stops", "injury", "limp"])
        }),
        claim("rules.D18", |it| it.clot_risk() && it.said("worst-place", &["leg", "groin"])),
        claim("rules.A1", |it| {
            it.said("nerve-signs", &["arms", "foot-drop", "weak", "numb", "tingle-week"])
        }),
        claim("rules.A13", |it| {
            it.said("worse-with", &["impact", "weight"])
                || it.said("worst-place", &["groin"])
                || it.said("started-with", &["running"])
        }),
        claim("rules.A10", |it| {
            it.said(
                "inflammatory",
                &[
                    "morning-stiff",
                    "better-moving",
                    "second-half-night",
                    "before-45",
                    "other-inflammation",
                ],
            )
        }),
        claim("rules.A4", |it| {
            it.held_back() || it.said("onset", &["2-to-6-weeks", "6-to-12-weeks", "over-3-months"])
        }),
        claim("rules.MR2b", |it| it.reaches_the_buttock() && it.clot_risk()),
        claim("rules.MR10", |it| {
            it.said("legs", &["both-walking"])
                || it.said("worse-with", &["walking", "standing", "impact", "weight"])
                || it.said("eased-by", &["sitting", "bending"])
                || it.said("worst-place", &["groin"])
                || it.said("started-with", &["running"])
        }),
        claim("rules.MR9", |it| it.answered("massage-so-far") && it.answered("onset")),
        claim("rules.MR12", |it| {
            it.said("cautions", &["none"]) && it.said("health", &["none"]) && it.stirred_up() < 2
        }),
        claim("rules.MR13", |it| it.all_answered()),
        claim("rules.P1", |it| it.better("sitting-change")),
        claim("rules.P2", |it| it.better("furthest-change")),
        claim("rules.P3", |it| it.better("walking-change")),
        claim("rules.P4", |it| it.better("position-change")),
        claim("rules.P7b", |it| it.said("relief-lasted", &["worse-after"])),
        claim("rules.P8", |it| !it.something_better()),
        // --- What to do now ---------------------------------------------------------------
        claim("guidance.now-unanswered", |it| !it.all_answered()),
        claim("guidance.now-nowhere", |it| it.said("furthest-worst", &["nowhere"])),
        claim("guidance.now-soon-book", |it| !it.seen()),
        claim("guidance.now-soon-again", |it| it.seen()),
        claim("guidance.now-soon-limiting", |it| it.held_back()),
        claim("guidance.now-soon-lasting", |it| {
            it.said("onset", &["6-to-12-weeks", "over-3-months"])
        }),
        claim("guidance.now-soon-no-better", |it| {
            it.said("onset", &["2-to-6-weeks"])
                && it.said("trend", &["same", "slowly-worse", "fast-worse"])
        }),
        claim("guidance.now-self-care-signs", |it| it.all_answered()),
        claim("guidance.now-cancer", |it| it.said("health", &["cancer"])),
        claim("guidance.now-pregnant", |it| it.said("health", &["pregnancy"])),
        claim("guidance.now-clot", |it| {
            it.said("illness", &["clot"])
                || (it.clot_risk() && it.said("worst-place", &["leg", "groin"]))
        }),
        claim("guidance.now-same-day-rash", |it| it.said("illness", &["rash"])),
        claim("guidance.watch-private", |it| it.said("cauda-equina", &["sexual-private"])),
        // --- Massage ----------------------------------------------------------------------
        claim("guidance.massage-after", |it| !it.seen()),
        claim("guidance.massage-after-seen", |it| it.seen()),
        claim("guidance.massage-light-touch", |it| it.said("touch", &["light-leg"])),
        claim("guidance.massage-stirred-up", |it| it.stirred_up() >= 2),
        claim("guidance.massage-fast", |it| it.said("trend", &["fast-worse"])),
        claim("guidance.massage-fever", |it| it.said("illness", &["fever"])),
        claim("guidance.massage-unanswered", |it| !it.all_answered()),
        claim("guidance.massage-organs", |it| it.said("cautions", &["organs"])),
        claim("guidance.massage-clot-risk", |it| it.reaches_the_buttock() && it.clot_risk()),
        claim("guidance.massage-pregnancy-past", |it| {
            it.said("pregnancy-signs", &["past-trouble"])
        }),
        claim("guidance.massage-worse-heavy", |it| it.said("massage-so-far", &["worse-heavy"])),
        claim("guidance.massage-worse-light", |it| it.said("massage-so-far", &["worse-light"])),
        claim("guidance.massage-short", |it| {
            it.said("massage-so-far", &["hour"]) && it.said("massage-sessions", &["three-or-more"])
        }),
        claim("guidance.massage-lasting", |it| {
            it.said("onset", &["6-to-12-weeks", "over-3-months"]) && !it.seen()
        }),
        claim("guidance.massage-not-improving", |it| {
            it.said("trend", &["same", "slowly-worse", "fast-worse"])
        }),
        claim("guidance.massage-step", |it| it.held_back()),
        claim("guidance.massage-useful-part", |it| {
            it.said(
                "muscles",
                &["back-stiff", "buttock-tight", "hip-stiff", "hamstring-tight", "bracing"],
            ) || it.said("worse-with", &["sitting", "driving", "hard-seat"])
        }),
        claim("guidance.massage-low-gentle", |it| it.stirred_up() < 2),
        claim("guidance.areas-back", |it| it.said("muscles", &["back-stiff"])),
        claim("guidance.areas-buttock", |it| it.said("muscles", &["buttock-tight"])),
        claim("guidance.areas-hip", |it| it.said("muscles", &["hip-stiff"])),
        claim("guidance.areas-hamstrings", |it| it.said("muscles", &["hamstring-tight"])),
        claim("guidance.areas-open", |it| it.said("muscles", &["none"])),
        claim("guidance.areas-clot-risk", |it| it.said("cautions", &["clot-risk"])),
        claim("guidance.massage-gentle-first", |it| it.answered("touch")),
        // --- The plan ---------------------------------------------------------------------
        claim("guidance.plan-yours", |it| it.answered("started-with")),
        claim("guidance.plan-sequence", |it| {
            ["back-stiff", "buttock-tight", "hip-stiff"]
                .iter()
                .all(|tight| it.said("muscles", &[tight]))
        }),
        claim("guidance.plan-sequence-later", |it| {
            ["back-stiff", "buttock-tight", "hip-stiff"]
                .iter()
                .all(|tight| it.said("muscles", &[tight]))
        }),
        claim("guidance.plan-add-active", |it| {
            it.said("doing-now", &["massage"]) && it.denied("doing-now", &["exercise", "physio"])
        }),
        claim("guidance.plan-began-in-pregnancy", |it| it.said("started-with", &["pregnancy"])),
        claim("guidance.plan-car-accident", |it| it.said("started-with", &["accident"])),
        claim("guidance.strength-recurring", |it| it.said("keeps-coming-back", &["strength"])),
        claim("guidance.strength-injury", |it| it.said("keeps-coming-back", &["injury"])),
        claim("guidance.confidence-low", |it| it.number("confidence").is_some_and(|it| it <= 3)),
        claim("guidance.load-habits", |it| it.said("keeps-coming-back", &["habits"])),
        claim("guidance.load-tolerance", |it| it.said("keeps-coming-back", &["tolerance"])),
        claim("guidance.load-set-up", |it| it.said("keeps-coming-back", &["work-set-up"])),
        claim("guidance.progress-hour-now", |it| it.said("massage-so-far", &["hour"])),
        claim("guidance.progress-better", |it| it.said("trend", &["better"])),
        claim("guidance.therapist-guides", |it| it.answered("furthest-worst")),
        // --- What it sounds like ----------------------------------------------------------
        claim("irritability.high", |it| it.stirred_up() >= 2),
        claim("irritability.moderate", |it| it.answered("touch") && it.stirred_up() < 2),
        claim("irritability.low", |it| {
            it.said("touch", &["firm-sore", "no-effect"]) && it.said("settles-in", &["under-10"])
        }),
        claim("irritability.same-place", |it| it.said("furthest-change", &["same"])),
        claim("irritability.moved-down", |it| it.said("furthest-change", &["worse"])),
        claim("irritability.moved-up-and-a-sign", |it| it.better("furthest-change")),
        claim("irritability.moved-up", |it| it.better("furthest-change")),
        claim("pattern.worse", |it| it.worse_now()),
        claim("pattern.improving", |it| it.something_better() && !it.worse_now()),
        claim("pattern.partly", |it| it.something_better()),
        claim("pattern.no-change", |it| !it.something_better()),
        claim("pattern.short-relief", |it| it.said("relief-lasted", &["under-2-hours"])),
        claim("pattern.setback", |it| {
            it.said("setback-since", &["long-drive", "hard-workout", "too-much-sitting"])
        }),
        // --- What does not fit together ---------------------------------------------------
        claim("contradictions.no-leg-but-leg", |it| {
            it.said("legs", &["none"]) && (it.reaches_the_leg() || it.said("worst-place", &["leg"]))
        }),
        claim("contradictions.one-leg-but-both-sides", |it| {
            it.said("legs", &["one", "none"]) && it.said("side", &["both"]) && it.reaches_the_leg()
        }),
        claim("contradictions.now-further-than-worst", |it| {
            it.answered("furthest-now") && it.answered("furthest-worst")
        }),
        claim("contradictions.feels-numb-but-no-sign", |it| {
            it.said("feels-like", &["numb", "tingling"]) && it.said("nerve-signs", &["none"])
        }),
        claim("contradictions.feels-weak-but-no-sign", |it| {
            it.said("feels-like", &["weak"])
                && it.denied("nerve-signs", &["foot-drop", "weak", "weak-both", "not-sure"])
        }),
        claim("contradictions.now-worse-than-worst", |it| {
            it.number("pain-now") > it.number("pain-worst")
        }),
        claim("contradictions.cough-into-no-leg", |it| {
            it.said("cough-where", &["leg"]) && !it.reaches_the_leg()
        }),
        claim("contradictions.no-leg-but-leg-cough", |it| {
            it.said("legs", &["none"]) && it.said("cough-where", &["leg"])
        }),
        claim("contradictions.no-leg-but-leg-sign", |it| {
            it.said("legs", &["none"]) && it.said("nerve-signs", &LEG_SIGNS)
        }),
        claim("contradictions.crash-but-no-accident", |it| {
            it.said("started-with", &["accident"]) && it.denied("sudden", &["accident"])
        }),
        claim("contradictions.sign-older-than-problem", |it| {
            it.said("onset", &["under-1-week", "1-to-2-weeks"])
        }),
        claim("contradictions.pregnancy-not-told", |it| {
            it.said("started-with", &["pregnancy"]) && it.denied("health", &["pregnancy"])
        }),
        claim("contradictions.nowhere-but-a-leg", |it| {
            it.said("furthest-worst", &["nowhere"])
                && (it.said("legs", &["one"])
                    || it.said("legs", &BOTH)
                    || it.said("nerve-signs", &LEG_SIGNS))
        }),
        claim("contradictions.accident-older-than-problem", |it| {
            it.said("accident-when", &["older"])
                && it.said("started-with", &["accident"])
                && it.young()
        }),
        claim("contradictions.struck-but-not-sudden", |it| it.denied("sudden", &["struck"])),
        claim("contradictions.ill-but-no-fever", |it| {
            it.said("cautions", &["ill"])
                && it.denied("illness", &["fever"])
                && it.denied("sudden", &["very-ill"])
        }),
        claim("contradictions.numb-buttock-but-no-sign", |it| {
            it.said("feels-like", &["numb"])
                && (it.said("furthest-worst", &["low-back", "buttock"])
                    || it.said("furthest-now", &["buttock"]))
                && it.denied("cauda-equina", &["saddle"])
        }),
        claim("contradictions.no-leg-but-further", |it| it.said("legs", &["none"])),
        claim("contradictions.no-leg-pain-but-further", |it| it.number("leg-pain") == Some(0)),
    ]
}
