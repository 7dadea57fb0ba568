//! What is stored of a project, and the keys it is stored under.

use idb::{KeyRange, Query};
use js_sys::Array;
use wasm_bindgen::JsValue;

use super::StorageError;
use crate::json::{FromJson, record};
use crate::web::js_json;

/// What the list of projects shows of one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProjectInfo {
    /// Names it in the storage; never changes.
    pub key: String,
    /// Its title.
    pub title: String,
    /// When it was made, in RFC 3339.
    pub created: String,
    /// When it was last saved, in RFC 3339.
    pub saved: String,
    /// How many articles it has.
    pub articles: u32,
    /// How many annotations it has.
    pub annotations: u32,
    /// When it was moved to the bin, in RFC 3339.
    pub deleted: Option<String>,
    /// The ids of the bundled articles that have still to be fetched into it.
    pub awaiting: Vec<String>,
}

/// A project as it was last saved.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stored {
    /// What the list shows of it.
    pub info: ProjectInfo,
    /// The project in native JSON, as it was before the steps.
    pub snapshot: String,
    /// What was done since, in order.
    pub steps: Vec<String>,
    /// The number that the next step gets.
    pub next_seq: u32,
}

/// A record of the store `projects`. The two numbers are what tells one tab that another has written.
#[derive(Clone, Debug, Default)]
pub(super) struct Record {
    pub(super) info: ProjectInfo,
    /// The number of the first step that the snapshot does not hold.
    pub(super) base: u32,
    /// The number that the next step gets.
    pub(super) next: u32,
}

record!(ProjectInfo, "what the list shows of a project", {
    usual "key": key,
    usual "title": title,
    usual "created": created,
    usual "saved": saved,
    usual "articles": articles,
    usual "annotations": annotations,
    usual "deleted": deleted,
    usual "awaiting": awaiting,
});

record!(Record, "the entry of a project", { usual "info": info, usual "base": base, usual "next": next });

impl Record {
    pub(super) fn to_js(&self) -> Result<JsValue, StorageError> {
        js_json::to_js(self).map_err(|error| StorageError::from_js(&error))
    }

    pub(super) fn from_js(value: &JsValue) -> Result<Self, StorageError> {
        let read = js_json::from_js(value).and_then(Self::from_json);
        read.map_err(|error| StorageError::Other(format!("the entry of a project is damaged ({error})")))
    }
}

pub(super) fn step_key(key: &str, seq: u32) -> JsValue {
    Array::of2(&key.into(), &seq.into()).into()
}

/// All steps of a project from number `from`, up to but not including `to`, or to the last.
pub(super) fn steps_between(key: &str, from: u32, to: Option<u32>) -> Result<Query, StorageError> {
    let upper = Array::of2(&key.into(), &to.map_or(f64::INFINITY, f64::from).into());
    Ok(KeyRange::bound(&step_key(key, from), &upper, Some(false), Some(true))?.into())
}
