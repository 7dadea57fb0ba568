//! Importing a text: encoding, line ends, and offsets in the normalised text.

use crossread::text::{
    ByteOffset, CodePointOffset, Encoding, Text, TextRange, Utf16Offset, broken_bytes, is_normalised, normalise, sniff,
};

use crate::common::guess_encoding;

/// About how many offsets of a text are checked.
const OFFSETS: usize = 400;

/// Checks any bytes.
pub fn check(bytes: &[u8]) {
    let decoded = decode(bytes);
    let normalised = normalise(&decoded);
    let source = decoded.trim_start_matches('\u{feff}');
    assert_eq!(normalised.text, source.replace("\r\n", "\n").replace('\r', "\n"));
    assert_eq!(normalised.line_ends, source.matches('\r').count());
    assert_eq!(normalised.removed_bom, decoded.starts_with('\u{feff}'));
    assert!(is_normalised(&normalised.text));
    assert_eq!(normalise(&normalised.text).text, normalised.text);
    check_offsets(&Text::new(normalised.text));
}

/// Decodes as the browser does.
fn decode(bytes: &[u8]) -> String {
    let units = |of: fn([u8; 2]) -> u16| {
        let units = bytes.chunks_exact(2).map(|pair| of([pair[0], pair[1]]));
        char::decode_utf16(units).map(|unit| unit.unwrap_or('\u{fffd}')).collect()
    };
    let encoding = sniff(bytes).unwrap_or_else(|| guess_encoding(bytes));
    assert_eq!(Encoding::find(encoding.name()), Some(encoding));
    let decoded = match encoding {
        Encoding::UTF_8 => String::from_utf8_lossy(bytes).into_owned(),
        Encoding::UTF_16LE => units(u16::from_le_bytes),
        Encoding::UTF_16BE => units(u16::from_be_bytes),
        // Only the browser has the tables of the others.
        _ => bytes.iter().map(|byte| char::from(*byte)).collect(),
    };
    let broken = broken_bytes(bytes, encoding, &decoded);
    assert!(broken.count <= decoded.matches('\u{fffd}').count());
    assert!(broken.lines.iter().all(|line| (1..=decoded.split(['\r', '\n']).count()).contains(line)));
    assert_eq!(broken.count == 0, broken.lines.is_empty());
    decoded
}

fn check_offsets(text: &Text) {
    let stride = text.len() / OFFSETS + 1;
    let (mut points, mut units) = (0, 0);
    for (at, c) in text.as_str().char_indices().chain([(text.len(), 'x')]) {
        if at % stride == 0 || at == text.len() {
            let at = ByteOffset(at as u32);
            assert_eq!(text.to_code_points(at), CodePointOffset(points));
            assert_eq!(text.to_utf16(at), Utf16Offset(units));
            assert_eq!(text.from_code_points(CodePointOffset(points)), Some(at));
            assert_eq!(text.from_utf16(Utf16Offset(units)), Some(at));
            assert_eq!(text.from_utf16(Utf16Offset(units + 1)).is_none(), c.len_utf16() == 2 || at == text.end());
            // An offset inside a character counts as its start.
            assert_eq!(text.to_utf16(ByteOffset(at.0 + c.len_utf8() as u32 - 1)), Utf16Offset(units));
        }
        points += 1;
        units += c.len_utf16() as u32;
    }
    assert_eq!(text.from_code_points(CodePointOffset(points)), None);
    assert_eq!(text.code_points() + 1, points);
    let blocks: String = text.blocks().iter().map(|&block| text.slice(block)).collect();
    assert_eq!(blocks, text.as_str());
    for at in [0, text.len() / 2, text.len(), text.len() + 7, u32::MAX as usize] {
        let at = ByteOffset(at as u32);
        let _ = (text.block_at(at), text.line_at(at), text.word_at(at), text.check(TextRange::new(ByteOffset(1), at)));
    }
}
