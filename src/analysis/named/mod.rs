//! Names in articles: of people, organizations, places and events, and other names.
//!
//! Each article alone gives candidates ([`candidates`]): spans of capitals, taken apart at titles and nationalities, with points for each
//! kind from the name's own words and from the words around it. All articles together then decide: the same name has the same kind
//! unless the words around it strongly say otherwise, a short form has the kind of the long one, and a word that stands elsewhere
//! in lower case is no name where a sentence begins.

mod candidates;
mod context;
mod dateline;
mod decide;
mod evidence;
mod intrinsic;
mod kind;
#[cfg(test)]
mod news_tests;
mod series;
mod span;
mod split;
#[cfg(test)]
mod story_tests;
#[cfg(test)]
mod tests;
mod units;
mod words;

use std::cell::OnceCell;
use std::rc::Rc;

use super::parsed::{ParsedArticle, ParsedArticles};
use candidates::ArticleNames;
use evidence::Evidence;

pub use kind::NameKind;
pub use span::NamedSpan;

/// The names of all articles, as far as they are needed.
#[derive(Debug)]
struct ProjectNames {
    evidence: Evidence,
    articles: Vec<OnceCell<Vec<NamedSpan>>>,
}

/// The names of an article, by its index, in order. Uses what all articles say; computed once for the same texts.
pub fn names(parsed: &ParsedArticles, article: usize) -> Vec<NamedSpan> {
    let project = parsed.cached(|parsed| {
        let articles: Vec<Rc<ArticleNames>> = parsed.all().iter().map(|one| prepare(one)).collect();
        ProjectNames {
            evidence: Evidence::new(&articles),
            articles: parsed.all().iter().map(|_| OnceCell::new()).collect(),
        }
    });
    let (Some(known), Some(one)) = (project.articles.get(article), parsed.all().get(article)) else {
        return Vec::new();
    };
    known.get_or_init(|| decide::decide(&prepare(one), &project.evidence)).clone()
}

/// Computes what an article alone says about its names, once. [`names`] does this for all articles; call it before, article by article,
/// to do something else in between.
pub fn prepare_names(parsed: &ParsedArticles, article: usize) {
    parsed.all().get(article).map(|article| prepare(article));
}

fn prepare(article: &ParsedArticle) -> Rc<ArticleNames> {
    article.cached(candidates::candidates)
}
