//! The examples of `docs/json.md` work as they are printed.

use std::path::Path;
use std::process::Command;

use crossread::format::{ExportOptions, find, import_any};

/// The first block of code in this language in `docs/json.md`.
fn example(language: &str) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/json.md");
    let page = std::fs::read_to_string(path).expect("the documentation");
    let (_, rest) = page.split_once(&format!("```{language}\n")).expect("a block of code");
    rest.split_once("```").expect("the end of the block").0.to_owned()
}

#[test]
fn the_documented_project_opens() {
    let json = example("json");
    let (format, imported) = import_any("channel-crossings.crossread.json", json.as_bytes()).expect("a project");
    assert_eq!((format.name(), imported.warnings.len()), ("crossread", 0));
    let project = imported.project;
    assert_eq!(project.title, "Channel crossings");
    let counts = [project.articles().len(), project.annotation_count(), project.relations().count()];
    assert_eq!(counts, [2, 3, 1]);
    let tag = project.annotation(&"a2".into()).expect("a tag");
    assert_eq!(project.exact(tag), "Priti Patel");
}

#[test]
fn the_documented_python_reads_the_documented_project_and_an_export_of_it() {
    let python = Command::new("python3").arg("--version").output();
    if !python.is_ok_and(|output| output.status.success()) {
        println!("skipped: there is no python3");
        return;
    }
    let json = example("json");
    let (_, imported) = import_any("x.crossread.json", json.as_bytes()).expect("a project");
    let export = find("crossread").expect("the format").export(&imported.project, ExportOptions::default());
    assert_eq!(export.name, "channel-crossings.crossread.json");
    let folder = std::env::temp_dir().join(format!("crossread-example-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder");
    for bytes in [json.as_bytes(), &export.bytes] {
        std::fs::write(folder.join(&export.name), bytes).expect("a file");
        let output = Command::new("python3").args(["-c", &example("python")]).current_dir(&folder).output();
        let output = output.expect("python3 runs");
        assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
        let printed =
            "Claim Priti Patel was not invited\nPerson Priti Patel\nClaim The home secretary called off her journey\n";
        assert_eq!(String::from_utf8_lossy(&output.stdout).replace('\r', ""), printed);
    }
    std::fs::remove_dir_all(&folder).expect("the folder is there");
}
