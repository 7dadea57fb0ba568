//! The terms of sentences: what they have besides stop words.

use crate::analysis::language::{RARE, Vocabulary, hash};
use crate::analysis::parsed::{ParsedArticle, Sentence, Token, TokenKind};

/// What a term is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum TermKind {
    /// A word or a name.
    Word,
    /// A number with its value, in digits or in words.
    Number(f64),
    /// A day of the week or a time of day.
    Time,
}

/// A term of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// Equal for terms with the same stem or value.
    pub key: u32,
    /// What it is.
    pub kind: TermKind,
    /// Its place among the terms of the sentence, from 0.
    pub position: usize,
    /// The index of its token in the article.
    pub token: usize,
    /// Whether it is written as a name inside the sentence.
    pub is_name: bool,
    /// The key of the last word of the name that it belongs to, if it is not the last itself.
    pub head: Option<u32>,
    /// The groups of synonyms that it belongs to.
    pub groups: &'static [u16],
    /// How frequent it is in the language.
    pub frequency: f32,
    /// A hash of the beginning of its stem, if stems with this beginning are mostly related.
    pub beginning: Option<u32>,
}

/// The terms of a sentence, or of several that are one side of a pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SentenceTerms {
    /// The distinct terms, in order.
    pub terms: Vec<Term>,
    /// All words and numbers, in order, as hashes of their lower-case form.
    pub words: Vec<u32>,
    /// Whether there is a negation.
    pub is_negated: bool,
}

/// The terms of the sentences of an article.
#[derive(Debug)]
pub struct ArticleTerms(pub Vec<SentenceTerms>);

impl ArticleTerms {
    /// The terms of each sentence.
    pub fn new(article: &ParsedArticle) -> Self {
        Self(article.sentences.iter().map(|sentence| SentenceTerms::new(article, sentence)).collect())
    }
}

impl SentenceTerms {
    /// The terms of a sentence.
    pub fn new(article: &ParsedArticle, sentence: &Sentence) -> Self {
        let tokens = article.tokens_of(sentence);
        let skipped = dateline(article, tokens);
        let tokens = tokens.get(skipped..).unwrap_or_default();
        let words = words(article, tokens, sentence.tokens.0 + skipped);
        let mut reader = Reader::new((article.language.vocabulary)());
        reader.is_title = is_title(&words);
        reader.read(&words);
        reader.finish()
    }

    /// The terms of several sentences, as if they were one.
    pub fn joined(parts: &[&Self]) -> Self {
        let mut joined = Self::default();
        let mut offset = 0;
        for part in parts {
            for term in &part.terms {
                let term = Term { position: term.position + offset, ..term.clone() };
                joined.add(term);
            }
            offset += part.terms.last().map_or(0, |last| last.position + 1);
            joined.words.extend(&part.words);
            joined.is_negated |= part.is_negated;
        }
        joined
    }

    /// Adds a term unless it is there; a name that stands alone somewhere is no mere part of a longer one.
    fn add(&mut self, term: Term) {
        match self.terms.iter_mut().find(|one| one.key == term.key) {
            Some(known) if term.head.is_none() => known.head = None,
            Some(_) => {}
            None => self.terms.push(term),
        }
    }
}

/// A word of a token, in lower case: tokens with hyphens have several.
struct Word {
    lower: String,
    token: usize,
    kind: TokenKind,
    is_capital: bool,
}

/// How many tokens the place and agency before a report take: "LONDON (Reuters) -".
fn dateline(article: &ParsedArticle, tokens: &[Token]) -> usize {
    const LONGEST: usize = 14;
    let is_dash = |token: &&Token| matches!(article.words(**token), "-" | "–" | "—" | "--");
    let Some(dash) = tokens.iter().take(LONGEST).position(|token| is_dash(&token)) else { return 0 };
    let before = tokens.get(..dash).unwrap_or_default();
    let mut words = before.iter().filter(|token| token.kind == TokenKind::Word).map(|&token| article.words(token));
    let is_capital = |word: &str| word.starts_with(char::is_uppercase);
    let starts = before.first().map(|&token| article.words(token)).unwrap_or_default();
    let is_shouted = starts.chars().count() > 2 && !starts.chars().any(char::is_lowercase) && is_capital(starts);
    if is_shouted && words.all(is_capital) { dash + 1 } else { 0 }
}

