//! Values of what documents say of themselves, as articles have them.

use crate::limits::NAME;
use crate::model::Article;

/// A name or title in one line; empty if it is longer than a name may be.
pub(super) fn clean(value: &str) -> String {
    let words: Vec<&str> = value.split_whitespace().collect();
    let joined = words.join(" ");
    if joined.chars().count() > NAME { String::new() } else { joined }
}

/// The day of a date or of a moment in ISO 8601, also in the form without hyphens; empty if it is something else.
pub(super) fn day(value: &str) -> String {
    let value = value.trim();
    let date = value.split(['T', ' ']).next().unwrap_or_default();
    let is_compact = date.len() == 8 && date.bytes().all(|byte| byte.is_ascii_digit());
    let date = match (date.get(..4), date.get(4..6), date.get(6..8)) {
        (Some(year), Some(month), Some(day)) if is_compact => format!("{year}-{month}-{day}"),
        _ => date.to_owned(),
    };
    if Article::is_date(&date) { date } else { String::new() }
}

/// A language tag, also in the form of a locale (`en_US.UTF-8`); empty if it is something else.
pub(super) fn language(value: &str) -> String {
    // Of several languages, the first.
    let tag = value.split([',', ';', '.']).next().unwrap_or_default().trim().replace('_', "-");
    if Article::is_language(&tag) { tag } else { String::new() }
}

/// Whether this is the address of a web page.
pub(super) fn is_web_address(value: &str) -> bool {
    let has = |scheme: &str| value.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme));
    (has("https://") || has("http://")) && !value.contains(char::is_whitespace)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_and_languages_are_those_of_articles() {
        for (value, expected) in [
            ("2021-11-28T10:00:00+01:00", "2021-11-28"),
            (" 2021-11-28 10:00 ", "2021-11-28"),
            ("20211128", "2021-11-28"),
            ("2021-11", "2021-11"),
            ("2021", "2021"),
            ("28.11.2021", ""),
            ("2021-02-31", ""),
            ("ääää", ""),
            ("", ""),
        ] {
            assert_eq!(day(value), expected, "{value}");
        }
        for (value, expected) in
            [("en_US", "en-US"), ("de", "de"), ("de_DE.UTF-8", "de-DE"), ("fr, en", "fr"), ("x!", "")]
        {
            assert_eq!(language(value), expected, "{value}");
        }
        assert!(
            is_web_address("HTTPS://a.example/x") && !is_web_address("javascript:x") && !is_web_address("https://a b")
        );
        assert_eq!((clean(" a\n b "), clean(&"a".repeat(NAME + 1))), ("a b".to_owned(), String::new()));
    }
}
