//! Stores projects in IndexedDB: for each project snapshots and a journal of its steps, all as checksummed records.
//!
//! Every operation resolves only after the browser has committed it. At any time, the newest snapshot and the steps
//! after it are the complete project. The previous snapshot is kept, with the steps after it.

mod error;
mod open;
mod record;
mod snapshot;
mod stores;
mod transaction;
mod upgrade;

use std::rc::Rc;

use wasm_bindgen::JsValue;

pub use self::error::StorageError;
use self::open::Connection;
use self::record::{
    Entry, Record, between, checksummed_value, info_without_entry, project_and_number, snapshot_key, step_key,
};
pub use self::snapshot::Snapshot;
use self::snapshot::snapshot_bytes;
use self::stores::{JOURNAL, PROJECTS, SNAPSHOTS};
use self::transaction::StoreTransaction;
use crate::format::ProjectInfo;
use crate::format::checksummed;
use crate::format::recovery::{StoredRecord, StoredRecords};
use crate::web::bytes::JsBytes;

/// Which records of a project are read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The newest snapshot and the steps after it, which is enough unless a record is damaged.
    Newest,
    /// All records.
    All,
}

/// A stored project.
#[derive(Clone, Debug)]
pub struct Stored {
    /// The metadata for the list of projects.
    pub info: ProjectInfo,
    /// The records. The newest snapshot is not among them if it is in `newest`.
    pub records: StoredRecords,
    /// The newest snapshot and its number, in the memory of the browser, if only that was read.
    pub newest: Option<(u32, JsBytes)>,
}

/// The storage of projects. Clones share one connection.
#[derive(Clone)]
pub struct Storage(Rc<Connection>);

