//! Waiting by the clock, since turns take longer where a machine is busy; and an end to it.

use std::cell::RefCell;
use std::pin::pin;
use std::time::{Duration, Instant};

/// The longest that anything may take. Only a walk that fails waits for so long.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// How often to look.
pub const OFTEN: Duration = Duration::from_millis(15);
/// The longest that a whole walk may take.
const LIMIT: Duration = Duration::from_secs(300);

thread_local! {
    /// What this walk is doing; each walk has a thread of its own.
    static DOING: RefCell<String> = const { RefCell::new(String::new()) };
}

/// Notes what is begun, to be told if it never ends.
pub fn doing(what: &str) {
    DOING.with(|doing| what.clone_into(&mut doing.borrow_mut()));
}

/// Looks until it is so. Whether it ever was.
pub async fn until(mut is_so: impl AsyncFnMut() -> bool) -> bool {
    let began = Instant::now();
    while !is_so().await {
        if began.elapsed() > PATIENCE {
            return false;
        }
        tokio::time::sleep(OFTEN).await;
    }
    true
}

/// A walk, which ends or fails: what hangs would keep all others from their turn.
pub async fn ends(walk: impl Future<Output = ()>) {
    // Held here, so that a walk that is given up is dropped by the panic, and not before.
    let mut walk = pin!(walk);
    if tokio::time::timeout(LIMIT, walk.as_mut()).await.is_err() {
        panic!("no end after {LIMIT:?}, at this: {}", DOING.with(RefCell::take));
    }
}
