//! The check on a static host: nginx from Debian, set up by dist/nginx.conf, on
//! loopback. What a browser, a cache and a clinic's page need stands in the
//! answers. It takes the widget in dist/ (`make dist`).

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

#[path = "walk/port.rs"]
mod port;

use std::collections::BTreeMap;
use std::io::{Read, Write};
use std::net::TcpStream;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use serde_json::Value;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn dist() -> PathBuf {
    root().join("dist")
}

/// What `make dist` says of its files.
fn release() -> Value {
    let text = std::fs::read_to_string(dist().join("integrity.json"));
    serde_json::from_str(&text.expect("dist/ is there: make dist")).unwrap()
}

/// The folder of this version.
fn folder() -> String {
    release()["folder"].as_str().unwrap().to_owned()
}

/// The server, for as long as it is held.
struct Server {
    port: u16,
    program: Child,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.program.kill();
        let _ = self.program.wait();
        let _ = std::fs::remove_dir_all(root().join(format!("target/nginx-{}", self.port)));
    }
}

struct Answer {
    status: u16,
    headers: BTreeMap<String, String>,
    body: Vec<u8>,
}

impl Answer {
    fn header(&self, name: &str) -> &str {
        self.headers.get(name).map_or("", String::as_str)
    }

    fn text(&self) -> String {
        String::from_utf8_lossy(&self.body).into_owned()
    }
}

impl Server {
    fn start() -> Self {
        let port = port::free_port();
        let program = Command::new(root().join("scripts/nginx"))
            .arg(port.to_string())
            .stdin(Stdio::null())
            .spawn()
            .unwrap();
        let mut server = Self { port, program };
        let start = Instant::now();
        while TcpStream::connect(("127.0.0.1", port)).is_err() {
            let ended = server.program.try_wait().unwrap();
            assert!(ended.is_none(), "scripts/nginx: {ended:?}; scripts/setup-serving installs it");
            assert!(start.elapsed() < Duration::from_secs(60), "nginx does not answer");
            std::thread::sleep(Duration::from_millis(20));
        }
        server
    }

    fn asked(&self, method: &str, path: &str, encodings: &str) -> Answer {
        let mut stream = TcpStream::connect(("127.0.0.1", self.port)).unwrap();
        write!(
            stream,
            "{method} {path} HTTP/1.1\r\nHost: check.example\r\nAccept-Encoding: {encodings}\r\nConnection: close\r\n\r\n"
        )
        .unwrap();
        let mut bytes = Vec::new();
        stream.read_to_end(&mut bytes).unwrap();
        let end = bytes.windows(4).position(|it| it == b"\r\n\r\n").unwrap();
        let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
        let mut lines = head.lines();
        let status = lines.next().unwrap().split(' ').nth(1).unwrap().parse().unwrap();
        let headers = lines.filter_map(|line| line.split_once(": "));
        let headers =
            headers.map(|(name, value)| (name.to_lowercase(), value.to_owned())).collect();
        Answer { status, headers, body: bytes[end + 4..].to_vec() }
    }

    fn get(&self, path: &str) -> Answer {
        self.asked("GET", path, "identity")
    }
}

#[test]
fn every_file_has_its_type_and_comes_as_small_as_the_browser_takes_it() {
    let server = Server::start();
    let release = release();
    let listed = release["files"].as_object().unwrap().keys().map(String::as_str);
    let pages = ["index.html", "embed.html", "integrity.json", "sciatica-check.d.ts"];
    for name in listed.chain(pages) {
        let kind = match name.rsplit('.').next().unwrap() {
            "html" => "text/html; charset=utf-8",
            "css" => "text/css; charset=utf-8",
            "js" => "text/javascript; charset=utf-8",
            "ts" => "text/plain; charset=utf-8",
            "wasm" => "application/wasm",
            "json" => "application/json",
            "webmanifest" => "application/manifest+json",
            other => panic!("what kind of file is “{other}”?"),
        };
        for (encodings, encoding, ending) in
            [("br, gzip", "br", ".br"), ("gzip", "gzip", ".gz"), ("identity", "", "")]
        {
            let answer = server.asked("GET", &format!("/{name}"), encodings);
            assert_eq!(answer.status, 200, "{name}");
            assert_eq!(answer.header("content-type"), kind, "{name}");
            assert_eq!(answer.header("content-encoding"), encoding, "{name}");
            assert_eq!(answer.header("vary"), "Accept-Encoding", "{name}");
            let file = std::fs::read(dist().join(format!("{name}{ending}"))).unwrap();
            assert!(answer.body == file, "{name}{ending} is another one");
        }
    }
}

