//! The checks of the fuzz targets on their seeds, and on a few inputs of random bytes that are the same in each run.

use std::path::{Path, PathBuf};

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::ValueTree;
use proptest::test_runner::TestRunner;

#[path = "../../fuzz/src/checks/mod.rs"]
pub(crate) mod checks;

/// The size of the largest seed, in bytes, as in `scripts/fuzz.sh`.
const MAX_SEED: u64 = 255 << 10;
/// Inputs of random bytes for each target, and the length of the longest, in bytes.
const RANDOM_INPUTS: usize = 64;
const MAX_RANDOM: usize = 1 << 10;

/// A test for each target.
macro_rules! targets {
    ($($target:ident)+) => {
        const TARGETS: &[&str] = &[$(stringify!($target)),+];
        $(#[test] fn $target() { run(stringify!($target), checks::$target::check); })+
    };
}

targets! {
    analysis any_file checksummed commands documents journal json project project_damage recovery schema_file text_arrival text_steps
}

#[test]
fn every_target_is_listed() {
    let files = std::fs::read_dir(root().join("fuzz/fuzz_targets")).expect("the fuzz targets").flatten();
    let mut names: Vec<_> = files.filter_map(|file| Some(file.path().file_stem()?.to_str()?.to_owned())).collect();
    names.sort();
    assert_eq!(names, TARGETS);
}

fn run(target: &str, check: fn(&[u8])) {
    let seeds = seeds(target);
    for path in &seeds {
        // The output is shown when the check fails.
        println!("{}", path.display());
        check(&std::fs::read(path).expect("a readable file"));
    }
    let mut runner = TestRunner::deterministic();
    for _ in 0..RANDOM_INPUTS {
        let bytes = vec(any::<u8>(), 0..MAX_RANDOM).new_tree(&mut runner).expect("bytes").current();
        println!("{bytes:?}");
        check(&bytes);
    }
    println!("{target}: {} seeds, {RANDOM_INPUTS} inputs of random bytes", seeds.len());
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The seeds of a target, from the same folders as in `scripts/fuzz.sh`.
fn seeds(target: &str) -> Vec<PathBuf> {
    let (folders, fixtures): (&[&str], &[&str]) = match target {
        "json" => (&["tests/files", "schemas"], &["hostile/JSONTestSuite/test_parsing", "hostile/blns.json"]),
        "project" => (&["tests/files"], &[]),
        "journal" => (&["tests/files/main-job.journal"], &[]),
        "text_arrival" | "text_steps" => (&["articles"], &["texts", "hostile/blns.json"]),
        _ => (&[], &[]),
    };
    let mut files = Vec::new();
    add_files(&root().join("fuzz/seeds").join(target), &mut files);
    for folder in folders {
        assert!(add_files(&root().join(folder), &mut files), "{folder} is missing");
    }
    let from = std::env::var_os("CROSSREAD_FIXTURES").map_or_else(|| root().join("../shared/fixtures"), PathBuf::from);
    for path in fixtures.iter().map(|path| from.join(path)) {
        if !add_files(&path, &mut files) {
            println!("skipped: {} is missing", path.display());
        }
    }
    files.sort();
    files
}

/// Adds a file, or the files of a folder and of the folders in it, unless they are too large. Returns whether the path
/// exists.
fn add_files(path: &Path, files: &mut Vec<PathBuf>) -> bool {
    if let Ok(entries) = std::fs::read_dir(path) {
        for entry in entries.flatten() {
            add_files(&entry.path(), files);
        }
        return true;
    }
    let Ok(file) = path.metadata() else { return false };
    if file.len() <= MAX_SEED {
        files.push(path.to_owned());
    }
    true
}
