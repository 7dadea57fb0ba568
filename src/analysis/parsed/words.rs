//! The words of an article in lower case, for rules that compare words.

use super::token::{Token, TokenKind};
use crate::text::TextRange;

/// A token with what rules ask of it.
#[derive(Clone, Debug)]
pub struct Word {
    /// In lower case, with plain hyphens and apostrophes, without soft hyphens.
    pub lower: String,
    /// The token.
    pub token: Token,
    /// Whether it begins with a capital letter.
    pub is_capital: bool,
    /// Whether it has letters, all of which are capital, and more than one.
    pub is_all_capital: bool,
    /// Whether nothing stands between the token before and this one.
    pub is_glued: bool,
    /// Whether a line break stands between the token before and this one, or no token.
    pub begins_block: bool,
}

/// The tokens of an article as words. Outside its bounds there are empty words.
#[derive(Debug, Default)]
pub struct Words {
    words: Vec<Word>,
}

impl Words {
    /// The tokens of a text as words.
    pub(super) fn new(text: &str, tokens: &[Token]) -> Self {
        let slice = |range: TextRange| text.get(range.indices()).unwrap_or_default();
        let mut words: Vec<Word> = Vec::with_capacity(tokens.len());
        for &token in tokens {
            let before = words.last().map(|word| word.token.range.end());
            let between = before.map(|end| slice(TextRange::new(end, token.range.start())));
            let text = slice(token.range);
            let letters = || text.chars().filter(|c| c.is_alphabetic());
            words.push(Word {
                lower: plain(text),
                token,
                is_capital: text.chars().next().is_some_and(char::is_uppercase),
                is_all_capital: letters().count() > 1 && !letters().any(char::is_lowercase),
                is_glued: between.is_some_and(str::is_empty),
                begins_block: between.is_none_or(|between| between.contains('\n')),
            });
        }
        Self { words }
    }

    /// The number of words.
    pub fn len(&self) -> usize {
        self.words.len()
    }

    /// Whether there are no words.
    pub fn is_empty(&self) -> bool {
        self.words.is_empty()
    }

    /// A word; `None` outside.
    pub fn word(&self, index: usize) -> Option<&Word> {
        self.words.get(index)
    }

    /// A word in lower case; empty outside.
    pub fn at(&self, index: usize) -> &str {
        self.words.get(index).map_or("", |word| &word.lower)
    }

    /// The word some places before another, in lower case; empty outside.
    pub fn before(&self, index: usize, places: usize) -> &str {
        index.checked_sub(places).map_or("", |index| self.at(index))
    }

    /// Whether these words stand at an index.
    pub fn has(&self, index: usize, wanted: &[&str]) -> bool {
        wanted.iter().enumerate().all(|(i, word)| self.at(index + i) == *word)
    }

    /// Whether these words stand just before an index.
    pub fn has_before(&self, index: usize, wanted: &[&str]) -> bool {
        index.checked_sub(wanted.len()).is_some_and(|start| self.has(start, wanted))
    }

    /// The kind of a word.
    pub fn kind(&self, index: usize) -> Option<TokenKind> {
        self.words.get(index).map(|word| word.token.kind)
    }

    /// Whether there is a word of letters at an index.
    pub fn is_letters(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Word)
    }

    /// Whether there is a word that begins with a digit at an index.
    pub fn is_number(&self, index: usize) -> bool {
        self.kind(index) == Some(TokenKind::Number)
    }

    /// Whether a word begins with a capital letter.
    pub fn is_capital(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_capital)
    }

    /// Whether a word follows the one before without a space.
    pub fn is_glued(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.is_glued)
    }

    /// Whether a word is the first of a line.
    pub fn begins_block(&self, index: usize) -> bool {
        self.words.get(index).is_some_and(|word| word.begins_block)
    }

    /// The range of a word, empty outside.
    pub fn range(&self, index: usize) -> TextRange {
        self.words.get(index).map_or_else(TextRange::default, |word| word.token.range)
    }

    /// The range from the start of a word to the end of the one before `end`.
    pub fn span(&self, start: usize, end: usize) -> TextRange {
        TextRange::new(self.range(start).start(), self.range(end.max(start + 1) - 1).end())
    }
}

/// A text in lower case, with plain hyphens and apostrophes, without soft hyphens.
fn plain(text: &str) -> String {
    let plain = |c: char| match c {
        '’' => Some('\''),
        '‑' => Some('-'),
        '\u{ad}' => None,
        c => Some(c),
    };
    text.chars().filter_map(plain).flat_map(char::to_lowercase).collect()
}
