//! Reads and decodes files, and downloads files.

use gloo::timers::callback::Timeout;
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, TextDecoder, TextDecoderOptions, Url};

use super::bytes::{JsBytes, JsParts};
use super::reason;
use crate::text::{ENCODINGS, Encoding};

/// How long the URL of a download stays valid, in milliseconds: browsers may read it some time after the click.
const URL_LIFETIME_MS: u32 = 60_000;

/// How much of a file is read at once.
const PART_BYTES: usize = 4 << 20;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileReadError {
    /// The file is too large.
    TooLarge {
        /// The number of bytes.
        found: usize,
        /// The limit in bytes.
        most: usize,
    },
    /// The browser cannot read the file.
    Unreadable {
        /// The reason as the browser gives it.
        reason: Option<String>,
    },
}

/// Why the bytes of a file are not a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They contain NUL characters.
    NotText,
    /// The browser cannot decode them.
    Refused {
        /// The reason as the browser gives it.
        reason: Option<String>,
    },
}

/// The files of a list, in order.
pub fn files_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// The bytes of a file.
///
/// # Errors
/// When the file is larger than `most` bytes, which is checked before reading; or when the browser cannot read it, for
/// example because it was moved or changed after it was chosen.
pub async fn read(file: &File, most: usize) -> Result<Vec<u8>, FileReadError> {
    if file.size() > most as f64 {
        return Err(FileReadError::TooLarge { found: file.size() as usize, most });
    }
    bytes_of(file).await
}

/// The bytes of a file, read in parts: after each, `go_on` gets the number of bytes and says whether to go on; `None` if not.
///
/// # Errors
/// As [`read`].
pub async fn read_in_parts(
    file: &File,
    most: usize,
    go_on: &mut dyn FnMut(usize) -> bool,
) -> Result<Option<Vec<u8>>, FileReadError> {
    if file.size() > most as f64 {
        return Err(FileReadError::TooLarge { found: file.size() as usize, most });
    }
    let mut bytes = Vec::with_capacity(file.size() as usize);
    while (bytes.len() as f64) < file.size() {
        let part = file.slice_with_f64_and_f64(bytes.len() as f64, (bytes.len() + PART_BYTES) as f64);
        let part = bytes_of(&part.map_err(|error| FileReadError::Unreadable { reason: reason(&error) })?).await?;
        if part.is_empty() {
            break;
        }
        bytes.extend_from_slice(&part);
        if !go_on(bytes.len()) {
            return Ok(None);
        }
    }
    Ok(Some(bytes))
}

/// The first bytes of a file, as many as it has up to a limit.
///
/// # Errors
/// When the browser cannot read it.
pub async fn read_head(file: &File, most: usize) -> Result<Vec<u8>, FileReadError> {
    let head = file.slice_with_f64_and_f64(0.0, most as f64);
    bytes_of(&head.map_err(|error| FileReadError::Unreadable { reason: reason(&error) })?).await
}

async fn bytes_of(blob: &Blob) -> Result<Vec<u8>, FileReadError> {
    let buffer = JsFuture::from(blob.array_buffer()).await;
    let bytes = buffer.map_err(|error| FileReadError::Unreadable { reason: reason(&error) })?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The text of a file's bytes. What is not valid in the encoding becomes U+FFFD. A byte order mark stays, for
/// `text::normalise` to take.
///
/// # Errors
/// When the text has NUL characters, or the browser does not decode it.
pub fn decode(bytes: &[u8], encoding: Encoding) -> Result<String, DecodeError> {
    let text = match encoding {
        Encoding::UTF_8 => String::from_utf8_lossy(bytes).into_owned(),
        other => {
            decode_by_browser(bytes, other.name()).map_err(|error| DecodeError::Refused { reason: reason(&error) })?
        }
    };
    if text.contains('\0') { Err(DecodeError::NotText) } else { Ok(text) }
}

fn decode_by_browser(bytes: &[u8], label: &str) -> Result<String, JsValue> {
    let options = TextDecoderOptions::new();
    // Without this, the decoder removes a byte order mark. The binding has no function for it.
    Reflect::set(&options, &"ignoreBOM".into(), &true.into())?;
    TextDecoder::new_with_label_and_options(label, &options)?.decode_with_u8_array(bytes)
}

/// The encoding of a label, such as "latin1", as the Encoding Standard says.
pub fn encoding_of_label(label: &str) -> Option<Encoding> {
    let name = TextDecoder::new_with_label(label).ok()?.encoding();
    // The browser gives names in lower case.
    ENCODINGS
        .iter()
        .flat_map(|(_, encodings)| encodings.iter())
        .find(|encoding| is_name(encoding.name(), &name))
        .copied()
}

/// Whether a name is that of an encoding: GBK is a part of gb18030.
fn is_name(encoding: &str, name: &str) -> bool {
    encoding.eq_ignore_ascii_case(name) || encoding == "gb18030" && name.eq_ignore_ascii_case("gbk")
}

/// The bytes of a file, in the memory of the browser.
///
/// # Errors
/// As [`read`].
pub async fn read_outside(file: &File, most: usize) -> Result<JsBytes, FileReadError> {
    if file.size() > most as f64 {
        return Err(FileReadError::TooLarge { found: file.size() as usize, most });
    }
    JsBytes::of_blob(file).await.map_err(|error| FileReadError::Unreadable { reason: reason(&error) })
}

/// Downloads bytes as a file with this name and media type.
///
/// # Errors
/// When the browser cannot create the file; with its reason.
pub fn download(name: &str, mime: &str, bytes: &JsParts) -> Result<(), Option<String>> {
    start_download(name, mime, bytes).map_err(|error| reason(&error))
}

fn start_download(name: &str, mime: &str, bytes: &JsParts) -> Result<(), JsValue> {
    let document = super::document().ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let blob = Blob::new_with_u8_array_sequence_and_options(bytes.array(), &options)?;
    let url = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&url);
    link.set_download(name);
    link.click();
    Timeout::new(URL_LIFETIME_MS, move || {
        // Fails only if the URL is no longer valid.
        let _ = Url::revoke_object_url(&url);
    })
    .forget();
    Ok(())
}
