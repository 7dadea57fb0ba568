//! The stored records of a project, and their keys.

use idb::{KeyRange, Query};
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};

use super::StorageError;
use crate::format::ProjectInfo;
use crate::format::checksummed;
use crate::format::recovery::StoredRecord;
use crate::json::{FromJson, parse, record, to_line};
use crate::web::js_json;

/// A record of the store `projects`. From the number of the next step, a tab detects that another tab has written.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Record {
    pub(super) info: ProjectInfo,
    /// The number of the first step that the newest snapshot does not contain.
    pub(super) base: u32,
    /// The number of the next step.
    pub(super) next: u32,
}

record!(Record, ProjectEntry, { defaulted "info": info, defaulted "base": base, defaulted "next": next });

/// A value of the store `projects`.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Entry {
    /// A record of this version.
    Current(Record),
    /// A record of version 1 of the store, as are then the snapshot and the steps of the project.
    Older(Record),
    /// Another value.
    Damaged,
}

impl Entry {
    pub(super) fn read(key: &str, value: &JsValue) -> Self {
        if value.is_instance_of::<Uint8Array>() {
            let bytes = bytes_of(value);
            let payload = checksummed::decode(&checksummed::entry_name(key), &bytes).ok();
            let record = payload.and_then(|json| Record::from_json(parse(json).ok()?).ok());
            return record.map_or(Self::Damaged, Self::Current);
        }
        let record = js_json::from_js(value).ok().and_then(|json| Record::from_json(json).ok());
        // Any other object is read as a record with empty fields.
        record.filter(|record| record.info.key == key).map_or(Self::Damaged, Self::Older)
    }

    /// The metadata for the list of projects.
    pub(super) fn info(self, key: &str) -> ProjectInfo {
        match self {
            Self::Current(record) | Self::Older(record) => record.info,
            Self::Damaged => info_without_entry(key),
        }
    }
}

/// The metadata of a project whose entry is missing or damaged: only the key.
pub(super) fn info_without_entry(key: &str) -> ProjectInfo {
    ProjectInfo { key: key.to_owned(), ..ProjectInfo::default() }
}

impl Record {
    pub(super) fn to_value(&self) -> JsValue {
        checksummed_value(&checksummed::entry_name(&self.info.key), &to_line(self))
    }
}

/// A payload as a checksummed record, converted to a value for the store.
pub(super) fn checksummed_value(name: &str, payload: &str) -> JsValue {
    Uint8Array::from(checksummed::encode(name, payload).as_slice()).into()
}

/// The bytes of a stored value; empty if the value is not bytes.
pub(super) fn bytes_of(value: &JsValue) -> Vec<u8> {
    value.dyn_ref::<Uint8Array>().map(Uint8Array::to_vec).unwrap_or_default()
}

/// The key of a step.
pub(super) fn step_key(key: &str, seq: u32) -> JsValue {
    Array::of2(&key.into(), &seq.into()).into()
}

/// The key of a snapshot. The first snapshot of a project has a copy, so that there are always at least two.
pub(super) fn snapshot_key(key: &str, seq: u32, copy: u32) -> JsValue {
    Array::of3(&key.into(), &seq.into(), &copy.into()).into()
}

/// A query for the records of a project with numbers from `from` up to but not including `to`; without `to`, for all
/// from
/// `from` on.
pub(super) fn between(key: &str, from: u32, to: Option<u32>) -> Result<Query, StorageError> {
    // A bound below all numbers, because a key range must not be empty.
    let lower = if from == 0 { Array::of1(&key.into()).into() } else { step_key(key, from) };
    let upper = Array::of2(&key.into(), &to.map_or(f64::INFINITY, f64::from).into());
    Ok(KeyRange::bound(&lower, &upper, Some(false), Some(true))?.into())
}

/// The project key and the number in a record key.
pub(super) fn project_and_number(key: &JsValue) -> Option<(String, u32)> {
    let parts = key.dyn_ref::<Array>()?;
    let seq = parts.get(1).as_f64().filter(|seq| (0.0..=f64::from(u32::MAX)).contains(seq))?;
    Some((parts.get(0).as_string()?, seq as u32))
}

/// Combines keys and values to stored records.
pub(super) fn stored_records(keys: &[JsValue], values: &[JsValue]) -> Vec<StoredRecord> {
    let record = |(key, value): (&JsValue, &JsValue)| {
        Some(StoredRecord { seq: project_and_number(key)?.1, bytes: bytes_of(value) })
    };
    keys.iter().zip(values).filter_map(record).collect()
}
