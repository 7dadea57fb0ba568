//! Paragraphs as the rules of speech see them: words outside quotations, and quotations as one item each.

use std::ops::Range;

use super::quotations::{Quotation, quotations};
use crate::analysis::language::{Follows, SayingVerb, SpeechWords, WordClass};
use crate::analysis::parsed::{ParsedArticle, Token, TokenKind};
use crate::text::TextRange;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemKind {
    /// A word.
    Word,
    /// A number.
    Number,
    /// A possessive ending.
    Possessive,
    /// A punctuation mark.
    Mark(char),
    /// A quotation.
    Quotation(Quotation),
}

/// A word, number or mark outside quotations, or a quotation.
#[derive(Clone, Debug)]
pub(super) struct Item {
    /// Where it is.
    pub range: TextRange,
    /// What it is.
    pub kind: ItemKind,
    /// The word in lower case; empty for other items.
    pub lower: String,
    /// The class of the word; [`WordClass::Content`] for other items.
    pub class: WordClass,
    /// Whether the word begins with a capital letter.
    pub is_capital: bool,
    /// Whether the word has several letters, all of them capital.
    pub is_capitals: bool,
    /// The verb of saying that the word may be.
    pub verb: Option<SayingVerb>,
}

impl Item {
    /// Whether it is a punctuation mark.
    pub(super) fn is_mark(&self, mark: char) -> bool {
        self.kind == ItemKind::Mark(mark)
    }

    /// Whether it is a word of a class.
    pub(super) fn is(&self, class: WordClass) -> bool {
        self.kind == ItemKind::Word && self.class == class
    }

    /// Whether it is this word, in lower case.
    pub(super) fn is_word(&self, word: &str) -> bool {
        self.lower == word
    }

    /// The quotation that it is.
    pub(super) fn quotation(&self) -> Option<Quotation> {
        match self.kind {
            ItemKind::Quotation(quotation) => Some(quotation),
            _ => None,
        }
    }

    /// Whether it is a noun, name, verb or adjective, for all that is known.
    pub(super) fn is_content(&self) -> bool {
        self.is(WordClass::Content)
    }
}

/// A paragraph.
#[derive(Debug)]
pub(super) struct Paragraph {
    /// Its items.
    pub items: Vec<Item>,
    /// Its sentences outside quotations, as ranges of items, in order: a quotation belongs to the sentence around it.
    pub frames: Vec<Range<usize>>,
}

/// The paragraphs of an article: its lines that are not empty.
pub(super) fn paragraphs(article: &ParsedArticle) -> Vec<Paragraph> {
    let text = article.article.text.as_str();
    let mut tokens = article.tokens.as_slice();
    let mut start = 0;
    let mut found = Vec::new();
    for line in text.split_inclusive('\n') {
        let end = start + line.len();
        let count = tokens.partition_point(|token| token.range.start().index() < end);
        let (own, rest) = tokens.split_at(count);
        tokens = rest;
        if !own.is_empty() {
            let items = items(article, own, &quotations(line.trim_end(), start));
            let frames = frames(article, &items);
            found.push(Paragraph { items, frames });
        }
        start = end;
    }
    found
}

fn items(article: &ParsedArticle, tokens: &[Token], quotations: &[Quotation]) -> Vec<Item> {
    let words = &article.language.speech;
    let mut items: Vec<Item> = Vec::with_capacity(tokens.len());
    let mut quotations = quotations.iter().peekable();
    for &token in tokens {
        while quotations.next_if(|one| one.outer.end() <= token.range.start()).is_some() {}
        if let Some(quotation) = quotations.peek().filter(|one| one.outer.overlaps(token.range)) {
            let is_new = items.last().is_none_or(|last| last.range != quotation.outer);
            if is_new {
                items.push(of_quotation(**quotation));
            }
            continue;
        }
        items.push(of_token(words, article.words(token), token));
    }
    items
}

fn of_quotation(quotation: Quotation) -> Item {
    Item {
        range: quotation.outer,
        kind: ItemKind::Quotation(quotation),
        lower: String::new(),
        class: WordClass::Content,
        is_capital: false,
        is_capitals: false,
        verb: None,
    }
}

fn of_token(words: &SpeechWords, text: &str, token: Token) -> Item {
    let kind = match token.kind {
        TokenKind::Word => ItemKind::Word,
        TokenKind::Number => ItemKind::Number,
        TokenKind::Possessive => ItemKind::Possessive,
        TokenKind::Punctuation => ItemKind::Mark(text.chars().next().unwrap_or(' ')),
    };
    let lower = if kind == ItemKind::Word { text.to_lowercase() } else { String::new() };
    let class = if kind == ItemKind::Word { (words.class)(text, &lower) } else { WordClass::Content };
    let verb = if kind == ItemKind::Word && class == WordClass::Content { (words.verb)(&lower) } else { None };
    let is_capital = text.starts_with(char::is_uppercase);
    // "the United States", "the Ruling".
    let verb = verb.filter(|verb| !is_capital || !verb.follows.has(Follows::IS_NOUN));
    let is_capitals = kind == ItemKind::Word && text.len() > 1 && !text.contains(char::is_lowercase);
    Item { range: token.range, kind, is_capital, is_capitals, lower, class, verb }
}

