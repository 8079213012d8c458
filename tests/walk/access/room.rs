//! There is room for everything: at every width, zoomed in, with wider spaces,
//! and for a thumb.

use crate::browser::Engine;
use crate::tour::Stop;
use crate::visitor::Visitor;

stories! { all_of_it_can_be_read_and_hit_at_every_width }

/// How large what is to be hit must be, and a link among words (WCAG 2.5.8).
const TARGET: f64 = 44.0;
const LINK: f64 = 24.0;

/// A window, the zoom in it, and whether the reader has set wider spaces (WCAG 1.4.12).
const WAYS: [(&str, (u32, u32), u32, bool); 5] = [
    ("a small phone", (320, 640), 1, false),
    ("a tablet", (768, 1024), 1, false),
    ("a desktop", (1280, 800), 1, false),
    ("400 % zoom", (1280, 1024), 4, false),
    ("wider spaces", (320, 640), 1, true),
];

/// What does not hold is gathered on the whole tour, and told at its end.
async fn all_of_it_can_be_read_and_hit_at_every_width(engine: Engine) {
    let mut visitor = Visitor::comes(engine).await;
    let mut faults = Vec::new();
    let mut measured = 0;
    visitor
        .tours(async |visitor, stop: &Stop| {
            for (way, window, zoom, spaces) in WAYS {
                visitor.browser.resize(window, zoom).await;
                visitor.sets_wider_spaces(spaces).await;
                let screen = visitor.screen().await;
                assert_eq!(screen.window, f64::from(window.0 / zoom), "{way}");
                let (controls, found) = measure(visitor).await;
                measured += controls;
                faults.extend(
                    found.into_iter().map(|fault| format!("{way}, {}: {fault}", stop.name())),
                );
            }
            visitor.sets_wider_spaces(false).await;
        })
        .await;
    println!("room, {engine:?}: {measured} controls measured, {} faults", faults.len());
    assert!(faults.is_empty(), "{} faults:\n{}", faults.len(), faults.join("\n"));
    visitor.leaves().await;
}

impl Visitor {
    /// The reader's own styles: in the page for as long as it is not loaded again.
    async fn sets_wider_spaces(&self, wider: bool) {
        let script = "
            const sheet = new CSSStyleSheet();
            sheet.replaceSync(`* {
                line-height: 1.5 !important;
                letter-spacing: 0.12em !important;
                word-spacing: 0.16em !important;
            }
            p { margin-bottom: 2em !important; }`);
            document.adoptedStyleSheets = arguments[0] ? [sheet] : [];
        ";
        self.script_of(script, vec![wider.into()]).await;
    }
}

/// How many controls there are, and what is wrong: too small to hit, out of the
/// window, or cut off.
async fn measure(visitor: &Visitor) -> (usize, Vec<String>) {
    let script = r"
        const [target, link] = arguments;
        const faults = [];
        const shown = (it) => it.checkVisibility() && !it.closest('.only-read');
        const name = (it) => [it.tagName.toLowerCase(), ...it.classList].join('.')
            + ` “${it.textContent.trim().replace(/\s+/g, ' ').slice(0, 30)}”`;
        // Half a hundredth for the arithmetic of the browser.
        const below = (size, least) => size < least - 0.005;

        const controls = [...document.querySelectorAll(
            '#check :is(a[href], button, input, select, summary)')].filter(shown);
        for (const control of controls) {
            // What belongs to a label is hit with it.
            const parts = [control, ...(control.labels ?? [])].map((it) => it.getBoundingClientRect());
            const width = Math.max(...parts.map((it) => it.right)) - Math.min(...parts.map((it) => it.left));
            const height = Math.max(...parts.map((it) => it.bottom)) - Math.min(...parts.map((it) => it.top));
            const least = getComputedStyle(control).display === 'inline' ? link : target;
            // Eleven numbers stand side by side: WCAG asks for 24.
            const narrowest = control.matches('.scale__control') ? link : least;
            if (below(height, least) || below(width, narrowest)) {
                faults.push(`${name(control)} is ${width.toFixed(1)} by ${height.toFixed(1)} px`);
            }
        }

        const { scrollWidth } = document.documentElement;
        if (scrollWidth > innerWidth) faults.push(`${scrollWidth} px wide, in a window of ${innerWidth}`);

        // Every line of text stands in the window, and in whatever would cut it off.
        const texts = document.createTreeWalker(document.querySelector('#check'), NodeFilter.SHOW_TEXT);
        const range = document.createRange();
        while (texts.nextNode()) {
            const text = texts.currentNode;
            if (!text.data.trim() || !shown(text.parentElement)) continue;
            range.selectNodeContents(text);
            const bounds = [{ left: 0, right: innerWidth, top: -Infinity, bottom: Infinity }];
            for (let box = text.parentElement; box.id !== 'check'; box = box.parentElement) {
                const { overflowX, overflowY, display } = getComputedStyle(box);
                if (display !== 'inline' && [overflowX, overflowY].some((it) => it !== 'visible')) {
                    bounds.push(box.getBoundingClientRect());
                }
            }
            const cut = [...range.getClientRects()].some((line) => bounds.some((box) =>
                line.left < box.left - 1 || line.right > box.right + 1
                || line.top < box.top - 1 || line.bottom > box.bottom + 1));
            if (cut) faults.push(`cut off: ${name(text.parentElement)}`);
        }
        return [controls.length, faults];
    ";
    let found = visitor.script_of(script, vec![TARGET.into(), LINK.into()]).await;
    serde_json::from_value(found).expect("faults")
}
