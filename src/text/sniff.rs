//! Which encoding the bytes of a file certainly have. What is not certain has to be guessed.

use super::{Encoding, utf16};

/// The encoding that the bytes of a file certainly have: by a byte order mark; UTF-16 and UTF-8 by their structure. `None`
/// where it has to be guessed ([`super::guess_encoding`]). UTF-8 with a few broken sequences is UTF-8.
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

/// Whether bytes are UTF-8 except for a few broken sequences. In the encodings of a single script, sequences that are
/// valid in UTF-8 are chance: there are more bytes that fit into none. Most of these are in scripts that have their letters
/// where UTF-8 has the beginnings and the rests of sequences, as Thai and the Chinese ones: up to one for every two such bytes.
fn is_nearly_utf8(bytes: &[u8]) -> bool {
    if std::str::from_utf8(bytes).is_ok() {
        return true;
    }
    let (mut valid, mut cut, mut stray, mut ascii) = (0_usize, 0_usize, 0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        for c in chunk.valid().chars() {
            ascii += usize::from(c.is_ascii());
            // In MacRoman, these are a quotation mark and an accented letter.
            valid += usize::from(!matches!(c, '\0'..='\x7f' | '\u{480}'..='\u{49f}' | '\u{540}'..='\u{55f}'));
        }
        match chunk.invalid().len() {
            0 => {}
            1 => stray += 1,
            // The beginning of a sequence, as where a text was cut.
            _ => cut += 1,
        }
    }
    let is_mostly_ascii = 4 * (bytes.len() - ascii) <= bytes.len();
    2 * valid + cut >= stray * if is_mostly_ascii { 2 } else { 3 }
}
