//! A browser of one of three engines, with a window of its own.

mod chromium;
mod command;
mod firefox;
mod process;
mod webkit;

use std::io::{Read, Write};
use std::net::{Ipv4Addr, TcpStream};
use std::time::Duration;

use fantoccini::{Client, ClientBuilder};
use hyper_util::client::legacy::connect::HttpConnector;
use serde_json::{Value, json};

use command::Other;
use process::Process;

use crate::patience::PATIENCE;

/// What draws the page, and runs it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    Chromium,
    Firefox,
    WebKit,
}

impl Engine {
    /// The script that keeps what the console says, where the driver does not tell.
    pub fn recorder(self) -> Option<(&'static str, Vec<u8>)> {
        (self == Self::WebKit).then(|| ("recorder.js", webkit::RECORDER.into()))
    }
}

/// The colours that somebody has asked their browser for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    #[default]
    Light,
    Dark,
    /// A few colours of the system, and no others.
    Forced,
}

/// How bad it is what the console says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Level {
    Note,
    Warning,
    Error,
}

/// A line of the console.
#[derive(Clone, Debug)]
pub struct Said {
    pub level: Level,
    pub text: String,
}

/// A driver that waits for a session, and what to ask it for.
struct Started {
    driver: Process,
    port: u16,
    wanted: Value,
    screen: Option<Process>,
}

/// A browser window. Closes with its owner, also when a walk fails.
pub struct Browser {
    pub engine: Engine,
    pub page: Client,
    session: String,
    port: u16,
    // In this order: the driver ends before the screen that its browser is on.
    _driver: Process,
    _screen: Option<Process>,
}

impl Browser {
    pub async fn open(engine: Engine, window: (u32, u32), theme: Theme) -> Self {
        let Started { driver, port, wanted, screen } = match engine {
            Engine::Chromium => chromium::start(),
            Engine::Firefox => firefox::start(theme),
            Engine::WebKit => webkit::start(theme),
        };
        let Value::Object(mut wanted) = wanted else { unreachable!("capabilities are an object") };
        // A script in the page may take as long as anything else.
        wanted.insert("timeouts".to_owned(), json!({ "script": PATIENCE.as_millis() }));
        let page = ClientBuilder::new(HttpConnector::new())
            .capabilities(wanted)
            .connect(&format!("http://127.0.0.1:{port}/"))
            .await
            .unwrap_or_else(|error| {
                panic!("{engine:?} does not start: {error}; {}", driver.aside())
            });
        let session = page.session_id().await.unwrap().expect("its name");
        // It is closed below, also where nothing can be awaited any more.
        page.persist().await.unwrap();
        let browser = Self { engine, page, session, port, _driver: driver, _screen: screen };
        browser.resize(window, 1).await;
        if engine == Engine::Chromium {
            browser.dress(theme).await;
        }
        browser
    }

    /// Gives the window a size, and the page in it a zoom (4 is 400 %).
    pub async fn resize(&self, window: (u32, u32), zoom: u32) {
        match self.engine {
            Engine::Chromium => chromium::size(&self.page, window, zoom).await,
            Engine::Firefox => firefox::size(&self.page, window, zoom).await,
            Engine::WebKit => webkit::size(&self.page, window, zoom).await,
        }
    }

    /// Other colours, while the page is shown. Only Chromium does that.
    pub async fn dress(&self, theme: Theme) {
        assert_eq!(self.engine, Engine::Chromium);
        chromium::dress(&self.page, theme).await;
    }

    /// A question in Chromium's own protocol.
    pub async fn cdp(&self, command: &str, parameters: Value) -> Value {
        assert_eq!(self.engine, Engine::Chromium);
        chromium::cdp(&self.page, command, parameters).await
    }

    /// What the console says since it was last read.
    pub async fn console(&self) -> Vec<Said> {
        match self.engine {
            Engine::Chromium => chromium::console(&self.page).await,
            Engine::Firefox => firefox::console(&self.page).await,
            Engine::WebKit => webkit::console(&self.page).await,
        }
    }

    /// The role of an element, by its id in the session, as a screen reader is told.
    pub async fn role(&self, element: &str) -> String {
        self.computed(element, "computedrole").await
    }

    /// Its name, as a screen reader is told.
    pub async fn name(&self, element: &str) -> String {
        self.computed(element, "computedlabel").await
    }

    async fn computed(&self, element: &str, what: &str) -> String {
        let ask = Other::ask(format!("element/{element}/{what}"));
        let told = self.page.issue_cmd(ask).await.expect("what a reader is told");
        told.as_str().unwrap_or_default().to_owned()
    }

    /// Ends the session, at once: nothing can be awaited where a walk fails.
    fn end(&self) -> std::io::Result<()> {
        let (session, port) = (&self.session, self.port);
        let mut stream = TcpStream::connect((Ipv4Addr::LOCALHOST, port))?;
        stream.set_read_timeout(Some(Duration::from_secs(5)))?;
        write!(
            stream,
            "DELETE /session/{session} HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\nConnection: close\r\n\r\n"
        )?;
        stream.read(&mut [0; 64]).map(drop)
    }
}

impl Drop for Browser {
    fn drop(&mut self) {
        // A driver that has ended already took its browser along.
        let _ = self.end();
    }
}
