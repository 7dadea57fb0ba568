//! Why a file cannot be read, decoded or downloaded.

use super::{browser_reason, read::too_large};
use crate::app::messages::encodings::name;
use crate::app::messages::text::quoted;
use crate::text::Encoding;

/// The file has more bytes than the limit.
pub fn file_too_large(found: usize, most: usize) -> String {
    format!("{}. Split it, or leave out what is not needed.", too_large(found, most))
}

/// The browser cannot read the file.
pub fn unreadable_file(reason: Option<&str>) -> String {
    format!("it could not be read: {}. If it was moved or changed, choose it again.", browser_reason(reason))
}

/// The file contains NUL characters.
pub const NOT_TEXT: &str = "this is not a text: it contains NUL characters, as pictures and office documents do. If it is a \
                            text, save it as plain text in UTF-8 and choose it again.";

/// A text cannot be read in the encoding that was chosen: it would contain NUL characters.
pub const OTHER_ENCODING: &str =
    "this is not the encoding of the text: it would contain NUL characters. Choose another one.";

/// The browser cannot decode the file.
pub fn not_decoded(encoding: Encoding, reason: Option<&str>) -> String {
    format!("it could not be read as {}: {}.", name(encoding), browser_reason(reason))
}

/// The browser cannot make the download of this name.
pub fn not_downloaded(name: &str, reason: Option<&str>) -> String {
    format!("{} could not be downloaded: {}.", quoted(name), browser_reason(reason))
}
