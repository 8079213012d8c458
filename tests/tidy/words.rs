//! Where words live: in the content, and not in the code.

use std::collections::BTreeSet;

use sciatica_check::content::compile::{compile, read};

use crate::source::{code, literals, root, rust, words};
use crate::styles::given;

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
            "src/cli/",
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
    let places = [rust("src/view"), rust("src/handover"), rust("src/content")];
    let view: String = places.iter().flatten().map(code).collect();
    let names: BTreeSet<&str> = view
        .split("phrase::")
        .skip(1)
        .map(|rest| rest.split(|it: char| !it.is_alphanumeric() && it != '_').next().unwrap())
        .collect();
    let unused = compiled.phrases.keys().filter(|name| !names.contains(name.as_str()));
    assert_eq!(unused.collect::<Vec<_>>(), Vec::<&String>::new(), "said nowhere");
}
