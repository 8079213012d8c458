//! The check in a frame of a clinic's page.

use serde_json::json;

use crate::browser::Engine;
use crate::host::Host;
use crate::person::Person;
use crate::privacy::{each_is_asked_for_once, stores_nothing};
use crate::site::{Fault, Site};

stories! {
    the_frame_has_the_height_of_the_check_and_shrinks_with_it,
    the_page_moves_to_a_new_screen_only_if_its_heading_is_out_of_sight,
    nobody_else_sets_the_height,
    a_frame_of_another_site_fits_and_goes_all_the_way,
    a_page_in_which_no_height_holds_is_left_in_peace,
    a_wide_frame_is_of_one_paper,
    in_a_frame_the_history_is_the_page_s_own,
}

/// The frame is as high as what is in it; a script in the page can look inside.
const FITS: &str = "(() => {
    const frame = document.getElementById('frame');
    const body = frame.contentDocument.body.getBoundingClientRect().height;
    return body > 200 && frame.clientHeight === Math.ceil(body);
})()";
/// What the frame says that it shows.
const SHOWN: &str = "document.getElementById('frame').contentDocument";

async fn opens(engine: Engine) -> Host {
    let host = Host::opens_with(engine, "hosts/framed.html", Fault::NoPolicy).await;
    host.until(
        "the check in the frame",
        // With what comes last, below all else.
        &format!("!!{SHOWN}?.querySelector('#check:not([hidden]) .keeping')"),
    )
    .await;
    host
}

async fn the_frame_has_the_height_of_the_check_and_shrinks_with_it(engine: Engine) {
    let host = opens(engine).await;
    host.until("a frame that fits", FITS).await;
    let start = host.asks("document.getElementById('frame').clientHeight").await.as_u64().unwrap();
    host.visitor.script(&format!("{SHOWN}.querySelector('.start .button--primary').click()")).await;
    host.until("a page", &format!("!!{SHOWN}.querySelector('.page')")).await;
    host.until("a frame that fits", FITS).await;
    let page = host.asks("document.getElementById('frame').clientHeight").await.as_u64().unwrap();
    assert!(page > start, "{page} after {start}");
    host.visitor.script(&format!("{SHOWN}.querySelector('.button--back').click()")).await;
    host.until("the start", &format!("!!{SHOWN}.querySelector('.start')")).await;
    host.until("a frame that fits", FITS).await;
    let again = host.asks("document.getElementById('frame').clientHeight").await.as_u64().unwrap();
    assert_eq!(again, start, "after {page}");
    assert_eq!(host.ends().await, Vec::<String>::new());
}

async fn the_page_moves_to_a_new_screen_only_if_its_heading_is_out_of_sight(engine: Engine) {
    let host = opens(engine).await;
    host.until("a frame that fits", FITS).await;
    let press = format!("{SHOWN}.querySelector('.button--primary').click()");
    host.visitor.script(&press).await;
    host.until("a page", &format!("!!{SHOWN}.querySelector('.page')")).await;
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_eq!(host.asks("scrollY").await, json!(0), "the heading was in sight");
    host.visitor.script(&format!("{SHOWN}.querySelector('.page .button--back').click()")).await;
    host.until("the start", &format!("!!{SHOWN}.querySelector('.start')")).await;
    host.until("a frame that fits", FITS).await;
    host.visitor.script("scrollTo(0, document.documentElement.scrollHeight)").await;
    host.visitor.script(&press).await;
    host.until(
        "the heading in sight",
        &format!(
            "(() => {{
            const frame = document.getElementById('frame').getBoundingClientRect();
            const heading = {SHOWN}.querySelector('.page .heading')?.getBoundingClientRect();
            return !!heading && frame.top + heading.top >= 0;
        }})()"
        ),
    )
    .await;
    assert_eq!(host.ends().await, Vec::<String>::new());
}

async fn nobody_else_sets_the_height(engine: Engine) {
    let host = opens(engine).await;
    host.until("a frame that fits", FITS).await;
    let forged = "{ type: 'sciatica-check:size', v: 1, height: 7, heading: 900 }";
    host.visitor.script(&format!("postMessage({forged}, '*')")).await;
    // Not even the frame, once something else is in it.
    let frame = "document.getElementById('frame')";
    host.visitor
        .script(&format!(
            "window.top.frames[0].eval(`parent.postMessage({forged}, 'https://clinic.example')`)"
        ))
        .await;
    std::thread::sleep(std::time::Duration::from_millis(200));
    assert_ne!(host.asks(&format!("{frame}.clientHeight")).await, json!(7));
    host.until("a frame that fits", FITS).await;
    host.ends().await;
}

