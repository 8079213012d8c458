//! Versions that must be the same.

use crate::source::{root, sources};

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
