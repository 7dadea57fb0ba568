//! Bytes in the memory of JavaScript, which are copied piece by piece: the memory of the program never shrinks, so a large
//! file is not copied as a whole.

use js_sys::{Array, JsString, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::Blob;

use crate::json::Source;

/// Bytes in the memory of JavaScript.
#[derive(Clone, Debug)]
pub struct JsBytes(Uint8Array);

impl JsBytes {
    /// The bytes of a `Uint8Array`; none if it is something else.
    pub fn of_value(value: &JsValue) -> Self {
        Self(value.dyn_ref::<Uint8Array>().cloned().unwrap_or_else(|| Uint8Array::new_with_length(0)))
    }

    /// The bytes of a blob or file.
    ///
    /// # Errors
    /// When the browser cannot read it.
    pub async fn of_blob(blob: &Blob) -> Result<Self, JsValue> {
        Ok(Self(Uint8Array::new(&JsFuture::from(blob.array_buffer()).await?)))
    }

    /// A text in UTF-8.
    ///
    /// # Errors
    /// When the browser has no memory for it.
    pub async fn of_text(text: &JsString) -> Result<Self, JsValue> {
        Self::of_blob(&Blob::new_with_str_sequence(&Array::of1(text))?).await
    }

    /// The bytes from an offset on, without a copy.
    pub fn from_offset(&self, from: usize) -> Self {
        self.range(from, self.len())
    }

    /// The bytes between two offsets, without a copy.
    pub fn range(&self, from: usize, to: usize) -> Self {
        Self(self.0.subarray(from as u32, to as u32))
    }

    /// A copy of all bytes.
    pub fn to_vec(&self) -> Vec<u8> {
        self.0.to_vec()
    }

    /// A copy of the first bytes, as many as there are up to a limit.
    pub fn head(&self, most: usize) -> Vec<u8> {
        self.0.subarray(0, most as u32).to_vec()
    }
}

impl Source for JsBytes {
    fn len(&self) -> usize {
        self.0.length() as usize
    }

    fn fetch(&self, at: usize, count: usize, into: &mut Vec<u8>) {
        let from = into.len();
        into.resize(from + count, 0);
        self.0.subarray(at as u32, (at + count) as u32).copy_to(&mut into[from..]);
    }
}

/// Bytes that are written in parts.
#[derive(Clone, Debug, Default)]
pub struct JsParts {
    parts: Array,
    len: u32,
}

impl JsParts {
    /// Adds bytes at the end.
    pub fn push(&mut self, part: &[u8]) {
        self.parts.push(&Uint8Array::from(part));
        self.len += part.len() as u32;
    }

    /// The number of bytes.
    pub fn len(&self) -> usize {
        self.len as usize
    }

    /// Whether there are no bytes.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The parts, for a `Blob`.
    pub fn array(&self) -> &Array {
        &self.parts
    }

    /// All bytes after those of a header, as a `Blob`.
    ///
    /// # Errors
    /// When the browser has no room for it.
    pub fn blob(&self, header: &[u8]) -> Result<Blob, JsValue> {
        let parts = self.parts.slice(0, self.parts.length());
        parts.unshift(&Uint8Array::from(header));
        Blob::new_with_u8_array_sequence(&parts)
    }

    /// All bytes after those of a header, as one array.
    pub fn joined(&self, header: &[u8]) -> Uint8Array {
        let all = Uint8Array::new_with_length(header.len() as u32 + self.len);
        all.subarray(0, header.len() as u32).copy_from(header);
        let mut at = header.len() as u32;
        for part in self.parts.iter().filter_map(|part| part.dyn_into::<Uint8Array>().ok()) {
            all.set(&part, at);
            at += part.length();
        }
        all
    }
}