impl Storage {
    /// Opens the storage; creates it if it does not exist.
    ///
    /// # Errors
    /// When the browser refuses, another tab blocks it, or a newer version of the program has written it.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self(Rc::new(open::open().await?)))
    }

    /// Calls back once when the browser closes the storage, because the user has cleared it, or because a newer version
    /// of the program in another tab upgrades it. All later operations fail with [`StorageError::Gone`].
    pub fn on_gone(&self, callback: impl FnOnce() + 'static) {
        if self.0.closing.is_closed.get() {
            callback();
        } else {
            *self.0.closing.listener.borrow_mut() = Some(Box::new(callback));
        }
    }

    /// Whether the browser has closed the storage.
    pub fn is_gone(&self) -> bool {
        self.0.closing.is_closed.get()
    }

    /// All projects, including those in the bin and those with a damaged entry; the project that was saved last comes
    /// first.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn list(&self) -> Result<Vec<ProjectInfo>, StorageError> {
        let transaction = self.reading()?;
        let projects = transaction.store(PROJECTS)?;
        let keys = projects.get_all_keys(None, None)?.await?;
        let values = projects.get_all(None, None)?.await?;
        let snapshots = transaction.store(SNAPSHOTS)?.get_all_keys(None, None)?.await?;
        transaction.finish().await?;
        let entry = |(key, value): (&JsValue, &JsValue)| {
            let key = key.as_string()?;
            Some(Entry::read(&key, value).info(&key))
        };
        let mut found: Vec<ProjectInfo> = keys.iter().zip(&values).filter_map(entry).collect();
        for (key, _) in snapshots.iter().filter_map(project_and_number) {
            if found.iter().all(|info| info.key != key) {
                found.push(info_without_entry(&key));
            }
        }
        let mut infos: Vec<ProjectInfo> = Vec::new();
        // Inserts one by one: there are few, and a sort function would add to the wasm size.
        for info in found {
            let at = infos.partition_point(|other| (&info.saved, &other.key) < (&other.saved, &info.key));
            infos.insert(at, info);
        }
        Ok(infos)
    }

    /// Reads a project; `None` if there is no record with this key.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn load(&self, key: &str, depth: Depth) -> Result<Option<Stored>, StorageError> {
        let transaction = self.reading()?;
        let entry = transaction.entry(key).await?;
        if let Some(Entry::Older(_)) = entry {
            drop(transaction);
            self.upgrade(key).await?;
            return Box::pin(self.load(key, depth)).await;
        }
        let store = transaction.store(SNAPSHOTS)?;
        let mut keys = store.get_all_keys(Some(between(key, 0, None)?), None)?.await?;
        let mut from = 0;
        if depth == Depth::Newest {
            from = keys.iter().filter_map(project_and_number).map(|(_, seq)| seq).max().unwrap_or(0);
            keys.retain(|key| project_and_number(key).is_some_and(|(_, seq)| seq == from));
            keys.truncate(1);
        }
        let mut values = Vec::new();
        for key in &keys {
            values.push(store.get(key.clone())?.await?.unwrap_or_default());
        }
        let steps = transaction.steps(key, from).await?;
        transaction.finish().await?;
        // After the transaction, because that ends when a blob is awaited.
        let (mut newest, mut snapshots) = (None, Vec::new());
        for (at, value) in keys.iter().zip(&values) {
            let bytes = snapshot_bytes(value).await;
            if depth == Depth::Newest {
                newest = Some((from, bytes));
            } else if let Some((_, seq)) = project_and_number(at) {
                snapshots.push(StoredRecord { seq, bytes: bytes.to_vec() });
            }
        }
        if entry.is_none() && keys.is_empty() && steps.is_empty() {
            return Ok(None);
        }
        let next = if let Some(Entry::Current(record)) = &entry { Some(record.next) } else { None };
        let info = entry.map_or_else(|| info_without_entry(key), |entry| entry.info(key));
        Ok(Some(Stored { info, records: StoredRecords { key: key.to_owned(), next, snapshots, steps }, newest }))
    }

    /// The steps of a project from number `from` on, in order.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn steps(&self, key: &str, from: u32) -> Result<Vec<StoredRecord>, StorageError> {
        let transaction = self.reading()?;
        let steps = transaction.steps(key, from).await?;
        transaction.finish().await?;
        Ok(steps)
    }

    /// Adds a project; its first step gets the number 0.
    ///
    /// # Errors
    /// When the storage fails, or has a project with this key ([`StorageError::OtherTab`]).
    pub async fn create(&self, info: &ProjectInfo, snapshot: &Snapshot) -> Result<(), StorageError> {
        let transaction = self.writing()?;
        let (key, record) = (info.key.as_str(), Record { info: info.clone(), base: 0, next: 0 });
        transaction.store(PROJECTS)?.add(&record.to_value(), Some(&key.into()))?;
        transaction.put_first_snapshot(key, snapshot).await?;
        transaction.finish().await
    }

    /// Adds steps to the journal of a project, the first with the number `first_seq`, and updates its entry, in one
    /// transaction.
    ///
    /// # Errors
    /// When the storage fails; [`StorageError::OtherTab`] if another tab has written a step in the meantime, and
    /// [`StorageError::Gone`] if the project was deleted.
    pub async fn append(
        &self,
        key: &str,
        first_seq: u32,
        steps: &[String],
        info: &ProjectInfo,
    ) -> Result<(), StorageError> {
        let transaction = self.writing()?;
        let record = transaction.expect_record(key).await?;
        if record.next != first_seq {
            return Err(StorageError::OtherTab);
        }
        let journal = transaction.store(JOURNAL)?;
        for (seq, step) in (first_seq..).zip(steps) {
            journal.add(&checksummed_value(&checksummed::step_name(key, seq), step), Some(&step_key(key, seq)))?;
        }
        let next = first_seq + steps.len() as u32;
        transaction.put_record(&Record { info: with_key(info, key), next, ..record })?;
        transaction.finish().await
    }

    /// Adds a snapshot of the project before a step, reads it back, and then deletes all records that are older
    /// than the previous snapshot.
    ///
    /// # Errors
    /// When the storage fails, or does not return what was written; [`StorageError::OtherTab`] if not all steps before
    /// it are stored, and [`StorageError::Gone`] if the project was deleted.
    pub async fn snapshot(&self, key: &str, snapshot: &Snapshot, info: &ProjectInfo) -> Result<(), StorageError> {
        let seq = snapshot.seq;
        let transaction = self.writing()?;
        let record = transaction.expect_record(key).await?;
        if !(record.base..=record.next).contains(&seq) {
            return Err(StorageError::OtherTab);
        }
        transaction.put_snapshot(key, snapshot, 0)?;
        transaction.put_record(&Record { info: with_key(info, key), base: seq, ..record })?;
        transaction.finish().await?;
        self.verify(key, snapshot).await?;

        let transaction = self.writing()?;
        let keys = transaction.store(SNAPSHOTS)?.get_all_keys(Some(between(key, 0, Some(seq))?), None)?.await?;
        let before = keys.iter().filter_map(project_and_number).map(|(_, seq)| seq).max().unwrap_or(seq);
        transaction.store(SNAPSHOTS)?.delete(between(key, 0, Some(before))?)?;
        transaction.store(JOURNAL)?.delete(between(key, 0, Some(before))?)?;
        transaction.finish().await
    }

    async fn verify(&self, key: &str, written: &Snapshot) -> Result<(), StorageError> {
        let transaction = self.reading()?;
        let found = transaction.store(SNAPSHOTS)?.get(snapshot_key(key, written.seq, 0))?.await?.unwrap_or_default();
        transaction.finish().await?;
        written.is_same(&found).await?.then_some(()).ok_or(StorageError::NotAsWritten)
    }

    /// Replaces the records of a damaged project by a snapshot of it. The other records
    /// are deleted after the snapshot and a copy of it have been written.
    ///
    /// # Errors
    /// When the storage fails, or does not return what was written.
    pub async fn repair(&self, snapshot: &Snapshot, info: &ProjectInfo) -> Result<(), StorageError> {
        let (key, next) = (info.key.as_str(), snapshot.seq);
        let transaction = self.writing()?;
        transaction.put_first_snapshot(key, snapshot).await?;
        transaction.store(JOURNAL)?.delete(between(key, next, None)?)?;
        transaction.put_record(&Record { info: info.clone(), base: next, next })?;
        transaction.finish().await?;
        self.verify(key, snapshot).await?;

        let transaction = self.writing()?;
        transaction.store(SNAPSHOTS)?.delete(between(key, 0, Some(next))?)?;
        // The number of a damaged snapshot may be too large.
        transaction.store(SNAPSHOTS)?.delete(between(key, next + 1, None)?)?;
        transaction.store(JOURNAL)?.delete(between(key, 0, Some(next))?)?;
        transaction.finish().await
    }

    /// Updates the entry of a project.
    ///
    /// # Errors
    /// When the storage fails; [`StorageError::Gone`] if the project was deleted.
    pub async fn put_info(&self, info: &ProjectInfo) -> Result<(), StorageError> {
        let transaction = self.writing()?;
        let record = transaction.expect_record(&info.key).await?;
        transaction.put_record(&Record { info: info.clone(), ..record })?;
        transaction.finish().await
    }

    /// Deletes a project permanently; does nothing if there is none.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn remove(&self, key: &str) -> Result<(), StorageError> {
        let transaction = self.writing()?;
        transaction.store(PROJECTS)?.delete(JsValue::from_str(key))?;
        transaction.store(SNAPSHOTS)?.delete(JsValue::from_str(key))?;
        transaction.store(SNAPSHOTS)?.delete(between(key, 0, None)?)?;
        transaction.store(JOURNAL)?.delete(between(key, 0, None)?)?;
        transaction.finish().await
    }

    /// The number of the next step of a project; `None` if there is no such project.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn next_seq(&self, key: &str) -> Result<Option<u32>, StorageError> {
        let transaction = self.reading()?;
        let entry = transaction.entry(key).await?;
        transaction.finish().await?;
        Ok(match entry {
            Some(Entry::Current(record) | Entry::Older(record)) => Some(record.next),
            _ => None,
        })
    }

    /// Converts the records of a project from version 1 of the store, in one transaction.
    async fn upgrade(&self, key: &str) -> Result<(), StorageError> {
        let transaction = self.writing()?;
        transaction.expect_record(key).await?;
        transaction.finish().await
    }

    fn reading(&self) -> Result<StoreTransaction, StorageError> {
        StoreTransaction::reading(&self.0.raw)
    }

    fn writing(&self) -> Result<StoreTransaction, StorageError> {
        StoreTransaction::writing(&self.0.raw)
    }
}

fn with_key(info: &ProjectInfo, key: &str) -> ProjectInfo {
    ProjectInfo { key: key.to_owned(), ..info.clone() }
}
