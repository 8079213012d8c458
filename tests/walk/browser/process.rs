//! A program that ends with us, and everything that it has started with it.

use std::ffi::OsStr;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::{Ipv4Addr, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::mpsc;
use std::time::{Duration, Instant};

use crate::patience::PATIENCE;
use crate::port::free_port;

/// Runs a program as a group, with a folder for what it leaves about. Waits for the end of its
/// own input, which comes however we end, then ends the group and clears the folder away.
const GUARD: &str = r#"
    set -m
    home=$(mktemp -d)
    TMPDIR=$home "$@" </dev/null &
    read -r _
    kill -KILL -- "-$!"
    wait
    rm -rf "$home"
"#;

pub struct Process {
    guard: Child,
    name: String,
    /// What it says on the side, for who reads why it did not start.
    aside: PathBuf,
}

impl Process {
    /// Starts a program; `says` is where its output goes.
    fn start(
        program: &Path,
        arguments: &[String],
        environment: &[(&str, String)],
        says: Says,
    ) -> Self {
        let name = program.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let thread = format!("{:?}", std::thread::current().id());
        let thread: String = thread.chars().filter(char::is_ascii_digit).collect();
        let aside = Path::new(env!("CARGO_TARGET_TMPDIR"));
        let aside = aside.join(format!("{name}-{}-{thread}.log", std::process::id()));
        let file =
            File::create(&aside).unwrap_or_else(|error| panic!("{}: {error}", aside.display()));
        let output = match says {
            Says::Aside => Stdio::from(file.try_clone().expect("the same file")),
            Says::ToUs => Stdio::piped(),
        };
        let guard = Command::new("bash")
            .args(["-c", GUARD, "guard"].map(OsStr::new))
            .arg(program)
            .args(arguments)
            .envs(environment.iter().map(|(name, value)| (name, value)))
            .process_group(0)
            .stdin(Stdio::piped())
            .stdout(output)
            .stderr(file)
            .spawn()
            .unwrap_or_else(|error| panic!("{}: {error}", program.display()));
        Self { guard, name, aside }
    }

    /// A program that listens on the port it is told with this option.
    pub fn listening(
        program: &Path,
        arguments: &[String],
        environment: &[(&str, String)],
    ) -> (Self, u16) {
        let port = free_port();
        let with_port: Vec<String> =
            arguments.iter().map(|it| it.replace("{port}", &port.to_string())).collect();
        let process = Self::start(program, &with_port, environment, Says::Aside);
        let began = Instant::now();
        while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
            assert!(began.elapsed() < PATIENCE, "it does not listen: {}", process.aside());
            std::thread::sleep(Duration::from_millis(10));
        }
        (process, port)
    }

    /// A program, and the first line that it says.
    pub fn saying(program: &Path, arguments: &[String]) -> (Self, String) {
        let mut process = Self::start(program, arguments, &[], Says::ToUs);
        let says = process.guard.stdout.take().expect("its output");
        let (told, hears) = mpsc::channel();
        std::thread::spawn(move || {
            let mut line = String::new();
            let read = BufReader::new(says).read_line(&mut line);
            read.is_ok_and(|read| read > 0).then(|| told.send(line))
        });
        match hears.recv_timeout(PATIENCE) {
            Ok(line) => (process, line.trim().to_owned()),
            Err(_) => panic!("it says nothing: {}", process.aside()),
        }
    }

    /// What it said, for a message.
    pub fn aside(&self) -> String {
        let said = std::fs::read_to_string(&self.aside).unwrap_or_default();
        let last: Vec<&str> = said.lines().rev().take(20).collect();
        let last: Vec<&str> = last.into_iter().rev().collect();
        format!("{} said\n{}", self.name, last.join("\n"))
    }
}

#[derive(Clone, Copy)]
enum Says {
    ToUs,
    Aside,
}

impl Drop for Process {
    fn drop(&mut self) {
        drop(self.guard.stdin.take());
        let _ = self.guard.wait();
        let _ = std::fs::remove_file(&self.aside);
    }
}

/// A program: where the variable says, or by its name on the path.
pub fn found(variable: &str, name: &str) -> PathBuf {
    let named = std::env::var_os(variable).filter(|named| !named.is_empty());
    let wanted = named.map_or_else(|| PathBuf::from(name), PathBuf::from);
    if wanted.components().count() > 1 {
        return wanted;
    }
    let path = std::env::var_os("PATH").unwrap_or_default();
    std::env::split_paths(&path)
        .map(|folder| folder.join(&wanted))
        .find(|program: &PathBuf| Path::is_file(program))
        .unwrap_or_else(|| {
            panic!("there is no {}: run make test, or see {variable}", wanted.display())
        })
}
