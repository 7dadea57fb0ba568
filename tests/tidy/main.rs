//! Checks the structure of the source code: layers, import cycles, texts outside `app/messages`, the length of files,
//! calls that panic, and the security policy of the page.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)]

mod counts;
mod cycles;
mod files;
mod layers;
mod modules;
mod policy;
mod source;
mod texts;

use source::{Source, sources};

/// A rule: returns the violations in these sources, as one line each.
type Rule = fn(&[Source]) -> Vec<String>;

/// Fails if `src` violates a rule.
fn check(rule: Rule) {
    let found = rule(&sources());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Fails unless a rule finds the expected number of violations in these files: (path below `src`, text).
fn finds(rule: Rule, expected: usize, files: &[(&str, &str)]) {
    let sources: Vec<_> = files.iter().map(|(path, text)| Source::parse(path, text)).collect();
    let found = rule(&sources);
    assert_eq!(found.len(), expected, "{found:#?}");
}
