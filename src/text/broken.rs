//! Where a file or a pasted text is broken: bytes that are not of its encoding, or half a surrogate pair. There the text gets
//! U+FFFD, and a warning says where.

use super::Encoding;

/// How many places are listed.
const LISTED: usize = 3;

/// Places of a text that could not be decoded.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Broken {
    /// How many there are.
    pub count: usize,
    /// The first lines that have one, counted from 1.
    pub lines: Vec<usize>,
    /// Whether there are others in later lines.
    pub more_lines: bool,
}

impl Broken {
    fn add(&mut self, line: usize) {
        self.count += 1;
        if self.lines.last() == Some(&line) {
            return;
        }
        match self.lines.len() < LISTED {
            true => self.lines.push(line),
            false => self.more_lines = true,
        }
    }
}

/// Counts lines: CR, LF and CRLF end one.
struct Lines {
    line: usize,
    after_cr: bool,
}

impl Lines {
    fn new() -> Self {
        Self { line: 1, after_cr: false }
    }

    fn pass(&mut self, c: char) {
        self.line += usize::from(c == '\r' || c == '\n' && !self.after_cr);
        self.after_cr = c == '\r';
    }
}

/// The places where bytes are not valid in the encoding that they were decoded from, given the text that this made. A U+FFFD
/// that was in the file is not one, as far as the encoding is UTF-8.
pub fn broken_bytes(bytes: &[u8], encoding: Encoding, decoded: &str) -> Broken {
    let (mut broken, mut lines) = (Broken::default(), Lines::new());
    if encoding == Encoding::UTF_8 {
        if std::str::from_utf8(bytes).is_ok() {
            return broken;
        }
        for chunk in bytes.utf8_chunks() {
            chunk.valid().chars().for_each(|c| lines.pass(c));
            if !chunk.invalid().is_empty() {
                broken.add(lines.line);
            }
        }
        return broken;
    }
    if !decoded.contains(char::REPLACEMENT_CHARACTER) {
        return broken;
    }
    for c in decoded.chars() {
        if c == char::REPLACEMENT_CHARACTER {
            broken.add(lines.line);
        }
        lines.pass(c);
    }
    broken
}

/// The text of UTF-16 units, with U+FFFD for each half of a surrogate pair, and where these are.
pub fn from_utf16(units: impl IntoIterator<Item = u16>) -> (String, Broken) {
    let (mut text, mut broken, mut lines) = (String::new(), Broken::default(), Lines::new());
    for decoded in char::decode_utf16(units) {
        let c = decoded.unwrap_or_else(|_| {
            broken.add(lines.line);
            char::REPLACEMENT_CHARACTER
        });
        lines.pass(c);
        text.push(c);
    }
    (text, broken)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn broken_places_are_counted_with_their_lines() {
        let bytes = b"one\xff\r\ntwo \xef\xbf\xbd\nthree\xe2\x80\r\xc3";
        let broken = broken_bytes(bytes, Encoding::UTF_8, &String::from_utf8_lossy(bytes));
        assert_eq!(broken, Broken { count: 3, lines: vec![1, 3, 4], more_lines: false });
        assert_eq!(broken_bytes("é\u{fffd}".as_bytes(), Encoding::UTF_8, "é\u{fffd}"), Broken::default());
        let many = "\u{fffd}\n".repeat(5);
        let expected = Broken { count: 5, lines: vec![1, 2, 3], more_lines: true };
        assert_eq!(broken_bytes(b"", Encoding::WINDOWS_1252, &many), expected);
    }

    #[test]
    fn half_surrogates_are_counted_with_their_lines() {
        let units = [0x61, 0xd83d, 0x0a, 0xd83d, 0xde00, 0xdc00];
        let expected = Broken { count: 2, lines: vec![1, 2], more_lines: false };
        assert_eq!(from_utf16(units), ("a\u{fffd}\n😀\u{fffd}".to_owned(), expected));
    }
}
