//! Articles split into sentences and tokens, once for each text: what all rules of suggestions read.

mod cache;
mod sentence;
mod token;
mod words;

use std::any::Any;
use std::collections::HashMap;
use std::rc::Rc;

use crate::analysis::language::{self, Language};
use crate::model::{Article, ArticleId, Project};
use crate::text::TextRange;

use cache::Cache;

pub use token::{Token, TokenKind};
pub use words::{Word, Words};

/// A sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// Where it is, in bytes, without the spaces around it.
    pub range: TextRange,
    /// The index of its paragraph, from 0: a line of the text that is not empty.
    pub paragraph: usize,
    /// The indices of its tokens: from the first, to the one after the last.
    pub tokens: (usize, usize),
}

/// An article with its sentences and tokens.
#[derive(Debug)]
pub struct ParsedArticle {
    /// The article.
    pub article: Rc<Article>,
    /// The words and rules of its language.
    pub language: &'static Language,
    /// Its sentences, in order.
    pub sentences: Vec<Sentence>,
    /// Its tokens, in order.
    pub tokens: Vec<Token>,
    cache: Cache,
}

impl ParsedArticle {
    /// Parses an article.
    pub fn new(article: Rc<Article>) -> Self {
        let language = language::of(&article.language);
        let (mut all_sentences, mut all_tokens) = (Vec::new(), Vec::new());
        let text = article.text.as_str();
        let (mut line_start, mut paragraph) = (0, 0);
        for line in text.split_inclusive('\n') {
            let mut at = line_start;
            line_start += line.len();
            let count = all_sentences.len();
            for length in sentence::sentences(line, language.is_abbreviation) {
                let words = &text[at..at + length];
                let start = at + words.len() - words.trim_start().len();
                let end = at + words.trim_end().len();
                at += length;
                if start >= end {
                    continue;
                }
                let first = all_tokens.len();
                all_tokens.extend(token::tokens(&text[start..end], start));
                let range = TextRange::from_indices(start, end);
                all_sentences.push(Sentence { range, paragraph, tokens: (first, all_tokens.len()) });
            }
            paragraph += usize::from(all_sentences.len() > count);
        }
        Self { article, language, sentences: all_sentences, tokens: all_tokens, cache: Cache::default() }
    }

    /// Whether an article has the text from which this was parsed, with all else that rules read. Its status, notes and attributes may
    /// have changed.
    pub fn is_parse_of(&self, article: &Rc<Article>) -> bool {
        let own = &self.article;
        Rc::ptr_eq(own, article)
            || own.id == article.id
                && own.date == article.date
                && own.language == article.language
                && own.text == article.text
    }

    /// The id of the article.
    pub fn id(&self) -> &ArticleId {
        &self.article.id
    }

    /// What an analysis computes from this text alone: computed at the first call for its type, then kept with the text.
    pub fn cached<T: Any>(&self, compute: impl FnOnce(&Self) -> T) -> Rc<T> {
        self.cache.get(|| compute(self))
    }

    /// Its tokens as words in lower case.
    pub fn lower(&self) -> Rc<Words> {
        self.cached(|parsed| Words::new(parsed.article.text.as_str(), &parsed.tokens))
    }

    /// The text in a range.
    pub fn slice(&self, range: TextRange) -> &str {
        self.article.text.slice(range)
    }

    /// The words of a token.
    pub fn words(&self, token: Token) -> &str {
        self.slice(token.range)
    }

    /// The tokens of a sentence.
    pub fn tokens_of(&self, sentence: &Sentence) -> &[Token] {
        self.tokens.get(sentence.tokens.0..sentence.tokens.1).unwrap_or_default()
    }

    /// The index of the sentence that contains a position in bytes, or of the last one before it.
    pub fn sentence_at(&self, position: usize) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.range.start().index() <= position).checked_sub(1)
    }
}

/// The parsed articles of a project, in its order. An article that has not changed since the last time is not parsed again.
#[derive(Clone, Debug, Default)]
pub struct ParsedArticles {
    articles: Vec<Rc<ParsedArticle>>,
    cache: Rc<Cache>,
}

impl ParsedArticles {
    /// Parses the articles of a project, and takes from `before` what is unchanged.
    pub fn update(project: &Project, before: &Self) -> Self {
        Self::of(project.articles(), before)
    }

