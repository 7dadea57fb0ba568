//! The title of a row.

use super::BoardClaim;

/// The maximum length of a title that is made from the words of a claim, in characters.
const MAX_TITLE: usize = 60;

/// The title of a row with these claims, and whether the user gave it.
pub(super) fn title(claims: &[BoardClaim]) -> (String, bool) {
    let edited = claims.iter().map(|claim| claim.annotation.row_title.trim()).find(|title| !title.is_empty());
    match (edited, claims.first()) {
        (Some(title), _) => (title.to_owned(), true),
        (None, Some(first)) => (shortened_at_word(&first.text(), MAX_TITLE), false),
        (None, None) => (String::new(), false),
    }
}

/// The text on one line, cut after a word if it has more than `most` characters.
fn shortened_at_word(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else { return line };
    // The character after the limit may be the space that ends the last word.
    let cut = line[..end].len() + usize::from(line[end..].starts_with(' '));
    let words = line[..cut].rfind(' ').map_or(&line[..end], |at| &line[..at]);
    format!("{}…", words.trim_end_matches(|c: char| !c.is_alphanumeric() && !is_closing(c)))
}

/// Whether a character may end a title: it closes something that the title contains.
fn is_closing(c: char) -> bool {
    matches!(c, ')' | ']' | '”' | '’' | '"' | '%')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_title_is_cut_after_a_word() {
        let short = |text: &str| shortened_at_word(text, 10);
        assert_eq!(short(" 26,000\n came "), "26,000…");
        assert_eq!(short("ten  chars"), "ten chars");
        assert_eq!(short("1234567890"), "1234567890");
        assert_eq!(short("1234 67890 more"), "1234 67890…", "the limit is at the end of a word");
        assert_eq!(short("1234 678901"), "1234…");
        assert_eq!(short("12345, — 7 more"), "12345, — 7…");
        assert_eq!(short("12345 –, 789"), "12345…");
        assert_eq!(short("éééééééééééé"), "éééééééééé…", "without spaces it is cut anywhere");
    }
}
