//! The storage in a browser: saved projects are restored, and failures are reported.

use std::cell::Cell;
use std::rc::Rc;

use crossread::format::ProjectInfo;
use crossread::format::checksummed;
use crossread::format::recovery::StoredRecord;
use crossread::web::storage::{Depth, Snapshot, Storage, StorageError, Stored};
use crossread::web::{clock, preferences};
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::support::run;

pub(crate) fn info(key: &str) -> ProjectInfo {
    let saved = "2026-11-22T13:25:00.000Z".to_owned();
    ProjectInfo { key: key.to_owned(), title: format!("Title of {key}"), saved, articles: 2, ..ProjectInfo::default() }
}

pub(crate) fn steps(names: &[&str]) -> Vec<String> {
    names.iter().map(|&name| name.to_owned()).collect()
}

/// A storage with one fresh project.
pub(crate) async fn with_project(key: &str) -> Storage {
    crate::restore_browser();
    let storage = Storage::open().await.unwrap();
    storage.remove(key).await.unwrap();
    storage.create(&info(key), &Snapshot::whole(key, 0, "{\"n\":0}")).await.unwrap();
    storage
}

/// A stored project: metadata, newest snapshot, steps after it, and the number of the next step.
#[derive(Debug, PartialEq)]
pub(crate) struct Loaded {
    info: ProjectInfo,
    pub(crate) snapshot: String,
    steps: Vec<String>,
    next_seq: u32,
}

pub(crate) async fn load(storage: &Storage, key: &str) -> Option<Loaded> {
    let Stored { info, records, newest } = storage.load(key, Depth::Newest).await.unwrap()?;
    let (seq, snapshot) = newest.unwrap();
    let open = |name: String, bytes: &[u8]| checksummed::decode(&name, bytes).unwrap().to_owned();
    let steps = records.steps.iter().map(|step| open(checksummed::step_name(key, step.seq), &step.bytes)).collect();
    let snapshot = open(checksummed::snapshot_name(key, seq), &snapshot.to_vec());
    Some(Loaded { info, snapshot, steps, next_seq: records.next.unwrap() })
}

/// The numbers of all stored snapshots and steps.
async fn numbers(storage: &Storage, key: &str) -> (Vec<u32>, Vec<u32>) {
    let records = storage.load(key, Depth::All).await.unwrap().unwrap().records;
    let numbers = |records: &[StoredRecord]| records.iter().map(|record| record.seq).collect();
    (numbers(&records.snapshots), numbers(&records.steps))
}

pub(crate) async fn run_async(script: &str) -> JsValue {
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(run(script))).await.unwrap()
}

#[wasm_bindgen_test]
async fn a_saved_project_can_be_loaded() {
    let storage = with_project("round").await;
    let mut later = ProjectInfo { awaiting: vec!["b2".to_owned()], annotations: 7, ..info("round") };
    storage.append("round", 0, &steps(&["s0", "s1"]), &info("round")).await.unwrap();
    storage.append("round", 2, &steps(&["😀"]), &later).await.unwrap();
    let stored = load(&storage, "round").await.unwrap();
    assert_eq!((stored.info, stored.snapshot.as_str(), stored.next_seq), (later.clone(), "{\"n\":0}", 3));
    assert_eq!(stored.steps, ["s0", "s1", "😀"]);

    later.deleted = Some("2026-11-23T00:00:00Z".to_owned());
    storage.put_info(&later).await.unwrap();
    assert_eq!(load(&storage, "round").await.unwrap().info.deleted, later.deleted);
}

#[wasm_bindgen_test]
async fn a_snapshot_keeps_the_previous_one_and_the_steps_after_it() {
    let storage = with_project("snap").await;
    assert_eq!(numbers(&storage, "snap").await, (vec![0, 0], vec![]), "the first snapshot is stored twice");
    storage.append("snap", 0, &steps(&["s0", "s1", "s2"]), &info("snap")).await.unwrap();
    storage.snapshot("snap", &Snapshot::whole("snap", 2, "{\"n\":2}"), &info("snap")).await.unwrap();
    let stored = load(&storage, "snap").await.unwrap();
    assert_eq!((stored.snapshot.as_str(), stored.next_seq), ("{\"n\":2}", 3));
    assert_eq!(stored.steps, ["s2"]);
    assert_eq!(numbers(&storage, "snap").await, (vec![0, 0, 2], vec![0, 1, 2]));
    storage.snapshot("snap", &Snapshot::whole("snap", 3, "{\"n\":3}"), &info("snap")).await.unwrap();
    let stored = load(&storage, "snap").await.unwrap();
    assert_eq!((stored.steps.len(), stored.next_seq), (0, 3));
    assert_eq!(numbers(&storage, "snap").await, (vec![2, 3], vec![2]));
}

