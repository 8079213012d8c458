//! What the screens look like. Pictures differ from machine to machine, with its
//! fonts: so what is compared is the outline of each kind of screen, and the
//! pictures are for people to look at, in `target/pictures`.
//!
//! `scripts/pictures` takes them all, at three widths, light and dark. A screen
//! with another outline than in `outlines.txt` fails, and leaves its picture
//! there; `scripts/pictures --accept` takes the outlines of today.

mod outline;

use std::path::{Path, PathBuf};

use base64::Engine as _;
use serde_json::{Value, json};

use crate::browser::{Engine, Theme};
use crate::tour::{State, Stop};
use crate::visitor::Visitor;

// Only Chromium takes a picture of a whole page, wider or narrower than its window.
stories! { every_kind_of_screen_has_its_outline in chromium: Chromium }

/// As wide as a small phone, a tablet and a desktop.
const WIDTHS: [u32; 3] = [320, 768, 1280];
pub const THEMES: [(&str, Theme); 2] = [("light", Theme::Light), ("dark", Theme::Dark)];

/// What the tour is for: set by `scripts/pictures`.
fn wants(what: &str) -> bool {
    std::env::var("SCIATICA_CHECK_PICTURES").is_ok_and(|wanted| wanted.contains(what))
}

async fn every_kind_of_screen_has_its_outline(engine: Engine) {
    let (folder, all) = (folder(), wants("all"));
    let known = outline::known();
    let mut seen = Vec::new();
    let mut changed = Vec::new();
    let mut visitor = Visitor::comes(engine).await;
    visitor
        .tours(async |visitor, stop: &Stop| {
            let kind = outline::KINDS.contains(&stop.name().as_str());
            // Errors look alike everywhere.
            let picture = all && (stop.state != State::Errors || kind);
            if !kind && !picture {
                return;
            }
            for width in WIDTHS {
                visitor.browser.resize((width, 800), 1).await;
                let name = format!("{}.{width}", stop.name());
                let mut differs = false;
                if kind {
                    let outline = outline::of(visitor).await;
                    differs = known.get(&name) != Some(&outline);
                    seen.push((name.clone(), outline));
                }
                if differs {
                    changed.push(name.clone());
                }
                for (colours, theme) in THEMES.iter().filter(|_| picture || differs) {
                    visitor.browser.dress(*theme).await;
                    let file = folder.join(format!("{name}.{colours}.png"));
                    std::fs::write(file, picture_of(visitor, width).await).unwrap();
                }
                visitor.browser.dress(Theme::Light).await;
            }
        })
        .await;
    visitor.leaves().await;
    assert_eq!(seen.len(), outline::KINDS.len() * WIDTHS.len(), "every kind, at every width");
    if wants("accept") {
        return outline::accept(&seen);
    }
    // Whoever asked for pictures looks for themselves.
    if all {
        return;
    }
    assert!(
        changed.is_empty(),
        "these look different, see {}: {changed:#?}\nIf that is as it should be: scripts/pictures --accept",
        folder.display()
    );
}

fn folder() -> PathBuf {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    // Those of another time would be taken for those of today.
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    folder
}

/// The whole page, also what is below the edge of the window.
pub async fn picture_of(visitor: &Visitor, width: u32) -> Vec<u8> {
    visitor.settles().await;
    let height = visitor.script("return document.documentElement.scrollHeight").await;
    let whole = json!({
        "captureBeyondViewport": true,
        "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
    });
    let taken = visitor.browser.cdp("Page.captureScreenshot", whole).await;
    let Value::String(data) = &taken["data"] else { panic!("no picture: {taken}") };
    base64::engine::general_purpose::STANDARD.decode(data).expect("a picture")
}
