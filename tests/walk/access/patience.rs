//! Nothing hurries anybody: no time limit, and nothing that changes by itself.

use std::time::Duration;

use crate::browser::Engine;
use crate::person::Person;
use crate::site::Helper;
use crate::visitor::{Visit, Visitor};

stories! { nothing_happens_by_itself }

/// Long enough for whoever waits for a moment; a timer shows before it ends.
const WHILE: Duration = Duration::from_secs(2);

async fn nothing_happens_by_itself(engine: Engine) {
    let mut visitor = Visitor::comes_by(Visit { helpers: &[stopwatch], ..Visit::by(engine) }).await;
    assert!(!visitor.sees("meta[http-equiv=refresh]").await);
    visitor.starts().await;
    visitor.answers_up_to(&Person::plain(), "pain-worst").await;
    stays(&visitor).await;
    visitor.answers_all(&Person::plain()).await;
    visitor.asks_for_the_result().await;
    stays(&visitor).await;
    let timers = visitor.script("return timers").await;
    assert_eq!(timers, serde_json::json!([]), "set on the way: {timers:#}");
    visitor.leaves().await;
}

/// The screen, and the focus on it, are the same a while later.
async fn stays(visitor: &Visitor) {
    let now =
        "return [document.querySelector('#check').innerHTML, document.activeElement.outerHTML]";
    let before = visitor.script(now).await;
    tokio::time::sleep(WHILE).await;
    assert_eq!(visitor.script(now).await, before);
}

/// Keeps every timer that the page sets, but for "right after this": Yew draws then; and but for
/// the one after which somebody stays (`src/embed/stays.ts`), once, on the start.
/// WebKit's driver sets some too, in the page, around each script that it runs there.
fn stopwatch() -> Helper {
    let script = "
        globalThis.timers = [];
        for (const name of ['setTimeout', 'setInterval']) {
            const real = globalThis[name];
            globalThis[name] = (what, after, ...rest) => {
                const { stack } = new Error();
                const stays = after === 5000 && !globalThis.stays;
                globalThis.stays ||= stays;
                if ((after > 0 || name === 'setInterval') && !stays && !stack.includes('_execute@')) {
                    timers.push(`${name} ${after}: ${stack}`);
                }
                return real(what, after, ...rest);
            };
        }
    ";
    ("stopwatch.js", script.into())
}
