//! Styles: a class that is given has one, and one that has one is given; colours have names.

use std::collections::BTreeSet;

use crate::source::{PAGES, Source, lexed, literals, product, quoted, rust, sources, words};

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
pub fn given() -> BTreeSet<String> {
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
