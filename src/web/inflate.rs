//! Decompresses what is in ZIP archives, by the browser (Compression Streams).

use js_sys::{Array, Reflect, Uint8Array};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, ReadableStream, ReadableStreamDefaultReader, ReadableWritablePair};

// `web_sys` has it only with unstable interfaces.
#[wasm_bindgen]
extern "C" {
    type DecompressionStream;
    #[wasm_bindgen(constructor, catch)]
    fn new(format: &str) -> Result<DecompressionStream, JsValue>;
}

/// Decompresses raw DEFLATE; `None` if that is damaged, has more than `most` bytes, or the browser cannot do it.
pub async fn inflate(data: &[u8], most: usize) -> Option<Vec<u8>> {
    let reader: ReadableStreamDefaultReader = stream(data).ok()?.get_reader().unchecked_into();
    let mut out = Vec::new();
    loop {
        let read = JsFuture::from(reader.read()).await.ok()?;
        let get = |name: &str| Reflect::get(&read, &name.into()).unwrap_or_default();
        if get("done").is_truthy() {
            return Some(out);
        }
        let chunk = get("value").dyn_into::<Uint8Array>().ok()?;
        let start = out.len();
        if chunk.length() as usize > most - start {
            // A promise that nothing waits for.
            let _ = reader.cancel();
            return None;
        }
        out.resize(start + chunk.length() as usize, 0);
        chunk.copy_to(out.get_mut(start..)?);
    }
}

fn stream(data: &[u8]) -> Result<ReadableStream, JsValue> {
    let blob = Blob::new_with_u8_array_sequence(&Array::of1(&Uint8Array::from(data)))?;
    let inflater: ReadableWritablePair = DecompressionStream::new("deflate-raw")?.unchecked_into();
    Ok(blob.stream().pipe_through(&inflater))
}
