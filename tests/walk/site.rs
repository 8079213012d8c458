//! A small server of the built check: loopback only, with the strictest content
//! policy that a host page may have. It keeps a record of what was asked for.

use std::io::{BufRead, BufReader, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex};
use std::time::Duration;

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'; \
     report-uri /blocked";

/// The check's own pages, which are served as dist/nginx.conf says.
const OWN_PAGES: [&str; 3] = ["/", "/index.html", "/embed.html"];

/// The policy for them.
pub fn documented() -> String {
    let site = std::fs::read_to_string(folder().join("nginx.conf")).expect("dist/nginx.conf");
    let policy = site.split('"').find(|it| it.starts_with("default-src"));
    policy.expect("dist/nginx.conf has one").to_owned()
}

/// The same of a server that knows no checksum of what stands inside the page.
fn without_checksums() -> String {
    let policy = documented();
    let parts: Vec<&str> = policy.split(" 'sha256-").collect();
    let rest = parts.iter().skip(1).filter_map(|it| it.split_once('\''));
    let rest: String = rest.map(|(_, rest)| rest).collect();
    format!("{}{rest}", parts[0])
}

/// What is wrong with the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    Nothing,
    /// The program is not found.
    ProgramMissing,
    /// The program is served as just any bytes.
    ProgramOfUnknownKind,
    /// The program is not the one that was built.
    ProgramChanged,
    /// The program's script is not found.
    ScriptMissing,
    /// The program's script is served as plain text.
    ScriptOfUnknownKind,
    /// The program's script is not the one that was built.
    ScriptChanged,
    /// The policy of the page forbids WebAssembly.
    NoWasm,
    /// The policy of the page forbids to fetch anything.
    NoFetching,
    /// The page has no policy.
    NoPolicy,
    /// Scripts may be used by pages of other sites, the program may not.
    LentInPart,
    /// Everything may be used by pages of other sites.
    Lent,
    /// The page is in a sandbox: scripts run, and nothing can be stored or submitted.
    Sandbox,
    /// Who may make an address of a script is on a list, and the check is.
    Listed,
    /// Who may make an address of a script is on a list, and nobody is.
    NotListed,
    /// The program is on its way until it is let go, and what comes behind it for a second more.
    Slow,
    /// What comes after the warning signs is on its way until it is let go.
    RestSlow,
    /// What comes after the warning signs is not found until it is let go.
    RestMissing,
    /// Every script but what stands in the page is on its way for a second.
    ScriptsSlow,
    /// The policy of the page knows no checksum of what stands inside it.
    NoChecksums,
}

/// How long a script takes that is slow.
const SLOW: Duration = Duration::from_secs(1);

/// How the site answers at the moment.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Network {
    #[default]
    Open,
    /// No request gets through.
    Gone,
    /// Requests get through, and nothing comes back.
    Silent,
    /// There is nothing here any more.
    Withdrawn,
}

/// The folder of the next version.
pub const NEXT: &str = "9.9.9-0123abcd";

impl Fault {
    /// Nobody has to let anything go.
    fn is_over(self) -> bool {
        !matches!(self, Self::Slow | Self::RestSlow | Self::RestMissing)
    }
}

