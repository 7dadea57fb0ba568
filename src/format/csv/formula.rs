//! Texts that a spreadsheet would evaluate as formulas: an apostrophe before them prevents that, and is taken away again when a table is read.

/// First characters that make a cell a formula (OWASP, "CSV Injection"), including the full-width forms.
const FORMULA: [char; 8] = ['=', '+', '-', '@', '＝', '＋', '－', '＠'];

/// What is before a text that would be a formula.
const GUARD: char = '\'';

/// A text as a cell that no spreadsheet evaluates; `None` if the text is none already. Those that look escaped are escaped, too, so that
/// [`unescaped`] gives back every text.
pub(super) fn escaped(text: &str) -> Option<String> {
    is_formula(text.trim_start_matches(GUARD)).then(|| format!("{GUARD}{text}"))
}

/// The text of a cell that was escaped.
pub(super) fn unescaped(cell: &str) -> &str {
    let text = cell.strip_prefix(GUARD);
    text.filter(|text| is_formula(text.trim_start_matches(GUARD))).unwrap_or(cell)
}

/// Whether a spreadsheet might evaluate a text as a formula. Some ignore leading spaces.
pub(super) fn is_formula(text: &str) -> bool {
    text.starts_with(['\t', '\r', '\n'])
        || text
            .trim_start_matches(|c: char| c.is_whitespace() || c.is_control() || c == '\u{feff}')
            .starts_with(FORMULA)
}

/// Whether a file begins with the mark that our tables for spreadsheets have.
pub(super) fn has_mark(bytes: &[u8]) -> bool {
    bytes.starts_with("\u{feff}".as_bytes())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn formulas_are_recognised() {
        for text in ["=1+1", "+49 30", "-1", "@SUM(A1)", "\t=1", " =1", "\r", "\n+", "＝1", "\u{a0}@x", "\u{feff}=1"] {
            assert!(is_formula(text), "{text:?}");
        }
        for text in ["", " ", "a=1", "1-1", "“=1”", "'=1", "é"] {
            assert!(!is_formula(text), "{text:?}");
        }
    }

    #[test]
    fn what_is_escaped_is_read_back() {
        for text in ["=1", "'=1", "''=1", " +", "'", "''", "'a", "a", ""] {
            let cell = escaped(text).unwrap_or_else(|| text.to_owned());
            assert_eq!(unescaped(&cell), text);
            assert!(!is_formula(&cell));
        }
        assert_eq!(escaped("'twas"), None);
    }
}
