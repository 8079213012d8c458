//! The owner of a clinic puts a snippet together, and it does what they saw.

use std::path::Path;

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::Engine;
use crate::host::Host;
use crate::patience;
use crate::site::Helper;
use crate::visitor::{Visit, Visitor};

stories! {
    the_code_for_a_part_of_a_page_shows_the_check_as_it_was_set,
    the_code_for_a_single_file_shows_the_check_as_it_was_set,
    the_code_for_a_frame_shows_the_check_as_it_was_set,
    the_preview_follows_what_is_typed,
    what_is_wrong_is_told_beside_its_field_and_left_out,
    the_contrast_is_told_by_day_and_by_night,
    what_is_copied_is_what_stands_there_and_it_is_said,
    the_files_may_be_anywhere_and_their_address_breaks_nothing,
    a_narrow_screen_shows_all_of_it,
}

/// What nobody is called, and what must mean nothing to a page.
const NAME: &str = r#""><script>window.broken = 1</script> & 'Co' [gallery] <b"#;
const SETTINGS: [(&str, &str); 4] = [
    ("clinic-name", NAME),
    ("phone", "+44 (20) 7946-0000"),
    ("booking-url", "https://clinic.example/?a=\"b\"&c=<d>&amp;e='"),
    ("reviewed-by", "Dr “A.” & B"),
];

fn record() -> Helper {
    ("record.js", include_bytes!("../hosts/record.js").to_vec())
}

/// The owner, in front of the form.
struct Owner(Host);

impl Owner {
    async fn comes(engine: Engine, window: (u32, u32)) -> Self {
        let visit = Visit { query: "embed.html", window, helpers: &[record], ..Visit::by(engine) };
        let host = Host { visitor: Visitor::opens(visit).await };
        host.until("the codes", "!document.getElementById('codes').hidden").await;
        host.until(
            "the preview",
            "!!document.querySelector('sciatica-check').shadowRoot.querySelector('.start')",
        )
        .await;
        Self(host)
    }

    /// Types into a field, and leaves it.
    async fn types(&self, name: &str, text: &str) {
        let selector = format!("#{name}");
        let field = self.0.visitor.browser.page.find(Locator::Css(&selector)).await.unwrap();
        field.clear().await.unwrap();
        // Nothing is typed in no keys.
        if text.is_empty() {
            return self.chooses(name, "").await;
        }
        field.send_keys(text).await.unwrap();
        self.0.visitor.script(&format!("document.getElementById('{name}').blur()")).await;
    }

    async fn chooses(&self, name: &str, value: &str) {
        let script = "const field = document.getElementById(arguments[0]);
            field.value = arguments[1];
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }))";
        self.0.visitor.script_of(script, vec![json!(name), json!(value)]).await;
    }

    /// Sets all that can be set.
    async fn fills_it_in(&self) {
        for (name, value) in SETTINGS {
            self.types(name, value).await;
        }
        self.chooses("region", "GB-ENG").await;
        self.chooses("theme", "light").await;
        self.types("accent", "#7a1f5c").await;
    }

    async fn reads(&self, code: &str) -> String {
        let script = format!("document.querySelector('[data-code={code}] code').textContent");
        let text = self.0.asks(&script).await;
        text.as_str().unwrap().to_owned()
    }

    /// Puts a snippet into a page that has the policy of that snippet and no other.
    async fn puts_on_a_page(self, code: &str) -> Host {
        let snippet = self.reads(code).await;
        let policy = self.reads(&format!("{code}-policy")).await;
        let policy = format!("default-src 'none'; img-src data:; {policy}");
        // The recorder is not a part of the snippet.
        let policy = match policy.contains("script-src") {
            true => policy,
            false => format!("{policy}; script-src 'self'"),
        };
        let page = format!(
            "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"><title>A clinic</title>\
             <link rel=\"icon\" href=\"data:,\"></head><body>\n{snippet}\n<p>Below.</p></body></html>"
        );
        let host = self.0;
        assert_eq!(host.asks("window.blocked").await, json!([]), "blocked on the builder's page");
        let said = host.visitor.browser.console().await;
        only_of_the_colour(said.into_iter().map(|it| it.text).collect());
        let site = &host.visitor.site;
        site.adds("clinic.html", policy, page);
        let address = site.check("clinic.html");
        host.visitor.browser.page.goto(&address).await.unwrap();
        host
    }
}

