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
/// that was in the file is not one.
pub fn broken_bytes(bytes: &[u8], encoding: Encoding, decoded: &str) -> Broken {
    match encoding {
        Encoding::UTF_8 => broken_utf8(bytes),
        _ if !decoded.contains(char::REPLACEMENT_CHARACTER) => Broken::default(),
        Encoding::UTF_16LE => broken_utf16(bytes, u16::from_le_bytes),
        Encoding::UTF_16BE => broken_utf16(bytes, u16::from_be_bytes),
        Encoding::GB18030 => replaced(decoded, gb18030_replacements(bytes)),
        _ => replaced(decoded, Vec::new()),
    }
}

/// Bytes that follow on one another are one place.
fn broken_utf8(bytes: &[u8]) -> Broken {
    let (mut broken, mut lines, mut is_in_place) = (Broken::default(), Lines::new(), false);
    if std::str::from_utf8(bytes).is_ok() {
        return broken;
    }
    for chunk in bytes.utf8_chunks() {
        chunk.valid().chars().for_each(|c| lines.pass(c));
        is_in_place &= chunk.valid().is_empty();
        if !chunk.invalid().is_empty() && !is_in_place {
            broken.add(lines.line);
            is_in_place = true;
        }
    }
    broken
}

fn broken_utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Broken {
    let (pairs, rest) = bytes.as_chunks::<2>();
    let (mut broken, mut lines) = (Broken::default(), Lines::new());
    for decoded in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match decoded {
            Ok(c) => lines.pass(c),
            Err(_) => broken.add(lines.line),
        }
    }
    if !rest.is_empty() {
        broken.add(lines.line);
    }
    broken
}

/// The places of U+FFFD in a text, but for those in these lines that were in the file.
fn replaced(decoded: &str, real: Vec<usize>) -> Broken {
    let (mut broken, mut lines, mut real) = (Broken::default(), Lines::new(), real.into_iter().peekable());
    for c in decoded.chars() {
        while real.next_if(|line| *line < lines.line).is_some() {}
        if c == char::REPLACEMENT_CHARACTER && real.next_if_eq(&lines.line).is_none() {
            broken.add(lines.line);
        }
        lines.pass(c);
    }
    broken
}

/// The line of each U+FFFD in a file in GB18030, the only legacy encoding that has it.
fn gb18030_replacements(bytes: &[u8]) -> Vec<usize> {
    let (mut found, mut lines) = (Vec::new(), Lines::new());
    for (at, byte) in bytes.iter().enumerate() {
        if bytes[at..].starts_with(b"\x84\x31\xa4\x37") {
            found.push(lines.line);
        }
        lines.pass(char::from(*byte));
    }
    found
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
        let run = b"a\xf5\x80\x80\x80\nb\xff";
        assert_eq!(broken_bytes(run, Encoding::UTF_8, "").lines, [1, 2], "a run of bytes is one place");
        let many = "\u{fffd}\n".repeat(5);
        let expected = Broken { count: 5, lines: vec![1, 2, 3], more_lines: true };
        assert_eq!(broken_bytes(b"", Encoding::WINDOWS_1252, &many), expected);
    }

    #[test]
    fn a_replacement_character_in_the_file_is_not_broken() {
        let units = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let real = "a\u{fffd}\n\u{fffd}b";
        assert_eq!(broken_bytes(&units(real), Encoding::UTF_16LE, real), Broken::default());
        let half = [units("a\u{fffd}\n"), vec![0x00, 0xd8], units("b"), vec![0x61]].concat();
        let expected = Broken { count: 2, lines: vec![2], more_lines: false };
        assert_eq!(broken_bytes(&half, Encoding::UTF_16LE, "a\u{fffd}\n\u{fffd}b\u{fffd}"), expected);
        let chinese = b"a\x84\x31\xa4\x37\nb\xff\n\x84\x31\xa4\x37\xff";
        let expected = Broken { count: 2, lines: vec![2, 3], more_lines: false };
        let decoded = "a\u{fffd}\nb\u{fffd}\n\u{fffd}\u{fffd}";
        assert_eq!(broken_bytes(chinese, Encoding::GB18030, decoded), expected);
    }

    #[test]
    fn half_surrogates_are_counted_with_their_lines() {
        let units = [0x61, 0xd83d, 0x0a, 0xd83d, 0xde00, 0xdc00];
        let expected = Broken { count: 2, lines: vec![1, 2], more_lines: false };
        assert_eq!(from_utf16(units), ("a\u{fffd}\n😀\u{fffd}".to_owned(), expected));
    }
}