/// The words of tokens, of which the first has an index in the article.
fn words(article: &ParsedArticle, tokens: &[Token], first: usize) -> Vec<Word> {
    let mut words = Vec::with_capacity(tokens.len());
    for (at, &token) in tokens.iter().enumerate() {
        let text = article.words(token);
        let mut add = |part: &str| {
            let kind = match token.kind {
                TokenKind::Number if !part.starts_with(|c: char| c.is_ascii_digit()) => TokenKind::Word,
                kind => kind,
            };
            let is_capital = part.starts_with(char::is_uppercase);
            words.push(Word { lower: part.to_lowercase(), token: first + at, kind, is_capital });
        };
        // "post-Brexit" is two words, "co-operation" is one.
        match text.split_once(['-', '‑']) {
            Some((start, _)) if start.chars().count() > 2 || token.kind == TokenKind::Number => {
                text.split(['-', '‑']).filter(|part| !part.is_empty()).for_each(&mut add);
            }
            _ => add(text),
        }
    }
    words
}

/// Whether most words begin with a capital, as in headlines, so that capitals tell no names.
fn is_title(words: &[Word]) -> bool {
    let count = words.iter().filter(|word| word.kind == TokenKind::Word).count();
    let capitals = words.iter().filter(|word| word.kind == TokenKind::Word && word.is_capital).count();
    count > 3 && 10 * capitals > 7 * count
}

/// Reads words into terms.
struct Reader {
    vocabulary: &'static Vocabulary,
    is_title: bool,
    found: Vec<Term>,
    words: Vec<u32>,
    is_negated: bool,
    /// Whether a word comes next to a name before it.
    continues_name: bool,
    is_first: bool,
}

impl Reader {
    fn new(vocabulary: &'static Vocabulary) -> Self {
        let (found, words) = (Vec::new(), Vec::new());
        Self { vocabulary, is_title: false, found, words, is_negated: false, continues_name: false, is_first: true }
    }

    fn read(&mut self, words: &[Word]) {
        let mut at = 0;
        while let Some(word) = words.get(at) {
            at += match word.kind {
                TokenKind::Possessive => {
                    self.continues_name = false;
                    1
                }
                TokenKind::Punctuation if word.lower != "%" => {
                    self.continues_name = false;
                    1
                }
                _ => self.read_word(word, words.get(at..).unwrap_or_default()),
            };
        }
    }

    /// Reads a word or number, of which `rest` begins with it; returns how many words it takes.
    fn read_word(&mut self, word: &Word, rest: &[Word]) -> usize {
        self.words.push(hash(&word.lower));
        self.is_negated |= self.vocabulary.is_negation(&word.lower);
        if let Some((value, count)) = number(self.vocabulary, rest) {
            self.words.extend(rest.iter().take(count).skip(1).map(|word| hash(&word.lower)));
            self.add(word, hash(&format!("#{value}")), TermKind::Number(value), None);
            self.continues_name = false;
            return count;
        }
        let lower: Vec<&str> = rest.iter().take(3).map(|word| word.lower.as_str()).collect();
        if let Some((key, count)) = self.vocabulary.phrase(&lower) {
            self.words.extend(rest.iter().take(count).skip(1).map(|word| hash(&word.lower)));
            self.add(word, key, TermKind::Word, None);
            self.continues_name = word.is_capital;
            return count;
        }
        if self.vocabulary.is_stop_word(&word.lower) {
            self.continues_name &= word.is_capital;
            self.is_first = false;
            return 1;
        }
        let stem = self.vocabulary.stem(&word.lower);
        let key = hash(&stem);
        let is_time = self.vocabulary.entry(key).is_some_and(|entry| entry.is_time);
        if word.is_capital && self.continues_name && !self.is_title {
            self.join_name(key);
        }
        let kind = if is_time { TermKind::Time } else { TermKind::Word };
        self.add(word, key, kind, beginning(&stem));
        self.continues_name = word.is_capital;
        1
    }

    /// Makes the last terms parts of a name that ends with a key.
    fn join_name(&mut self, key: u32) {
        let Some(last) = self.found.last().map(|term| term.key) else { return };
        for term in self.found.iter_mut().rev() {
            if term.key != last && term.head != Some(last) {
                break;
            }
            term.head = Some(key);
        }
    }

