//! A free port for a program that must be told one.

use std::net::{Ipv4Addr, TcpStream};
use std::sync::atomic::{AtomicU16, Ordering};

/// A port that nobody listens on, and another one each time. No system gives it to whoever just
/// asks for any, as a site of a walk does, and each connection for its own end: it could be
/// taken before the program has it, or a connection to it could meet itself.
///
/// It is asked, not tried by listening: a process that another test starts just then would hold
/// the listener for a moment longer, and who waits for the program would meet that instead.
pub fn free_port() -> u16 {
    static TURN: AtomicU16 = AtomicU16::new(0);
    const FIRST: u32 = 10_000;
    const ALL: u32 = 20_000;
    let free = (0..ALL).find_map(|_| {
        let turn = TURN.fetch_add(1, Ordering::Relaxed);
        let port = FIRST + (std::process::id() + u32::from(turn)) % ALL;
        let port = u16::try_from(port).ok()?;
        TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err().then_some(port)
    });
    free.expect("a free port")
}
