//! What the first version wrote still opens: its files, and what it kept in the browser.

use crossread::edit::Editor;
use crossread::format::journal::decode_step;
use crossread::format::{find, native};
use crossread::model::Project;

fn open(file: &str) -> Project {
    find("crossread").expect("the native format").import(file.as_bytes()).expect("a file of version 1").project
}

#[test]
fn a_file_of_the_first_version_opens_and_is_written_back_the_same() {
    let file = include_str!("../files/main-job.crossread.json");
    let project = open(file);
    assert_eq!(project.check(), Ok(()));
    assert!(project.annotation_count() > 6 && project.relations().count() > 1 && project.entities().count() > 1);
    assert_eq!(native::write(&project), file);
}

#[test]
fn a_journal_of_the_first_version_leads_to_the_same_project() {
    let mut editor = Editor::new(open(include_str!("../files/main-job-before.crossread.json")));
    for record in include_str!("../files/main-job.journal").lines() {
        let step = decode_step(editor.project(), record).expect("a record of version 1");
        editor.run(step).expect("a step that fits");
    }
    assert_eq!(native::write(editor.project()), include_str!("../files/main-job-after.crossread.json"));
}
