//! The words of an article as the rules for names see them.

use std::borrow::Cow;

use crate::analysis::language::{Classes, Lexicon, NamePatterns};
use crate::analysis::parsed::{ParsedArticle, Sentence, TokenKind};

/// How a word is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// "Name", "A", "al-Assad", "O'Brien".
    Capital,
    /// "NATO", "U.S."
    Capitals,
    /// Anything else.
    Other,
}

/// How the capitals of a sentence are used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// Names begin with capitals.
    Sentence,
    /// Almost all words begin with capitals.
    Title,
    /// All letters are capitals.
    Capitals,
}

/// What is known of a token.
#[derive(Clone, Copy, Debug)]
pub(super) struct Word {
    /// Its classes as it is written.
    pub(super) classes: Classes,
    /// Its classes in lower case.
    pub(super) lower: Classes,
    /// How it is written.
    pub(super) shape: Shape,
    /// Whether it would also begin with a capital if it were no name: the first word of a sentence or quotation, or after a colon.
    pub(super) begins: bool,
    /// What stands between it and the token before, in the same sentence.
    pub(super) gap: Gap,
}

/// What stands between two tokens.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Gap {
    /// Nothing.
    None,
    /// Spaces.
    Spaces,
    /// A line end, or the beginning of a sentence.
    Break,
}

/// An article with its words.
pub(super) struct Words<'a> {
    pub(super) article: &'a ParsedArticle,
    pub(super) lexicon: &'static Lexicon,
    /// For each token.
    pub(super) all: Vec<Word>,
    /// For each sentence.
    pub(super) styles: Vec<Style>,
}

impl<'a> Words<'a> {
    pub(super) fn new(article: &'a ParsedArticle) -> Self {
        let lexicon = (article.language.lexicon)();
        let mut words = Self { article, lexicon, all: Vec::with_capacity(article.tokens.len()), styles: Vec::new() };
        for sentence in &article.sentences {
            words.add_sentence(sentence);
        }
        words
    }

    fn add_sentence(&mut self, sentence: &Sentence) {
        let (first, end) = sentence.tokens;
        for at in first..end {
            let text = self.text(at);
            let shape = if self.article.tokens[at].kind == TokenKind::Punctuation {
                Shape::Other
            } else {
                shape_of(text, self.patterns().lower_beginnings)
            };
            let lower = match shape {
                Shape::Other => self.lexicon.get_lower(&straight(text)),
                _ => self.lower_classes(&straight(text).to_lowercase()),
            };
            let classes = self.lexicon.get(&straight(text));
            let gap = if at == first { Gap::Break } else { self.gap(at) };
            let begins = self.begins(first, at);
            self.all.push(Word { classes, lower, shape, begins, gap });
        }
        let style = self.style(first, end);
        for at in first..end {
            // "PARIS" in a dateline, "JOHNSON" in a headline.
            let text = self.text(at);
            if self.all[at].shape == Shape::Capitals && text.is_ascii() {
                let classes = self.lexicon.get(&capitalised(text));
                let is_word = style == Style::Capitals || text.len() > 3;
                let word = &mut self.all[at];
                word.classes = word.classes.with(if is_word { classes } else { classes.only(Classes::BEGINS_PHRASE) });
            }
            if style == Style::Capitals && self.all[at].shape == Shape::Capitals {
                self.all[at].shape = Shape::Capital;
            }
        }
        self.styles.push(style);
    }

    /// The classes of a word in lower case; a compound of everyday words is everyday too: "under-fire".
    fn lower_classes(&self, lower: &str) -> Classes {
        let classes = self.lexicon.get_lower(lower);
        let everyday = Classes::COMMON.with(Classes::FUNCTION);
        let is_compound =
            lower.contains('-') && lower.split('-').all(|part| self.lexicon.get_lower(part).has(everyday));
        if is_compound { classes.with(Classes::COMMON) } else { classes }
    }

