//! Large snapshots in the storage, and stores from before they were blobs.

use crossread::format::checksummed;
use crossread::web::storage::{Depth, Snapshot, Storage, StorageError};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::storage::{info, load, run_async, steps, with_project};
use crate::support::run;

/// What the newest snapshot of a project is in the store: the name of its type.
async fn type_of_newest_snapshot(key: &str) -> String {
    let script = format!(
        "return new Promise(done => indexedDB.open('crossread').onsuccess = ({{ target: {{ result }} }}) => {{
           const cursor = result.transaction('snapshots').objectStore('snapshots')
             .openCursor(IDBKeyRange.bound(['{key}'], ['{key}', []]), 'prev');
           cursor.onsuccess = () => {{ result.close(); done(cursor.result.value.constructor.name) }};
         }})"
    );
    run_async(&script).await.as_string().unwrap()
}

#[wasm_bindgen_test]
async fn a_large_snapshot_is_a_blob_and_is_checked_like_a_small_one() {
    let storage = with_project("large").await;
    assert_eq!(type_of_newest_snapshot("large").await, "Uint8Array");
    storage.append("large", 0, &steps(&["s0"]), &info("large")).await.unwrap();
    let content = format!("{{\"text\":\"{}\"}}", "é👶".repeat(300_000));
    storage.snapshot("large", &Snapshot::whole("large", 1, &content), &info("large")).await.unwrap();
    assert_eq!(type_of_newest_snapshot("large").await, "Blob");
    assert!(load(&storage, "large").await.unwrap().snapshot == content);
    let all = storage.load("large", Depth::All).await.unwrap().unwrap().records.snapshots;
    let name = checksummed::snapshot_name("large", 1);
    assert!(all.iter().any(|record| checksummed::decode(&name, &record.bytes).is_ok_and(|found| found == content)));

    storage.append("large", 1, &steps(&["s1"]), &info("large")).await.unwrap();
    run("window.originalPut = IDBObjectStore.prototype.put;
         IDBObjectStore.prototype.put = function (value, key) {
           if (value instanceof Blob) value = new Blob([value.slice(0, -1), '!']);
           return window.originalPut.call(this, value, key);
         }");
    let changed = storage.snapshot("large", &Snapshot::whole("large", 2, &content), &info("large")).await;
    run("IDBObjectStore.prototype.put = window.originalPut");
    assert_eq!(changed, Err(StorageError::NotAsWritten));

    // As WebKit in a private window.
    run("IDBObjectStore.prototype.put = function (value, key) {
           if (value instanceof Blob) throw new DOMException('no blobs', 'DataCloneError');
           return window.originalPut.call(this, value, key);
         }");
    let refused = storage.repair(&Snapshot::whole("large", 3, &content), &info("large")).await;
    run("IDBObjectStore.prototype.put = window.originalPut");
    assert_eq!((refused, type_of_newest_snapshot("large").await.as_str()), (Ok(()), "Uint8Array"));
    assert!(load(&storage, "large").await.unwrap().snapshot == content);
}

#[wasm_bindgen_test]
async fn version_2_of_the_store_is_opened_as_it_is() {
    crate::restore_browser();
    run_async("return new Promise(done => indexedDB.deleteDatabase('crossread').onsuccess = done)").await;
    drop(with_project("two").await);
    // Version 2 has the same stores, so its number is all that differs.
    let records = "return new Promise(done => indexedDB.open('crossread').onsuccess = async ({ target: { result } }) => {
           const all = (it) => new Promise(found => it.onsuccess = () => found(it.result));
           const read = (name) => result.transaction(name).objectStore(name);
           window.kept = {};
           for (const name of ['projects', 'snapshots', 'journal'])
             window.kept[name] = [await all(read(name).getAllKeys()), await all(read(name).getAll())];
           result.close();
           indexedDB.deleteDatabase('crossread').onsuccess = () => {
             const request = indexedDB.open('crossread', 2);
             request.onupgradeneeded = () => Object.keys(window.kept).forEach(name => request.result.createObjectStore(name));
             request.onsuccess = () => {
               const work = request.result.transaction(Object.keys(window.kept), 'readwrite');
               for (const [name, [keys, values]] of Object.entries(window.kept))
                 keys.forEach((key, at) => work.objectStore(name).put(values[at], key));
               work.oncomplete = () => { request.result.close(); done() };
             };
           };
         })";
    run_async(records).await;
    let storage = Storage::open().await.unwrap();
    assert_eq!(load(&storage, "two").await.unwrap().snapshot, "{\"n\":0}");
}