/// The usual case: a clinic's page, and the check on another site. There a browser
/// gives a frame less than a page of its own.
async fn a_frame_of_another_site_fits_and_goes_all_the_way(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/framed.html", Fault::NoPolicy).await;
    let other = Site::open_elsewhere(engine.recorder().into_iter().collect());
    let script = "const frame = document.getElementById('frame');
        frame.style.height = ''; frame.src = arguments[0]";
    let address = other.check("?embed=1&region=GB-ENG&booking-url=https%3A%2F%2Fclinic.example");
    host.visitor.script_of(script, vec![json!(address)]).await;
    let high = "document.getElementById('frame').clientHeight > 400";
    host.until("a frame that fits", high).await;

    let page = &host.visitor.browser.page;
    page.enter_frame(0).await.expect("the frame");
    host.sees("check", ".start").await;
    host.has_all_of("check").await;
    let asked = other.asked();
    each_is_asked_for_once(&asked);
    host.goes_all_the_way("check", &Person::plain()).await;
    let books = host.asks_in("check", "root.querySelector('.result .clinic a').href").await;
    assert_eq!(books, json!("https://clinic.example/"));
    stores_nothing(&host.visitor).await;
    assert_eq!(other.asked(), asked, "asked for on the way");
    let mut said = host.visitor.browser.console().await;
    // Firefox remarks on who looks into the storage of a frame: it was us.
    said.retain(|it| !it.text.starts_with("Partitioned cookie or storage access"));
    assert!(said.is_empty(), "{said:#?}");
    host.visitor.browser.page.enter_parent_frame().await.expect("the page around it");
    let told = "document.getElementById('frame').clientHeight > 1000";
    host.until("a frame as high as the result", told).await;
    assert_eq!(host.told().await, [""; 0], "a frame tells of its height, and of no step");
    assert_eq!(host.ends().await, Vec::<String>::new());
}

/// A page may make the frame narrow for being high, and so higher, and so wide again: as a
/// scrollbar can, that comes and goes with the height.
async fn a_page_in_which_no_height_holds_is_left_in_peace(engine: Engine) {
    let host = opens(engine).await;
    host.until("a frame that fits", FITS).await;
    let restless = "const frame = document.getElementById('frame');
        window.heights = [];
        window.last = performance.now();
        addEventListener('message', ({ data }) => {
            heights.push(data.height);
            last = performance.now();
            frame.style.width = frame.style.width ? '' : '320px';
        });
        frame.style.width = '320px'";
    host.visitor.script(restless).await;
    // A busy machine may be silent for a while in the middle of it.
    host.until("an end to it", "heights.length >= 100 || performance.now() - last > 5000").await;
    let heights: Vec<u64> = serde_json::from_value(host.asks("heights").await).unwrap();
    assert!((20..=100).contains(&heights.len()), "{} heights: {heights:?}", heights.len());
    // It ends with room for everything.
    let high = host.asks("document.getElementById('frame').clientHeight").await;
    assert_eq!(high.as_u64(), heights.iter().max().copied(), "{heights:?}");
    // And what somebody does is followed again.
    host.visitor.script(&format!("{SHOWN}.querySelector('.start .button--primary').click()")).await;
    host.until("a page", &format!("!!{SHOWN}.querySelector('.page')")).await;
    host.until("more heights", &format!("heights.length > {}", heights.len())).await;
    host.ends().await;
}

async fn a_wide_frame_is_of_one_paper(engine: Engine) {
    let host = opens(engine).await;
    host.visitor.browser.resize((1280, 800), 1).await;
    let papers = format!(
        "['.site', '.check'].map((it) => getComputedStyle({SHOWN}.querySelector(it)).backgroundColor)"
    );
    let white = "rgb(255, 255, 255)";
    assert_eq!(host.asks(&papers).await, json!([white, white]));
    assert_eq!(host.ends().await, Vec::<String>::new());
}

async fn in_a_frame_the_history_is_the_page_s_own(engine: Engine) {
    let host = opens(engine).await;
    let before = host.asks("history.length").await;
    host.visitor.script(&format!("{SHOWN}.querySelector('.start .button--primary').click()")).await;
    host.until("a page", &format!("!!{SHOWN}.querySelector('.page')")).await;
    assert_eq!(host.asks("history.length").await, before);
    assert_eq!(host.ends().await, Vec::<String>::new());
}
