//! The check as an element of a clinic's page.

use serde_json::json;

use crate::browser::Engine;
use crate::host::Host;

stories! {
    the_page_s_own_words_give_way_to_the_check,
    the_clinic_s_name_number_and_colour_are_its_own,
    what_is_wrong_is_told_to_the_owner_and_left_out,
    two_checks_on_a_page_are_two,
    a_move_keeps_the_answers_and_a_farewell_does_not,
    a_setting_that_changes_keeps_the_answers,
    included_twice_it_is_there_once,
    it_loads_when_somebody_comes_near_and_takes_no_focus_and_no_scroll,
    it_loads_when_somebody_gets_there_by_the_keyboard_and_leaves_them_there,
    one_file_is_enough,
    an_app_takes_it_from_npm,
    coming_and_going_leaks_nothing,
    no_style_comes_in_and_none_goes_out,
    its_marks_are_its_own,
}

const NOTHING: [&str; 0] = [];

async fn the_page_s_own_words_give_way_to_the_check(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.sees("one", ".start").await;
    assert!(!host.sees_own_words("one").await);
    assert_eq!(host.told().await, ["one ready"]);
    host.presses("one", ".start .button--primary").await;
    host.sees("one", ".page").await;
    assert_eq!(host.told().await, ["one ready", "one started warning-signs"]);
    let detail = host.asks("window.told[1].detail").await;
    assert_eq!(detail["v"], json!(1));
    assert!(host.asks("window.told.every((it) => it.composed)").await == json!(true));
    assert_eq!(host.ends().await, NOTHING);
}

async fn the_clinic_s_name_number_and_colour_are_its_own(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.sees("one", ".start").await;
    let text = host.asks_in("one", "root.querySelector('.start .clinic').textContent").await;
    let text = text.as_str().unwrap();
    for part in ["Hands & Co", "020 7946 0000", "Dr A. Example"] {
        assert!(text.contains(part), "no {part} in {text}");
    }
    let calls = host.asks_in("one", "root.querySelector('.clinic a').href").await;
    assert_eq!(calls, json!("tel:02079460000"));
    // It comes gently.
    let button =
        "document.getElementById('one').shadowRoot.querySelector('.start .button--primary')";
    host.until(
        "the colour",
        &format!("getComputedStyle({button}).backgroundColor === 'rgb(122, 31, 92)'"),
    )
    .await;
    assert_eq!(host.asks_in("one", "root.querySelector('select').value !== ''").await, json!(true));
    assert_eq!(host.ends().await, NOTHING);
}

async fn what_is_wrong_is_told_to_the_owner_and_left_out(engine: Engine) {
    let host = Host::opens(engine, "hosts/wrong.html").await;
    host.sees("one", ".start").await;
    let said = host.ends().await;
    assert_eq!(said.len(), 6, "{said:#?}");
    for name in ["lang", "region", "phone", "booking-url", "accent", "theme"] {
        let told = said.iter().filter(|it| it.contains(&format!("{name}="))).count();
        let told_escaped = said.iter().filter(|it| it.contains(&format!("{name}=\\"))).count();
        assert_eq!(told.max(told_escaped), 1, "{name} in {said:#?}");
    }
}

async fn two_checks_on_a_page_are_two(engine: Engine) {
    let host = Host::opens(engine, "hosts/two.html").await;
    host.sees("one", ".start").await;
    host.sees("two", ".start").await;
    host.presses("two", ".start .button--primary").await;
    host.sees("two", ".page").await;
    host.sees("one", ".start").await;
    let call = "root.querySelector('.call a').href";
    assert_eq!(host.asks_in("one", call).await, json!("tel:999"));
    assert_eq!(host.asks_in("two", call).await, json!("tel:911"));
    assert_eq!(host.ends().await, NOTHING);
}

