//! Holds the house to its rules by reading its sources.

#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::expect_used)]

use std::fs;
use std::path::{Path, PathBuf};

/// The folders of `src`, each of which may name only those before it.
const LAYERS: [&str; 10] = ["text", "json", "model", "edit", "anchor", "analysis", "format", "app", "web", "ui"];
/// What only `web` and `ui` may name.
const BROWSER: [&str; 8] =
    ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "serde_wasm_bindgen", "yew", "gloo", "idb"];
/// How long a file may be, in lines, without its tests.
const LONGEST: usize = 400;

struct Source {
    /// The path below `src`, with slashes.
    path: String,
    /// The text up to the tests, without comments.
    code: String,
    /// Its lines up to the tests, comments and all.
    lines: usize,
    begins: String,
}

impl Source {
    fn read(root: &Path, path: &Path) -> Self {
        let text = fs::read_to_string(path).expect("a readable source");
        let own = text.split("#[cfg(test)]\nmod tests {").next().unwrap_or_default();
        let code: Vec<_> = own.lines().filter(|line| !line.trim_start().starts_with("//")).collect();
        let path = path.strip_prefix(root).expect("a path below src").to_string_lossy().replace('\\', "/");
        Self { path, code: code.join("\n"), lines: own.lines().count(), begins: text.chars().take(3).collect() }
    }

    fn layer(&self) -> Option<usize> {
        let folder = self.path.split('/').next()?;
        LAYERS.iter().position(|layer| *layer == folder)
    }

    fn is_core(&self) -> bool {
        self.layer().is_some_and(|layer| LAYERS[layer] != "web" && LAYERS[layer] != "ui")
    }

    fn is_test(&self) -> bool {
        ["tests.rs", "json_schema.rs"].iter().any(|name| self.path.ends_with(name))
    }

    /// Whether a word stands in the code that is no part of a longer one.
    fn names(&self, word: &str) -> bool {
        let part = |c: char| c.is_alphanumeric() || c == '_';
        self.code
            .match_indices(word)
            .any(|(at, _)| !self.code[..at].ends_with(part) && !self.code[at + word.len()..].starts_with(part))
    }
}

fn sources() -> Vec<Source> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    collect(&root, &mut paths);
    paths.sort();
    paths.iter().map(|path| Source::read(&root, path)).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a readable folder").flatten() {
        let path = entry.path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

/// Fails with every source for which a rule finds something to say.
fn hold(rule: impl Fn(&Source) -> Vec<String>) {
    let said: Vec<_> = sources()
        .iter()
        .flat_map(|source| rule(source).into_iter().map(|what| format!("src/{}: {what}", source.path)))
        .collect();
    assert!(said.is_empty(), "\n{}", said.join("\n"));
}

#[test]
fn a_layer_names_only_those_beneath_it() {
    hold(|source| {
        let Some(layer) = source.layer() else { return Vec::new() };
        let above = LAYERS[layer + 1..].iter().filter(|above| source.names(&format!("crate::{above}")));
        above.map(|above| format!("{} may not name {above}", LAYERS[layer])).collect()
    });
}

#[test]
fn imports_name_one_layer_each() {
    hold(|source| {
        let nested = source.code.contains("use crate::{");
        nested.then(|| "`use crate::{…}` hides which layers it names".to_owned()).into_iter().collect()
    });
}

#[test]
fn the_core_knows_no_browser() {
    hold(|source| {
        let named = BROWSER.iter().filter(|name| source.is_core() && source.names(name));
        named.map(|name| format!("the core may not name {name}")).collect()
    });
}

#[test]
fn the_model_knows_no_files() {
    hold(|source| {
        let serde = source.path.starts_with("model/") && (source.names("Serialize") || source.names("Deserialize"));
        serde.then(|| "the records of files live in format".to_owned()).into_iter().collect()
    });
}

#[test]
fn nothing_gives_up_outside_tests() {
    let ways = [".unwrap()", ".expect(", "todo!", "unimplemented!", "dbg!", "panic!"];
    hold(|source| {
        let found = ways.iter().filter(|way| !source.is_test() && source.code.contains(**way));
        found.map(|way| format!("{way} outside tests")).collect()
    });
}

#[test]
fn files_are_short_and_say_what_they_are() {
    hold(|source| {
        let mut said = Vec::new();
        if !source.is_test() && source.lines > LONGEST {
            said.push(format!("{} lines; at most {LONGEST}", source.lines));
        }
        if source.begins != "//!" {
            said.push("begin with `//!` and what the file is for".to_owned());
        }
        said
    });
}

#[test]
fn the_page_can_lie_in_any_folder() {
    let page = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("index.html")).unwrap_or_default();
    for absolute in ["href=\"/", "src=\"/", "href=\"http", "src=\"http"] {
        assert!(!page.contains(absolute), "index.html: {absolute} is not relative");
    }
    hold(|source| {
        let absolute = ["\"/static", "\"/assets", "\"/dist", "fetch(\"/", "fetch(\"http"];
        absolute.iter().filter(|url| source.code.contains(**url)).map(|url| format!("{url} is not relative")).collect()
    });
}
