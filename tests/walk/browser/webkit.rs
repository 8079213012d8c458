//! WebKit, over WebKitWebDriver: the engine of Safari, in GTK's small browser.

use fantoccini::Client;
use serde_json::json;
use std::path::Path;

use super::process::{Process, found};
use super::{Level, Said, Started, Theme};
use crate::patience;

/// The browser's bars would ask for a window of 447 px: they may be smaller.
const BARS: &str = "* { min-width: 0; padding: 0; margin: 0; }\n";

const SCREEN: (u32, u32) = (1600, 1200);

/// It has no colours that are forced on a page: those are told to Chromium and Firefox.
pub fn start(theme: Theme) -> Started {
    assert_ne!(theme, Theme::Forced, "WebKit has no forced colours");
    // It has no way without a screen; this one is nowhere to be seen.
    let (wide, high) = SCREEN;
    let size = format!("{wide}x{high}x24");
    let screen = ["-displayfd", "1", "-screen", "0", &size, "-nolisten", "tcp"];
    let (screen, display) = Process::saying(&found("XVFB", "Xvfb"), &screen.map(str::to_owned));
    let settings = Path::new(env!("CARGO_TARGET_TMPDIR")).join("webkit");
    let bars = settings.join("gtk-3.0/gtk.css");
    std::fs::create_dir_all(bars.parent().expect("a folder")).expect("its settings");
    std::fs::write(&bars, BARS).expect("its settings");
    let environment = [
        ("DISPLAY", format!(":{display}")),
        ("XDG_CONFIG_HOME", settings.display().to_string()),
        // Its sandbox needs rights that containers do not give; our own page is all it sees.
        ("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1".to_owned()),
    ];
    let program = found("WEBKITWEBDRIVER", "WebKitWebDriver");
    let arguments = ["--host=127.0.0.1", "--port={port}"].map(str::to_owned);
    let (driver, port) = Process::listening(&program, &arguments, &environment);
    let mut arguments = vec!["--automation"];
    if theme == Theme::Dark {
        arguments.push("--dark-mode");
    }
    let wanted = json!({ "webkitgtk:browserOptions": { "args": arguments } });
    Started { driver, port, wanted, screen: Some(screen) }
}

/// Its zoom is out of a driver's reach: a window as narrow as the page would be.
pub async fn size(page: &Client, (width, height): (u32, u32), zoom: u32) {
    let width = width / zoom;
    // Without a window manager the window below the pointer has the focus, and
    // the pointer is in the middle.
    let (left, top) = ((SCREEN.0 - width) / 2, (SCREEN.1 - height) / 2);
    page.set_window_rect(left, top, width, height).await.expect("a window of this size");
    // On a busy machine the page hears of it a moment later.
    let wide = async || {
        page.execute("return innerWidth", Vec::new()).await.expect("a width") == json!(width)
    };
    assert!(patience::until(wide).await, "the page is not {width} px wide");
}

/// Its driver does not tell what the console says. The site's first script, see
/// `RECORDER`, keeps what the page says, and what goes wrong in it.
pub async fn console(page: &Client) -> Vec<Said> {
    let entries = page.execute("return globalThis.said?.splice(0) ?? null", Vec::new()).await;
    let entries: Option<Vec<(String, String)>> =
        serde_json::from_value(entries.expect("the record")).expect("a record");
    // An error, and no panic: whoever asks may have something to say that comes first.
    let without = || vec![("error".to_owned(), "the page has no recorder".to_owned())];
    entries
        .unwrap_or_else(without)
        .into_iter()
        .map(|(level, text)| Said {
            level: match level.as_str() {
                "error" => Level::Error,
                "warn" => Level::Warning,
                _ => Level::Note,
            },
            text,
        })
        .collect()
}

/// Stands in the page before any other script.
pub(super) const RECORDER: &str = "
    globalThis.said = [];
    for (const level of ['error', 'warn', 'info', 'log', 'debug', 'trace', 'assert']) {
        console[level] = (...words) => said.push([level, words.map(String).join(' ')]);
    }
    addEventListener('error', (event) => said.push(['error',
        event.message ?? `${event.target.src ?? event.target.href} did not load`]), true);
    addEventListener('unhandledrejection', (event) => said.push(['error', String(event.reason)]));
    addEventListener('securitypolicyviolation', (event) => said.push(['error',
        `${event.violatedDirective} blocked ${event.blockedURI}`]));
";
