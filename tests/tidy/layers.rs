//! Checks which folder uses which.

use crate::modules::Modules;
use crate::source::{Source, names};
use crate::{check, finds};

/// The folders of the core. Each may use those before it.
const CORE: [&str; 8] = ["text", "json", "model", "edit", "anchor", "analysis", "format", "merge"];
/// The folders above the core, with the folders that each may use besides itself and the core.
const ABOVE: [(&str, &[&str]); 7] = [
    ("app", &[]),
    ("cli", &["app"]),
    ("web", &[]),
    ("runtime", &["app", "web"]),
    ("ui/dom", &["app", "web"]),
    ("ui/widgets", &["app", "web", "ui/dom"]),
    ("ui", &["app", "web", "ui/dom", "ui/widgets"]),
];
/// Crates for the browser, which the core and `app` must not use.
const BROWSER: [&str; 8] =
    ["web_sys", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "serde_wasm_bindgen", "yew", "gloo", "idb"];

/// The folders that may use only a part of another one.
const PARTS: [(&str, &str, &[&str]); 1] = [("cli", "app", &["app", "messages"])];

/// The most specific folder of a module for which there are rules.
fn folder(module: &[String]) -> Option<&'static str> {
    let nested = module.get(..2).map(|first| first.join("/"));
    let names = CORE.into_iter().chain(ABOVE.map(|(name, _)| name));
    let named = |wanted: &str| names.clone().find(|name| *name == wanted);
    nested.and_then(|nested| named(&nested)).or_else(|| named(module.first()?))
}

fn may_use(from: &str, to: &str) -> bool {
    let core = |name: &str| CORE.iter().position(|one| *one == name);
    match (core(from), core(to)) {
        (Some(from), Some(to)) => to <= from,
        (Some(_), None) => false,
        (None, Some(_)) => true,
        (None, None) => from == to || ABOVE.iter().any(|(name, uses)| *name == from && uses.contains(&to)),
    }
}

fn layers(sources: &[Source]) -> Vec<String> {
    let modules = Modules::new(sources);
    let mut found = Vec::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let Some(from) = folder(&source.module) else { continue };
        for reference in modules.references(source) {
            // Re-exporting the name of a child is not a use.
            let to = folder(&reference.path).filter(|to| !(reference.is_reexport && to.starts_with(from)));
            let is_outside = |to: &str| {
                let part = PARTS.iter().find(|(user, folder, _)| *user == from && *folder == to);
                part.is_some_and(|(_, _, part)| !reference.path.iter().take(part.len()).eq(part.iter()))
            };
            if let Some(to) = to.filter(|to| !may_use(from, to) || is_outside(to)) {
                found.push(format!("src/{}: {from} must not use {to} ({})", source.path, reference.path.join("::")));
            }
        }
    }
    found
}

fn browser(sources: &[Source]) -> Vec<String> {
    let mut found = Vec::new();
    for source in sources {
        let is_pure = folder(&source.module).is_none_or(|folder| CORE.contains(&folder) || folder == "app");
        if source.path == "main.rs" || !is_pure {
            continue;
        }
        let named = names(source).into_iter().filter(|name| BROWSER.contains(&name.as_str()));
        found.extend(named.map(|name| format!("src/{}: the core and app must not use {name}", source.path)));
    }
    found
}

/// The model must not be serialised directly: `format` contains the records of files.
fn serde_in_model(sources: &[Source]) -> Vec<String> {
    let has_records = |source: &Source| names(source).iter().any(|name| name == "Serialize" || name == "Deserialize");
    let wrong = sources.iter().filter(|source| source.path.starts_with("model/") && has_records(source));
    wrong.map(|source| format!("src/{}: records of files belong in format", source.path)).collect()
}

#[test]
fn folders_use_only_lower_layers() {
    check(layers);
}

#[test]
fn the_core_and_app_do_not_use_the_browser() {
    check(browser);
}

#[test]
fn the_model_is_not_serialised() {
    check(serde_in_model);
}

#[test]
fn a_use_of_a_higher_layer_is_found() {
    let lib = ("lib.rs", "mod app;\nmod edit;\nmod model;\nmod runtime;\nmod ui;\nmod web;");
    let (app, web, runtime) = ("app/mod.rs", "web/mod.rs", "runtime/mod.rs");
    let ui =
        [("ui/mod.rs", "mod dom;\nmod widgets;"), ("ui/dom.rs", "pub struct D;"), ("ui/widgets.rs", "pub struct W;")];
    let all = |path, text| [[lib, (path, text)].as_slice(), ui.as_slice()].concat();
    finds(layers, 1, &all("model/mod.rs", "use crate::edit::Editor;"));
    finds(layers, 1, &all(app, "use crate::web::clock;"));
    finds(layers, 1, &all(web, "fn f() { crate::app::update() }"));
    finds(layers, 1, &all(runtime, "use crate::ui::App;"));
    finds(layers, 1, &all("ui/header.rs", "use crate::runtime::Store;"));
    finds(layers, 1, &[lib, ui[0], ("ui/dom.rs", "use super::widgets::W;"), ui[2]]);
    let messages = ("app/messages/mod.rs", "pub const A: &str = \"a\";");
    let cli = |text| [lib, ("app/mod.rs", "mod messages;\npub struct State;"), messages, ("cli/mod.rs", text)];
    finds(layers, 1, &cli("use crate::app::State;"));
    finds(layers, 0, &cli("use crate::app::messages as words;\nfn f() -> crate::model::Project { words::A }"));
    finds(layers, 0, &[lib, ui[0], ("ui/dom.rs", "pub(in crate::ui) fn d() { for a in web::all() {} }"), ui[2]]);
    finds(layers, 0, &all("ui/header.rs", "use super::widgets::W;\nuse crate::app::State;\nuse crate::web::clock;"));
}

#[test]
fn a_use_of_the_browser_in_the_core_is_found() {
    finds(browser, 1, &[("model/mod.rs", "use web_sys::Element;")]);
    finds(browser, 1, &[("app/mod.rs", "fn f() -> yew::Html { todo() }")]);
    finds(browser, 0, &[("web/mod.rs", "use web_sys::Element;")]);
    finds(serde_in_model, 1, &[("model/a.rs", "#[derive(X)] struct A;\nuse serde::Serialize;")]);
}
