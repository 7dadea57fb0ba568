//! Where an imported article goes.

use crate::model::{Article, ArticleId, Project, is_web_address};

/// Where an imported article goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Destination {
    /// It is added.
    New,
    /// Its annotations are added to this article of the project: at the same places if the texts are equal, otherwise where their
    /// quotes are.
    Into(ArticleId),
}

/// The article of a project with the text of an imported one. Of several, the one with its id or title.
pub fn same_text<'a>(open: &'a Project, article: &Article) -> Option<&'a Article> {
    let mut alike = open.articles().iter().filter(|one| one.text.sha256() == article.text.sha256()).map(|one| &**one);
    let first = alike.clone().next()?;
    alike.find(|one| one.id == article.id || one.title == article.title).or(Some(first))
}

/// Where each imported article goes unless the user says something else: to the article with the same text, otherwise to the only one that
/// has its web address or its title, otherwise into the project. No two go to one article.
pub fn proposed(open: &Project, imported: &Project) -> Vec<Destination> {
    let mut taken: Vec<&ArticleId> = Vec::new();
    let mut exact: Vec<Option<&Article>> = Vec::new();
    for article in imported.articles() {
        let same = same_text(open, article).filter(|one| !taken.contains(&&one.id));
        taken.extend(same.map(|one| &one.id));
        exact.push(same);
    }
    let other = |article: &Article, taken: &[&ArticleId]| {
        let is_other = |one: &&Article| is_version(one, article) && !taken.contains(&&one.id);
        let mut versions = open.articles().iter().map(|one| &**one).filter(is_other);
        let only = versions.next()?;
        versions.next().is_none().then_some(only)
    };
    let mut all = Vec::with_capacity(exact.len());
    for (article, exact) in imported.articles().iter().zip(exact) {
        let found = exact.or_else(|| other(article, &taken));
        all.push(found.map_or(Destination::New, |one| Destination::Into(one.id.clone())));
        taken.extend(found.map(|one| &one.id));
    }
    all
}

/// Whether the metadata of two articles say that they are versions of one.
fn is_version(one: &Article, other: &Article) -> bool {
    let is_same_address = one.source == other.source && is_web_address(&one.source);
    let title = |article: &Article| article.title.trim().to_lowercase();
    is_same_address || title(one) == title(other)
}