/// How many items after a quotation that ends with "!" or "?" a verb of saying may stand.
const ATTACHED: usize = 9;

/// The most items of a sentence; longer ones are cut, so that the time grows with the length of a text.
const LONGEST: usize = 300;

/// The sentences of a paragraph.
fn frames(article: &ParsedArticle, items: &[Item]) -> Vec<Range<usize>> {
    let mut frames = Vec::new();
    let mut start = 0;
    for at in 0..items.len() {
        let ends = match items[at].kind {
            ItemKind::Mark('.' | '!' | '?' | '…') => ends_sentence(article, items, at),
            ItemKind::Quotation(quotation) => ends_after(article, quotation, &items[at + 1..]),
            _ => false,
        };
        if ends || at - start >= LONGEST {
            frames.push(start..at + 1);
            start = at + 1;
        }
    }
    if start < items.len() {
        frames.push(start..items.len());
    }
    if let Some(first) = frames.first_mut() {
        first.start = after_dateline(items, first.end);
    }
    frames
}

/// The index after the dateline that a paragraph begins with: "LONDON, March 3 (Reuters) -".
fn after_dateline(items: &[Item], end: usize) -> usize {
    let dash = items[..end].iter().take(16).position(|item| matches!(item.kind, ItemKind::Mark('-' | '–' | '—')));
    let Some(dash) = dash.filter(|&dash| dash > 0 && dash + 1 < end) else { return 0 };
    let is_capitals = items[0].is_capitals;
    if is_capitals || items[dash - 1].is_mark(')') { dash + 1 } else { 0 }
}

fn ends_sentence(article: &ParsedArticle, items: &[Item], at: usize) -> bool {
    let Some(next) = items.get(at + 1) else { return true };
    if matches!(next.kind, ItemKind::Mark('.' | '!' | '?' | '…' | ')' | ']' | ',' | ';' | ':'))
        || next.kind == ItemKind::Word && !next.is_capital
    {
        return false;
    }
    let Some(before) = at.checked_sub(1).map(|before| &items[before]) else { return false };
    if !items[at].is_mark('.') || before.kind != ItemKind::Word {
        return true;
    }
    // "J. Young", "R-S.C.", "Mr. Young".
    let last = before.lower.rsplit('-').next().unwrap_or_default();
    let is_initial = last.chars().count() == 1 && before.is_capital;
    let is_joined = before.range.end() == items[at].range.start();
    !(is_joined && (is_initial || (article.language.is_abbreviation)(&before.lower)))
}

/// Whether a sentence ends with a quotation, given what follows.
fn ends_after(article: &ParsedArticle, quotation: Quotation, after: &[Item]) -> bool {
    let Some(next) = after.first() else { return true };
    let words = article.slice(quotation.outer).trim_end_matches(['”', '"', '’', '\'', '»', '“']).trim_end();
    let last = words.chars().next_back();
    if !matches!(last, Some('.' | '!' | '?' | '…')) {
        return false;
    }
    match next.kind {
        ItemKind::Quotation(_) => true,
        ItemKind::Word if !next.is_capital => false,
        ItemKind::Word | ItemKind::Number => last == Some('.') || !is_attached(after),
        ItemKind::Mark(mark) => matches!(mark, '•' | '*' | '-'),
        ItemKind::Possessive => false,
    }
}

/// Whether a sentence that begins with a name goes on a quotation before it: "“Why?” Ms Patel asked."
fn is_attached(after: &[Item]) -> bool {
    let Some(verb) = after.iter().take(ATTACHED).position(|item| item.verb.is_some()) else { return false };
    if after[..verb].iter().any(|item| !matches!(item.kind, ItemKind::Word) || item.is(WordClass::Auxiliary)) {
        return false;
    }
    after.get(verb + 1).is_none_or(|next| {
        matches!(next.kind, ItemKind::Mark('.' | ',' | ':') | ItemKind::Quotation(_))
            || matches!(
                next.class,
                WordClass::Preposition | WordClass::Time | WordClass::Subordinator | WordClass::Adverb
            )
    })
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::*;
    use crate::analysis::tests::editor;

    /// The sentences of a text outside quotations.
    fn split(text: &str) -> Vec<String> {
        let editor = editor(&[text]);
        let article = ParsedArticle::new(Rc::clone(&editor.project().articles()[0]));
        let mut found = Vec::new();
        for paragraph in paragraphs(&article) {
            for frame in paragraph.frames {
                let items = &paragraph.items[frame];
                let range = TextRange::new(items[0].range.start(), items[items.len() - 1].range.end());
                found.push(article.slice(range).to_owned());
            }
        }
        found
    }

    #[test]
    fn a_quotation_belongs_to_the_sentence_of_its_cue() {
        assert_eq!(split("“One. Two,” he said. “Three.” Four."), ["“One. Two,” he said.", "“Three.”", "Four."]);
        assert_eq!(
            split("“Why?” Ms Patel asked. “Why?” The plan failed."),
            ["“Why?” Ms Patel asked.", "“Why?”", "The plan failed."]
        );
        assert_eq!(split("Mr. Smith said: ‘No. Never.’ He left."), ["Mr. Smith said: ‘No. Never.’", "He left."]);
        assert_eq!(split("It has “no plan”. He left\n\nShe stayed"), ["It has “no plan”.", "He left", "She stayed"]);
    }
}
