//! Tokens: words, numbers and punctuation, as the rules of suggestions see them.
//!
//! Different from the words of [`crate::text`]: "26,000", "3.5", "U.S." and "co-operation" are one token each, a possessive ending, a
//! currency sign and a percent sign are tokens of their own.

use crate::text::TextRange;

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TokenKind {
    /// Begins with a letter.
    Word,
    /// Begins with a digit: "26,000", "3.5", "24th", "5-point".
    Number,
    /// A possessive ending: "'s", "’s", or an apostrophe after an s.
    Possessive,
    /// One character that is neither a letter nor a digit nor a space.
    Punctuation,
}

/// A token of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Token {
    /// Where it is, in bytes.
    pub range: TextRange,
    /// What it is.
    pub kind: TokenKind,
}

/// Splits a part of a text, which begins at a position in bytes, into tokens.
pub(super) fn tokens(text: &str, start: usize) -> Vec<Token> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        let (length, kind) = match first {
            first if first.is_whitespace() => (first.len_utf8(), None),
            first if first.is_alphanumeric() => word(&text[at..]),
            first => match possessive(text, at) {
                Some(length) => (length, Some(TokenKind::Possessive)),
                None => (first.len_utf8(), Some(TokenKind::Punctuation)),
            },
        };
        if let Some(kind) = kind {
            found.push(Token { range: TextRange::from_indices(start + at, start + at + length), kind });
        }
        at += length;
    }
    found
}

/// The length in bytes and the kind of the word or number that a text begins with.
fn word(text: &str) -> (usize, Option<TokenKind>) {
    let is_number = text.starts_with(|c: char| c.is_ascii_digit());
    let mut end = 0;
    let mut rest = text.chars();
    let mut before = ' ';
    while let Some(c) = rest.next() {
        let after = rest.as_str().chars().next();
        let is_inside = after.is_some_and(char::is_alphanumeric);
        let continues = match c {
            c if c.is_alphanumeric() || is_mark(c) => true,
            '-' | '‑' | '\u{ad}' => is_inside,
            '\'' | '’' => is_inside && !begins_possessive(rest.as_str()) && !is_number,
            // "26,000" and "3.5", but not "in 2021,he".
            ',' | '.' | ':' if is_number => before.is_ascii_digit() && after.is_some_and(|c| c.is_ascii_digit()),
            // "U.S." and "a.m.": letters with a full stop after each.
            '.' => is_initialism(&text[..end]) && (is_inside || end > 1),
            '&' => is_inside && before.is_uppercase(),
            _ => false,
        };
        if !continues {
            break;
        }
        end += c.len_utf8();
        before = c;
    }
    let kind = if is_number { TokenKind::Number } else { TokenKind::Word };
    (end, Some(kind))
}

/// Marks that belong to the letter before them.
fn is_mark(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}' | '\u{200d}')
}

/// Whether a text is single letters with full stops between them: "U", "U.S", "a.m".
fn is_initialism(text: &str) -> bool {
    text.split('.').all(|part| {
        let mut letters = part.chars();
        letters.next().is_some_and(char::is_alphabetic) && letters.next().is_none()
    })
}

/// Whether what follows an apostrophe is a possessive "s".
fn begins_possessive(rest: &str) -> bool {
    rest.strip_prefix(['s', 'S']).is_some_and(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// The length in bytes of the possessive ending at a position: after a letter, "'s", or an apostrophe alone after an s.
fn possessive(text: &str, at: usize) -> Option<usize> {
    let rest = text[at..].strip_prefix(['\'', '’'])?;
    let before = text[..at].chars().next_back()?;
    let quote = text.len() - at - rest.len();
    if before.is_alphanumeric() && begins_possessive(rest) {
        return Some(quote + 1);
    }
    let is_plural = matches!(before, 's' | 'S') && rest.starts_with(' ') && !has_open_quote(&text[..at]);
    is_plural.then_some(quote)
}

/// Whether a single quotation mark is open at the end of a text, so that the next one closes it.
fn has_open_quote(text: &str) -> bool {
    let opens = |(at, c): (usize, char)| {
        let before = text[..at].chars().next_back();
        matches!(c, '‘') || c == '\'' && before.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '“' | '"'))
    };
    let Some(open) = text.char_indices().rfind(|&it| opens(it)) else { return false };
    let after = &text[open.0 + open.1.len_utf8()..];
    !after.chars().zip(after.chars().skip(1)).any(|(c, next)| matches!(c, '\'' | '’') && !next.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        tokens(text, 0).iter().map(|token| &text[token.range.start().index()..token.range.end().index()]).collect()
    }

    #[test]
    fn numbers_and_words_are_split_as_readers_do() {
        assert_eq!(
            split("More than 23,000 people, up 3.5%"),
            ["More", "than", "23,000", "people", ",", "up", "3.5", "%"]
        );
        assert_eq!(split("£3,000 in 2021, he said"), ["£", "3,000", "in", "2021", ",", "he", "said"]);
        assert_eq!(
            split("The U.S. Army left at 10 a.m. on Friday."),
            ["The", "U.S.", "Army", "left", "at", "10", "a.m.", "on", "Friday", "."]
        );
        assert_eq!(split("co-operation of Broekers-Knol – 24th"), ["co-operation", "of", "Broekers-Knol", "–", "24th"]);
        assert_eq!(split("AT&T and M&S"), ["AT&T", "and", "M&S"]);
        assert_eq!(split("at 10:30, 3:2"), ["at", "10:30", ",", "3:2"]);
    }

    #[test]
    fn possessive_endings_are_tokens() {
        assert_eq!(
            split("Patel’s letter, the ministers' talks"),
            ["Patel", "’s", "letter", ",", "the", "ministers", "'", "talks"]
        );
        assert_eq!(split("don't, O'Brien"), ["don't", ",", "O'Brien"]);
        assert_eq!(split("‘two boys’ died"), ["‘", "two", "boys", "’", "died"]);
    }
}
