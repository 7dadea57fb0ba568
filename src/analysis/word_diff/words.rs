//! The words of a passage as they are compared.

use crate::analysis::language::Vocabulary;
use crate::analysis::parsed::{ParsedArticle, TokenKind, Word};
use crate::text::TextRange;

/// Indices of words.
pub(super) type Run = std::ops::Range<usize>;

/// A word or number of a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DiffWord {
    /// Equal for words that are the same: in lower case, with plain apostrophes and hyphens; numbers without separators, also those
    /// in words.
    pub key: String,
    /// Where it is, in bytes.
    pub range: TextRange,
    /// Whether it is a function word, which says nothing alone.
    pub is_common: bool,
    /// Whether it is a number.
    pub is_number: bool,
    /// The index of the part of the passage that it is in.
    pub part: usize,
}

/// The words of a passage, which may have several parts. Words that are only partly inside are left out.
pub fn diff_words(article: &ParsedArticle, passage: &[TextRange]) -> Vec<DiffWord> {
    let (words, vocabulary) = (article.lower(), (article.language.vocabulary)());
    let mut found = Vec::new();
    for (part, range) in passage.iter().enumerate() {
        let first = article.tokens.partition_point(|token| token.range.start() < range.start());
        let inside =
            (first..words.len()).map_while(|at| words.word(at).filter(|word| range.contains(word.token.range)));
        found.extend(inside.filter_map(|word| diff_word(word, article, vocabulary, part)));
    }
    found
}

fn diff_word(word: &Word, article: &ParsedArticle, vocabulary: &Vocabulary, part: usize) -> Option<DiffWord> {
    let lower = word.lower.as_str();
    let value = vocabulary.number(lower);
    let is_number = word.token.kind == TokenKind::Number;
    let key = match word.token.kind {
        TokenKind::Possessive => return None,
        // Currency and percent signs tell what a number means.
        TokenKind::Punctuation if !is_sign(article.words(word.token)) => return None,
        TokenKind::Number => lower.replace(',', ""),
        _ => value.map_or_else(|| lower.to_owned(), |value| value.to_string()),
    };
    let is_common = vocabulary.is_stop_word(lower) && !vocabulary.is_negation(lower) && value.is_none();
    Some(DiffWord { key, range: word.token.range, is_common, is_number: is_number || value.is_some(), part })
}

fn is_sign(text: &str) -> bool {
    matches!(text, "%" | "£" | "€" | "$" | "¥" | "‰")
}