/// The element is what was set, and nothing came out of it.
async fn is_as_it_was_set(host: Host) {
    host.until(
        "the check",
        "!!document.querySelector('sciatica-check')?.shadowRoot?.querySelector('.start')",
    )
    .await;
    for (name, value) in SETTINGS {
        let set = format!("document.querySelector('sciatica-check').getAttribute('{name}')");
        assert_eq!(host.asks(&set).await, json!(value), "{name}");
    }
    let shown =
        "document.querySelector('sciatica-check').shadowRoot.querySelector('.clinic').textContent";
    let shown = host.asks(shown).await;
    assert!(shown.as_str().unwrap().contains(NAME), "{shown}");
    let accent = "getComputedStyle(document.querySelector('sciatica-check').shadowRoot
        .querySelector('.check')).getPropertyValue('--accent-light').trim()";
    assert_eq!(host.asks(accent).await, json!("#7a1f5c"));
    // The emergency words between the tags, with the region's number.
    let call = host.asks("document.querySelector('sciatica-check > p > a').href").await;
    assert_eq!(call, json!("tel:999"));
    nothing_broke_out(&host).await;
    assert_eq!(host.ends().await, Vec::<String>::new());
}

/// The element in the preview may say that a colour, also one that is half typed,
/// is shown as another one. Nothing else may be said.
fn only_of_the_colour(said: Vec<String>) {
    assert!(said.iter().all(|it| it.contains("accent=") && it.contains("shown as")), "{said:#?}");
}

async fn nothing_broke_out(host: &Host) {
    assert_eq!(host.asks("window.broken ?? null").await, Value::Null);
    let body = "[...document.body.children].map((it) => it.localName).sort().join(' ')";
    let body = host.asks(body).await;
    let known = ["p sciatica-check script", "iframe p script", "iframe p"];
    assert!(known.contains(&body.as_str().unwrap()), "{body}");
}

async fn the_code_for_a_part_of_a_page_shows_the_check_as_it_was_set(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    // All of the preview.
    let site = &owner.0.visitor.site;
    let all = async || site.asked().iter().any(|it| it.ends_with("/rest.wasm"));
    assert!(patience::until(all).await, "{:#?}", site.asked());
    let before = site.asked();
    owner.fills_it_in().await;
    assert_eq!(owner.0.visitor.site.asked(), before, "what is typed leaves the page");
    is_as_it_was_set(owner.puts_on_a_page("element").await).await;
}

async fn the_code_for_a_single_file_shows_the_check_as_it_was_set(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    owner.fills_it_in().await;
    is_as_it_was_set(owner.puts_on_a_page("single").await).await;
}

async fn the_code_for_a_frame_shows_the_check_as_it_was_set(engine: Engine) {
    for (code, fits) in [("frame", true), ("fixed", false)] {
        let owner = Owner::comes(engine, (1280, 800)).await;
        owner.fills_it_in().await;
        let host = owner.puts_on_a_page(code).await;
        let inside = "document.querySelector('iframe').contentDocument";
        host.until(
            "the check",
            &format!("!!{inside}?.querySelector('#check:not([hidden]) .clinic')"),
        )
        .await;
        let shown = host.asks(&format!("{inside}.querySelector('.clinic').textContent")).await;
        assert!(shown.as_str().unwrap().contains(NAME), "{shown}");
        let call = host.asks(&format!("{inside}.querySelector('.call a').href")).await;
        assert_eq!(call, json!("tel:999"));
        let height = format!(
            "document.querySelector('iframe').clientHeight === {}",
            if fits {
                format!("Math.ceil({inside}.body.getBoundingClientRect().height)")
            } else {
                "800".to_owned()
            }
        );
        host.until("the height", &height).await;
        nothing_broke_out(&host).await;
        let mut said = host.ends().await;
        // What a frame may copy is asked for; Firefox does not know that, and needs no asking.
        said.retain(|it| engine != Engine::Firefox || !it.contains("clipboard-write"));
        assert_eq!(said, Vec::<String>::new());
    }
}