    /// Parses some articles, and takes from `before` what is unchanged.
    pub fn of(articles: &[Rc<Article>], before: &Self) -> Self {
        let known = before.known(articles).into_iter().zip(articles);
        let parsed =
            known.map(|(known, article)| known.unwrap_or_else(|| Rc::new(ParsedArticle::new(article.clone()))));
        Self::from_parsed(parsed.collect(), before)
    }

    /// Articles that are parsed; what analyses have computed for `before` stays if these are the same.
    pub fn from_parsed(articles: Vec<Rc<ParsedArticle>>, before: &Self) -> Self {
        let mut all = Self { articles, cache: Rc::default() };
        if all.has_same_texts(before) {
            all.cache = before.cache.clone();
        }
        all
    }

    /// For each of these articles, what it was parsed to, if it is among these and has not changed.
    pub fn known(&self, articles: &[Rc<Article>]) -> Vec<Option<Rc<ParsedArticle>>> {
        let mut by_id: Option<HashMap<&ArticleId, &Rc<ParsedArticle>>> = None;
        let mut known = |(at, article): (usize, &Rc<Article>)| {
            // Most articles have stayed where they were.
            let there = self.articles.get(at).filter(|known| known.is_parse_of(article));
            let elsewhere = || {
                let by_id = by_id.get_or_insert_with(|| self.articles.iter().map(|one| (one.id(), one)).collect());
                by_id.get(&article.id).copied().filter(|known| known.is_parse_of(article))
            };
            there.or_else(elsewhere).cloned()
        };
        articles.iter().enumerate().map(&mut known).collect()
    }

    /// What an analysis computes from these texts together: computed at the first call for its type, then kept while they are the same.
    pub fn cached<T: Any>(&self, compute: impl FnOnce(&Self) -> T) -> Rc<T> {
        self.cache.get(|| compute(self))
    }

    /// The articles.
    pub fn all(&self) -> &[Rc<ParsedArticle>] {
        &self.articles
    }

    /// Whether these are the same articles with the same texts, so that what was found in the others still holds.
    pub fn has_same_texts(&self, other: &Self) -> bool {
        self.articles.len() == other.articles.len()
            && self.articles.iter().zip(&other.articles).all(|(own, other)| Rc::ptr_eq(own, other))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::analysis::tests::editor;
    use crate::text::Text;

    #[test]
    fn an_article_is_parsed_again_only_if_what_rules_read_has_changed() {
        let editor = editor(&["The boat sank.", "Nobody drowned."]);
        let [first, second] = editor.project().articles() else { panic!("two articles") };
        let before = ParsedArticles::of(&[first.clone(), second.clone()], &ParsedArticles::default());
        let changed = |change: fn(&mut Article)| {
            let mut article = (**first).clone();
            change(&mut article);
            ParsedArticles::of(&[Rc::new(article), second.clone()], &before).has_same_texts(&before)
        };
        assert!(changed(|article| article.note = "Read twice".to_owned()));
        assert!(changed(|article| article.title = "Another".to_owned()));
        assert!(!changed(|article| article.date = "2021-11-28".to_owned()));
        assert!(!changed(|article| article.text = Text::new("The boat sailed.")));
        let reordered = ParsedArticles::of(&[second.clone(), first.clone()], &before);
        assert!(Rc::ptr_eq(&reordered.all()[0], &before.all()[1]) && !reordered.has_same_texts(&before));
    }

    #[test]
    fn a_paragraph_is_a_line_that_is_not_empty() {
        let long = "The boat sank. ".repeat(600);
        let text = format!("Title\n\n{long}Nobody drowned.\n \n\nOne. Two.\nThree.\n");
        let parsed = ParsedArticle::new(editor(&[&text]).project().articles()[0].clone());
        let shown = |sentence: &Sentence| (sentence.paragraph, parsed.slice(sentence.range));
        let all: Vec<_> = parsed.sentences.iter().map(shown).collect();
        assert_eq!(all[0], (0, "Title"));
        assert!(all[1..=600].iter().all(|one| *one == (1, "The boat sank.")));
        assert_eq!(all[601..], [(1, "Nobody drowned."), (2, "One."), (2, "Two."), (3, "Three.")]);
    }
}
