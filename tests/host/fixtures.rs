//! The files of other tools that tests read. They are not in the repository.

use std::path::{Path, PathBuf};

/// A folder of fixtures; `None`, with a line in the output, if it is missing.
pub(crate) fn fixtures(part: &str) -> Option<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let all = std::env::var_os("CROSSREAD_FIXTURES").map_or_else(|| root.join("../shared/fixtures"), PathBuf::from);
    let folder = all.join(part);
    if folder.is_dir() {
        return Some(folder);
    }
    println!("skipped: the fixtures {part} are missing");
    None
}

/// All files of a folder and its folders, sorted.
pub(crate) fn files_in(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).expect("the folder") {
        let path = entry.expect("an entry").path();
        if path.is_dir() { found.extend(files_in(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}
