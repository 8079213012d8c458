//! Firefox, over geckodriver.

use fantoccini::Client;
use serde_json::{Value, json};

use super::command::Other;
use super::process::{Process, found};
use super::{Level, Said, Started, Theme};

pub fn start(theme: Theme) -> Started {
    let program = found("GECKODRIVER", "geckodriver");
    // With system access, scripts may also be run in the browser around the page.
    let arguments = ["--port", "{port}", "--log", "error", "--allow-system-access"];
    let (driver, port) = Process::listening(&program, &arguments.map(str::to_owned), &[]);
    let wanted = json!({
        "moz:firefoxOptions": {
            "binary": found("FIREFOX", "firefox-esr"),
            "args": ["-headless"],
            "prefs": {
                "ui.systemUsesDarkTheme": i32::from(theme == Theme::Dark),
                // 2: the colours of the system, always.
                "browser.display.document_color_use": if theme == Theme::Forced { 2 } else { 0 },
            },
        },
    });
    Started { driver, port, wanted, screen: None }
}

/// Runs a script in the browser around the page.
async fn around(page: &Client, script: &str, arguments: Vec<Value>) -> Value {
    let context = |name: &str| Other::tell("moz/context", json!({ "context": name }));
    page.issue_cmd(context("chrome")).await.expect("the browser around the page");
    let answer = page.execute_async(script, arguments).await.expect("the browser's answer");
    page.issue_cmd(context("content")).await.expect("back in the page");
    answer
}

/// A window as narrow as a phone, without the least width that the browser's
/// own bars ask for; and the browser's own zoom.
pub async fn size(page: &Client, (width, height): (u32, u32), zoom: u32) {
    let script = "
        const [zoom, done] = arguments;
        document.documentElement.style.setProperty('min-width', '0', 'important');
        gBrowser.selectedBrowser.fullZoom = zoom;
        done(null);
    ";
    around(page, script, vec![zoom.into()]).await;
    page.set_window_rect(0, 0, width, height).await.expect("a window of this size");
}

/// What the console says about our pages: errors and blocked resources, which the
/// browser keeps, and calls of `console`, which the page's own process keeps.
pub async fn console(page: &Client) -> Vec<Said> {
    let script = r"
        const [done] = arguments;
        const flagged = Services.console.getMessageArray().flatMap((message) => {
            if (!(message instanceof Ci.nsIScriptError)) return [];
            const level = message.flags & Ci.nsIScriptError.warningFlag ? 'warn' : 'error';
            return [[level, message.sourceName, message.errorMessage]];
        });
        const inPage = () => {
            const kept = Cc['@mozilla.org/consoleAPI-storage;1'].getService(Ci.nsIConsoleAPIStorage);
            const called = kept.getEvents().map((event) =>
                [event.level, event.filename, event.arguments.map(String).join(' ')]);
            kept.clearEvents();
            sendAsyncMessage('called', called);
        };
        const { messageManager } = gBrowser.selectedBrowser;
        const answered = ({ data }) => {
            messageManager.removeMessageListener('called', answered);
            Services.console.reset();
            done([...flagged, ...data]);
        };
        messageManager.addMessageListener('called', answered);
        messageManager.loadFrameScript(`data:,(${encodeURIComponent(inPage)})()`, false);
    ";
    let entries = around(page, script, Vec::new()).await;
    let entries: Vec<(String, String, String)> = serde_json::from_value(entries).expect("entries");
    // The browser speaks there too, about itself.
    let ours = entries.into_iter().filter(|(_, source, _)| source.starts_with("http://127.0.0."));
    ours.map(|(level, _, text)| Said {
        level: match level.as_str() {
            "error" => Level::Error,
            "warn" => Level::Warning,
            _ => Level::Note,
        },
        text,
    })
    .collect()
}
