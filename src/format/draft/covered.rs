//! Compares the covered text that a file gives with the text at its offsets.

/// Whether the covered text of a file is that of these fragments. Tools join the fragments of a discontinuous annotation in different
/// ways: with a space, nothing, `...`, `…` or `[...]`; and some replace line ends and tabs by spaces, or trim the ends. Something else may
/// follow if `may_continue`.
pub(super) fn is_covered<'a>(fragments: impl IntoIterator<Item = &'a str>, covered: &str, may_continue: bool) -> bool {
    let mut rest = covered;
    for fragment in fragments {
        // A fragment may itself begin with what joins others.
        let starts = [rest, rest.trim_start(), rest.trim_start_matches(is_joiner)];
        match starts.into_iter().find_map(|start| after(start, fragment.trim())) {
            Some(left) => rest = left,
            None => return false,
        }
    }
    may_continue || rest.trim().is_empty()
}

fn is_joiner(c: char) -> bool {
    c.is_whitespace() || matches!(c, '.' | '…' | '[' | ']')
}

/// What follows `start` in a text; `None` if the text does not begin with it. A run of spaces equals any other.
fn after<'a>(text: &'a str, start: &str) -> Option<&'a str> {
    let mut rest = text;
    let mut wanted = start;
    while let Some(next) = wanted.chars().next() {
        if next.is_whitespace() {
            wanted = wanted.trim_start();
            let trimmed = rest.trim_start();
            if trimmed.len() == rest.len() {
                return None;
            }
            rest = trimmed;
        } else {
            rest = rest.strip_prefix(next)?;
            wanted = &wanted[next.len_utf8()..];
        }
    }
    Some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn covered_texts_are_compared_but_for_spaces_and_joiners() {
        let same: [(&[&str], &str); 10] = [
            (&["Alice"], "Alice"),
            (&["North", "America"], "North America"),
            (&["North", "America"], "NorthAmerica"),
            (&["North", "America"], "North [...] America"),
            (&["North", "America"], "North … America"),
            (&["two\nlines"], "two lines"),
            (&["a\u{a0}b"], "a b"),
            (&[" outer "], "outer"),
            (&["...", "x"], "... x"),
            (&["[1]"], "[1]"),
        ];
        for (fragments, covered) in same {
            assert!(is_covered(fragments.iter().copied(), covered, false), "{fragments:?} {covered:?}");
        }
        for (fragments, covered) in [
            (&["Alice"][..], "Alic"),
            (&["Alice"], "Alice B"),
            (&["a", "b"], "a c"),
            (&["ab"], "a b"),
            (&["a b"], "ab"),
        ] {
            assert!(!is_covered(fragments.iter().copied(), covered, false), "{fragments:?} {covered:?}");
        }
    }

    #[test]
    fn something_may_follow_where_the_format_says_so() {
        assert!(is_covered(["Alice"], "Alice\ta comment", true) && !is_covered(["Alice"], "Alice\ta comment", false));
        assert!(!is_covered(["Alice"], "Bob Alice", true));
    }
}