#[wasm_bindgen_test]
async fn a_snapshot_that_is_stored_incorrectly_deletes_nothing() {
    let storage = with_project("verify").await;
    storage.append("verify", 0, &steps(&["s0"]), &info("verify")).await.unwrap();
    storage.snapshot("verify", &Snapshot::whole("verify", 1, "{}"), &info("verify")).await.unwrap();
    storage.append("verify", 1, &steps(&["s1"]), &info("verify")).await.unwrap();
    run("window.originalPut = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (value, key) {
           if (this.name === 'snapshots') value = value.slice(0, -1);
           return window.originalPut.call(this, value, key);
         }");
    let made = storage.snapshot("verify", &Snapshot::whole("verify", 2, "{\"n\":2}"), &info("verify")).await;
    run("IDBObjectStore.prototype.put = window.originalPut");
    assert_eq!(made, Err(StorageError::NotAsWritten));
    assert_eq!(numbers(&storage, "verify").await, (vec![0, 0, 1, 2], vec![0, 1]), "nothing is deleted");
}

#[wasm_bindgen_test]
async fn a_repair_replaces_all_records_by_a_snapshot() {
    let storage = with_project("repair").await;
    storage.append("repair", 0, &steps(&["s0", "s1", "s2"]), &info("repair")).await.unwrap();
    storage.repair(&Snapshot::whole("repair", 2, "{\"n\":2}"), &info("repair")).await.unwrap();
    assert_eq!(numbers(&storage, "repair").await, (vec![2, 2], vec![]));
    storage.append("repair", 2, &steps(&["new"]), &info("repair")).await.unwrap();
    assert_eq!(load(&storage, "repair").await.unwrap().steps, ["new"]);
}

#[wasm_bindgen_test]
async fn a_project_with_a_damaged_or_missing_entry_can_be_loaded() {
    let storage = with_project("entry").await;
    storage.append("entry", 0, &steps(&["s0"]), &info("entry")).await.unwrap();
    for damage in ["put(new Uint8Array([99, 114]), 'entry')", "put({ hello: 1 }, 'entry')", "delete('entry')"] {
        run_async(&format!(
            "return new Promise(done => indexedDB.open('crossread').onsuccess = ({{ target }}) => {{
               const transaction = target.result.transaction('projects', 'readwrite');
               transaction.objectStore('projects').{damage};
               transaction.oncomplete = () => {{ target.result.close(); done() }};
             }})"
        ))
        .await;
        let listed = storage.list().await.unwrap();
        assert!(listed.iter().any(|info| info.key == "entry" && info.is_damaged()), "{damage}");
        let stored = storage.load("entry", Depth::All).await.unwrap().unwrap();
        assert_eq!((stored.records.snapshots.len(), stored.records.steps.len(), stored.records.next), (2, 1, None));
    }
    storage.repair(&Snapshot::whole("entry", 1, "{}"), &info("entry")).await.unwrap();
    assert_eq!(load(&storage, "entry").await.unwrap().info, info("entry"));
}

#[wasm_bindgen_test]
async fn version_1_of_the_store_is_opened_and_converted() {
    crate::restore_browser();
    run_async("return new Promise(done => indexedDB.deleteDatabase('crossread').onsuccess = done)").await;
    run_async(
        "return new Promise(done => {
           const request = indexedDB.open('crossread', 1);
           request.onupgradeneeded = () => ['projects', 'snapshots', 'journal'].forEach(name => request.result.createObjectStore(name));
           request.onsuccess = () => {
             const work = request.result.transaction(['projects', 'snapshots', 'journal'], 'readwrite');
             work.objectStore('projects').put({ info: { key: 'old', title: 'Old', saved: 'x', awaiting: [] }, base: 4, next: 6 }, 'old');
             work.objectStore('snapshots').put('{\"n\":4}', 'old');
             work.objectStore('journal').put('s4', ['old', 4]);
             work.objectStore('journal').put('s5', ['old', 5]);
             work.oncomplete = () => { request.result.close(); done() };
           };
         })",
    )
    .await;
    let storage = Storage::open().await.unwrap();
    assert_eq!(storage.list().await.unwrap()[0].title, "Old");
    let stored = load(&storage, "old").await.unwrap();
    assert_eq!((stored.snapshot.as_str(), stored.next_seq, stored.info.title.as_str()), ("{\"n\":4}", 6, "Old"));
    assert_eq!(stored.steps, ["s4", "s5"]);
    storage.append("old", 6, &steps(&["s6"]), &stored.info).await.unwrap();
    assert_eq!(numbers(&storage, "old").await, (vec![4, 4], vec![4, 5, 6]));
}

