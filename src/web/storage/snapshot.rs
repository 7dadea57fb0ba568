//! A snapshot on its way to the storage: written in parts, and never as a whole in the memory of the program. In the store it is a
//! `Uint8Array`, or a `Blob` if it is large.

use wasm_bindgen::{JsCast, JsValue};
use web_sys::Blob;

use super::StorageError;
use crate::format::checksummed::{Checksum, snapshot_name};
use crate::json::Source as _;
use crate::web::bytes::{JsBytes, JsParts};

/// From how many bytes on a snapshot is stored as a `Blob`: the browser takes those from another thread, whereas the page
/// waits while an array is copied.
const BLOB_FROM: usize = 1 << 20;

/// How many bytes are compared at once.
const COMPARED: usize = 1 << 20;

/// The checksummed record of a complete project.
pub struct Snapshot {
    pub(super) seq: u32,
    parts: JsParts,
    checksum: Checksum,
}

impl Snapshot {
    /// A snapshot of a project before the step `seq`, without content yet.
    pub fn new(key: &str, seq: u32) -> Self {
        Self { seq, parts: JsParts::default(), checksum: Checksum::of(&snapshot_name(key, seq)) }
    }

    /// A snapshot with this content.
    pub fn whole(key: &str, seq: u32, json: &str) -> Self {
        let mut snapshot = Self::new(key, seq);
        snapshot.push(json);
        snapshot
    }

    /// Adds a part of the native JSON.
    pub fn push(&mut self, part: &str) {
        self.checksum.add(part.as_bytes());
        self.parts.push(part.as_bytes());
    }

    /// The value for the store, as a `Blob`; `None` if it is too small for one.
    pub(super) fn blob(&self) -> Option<JsValue> {
        (self.parts.len() >= BLOB_FROM)
            .then(|| self.parts.blob(self.header().as_bytes()).ok())
            .flatten()
            .map(JsValue::from)
    }

    /// The value for the store, as a `Uint8Array`.
    pub(super) fn array(&self) -> JsValue {
        self.parts.joined(self.header().as_bytes()).into()
    }

    fn header(&self) -> String {
        self.checksum.clone().header(self.parts.len())
    }

    /// Whether the store has returned these bytes.
    ///
    /// # Errors
    /// When the browser cannot read them.
    pub(super) async fn is_same(&self, found: &JsValue) -> Result<bool, StorageError> {
        let written = self.blob().unwrap_or_else(|| self.array());
        let count = length(&written);
        if count != length(found) {
            return Ok(false);
        }
        for at in (0..count).step_by(COMPARED) {
            let end = count.min(at + COMPARED);
            if piece(&written, at, end).await?.to_vec() != piece(found, at, end).await?.to_vec() {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// The bytes of a stored snapshot; none if it is something else, or if the browser cannot read it: then it is damaged.
pub(super) async fn snapshot_bytes(stored: &JsValue) -> JsBytes {
    piece(stored, 0, length(stored)).await.unwrap_or_else(|_| JsBytes::of_value(&JsValue::UNDEFINED))
}

fn length(stored: &JsValue) -> usize {
    stored.dyn_ref::<Blob>().map_or_else(|| JsBytes::of_value(stored).len(), |blob| blob.size() as usize)
}

async fn piece(stored: &JsValue, from: usize, to: usize) -> Result<JsBytes, StorageError> {
    let Some(blob) = stored.dyn_ref::<Blob>() else { return Ok(JsBytes::of_value(stored).range(from, to)) };
    let read = async { JsBytes::of_blob(&blob.slice_with_f64_and_f64(from as f64, to as f64)?).await };
    read.await.map_err(|error| StorageError::from_js(&error))
}