/// A script that the page gets before its own: its name, and what is in it.
pub type Helper = (&'static str, Vec<u8>);

/// A page that came later: its name, its policy, and what is in it.
struct Added {
    name: &'static str,
    policy: String,
    page: String,
}

/// The site, for as long as it is held.
pub struct Site {
    address: SocketAddr,
    serves: Arc<Serves>,
}

struct Serves {
    folder: PathBuf,
    fault: Fault,
    helpers: Vec<Helper>,
    added: Mutex<Vec<Added>>,
    asked: Mutex<Vec<String>>,
    network: Mutex<Network>,
    /// The end of the names that are not found, if any are.
    missing: Mutex<Option<&'static str>>,
    /// Whether the next version is there, in place of this one.
    released: AtomicBool,
    /// Whether what is slow may come.
    let_go: (Mutex<bool>, Condvar),
    closed: AtomicBool,
}

impl Site {
    pub fn open(fault: Fault, helpers: Vec<Helper>) -> Self {
        Self::open_at(Ipv4Addr::LOCALHOST, fault, helpers)
    }

    /// A site that is another one than ours, also for what may be stored.
    pub fn open_elsewhere(helpers: Vec<Helper>) -> Self {
        Self::open_at(Ipv4Addr::new(127, 0, 0, 2), Fault::Nothing, helpers)
    }

    fn open_at(host: Ipv4Addr, fault: Fault, helpers: Vec<Helper>) -> Self {
        let listener = TcpListener::bind((host, 0)).expect("a free port");
        let address = listener.local_addr().expect("an address with a port");
        let serves = Arc::new(Serves {
            folder: folder(),
            fault,
            helpers,
            added: Mutex::default(),
            asked: Mutex::default(),
            network: Mutex::default(),
            missing: Mutex::default(),
            released: AtomicBool::new(false),
            let_go: (Mutex::new(fault.is_over()), Condvar::new()),
            closed: AtomicBool::new(false),
        });
        let site = Self { address, serves: Arc::clone(&serves) };
        // A thread for each connection: browsers open some that they may never use.
        std::thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if serves.closed.load(Ordering::Relaxed) {
                    return;
                }
                let serves = Arc::clone(&serves);
                // A visitor who has gone no longer wants an answer.
                std::thread::spawn(move || serves.answer(&stream).unwrap_or_default());
            }
        });
        site
    }

    /// The address of the check; `query` with its question mark, or nothing.
    pub fn check(&self, query: &str) -> String {
        format!("http://{}/{query}", self.address)
    }

    /// Adds a page with a policy of its own.
    pub fn adds(&self, name: &'static str, policy: String, page: String) {
        self.serves.added.lock().unwrap().push(Added { name, policy, page });
    }

    pub fn is_now(&self, network: Network) {
        *self.serves.network.lock().unwrap() = network;
    }

    /// Files whose names end so are not found; nothing: all are there again.
    pub fn loses(&self, name: Option<&'static str>) {
        *self.serves.missing.lock().unwrap() = name;
    }

    /// The next version takes the place of this one, whose folder is no longer there.
    pub fn releases(&self) {
        self.serves.released.store(true, Ordering::Relaxed);
    }

    /// The folder of this version.
    pub fn version(&self) -> String {
        self.serves.version()
    }

    /// Every request so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.serves.asked.lock().unwrap().clone()
    }

    /// What browsers have reported as blocked by the policy.
    pub fn reports(&self) -> usize {
        self.asked().iter().filter(|it| *it == "POST /blocked").count()
    }

    /// What was slow comes now.
    pub fn lets_go(&self) {
        let (let_go, told) = &self.serves.let_go;
        *let_go.lock().unwrap() = true;
        told.notify_all();
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.serves.closed.store(true, Ordering::Relaxed);
        self.lets_go();
        // One more visitor, so that it notices.
        let _ = TcpStream::connect(self.address);
    }
}

fn folder() -> PathBuf {
    let folder = std::env::var_os("SCIATICA_CHECK_DIST").map(PathBuf::from);
    let folder = folder.expect("SCIATICA_CHECK_DIST is not set: see scripts/with-browsers");
    let page = folder.join("index.html");
    assert!(page.is_file(), "there is no {}: run make dist", page.display());
    folder
}

