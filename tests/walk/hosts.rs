//! The check on pages of all kinds: other people's styles, programs and policies.

use std::collections::BTreeSet;

use fantoccini::wd::PrintConfiguration;
use serde_json::{Value, json};

use crate::browser::Engine;
use crate::host::Host;
use crate::patience;
use crate::person::Person;
use crate::privacy::{each_is_asked_for_once, stores_nothing};
use crate::site::Fault;
use crate::words;

stories! {
    every_page_shows_the_same_check,
    a_whole_walk_asks_for_nothing_and_tells_no_answer,
    a_page_with_react_shows_it_and_takes_it_away,
    another_program_with_yew_is_left_alone,
    where_nothing_can_be_stored_or_submitted_it_works,
    a_list_of_who_may_load_scripts_need_not_name_it,
    what_a_policy_blocks_is_reported_to_the_site,
    while_the_network_is_slow_the_first_screen_stands,
    what_is_pressed_in_vain_gives_way_to_the_page_s_own_words,
}

// Only Chromium shows on the screen what it would print.
stories! { printed_in_a_page_it_is_dark_on_white_and_the_page_is_there in chromium: Chromium }

const NOTHING: [&str; 0] = [];

/// All that decides how an element looks, but for what follows from the room it has.
/// Custom properties of the page come in; ours go by other values, which are looked at.
const LOOKS: &str = "[...root.querySelectorAll('.check, .check *')].map((it) => {
    const look = getComputedStyle(it), own = [it.localName, it.className.baseVal ?? it.className].join('.');
    const room = /width|height|size|origin|margin|inset|^(top|left|right|bottom)$|^d$|transform/;
    const names = [...look].filter((name) => !room.test(name) && !name.startsWith('--') || name === 'font-size');
    return [own, ...names.map((name) => `${name}: ${look.getPropertyValue(name)}`)];
})";

async fn every_page_shows_the_same_check(engine: Engine) {
    let mut host = Host::opens(engine, "hosts/two.html").await;
    let mut first = None;
    for page in ["two", "bootstrap", "right-to-left", "small-root", "hostile"] {
        host.visitor.goes_to(&format!("hosts/{page}.html")).await;
        host.visitor.script("document.getElementById('one').setAttribute('theme', 'light')").await;
        host.presses("one", ".start .button--primary").await;
        host.sees("one", ".page h1:focus").await;
        host.presses("one", ".page input").await;
        host.sees("one", ".page input:checked").await;
        let rest = "document.getElementById('one').shadowRoot.getAnimations().length === 0";
        host.until("rest", rest).await;
        let looks = host.asks_in("one", LOOKS).await;
        let looks: Vec<BTreeSet<String>> = serde_json::from_value(looks).unwrap();
        assert!(looks.len() > 20, "{looks:#?}");
        let first = first.get_or_insert_with(|| looks.clone());
        for (here, there) in looks.iter().zip(&*first) {
            let differs: Vec<_> = here.symmetric_difference(there).collect();
            assert!(differs.is_empty(), "{page}: {:?} {differs:#?}", here.first());
        }
        assert_eq!(looks.len(), first.len(), "{page}");
        // A page's own styles may say otherwise.
        let block = "getComputedStyle(document.getElementById('one')).display === 'block'";
        assert!(page == "hostile" || host.asks(block).await == json!(true), "{page}");
        assert_eq!(host.asks("window.blocked").await, json!([]));
    }
    assert_eq!(host.ends().await, NOTHING);
}

/// Two checks on a page, both to the end: one whose clinic asked for the levels, and
/// one whose clinic did not.
async fn a_whole_walk_asks_for_nothing_and_tells_no_answer(engine: Engine) {
    let host = Host::opens(engine, "hosts/two.html").await;
    host.sees("one", ".start").await;
    host.sees("two", ".start").await;
    host.has_all_of("one").await;
    host.has_all_of("two").await;
    let asked = host.visitor.site.asked();
    each_is_asked_for_once(&asked);
    host.goes_all_the_way("one", &Person::plain()).await;
    let books = "root.querySelector('.result .clinic a').href";
    assert_eq!(host.asks_in("one", books).await, json!("https://clinic.example/book"));
    host.goes_all_the_way("two", &Person::plain()).await;
    stores_nothing(&host.visitor).await;
    assert_eq!(host.visitor.site.asked(), asked, "asked for on the way");

    let told = host.asks("window.told").await;
    let told: Vec<Value> = serde_json::from_value(told).unwrap();
    let of = |id: &str| -> Vec<&Value> { told.iter().filter(|it| it["from"] == id).collect() };
    let names =
        |id: &str| -> Vec<&str> { of(id).iter().map(|it| it["what"].as_str().unwrap()).collect() };
    let steps = ["step"; 6];
    for id in ["one", "two"] {
        assert_eq!(names(id), [&["ready", "started"][..], &steps, &["result"]].concat());
    }
    let known: BTreeSet<String> = ["v", "content", "step"].map(str::to_owned).into();
    for told in told.iter().filter(|it| it["what"] != "ready") {
        let levels = told["what"] == "result" && told["from"] == "two";
        let keys: BTreeSet<String> = told["detail"].as_object().unwrap().keys().cloned().collect();
        assert!(levels || keys == known, "{told}");
    }
    let result = &of("two").last().unwrap()["detail"];
    assert_eq!(result["urgency"], "self-care");
    assert_eq!(result["massage"], "may-help-with-plan");
    assert_eq!(result.as_object().unwrap().len(), 5, "{result}");
    assert_eq!(host.ends().await, NOTHING);
}

