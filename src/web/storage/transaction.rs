//! A transaction of the database. It is finished only after the browser has committed it.

use idb::request::PutStoreRequest;
use idb::{ObjectStore, Transaction};
use js_sys::{Array, Function, Object, Promise, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbTransaction};

use super::StorageError;
use super::record::{Entry, Record, between, snapshot_key, stored_records};
use super::snapshot::Snapshot;
use super::stores::{JOURNAL, PROJECTS, SNAPSHOTS};
use crate::format::recovery::StoredRecord;

/// A transaction over all stores. If it is dropped before [`StoreTransaction::finish`], it is aborted.
pub(super) struct StoreTransaction {
    raw: IdbTransaction,
    /// Resolves with the event `complete` or `abort`.
    ended: JsFuture,
}

impl StoreTransaction {
    pub(super) fn reading(database: &IdbDatabase) -> Result<Self, StorageError> {
        Self::begin(database, "readonly")
    }

    pub(super) fn writing(database: &IdbDatabase) -> Result<Self, StorageError> {
        Self::begin(database, "readwrite")
    }

    fn begin(database: &IdbDatabase, mode: &str) -> Result<Self, StorageError> {
        let raw = begin_transaction(database, mode).map_err(|error| StorageError::from_js(&error))?;
        let ended = Promise::new(&mut |resolve, _reject| {
            raw.set_oncomplete(Some(&resolve));
            raw.set_onabort(Some(&resolve));
        });
        Ok(Self { raw, ended: JsFuture::from(ended) })
    }

    pub(super) fn store(&self, name: &str) -> Result<ObjectStore, StorageError> {
        Ok(Transaction::from(self.raw.clone()).object_store(name)?)
    }

    /// Reads the entry of a project.
    pub(super) async fn entry(&self, key: &str) -> Result<Option<Entry>, StorageError> {
        let value = self.store(PROJECTS)?.get(JsValue::from_str(key))?.await?;
        Ok(value.map(|value| Entry::read(key, &value)))
    }

    /// Reads the steps of a project from number `from` on.
    pub(super) async fn steps(&self, key: &str, from: u32) -> Result<Vec<StoredRecord>, StorageError> {
        let journal = self.store(JOURNAL)?;
        let keys = journal.get_all_keys(Some(between(key, from, None)?), None)?.await?;
        let values = journal.get_all(Some(between(key, from, None)?), None)?.await?;
        Ok(stored_records(&keys, &values))
    }

    /// Writes the entry of a project.
    pub(super) fn put_record(&self, record: &Record) -> Result<(), StorageError> {
        self.store(PROJECTS)?.put(&record.to_value(), Some(&record.info.key.as_str().into()))?;
        Ok(())
    }

    /// Writes the only snapshot of a project, and a copy of it. The page gets its turn between them, because each may block it while
    /// the browser copies the value.
    pub(super) async fn put_first_snapshot(&self, key: &str, snapshot: &Snapshot) -> Result<(), StorageError> {
        for copy in 0..=1 {
            if self.put_snapshot(key, snapshot, copy)?.await.is_err() {
                // The transaction is aborted, and `finish` has the reason.
                break;
            }
        }
        Ok(())
    }

    /// Writes a snapshot.
    pub(super) fn put_snapshot(
        &self,
        key: &str,
        snapshot: &Snapshot,
        copy: u32,
    ) -> Result<PutStoreRequest, StorageError> {
        let (store, at) = (self.store(SNAPSHOTS)?, snapshot_key(key, snapshot.seq, copy));
        let as_blob = snapshot.blob().and_then(|blob| store.put(&blob, Some(&at)).ok());
        // In a private window, WebKit refuses blobs.
        as_blob.map_or_else(|| Ok(store.put(&snapshot.array(), Some(&at))?), Ok)
    }

    /// Waits until the transaction is committed.
    pub(super) async fn finish(mut self) -> Result<(), StorageError> {
        let event = (&mut self.ended).await.map_err(|error| StorageError::from_js(&error))?;
        let kind = Reflect::get(&event, &"type".into()).ok().and_then(|kind| kind.as_string());
        if kind.as_deref() == Some("complete") {
            return Ok(());
        }
        // The browser aborts without an error if it has closed the connection.
        Err(self.raw.error().map_or(StorageError::Gone, |error| StorageError::from_js(&error)))
    }
}

/// Begins a transaction with strict durability, so that saved changes are on the disk and not only in a cache of the
/// operating system. The option has no stable binding in `web-sys`; browsers that do not know it ignore it.
fn begin_transaction(database: &IdbDatabase, mode: &str) -> Result<IdbTransaction, JsValue> {
    let names: Array = [PROJECTS, SNAPSHOTS, JOURNAL].into_iter().map(JsValue::from).collect();
    let options = Object::new();
    Reflect::set(&options, &"durability".into(), &"strict".into())?;
    let begin: Function = Reflect::get(database, &"transaction".into())?.dyn_into()?;
    begin.call3(database, &names, &mode.into(), &options)?.dyn_into()
}

impl Drop for StoreTransaction {
    fn drop(&mut self) {
        // Fails if the transaction has ended, so that there is nothing to abort.
        let _ = self.raw.abort();
    }
}
