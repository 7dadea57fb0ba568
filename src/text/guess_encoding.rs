//! Guessing the encoding of a text that is neither UTF-8 nor UTF-16. The only place that names the detector, which is large: so
//! it can be loaded on demand.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};

use super::Encoding;

/// How much of a file the detector gets, in bytes: it is much slower than decoding.
const SAMPLE: usize = 128 << 10;
/// How many bytes before the first that is not ASCII it gets.
const BEFORE: usize = 64;

/// The most probable encoding of bytes that are neither UTF-8 nor UTF-16.
pub fn guess_encoding(bytes: &[u8]) -> Encoding {
    let is_ascii = |byte: &u8| byte.is_ascii() && *byte != 0x1b;
    let start = bytes.iter().position(|byte| !is_ascii(byte)).unwrap_or(0).saturating_sub(BEFORE);
    let rest = &bytes[start..];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Allow);
    let sample = &rest[..rest.len().min(SAMPLE)];
    detector.feed(sample, sample.len() == rest.len());
    let guess = Encoding::find(detector.guess(None, Utf8Detection::Deny).name()).unwrap_or(Encoding::WINDOWS_1252);
    match guess {
        // It does not know MacRoman, and takes short English texts with a foreign name for ISO-8859-4, which is hardly used.
        Encoding::WINDOWS_1252 | Encoding::ISO_8859_4 => {
            if is_probably_mac_roman(sample) {
                Encoding::MACINTOSH
            } else {
                Encoding::WINDOWS_1252
            }
        }
        // It takes KOI8-U for both; without Ukrainian letters they are the same.
        Encoding::KOI8_U if !sample.iter().any(|byte| UKRAINIAN.contains(byte)) => Encoding::KOI8_R,
        guess => guess,
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