#[test]
fn a_version_is_kept_for_ever_and_what_names_it_is_asked_for_again() {
    let server = Server::start();
    let kept = |path: &str| server.get(path).header("cache-control").to_owned();
    for file in ["app.js", "app.wasm", "boot.js", "questions.css", "rest.wasm"] {
        let path = format!("/{}/{file}", folder());
        assert_eq!(kept(&path), "public, max-age=31536000, immutable", "{path}");
    }
    let offline = ["/sciatica-check-offline.js", "/manifest.webmanifest"];
    for path in
        ["/", "/embed.html", "/sciatica-check.js", "/integrity.json"].into_iter().chain(offline)
    {
        assert_eq!(kept(path), "public, max-age=0, must-revalidate", "{path}");
    }
}

#[test]
fn a_page_runs_nothing_but_its_own_and_uses_no_sensor() {
    let server = Server::start();
    for path in ["/", "/?region=GB-ENG", "/index.html", "/embed.html"] {
        let page = server.get(path);
        let policy = page.header("content-security-policy");
        for part in [
            "default-src 'none'",
            "script-src 'self' 'wasm-unsafe-eval' 'sha256-",
            "style-src 'self' 'sha256-",
            "connect-src 'self';",
            "worker-src 'self';",
            "manifest-src 'self';",
            "require-trusted-types-for 'script'",
            "trusted-types sciatica-check",
        ] {
            assert!(policy.contains(part), "{path}: {part} is not in {policy}");
        }
        assert!(!policy.contains("'unsafe-"), "{path}: {policy}");
        assert!(page.header("permissions-policy").contains("geolocation=()"), "{path}");
        assert_eq!(page.header("x-content-type-options"), "nosniff", "{path}");
        assert_eq!(page.header("referrer-policy"), "no-referrer", "{path}");
        assert_eq!(page.header("server"), "nginx", "no version is told");
        assert_eq!(page.header("set-cookie"), "", "{path}");
    }
    assert_eq!(server.get("/").body, server.get("/index.html").body);
    let worker = server.get("/sciatica-check-offline.js");
    let policy = worker.header("content-security-policy");
    assert_eq!(policy, "default-src 'none'; connect-src 'self'");
}

#[test]
fn a_clinic_s_page_may_load_the_files() {
    let server = Server::start();
    for path in ["/sciatica-check.js".to_owned(), format!("/{}/app.wasm", folder())] {
        let file = server.get(&path);
        assert_eq!(file.header("access-control-allow-origin"), "*", "{path}");
        assert_eq!(file.header("cross-origin-resource-policy"), "cross-origin", "{path}");
    }
}

#[test]
fn what_is_not_there_is_said_plainly_and_not_kept() {
    let server = Server::start();
    for path in
        ["/nothing", "/0.0.1-00000000/app.wasm", &format!("/{}/", folder()), "/../Cargo.toml"]
    {
        let answer = server.get(path);
        let expected = if path.contains("..") { 400 } else { 404 };
        assert_eq!(answer.status, expected, "{path}");
        if expected == 404 {
            assert_eq!(answer.header("cache-control"), "no-store", "{path}");
            assert_eq!(answer.header("content-type"), "text/plain; charset=utf-8", "{path}");
            assert_eq!(answer.header("access-control-allow-origin"), "*", "{path}");
            assert!(answer.text().starts_with("There is no such file here."), "{path}");
        }
    }
}

#[test]
fn it_gives_and_takes_nothing() {
    let server = Server::start();
    assert_eq!(server.asked("HEAD", "/", "identity").status, 200);
    assert_eq!(server.asked("HEAD", "/", "identity").body, b"");
    for method in ["POST", "PUT", "DELETE"] {
        assert_eq!(server.asked(method, "/", "identity").status, 403, "{method}");
    }
}
