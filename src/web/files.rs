//! Reading and decoding files, and downloads.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, TextDecoder, Url};

use super::reason;
use crate::text::{Encoding, sniff};

/// How long the URL of a download stays valid, in milliseconds: browsers may read it some time after the click.
const KEEP_ADDRESS: u32 = 60_000;

/// Why a file cannot be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FileReadError {
    /// It has too many bytes.
    TooLarge {
        /// Their number.
        found: usize,
        /// The limit.
        most: usize,
    },
    /// The browser cannot read it.
    Unreadable {
        /// Its name.
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
    /// They are UTF-16 by their byte order mark, with one half of a character.
    HalfCharacter {
        /// The surrogate without its counterpart.
        surrogate: u16,
        /// Its offset in bytes.
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
/// When it is larger than `most` bytes, which is asked before any is read; or when the browser cannot read it, as when
/// it was moved or changed since it was chosen.
pub async fn read(file: &File, most: usize) -> Result<Vec<u8>, FileReadError> {
    if file.size() > most as f64 {
        return Err(FileReadError::TooLarge { found: file.size() as usize, most });
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = buffer.map_err(|error| FileReadError::Unreadable { name: file.name(), reason: reason(&error) })?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The text of a file's bytes, and the encoding they are in. A byte order mark stays, for `text::normalise` to take.
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
/// When the browser refuses to make the file; the reason in its words.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), Option<String>> {
    offer(name, mime, bytes).map_err(|error| reason(&error))
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = super::document().ok_or(JsValue::UNDEFINED)?;
    let options = BlobPropertyBag::new();
    options.set_type(mime);
    let parts = Array::of1(&Uint8Array::from(bytes));
    let blob = Blob::new_with_u8_array_sequence_and_options(&parts, &options)?;
    let address = Url::create_object_url_with_blob(&blob)?;
    let link: HtmlAnchorElement = document.create_element("a")?.unchecked_into();
    link.set_href(&address);
    link.set_download(name);
    link.click();
    Timeout::new(KEEP_ADDRESS, move || {
        // An address that is gone already needs no revoking.
        let _ = Url::revoke_object_url(&address);
    })
    .forget();
    Ok(())
}
