//! Why a file cannot be read, decoded or downloaded.

use super::{browser_reason, read::too_large};
use crate::app::messages::text::quoted;

/// The file has more bytes than the limit.
pub fn file_too_large(found: usize, most: usize) -> String {
    format!("{}. Split it, or leave out what is not needed.", too_large(found, most))
}

/// The browser cannot read the file of this name.
pub fn unreadable_file(name: &str, reason: Option<&str>) -> String {
    format!(
        "{} could not be read: {}. If it was moved or changed, choose it again.",
        quoted(name),
        browser_reason(reason)
    )
}

/// The file contains NUL characters.
pub const NOT_TEXT: &str = "this is not a text: it contains NUL characters, as pictures, office documents and UTF-16 \
                            without a byte order mark do. Save it as plain text in UTF-8 and choose it again.";

/// The file is not the UTF-8 that it seemed to be.
pub const NOT_UTF8: &str = "the file is not valid UTF-8. Save it as plain text in UTF-8 and choose it again.";

/// The file is UTF-16 by its byte order mark, with an odd number of bytes.
pub fn odd_utf16(bytes: usize) -> String {
    format!(
        "the file has the byte order mark of UTF-16, but {bytes} bytes, which is not an even number: it was cut off, \
         or has another encoding. Save it as UTF-8 and choose it again."
    )
}

/// The file is UTF-16 by its byte order mark, with half of a character at an offset in bytes.
pub fn half_character(surrogate: u16, byte: usize) -> String {
    format!(
        "the file has the byte order mark of UTF-16, but half a character ({surrogate:04X}) at byte {byte}. Save it as \
         UTF-8 and choose it again."
    )
}

/// The browser cannot decode the file.
pub fn not_decoded(reason: Option<&str>) -> String {
    format!("the file is not UTF-8 and could not be read as Windows-1252: {}.", browser_reason(reason))
}

/// The browser cannot make the download of this name.
pub fn not_downloaded(name: &str, reason: Option<&str>) -> String {
    format!("{} could not be downloaded: {}.", quoted(name), browser_reason(reason))
}
