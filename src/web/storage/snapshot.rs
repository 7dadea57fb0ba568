//! A snapshot on its way to the storage: written in parts, and never as a whole in the memory of the program.

use wasm_bindgen::JsValue;

use crate::format::checksummed::{Checksum, snapshot_name};
use crate::json::Source as _;
use crate::web::bytes::{JsBytes, JsParts};

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

    /// The value for the store.
    pub(super) fn value(&self) -> JsValue {
        self.parts.joined(self.checksum.clone().header(self.parts.len()).as_bytes()).into()
    }
}

/// Whether two stored values are the same bytes.
pub(super) fn are_same(written: &JsValue, found: &JsValue) -> bool {
    let (a, b) = (JsBytes::of_value(written), JsBytes::of_value(found));
    let (mut of_a, mut of_b) = (Vec::new(), Vec::new());
    a.len() == b.len()
        && (0..a.len()).step_by(COMPARED).all(|at| {
            let count = COMPARED.min(a.len() - at);
            of_a.clear();
            of_b.clear();
            a.fetch(at, count, &mut of_a);
            b.fetch(at, count, &mut of_b);
            of_a == of_b
        })
}
