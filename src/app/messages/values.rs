//! Values of files as parts of a message.

/// The number of characters of a value that a message shows.
const SHOWN: usize = 60;
/// The number of values of a list that a message shows.
const LISTED: usize = 10;

/// A value as it is written in programs, with control characters escaped; shortened.
pub fn value(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{:?}…", &text[..cut]),
        None => format!("{text:?}"),
    }
}

/// Several values, of which not more than a few are shown.
pub fn values(texts: &[String]) -> String {
    let shown = texts.iter().take(LISTED).map(|text| value(text)).collect::<Vec<_>>().join(", ");
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
        assert_eq!(value("né\n"), "\"né\\n\"");
        assert_eq!(value(&"é".repeat(61)), format!("\"{}\"…", "é".repeat(60)));
    }

    #[test]
    fn a_long_list_is_shortened() {
        let texts: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        assert_eq!(values(&texts[..2]), "\"1\", \"2\"");
        assert!(values(&texts).ends_with("\"10\" and 2 more"));
    }
}
