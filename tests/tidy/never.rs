//! What must never stand in the sources.

use crate::source::{PAGES, all, code, nothing_names, rust, sources};

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
