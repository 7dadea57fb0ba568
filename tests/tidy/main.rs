//! Checks the structure of the source code: the layers, import cycles, texts outside `app/messages`, the length of files, and what
//! code outside tests must not call.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used, clippy::panic)]

mod cycles;
mod files;
mod layers;
mod modules;
mod source;
mod texts;

use source::{Source, sources};

/// A rule: what is wrong with these sources, one line each.
type Rule = fn(&[Source]) -> Vec<String>;

/// Fails with everything that a rule finds in `src`.
fn check(rule: Rule) {
    let found = rule(&sources());
    assert!(found.is_empty(), "\n{}", found.join("\n"));
}

/// Fails unless a rule finds exactly so many problems in these files: (path below `src`, text).
fn finds(rule: Rule, expected: usize, files: &[(&str, &str)]) {
    let sources: Vec<_> = files.iter().map(|(path, text)| Source::parse(path, text)).collect();
    let found = rule(&sources);
    assert_eq!(found.len(), expected, "{found:#?}");
}
