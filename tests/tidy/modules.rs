//! Resolves paths to the files that define their names.

use std::collections::{BTreeMap, BTreeSet};

use syn::{Item, UseTree, Visibility};

use crate::source::{Source, each_sequence, ident, is_punct};

/// A path below the crate, such as `app`, `messages`, `tags`.
type ModulePath = Vec<String>;
/// The maximum number of re-exports between a name and its definition.
const MAX_DEPTH: usize = 8;

/// The definitions and re-exports of a module.
#[derive(Default)]
struct Module {
    file: String,
    defined: BTreeSet<String>,
    /// Re-exported names, with their original paths.
    reexports: Vec<(String, ModulePath)>,
    /// Modules whose names are all re-exported.
    globs: Vec<ModulePath>,
}

/// A path that occurs in a file.
#[derive(Debug)]
pub(crate) struct Reference {
    /// The path below the crate.
    pub(crate) path: ModulePath,
    /// Whether the file only re-exports it.
    pub(crate) is_reexport: bool,
}

/// The modules of all files.
pub(crate) struct Modules(BTreeMap<ModulePath, Module>);

impl Modules {
    pub(crate) fn new(sources: &[Source]) -> Self {
        let mut modules = BTreeMap::new();
        for source in sources.iter().filter(|source| source.path != "main.rs") {
            let mut module = Module { file: source.path.clone(), ..Module::default() };
            for item in &source.items {
                module.defined.extend(name_of(item));
            }
            for (path, name, is_reexport) in imports(source) {
                match (is_reexport, name) {
                    (true, Some(name)) => module.reexports.push((name, path)),
                    (true, None) => module.globs.push(path),
                    _ => {}
                }
            }
            modules.insert(source.module.clone(), module);
        }
        Self(modules)
    }

    /// The file that defines the name of a path; `None` outside of the crate.
    pub(crate) fn file(&self, path: &[String]) -> Option<&str> {
        self.resolve(path, MAX_DEPTH)
    }

    fn resolve(&self, path: &[String], depth: usize) -> Option<&str> {
        let depth = depth.checked_sub(1)?;
        let mut known = 0;
        while known < path.len() && self.0.contains_key(&path[..=known]) {
            known += 1;
        }
        let module = self.0.get(&path[..known])?;
        let Some(name) = path.get(known) else { return Some(&module.file) };
        if module.defined.contains(name) {
            return Some(&module.file);
        }
        if let Some((_, from)) = module.reexports.iter().find(|(reexported, _)| reexported == name) {
            let onward: ModulePath = from.iter().chain(&path[known + 1..]).cloned().collect();
            return self.resolve(&onward, depth);
        }
        let through_glob = module.globs.iter().find_map(|from| {
            let onward: ModulePath = from.iter().chain(&path[known..]).cloned().collect();
            let defines = self.0.get(from).is_some_and(|module| module.defined.contains(name));
            defines.then(|| self.resolve(&onward, depth)).flatten()
        });
        through_glob.or(Some(&module.file))
    }

    /// All paths below the crate that occur in a file.
    pub(crate) fn references(&self, source: &Source) -> Vec<Reference> {
        let mut found: Vec<Reference> =
            imports(source).into_iter().map(|(path, _, is_reexport)| Reference { path, is_reexport }).collect();
        let is_child = |name: &str| {
            let child: ModulePath = source.module.iter().cloned().chain([name.to_owned()]).collect();
            self.0.contains_key(&child)
        };
        for path in paths_in_code(source, is_child) {
            found.push(Reference { path, is_reexport: false });
        }
        found
    }
}

fn name_of(item: &Item) -> Option<String> {
    Some(match item {
        Item::Const(item) => item.ident.to_string(),
        Item::Enum(item) => item.ident.to_string(),
        Item::Fn(item) => item.sig.ident.to_string(),
        Item::Static(item) => item.ident.to_string(),
        Item::Struct(item) => item.ident.to_string(),
        Item::Trait(item) => item.ident.to_string(),
        Item::Type(item) => item.ident.to_string(),
        Item::Macro(item) => item.ident.as_ref()?.to_string(),
        _ => return None,
    })
}

/// The imports of a file: the path, the local name (`None` for `*`), and whether it is re-exported.
fn imports(source: &Source) -> Vec<(ModulePath, Option<String>, bool)> {
    let mut found = Vec::new();
    for item in &source.items {
        if let Item::Use(item) = item {
            let is_reexport = !matches!(item.vis, Visibility::Inherited);
            leaves(&item.tree, &mut Vec::new(), &mut |path, name| {
                if let Some(path) = absolute(path, source) {
                    found.push((path, name, is_reexport));
                }
            });
        }
    }
    found
}

fn leaves(tree: &UseTree, before: &mut Vec<String>, found: &mut impl FnMut(&[String], Option<String>)) {
    match tree {
        UseTree::Path(path) => {
            before.push(path.ident.to_string());
            leaves(&path.tree, before, found);
            before.pop();
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| leaves(tree, before, found)),
        UseTree::Glob(_) => found(before, None),
        UseTree::Name(name) if name.ident == "self" => found(before, before.last().cloned()),
        UseTree::Name(name) => named(before, name.ident.to_string(), name.ident.to_string(), found),
        UseTree::Rename(rename) if rename.ident == "self" => found(before, Some(rename.rename.to_string())),
        UseTree::Rename(rename) => named(before, rename.ident.to_string(), rename.rename.to_string(), found),
    }
}

fn named(before: &mut Vec<String>, name: String, here: String, found: &mut impl FnMut(&[String], Option<String>)) {
    before.push(name);
    found(before, Some(here));
    before.pop();
}

/// Converts a path in a file to a path below the crate. A path without a keyword may begin with a child module or with
/// another crate; `None` in the latter case.
fn absolute(path: &[String], source: &Source) -> Option<ModulePath> {
    let mut base = source.module.clone();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" | "crossread" => {
            base.clear();
            rest = &path[1..];
        }
        "self" => rest = &path[1..],
        "super" => {
            while rest.first().is_some_and(|first| first == "super") {
                base.pop()?;
                rest = &rest[1..];
            }
        }
        first => {
            let declares = |item: &Item| matches!(item, Item::Mod(item) if item.ident == first);
            if !source.items.iter().any(declares) {
                return None;
            }
        }
    }
    base.extend(rest.iter().cloned());
    Some(base)
}

/// The paths in code and macro calls.
fn paths_in_code(source: &Source, is_child: impl Fn(&str) -> bool) -> Vec<ModulePath> {
    let mut found = Vec::new();
    each_sequence(&source.tokens, &mut |tokens| {
        // The path in `pub(in …)` is not a use.
        if ident(tokens.first()).as_deref() == Some("in") {
            return;
        }
        let mut at = 0;
        while at < tokens.len() {
            let Some(first) = ident(tokens.get(at)) else {
                at += 1;
                continue;
            };
            let mut path = vec![first];
            at += 1;
            while is_punct(tokens.get(at), ':') && is_punct(tokens.get(at + 1), ':') {
                let Some(next) = ident(tokens.get(at + 2)) else { break };
                path.push(next);
                at += 3;
            }
            let begins = matches!(path[0].as_str(), "crate" | "super" | "self") || is_child(&path[0]);
            if path.len() > 1 && begins {
                found.extend(absolute(&path, source));
            }
        }
    });
    found
}