async fn a_move_keeps_the_answers_and_a_farewell_does_not(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.presses("one", ".start .button--primary").await;
    host.presses("one", ".page input").await;
    host.sees("one", ".page input:checked").await;
    host.visitor
        .script("document.body.append(document.createElement('main'), document.createElement('footer'));
                 document.querySelector('main').append(document.getElementById('one'))")
        .await;
    host.sees("one", ".page input:checked").await;

    // Taken out, it is gone, and its answers; put in again it begins anew.
    host.visitor.script("window.kept = document.getElementById('one'); kept.remove()").await;
    host.until("its end", "!kept.shadowRoot.querySelector('.check')").await;
    host.visitor.script("document.body.append(kept)").await;
    host.sees("one", ".start").await;
    assert_eq!(host.asks_in("one", "root.querySelectorAll('.check').length").await, json!(1));
    assert_eq!(host.ends().await, NOTHING);
}

async fn a_setting_that_changes_keeps_the_answers(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.presses("one", ".start .button--primary").await;
    host.presses("one", ".page input").await;
    host.visitor.script("document.getElementById('one').setAttribute('region', 'US')").await;
    host.visitor.script("document.getElementById('one').removeAttribute('accent')").await;
    host.until(
        "the other number",
        "document.getElementById('one').shadowRoot.querySelector('.call a').href === 'tel:911'",
    )
    .await;
    host.sees("one", ".page input:checked").await;
    let colour = "root.querySelector('.check').style.length";
    assert_eq!(host.asks_in("one", colour).await, json!(0));
    assert_eq!(host.ends().await, NOTHING);
}

async fn included_twice_it_is_there_once(engine: Engine) {
    let host = Host::opens(engine, "hosts/twice.html").await;
    host.sees("one", ".start").await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn it_loads_when_somebody_comes_near_and_takes_no_focus_and_no_scroll(engine: Engine) {
    let host = Host::opens(engine, "hosts/far.html").await;
    std::thread::sleep(std::time::Duration::from_millis(300));
    assert!(host.sees_own_words("one").await);
    let asked = host.visitor.site.asked();
    assert!(!asked.iter().any(|it| it.contains(".wasm")), "{asked:#?}");
    host.visitor.script("scrollTo(0, 4000)").await;
    host.sees("one", ".start").await;
    assert_eq!(host.asks("[scrollY, document.activeElement.tagName]").await, json!([4000, "BODY"]));
    assert_eq!(host.ends().await, NOTHING);
}

async fn it_loads_when_somebody_gets_there_by_the_keyboard_and_leaves_them_there(engine: Engine) {
    let host = Host::opens(engine, "hosts/far.html").await;
    host.visitor.script("document.querySelector('#one a').focus({ preventScroll: true })").await;
    host.sees("one", ".start").await;
    assert_eq!(host.asks("document.activeElement.href").await, json!("tel:999"));
    assert!(host.sees_own_words("one").await);
    host.visitor.script("document.activeElement.blur()").await;
    host.until(
        "the end of the page's own words",
        "!document.querySelector('#one a').checkVisibility()",
    )
    .await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn one_file_is_enough(engine: Engine) {
    let host = Host::opens(engine, "hosts/single.html").await;
    host.sees("one", ".start").await;
    host.presses("one", ".start .button--primary").await;
    host.sees("one", ".page").await;
    let asked = host.visitor.site.asked();
    assert!(!asked.iter().any(|it| it.contains("0.1.0")), "{asked:#?}");
    assert_eq!(host.ends().await, NOTHING);
}

async fn an_app_takes_it_from_npm(engine: Engine) {
    let host = Host::opens(engine, "npm-app/index.html").await;
    host.sees("one", ".start").await;
    assert!(!host.sees_own_words("one").await);
    host.presses("one", ".start .button--primary").await;
    host.sees("one", ".page").await;
    assert_eq!(host.told().await, ["one ready", "one started warning-signs"]);
    assert_eq!(host.ends().await, NOTHING);
}

async fn coming_and_going_leaks_nothing(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.sees("one", ".start").await;
    // An app that shows the check and takes it away, a hundred times.
    let script = "(async () => {
        window.places = new Set();
        for (let turn = 0; turn < 100; turn++) {
            const check = document.createElement('sciatica-check');
            check.setAttribute('loading', 'eager');
            const ready = new Promise((then) => check.addEventListener('sciatica-check:ready', then));
            document.body.append(check);
            await ready;
            window.places.add(check.shadowRoot.querySelector('.embedded'));
            check.shadowRoot.querySelector('.start .button--primary').click();
            check.remove();
            await new Promise((gone) => setTimeout(gone));
        }
        window.done = true;
    })(); null";
    host.visitor.script(script).await;
    host.until("a hundred checks", "window.done === true").await;
    // Each took the place of the one before.
    assert_eq!(host.asks("window.places.size").await, json!(1));
    assert_eq!(
        host.asks("window.told.filter((it) => it.what === 'ready').length").await,
        json!(101)
    );
    host.sees("one", ".start").await;
    assert_eq!(host.ends().await, NOTHING);
}

async fn no_style_comes_in_and_none_goes_out(engine: Engine) {
    let host = Host::opens(engine, "hosts/hostile.html").await;
    host.sees("one", ".start .button--primary").await;
    let looks = "(() => {
        const look = (name) => getComputedStyle(root.querySelector(name));
        const check = look('.check'), heading = look('.heading');
        return [check.color, check.fontSize, check.direction, check.letterSpacing, heading.display,
            heading.textTransform, look('.button--primary').display !== 'none'];
    })()";
    // 16 px, as the reader has set it, and not 62.5 % of it; the check's text is 1.0625 of that.
    let expected = json!(["rgb(26, 41, 46)", "17px", "ltr", "normal", "block", "none", true]);
    assert_eq!(host.asks_in("one", looks).await, expected);
    let sheets = "[document.styleSheets.length, document.adoptedStyleSheets.length,
        getComputedStyle(document.querySelector('h1')).color]";
    assert_eq!(host.asks(sheets).await, json!([1, 0, "rgb(0, 255, 0)"]));
    assert_eq!(host.ends().await, NOTHING);
}

/// Another program with Yew on the page looks for its own marks on what is touched.
async fn its_marks_are_its_own(engine: Engine) {
    let host = Host::opens(engine, "hosts/plain.html").await;
    host.presses("one", ".start .button--primary").await;
    host.sees("one", ".page").await;
    let marks = "[...root.querySelectorAll('*')].flatMap((it) => Object.keys(it))
        .filter((it) => it.startsWith('__'))";
    let marks = host.asks_in("one", marks).await;
    let marks: Vec<String> = serde_json::from_value(marks).unwrap();
    assert!(!marks.is_empty(), "Yew marks what it listens to");
    for mark in marks {
        assert!(mark.starts_with("__sciatica_check_"), "{mark}");
    }
    assert_eq!(host.ends().await, NOTHING);
}
