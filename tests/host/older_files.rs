//! Files and stored records of earlier versions can still be opened.

use crossread::app::messages::summaries::summary;
use crossread::edit::Editor;
use crossread::format::journal::decode_step;
use crossread::format::recovery::{self, StoredRecord, StoredRecords};
use crossread::format::{checksummed, find, journal, native};
use crossread::model::{Project, Timestamp, news_claims};
use serde_json::Value;

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

/// A dump of version 2 of the store, recorded in a browser, and the key of its open project. The export and the backup
/// of the project were recorded with it (`tests/journeys/older-versions.spec.js`).
fn store_2() -> (Value, String) {
    let store: Value = serde_json::from_str(include_str!("../files/store-2.json")).expect("JSON");
    let key = store["settings"]["crossread.project"].as_str().expect("the project that was open").to_owned();
    (store, key)
}

/// The records of a project in one of the stores; the keys are arrays of the project, a number, and for snapshots a
/// copy.
fn records(store: &Value, name: &str, key: &str) -> Vec<StoredRecord> {
    let records = store[name].as_array().expect("records").iter().filter(|record| record[0][0] == key);
    records
        .map(|record| StoredRecord {
            seq: record[0][1].as_u64().expect("a number") as u32,
            bytes: record[1].as_str().expect("a text").as_bytes().to_vec(),
        })
        .collect()
}

#[test]
fn a_store_of_version_2_opens_as_its_export() {
    let (store, key) = store_2();
    let mut stored = StoredRecords {
        snapshots: records(&store, "snapshots", &key),
        steps: records(&store, "journal", &key),
        next: None,
        key,
    };
    assert!(stored.steps.len() > 500 && stored.snapshots.len() == 3, "two snapshots, and a copy of the first");
    let empty = || Project::new("", news_claims(), Timestamp::epoch());
    let base = stored.snapshots.iter().map(|snapshot| snapshot.seq).max().expect("a snapshot");
    for expected in [base, 0] {
        let recovered = recovery::open(&stored, empty()).expect("a project");
        assert_eq!((recovered.base, recovered.loss), (expected, None));
        assert_eq!(recovered.next as usize, stored.steps.len());
        assert_eq!(recovered.editor.project().check(), Ok(()));
        assert_eq!(native::write(recovered.editor.project()), include_str!("../files/store-2.crossread.json"));
        // In the next round, opens the older snapshot with all steps after it.
        stored.snapshots.retain(|snapshot| snapshot.seq < base);
    }
}

#[test]
fn every_step_of_version_2_has_a_summary() {
    let (store, key) = store_2();
    for StoredRecord { seq, bytes } in records(&store, "journal", &key) {
        let record = checksummed::decode(&checksummed::step_name(&key, seq), &bytes).expect("an undamaged record");
        let (_, what) = journal::read_summary(record).expect("a step");
        assert!(!summary(&what).is_empty(), "step {seq}");
    }
}

#[test]
fn a_backup_of_version_2_opens_and_is_written_back_the_same() {
    let backup = include_str!("../files/store-2.backup.json");
    assert_eq!(native::write(&open(backup)), backup);
}
