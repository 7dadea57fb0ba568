//! Finds the counterparts in several articles.

use std::rc::Rc;

use super::{Counterpart, counterpart, source};
use crate::analysis::parsed::ParsedArticles;
use crate::model::{Annotation, Article, ArticleId, Project};
use crate::text::TextRange;

/// Texts that are together longer, in bytes, would take longer than a person waits for.
const MOST_BYTES: u32 = 500_000;

/// Counterparts in several articles.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The counterpart in each article, if there is one.
    pub counterparts: Vec<Option<Counterpart>>,
    /// Whether the texts are too long to be compared.
    pub is_too_long: bool,
}

/// The counterparts, in other articles, of a claim, or of the sentences at a range of an article. Only these articles are compared, however
/// many the project has. `parsed` keeps what was computed from their texts for the next time.
pub fn find(
    project: &Project,
    parsed: &mut ParsedArticles,
    (article, claim, range): (&ArticleId, Option<&Annotation>, TextRange),
    others: &[ArticleId],
) -> Found {
    let none = || others.iter().map(|_| None).collect();
    let is_compared = |one: &&Rc<Article>| &one.id == article || others.contains(&one.id);
    let compared: Vec<Rc<Article>> = project.articles().iter().filter(is_compared).cloned().collect();
    if compared.iter().map(|one| one.text.end().0).fold(0, u32::saturating_add) > MOST_BYTES {
        return Found { counterparts: none(), is_too_long: true };
    }
    *parsed = ParsedArticles::of(&compared, parsed);
    let own = parsed.all().iter().find(|one| one.id() == article);
    let Some(source) = own.and_then(|own| source(project, own, claim, range)) else {
        return Found { counterparts: none(), is_too_long: false };
    };
    let counterparts = others.iter().map(|other| counterpart(project, parsed, &source, other)).collect();
    Found { counterparts, is_too_long: false }
}
