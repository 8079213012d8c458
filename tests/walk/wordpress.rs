//! WordPress as it comes, and the check in a post: put together and published by
//! the clinic, read by a visitor. `scripts/test-wordpress` sets it up.

use fantoccini::Locator;
use serde_json::{Value, json};

use crate::browser::Engine;
use crate::host::Host;
use crate::patience;
use crate::person::Person;
use crate::pictures;

stories! {
    a_post_with_the_code_from_the_form_shows_the_check_to_its_result,
}

/// Where the clinic has put the files: a folder that every WordPress has.
const FILES: &str = "wp-content/uploads/self-check";

/// WordPress, and somebody in front of it.
struct WordPress {
    host: Host,
    address: String,
}

impl WordPress {
    async fn opens(engine: Engine) -> Self {
        let address = std::env::var("SCIATICA_CHECK_WORDPRESS");
        let address = address.expect("there is no WordPress: see scripts/test-wordpress");
        Self { host: Host::opens(engine, "hosts/bare.html").await, address }
    }

    async fn goes_to(&self, page: &str) {
        let address = format!("{}/{page}", self.address);
        self.host.visitor.browser.page.goto(&address).await.expect("a page of WordPress");
    }

    async fn types(&self, field: &str, text: &str) {
        let field =
            self.host.visitor.browser.page.find(Locator::Css(field)).await.expect("a field");
        field.send_keys(text).await.unwrap();
    }

    /// The code for a part of a page, from the form that lies beside the check.
    async fn takes_the_code(&self) -> String {
        self.goes_to(&format!("{FILES}/embed.html?region=GB-ENG")).await;
        self.host.until("the codes", "document.getElementById('codes')?.hidden === false").await;
        self.types("#clinic-name", "Hands & Co").await;
        self.types("#phone", "020 7946 0000").await;
        self.types("#booking-url", "https://clinic.example/book").await;
        let region = "const region = document.getElementById('region');
            region.value = 'GB-ENG'; region.dispatchEvent(new Event('change', { bubbles: true }))";
        self.host.visitor.script(region).await;
        let code = "document.querySelector('[data-code=element] code').textContent";
        self.host.until("the whole code", &format!("{code}.includes('GB-ENG')")).await;
        let code = self.host.asks(code).await;
        let code = code.as_str().unwrap().to_owned();
        for part in ["integrity=\"sha384-", "Hands &amp; Co", "clinic.example/book"] {
            assert!(code.contains(part), "no {part} in {code}");
        }
        code
    }

    /// As the steps on that page say: the block “Custom HTML”, in WordPress' own editor.
    async fn publishes(&self, code: &str) -> String {
        self.goes_to("wp-login.php").await;
        // Filled in at one go: that page moves the focus by itself, also away from somebody who types.
        let filled_in = "document.getElementById('user_login').value = 'owner';
            document.getElementById('user_pass').value = 'password';
            document.getElementById('wp-submit').click()";
        self.host.visitor.script(filled_in).await;
        self.host.until("the way in", "!!document.getElementById('wpadminbar')").await;
        self.goes_to("wp-admin/post-new.php").await;
        let editor = "!!window.wp?.data?.select('core/editor')?.getCurrentPostId?.()
            && !!wp.blocks.getBlockType('core/html')";
        self.host.until("the editor", editor).await;
        let publish = "const [code, done] = arguments;
            const post = wp.data.dispatch('core/editor');
            wp.data.dispatch('core/block-editor').insertBlocks([
                wp.blocks.createBlock('core/paragraph', { content: 'Is it sciatica, and can we help?' }),
                wp.blocks.createBlock('core/html', { content: code }),
                wp.blocks.createBlock('core/paragraph', { content: 'Our rooms are on the ground floor.' }),
            ]);
            post.editPost({ title: 'Check your back pain', status: 'publish' });
            post.savePost().then(() => done(wp.data.select('core/editor').getPermalink()),
                (error) => done(String(error)));";
        let page = &self.host.visitor.browser.page;
        let link = page.execute_async(publish, vec![json!(code)]).await.expect("a post");
        // The visitor is nobody that WordPress knows. The editor is left first: an answer that is on
        // its way to it would make us known again.
        self.goes_to(&format!("{FILES}/embed.html")).await;
        let unknown = patience::until(async || {
            page.delete_all_cookies().await.unwrap();
            page.get_all_cookies().await.unwrap().is_empty()
        });
        assert!(unknown.await, "WordPress still knows us");
        link.as_str().expect("the address of the post").to_owned()
    }
}

async fn a_post_with_the_code_from_the_form_shows_the_check_to_its_result(engine: Engine) {
    let clinic = WordPress::opens(engine).await;
    let code = clinic.takes_the_code().await;
    let post = clinic.publishes(&code).await;
    let WordPress { host, address } = clinic;
    assert!(post.starts_with(&address), "{post}");

    host.visitor.browser.page.goto(&post).await.unwrap();
    // The element has no id in the code that clinics get.
    let named = "!!Object.assign(document.querySelector('sciatica-check'), { id: 'one' })";
    host.until("the element", named).await;
    assert_eq!(host.asks("!!document.getElementById('wpadminbar')").await, json!(false));
    host.visitor.script("document.getElementById('one').scrollIntoView()").await;
    host.sees("one", ".start").await;
    assert!(!host.sees_own_words("one").await);
    if engine == Engine::Chromium {
        takes_pictures(&host, "start").await;
    }
    host.has_all_of("one").await;
    let (asked, kept) = (asked_and_kept(&host).await, "asked for or kept on the way");
    host.goes_all_the_way("one", &Person::plain()).await;
    assert_eq!(asked_and_kept(&host).await, asked, "{kept}");
    let books = host.asks_in("one", "root.querySelector('.result .clinic a').href").await;
    assert_eq!(books, json!("https://clinic.example/book"));
    if engine == Engine::Chromium {
        takes_pictures(&host, "result").await;
    }
    // The console is read on a page of ours.
    host.visitor.browser.page.goto(&host.visitor.site.check("hosts/bare.html")).await.unwrap();
    let said = host.ends().await;
    assert!(!said.iter().any(|it| it.contains("sciatica-check")), "{said:#?}");
}

/// WordPress itself tries which emoji a browser has, whenever it comes to it, notes that, and may
/// fetch a script of its own for them.
async fn asked_and_kept(host: &Host) -> Value {
    let script = "[performance.getEntriesByType('resource').map((it) => it.name),
        Object.keys(localStorage), Object.keys(sessionStorage)]
        .map((all) => all.filter((it) => !/wp-includes|^wpEmoji/.test(it))).concat(document.cookie)";
    host.asks(script).await
}

async fn takes_pictures(host: &Host, name: &str) {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("target/pictures");
    std::fs::create_dir_all(&folder).unwrap();
    for width in [1280, 390] {
        host.visitor.browser.resize((width, 900), 1).await;
        let picture = pictures::picture_of(&host.visitor, width).await;
        std::fs::write(folder.join(format!("wordpress-{name}-{width}.png")), picture).unwrap();
    }
}