    /// How names of the article's language are formed.
    pub(super) fn patterns(&self) -> &'static NamePatterns {
        &self.article.language.name_patterns
    }

    /// The text of a token.
    pub(super) fn text(&self, at: usize) -> &'a str {
        self.article.tokens.get(at).map_or("", |&token| self.article.words(token))
    }

    /// The text from one token to another, both included.
    pub(super) fn slice(&self, first: usize, last: usize) -> &'a str {
        let (Some(start), Some(end)) = (self.article.tokens.get(first), self.article.tokens.get(last)) else {
            return "";
        };
        let text = self.article.article.text.as_str();
        text.get(start.range.start().index()..end.range.end().index()).unwrap_or_default()
    }

    fn gap(&self, at: usize) -> Gap {
        let (before, after) = (self.article.tokens[at - 1].range.end(), self.article.tokens[at].range.start());
        let text = self.article.article.text.as_str().get(before.index()..after.index()).unwrap_or_default();
        match text {
            "" => Gap::None,
            text if text.contains(['\n', '\t', '\u{2028}']) || text.chars().count() > 2 => Gap::Break,
            _ => Gap::Spaces,
        }
    }

    fn begins(&self, first: usize, at: usize) -> bool {
        if at == first {
            return true;
        }
        let opens = match self.text(at - 1) {
            ":" | "•" | "·" | "*" | "…" => true,
            "“" | "‘" | "«" | "„" | "\"" | "'" => self.gap(at) == Gap::None,
            _ => false,
        };
        // After a dash or the number of a list.
        let is_first = |before: usize| self.article.tokens[before].kind == TokenKind::Punctuation;
        let is_number = self.article.tokens[first].kind == TokenKind::Number;
        opens || (first..at).all(is_first) || is_number && at == first + 2 && matches!(self.text(first + 1), "." | ")")
    }

    fn style(&self, first: usize, end: usize) -> Style {
        let (mut capital, mut capitals, mut lower) = (0, 0, 0);
        for at in first..end {
            let word = &self.all[at];
            if self.article.tokens[at].kind != TokenKind::Word
                || (word.lower.has(Classes::FUNCTION) && word.shape != Shape::Capitals)
            {
                continue;
            }
            match word.shape {
                Shape::Capital => capital += 1,
                Shape::Capitals => capitals += 1,
                Shape::Other => lower += 1,
            }
        }
        let with_capital = capital + capitals;
        if lower == 0 && capital == 0 && capitals > 3 || capitals > 4 && capitals > 6 * (lower + capital) {
            Style::Capitals
        } else if with_capital > 3 && with_capital > 8 * lower {
            Style::Title
        } else {
            Style::Sentence
        }
    }
}

/// With straight apostrophes, as the lists have them.
pub(super) fn straight(text: &str) -> Cow<'_, str> {
    if text.contains('’') { Cow::Owned(text.replace('’', "'")) } else { Cow::Borrowed(text) }
}

/// With a capital at the beginning of each word, and the rest in lower case.
pub(super) fn capitalised(text: &str) -> String {
    let mut begins = true;
    let mut capitalised = String::with_capacity(text.len());
    for c in text.chars() {
        if begins {
            capitalised.push(c);
        } else {
            capitalised.extend(c.to_lowercase());
        }
        begins = !c.is_alphanumeric() && c != '\'' && c != '’';
    }
    capitalised
}

fn shape_of(text: &str, lower_beginnings: &str) -> Shape {
    let mut letters = text.chars().filter(|c| c.is_alphabetic());
    let Some(first) = letters.next() else { return Shape::Other };
    if first.is_uppercase() {
        // Digits may stand before: "49ers" begins with none.
        if !text.starts_with(char::is_alphabetic) {
            return Shape::Other;
        }
        let is_all = text.chars().count() > 1
            && letters.all(char::is_uppercase)
            && text.chars().filter(|c| c.is_alphabetic()).count() > 1;
        return if is_all { Shape::Capitals } else { Shape::Capital };
    }
    let (prefix, rest) = text.split_once(['-', '\'', '’']).unwrap_or((text, ""));
    if rest.starts_with(char::is_uppercase) && lower_beginnings.split(',').any(|known| known == prefix) {
        Shape::Capital
    } else {
        Shape::Other
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shapes_are_recognised() {
        for (text, shape) in [
            ("Name", Shape::Capital),
            ("A", Shape::Capital),
            ("al-Assad", Shape::Capital),
            ("d’Estaing", Shape::Capital),
            ("NATO", Shape::Capitals),
            ("U.S.", Shape::Capitals),
            ("AT&T", Shape::Capitals),
            ("MPs", Shape::Capital),
            ("word", Shape::Other),
            ("non-EU", Shape::Other),
            ("2021", Shape::Other),
        ] {
            assert_eq!(shape_of(text, "al,d"), shape, "{text}");
        }
        assert_eq!(capitalised("PORT-AU-PRINCE O'BRIEN"), "Port-Au-Prince O'brien");
    }
}