impl Serves {
    /// One request, one answer, and good-bye.
    fn answer(&self, mut stream: &TcpStream) -> std::io::Result<()> {
        let mut lines = BufReader::new(stream).lines();
        let request = lines.next().unwrap_or_else(|| Ok(String::new()))?;
        while lines.next().transpose()?.is_some_and(|header| !header.is_empty()) {}
        let Some((request, _)) = request.rsplit_once(' ') else { return Ok(()) };
        // What a walk looks with is there all the same.
        let path = request.rsplit(' ').next().unwrap_or_default().trim_start_matches('/');
        let ours = self.helpers.iter().any(|(name, _)| *name == path);
        while self.is(Network::Silent) && !ours {
            if self.closed.load(Ordering::Relaxed) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        if self.is(Network::Gone) && !ours {
            return Ok(());
        }
        self.asked.lock().unwrap().push(request.to_owned());
        let address = request.split_once(' ').unwrap_or_default().1;
        let path = address.split('?').next().unwrap_or_default();
        let (status, kind, body) = self.file(path);
        let late = match self.fault {
            Fault::Slow => path.ends_with("/app.wasm"),
            Fault::RestSlow => path.ends_with("/rest.wasm"),
            _ => false,
        };
        if late {
            let (let_go, told) = &self.let_go;
            drop(told.wait_while(let_go.lock().unwrap(), |let_go| !*let_go));
        }
        if self.fault == Fault::ScriptsSlow && path.ends_with("/boot.js")
            || self.fault == Fault::Slow && path.ends_with("/rest.wasm")
        {
            std::thread::sleep(SLOW);
        }
        let lent = match self.fault {
            Fault::Lent | Fault::Sandbox => true,
            Fault::LentInPart => !path.ends_with(".wasm"),
            _ => false,
        };
        let lent = if lent { "Access-Control-Allow-Origin: *\r\n" } else { "" };
        write!(
            stream,
            "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {}\r\n\
             Content-Security-Policy: {}\r\nX-Content-Type-Options: nosniff\r\n{lent}\
             Cache-Control: no-store\r\nConnection: close\r\n\r\n",
            body.len(),
            self.policy(path),
        )?;
        stream.write_all(&body)
    }

    fn is(&self, network: Network) -> bool {
        *self.network.lock().unwrap() == network
    }

    fn version(&self) -> String {
        let release = std::fs::read(self.folder.join("integrity.json")).expect("a release");
        let release: serde_json::Value = serde_json::from_slice(&release).expect("a release");
        release["folder"].as_str().expect("its folder").to_owned()
    }

    fn policy(&self, path: &str) -> String {
        let added = self.added.lock().unwrap();
        if let Some(page) = added.iter().find(|it| it.name == path.trim_start_matches('/')) {
            return page.policy.clone();
        }
        match self.fault {
            Fault::NoWasm => POLICY.replace(" 'wasm-unsafe-eval'", ""),
            Fault::NoFetching => POLICY.replace("connect-src 'self'; ", ""),
            Fault::NoPolicy => "frame-src *".to_owned(),
            Fault::Sandbox => {
                // In a sandbox a page is of no site, and so 'self' may be nobody.
                let policy = POLICY.replace("'self'", "http://127.0.0.1:*");
                format!("{policy}; sandbox allow-scripts")
            }
            Fault::Listed => format!("{POLICY}; trusted-types sciatica-check"),
            Fault::NotListed => format!("{POLICY}; trusted-types 'none'"),
            Fault::NoChecksums if OWN_PAGES.contains(&path) => without_checksums(),
            _ if OWN_PAGES.contains(&path) => format!("{}; report-uri /blocked", documented()),
            _ => POLICY.to_owned(),
        }
    }

    fn file(&self, path: &str) -> (&'static str, &'static str, Vec<u8>) {
        let name = path.trim_start_matches('/');
        let name = if name.is_empty() { "index.html" } else { name };
        let (program, script) = (name.ends_with("/app.wasm"), name.ends_with("/app.js"));
        let helper = self.helpers.iter().find(|(helper, _)| *helper == name);
        let mut found = match helper {
            Some((_, script)) => Some(script.clone()),
            None if program && self.fault == Fault::ProgramMissing => None,
            None if script && self.fault == Fault::ScriptMissing => None,
            None if self.fault == Fault::RestMissing
                && name.ends_with("/rest.wasm")
                && !*self.let_go.0.lock().unwrap() =>
            {
                None
            }
            None if name.contains("..") || self.is(Network::Withdrawn) => None,
            None if self.missing.lock().unwrap().is_some_and(|it| name.ends_with(it)) => None,
            None => self.read(name),
        };
        if program && self.fault == Fault::ProgramChanged
            || script && self.fault == Fault::ScriptChanged
        {
            found.as_mut().expect("the file").push(b'\n');
        }
        let kind = match name.rsplit('.').next() {
            _ if program && self.fault == Fault::ProgramOfUnknownKind => "application/octet-stream",
            _ if script && self.fault == Fault::ScriptOfUnknownKind => "text/plain",
            Some("html") => "text/html; charset=utf-8",
            Some("js") => "text/javascript; charset=utf-8",
            Some("css") => "text/css; charset=utf-8",
            Some("wasm") => "application/wasm",
            Some("webmanifest") => "application/manifest+json",
            _ => "application/octet-stream",
        };
        match found {
            Some(page) if name.ends_with(".html") => ("200 OK", kind, self.helped(page)),
            Some(file) => ("200 OK", kind, file),
            None => ("404 Not Found", "text/plain", b"not found".into()),
        }
    }

    /// A file of the built check; below `hosts/`, of the pages that hold it, and what
    /// scripts/hosts has made for them; below `npm-app/`, of the app that scripts/npm-app
    /// has built around the npm package.
    fn read(&self, name: &str) -> Option<Vec<u8>> {
        if let Some(added) = self.added.lock().unwrap().iter().find(|it| it.name == name) {
            return Some(added.page.clone().into());
        }
        if self.released.load(Ordering::Relaxed) {
            return self.read_next(name);
        }
        self.read_built(name)
    }

    /// The next version: the same files in another folder, and what names them.
    fn read_next(&self, name: &str) -> Option<Vec<u8>> {
        let this = self.version();
        let file = match name.split_once('/') {
            Some((folder, _)) if folder == this => return None,
            Some((NEXT, file)) => self.read_built(&format!("{this}/{file}"))?,
            _ => self.read_built(name)?,
        };
        match String::from_utf8(file) {
            Ok(text) => Some(text.replace(&this, NEXT).into()),
            Err(bytes) => Some(bytes.into_bytes()),
        }
    }

    fn read_built(&self, name: &str) -> Option<Vec<u8>> {
        let project = Path::new(env!("CARGO_MANIFEST_DIR"));
        let path = match name.split_once('/') {
            Some(("hosts", _)) => ["tests", "target"]
                .map(|folder| project.join(folder).join(name))
                .into_iter()
                .find(|it| it.exists())?,
            Some(("npm-app", rest)) => project.join("target/npm-app/dist").join(rest),
            _ => self.folder.join(name),
        };
        std::fs::read(path).ok()
    }

    /// The page, with the helpers before anything else in it.
    fn helped(&self, page: Vec<u8>) -> Vec<u8> {
        let script = |(name, _): &Helper| format!("<script src=\"/{name}\"></script>");
        let scripts: String = self.helpers.iter().map(script).collect();
        let page = String::from_utf8(page).expect("a page");
        // The head begins with it; its own tag is not needed, and so it was left out.
        assert!(page.contains("<meta"), "{page}");
        page.replacen("<meta", &format!("{scripts}<meta"), 1).into_bytes()
    }
}
