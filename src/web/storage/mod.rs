//! Projects in the browser's IndexedDB: for each, snapshots and a journal of its steps, all as checksummed records.
//!
//! Everything here resolves when the browser has committed it, and never before. At every instant the newest snapshot
//! and the steps after it are the project. The snapshot before it stays, with the steps after that.

mod error;
mod open;
mod record;
mod stores;
mod upgrade;
mod work;

use std::rc::Rc;

use wasm_bindgen::JsValue;

pub use self::error::StorageError;
use self::open::Connection;
use self::record::{Entry, Record, between, checksummed_value, parts, snapshot_key, step_key, stored_records, unknown};
use self::stores::{JOURNAL, PROJECTS, SNAPSHOTS};
use self::work::Work;
use crate::format::ProjectInfo;
use crate::format::checksummed;
use crate::format::recovery::{StoredRecord, StoredRecords};

/// How much is read of what is stored of a project.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Depth {
    /// The newest snapshot and the steps after it: enough while nothing is damaged.
    Newest,
    /// Everything.
    All,
}

/// What is stored of a project.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the list shows of it.
    pub info: ProjectInfo,
    /// Its records.
    pub records: StoredRecords,
}

/// The browser's storage of projects; clones share one connection.
#[derive(Clone)]
pub struct Storage(Rc<Connection>);

impl Storage {
    /// Opens the storage, and makes it when there is none.
    ///
    /// # Errors
    /// When the browser refuses, another tab blocks it, or a newer version of the program has written it.
    pub async fn open() -> Result<Self, StorageError> {
        Ok(Self(Rc::new(open::open().await?)))
    }

    /// Calls back, once, when the browser closes the storage: the user cleared it, or a newer version of the
    /// program in another tab needs it. From then on everything fails with [`StorageError::Gone`].
    pub fn on_gone(&self, callback: impl FnOnce() + 'static) {
        if self.0.end.reached.get() {
            callback();
        } else {
            *self.0.end.listener.borrow_mut() = Some(Box::new(callback));
        }
    }

    /// Whether the browser has closed the storage.
    pub fn is_gone(&self) -> bool {
        self.0.end.reached.get()
    }