async fn a_page_with_react_shows_it_and_takes_it_away(engine: Engine) {
    let host = Host::opens(engine, "hosts/react.html").await;
    let press = async |name: &str| {
        host.visitor.script(&format!("document.getElementById('{name}').click()")).await;
    };
    host.presses("one", ".start .button--primary").await;
    host.presses("one", ".page input").await;
    // React draws its page again, around the check.
    press("region").await;
    let call = "document.getElementById('one').shadowRoot.querySelector('.call a').href";
    host.until("the other number", &format!("{call} === 'tel:911'")).await;
    host.sees("one", ".page input:checked").await;

    host.visitor.script("window.kept = document.getElementById('one')").await;
    press("toggle").await;
    host.until("its end", "!kept.isConnected && !kept.shadowRoot.querySelector('.check')").await;
    press("toggle").await;
    host.sees("one", ".start").await;
    host.until("React heard it twice", "document.getElementById('ready').value === '2'").await;
    host.goes_all_the_way("one", &Person::plain()).await;
    press("end").await;
    host.until("an empty page", "document.getElementById('app').childElementCount === 0").await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn another_program_with_yew_is_left_alone(engine: Engine) {
    let host = Host::opens(engine, "hosts/neighbour.html").await;
    host.sees("one", ".start").await;
    let counted = "[document.getElementById('clicks').value,
        ...[...document.querySelectorAll('.counts')].map((it) => it.textContent)].map(Number)";
    let nothing_pressed = |clicks: u32| json!([&[clicks][..], &[0; 40]].concat());
    assert_eq!(host.asks(counted).await, nothing_pressed(0));
    // A click in the check is one click in the page around it, and presses nothing there.
    host.presses("one", ".start .button--primary").await;
    host.presses("one", ".page input").await;
    host.sees("one", ".page input:checked").await;
    assert_eq!(host.asks(counted).await, nothing_pressed(2));
    // And the other way round: the page's buttons work, and press nothing in the check.
    host.visitor.script("document.querySelectorAll('.counts').forEach((it) => it.click())").await;
    let all = json!([&[42][..], &[1; 40]].concat());
    host.until("each pressed once", &format!("JSON.stringify({counted}) === '{all}'")).await;
    assert_eq!(host.asks_in("one", "root.querySelectorAll(':checked').length").await, json!(1));
    // It takes the check away and shows it again, which both programs draw.
    let toggle = "document.getElementById('toggle').click()";
    host.visitor.script(toggle).await;
    host.until("its end", "!document.getElementById('one')").await;
    host.visitor.script(toggle).await;
    host.goes_all_the_way("one", &Person::plain()).await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn where_nothing_can_be_stored_or_submitted_it_works(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::Sandbox).await;
    host.sees("one", ".start").await;
    let stores = "(() => { try { return localStorage.length } catch { return 'blocked' } })()";
    assert_eq!(host.asks(stores).await, json!("blocked"));
    host.goes_all_the_way("one", &Person::plain()).await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn a_list_of_who_may_load_scripts_need_not_name_it(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::Listed).await;
    host.sees("one", ".start").await;
    assert_eq!(host.ends().await, NOTHING);
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::NotListed).await;
    host.sees("one", ".start").await;
    host.has_all_of("one").await;
    each_is_asked_for_once(&host.visitor.site.asked());
    host.ends_blocked().await;
}

/// Without this, nobody could rely on there being no report elsewhere.
async fn what_a_policy_blocks_is_reported_to_the_site(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::NoFetching).await;
    host.until("the failure", "window.told.some((it) => it.what === 'failed')").await;
    let reported = patience::until(async || host.visitor.site.reports() > 0).await;
    assert!(reported, "{:#?}", host.visitor.site.asked());
    assert_ne!(host.asks("window.blocked").await, json!([]));
    host.ends_blocked().await;
}

