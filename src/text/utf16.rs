//! UTF-16 without a byte order mark.

use super::Encoding;

/// How much of a file is examined, in bytes.
const SAMPLE: usize = 64 << 10;

/// The byte order of bytes that are UTF-16 without a byte order mark; `None` if they seem to be something else.
///
/// Texts of 8-bit encodings have no NUL and no control characters, but the halves of common UTF-16 units are such bytes.
pub(super) fn recognise(bytes: &[u8]) -> Option<Encoding> {
    let (units, _) = bytes[..bytes.len().min(SAMPLE)].as_chunks::<2>();
    if units.is_empty() || !units.as_flattened().iter().any(|byte| is_control((*byte).into())) {
        return None;
    }
    let little = plausibility(units, u16::from_le_bytes).map(|distinct| (distinct, Encoding::UTF_16LE));
    let big = plausibility(units, u16::from_be_bytes).map(|distinct| (distinct, Encoding::UTF_16BE));
    let best = little.into_iter().chain(big).min_by_key(|(distinct, _)| *distinct);
    best.map(|(_, encoding)| encoding)
}

/// How many different high bytes there are, which are few in the right byte order: a script has its own. `None` if the
/// units are not a text.
fn plausibility(units: &[[u8; 2]], unit: fn([u8; 2]) -> u16) -> Option<usize> {
    let mut high_bytes = [false; 0x1100];
    // A text may be cut off inside a pair at the end of the sample.
    let complete =
        units.len() - usize::from(matches!(units.last(), Some(last) if (0xd800..0xdc00).contains(&unit(*last))));
    let mut broken = 0;
    for decoded in char::decode_utf16(units[..complete].iter().map(|pair| unit(*pair))) {
        let Ok(c) = decoded else {
            broken += 1;
            continue;
        };
        if !is_text(c) {
            return None;
        }
        // The last is U+10FFFF.
        high_bytes[u32::from(c) as usize >> 8] = true;
    }
    (broken * 100 < units.len()).then_some(high_bytes.iter().filter(|found| **found).count())
}

/// Whether texts have this character; they have no unassigned ones and none for private use.
fn is_text(c: char) -> bool {
    let code = u32::from(c);
    !is_control(code)
        && !(0xe000..0xf900).contains(&code)
        && code & 0xfffe != 0xfffe
        && !(0xfdd0..0xfdf0).contains(&code)
}

/// Whether this is a C0 control character other than tab, line ends, form feed and escape.
fn is_control(code: u32) -> bool {
    code < 0x20 && !matches!(code, 0x09 | 0x0a | 0x0c | 0x0d | 0x1b)
}
