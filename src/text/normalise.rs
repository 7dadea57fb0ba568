//! Normalisation of imported texts: no byte order mark, and LF line ends. An article's text is not changed in any other
//! way.

/// A normalised text, and what was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalised {
    /// The text, with LF line ends and without a byte order mark.
    pub text: String,
    /// Whether a byte order mark was removed.
    pub removed_bom: bool,
    /// The number of CRLF or CR line ends that became LF.
    pub line_ends: usize,
}

/// Removes a leading byte order mark, and replaces CRLF and lone CR by LF.
pub fn normalise(text: &str) -> Normalised {
    // Removes all of several marks: a remaining one would be removed by the next program that reads the text.
    let source = text.trim_start_matches('\u{feff}');
    let mut out = String::with_capacity(source.len());
    let mut line_ends = 0;
    let mut chars = source.chars().peekable();
    while let Some(c) = chars.next() {
        if c == '\r' {
            line_ends += 1;
            chars.next_if_eq(&'\n');
            out.push('\n');
        } else {
            out.push(c);
        }
    }
    Normalised { text: out, removed_bom: source.len() < text.len(), line_ends }
}

/// Whether [`normalise`] would not change a text.
pub fn is_normalised(text: &str) -> bool {
    !text.starts_with('\u{feff}') && !text.contains('\r')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn line_ends_become_lf_and_are_counted() {
        let normalised = normalise("\u{feff}a\r\nb\rc\n\r\n");
        assert_eq!(normalised.text, "a\nb\nc\n\n");
        assert_eq!((normalised.removed_bom, normalised.line_ends), (true, 3));
    }

    #[test]
    fn a_normalised_text_is_unchanged() {
        assert_eq!(normalise("a\u{a0}\u{feff}b").text, "a\u{a0}\u{feff}b");
    }

    #[test]
    fn normalising_twice_changes_nothing() {
        for text in ["", "\u{feff}\u{feff}a\r", "\r\r\n", "a\u{feff}"] {
            assert!(is_normalised(&normalise(text).text), "{text:?}");
        }
        assert!(!is_normalised("\u{feff}a") && !is_normalised("a\r\n"));
    }
}
