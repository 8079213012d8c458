//! Chromium, over chromedriver.

use fantoccini::Client;
use serde_json::{Value, json};

use super::command::Other;
use super::process::{Process, found};
use super::{Level, Said, Started, Theme};

const FLAGS: [&str; 9] = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // Shared memory is small in containers.
    "--disable-dev-shm-usage",
];

pub fn start() -> Started {
    let program = found("CHROMEDRIVER", "chromedriver");
    let arguments = ["--port={port}", "--log-level=SEVERE"].map(str::to_owned);
    let (driver, port) = Process::listening(&program, &arguments, &[]);
    let wanted = json!({
        "goog:chromeOptions": { "binary": found("CHROMIUM", "chromium"), "args": FLAGS },
        "goog:loggingPrefs": { "browser": "ALL" },
    });
    Started { driver, port, wanted, screen: None }
}

/// Chromium's own protocol, for what WebDriver has no word for.
pub async fn cdp(page: &Client, command: &str, parameters: Value) -> Value {
    let body = json!({ "cmd": command, "params": parameters });
    page.issue_cmd(Other::tell("goog/cdp/execute", body)).await.expect("Chromium's answer")
}

/// A window is never as narrow as a phone: the page is told the size instead.
/// `zoom` is what the browser's own zoom is to a page: fewer, larger pixels.
pub async fn size(page: &Client, (width, height): (u32, u32), zoom: u32) {
    let size = json!({
        "width": width / zoom, "height": height / zoom,
        "deviceScaleFactor": zoom, "mobile": false,
    });
    cdp(page, "Emulation.setDeviceMetricsOverride", size).await;
}

pub async fn dress(page: &Client, theme: Theme) {
    let scheme = if theme == Theme::Dark { "dark" } else { "light" };
    let forced = if theme == Theme::Forced { "active" } else { "none" };
    let features = json!([
        { "name": "prefers-color-scheme", "value": scheme },
        { "name": "forced-colors", "value": forced },
    ]);
    cdp(page, "Emulation.setEmulatedMedia", json!({ "features": features })).await;
}

/// What the console says since it was last read.
pub async fn console(page: &Client) -> Vec<Said> {
    let read = Other::tell("se/log", json!({ "type": "browser" }));
    let entries = page.issue_cmd(read).await.expect("the console");
    let said = |entry: &Value| Said {
        level: match entry["level"].as_str() {
            Some("SEVERE") => Level::Error,
            Some("WARNING") => Level::Warning,
            _ => Level::Note,
        },
        text: entry["message"].as_str().unwrap_or_default().to_owned(),
    };
    entries.as_array().into_iter().flatten().map(said).collect()
}
