//! No two files import each other, directly or in a circle. Declaring a module and re-exporting a name do not count; a name counts
//! for the file that defines it.

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
    // What imports nothing that is left, or is imported by nothing that is left, is in no circle.
    loop {
        let imported: BTreeSet<&str> = imports.values().flatten().copied().collect();
        let left: BTreeSet<&str> = imports.keys().copied().filter(|file| imported.contains(file)).collect();
        let before = imports.values().map(BTreeSet::len).sum::<usize>();
        imports.retain(|file, _| left.contains(file));
        imports.values_mut().for_each(|files| files.retain(|file| left.contains(file)));
        imports.retain(|_, files| !files.is_empty());
        if imports.values().map(BTreeSet::len).sum::<usize>() == before {
            break;
        }
    }
    let line = |(file, files): (&str, BTreeSet<&str>)| {
        format!("src/{file} is in a circle with {}", files.into_iter().collect::<Vec<_>>().join(", "))
    };
    imports.into_iter().map(line).collect()
}

#[test]
fn no_files_import_each_other() {
    check(cycles);
}

#[test]
fn a_cycle_is_found() {
    let lib = ("lib.rs", "mod a;\nmod b;");
    finds(cycles, 2, &[lib, ("a.rs", "use crate::b::B;\nstruct A;"), ("b.rs", "use crate::a::A;\nstruct B;")]);
    let through_macro = ("b.rs", "struct B;\nfn b() { html! { <p>{ crate::a::f() }</p> } }");
    finds(cycles, 2, &[lib, ("a.rs", "use crate::b::B;\nfn f() {}"), through_macro]);
}

#[test]
fn a_name_counts_for_the_file_that_defines_it() {
    let files = [
        ("lib.rs", "mod a;"),
        ("a/mod.rs", "mod x;\nmod y;\npub use x::X;\npub use y::Y;"),
        ("a/x.rs", "use super::Y;\nstruct X;"),
        ("a/y.rs", "struct Y;"),
    ];
    finds(cycles, 0, &files);
    let parent = ("a/mod.rs", "mod x;\nmod y;\nstruct A;\nfn a() { x::f() }");
    finds(cycles, 2, &[files[0], parent, ("a/x.rs", "use super::A;\nfn f() {}"), ("a/y.rs", "")]);
}