async fn while_the_network_is_slow_the_first_screen_stands(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::Slow).await;
    let shown = "!!document.getElementById('one').shadowRoot.querySelector('#first .start')";
    host.until("the first screen", shown).await;
    assert!(!host.sees_own_words("one").await);
    assert_eq!(host.told().await, NOTHING);
    let number = "!!root.querySelector(\"#first .call a[href='tel:999']\")";
    assert_eq!(host.asks_in("one", number).await, json!(true));
    // A press is kept, and shows at once; the second one is none.
    let begin = "root.querySelector('#first .start .button--primary')";
    host.does_in("one", &format!("{begin}.click()")).await;
    let said = host.asks_in("one", &format!("{begin}.textContent")).await;
    assert_eq!(said, json!(words::page("wait")));
    host.does_in("one", &format!("{begin}.click()")).await;
    host.visitor.site.lets_go();
    // The focus comes a frame after the page.
    host.sees("one", ".page h1:focus").await;
    assert_eq!(host.told().await, ["one ready", "one started warning-signs"]);
    assert_eq!(host.asks_in("one", "root.querySelectorAll('.check').length").await, json!(1));
    assert_eq!(host.ends().await, NOTHING);

    // Taken out before the program is there, it is gone; put in again it begins anew.
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::Slow).await;
    host.until("the first screen", shown).await;
    host.does_in("one", &format!("{begin}.click()")).await;
    host.visitor.script("window.kept = document.getElementById('one'); kept.remove()").await;
    host.visitor.site.lets_go();
    host.until("its end", "!kept.shadowRoot.querySelector('.check')").await;
    host.visitor.script("document.body.append(kept)").await;
    host.sees("one", ".start").await;
    assert_eq!(host.told().await, ["one ready"]);
    assert_eq!(host.ends().await, NOTHING);
}

async fn what_is_pressed_in_vain_gives_way_to_the_page_s_own_words(engine: Engine) {
    let host = Host::opens_with(engine, "hosts/plain.html", Fault::Slow).await;
    let shown = "!!document.getElementById('one').shadowRoot.querySelector('#first .start')";
    host.until("the first screen", shown).await;
    host.does_in("one", "root.querySelector('#first .button--primary').click()").await;
    let full =
        "window.WebAssembly.instantiate = window.WebAssembly.instantiateStreaming = async () => {
        throw new RangeError('could not allocate memory') }";
    host.visitor.script(full).await;
    host.visitor.site.lets_go();
    host.until("the failure", "window.told.some((it) => it.what === 'failed')").await;
    assert!(host.sees_own_words("one").await);
    assert_eq!(host.asks_in("one", "root.querySelectorAll('.check').length").await, json!(0));
    host.ends_blocked().await;
}

async fn printed_in_a_page_it_is_dark_on_white_and_the_page_is_there(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    // A dark check on a dark screen: paper is white all the same.
    let dark = "const one = document.getElementById('one');
        one.removeAttribute('accent'); one.setAttribute('theme', 'dark')";
    host.visitor.script(dark).await;
    host.goes_all_the_way("one", &Person::plain()).await;
    let look = "(() => {
        const { color, backgroundColor } = getComputedStyle(root.querySelector('.check'));
        const shown = (name) => [...root.querySelectorAll(name)].filter((it) => it.checkVisibility()).length;
        return [color, backgroundColor, shown('h1'), shown('.result h2') > 5,
            shown('button'), shown('.result details')];
    })()";
    let screen = host.asks_in("one", look).await;
    assert_ne!(screen[4], json!(0), "{screen}");
    host.visitor.browser.cdp("Emulation.setEmulatedMedia", json!({ "media": "print" })).await;
    let paper = host.asks_in("one", look).await;
    let (ink, white) = ("rgb(26, 41, 46)", "rgb(255, 255, 255)");
    assert_eq!(paper, json!([ink, white, 1, true, 0, 0]), "on the screen {screen}");
    for around in ["h1", "#after"] {
        let shown = format!("document.querySelector('{around}').checkVisibility()");
        assert_eq!(host.asks(&shown).await, json!(true), "{around}");
    }
    // The page's own words gave way to the check; on paper too.
    assert!(!host.sees_own_words("one").await);
    let pdf = host.visitor.browser.page.print(PrintConfiguration::default()).await.unwrap();
    let sheets = String::from_utf8_lossy(&pdf).matches("/Type /Page\n").count();
    assert!((3..=6).contains(&sheets), "{sheets} sheets");
    assert_eq!(host.ends().await, NOTHING);
}
