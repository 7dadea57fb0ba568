//! Forbids import cycles between files. Module declarations and re-exports do not count as imports; importing a name
//! counts as importing the file that defines it.

use std::collections::{BTreeMap, BTreeSet};

use crate::modules::Modules;
use crate::source::Source;
use crate::{check, finds};

fn cycles(sources: &[Source]) -> Vec<String> {
    let modules = Modules::new(sources);
    let mut imports: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for source in sources.iter().filter(|source| !source.is_test()) {
        let references = modules.references(source);
        let files = references.iter().filter(|one| !one.is_reexport).filter_map(|one| modules.file(&one.path));
        imports.insert(&source.path, files.filter(|file| *file != source.path).collect());
    }
    components(&imports)
        .into_iter()
        .map(|files| format!("these import each other:\n    src/{}", files.join("\n    src/")))
        .collect()
}

/// The groups of files that import each other: the strongly connected components.
fn components(imports: &BTreeMap<&str, BTreeSet<&str>>) -> Vec<Vec<String>> {
    let reachable: BTreeMap<&str, BTreeSet<&str>> =
        imports.keys().map(|file| (*file, reachable_from(file, imports))).collect();
    let mut found: Vec<Vec<String>> = Vec::new();
    for (file, others) in reachable.iter().filter(|(file, others)| others.contains(*file)) {
        let component: Vec<_> =
            others.iter().filter(|other| reachable.get(*other).is_some_and(|back| back.contains(file))).collect();
        if component.first() == Some(&file) {
            let line = |one: &&&str| {
                let inside = imports[**one].iter().filter(|to| component.iter().any(|other| other == to));
                format!("{one} imports {}", inside.copied().collect::<Vec<_>>().join(", "))
            };
            found.push(component.iter().map(line).collect());
        }
    }
    found
}

/// The files that a file imports, directly or indirectly.
fn reachable_from<'a>(file: &str, imports: &BTreeMap<&'a str, BTreeSet<&'a str>>) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut waiting: Vec<&str> = imports.get(file).into_iter().flatten().copied().collect();
    while let Some(next) = waiting.pop() {
        if reached.insert(next) {
            waiting.extend(imports.get(next).into_iter().flatten().copied());
        }
    }
    reached
}

#[test]
fn there_are_no_import_cycles() {
    check(cycles);
}

#[test]
fn a_cycle_is_found() {
    let lib = ("lib.rs", "mod a;\nmod b;");
    finds(cycles, 1, &[lib, ("a.rs", "use crate::b::B;\nstruct A;"), ("b.rs", "use crate::a::A;\nstruct B;")]);
    let through_macro = ("b.rs", "struct B;\nfn b() { html! { <p>{ crate::a::f() }</p> } }");
    finds(cycles, 1, &[lib, ("a.rs", "use crate::b::B;\nfn f() {}"), through_macro]);
}

#[test]
fn importing_a_name_counts_as_importing_its_file() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod x;\nmod y;\npub use x::X;\npub use y::Y;"),
        ("a/x.rs", "use super::Y;\nstruct X;"),
        ("a/y.rs", "struct Y;"),
    ];
    finds(cycles, 0, &files);
    let parent = ("a/mod.rs", "mod x;\nmod y;\nstruct A;\nfn a() { x::f() }");
    finds(cycles, 1, &[files[0], parent, ("a/x.rs", "use super::A;\nfn f() {}"), ("a/y.rs", "")]);
}
