//! The one change that is ever made to an article's text, on its way in: no byte order mark, and LF line ends.

/// A text ready to be an article's, and what was changed to make it so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Normalised {
    /// The text, with LF line ends and without a byte order mark.
    pub text: String,
    /// Whether a byte order mark was taken away.
    pub removed_bom: bool,
    /// How many CRLF or CR line ends became LF.
    pub line_ends: usize,
}

/// Removes a leading byte order mark, and replaces CRLF and lone CR by LF.
pub fn normalise(text: &str) -> Normalised {
    // Programs that each add a mark leave several, and what remained would be taken for one by the next reader.
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

/// Whether a text is as [`normalise`] leaves texts.
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
    fn a_plain_text_stays_as_it_is() {
        assert_eq!(normalise("a\u{a0}\u{feff}b").text, "a\u{a0}\u{feff}b");
    }

    #[test]
    fn what_is_normalised_needs_it_no_more() {
        for text in ["", "\u{feff}\u{feff}a\r", "\r\r\n", "a\u{feff}"] {
            assert!(is_normalised(&normalise(text).text), "{text:?}");
        }
        assert!(!is_normalised("\u{feff}a") && !is_normalised("a\r\n"));
    }
}
