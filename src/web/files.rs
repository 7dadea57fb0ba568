//! Reads and decodes files, and downloads files.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, TextDecoder, Url};

use super::reason;
use crate::text::{Encoding, sniff};

/// How long the URL of a download stays valid, in milliseconds: browsers may read it some time after the click.
const URL_LIFETIME_MS: u32 = 60_000;

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
        /// The name of the file.
        name: String,
        /// The reason as the browser gives it.
        reason: Option<String>,
    },
}

/// Why the bytes of a file are not a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DecodeError {
    /// They are not UTF-8.
    NotUtf8,
    /// They contain NUL characters.
    NotText,
    /// They are UTF-16 by their byte order mark, with an odd number of bytes.
    OddUtf16 {
        /// The number of bytes.
        bytes: usize,
    },
    /// They are UTF-16 by their byte order mark, with an unpaired surrogate.
    HalfCharacter {
        /// The unpaired surrogate.
        surrogate: u16,
        /// The offset of the surrogate in bytes.
        byte: usize,
    },
    /// The browser cannot decode them as Windows-1252.
    Windows1252 {
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
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = buffer.map_err(|error| FileReadError::Unreadable { name: file.name(), reason: reason(&error) })?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// Decodes the bytes of a file; also returns the encoding. A byte order mark is kept, for `text::normalise` to remove.
///
/// # Errors
/// When the bytes are not valid in their encoding, or are not text.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), DecodeError> {
    let encoding = sniff(bytes);
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8(bytes.to_vec()).map_err(|_| DecodeError::NotUtf8)?,
        Encoding::Utf16Le => decode_utf16(bytes, u16::from_le_bytes)?,
        Encoding::Utf16Be => decode_utf16(bytes, u16::from_be_bytes)?,
        Encoding::Windows1252 => decode_windows_1252(bytes)?,
    };
    match text.find('\0') {
        Some(_) => Err(DecodeError::NotText),
        None => Ok((text, encoding)),
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, DecodeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(DecodeError::OddUtf16 { bytes: bytes.len() });
    }
    let mut text = String::with_capacity(bytes.len());
    let mut units = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = decoded
            .map_err(|error| DecodeError::HalfCharacter { surrogate: error.unpaired_surrogate(), byte: units * 2 })?;
        units += c.len_utf16();
        text.push(c);
    }
    Ok(text)
}

fn decode_windows_1252(bytes: &[u8]) -> Result<String, DecodeError> {
    let decode = || TextDecoder::new_with_label(Encoding::Windows1252.label())?.decode_with_u8_array(bytes);
    decode().map_err(|error| DecodeError::Windows1252 { reason: reason(&error) })
}

/// Downloads bytes as a file with this name and media type.
///
/// # Errors
/// When the browser cannot create the file; with its reason.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Option<String>> {
    start_download(name, mime, bytes).map_err(|error| reason(&error))
}

fn start_download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = super::document().ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
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
