//! Checks the length of files, their descriptions, nested imports, and calls that panic.

use std::fs;
use std::path::Path;

use crate::source::{Source, each_sequence, ident, is_punct};
use crate::{check, finds};

/// The maximum number of lines of a file, without its tests.
const MAX_LINES: usize = 400;
/// Methods and macros that may panic (or, `dbg`, that are for debugging).
const METHODS: [&str; 2] = ["unwrap", "expect"];
const MACROS: [&str; 4] = ["todo", "unimplemented", "dbg", "panic"];

fn length(sources: &[Source]) -> Vec<String> {
    let long = sources.iter().filter(|source| !source.is_test() && source.lines > MAX_LINES);
    long.map(|source| format!("src/{}: {} lines; at most {MAX_LINES}", source.path, source.lines)).collect()
}

fn description(sources: &[Source]) -> Vec<String> {
    let without = sources.iter().filter(|source| !source.has_description);
    without.map(|source| format!("src/{}: begin with a description (`//!`)", source.path)).collect()
}

fn panics(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        each_sequence(&source.tokens, &mut |tokens| {
            for at in 0..tokens.len() {
                let Some(name) = ident(tokens.get(at)) else { continue };
                let is_method = at > 0 && is_punct(tokens.get(at - 1), '.') && METHODS.contains(&name.as_str());
                let is_macro = is_punct(tokens.get(at + 1), '!') && MACROS.contains(&name.as_str());
                if is_method || is_macro {
                    found.push(format!("src/{}: {name} outside tests", source.path));
                }
            }
        });
    }
    found
}

/// Forbids `use crate::{…}`, because it hides which layers are imported.
fn nested_imports(sources: &[Source]) -> Vec<String> {
    let nested = sources.iter().filter(|source| {
        source.items.iter().any(|item| {
            let syn::Item::Use(item) = item else { return false };
            matches!(&item.tree, syn::UseTree::Path(path) if path.ident == "crate" && matches!(*path.tree, syn::UseTree::Group(_)))
        })
    });
    nested.map(|source| format!("src/{}: import one layer at a time", source.path)).collect()
}

#[test]
fn files_are_short() {
    check(length);
}

#[test]
fn files_begin_with_a_description() {
    check(description);
}

#[test]
fn nothing_panics_outside_tests() {
    check(panics);
}

#[test]
fn each_import_names_one_layer() {
    check(nested_imports);
}

#[test]
fn urls_of_the_page_are_relative() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).expect("the page");
    for absolute in ["href=\"/", "src=\"/", "href=\"http", "src=\"http"] {
        assert!(!page.contains(absolute), "index.html: {absolute} is not relative");
    }
}

#[test]
fn violations_are_found() {
    let long = format!("//! Long.\n{}", "fn f() {}\n".repeat(MAX_LINES));
    finds(length, 1, &[("ui/a.rs", &long)]);
    finds(description, 1, &[("ui/a.rs", "fn f() {}")]);
    finds(panics, 1, &[("ui/a.rs", "//! A.\nfn f() { None::<u8>.unwrap(); }")]);
    finds(panics, 1, &[("ui/a.rs", "//! A.\nfn f() { panic!(\"no\") }")]);
    finds(
        panics,
        0,
        &[(
            "ui/a.rs",
            "//! A.\nfn f() { None.unwrap_or(1); }\n#[cfg(test)]\nmod tests {\n fn f() { None::<u8>.unwrap(); }\n}",
        )],
    );
    finds(nested_imports, 1, &[("ui/a.rs", "//! A.\nuse crate::{app::State, web::clock};")]);
}
