//! Escapes of values and texts, and the characters that separate in cells.
//!
//! The rules are those of `Escaping.java` of INCEpTION. Backslashes are read from left to right, so that `\\|` is an escaped backslash
//! and a separator.

/// A value as it stands in a cell.
pub(super) fn escape_value(value: &str) -> String {
    let mut escaped = String::with_capacity(value.len());
    let mut characters = value.chars().peekable();
    while let Some(one) = characters.next() {
        match one {
            '\\' | '[' | ']' | '|' | '_' | ';' | '*' => escaped.extend(['\\', one]),
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '-' if characters.peek() == Some(&'>') => escaped.push_str("\\-"),
            _ => escaped.push(one),
        }
    }
    escaped
}

/// The value of a cell. A backslash before any other character stands for itself.
pub(super) fn unescape_value(cell: &str) -> String {
    let mut value = String::with_capacity(cell.len());
    let mut characters = cell.chars().peekable();
    while let Some(one) = characters.next() {
        match (one, characters.peek()) {
            ('\\', Some('\\' | '[' | ']' | '|' | '_' | ';' | '*' | '-')) => value.extend(characters.next()),
            ('\\', Some('t')) => {
                characters.next();
                value.push('\t');
            }
            ('\\', Some('n')) => {
                characters.next();
                value.push('\n');
            }
            _ => value.push(one),
        }
    }
    value
}

/// A line of a sentence after `#Text=`, without its line end.
pub(super) fn escape_text(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for one in text.chars() {
        match one {
            '\t' => escaped.push_str("\\t"),
            '\n' => escaped.push_str("\\n"),
            '\u{c}' => escaped.push_str("\\f"),
            '\r' => escaped.push_str("\\r"),
            '\u{8}' => escaped.push_str("\\b"),
            '\\' => escaped.push_str("\\\\"),
            // The other control characters, but not the vertical tab.
            '\0'..='\u{7}' | '\u{e}'..='\u{1f}' => escaped.extend(['\\', one]),
            _ => escaped.push(one),
        }
    }
    escaped
}

/// The text after `#Text=`. Until version 3.1, it had the escapes of Java.
pub(super) fn unescape_text(text: &str, is_java: bool) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut units = Vec::new();
    let mut rest = text;
    while let Some(one) = rest.chars().next() {
        rest = &rest[one.len_utf8()..];
        let code = is_java.then(|| unicode_escape(one, rest)).flatten();
        if let Some((unit, after)) = code {
            units.push(unit);
            rest = after;
            continue;
        }
        plain.push_str(&String::from_utf16_lossy(&std::mem::take(&mut units)));
        let Some(next) = rest.chars().next().filter(|_| one == '\\') else {
            plain.push(one);
            continue;
        };
        let meant = match next {
            't' => '\t',
            'n' => '\n',
            'f' => '\u{c}',
            'r' => '\r',
            'b' => '\u{8}',
            '\\' | '\0'..='\u{7}' | '\u{e}'..='\u{1f}' => next,
            '"' | '\'' | '/' if is_java => next,
            _ => {
                plain.push(one);
                continue;
            }
        };
        plain.push(meant);
        rest = &rest[next.len_utf8()..];
    }
    plain.push_str(&String::from_utf16_lossy(&units));
    plain
}

/// The UTF-16 unit of `\u1234`, given the backslash and what follows it, and what follows the escape.
fn unicode_escape(backslash: char, rest: &str) -> Option<(u16, &str)> {
    let digits = rest.strip_prefix('u').filter(|_| backslash == '\\')?.trim_start_matches('u');
    let (digits, after) = digits.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, after))
}

/// The parts of a cell between separators that are not escaped.
pub(super) fn split(cell: &str, separator: char) -> Vec<&str> {
    let mut parts = Vec::new();
    let mut start = 0;
    let mut is_escaped = false;
    for (at, one) in cell.char_indices() {
        if is_escaped {
            is_escaped = false;
        } else if one == '\\' {
            is_escaped = true;
        } else if one == separator {
            parts.push(&cell[start..at]);
            start = at + one.len_utf8();
        }
    }
    parts.push(&cell[start..]);
    parts
}

/// A value, and what is in brackets after it: `PER[3]`.
pub(super) fn suffix(value: &str) -> (&str, Option<&str>) {
    let Some(inner) = value.strip_suffix(']') else { return (value, None) };
    let is_escaped = |before: &str| before.bytes().rev().take_while(|byte| *byte == b'\\').count() % 2 == 1;
    match inner.rfind('[').filter(|at| !is_escaped(&inner[..*at]) && !is_escaped(inner)) {
        Some(at) => (&value[..at], Some(&inner[at + 1..])),
        None => (value, None),
    }
}

/// A value, and the chain and place in it that follow an arrow: `coref->3-1`.
pub(super) fn chain_suffix(value: &str) -> Option<(&str, u32, u32)> {
    let (before, place) = value.rsplit_once("->")?;
    let (chain, index) = place.split_once('-')?;
    Some((before, chain.parse().ok()?, index.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_survive() {
        for value in
            ["", "a_b", "*", "_", "\\", "a\\|b", "->", "-->x", "[1]", "x;y|z", "tab\tline\n", "\\n", "'\"´§", "-"]
        {
            let escaped = escape_value(value);
            assert_eq!(unescape_value(&escaped), value);
            assert!(
                !escaped.contains(['\t', '\n']) && split(&escaped, '|').len() == 1 && split(&escaped, ';').len() == 1
            );
            assert_eq!(suffix(&format!("{escaped}[7]")), (escaped.as_str(), Some("7")), "{value}");
            assert_eq!(suffix(&escaped), (escaped.as_str(), None), "{value}");
        }
        assert_eq!((escape_value("a->b"), unescape_value("a\\->b")), ("a\\->b".to_owned(), "a->b".to_owned()));
    }

    #[test]
    fn texts_survive() {
        for text in ["a\tb", "\u{1}\u{b}\u{c}\u{8}", "C:\\new\\table", "😀\\u0041"] {
            assert_eq!(unescape_text(&escape_text(text), false), text);
        }
        assert_eq!(unescape_text("\\u00e4\\uD83D\\uDE00\\\"\\\\u", true), "ä😀\"\\u");
        assert_eq!(unescape_text("\\u00e4\\x", false), "\\u00e4\\x");
    }

    #[test]
    fn cells_are_split_at_what_is_not_escaped() {
        assert_eq!(split("a\\\\|b\\|c", '|'), ["a\\\\", "b\\|c"]);
        assert_eq!(suffix("NOT\\[0\\]"), ("NOT\\[0\\]", None));
        assert_eq!(suffix("1-1[0_1]"), ("1-1", Some("0_1")));
        assert_eq!(chain_suffix("*->12-3"), Some(("*", 12, 3)));
        assert_eq!(chain_suffix("x\\->y"), None);
    }
}
