//! Projects in the browser's IndexedDB: for each a snapshot, and a journal of what was done since.
//!
//! Everything here resolves when the browser has committed it, and never before. A project's entry holds the number
//! of its next step; who writes names the number that he expects, so that of two tabs the second is told.

mod error;
mod open;
mod record;
mod work;

use std::rc::Rc;

use wasm_bindgen::JsValue;

pub use self::error::StorageError;
use self::open::Connection;
pub use self::record::{ProjectInfo, Stored};
use self::record::{Record, step_key, steps_between};
use self::work::Work;

const NAME: &str = "crossread";
const VERSION: u32 = 1;
/// Key: the project's. Value: a [`Record`].
const PROJECTS: &str = "projects";
/// Key: the project's. Value: native JSON.
const SNAPSHOTS: &str = "snapshots";
/// Key: the project's and a step's number. Value: the step, as JSON.
const JOURNAL: &str = "journal";

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

    /// Calls back, once, when the browser takes the storage away: the person cleared it, or a newer version of the
    /// program in another tab needs it. From then on everything fails with [`StorageError::Gone`].
    pub fn on_gone(&self, callback: impl FnOnce() + 'static) {
        if self.0.end.reached.get() {
            callback();
        } else {
            *self.0.end.listener.borrow_mut() = Some(Box::new(callback));
        }
    }

    /// All projects, those in the bin too, the one last saved first.
    ///
    /// # Errors
    /// When the storage fails.
    pub async fn list(&self) -> Result<Vec<ProjectInfo>, StorageError> {
        let work = self.reading()?;
        let values = work.store(PROJECTS)?.get_all(None, None)?.await?;
        work.finish().await?;
        let records: Result<Vec<Record>, StorageError> = values.iter().map(Record::from_js).collect();
        let mut infos: Vec<ProjectInfo> = Vec::new();
        // There are few, and for so few a sort is much code.
        for Record { info, .. } in records? {
            let at = infos.partition_point(|other| (&info.saved, &other.key) < (&other.saved, &info.key));
            infos.insert(at, info);
        }
        Ok(infos)
    }

    /// A project as it was last saved; `None` if there is none of that key.
    ///
    /// # Errors
    /// When the storage fails, or has the project's entry without its snapshot.
    pub async fn load(&self, key: &str) -> Result<Option<Stored>, StorageError> {
        let work = self.reading()?;
        let Some(Record { info, base, next }) = work.record(key).await? else { return Ok(None) };
        let snapshot = read_snapshot(&work, key).await?;
        let values = work.store(JOURNAL)?.get_all(Some(steps_between(key, base, None)?), None)?.await?;
        work.finish().await?;
        let steps: Option<Vec<String>> = values.iter().map(JsValue::as_string).collect();
        let whole = steps.filter(|steps| steps.len() == next.saturating_sub(base) as usize);
        let steps = whole.ok_or_else(|| StorageError::Other(format!("the journal of “{}” is damaged", info.title)))?;
        Ok(Some(Stored { info, snapshot, steps, next_seq: next }))
    }

    /// Adds a project; its first step gets the number 0.
    ///
    /// # Errors
    /// When the storage fails, or has a project of that key ([`StorageError::OtherTab`]).
    pub async fn create(&self, info: &ProjectInfo, snapshot: &str) -> Result<(), StorageError> {
        let work = self.writing()?;
        let (key, record) = (JsValue::from_str(&info.key), Record { info: info.clone(), base: 0, next: 0 });
        work.store(PROJECTS)?.add(&record.to_js()?, Some(&key))?;
        work.store(SNAPSHOTS)?.put(&snapshot.into(), Some(&key))?;
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
            journal.add(&step.as_str().into(), Some(&step_key(key, seq)))?;
        }
        let next = first_seq + steps.len() as u32;
        work.put_record(&Record { info: with_key(info, key), next, ..record })?;
        work.finish().await
    }

    /// Replaces a project's snapshot, deletes the steps below the number `seq_before`, which it must hold and no
    /// others, and renews its entry, all or nothing.
    ///
    /// # Errors
    /// When the storage fails; [`StorageError::OtherTab`] if the stored snapshot holds later steps or not all of these
    /// are stored, and [`StorageError::Gone`] if the project is not there any more.
    pub async fn snapshot(
        &self,
        key: &str,
        seq_before: u32,
        json: &str,
        info: &ProjectInfo,
    ) -> Result<(), StorageError> {
        let work = self.writing()?;
        let record = work.expect_record(key).await?;
        if !(record.base..=record.next).contains(&seq_before) {
            return Err(StorageError::OtherTab);
        }
        work.store(SNAPSHOTS)?.put(&json.into(), Some(&key.into()))?;
        work.store(JOURNAL)?.delete(steps_between(key, 0, Some(seq_before))?)?;
        work.put_record(&Record { info: with_key(info, key), base: seq_before, ..record })?;
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
        work.store(JOURNAL)?.delete(steps_between(key, 0, None)?)?;
        work.finish().await
    }

    fn reading(&self) -> Result<Work, StorageError> {
        Work::reading(&self.0.raw)
    }

    fn writing(&self) -> Result<Work, StorageError> {
        Work::writing(&self.0.raw)
    }
}

async fn read_snapshot(work: &Work, key: &str) -> Result<String, StorageError> {
    let value = work.store(SNAPSHOTS)?.get(JsValue::from_str(key))?.await?;
    let json = value.and_then(|value| value.as_string());
    json.ok_or_else(|| StorageError::Other("a project has no snapshot".to_owned()))
}

fn with_key(info: &ProjectInfo, key: &str) -> ProjectInfo {
    ProjectInfo { key: key.to_owned(), ..info.clone() }
}
