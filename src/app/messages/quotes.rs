//! Texts that come from files and users, as parts of a message.

use crate::text::isolated;

/// The number of characters of a value that a message shows.
const SHOWN: usize = 60;
/// The number of values of a list that a message shows.
const LISTED: usize = 10;

/// A title, name or text in quotation marks. Its direction of writing does not affect the rest of the message.
pub fn in_quotes(text: &str) -> String {
    format!("“{}”", isolated(text))
}

/// A value of a file as it is written in programs, with control characters escaped; shortened.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{:?}…", &text[..cut]),
        None => format!("{text:?}"),
    }
}

/// Values of a file, shortened, and not more than a few of them.
pub fn some_quoted(texts: &[String]) -> String {
    let shown = texts.iter().take(LISTED).map(|text| quoted(text)).collect::<Vec<_>>().join(", ");
    match texts.len().saturating_sub(LISTED) {
        0 => shown,
        more => format!("{shown} and {more} more"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_values_are_shortened() {
        assert_eq!(quoted("né\n"), "\"né\\n\"");
        assert_eq!(quoted(&"é".repeat(61)), format!("\"{}\"…", "é".repeat(60)));
    }

    #[test]
    fn a_long_list_is_shortened() {
        let texts: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        assert_eq!(some_quoted(&texts[..2]), "\"1\", \"2\"");
        assert!(some_quoted(&texts).ends_with("\"10\" and 2 more"));
    }
}
