//! Places by article as the rows of a list: a heading for each article, and the places in it.

use crate::app::ByPtr;
use crate::model::{Article, ArticleId, Project};

/// Places by article. It is made in one walk over the places; each row is then found without one.
#[derive(Clone, Debug, Default, PartialEq)]
pub(in crate::ui) struct ArticleGroups {
    groups: Vec<Group>,
    /// How many rows there are.
    len: usize,
}

#[derive(Clone, Debug, PartialEq)]
struct Group {
    article: ByPtr<Article>,
    /// The row of the heading.
    heading: usize,
    /// The first of its places.
    first: usize,
    count: usize,
}

/// A row.
pub(in crate::ui) enum GroupRow<'a> {
    /// The heading of an article with so many places.
    Heading(&'a ByPtr<Article>, usize),
    /// A place in an article, by its index.
    Place(&'a ByPtr<Article>, usize),
}

impl ArticleGroups {
    /// The groups of places that are in the order of their articles. Places in articles that the project does not have are left out.
    pub(in crate::ui) fn of<'a>(project: &Project, articles: impl Iterator<Item = &'a ArticleId>) -> Self {
        let mut counts: Vec<(&ArticleId, usize)> = Vec::new();
        for id in articles {
            match counts.last_mut() {
                Some((last, count)) if *last == id => *count += 1,
                _ => counts.push((id, 1)),
            }
        }
        let (mut first, mut all) = (0, Self::default());
        for (id, count) in counts {
            if let Some(article) = project.article(id) {
                all.groups.push(Group { article: article.into(), heading: all.len, first, count });
                all.len += 1 + count;
            }
            first += count;
        }
        all
    }

    /// How many rows there are.
    pub(in crate::ui) fn len(&self) -> usize {
        self.len
    }

    /// The row of an index.
    pub(in crate::ui) fn row(&self, at: usize) -> Option<GroupRow<'_>> {
        let after = self.groups.partition_point(|group| group.heading <= at);
        let Group { article, heading, first, count } = self.groups.get(after.checked_sub(1)?)?;
        match at - heading {
            0 => Some(GroupRow::Heading(article, *count)),
            within if within <= *count => Some(GroupRow::Place(article, first + within - 1)),
            _ => None,
        }
    }

    /// The row of a place.
    pub(in crate::ui) fn row_of(&self, place: usize) -> Option<usize> {
        let after = self.groups.partition_point(|group| group.first <= place);
        let group = self.groups.get(after.checked_sub(1)?)?;
        (place < group.first + group.count).then(|| group.heading + 1 + place - group.first)
    }
}