    /// All projects, those in the bin too, the one last saved first. One whose entry is damaged is among them.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn list(&self) -> Result<Vec<ProjectInfo>, StorageError> {
        let work = self.reading()?;
        let projects = work.store(PROJECTS)?;
        let keys = projects.get_all_keys(None, None)?.await?;
        let values = projects.get_all(None, None)?.await?;
        let snapshots = work.store(SNAPSHOTS)?.get_all_keys(None, None)?.await?;
        work.finish().await?;
        let entry = |(key, value): (&JsValue, &JsValue)| {
            let key = key.as_string()?;
            Some(Entry::read(&key, value).info(&key))
        };
        let mut found: Vec<ProjectInfo> = keys.iter().zip(&values).filter_map(entry).collect();
        for (key, _) in snapshots.iter().filter_map(parts) {
            if found.iter().all(|info| info.key != key) {
                found.push(unknown(&key));
            }
        }
        let mut infos: Vec<ProjectInfo> = Vec::new();
        // Inserts one by one: there are few, and a sort would be more code.
        for info in found {
            let at = infos.partition_point(|other| (&info.saved, &other.key) < (&other.saved, &info.key));
            infos.insert(at, info);
        }
        Ok(infos)
    }

    /// What is stored of a project; `None` if there is nothing of that key.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn load(&self, key: &str, depth: Depth) -> Result<Option<Stored>, StorageError> {
        let work = self.reading()?;
        let entry = work.entry(key).await?;
        if let Some(Entry::Older(_)) = entry {
            drop(work);
            self.renew(key).await?;
            return Box::pin(self.load(key, depth)).await;
        }
        let store = work.store(SNAPSHOTS)?;
        let mut keys = store.get_all_keys(Some(between(key, 0, None)?), None)?.await?;
        let mut from = 0;
        if depth == Depth::Newest {
            from = keys.iter().filter_map(parts).map(|(_, seq)| seq).max().unwrap_or(0);
            keys.retain(|key| parts(key).is_some_and(|(_, seq)| seq == from));
            keys.truncate(1);
        }
        let mut snapshots = Vec::new();
        for key in &keys {
            snapshots.push(store.get(key.clone())?.await?.unwrap_or_default());
        }
        let snapshots = stored_records(&keys, &snapshots);
        let steps = work.steps(key, from).await?;
        work.finish().await?;
        if entry.is_none() && snapshots.is_empty() && steps.is_empty() {
            return Ok(None);
        }
        let next = if let Some(Entry::Current(record)) = &entry { Some(record.next) } else { None };
        let info = entry.map_or_else(|| unknown(key), |entry| entry.info(key));
        Ok(Some(Stored { info, records: StoredRecords { key: key.to_owned(), next, snapshots, steps } }))
    }

    /// The steps of a project from a number on, in order.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn steps(&self, key: &str, from: u32) -> Result<Vec<StoredRecord>, StorageError> {
        let work = self.reading()?;
        let steps = work.steps(key, from).await?;
        work.finish().await?;
        Ok(steps)
    }

    /// Adds a project; its first step gets the number 0.
    ///
    /// # Errors
    /// When the storage fails, or has a project of that key ([`StorageError::OtherTab`]).
    pub async fn create(&self, info: &ProjectInfo, snapshot: &str) -> Result<(), StorageError> {
        let work = self.writing()?;
        let (key, record) = (info.key.as_str(), Record { info: info.clone(), base: 0, next: 0 });
        work.store(PROJECTS)?.add(&record.to_value(), Some(&key.into()))?;
        work.put_first_snapshot(key, 0, snapshot)?;
        work.finish().await
    }

    /// Adds steps to a project's journal, the first with the number `first_seq`, and renews its entry, all or nothing.
    ///
    /// # Errors
    /// When the storage fails; [`StorageError::OtherTab`] if another tab has written a step since, and
    /// [`StorageError::Gone`] if the project is not there any more.
    pub async fn append(
        &self,
        key: &str,
        first_seq: u32,
        steps: &[String],
        info: &ProjectInfo,
    ) -> Result<(), StorageError> {
        let work = self.writing()?;
        let record = work.expect_record(key).await?;
        if record.next != first_seq {
            return Err(StorageError::OtherTab);
        }
        let journal = work.store(JOURNAL)?;
        for (seq, step) in (first_seq..).zip(steps) {
            journal.add(&checksummed_value(&checksummed::step_name(key, seq), step), Some(&step_key(key, seq)))?;
        }
        let next = first_seq + steps.len() as u32;
        work.put_record(&Record { info: with_key(info, key), next, ..record })?;
        work.finish().await
    }

    /// Adds a snapshot of the project as it is before the step `seq`, reads it back, and only then deletes what came
    /// before the snapshot before it.
    ///
    /// # Errors
    /// When the storage fails, or does not give back what was written; [`StorageError::OtherTab`] if not all of these
    /// steps are stored, and [`StorageError::Gone`] if the project is not there any more.
    pub async fn snapshot(&self, key: &str, seq: u32, json: &str, info: &ProjectInfo) -> Result<(), StorageError> {
        let work = self.writing()?;
        let record = work.expect_record(key).await?;
        if !(record.base..=record.next).contains(&seq) {
            return Err(StorageError::OtherTab);
        }
        let at = snapshot_key(key, seq, 0);
        work.store(SNAPSHOTS)?.put(&checksummed_value(&checksummed::snapshot_name(key, seq), json), Some(&at))?;
        work.put_record(&Record { info: with_key(info, key), base: seq, ..record })?;
        work.finish().await?;
        self.verify(key, seq, json).await?;

        let work = self.writing()?;
        let keys = work.store(SNAPSHOTS)?.get_all_keys(Some(between(key, 0, Some(seq))?), None)?.await?;
        let before = keys.iter().filter_map(parts).map(|(_, seq)| seq).max().unwrap_or(seq);
        work.store(SNAPSHOTS)?.delete(between(key, 0, Some(before))?)?;
        work.store(JOURNAL)?.delete(between(key, 0, Some(before))?)?;
        work.finish().await
    }

    async fn verify(&self, key: &str, seq: u32, json: &str) -> Result<(), StorageError> {
        let work = self.reading()?;
        let found = work.store(SNAPSHOTS)?.get(snapshot_key(key, seq, 0))?.await?.unwrap_or_default();
        work.finish().await?;
        let same = checksummed::decode(&checksummed::snapshot_name(key, seq), &record::bytes_of(&found)) == Ok(json);
        same.then_some(()).ok_or(StorageError::NotAsWritten)
    }

    /// After damage: replaces the stored project by this snapshot, taken before the step `next`. What could not be read
    /// is deleted once the snapshot, and a copy of it, are there.
    ///
    /// # Errors
    /// When the storage fails, or does not give back what was written.
    pub async fn repair(&self, next: u32, json: &str, info: &ProjectInfo) -> Result<(), StorageError> {
        let key = info.key.as_str();
        let work = self.writing()?;
        work.put_first_snapshot(key, next, json)?;
        work.store(JOURNAL)?.delete(between(key, next, None)?)?;
        work.put_record(&Record { info: info.clone(), base: next, next })?;
        work.finish().await?;
        self.verify(key, next, json).await?;

        let work = self.writing()?;
        work.store(SNAPSHOTS)?.delete(between(key, 0, Some(next))?)?;
        // A damaged number may be larger than it should be.
        work.store(SNAPSHOTS)?.delete(between(key, next + 1, None)?)?;
        work.store(JOURNAL)?.delete(between(key, 0, Some(next))?)?;
        work.finish().await
    }

    /// Renews a project's entry in the list.
    ///
    /// # Errors
    /// When the storage fails, or [`StorageError::Gone`] if the project is not there any more.
    pub async fn put_info(&self, info: &ProjectInfo) -> Result<(), StorageError> {
        let work = self.writing()?;
        let record = work.expect_record(&info.key).await?;
        work.put_record(&Record { info: info.clone(), ..record })?;
        work.finish().await
    }

    /// Deletes a project for good; nothing happens if there is none.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn remove(&self, key: &str) -> Result<(), StorageError> {
        let work = self.writing()?;
        work.store(PROJECTS)?.delete(JsValue::from_str(key))?;
        work.store(SNAPSHOTS)?.delete(JsValue::from_str(key))?;
        work.store(SNAPSHOTS)?.delete(between(key, 0, None)?)?;
        work.store(JOURNAL)?.delete(between(key, 0, None)?)?;
        work.finish().await
    }

    /// The number that the next step of a project gets; `None` if the project is not there.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn next_seq(&self, key: &str) -> Result<Option<u32>, StorageError> {
        let work = self.reading()?;
        let entry = work.entry(key).await?;
        work.finish().await?;
        Ok(match entry {
            Some(Entry::Current(record) | Entry::Older(record)) => Some(record.next),
            _ => None,
        })
    }

    /// Writes what version 1 of the store has of a project in the form of this version, all or nothing.
    async fn renew(&self, key: &str) -> Result<(), StorageError> {
        let work = self.writing()?;
        work.expect_record(key).await?;
        work.finish().await
    }

    fn reading(&self) -> Result<Work, StorageError> {
        Work::reading(&self.0.raw)
    }

    fn writing(&self) -> Result<Work, StorageError> {
        Work::writing(&self.0.raw)
    }
}

fn with_key(info: &ProjectInfo, key: &str) -> ProjectInfo {
    ProjectInfo { key: key.to_owned(), ..info.clone() }
}
