//! Checks the security policy of the page: it has only directives that all browsers know, and each is explained in `ARCHITECTURE.md`.

use std::fs;
use std::path::Path;

/// Directives that Chromium, Firefox and WebKit know, and those of Trusted Types, without which the page runs as well. WebKit reports
/// others as errors on each visit, such as `manifest-src`.
const KNOWN: [&str; 15] = [
    "default-src",
    "child-src",
    "font-src",
    "media-src",
    "object-src",
    "script-src",
    "style-src",
    "img-src",
    "connect-src",
    "frame-src",
    "worker-src",
    "base-uri",
    "form-action",
    "require-trusted-types-for",
    "trusted-types",
];

fn read(file: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).expect("a readable file")
}

/// The names of the directives of the policy in a page.
fn directives(page: &str) -> Vec<String> {
    let policy = page.split_once("http-equiv=\"Content-Security-Policy\"").and_then(|(_, rest)| rest.split('"').nth(1));
    let names = policy.unwrap_or_default().split(';').filter_map(|one| one.split_whitespace().next());
    names.map(str::to_owned).collect()
}

#[test]
fn the_policy_has_only_directives_that_all_browsers_know() {
    let found = directives(&read("index.html"));
    assert!(found.len() > 5, "{found:?}");
    let architecture = read("ARCHITECTURE.md");
    for directive in found {
        assert!(KNOWN.contains(&directive.as_str()), "not every browser knows {directive}");
        assert!(architecture.contains(&format!("`{directive}")), "{directive} is not in ARCHITECTURE.md");
    }
}

#[test]
fn directives_are_found() {
    let page =
        "<meta\n http-equiv=\"Content-Security-Policy\"\n content=\"default-src 'self'; manifest-src 'self'\" />";
    assert_eq!(directives(page), ["default-src", "manifest-src"]);
}
