//! New ids: short, readable, and never one that was in use while the project was open.

use crate::model::Project;

/// Numbers from here on are not counted on from.
const LARGEST: u64 = 1 << 53;

/// The next number of each kind of record. Undoing does not turn it back, so no id is given twice.
#[derive(Clone, Debug)]
pub(super) struct IdSource {
    next: [u64; 4],
}

/// What an id is wanted for.
#[derive(Clone, Copy)]
pub(super) enum IdKind {
    Annotation,
    Article,
    Relation,
    Entity,
}

impl IdKind {
    fn prefix(self) -> &'static str {
        match self {
            Self::Annotation => "a",
            Self::Article => "article-",
            Self::Relation => "r",
            Self::Entity => "e",
        }
    }
}

impl IdSource {
    pub(super) fn new(project: &Project) -> Self {
        let mut source = Self { next: [1; 4] };
        source.skip_used(project);
        source
    }

    /// Learns which ids are taken.
    pub(super) fn skip_used(&mut self, project: &Project) {
        // Ids are ordered by number, so the last of a prefix has the largest; an imported one may have any form.
        project.annotation_records().ids().for_each(|id| self.skip(IdKind::Annotation, id.as_str()));
        project.articles().iter().for_each(|article| self.skip(IdKind::Article, article.id.as_str()));
        project.relation_records().ids().for_each(|id| self.skip(IdKind::Relation, id.as_str()));
        project.entity_records().ids().for_each(|id| self.skip(IdKind::Entity, id.as_str()));
    }

    pub(super) fn next(&mut self, kind: IdKind) -> String {
        let number = self.next[kind as usize];
        self.next[kind as usize] += 1;
        format!("{}{number}", kind.prefix())
    }

    pub(super) fn skip(&mut self, kind: IdKind, id: &str) {
        let number = id.strip_prefix(kind.prefix()).and_then(|number| number.parse::<u64>().ok());
        // A larger number was not counted by this program; counting on from it could overflow.
        if let Some(number) = number.filter(|&number| number < LARGEST) {
            let next = &mut self.next[kind as usize];
            *next = (*next).max(number + 1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, news_claims};

    #[test]
    fn an_id_with_an_enormous_number_does_not_end_the_counting() {
        let created = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let mut ids = IdSource::new(&Project::new("P", news_claims(), created));
        ids.skip(IdKind::Annotation, "a7");
        ids.skip(IdKind::Annotation, &format!("a{}", u64::MAX));
        assert_eq!((ids.next(IdKind::Annotation), ids.next(IdKind::Annotation)), ("a8".to_owned(), "a9".to_owned()));
    }
}