#[wasm_bindgen_test]
async fn the_second_of_two_tabs_is_refused() {
    let (one, other) = (with_project("tabs").await, Storage::open().await.unwrap());
    one.append("tabs", 0, &steps(&["first"]), &info("tabs")).await.unwrap();
    let late = other.append("tabs", 0, &steps(&["second"]), &info("tabs")).await;
    assert_eq!(late, Err(StorageError::OtherTab));
    assert_eq!(load(&one, "tabs").await.unwrap().steps, ["first"]);

    one.snapshot("tabs", &Snapshot::whole("tabs", 1, "{}"), &info("tabs")).await.unwrap();
    let after_snapshot = other.append("tabs", 0, &steps(&["second"]), &info("tabs")).await;
    assert_eq!(after_snapshot, Err(StorageError::OtherTab), "also if the journal is empty again");
    assert_eq!(
        other.snapshot("tabs", &Snapshot::whole("tabs", 0, "old"), &info("tabs")).await,
        Err(StorageError::OtherTab)
    );
    assert_eq!(other.create(&info("tabs"), &Snapshot::whole("tabs", 0, "new")).await, Err(StorageError::OtherTab));
    assert_eq!(load(&one, "tabs").await.unwrap().snapshot, "{}");
}

#[wasm_bindgen_test]
async fn a_deleted_project_does_not_exist_any_more() {
    let storage = with_project("gone").await;
    with_project("gone2").await;
    storage.append("gone", 0, &steps(&["s0"]), &info("gone")).await.unwrap();
    storage.remove("gone").await.unwrap();
    assert_eq!(load(&storage, "gone").await, None);
    assert_eq!(storage.append("gone", 1, &steps(&["s1"]), &info("gone")).await, Err(StorageError::Gone));
    assert_eq!(storage.put_info(&info("gone")).await, Err(StorageError::Gone));
    assert!(load(&storage, "gone2").await.is_some());
    storage.create(&info("gone"), &Snapshot::whole("gone", 0, "{}")).await.unwrap();
    assert_eq!(load(&storage, "gone").await.unwrap().steps.len(), 0);
}

#[wasm_bindgen_test]
async fn the_project_saved_last_is_listed_first() {
    let storage = with_project("list1").await;
    with_project("list2").await;
    storage.put_info(&ProjectInfo { saved: "2026-11-24T00:00:00.000Z".to_owned(), ..info("list2") }).await.unwrap();
    let keys: Vec<String> = storage.list().await.unwrap().into_iter().map(|info| info.key).collect();
    let index = |key: &str| keys.iter().position(|other| other == key).unwrap();
    assert!(index("list2") < index("list1"), "{keys:?}");
}

#[wasm_bindgen_test]
async fn a_missing_or_throwing_storage_counts_as_refused() {
    crate::restore_browser();
    let replaced = |getter: &str| {
        run(&format!("Object.defineProperty(window, 'indexedDB', {{ configurable: true, get() {{ {getter} }} }})"));
    };
    for getter in [
        "throw new DOMException('blocked', 'SecurityError')",
        "return null",
        "return undefined",
        "const f = Object.create(IDBFactory.prototype); \
         f.open = () => { throw new DOMException('no', 'SecurityError') }; return f",
        "const f = Object.create(IDBFactory.prototype); \
         f.open = () => { throw new DOMException('no', 'InvalidStateError') }; return f",
    ] {
        replaced(getter);
        let opened = Storage::open().await.err();
        assert_eq!(opened, Some(StorageError::Refused), "{getter}");
    }
    crate::restore_browser();
    assert!(Storage::open().await.is_ok());
}

