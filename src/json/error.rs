//! What a person is told about a file that cannot be read.

use thiserror::Error;

/// How many characters of a value from a file a message shows.
const SHOWN: usize = 60;
/// How many of a list of values a message shows.
const LISTED: usize = 10;

/// Why a file cannot be read, and where.
#[derive(Debug, Error, Clone, PartialEq, Eq)]
#[error("{}{reason}", lead(.place))]
pub struct ImportError {
    /// Where: a path such as `annotations[3].ranges[0].end`, a line and column, or both; empty for the whole file.
    pub place: String,
    /// What is wrong there and what was expected.
    pub reason: String,
}

impl ImportError {
    /// An error at a place.
    pub fn new(place: impl Into<String>, reason: impl Into<String>) -> Self {
        Self { place: place.into(), reason: reason.into() }
    }

    /// The same error, seen from a record that holds the place.
    pub fn within(mut self, outer: &str) -> Self {
        let joint = if self.place.is_empty() || self.place.starts_with('[') { "" } else { "." };
        self.place = format!("{outer}{joint}{}", self.place);
        self
    }
}

fn lead(place: &str) -> String {
    if place.is_empty() { String::new() } else { format!("{place}: ") }
}

/// A value from a file in quotes, short enough for a message.
pub fn quoted(text: &str) -> String {
    match text.char_indices().nth(SHOWN) {
        Some((cut, _)) => format!("{:?}…", &text[..cut]),
        None => format!("{text:?}"),
    }
}

/// Some of many values from a file, in quotes, few and short enough for a message.
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
    fn places_are_joined_from_the_inside_out() {
        let error = ImportError::new("end", "expected a number").within("ranges[0]").within("annotations[3]");
        assert_eq!(error.to_string(), "annotations[3].ranges[0].end: expected a number");
        assert_eq!(ImportError::new("", "empty").to_string(), "empty");
    }

    #[test]
    fn of_many_values_some_are_shown() {
        let texts: Vec<String> = (1..=12).map(|n| n.to_string()).collect();
        assert_eq!(some_quoted(&texts[..2]), "\"1\", \"2\"");
        assert!(some_quoted(&texts).ends_with("\"10\" and 2 more"));
    }

    #[test]
    fn long_values_are_shortened() {
        assert_eq!(quoted("né\n"), "\"né\\n\"");
        assert_eq!(quoted(&"é".repeat(61)), format!("\"{}\"…", "é".repeat(60)));
    }
}