    fn add(&mut self, word: &Word, key: u32, kind: TermKind, beginning: Option<u32>) {
        let entry = self.vocabulary.entry(key);
        self.found.push(Term {
            key,
            kind,
            position: self.found.len(),
            token: word.token,
            is_name: word.is_capital && !self.is_first && !self.is_title && kind == TermKind::Word,
            head: None,
            groups: entry.map_or(&[][..], |entry| entry.groups.as_slice()),
            frequency: entry.map_or(RARE, |entry| entry.frequency),
            beginning,
        });
        self.is_first = false;
    }

    fn finish(self) -> SentenceTerms {
        let mut terms = SentenceTerms { words: self.words, is_negated: self.is_negated, ..SentenceTerms::default() };
        self.found.into_iter().for_each(|term| terms.add(term));
        terms
    }
}

/// The value of the number that words begin with, and how many words it takes.
fn number(vocabulary: &Vocabulary, words: &[Word]) -> Option<(f64, usize)> {
    let first = words.first()?;
    let (mut value, mut count) = match first.kind {
        TokenKind::Number => (digits(vocabulary, &first.lower), 1),
        TokenKind::Word => (vocabulary.number(&first.lower)?, 1),
        _ => return None,
    };
    let next = |count: usize| words.get(count).map(|word| word.lower.as_str());
    // "twenty-five".
    let units = next(1).and_then(|word| vocabulary.number(word)).filter(|units| (1.0..10.0).contains(units));
    if let Some(units) = units.filter(|_| first.kind == TokenKind::Word && (20.0..100.0).contains(&value)) {
        value += units;
        count += 1;
    }
    while let Some(factor) = next(count).filter(|word| word.len() > 1).and_then(|word| vocabulary.multiplier(word)) {
        value *= factor;
        count += 1;
    }
    Some((value, count))
}

/// The value of a word that begins with a digit: "26,000", "3.5bn", "24th".
fn digits(vocabulary: &Vocabulary, word: &str) -> f64 {
    let end = word.find(|c: char| !(c.is_ascii_digit() || matches!(c, ',' | '.'))).unwrap_or(word.len());
    let (figures, unit) = word.split_at(end);
    let plain: String = figures.chars().filter(|c| *c != ',').collect();
    let value = plain.trim_end_matches('.').parse().unwrap_or(0.0);
    value * vocabulary.multiplier(unit).unwrap_or(1.0)
}

/// A hash of the beginning of a stem, if stems of its length with the same beginning are mostly related.
fn beginning(stem: &str) -> Option<u32> {
    const LETTERS: usize = 5;
    const LONGEST: usize = 8;
    let length = stem.chars().count();
    let (end, _) = stem.char_indices().nth(LETTERS).unwrap_or((stem.len(), ' '));
    (LETTERS..=LONGEST).contains(&length).then(|| hash(stem.get(..end).unwrap_or(stem)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::parsed::ParsedArticles;
    use crate::analysis::tests::editor;

    /// The terms of the first sentence: a name as "Name", a part of one as "Name>", a number as its value.
    fn terms(text: &str) -> Vec<String> {
        let parsed = ParsedArticles::update(editor(&[text]).project(), &ParsedArticles::default());
        let article = &parsed.all()[0];
        let show = |term: &Term| match term.kind {
            TermKind::Number(value) => value.to_string(),
            _ => {
                let word = article.words(article.tokens[term.token]);
                let part = if term.head.is_some() { ">" } else { "" };
                format!("{}{part}", if term.is_name { word.to_owned() } else { word.to_lowercase() })
            }
        };
        SentenceTerms::new(article, &article.sentences[0]).terms.iter().map(show).collect()
    }

    #[test]
    fn names_are_chains_and_numbers_have_values() {
        assert_eq!(
            terms("A letter of Prime Minister Boris Johnson cost more than £3.5 million."),
            ["letter", "Prime>", "Boris>", "Johnson", "cost", "3500000"]
        );
        assert_eq!(terms("Twenty-five men and 1,200 women fled."), ["25", "men", "1200", "women", "fled"]);
        assert_eq!(terms("The five-point plan of the UK"), ["5", "five-point", "plan", "UK"]);
    }

    #[test]
    fn places_of_reports_and_capitals_of_headlines_are_no_names() {
        assert_eq!(terms("LONDON (Reuters) - The ferry sank."), ["ferry", "sank"]);
        assert_eq!(terms("Ferry Sinks In Heavy Storm Off Marlow"), ["ferry", "sinks", "heavy", "storm", "marlow"]);
    }
}