#[wasm_bindgen_test]
async fn an_exceeded_quota_is_reported_and_nothing_is_saved_partially() {
    let storage = with_project("full").await;
    run("window.originalAdd = IDBObjectStore.prototype.add;
         IDBObjectStore.prototype.add = function (value, key) {
           if (this.name === 'journal' && key[1] === 1) throw new DOMException('full', 'QuotaExceededError');
           return window.originalAdd.call(this, value, key);
         }");
    let appended = storage.append("full", 0, &steps(&["fits", "too much"]), &info("full")).await;
    run("IDBObjectStore.prototype.add = window.originalAdd");
    assert_eq!(appended, Err(StorageError::Quota));
    let stored = load(&storage, "full").await.unwrap();
    assert_eq!((stored.steps.len(), stored.next_seq), (0, 0));
    storage.append("full", 0, &steps(&["fits"]), &info("full")).await.unwrap();
}

#[wasm_bindgen_test]
async fn deleting_the_database_closes_the_storage_and_notifies() {
    let storage = with_project("closed").await;
    let notified = Rc::new(Cell::new(false));
    storage.on_gone({
        let notified = notified.clone();
        move || notified.set(true)
    });
    let deleted = run("return new Promise((done, failed) => {
        const request = indexedDB.deleteDatabase('crossread');
        request.onsuccess = done; request.onerror = failed; request.onblocked = failed;
    })");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(deleted)).await.unwrap();
    assert!(notified.get());
    assert_eq!(storage.list().await.err(), Some(StorageError::Gone));
    assert_eq!(storage.append("closed", 0, &steps(&["s0"]), &info("closed")).await, Err(StorageError::Gone));
}

#[wasm_bindgen_test]
async fn a_newer_database_is_not_changed() {
    crate::restore_browser();
    let version = |version: u32| {
        let script = format!(
            "return new Promise((done, failed) => {{
                const request = indexedDB.open('crossread', {version});
                request.onsuccess = () => {{ request.result.close(); done() }}; request.onerror = failed;
            }})"
        );
        wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(run(&script)))
    };
    version(4).await.unwrap();
    let opened = Storage::open().await.err();
    let cleared = run("return new Promise(done => indexedDB.deleteDatabase('crossread').onsuccess = done)");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(cleared)).await.unwrap();
    assert_eq!(opened, Some(StorageError::Newer));
    version(3).await.unwrap();
    assert!(matches!(Storage::open().await.err(), Some(StorageError::Foreign)), "stores are missing");
    let cleared = run("return new Promise(done => indexedDB.deleteDatabase('crossread').onsuccess = done)");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(cleared)).await.unwrap();
}

#[wasm_bindgen_test]
async fn a_blocked_request_is_reported_and_does_not_block_later() {
    crate::restore_browser();
    run("window.originalOpen = IDBFactory.prototype.open;
         IDBFactory.prototype.open = function (name, version) {
           const request = window.originalOpen.call(this, name, version);
           queueMicrotask(() => request.dispatchEvent(new IDBVersionChangeEvent('blocked')));
           return request;
         }");
    let opened = Storage::open().await.err();
    run("IDBFactory.prototype.open = window.originalOpen");
    assert_eq!(opened, Some(StorageError::Blocked));
    let cleared = run("return new Promise(done => indexedDB.deleteDatabase('crossread').onsuccess = done)");
    wasm_bindgen_futures::JsFuture::from(js_sys::Promise::from(cleared)).await.unwrap();
}

#[wasm_bindgen_test]
fn preferences_never_panic() {
    preferences::set("size", "large").unwrap();
    assert_eq!(preferences::get("size").as_deref(), Some("large"));
    preferences::remove("size").unwrap();
    assert_eq!(preferences::get("size"), None);
    run("window.originalStorage = Object.getOwnPropertyDescriptor(window, 'localStorage');
         Object.defineProperty(window, 'localStorage', { configurable: true,
           get() { throw new DOMException('blocked', 'SecurityError') } })");
    let blocked = (preferences::get("size"), preferences::set("size", "x").is_err(), preferences::remove("x").is_err());
    run("Object.defineProperty(window, 'localStorage', window.originalStorage)");
    assert_eq!(blocked, (None, true, true));
}

#[wasm_bindgen_test]
fn the_current_time_can_be_formatted() {
    let now = clock::now();
    assert!(now.as_str() > "2024-01-01" && now.as_str().ends_with('Z'));
    assert!(clock::local_time(&now).contains(&now.as_str()[..4]));
}
