//! Reads the entry of a project for a change, and converts records of version 1 of the store: plain strings, and one
//! snapshot for each project under the key of the project.

use wasm_bindgen::JsValue;

use super::StorageError;
use super::record::{Entry, Record, between, checksummed_value, info_without_entry, project_and_number, step_key};
use super::snapshot::Snapshot;
use super::stores::{JOURNAL, SNAPSHOTS};
use super::transaction::StoreTransaction;
use crate::format::checksummed;

impl StoreTransaction {
    /// Reads the entry of an existing project for a change. Converts the project if it is of version 1 of the store,
    /// and reconstructs a damaged entry from the keys of the other records.
    pub(super) async fn expect_record(&self, key: &str) -> Result<Record, StorageError> {
        match self.entry(key).await?.ok_or(StorageError::Gone)? {
            Entry::Current(record) => Ok(record),
            Entry::Older(record) => {
                convert(self, key, &record).await?;
                Ok(record)
            }
            Entry::Damaged => {
                let last = |keys: Vec<JsValue>| keys.iter().filter_map(project_and_number).map(|(_, seq)| seq).max();
                let all = || between(key, 0, None);
                let base = last(self.store(SNAPSHOTS)?.get_all_keys(Some(all()?), None)?.await?).unwrap_or(0);
                let last_step = last(self.store(JOURNAL)?.get_all_keys(Some(all()?), None)?.await?);
                let next = last_step.map_or(base, |seq| base.max(seq + 1));
                Ok(Record { info: info_without_entry(key), base, next })
            }
        }
    }
}

/// Converts the records of a project from version 1, in the same transaction. Values that are not strings are damaged;
/// they are not changed, and are reported when the project is opened.
async fn convert(transaction: &StoreTransaction, key: &str, record: &Record) -> Result<(), StorageError> {
    let snapshots = transaction.store(SNAPSHOTS)?;
    if let Some(json) = snapshots.get(JsValue::from_str(key))?.await?.and_then(|value| value.as_string()) {
        transaction.put_first_snapshot(key, &Snapshot::whole(key, record.base, &json)).await?;
        snapshots.delete(JsValue::from_str(key))?;
    }
    let journal = transaction.store(JOURNAL)?;
    let keys = journal.get_all_keys(Some(between(key, 0, None)?), None)?.await?;
    let values = journal.get_all(Some(between(key, 0, None)?), None)?.await?;
    for (step, value) in keys.iter().zip(&values) {
        if let (Some((_, seq)), Some(json)) = (project_and_number(step), value.as_string()) {
            journal.put(&checksummed_value(&checksummed::step_name(key, seq), &json), Some(&step_key(key, seq)))?;
        }
    }
    transaction.put_record(record)
}
