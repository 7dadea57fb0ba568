//! Which encoding the bytes of a file certainly have. What is not certain has to be guessed.

use super::nearly_utf8::is_nearly_utf8;
use super::{Encoding, utf16};

/// The encoding that the bytes of a file certainly have: by a byte order mark; UTF-16 and UTF-8 by their structure. `None`
/// where it has to be guessed ([`super::Sample`]). UTF-8 with a few broken sequences is UTF-8.
pub fn sniff(bytes: &[u8]) -> Option<Encoding> {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => return Some(Encoding::UTF_8),
        [0xff, 0xfe, ..] => return Some(Encoding::UTF_16LE),
        [0xfe, 0xff, ..] => return Some(Encoding::UTF_16BE),
        _ => {}
    }
    if let Some(encoding) = utf16::recognise(bytes) {
        return Some(encoding);
    }
    // The escape sequences of ISO-2022-JP are ASCII.
    let has_escapes = || bytes.contains(&0x1b) && bytes.windows(2).any(|pair| matches!(pair, [0x1b, b'$' | b'(']));
    (is_nearly_utf8(bytes) && !has_escapes()).then_some(Encoding::UTF_8)
}
