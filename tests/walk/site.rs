//! A small server of the built check: loopback only, with the strictest content
//! policy that a host page may have. It keeps a record of what was asked for.

use std::io::Read;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use tiny_http::{Header, Request, Response, Server};

const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
     connect-src 'self'; img-src 'self' data:; require-trusted-types-for 'script'";

/// What is wrong with the site.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Fault {
    #[default]
    Nothing,
    /// The program is not found.
    ProgramMissing,
    /// The program is served as just any bytes.
    ProgramOfUnknownKind,
}

/// The site, for as long as it is held.
pub struct Site {
    address: SocketAddr,
    asked: Arc<Mutex<Vec<String>>>,
    server: Arc<Server>,
    serving: Option<JoinHandle<()>>,
}

impl Site {
    pub fn open(fault: Fault) -> Self {
        let folder = folder();
        let server = Arc::new(Server::http("127.0.0.1:0").expect("a free port"));
        let asked = Arc::new(Mutex::new(Vec::new()));
        let address = server.server_addr().to_ip().expect("an address with a port");
        let serving = std::thread::spawn({
            let (server, asked) = (Arc::clone(&server), Arc::clone(&asked));
            move || {
                for request in server.incoming_requests() {
                    asked.lock().unwrap().push(format!("{} {}", request.method(), request.url()));
                    answer(request, &folder, fault);
                }
            }
        });
        Self { address, asked, server, serving: Some(serving) }
    }

    /// The address of the check; `query` with its question mark, or nothing.
    pub fn check(&self, query: &str) -> String {
        format!("http://{}/{query}", self.address)
    }

    /// Every request so far, in order.
    pub fn asked(&self) -> Vec<String> {
        self.asked.lock().unwrap().clone()
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        self.server.unblock();
        if let Some(serving) = self.serving.take() {
            let _ = serving.join();
        }
    }
}

fn folder() -> PathBuf {
    let folder = std::env::var_os("SCIATICA_CHECK_DIST").map(PathBuf::from);
    let folder =
        folder.expect("SCIATICA_CHECK_DIST names no folder of a built check: run make test");
    assert!(
        folder.join("index.html").is_file(),
        "there is no built check in {}: run make test",
        folder.display()
    );
    folder
}

fn answer(request: Request, folder: &Path, fault: Fault) {
    let name = request.url().split('?').next().unwrap_or_default().trim_start_matches('/');
    let name = if name.is_empty() { "index.html" } else { name }.to_owned();
    let program = name.ends_with(".wasm");
    let missing = program && fault == Fault::ProgramMissing;
    let file = (!missing && !name.contains("..")).then(|| read(folder, &name)).flatten();
    let kind = match name.rsplit('.').next() {
        _ if program && fault == Fault::ProgramOfUnknownKind => "application/octet-stream",
        Some("html") => "text/html; charset=utf-8",
        Some("js") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    };
    // A visitor who has gone no longer wants an answer.
    let _ = match file {
        Some(bytes) => request.respond(with_headers(Response::from_data(bytes), kind)),
        None => {
            let nothing = Response::from_string("not found").with_status_code(404);
            request.respond(with_headers(nothing, "text/plain"))
        }
    };
}

/// A file of the built check; below `hosts/`, of the pages that hold it.
fn read(folder: &Path, name: &str) -> Option<Vec<u8>> {
    let host = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests");
    let folder = if name.starts_with("hosts/") { &host } else { folder };
    std::fs::read(folder.join(name)).ok()
}

fn with_headers<R: Read>(response: Response<R>, kind: &str) -> Response<R> {
    let header = |name: &str, value: &str| Header::from_bytes(name, value).expect("a header");
    response
        .with_header(header("Content-Type", kind))
        .with_header(header("Content-Security-Policy", POLICY))
        .with_header(header("X-Content-Type-Options", "nosniff"))
        .with_header(header("Cache-Control", "no-store"))
}
