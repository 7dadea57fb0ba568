//! How often and where entities are mentioned.

use std::rc::Rc;

use crate::analysis::PieceCache;
use crate::app::{ByPtr, EntityPanel};
use crate::model::{Annotation, ArticleId, Entity, LabelId, LabelKind, Project, Schema};
use crate::order;

/// An entity with its mentions, counted.
#[derive(Clone, PartialEq)]
pub(super) struct CountedEntity {
    pub(super) entity: ByPtr<Entity>,
    pub(super) mentions: usize,
    /// In how many articles it is mentioned.
    pub(super) articles: usize,
}

/// What is counted over all annotations.
#[derive(PartialEq)]
pub(super) struct Counts {
    /// The entities, by id.
    pub(super) entities: Vec<CountedEntity>,
    /// How many mentions are linked to no entity.
    pub(super) unlinked: usize,
}

/// Remembers how many mentions are not linked, so that a change costs what it has changed.
#[derive(Default)]
pub(super) struct UnlinkedCache {
    schema: Option<Rc<Schema>>,
    counted: PieceCache<usize>,
}

impl UnlinkedCache {
    fn count(&mut self, project: &Project) -> usize {
        let schema = project.schema();
        if self.schema.as_ref().is_none_or(|before| !Rc::ptr_eq(before, schema)) {
            *self = Self { schema: Some(schema.clone()), ..Self::default() };
        }
        let is_mention = |label: &LabelId| schema.label(label).is_some_and(|label| label.kind == LabelKind::Entity);
        let is_unlinked = |one: &&Rc<Annotation>| one.entity.is_none() && is_mention(&one.label);
        let mut round = self.counted.round();
        let sets = project.articles().iter().map(|article| project.annotations_of(&article.id));
        sets.flat_map(|set| round.of(&set, |piece| piece.iter().filter(is_unlinked).count())).map(|count| *count).sum()
    }
}

impl Counts {
    /// Counts the mentions of a project.
    pub(super) fn of(project: &Project, unlinked: &mut UnlinkedCache) -> Self {
        let count = |entity: &Rc<Entity>| {
            let mut articles: Vec<&ArticleId> = project.mentions_of(&entity.id).map(|one| &one.article).collect();
            let mentions = articles.len();
            order::sort(&mut articles);
            articles.dedup();
            CountedEntity { entity: ByPtr::from(entity), mentions, articles: articles.len() }
        };
        Self { entities: project.entities().map(count).collect(), unlinked: unlinked.count(project) }
    }

    /// The entities that the panel lists, in its order.
    pub(super) fn listed(&self, panel: &EntityPanel) -> Vec<&CountedEntity> {
        let wanted = panel.query.trim().to_lowercase();
        let has = |name: &String| name.to_lowercase().contains(&wanted);
        let is_listed = |one: &&CountedEntity| {
            let entity = &one.entity;
            (panel.label.is_none() || panel.label == entity.label)
                && (wanted.is_empty() || has(&entity.name) || entity.aliases.iter().any(has))
        };
        let rank = |one: &CountedEntity| if panel.by_mentions { usize::MAX - one.mentions } else { 0 };
        let mut listed: Vec<(usize, String, &CountedEntity)> = self
            .entities
            .iter()
            .filter(is_listed)
            .map(|one| (rank(one), one.entity.name.to_lowercase(), one))
            .collect();
        order::sort_by(&mut listed, |a, b| (a.0, &a.1).cmp(&(b.0, &b.1)));
        listed.into_iter().map(|(.., one)| one).collect()
    }
}
