//! One driver for all walks that are under way, and a browser for each.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, ChildStdout, Command, Stdio};
use std::sync::{Arc, Mutex, Weak};
use std::time::{Duration, Instant};

use fantoccini::wd::WebDriverCompatibleCommand;
use fantoccini::{Client, ClientBuilder};
use http::Method;
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};
use url::{ParseError, Url};

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

/// The driver of the walks under way; the last of them takes it along.
static SHARED: Mutex<Weak<Driver>> = Mutex::new(Weak::new());

/// A chromedriver. Ends with its owner, and its browsers with it.
struct Driver {
    process: Child,
    port: u16,
    /// What it says; held, so that it can go on saying it.
    _says: BufReader<ChildStdout>,
}

impl Driver {
    fn shared() -> Arc<Self> {
        // A walk that failed leaves nothing half done in here.
        let mut shared = SHARED.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
        shared.upgrade().unwrap_or_else(|| {
            let driver = Arc::new(Self::start());
            *shared = Arc::downgrade(&driver);
            driver
        })
    }

    fn start() -> Self {
        let program = found("CHROMEDRIVER", "chromedriver");
        let mut process = Command::new(&program)
            .args(["--port=0", "--log-level=SEVERE"])
            .stdin(Stdio::null())
            .stdout(Stdio::piped())
            .stderr(Stdio::null())
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        let mut says = BufReader::new(process.stdout.take().expect("its output"));
        let port = loop {
            let mut line = String::new();
            if says.read_line(&mut line).unwrap_or(0) == 0 {
                let _ = process.kill();
                let _ = process.wait();
                panic!("{} ended without naming a port", program.display());
            }
            // It first says that it starts, on port 0; and then on which one it did.
            let port = line.trim_end().trim_end_matches('.').rsplit_once("on port ");
            match port.and_then(|(_, port)| port.parse().ok()) {
                None | Some(0) => {}
                Some(port) => break port,
            }
        };
        Self { process, port, _says: says }
    }

    /// Asks for something at once; for ends, where nothing can be awaited.
    fn ask(&self, method: &str, path: &str) -> std::io::Result<()> {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: 127.0.0.1:{}\r\nConnection: close\r\n\r\n",
            self.port
        )?;
        stream.read(&mut [0; 64]).map(drop)
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // It ends its browsers only if it is asked to end.
        let _ = self.ask("GET", "/shutdown");
        let patience = Instant::now() + Duration::from_secs(3);
        while Instant::now() < patience {
            if matches!(self.process.try_wait(), Ok(Some(_))) {
                return;
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// A browser window of its own. Closes with its owner, also when a walk fails.
pub struct Browser {
    pub page: Client,
    session: String,
    driver: Arc<Driver>,
}

impl Browser {
    pub async fn open((width, height): (u32, u32)) -> Self {
        let driver = Driver::shared();
        // A window is never as narrow as a phone: the page is told the size instead.
        let size = json!({ "width": width, "height": height, "pixelRatio": 1, "mobile": false });
        let wanted = json!({
            "goog:chromeOptions": {
                "binary": found("CHROMIUM", "chromium"),
                "args": FLAGS,
                "mobileEmulation": { "deviceMetrics": size },
            },
            "goog:loggingPrefs": { "browser": "ALL" },
        });
        let Value::Object(wanted) = wanted else { unreachable!() };
        let page = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{}/", driver.port))
            .await
            .expect("a browser window");
        let session = page.session_id().await.unwrap().expect("its name");
        // It is closed below, also where nothing can be awaited any more.
        page.persist().await.unwrap();
        Self { page, session, driver }
    }

    /// What the console says since it was last read, with how bad it is.
    pub async fn console(&self) -> Vec<(String, String)> {
        let entries = self.page.issue_cmd(ReadConsole).await.expect("the console");
        let text = |entry: &Value, key: &str| entry[key].as_str().unwrap_or_default().to_owned();
        let entries = entries.as_array().cloned().unwrap_or_default();
        entries.iter().map(|entry| (text(entry, "level"), text(entry, "message"))).collect()
    }
}

impl Browser {
    /// Chromium's own protocol, for what WebDriver has no word for.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Value {
        let command = Cdp(command.to_owned(), parameters);
        self.page.issue_cmd(command).await.expect("Chromium's answer")
    }
}

#[derive(Debug)]
struct Cdp(String, Value);

impl WebDriverCompatibleCommand for Cdp {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/goog/cdp/execute", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        let Self(command, parameters) = self;
        (Method::POST, Some(json!({ "cmd": command, "params": parameters }).to_string()))
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        let _ = self.driver.ask("DELETE", &format!("/session/{}", self.session));
    }
}

/// The driver's own way to the console; no part of the WebDriver standard.
#[derive(Debug)]
struct ReadConsole;

impl WebDriverCompatibleCommand for ReadConsole {
    fn endpoint(&self, base: &Url, session: Option<&str>) -> Result<Url, ParseError> {
        base.join(&format!("session/{}/se/log", session.unwrap_or_default()))
    }

    fn method_and_body(&self, _: &Url) -> (Method, Option<String>) {
        (Method::POST, Some(json!({ "type": "browser" }).to_string()))
    }
}

/// A program: where the variable says, or by its name on the path.
fn found(variable: &str, name: &str) -> PathBuf {
    let named = std::env::var_os(variable).filter(|named| !named.is_empty());
    let wanted = named.map_or_else(|| PathBuf::from(name), PathBuf::from);
    if wanted.components().count() > 1 {
        return wanted;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(&wanted))
        .find(|program: &PathBuf| Path::is_file(program))
        .unwrap_or_else(|| panic!("there is no {}: see {variable}", wanted.display()))
}
