//! Articles with their words and tags, counted.

use std::rc::Rc;

use crate::analysis::parsed::{ParsedArticle, TokenKind};
use crate::model::{Article, Project};

/// An article with its words and tags, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct ArticleSummary {
    /// The article.
    pub article: Rc<Article>,
    /// The number of words and numbers.
    pub words: usize,
    /// The number of tags with each label, in the order of the schema.
    pub tags: Vec<usize>,
}

impl ArticleSummary {
    pub(super) fn new(project: &Project, parsed: &ParsedArticle) -> Self {
        let set = project.annotations_of(parsed.id());
        Self {
            article: parsed.article.clone(),
            words: words(parsed, (0, parsed.tokens.len())),
            tags: project.schema().labels.iter().map(|label| set.count(&label.id)).collect(),
        }
    }

    /// The number of tags.
    pub fn all_tags(&self) -> usize {
        self.tags.iter().sum()
    }
}

/// The number of words and numbers among tokens: from the first, to the one before the last.
pub(super) fn words(parsed: &ParsedArticle, (first, last): (usize, usize)) -> usize {
    let is_word = |kind| matches!(kind, TokenKind::Word | TokenKind::Number);
    parsed.tokens.get(first..last).unwrap_or_default().iter().filter(|token| is_word(token.kind)).count()
}
