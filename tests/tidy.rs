//! The rules of the house that no compiler knows: what each layer may name,
//! where words and colours live, and what must never stand in the sources.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)] // A test fails loudly.

use std::collections::BTreeSet;
use std::path::Path;

use sciatica_check::content;
use sciatica_check::content::compile::{compile, read};

/// The pages: the check's own, and the one for who puts it on theirs.
const PAGES: [&str; 2] = ["index.html", "embed.html"];

/// A text file of the project, by its path from the project's folder.
struct Source {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text files below a folder or at a path, in order.
fn sources(at: &str) -> Vec<Source> {
    const BUILT: [&str; 5] = [".git", "target", "dist", "node_modules", "Cargo.lock"];
    let path = root().join(at);
    if path.is_file() {
        // A file that is no text has no words to check.
        let text = std::fs::read_to_string(&path).unwrap_or_default();
        return vec![Source { path: at.to_owned(), text }];
    }
    let entries = std::fs::read_dir(&path).unwrap_or_else(|error| panic!("{at}: {error}"));
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.retain(|name| !BUILT.contains(&name.as_str()));
    names.sort();
    let inside = |name: String| if at.is_empty() { name } else { format!("{at}/{name}") };
    names.into_iter().flat_map(|name| sources(&inside(name))).collect()
}

fn rust(at: &str) -> Vec<Source> {
    let mut sources = sources(at);
    sources.retain(|source| source.path.ends_with(".rs"));
    assert!(!sources.is_empty(), "no code in {at}");
    sources
}

fn all(places: &[&str]) -> Vec<Source> {
    places.iter().flat_map(|place| rust(place)).collect()
}

/// The part of a Rust file that is compiled into the product: all before its
/// tests, and nothing of a file that is there for tests only.
fn product(source: &Source) -> &str {
    if source.path.ends_with("/tests.rs") || source.path.ends_with("/test_support.rs") {
        return "";
    }
    source.text.split("#[cfg(test)]\nmod tests").next().unwrap_or_default()
}

/// Rust code cut into what is code and what stands in quotes; comments are gone.
fn lexed(text: &str) -> (String, Vec<String>) {
    let (mut code, mut literals) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if first == '"' {
            let length = quoted(rest);
            literals.push(rest[1..length - 1].to_owned());
            code.push_str("\"\"");
            length
        } else if rest.starts_with("'\"'") || rest.starts_with("'\\'") {
            3 // A quotation mark, or the start of an escape, as a single letter.
        } else {
            code.push(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    (code, literals)
}

/// The length of the string that a text begins with.
fn quoted(text: &str) -> usize {
    let mut escaped = false;
    for (at, letter) in text.char_indices().skip(1) {
        match letter {
            '"' if !escaped => return at + 1,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    text.len()
}

fn code(source: &Source) -> String {
    lexed(product(source)).0
}

fn literals(source: &Source) -> Vec<String> {
    lexed(product(source)).1
}

/// No source contains any of these.
#[track_caller]
fn nothing_names(sources: &[Source], names: &[&str], text_of: impl Fn(&Source) -> String) {
    let mut found = Vec::new();
    for source in sources {
        let text = text_of(source);
        found.extend(
            names.iter().filter(|name| text.contains(**name)).map(|name| (&source.path, *name)),
        );
    }
    assert!(found.is_empty(), "{found:#?}");
}

/// The words of a list of classes, or of the like.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split_whitespace()
}

// --- What each layer may name ------------------------------------------------------

#[test]
fn the_model_and_the_engine_know_no_browser_clock_chance_or_file() {
    let sources = all(&["src/model", "src/engine"]);
    let forbidden = [
        "yew",
        "web_sys",
        "js_sys",
        "wasm_bindgen",
        "gloo",
        "std::time",
        "std::fs",
        "std::env",
        "std::io",
        "std::net",
        "std::process",
        "std::thread",
        "include_str",
        "rand::",
        "HashMap",
        "HashSet",
        "SystemTime",
        "Instant",
        "static mut",
        "thread_local",
        "println!",
        "crate::view",
        "crate::content",
        "crate::embed",
        "crate::wire",
    ];
    nothing_names(&sources, &forbidden, code);
}

#[test]
fn the_model_does_not_know_what_follows_from_it() {
    nothing_names(&rust("src/model"), &["crate::engine", "super::super::engine"], code);
}

#[test]
fn the_view_neither_compiles_content_nor_reads_json() {
    let forbidden =
        ["content::compile", "crate::wire", "serde_json", "crate::embed", "std::fs", "std::env"];
    nothing_names(&rust("src/view"), &forbidden, code);
}

#[test]
fn the_compiler_of_the_content_knows_the_model_only() {
    let forbidden =
        ["crate::engine", "crate::view", "crate::embed", "crate::wire", "yew", "web_sys"];
    nothing_names(&rust("src/content/compile"), &forbidden, code);
}

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

/// The script that keeps the check's own files, for a time without a network.
const OFFLINE: &str = "src/embed/offline/worker.ts";

/// The scripts that fetch the files of the check, before it starts.
const FETCHES: [&str; 3] = ["src/embed/early.ts", "src/embed/failure.ts", "src/embed/load.ts"];

#[test]
fn no_code_speaks_of_a_question_or_a_rule_by_its_name() {
    let guide = content::guide().unwrap();
    let ids: BTreeSet<&str> = guide
        .questions
        .iter()
        .map(|question| question.id.as_str())
        .chain(guide.rules.iter().map(|rule| rule.id.as_str()))
        .collect();
    let mut found = Vec::new();
    for source in all(&["src/view", "src/engine", "src/embed"]) {
        found.extend(
            literals(&source)
                .into_iter()
                .filter(|it| ids.contains(it.as_str()))
                .map(|it| (source.path.clone(), it)),
        );
    }
    assert!(found.is_empty(), "{found:?}");
}

// --- Where words live ----------------------------------------------------------------

/// Two words side by side in the code that are no sentence for a visitor.
const NO_SENTENCES: [&str; 2] = [
    "noopener noreferrer",                 // The value of an attribute.
    "the compiled content cannot be read", // For the console: the page shows its own words.
];

#[test]
fn no_sentence_stands_in_the_code() {
    let classes = given();
    let mut found = Vec::new();
    for source in rust("src") {
        // These speak to whoever builds the check, or puts it on a page.
        let elsewhere = [
            "src/content/compile/",
            "src/wire/",
            "src/proof/",
            "src/main.rs",
            "src/embed/settings.rs",
        ];
        if elsewhere.iter().any(|path| source.path.starts_with(path)) {
            continue;
        }
        for literal in literals(&source) {
            let spoken = words(&literal).filter(|it| it.starts_with(char::is_alphabetic)).count();
            let class_list = words(&literal).all(|it| classes.contains(it));
            if spoken >= 2 && !class_list && !NO_SENTENCES.contains(&literal.as_str()) {
                found.push((source.path.clone(), literal));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_phrase_of_the_interface_is_used() {
    let compiled = compile(read(&root().join("content")).unwrap());
    let Ok(compiled) = compiled else { panic!("the content does not compile") };
    let places = [rust("src/view"), rust("src/handover")];
    let view: String = places.iter().flatten().map(code).collect();
    let names: BTreeSet<&str> = view
        .split("phrase::")
        .skip(1)
        .map(|rest| rest.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap())
        .collect();
    let unused = compiled.phrases.keys().filter(|name| !names.contains(name.as_str()));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new(), "said nowhere");
}

// --- What must never stand there -----------------------------------------------------

#[test]
fn nothing_that_a_strict_content_policy_blocks() {
    let forbidden = [
        "style=",
        "innerHTML",
        "inner_html",
        "outerHTML",
        "outer_html",
        "from_html_unchecked",
        "insertAdjacentHTML",
        "document.write",
        "eval(",
        "<style",
        "<script",
    ];
    nothing_names(&rust("src"), &forbidden, code);
    nothing_names(&sources("src/embed"), &forbidden, |source| source.text.clone());
    for path in PAGES {
        let page = &sources(path)[0].text;
        assert!(!page.contains("style=") && !page.contains("<style"), "inline styles");
        for rest in page.split(" on").skip(1) {
            let end = rest.find(|it: char| !it.is_alphabetic()).unwrap_or(rest.len());
            assert!(!rest[end..].starts_with("=\""), "an inline handler: on{rest:.20}");
        }
        for script in page.split("<script").skip(1) {
            let (opening, rest) = script.split_once('>').unwrap();
            assert!(opening.contains("src=") && rest.starts_with("</script>"), "inline: {script}");
        }
    }
}

#[test]
fn nothing_in_the_product_can_panic_or_waits_to_be_written() {
    let forbidden = [
        "unwrap(",
        "expect(",
        "panic!",
        "unreachable!",
        "unimplemented!",
        "todo!",
        "dbg!",
        "assert!",
        "assert_eq!",
        "unsafe ",
    ];
    nothing_names(&rust("src"), &forbidden, code);
    // Spelt in two halves, so that this list does not find itself.
    let later = [["TO", "DO"].concat(), ["FIX", "ME"].concat(), ["todo", "!("].concat()];
    let later = later.each_ref().map(String::as_str);
    nothing_names(&sources(""), &later, |source| source.text.clone());
}

#[test]
fn every_file_of_the_code_says_what_it_is_and_stays_short() {
    const MOST_LINES: usize = 300;
    for source in rust("src") {
        assert!(source.text.starts_with("//! "), "{} does not say what it is", source.path);
        let lines = source.text.lines().count();
        assert!(lines <= MOST_LINES, "{} has {lines} lines", source.path);
    }
    for source in sources("src/embed").iter().filter(|it| it.path.ends_with(".ts")) {
        assert!(source.text.starts_with("// "), "{} does not say what it is", source.path);
        assert!(source.text.lines().count() <= MOST_LINES, "{} is long", source.path);
    }
    for source in all(&["tests", "benches", "build.rs"]) {
        assert!(source.text.starts_with("//! "), "{} does not say what it is", source.path);
    }
}

#[test]
fn nothing_names_the_machine_that_it_was_made_on() {
    let folders = ["work", "root", "home", "Users"].map(|folder| format!("/{folder}/"));
    let mut found = Vec::new();
    for source in sources("") {
        for (folder, (at, _)) in
            folders.iter().flat_map(|it| source.text.match_indices(it).map(move |hit| (it, hit)))
        {
            // A folder of this name below another one is no path of a machine.
            if !source.text[..at].ends_with(|it: char| it.is_alphanumeric() || it == '}') {
                found.push((source.path.clone(), folder));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn tools_and_code_name_no_address_but_these() {
    // The last three are names, in FHIR and of SVG, that look like addresses; nothing is fetched
    // from them.
    const KNOWN: [&str; 6] =
        ["127.0.0.1", "localhost", "www.rust-lang.org", "loinc.org", "hl7.org", "www.w3.org"];
    let places = [
        "scripts",
        ".ci",
        "Makefile",
        "Cargo.toml",
        "Trunk.toml",
        "build.rs",
        "src",
        "styles",
        "benches",
        "index.html",
        "embed.html",
    ];
    let mut found = Vec::new();
    for source in places.iter().flat_map(|place| sources(place)) {
        for rest in source.text.split("://").skip(1) {
            let host: String =
                rest.chars().take_while(|it| it.is_alphanumeric() || ".-".contains(*it)).collect();
            // A name that is reserved for examples is nobody's.
            let example = host.ends_with(".example");
            if !host.is_empty() && !example && !KNOWN.contains(&host.as_str()) {
                found.push((source.path.clone(), host));
            }
        }
    }
    assert!(found.is_empty(), "{found:?}");
}

// --- Styles ---------------------------------------------------------------------------

/// Classes without a style of their own, by which tests find what they check.
const UNSTYLED: [&str; 3] = ["lines", "signs__today", "why__lines"];
/// Classes that the code puts together: `lines--` and the name of a section.
const MADE: &str = "lines--";

/// Style sheets without their comments.
fn styles() -> Vec<Source> {
    let mut styles = sources("styles");
    for style in &mut styles {
        let parts = style.text.split("/*");
        let kept = parts.enumerate().map(|(index, part)| match index {
            0 => part,
            _ => part.split_once("*/").map_or("", |(_, rest)| rest),
        });
        style.text = kept.collect();
    }
    styles
}

/// Every class that a style sheet names.
fn styled() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for style in styles() {
        // A selector is what stands before a brace and after the last one or a semicolon.
        for before in style.text.split('{') {
            let selector = before.rsplit(['}', ';']).next().unwrap_or_default();
            let names = selector.split('.').skip(1);
            let name = |rest: &str| {
                rest.chars()
                    .take_while(|it| it.is_alphanumeric() || "-_".contains(*it))
                    .collect::<String>()
            };
            classes.extend(names.map(name).filter(|name| name.starts_with(char::is_alphabetic)));
        }
    }
    assert!(classes.len() > 20, "only {classes:?}");
    classes
}

/// Every class that the view gives, the page around it or the element: what stands in a `class=`
/// or in a `.class(…)`, and whatever else is written like a part or a variant of a block.
fn given() -> BTreeSet<String> {
    let mut classes = BTreeSet::new();
    for source in rust("src/view") {
        let text = product(&source);
        // In `html!`, and in a chain of `el`.
        for rest in text.replace(".class(", "class=(").split("class=").skip(1) {
            let value = match rest.chars().next() {
                Some('"') => &rest[..quoted(rest)],
                _ => bracketed(rest),
            };
            let literals = lexed(value).1;
            classes.extend(literals.iter().flat_map(|it| words(it)).map(str::to_owned));
        }
        for literal in literals(&source) {
            // A part or a variant, and the block that stands beside its variant.
            let block =
                |it: &str| words(&literal).any(|other| other.starts_with(&format!("{it}--")));
            let given =
                words(&literal).filter(|it| it.contains("--") || it.contains("__") || block(it));
            classes.extend(given.map(str::to_owned));
        }
    }
    for source in sources("src/embed") {
        let names = source.text.split("className = '").skip(1);
        let names = names.flat_map(|it| words(it.split('\'').next().unwrap()));
        classes.extend(names.map(str::to_owned));
    }
    for page in PAGES {
        for rest in sources(page)[0].text.split("class=\"").skip(1) {
            classes.extend(words(rest.split('"').next().unwrap()).map(str::to_owned));
        }
    }
    // A custom property of the styles is no class.
    classes.retain(|class| !class.contains('{') && !class.starts_with("--"));
    classes
}

/// What stands in the brackets that a text begins with.
fn bracketed(text: &str) -> &str {
    let mut depth = 0;
    for (at, letter) in text.char_indices() {
        match letter {
            '{' | '(' => depth += 1,
            '}' | ')' => depth -= 1,
            _ => {}
        }
        if depth == 0 {
            return &text[..at];
        }
    }
    text
}

/// `src/view/start.rs` and `src/view/result/mod.rs` show `start` and `result`.
fn screen(path: &str) -> String {
    let path = path.trim_end_matches(".rs").trim_end_matches("/mod");
    path.rsplit('/').next().unwrap_or_default().to_owned()
}

#[test]
fn every_class_that_is_given_has_a_style() {
    let (styled, given) = (styled(), given());
    // The outermost element of a screen bears the name of the screen's file.
    let screens: BTreeSet<String> =
        rust("src/view").iter().map(|source| screen(&source.path)).collect();
    let without = given.iter().filter(|it| {
        let known = *it == MADE || UNSTYLED.contains(&it.as_str());
        !styled.contains(*it) && !screens.contains(*it) && !known
    });
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&String>::new(), "given, and styled nowhere");
    for class in UNSTYLED {
        assert!(
            given.contains(class) && !styled.contains(class),
            "{class} is on the list for nothing"
        );
    }
}

#[test]
fn every_style_is_for_a_class_that_is_given() {
    let given = given();
    let styled = styled();
    let without = styled.iter().filter(|it| !given.contains(*it) && !it.starts_with(MADE));
    assert_eq!(without.collect::<Vec<_>>(), Vec::<&String>::new(), "styled, and given nowhere");
}

#[test]
fn a_made_up_class_names_a_section() {
    let sections: BTreeSet<String> =
        sciatica_check::model::Section::ALL.map(|it| format!("{MADE}{}", it.wire())).into();
    let unknown = styled().into_iter().filter(|it| it.starts_with(MADE) && !sections.contains(it));
    assert_eq!(unknown.collect::<Vec<_>>(), Vec::<String>::new());
}

#[test]
fn colours_have_their_names_in_the_tokens_and_nowhere_else() {
    let mut found = Vec::new();
    for style in styles().iter().filter(|style| style.path != "styles/first/tokens.css") {
        for (number, line) in style.text.lines().enumerate() {
            let Some((_, value)) = line.split_once(':') else { continue };
            let hex = value
                .split('#')
                .skip(1)
                .any(|it| it.chars().take_while(char::is_ascii_hexdigit).count() >= 3);
            let named = ["white", "black", "red", "yellow", "grey", "gray"];
            let named = value
                .split(|it: char| !it.is_alphanumeric() && it != '-')
                .any(|it| named.contains(&it));
            if hex
                || named
                || value.contains("rgb(")
                || value.contains("rgba(")
                || value.contains("hsl(")
            {
                found.push(format!("{}: {} ({})", style.path, line.trim(), number + 1));
            }
        }
    }
    assert!(found.is_empty(), "{found:#?}");
}

#[test]
fn every_token_is_used_and_every_used_one_is_there() {
    let styles = styles();
    let all: String = styles.iter().map(|style| style.text.as_str()).collect();
    let name = |rest: &str| {
        rest.chars().take_while(|it| it.is_alphanumeric() || *it == '-').collect::<String>()
    };
    let used: BTreeSet<String> = all.split("var(--").skip(1).map(name).collect();
    let lines = all.lines().filter_map(|line| line.trim().strip_prefix("--"));
    let defined: BTreeSet<String> = lines.map(name).collect();
    assert_eq!(used, defined, "used, and defined");
}

// --- Versions ---------------------------------------------------------------------------

#[test]
fn the_bindings_are_of_the_version_of_their_tool() {
    let manifest: toml::Table = sources("Cargo.toml")[0].text.parse().unwrap();
    let bindings = manifest["dependencies"]["wasm-bindgen"].as_str().unwrap();
    let versions = &sources("scripts/versions.env")[0].text;
    let tool =
        versions.lines().find_map(|line| line.strip_prefix("WASM_BINDGEN_VERSION=")).unwrap();
    assert_eq!(bindings, format!("={tool}"));
    let locked: toml::Table =
        std::fs::read_to_string(root().join("Cargo.lock")).unwrap().parse().unwrap();
    let packages = locked["package"].as_array().unwrap().iter();
    let locked: Vec<&str> = packages
        .filter(|package| package["name"].as_str() == Some("wasm-bindgen"))
        .map(|package| package["version"].as_str().unwrap())
        .collect();
    assert_eq!(locked, [tool]);
}
