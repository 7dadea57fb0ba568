//! What version 1 of the store wrote: plain strings, one snapshot for each project under the project's key.

use wasm_bindgen::JsValue;

use super::record::{between, parts, sealed_value, step_key};
use super::work::Work;
use super::{JOURNAL, Record, SNAPSHOTS, StorageError};
use crate::format::sealed;

/// Writes a project's records in today's form, within the same transaction. What is no string, and so was damaged
/// before, is left as it is: opening the project tells of it.
pub(super) async fn renew(work: &Work, key: &str, record: &Record) -> Result<(), StorageError> {
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
            journal.put(&sealed_value(&sealed::step_name(key, seq), &json), Some(&step_key(key, seq)))?;
        }
    }
    work.put_record(record)
}
