//! Files in and out: reading, decoding, and handing a file to the person.

use gloo::timers::callback::Timeout;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, File, FileList, HtmlAnchorElement, TextDecoder, Url};

use super::reason;
use crate::limits::too_large;
use crate::text::{Encoding, sniff};

/// How long the address of a download stays good, in ms: browsers may read it well after the click.
const KEEP_ADDRESS: u32 = 60_000;

/// The files of a list, in order.
pub fn files_of(list: &FileList) -> Vec<File> {
    (0..list.length()).filter_map(|index| list.get(index)).collect()
}

/// The bytes of a file.
///
/// # Errors
/// When it is larger than `most` bytes, which is asked before any is read; or when the browser cannot read it, as when
/// it was moved or changed since it was chosen.
pub async fn read(file: &File, most: usize) -> Result<Vec<u8>, String> {
    if file.size() > most as f64 {
        let why = too_large(file.size() as usize, most);
        return Err(format!("{why}. Divide it, or leave out what is not needed."));
    }
    let buffer = JsFuture::from(file.array_buffer()).await;
    let bytes = buffer.map_err(|error| {
        let (name, why) = (file.name(), reason(&error));
        format!("“{name}” could not be read: {why}. If it was moved or changed, choose it again.")
    })?;
    Ok(Uint8Array::new(&bytes).to_vec())
}

/// The text of a file's bytes, and the encoding they are in. A byte order mark stays, for `text::normalise` to take.
///
/// # Errors
/// When the bytes are not valid in their encoding, or are not text.
pub fn decode(bytes: &[u8]) -> Result<(String, Encoding), String> {
    let encoding = sniff(bytes);
    let text = match encoding {
        Encoding::Utf8 => String::from_utf8(bytes.to_vec()).map_err(|error| error.to_string())?,
        Encoding::Utf16Le => decode_utf16(bytes, u16::from_le_bytes)?,
        Encoding::Utf16Be => decode_utf16(bytes, u16::from_be_bytes)?,
        Encoding::Windows1252 => decode_windows_1252(bytes)?,
    };
    match text.find('\0') {
        Some(_) => {
            Err("this is not a text: it holds NUL characters, as pictures, office documents and UTF-16 without \
                        a byte order mark do. Save it as plain text in UTF-8 and choose it again."
                .to_owned())
        }
        None => Ok((text, encoding)),
    }
}

fn decode_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, String> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(format!(
            "the file says that it is UTF-16, but has {} bytes, which is not an even number: it was cut short, or is \
             of another encoding. Save it as UTF-8 and choose it again.",
            bytes.len()
        ));
    }
    let mut text = String::with_capacity(bytes.len());
    let mut units = 0;
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        let c = decoded.map_err(|error| {
            let (surrogate, byte) = (error.unpaired_surrogate(), units * 2);
            format!("the file says that it is UTF-16, but has half a character ({surrogate:04X}) at byte {byte}.")
        })?;
        units += c.len_utf16();
        text.push(c);
    }
    Ok(text)
}

fn decode_windows_1252(bytes: &[u8]) -> Result<String, String> {
    let decode = || TextDecoder::new_with_label(Encoding::Windows1252.label())?.decode_with_u8_array(bytes);
    decode()
        .map_err(|error| format!("the file is not UTF-8 and could not be read as Windows-1252: {}.", reason(&error)))
}

/// Hands bytes to the person as a download of that name and media type.
///
/// # Errors
/// When the browser refuses to make the file.
pub fn download(name: &str, mime: &str, bytes: &[u8]) -> Result<(), String> {
    offer(name, mime, bytes).map_err(|error| format!("“{name}” could not be downloaded: {}.", reason(&error)))
}

fn offer(name: &str, mime: &str, bytes: &[u8]) -> Result<(), JsValue> {
    let document = super::document().ok_or("there is no page")?;
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
