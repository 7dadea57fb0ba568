//! Encodings of texts: their names, and what is said about how a text was read.

use super::text::counted;
use crate::text::{Broken, Encoding, Script};

/// Field: the encoding of a text.
pub const ENCODING: &str = "Encoding";

/// The heading of the encodings of a script.
pub fn script(script: Script) -> &'static str {
    match script {
        Script::Unicode => "Unicode",
        Script::Western => "Western European",
        Script::Central => "Central European",
        Script::Baltic => "Baltic",
        Script::European => "Other European",
        Script::Cyrillic => "Cyrillic",
        Script::Greek => "Greek",
        Script::Turkish => "Turkish",
        Script::Hebrew => "Hebrew",
        Script::Arabic => "Arabic",
        Script::Thai => "Thai",
        Script::Vietnamese => "Vietnamese",
        Script::Japanese => "Japanese",
        Script::Korean => "Korean",
        Script::SimplifiedChinese => "Chinese, simplified",
        Script::TraditionalChinese => "Chinese, traditional",
    }
}

/// The name of an encoding, as most programs have it.
pub fn name(encoding: Encoding) -> String {
    match encoding.name() {
        "UTF-16LE" => "UTF-16 (little-endian)".to_owned(),
        "UTF-16BE" => "UTF-16 (big-endian)".to_owned(),
        "macintosh" => "MacRoman (macintosh)".to_owned(),
        "x-mac-cyrillic" => "MacCyrillic".to_owned(),
        "IBM866" => "IBM866 (DOS)".to_owned(),
        "windows-874" => "Windows-874 (TIS-620)".to_owned(),
        "windows-1254" => "Windows-1254 (ISO-8859-9)".to_owned(),
        "ISO-8859-8-I" => "ISO-8859-8 (logical)".to_owned(),
        "ISO-8859-8" => "ISO-8859-8 (visual)".to_owned(),
        "Shift_JIS" => "Shift-JIS".to_owned(),
        "gb18030" => "GB18030 (GBK, GB2312)".to_owned(),
        other => other.replacen("windows", "Windows", 1),
    }
}

/// A text is in an encoding that its bytes show.
pub fn read_as(encoding: Encoding) -> String {
    format!("Read as {}", name(encoding))
}

/// The encoding of a text was guessed.
pub fn guessed(encoding: Encoding) -> String {
    format!(
        "This is not UTF-8. {} is a guess: check the text, and choose another encoding if it is wrong.",
        name(encoding)
    )
}

/// The encoding of a text could not be guessed, and it was read in this one.
pub fn not_guessed(encoding: Encoding) -> String {
    format!(
        "The encoding could not be guessed, because a part of the program could not be loaded. The text was read as {}: check it, \
         and choose another encoding if it is wrong.",
        name(encoding)
    )
}

/// Where a file has bytes that are not of its encoding.
pub fn broken_bytes(broken: &Broken, encoding: Encoding) -> String {
    let what = counted(broken.count, "place is", "places are");
    format!("{what} not valid {} and became “\u{fffd}”: {}", name(encoding), lines(broken))
}

/// Where a pasted text has halves of surrogate pairs.
pub fn broken_pairs(broken: &Broken) -> String {
    let what = counted(broken.count, "half of a character (a surrogate)", "halves of characters (surrogates)");
    format!("The text has {what}, which will be “\u{fffd}”: {}", lines(broken))
}

/// "line 3", "lines 3, 8, 20 and later".
fn lines(broken: &Broken) -> String {
    let listed: Vec<String> = broken.lines.iter().map(ToString::to_string).collect();
    match listed.as_slice() {
        [one] if !broken.more_lines => format!("line {one}"),
        [first @ .., last] if !broken.more_lines => format!("lines {} and {last}", first.join(", ")),
        all => format!("lines {} and later", all.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::ENCODINGS;

    #[test]
    fn places_are_named_by_their_lines() {
        let broken = |count, lines: &[usize], more_lines| Broken { count, lines: lines.to_vec(), more_lines };
        assert_eq!(
            broken_bytes(&broken(1, &[12], false), Encoding::UTF_8),
            "1 place is not valid UTF-8 and became “\u{fffd}”: line 12"
        );
        assert_eq!(
            broken_bytes(&broken(7, &[1, 3, 4], true), Encoding::WINDOWS_1252),
            "7 places are not valid Windows-1252 and became “\u{fffd}”: lines 1, 3, 4 and later"
        );
        assert_eq!(
            broken_pairs(&broken(2, &[1, 3], false)),
            "The text has 2 halves of characters (surrogates), which will be “\u{fffd}”: lines 1 and 3"
        );
    }

    #[test]
    fn encodings_have_different_names() {
        let all = || ENCODINGS.iter().flat_map(|(_, encodings)| encodings.iter()).map(|encoding| name(*encoding));
        let distinct: std::collections::BTreeSet<String> = all().collect();
        assert_eq!(distinct.len(), all().count());
    }
}
