//! What a browser keeps, and what leaves the page: nothing that nobody asked for.

use crate::source::{PAGES, code, nothing_names, rust, sources};

/// The script that keeps the check's own files, for a time without a network.
const OFFLINE: &str = "src/embed/offline/worker.ts";

/// The scripts that fetch the files of the check, before it starts.
const FETCHES: [&str; 3] = ["src/embed/early.ts", "src/embed/failure.ts", "src/embed/load.ts"];

/// The one place that names what the browser keeps, and who may use it.
const KEEPS: &str = "src/view/storage/local.rs";
const ASKS: &str = "src/view/storage/mod.rs";
/// The one that looks whether there is something, by its name.
const LOOKS: &str = "src/embed/stays.ts";

#[test]
fn nothing_is_stored_unless_asked_and_nothing_is_sent() {
    let forbidden = [
        "localStorage",
        "local_storage",
        "sessionStorage",
        "session_storage",
        "cookie",
        "indexedDB",
        "fetch(",
        "XmlHttpRequest",
        "XMLHttpRequest",
        "WebSocket",
        "sendBeacon",
        "send_beacon",
        "EventSource",
    ];
    let mut all = sources("src");
    all.extend(PAGES.iter().flat_map(|page| sources(page)));
    nothing_names(&all, &forbidden, |source| match source.path.as_str() {
        OFFLINE => {
            let ours = ["fetch(PAGE, { cache: 'no-cache' })", "fetch(event.request)"];
            ours.iter().fold(source.text.clone(), |text, it| text.replace(it, ""))
        }
        path if FETCHES.contains(&path) => source.text.replace("fetch(url", ""),
        KEEPS => source.text.replace("localStorage", "").replace("local_storage", ""),
        LOOKS => source.text.replace("Object.keys(localStorage)", ""),
        _ => source.text.clone(),
    });
    // What these fetch is a file; nothing goes along with the request.
    for path in FETCHES {
        let text = &sources(path)[0].text;
        assert!(text.contains("fetch(url"), "{path} is on the list for nothing");
        for sends in ["method", "body", "headers:", "keepalive", "searchParams", "postMessage"] {
            assert!(!text.contains(sends), "{path}: {sends}");
        }
    }
    // The check's own files are kept by what the site has under a name known when it was built: never
    // by what a visitor's browser asked for, so that no parameter of an address is in it.
    for source in &all {
        for word in ["caches", "CacheStorage"] {
            let names = source.path.ends_with(".ts") && source.text.contains(word);
            assert!(!names || source.path == OFFLINE, "{}: {word}", source.path);
        }
    }
    let offline = &sources(OFFLINE)[0].text;
    assert_eq!(offline.matches("cache.put(PAGE, await page())").count(), 1);
    assert_eq!(offline.matches(".put(").count() + offline.matches(".add").count(), 5, "and addAll");
    // A thing is kept by a call of a button's, or a file's that a person has chosen.
    let naming = |name: &str| -> Vec<String> {
        let view = rust("src/view").into_iter().filter(|it| code(it).contains(name));
        view.map(|it| it.path).collect()
    };
    assert_eq!(naming("local_storage()"), [KEEPS]);
    assert_eq!(naming("local::open"), [ASKS]);
    assert_eq!(naming("record::keep("), [ASKS]);
    assert_eq!(code(&sources(ASKS)[0]).matches("record::keep(").count(), 2, "keep, and import");
    let opened: String = code(&sources(ASKS)[0]);
    let opened = opened.split("pub fn use_storage").nth(1).unwrap().split("impl Storage").next();
    assert!(!opened.unwrap().contains("keep("), "something is kept before anybody asks");
}

/// The scripts that speak to another page: of the height of a frame.
const FRAMES: [&str; 2] = ["src/embed/frame.ts", "src/embed/framed.ts"];

#[test]
fn only_a_frame_speaks_to_another_page_and_of_its_height_alone() {
    for source in sources("src") {
        let speaks =
            source.text.contains("postMessage") || source.text.contains("BroadcastChannel");
        assert_eq!(speaks, FRAMES.contains(&source.path.as_str()), "{}", source.path);
        // To one origin, and never to whoever listens.
        let sends: Vec<&str> = source.text.split("postMessage(").skip(1).collect();
        for sent in sends {
            let sent = sent.split(';').next().unwrap();
            assert!(["size, host)", "hello, origin(frame))"].contains(&sent), "{sent}");
        }
    }
    let framed = &sources("src/embed/framed.ts")[0].text;
    let size = framed.split("interface Size").nth(1).unwrap().split("\n}").next().unwrap();
    let fields = size.lines().filter(|it| !it.contains("/**")).filter(|it| it.contains(": "));
    let fields: Vec<&str> = fields.map(str::trim).collect();
    assert_eq!(fields, ["height: number;", "heading?: number;"]);
}