async fn the_preview_follows_what_is_typed(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    let shows = |text: &str| {
        format!(
            "document.querySelector('sciatica-check').shadowRoot.textContent.includes({})",
            json!(text)
        )
    };
    owner.types("clinic-name", "Hands & Co").await;
    owner.0.until("the name", &shows("Hands & Co")).await;
    owner.chooses("region", "US").await;
    owner.0.until("the number", &shows("Call 911")).await;
    // What somebody does in the preview stays.
    owner.0.asks("document.querySelector('sciatica-check').shadowRoot.querySelector('.start .button--primary').click()").await;
    let page = "!!document.querySelector('sciatica-check').shadowRoot.querySelector('.page')";
    owner.0.until("a page", page).await;
    owner.types("clinic-name", "").await;
    assert_eq!(
        owner.0.asks("document.querySelector('sciatica-check').hasAttribute('clinic-name')").await,
        json!(false)
    );
    owner.0.until("the page still", page).await;
    assert_eq!(owner.0.ends().await, Vec::<String>::new());
}

async fn what_is_wrong_is_told_beside_its_field_and_left_out(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    for (name, wrong, expected, right) in [
        (
            "booking-url",
            "javascript:alert(1)",
            "an https:, tel: or mailto: address",
            "https://clinic.example",
        ),
        ("phone", "call us", "a number to dial", "020 7946 0000"),
        ("accent", "mauve", "#rrggbb", "#036"),
    ] {
        owner.types(name, wrong).await;
        let told = format!("document.getElementById('{name}-wrong')");
        let text = owner.0.asks(&format!("{told}?.textContent ?? ''")).await;
        assert!(text.as_str().unwrap().contains(expected), "{name}: {text}");
        let field = format!("document.getElementById('{name}')");
        let read = format!(
            "{field}.getAttribute('aria-invalid') === 'true'
             && {field}.getAttribute('aria-describedby').split(' ').includes('{name}-wrong')
             && {field}.closest('.builder__field') === {told}.closest('.builder__field')"
        );
        assert_eq!(owner.0.asks(&read).await, json!(true), "{name}");
        for code in ["element", "frame", "fixed", "single", "npm", "address"] {
            let text = owner.reads(code).await;
            assert!(!text.contains(name), "{code}: {text}");
        }
        owner.types(name, right).await;
        assert_eq!(owner.0.asks(&told).await, Value::Null, "{name}");
        assert_eq!(
            owner.0.asks(&format!("{field}.hasAttribute('aria-invalid')")).await,
            json!(false)
        );
        assert!(owner.reads("element").await.contains(&format!("{name}=\"{right}\"")), "{name}");
    }
    only_of_the_colour(owner.0.ends().await);
}

async fn the_contrast_is_told_by_day_and_by_night(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    owner.types("accent", "#ffcc00").await;
    let told = owner
        .0
        .asks("[...document.querySelectorAll('#contrast p')].map((it) => it.textContent)")
        .await;
    let [day, night] = told.as_array().unwrap().as_slice() else { panic!("{told}") };
    let (day, night) = (day.as_str().unwrap(), night.as_str().unwrap());
    // WCAG counts 1.51 and 11.2.
    assert!(day.contains("On light paper") && day.contains("contrast of 1.5 to 1"), "{day}");
    assert!(night.contains("On dark paper") && night.contains("stays as it is"), "{night}");
    assert!(night.contains("contrast is 11."), "{night}");
    // It is the colour that the check shows.
    let light = "document.querySelector('sciatica-check').shadowRoot.querySelector('.check')
        .style.getPropertyValue('--accent-light')";
    let shown = owner.0.asks(light).await;
    assert!(day.contains(&format!("shown as {}, with", shown.as_str().unwrap())), "{day}, {shown}");
    let contrast = day.split("with ").nth(1).and_then(|it| it.split(' ').next());
    assert!(contrast.unwrap().parse::<f32>().unwrap() >= 4.5, "{day}");
    // And without a colour there is nothing to tell.
    owner.types("accent", "").await;
    assert_eq!(owner.0.asks("document.getElementById('contrast').textContent").await, json!(""));
    only_of_the_colour(owner.0.ends().await);
}

