//! The outline of a screen: its blocks, in order; which of them stand side by
//! side, and which take the whole width. The same on every machine.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;

use crate::visitor::Visitor;

/// One screen of each kind.
pub const KINDS: [&str; 13] = [
    "start",
    "page-cauda-equina",
    "page-cauda-equina-errors",
    "page-legs-answered",
    "page-age",
    "page-pain-worst",
    "notice",
    "interruption-emergency",
    "review-may-help",
    "result-may-help",
    "result-gentle",
    "result-soon",
    "result-same-day",
];

/// How deep the outline goes: to the parts of a screen's blocks.
const DEEPEST: usize = 5;

pub async fn of(visitor: &Visitor) -> String {
    visitor.settles().await;
    let script = r"
        const [deepest] = arguments;
        const lines = [];
        const outline = (box, depth) => {
            if (depth > deepest) return;
            let before = null;
            for (const child of box.children) {
                const { display, position } = getComputedStyle(child);
                const place = child.getBoundingClientRect();
                if (!child.checkVisibility() || display.startsWith('inline') || position === 'absolute'
                    || place.height < 2 || child.matches('svg, option')) continue;
                // A box without a name is only there for the code.
                const name = child.classList.length ? [...child.classList].join('.')
                    : ['DIV', 'SPAN'].includes(child.tagName) ? '' : child.tagName.toLowerCase();
                const beside = before && place.top < before.bottom - 2 ? ' beside' : '';
                const whole = place.width >= 0.85 * box.getBoundingClientRect().width ? '' : ' part';
                if (name) lines.push(' '.repeat(depth) + name + whole + beside);
                before = place;
                outline(child, name ? depth + 1 : depth);
            }
        };
        outline(document.querySelector('#check'), 0);
        return lines;
    ";
    let lines = visitor.script_of(script, vec![DEEPEST.into()]).await;
    let lines: Vec<String> = serde_json::from_value(lines).expect("lines");
    folded(&lines)
}

/// The same line several times in a row is told once.
fn folded(lines: &[String]) -> String {
    let mut text = String::new();
    for same in lines.chunk_by(|one, next| one == next) {
        match same.len() {
            1 => writeln!(text, "{}", same[0]),
            times => writeln!(text, "{} ×{times}", same[0]),
        }
        .expect("a line more");
    }
    text
}

fn path() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/walk/pictures/outlines.txt")
}

/// The outlines that somebody has looked at, by the name of the picture.
pub fn known() -> BTreeMap<String, String> {
    let text = std::fs::read_to_string(path()).unwrap_or_default();
    let screens = text.split("\n# ").skip(1);
    screens
        .filter_map(|screen| screen.split_once('\n'))
        .map(|(name, outline)| (name.to_owned(), format!("{}\n", outline.trim_end())))
        .collect()
}

pub fn accept(seen: &[(String, String)]) {
    let mut text = String::from(
        "The outline of each kind of screen, see mod.rs. Written by scripts/pictures --accept.\n",
    );
    for (name, outline) in seen {
        write!(text, "\n# {name}\n{outline}").expect("a screen more");
    }
    std::fs::write(path(), text).expect("the outlines");
}
