//! Guessing the encoding of a text that is neither UTF-8 nor UTF-16: what the detector (the crate in `detector/`, which is large
//! and loaded on demand) gets, and what follows from its answer.

use super::Encoding;

/// How much of a file the detector gets, in bytes: it is much slower than decoding.
const SAMPLE: usize = 128 << 10;
/// How many bytes before the first that is not ASCII it gets.
const BEFORE: usize = 64;

/// The part of a file that shows its encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sample<'a> {
    /// The bytes.
    pub bytes: &'a [u8],
    /// Whether the file ends with them.
    pub is_end: bool,
}

impl<'a> Sample<'a> {
    /// The sample of a file.
    pub fn of(bytes: &'a [u8]) -> Self {
        let is_ascii = |byte: &u8| byte.is_ascii() && *byte != 0x1b;
        let start = bytes.iter().position(|byte| !is_ascii(byte)).unwrap_or(0).saturating_sub(BEFORE);
        let rest = &bytes[start..];
        let bytes = &rest[..rest.len().min(SAMPLE)];
        Self { bytes, is_end: bytes.len() == rest.len() }
    }

    /// The most probable encoding, where the detector guesses the one of this name.
    pub fn encoding(self, guess: &str) -> Encoding {
        match Encoding::find(guess).unwrap_or(Encoding::WINDOWS_1252) {
            // It does not know MacRoman, and takes short English texts with a foreign name for ISO-8859-4, which is hardly used.
            Encoding::WINDOWS_1252 | Encoding::ISO_8859_4 => {
                if is_probably_mac_roman(self.bytes) {
                    Encoding::MACINTOSH
                } else {
                    Encoding::WINDOWS_1252
                }
            }
            // It takes KOI8-U for both; without Ukrainian letters they are the same.
            Encoding::KOI8_U if !self.bytes.iter().any(|byte| UKRAINIAN.contains(byte)) => Encoding::KOI8_R,
            guess => guess,
        }
    }
}

/// The letters that KOI8-U has and KOI8-R does not.
const UKRAINIAN: [u8; 8] = [0xa4, 0xa6, 0xa7, 0xad, 0xb4, 0xb6, 0xb7, 0xbd];

/// Whether a text in a Western encoding is probably MacRoman, which has its accented letters at 0x80 to 0x9F. There,
/// Windows-1252 has punctuation and a few rare letters, which do not follow on a small letter.
fn is_probably_mac_roman(bytes: &[u8]) -> bool {
    let (mut mac, mut windows) = (0_usize, 0_usize);
    for three in bytes.windows(3) {
        let [before, byte, after] = three else { continue };
        let is_inside = before.is_ascii_alphabetic() && after.is_ascii_alphabetic();
        match byte {
            // The apostrophe of each.
            0x92 => windows += usize::from(is_inside),
            0xd5 => mac += usize::from(is_inside),
            0x83 | 0x88 | 0x8a | 0x8c..=0x90 | 0x98 | 0x9d | 0x9f if before.is_ascii_lowercase() => mac += 1,
            0x80..=0x9f => mac += usize::from(is_inside),
            0xc0..=0xff => windows += usize::from(before.is_ascii_lowercase()),
            _ => {}
        }
    }
    mac > windows
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sample_begins_shortly_before_what_is_not_ascii() {
        let whole = Sample::of(b"caf\xe9");
        assert_eq!(whole, Sample { bytes: b"caf\xe9", is_end: true });
        let long = [b" ".repeat(1000), b"\xe9 is e.".to_vec(), b" ".repeat(SAMPLE)].concat();
        let sample = Sample::of(&long);
        assert_eq!((sample.bytes.len(), sample.is_end), (SAMPLE, false));
        assert_eq!(sample.bytes[BEFORE], 0xe9);
        // An escape sequence begins what ISO-2022-JP has besides ASCII.
        assert_eq!(Sample::of(&[b" ".repeat(100), b"\x1b$B".to_vec()].concat()).bytes.len(), BEFORE + 3);
        assert_eq!(Sample::of(b""), Sample { bytes: b"", is_end: true });
    }

    #[test]
    fn what_the_detector_does_not_know_is_corrected() {
        let encoding = |guess: &str, bytes: &[u8]| Sample::of(bytes).encoding(guess).name();
        assert_eq!(encoding("windows-1252", b"caf\xe9s"), "windows-1252");
        assert_eq!(encoding("windows-1252", b"caf\x8es"), "macintosh");
        assert_eq!(encoding("ISO-8859-4", b"caf\xe9s"), "windows-1252");
        assert_eq!(encoding("KOI8-U", b"\xc1\xc2"), "KOI8-R");
        assert_eq!(encoding("KOI8-U", b"\xc1\xa4"), "KOI8-U");
        assert_eq!(encoding("GBK", b"\xc1\xa4"), "gb18030");
        assert_eq!(encoding("no encoding", b"\xc1\xa4"), "windows-1252");
    }
}