async fn what_is_copied_is_what_stands_there_and_it_is_said(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    owner.types("clinic-name", "Hands & Co").await;
    let code = owner.reads("element").await;
    let place = "document.querySelector('[data-code=element]')";
    let said = format!("{place}.querySelector('[role=status]').textContent");
    // A clipboard of the test's own: what is on the real one cannot be asked.
    let lend =
        "Object.defineProperty(navigator, 'clipboard', { configurable: true, value: { writeText: ";
    owner
        .0
        .visitor
        .script(&format!("{lend} async (text) => {{ window.copied = text; }} }} }})"))
        .await;
    let name = owner.0.visitor.finds("[data-code=element] button").await;
    assert_eq!(
        owner.0.visitor.browser.name(name.element_id().as_ref()).await,
        "Copy the code for a part of your page"
    );
    name.click().await.unwrap();
    owner.0.until("the word", &format!("{said} === 'Copied.'")).await;
    assert_eq!(owner.0.asks("window.copied").await, json!(code));
    // Another code is not the one that was copied.
    owner.types("clinic-name", "Hands").await;
    assert_eq!(owner.0.asks(&said).await, json!(""));
    // Where the browser refuses, the text is selected.
    owner.0.visitor.script(&format!("{lend} () => Promise.reject(new Error('no')) }} }})")).await;
    name.click().await.unwrap();
    owner.0.until("the way out", &format!("{said}.includes('selected')")).await;
    assert_eq!(owner.0.asks("String(getSelection())").await, json!(owner.reads("element").await));
    assert_eq!(owner.0.ends().await, Vec::<String>::new());
}

async fn the_files_may_be_anywhere_and_their_address_breaks_nothing(engine: Engine) {
    let owner = Owner::comes(engine, (1280, 800)).await;
    // As it is, the package is where the command says.
    let command = owner.reads("npm-install").await;
    let status = format!(
        "fetch('{}').then((it) => {{ window.status_ = it.status }})",
        command.split(' ').next_back().unwrap()
    );
    owner.0.visitor.script(&format!("{status}; return null")).await;
    owner.0.until("the package", "window.status_ === 200").await;

    owner.types("folder", "https://files.example/a b/$(x);'\"</embed.html").await;
    let folder = "https://files.example/a%20b/%24%28x%29%3B%27%22%3C/";
    let install = owner.reads("npm-install").await;
    assert!(install.starts_with(&format!("npm install {folder}")), "{install}");
    assert!(owner.reads("element").await.contains(&format!("src=\"{folder}")));
    let policy =
        "script-src https://files.example 'wasm-unsafe-eval'; connect-src https://files.example";
    assert_eq!(owner.reads("element-policy").await, policy);

    for wrong in ["here", "javascript:alert(1)", "https://a;b/", "https://a'b/"] {
        owner.types("folder", wrong).await;
        let told = owner.0.asks("document.getElementById('folder-wrong')?.textContent ?? ''").await;
        assert!(told.as_str().unwrap().contains("the address of a folder"), "{wrong}: {told}");
        let own = owner.0.visitor.site.check("");
        assert!(owner.reads("fixed").await.contains(&own), "{wrong}");
    }
    assert_eq!(owner.0.ends().await, Vec::<String>::new());
}

async fn a_narrow_screen_shows_all_of_it(engine: Engine) {
    for width in [320, 1280] {
        let owner = Owner::comes(engine, (width, 800)).await;
        owner.fills_it_in().await;
        let open = "document.querySelectorAll('details').forEach((it) => (it.open = true))";
        owner.0.visitor.script(open).await;
        let wide = "document.documentElement.scrollWidth <= document.documentElement.clientWidth";
        assert_eq!(owner.0.asks(wide).await, json!(true), "{width}");
        if engine == Engine::Chromium {
            let folder =
                Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures-of-the-builder");
            std::fs::create_dir_all(&folder).unwrap();
            for (name, theme) in crate::pictures::THEMES {
                owner.0.visitor.browser.dress(theme).await;
                let taken = crate::pictures::picture_of(&owner.0.visitor, width).await;
                std::fs::write(folder.join(format!("{width}.{name}.png")), taken).unwrap();
            }
        }
        only_of_the_colour(owner.0.ends().await);
    }
}
