//! A picture of every screen and state, into `target/pictures`.

use std::path::Path;

use base64::Engine as _;
use serde_json::{Value, json};

use crate::browser::Engine;
use crate::tour::{State, Stop};
use crate::visitor::Visitor;

stories! {
    every_screen_has_its_picture,
}

const WIDTHS: [u32; 3] = [320, 768, 1280];
const THEMES: [&str; 2] = ["light", "dark"];

async fn every_screen_has_its_picture(engine: Engine) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    let mut visitor = Visitor::comes(Engine::Chromium).await;
    let mut errors = 0;
    visitor
        .tours(async |visitor, stop: &Stop| {
            // Errors look alike everywhere: two pictures of them tell enough.
            if stop.state == State::Errors {
                errors += 1;
                if errors > 2 {
                    return;
                }
            }
            for width in WIDTHS {
                for theme in THEMES {
                    let picture = picture(visitor, width, theme).await;
                    let name = format!("{}.{width}.{theme}.png", stop.name());
                    std::fs::write(folder.join(name), picture).unwrap();
                }
            }
        })
        .await;
    visitor.leaves().await;
}

/// The whole page, also what is below the edge of the window.
pub async fn picture(visitor: &Visitor, width: u32, theme: &str) -> Vec<u8> {
    let browser = &visitor.browser;
    let size = json!({ "width": width, "height": 800, "deviceScaleFactor": 1, "mobile": false });
    browser.cdp("Emulation.setDeviceMetricsOverride", size).await;
    let theme = json!({ "features": [{ "name": "prefers-color-scheme", "value": theme }] });
    browser.cdp("Emulation.setEmulatedMedia", theme).await;
    let height = visitor.script("return document.documentElement.scrollHeight").await;
    let whole = json!({
        "captureBeyondViewport": true,
        "clip": { "x": 0, "y": 0, "width": width, "height": height, "scale": 1 },
    });
    let taken = browser.cdp("Page.captureScreenshot", whole).await;
    let Value::String(data) = &taken["data"] else { panic!("no picture: {taken}") };
    base64::engine::general_purpose::STANDARD.decode(data).expect("a picture")
}
