//! Reading the entry of a project in order to change it. On the way, the records of version 1 of the store are converted: plain
//! strings, with one snapshot for each project under the key of the project.

use wasm_bindgen::JsValue;

use super::StorageError;
use super::record::{Entry, Record, between, checksummed_value, parts, step_key, unknown};
use super::stores::{JOURNAL, SNAPSHOTS};
use super::work::Work;
use crate::format::checksummed;

impl Work {
    /// Reads the entry of a project that must be there and is going to be changed. What an older version of the
    /// store wrote is written anew on the way, and a damaged entry is made again from what else is there.
    pub(super) async fn expect_record(&self, key: &str) -> Result<Record, StorageError> {
        match self.entry(key).await?.ok_or(StorageError::Gone)? {
            Entry::Current(record) => Ok(record),
            Entry::Older(record) => {
                convert(self, key, &record).await?;
                Ok(record)
            }
            Entry::Damaged => {
                let last = |keys: Vec<JsValue>| keys.iter().filter_map(parts).map(|(_, seq)| seq).max();
                let all = || between(key, 0, None);
                let base = last(self.store(SNAPSHOTS)?.get_all_keys(Some(all()?), None)?.await?).unwrap_or(0);
                let last_step = last(self.store(JOURNAL)?.get_all_keys(Some(all()?), None)?.await?);
                let next = last_step.map_or(base, |seq| base.max(seq + 1));
                Ok(Record { info: unknown(key), base, next })
            }
        }
    }
}

/// Writes a project's records in today's form, within the same transaction. What is no string, and so was damaged
/// before, is left as it is: opening the project reports it.
async fn convert(work: &Work, key: &str, record: &Record) -> Result<(), StorageError> {
    let snapshots = work.store(SNAPSHOTS)?;
    if let Some(json) = snapshots.get(JsValue::from_str(key))?.await?.and_then(|value| value.as_string()) {
        work.put_first_snapshot(key, record.base, &json)?;
        snapshots.delete(JsValue::from_str(key))?;
    }
    let journal = work.store(JOURNAL)?;
    let keys = journal.get_all_keys(Some(between(key, 0, None)?), None)?.await?;
    let values = journal.get_all(Some(between(key, 0, None)?), None)?.await?;
    for (step, value) in keys.iter().zip(&values) {
        if let (Some((_, seq)), Some(json)) = (parts(step), value.as_string()) {
            journal.put(&checksummed_value(&checksummed::step_name(key, seq), &json), Some(&step_key(key, seq)))?;
        }
    }
    work.put_record(record)
}
