//! How often and where entities are mentioned.

use std::rc::Rc;

use crate::app::{ByPtr, EntityPanel};
use crate::model::{Entity, EntityId, LabelId, LabelKind, Project};
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

impl Counts {
    /// Counts the mentions of a project.
    pub(super) fn of(project: &Project) -> Self {
        let count = |entity: &Rc<Entity>| CountedEntity { entity: ByPtr::from(entity), mentions: 0, articles: 0 };
        let mut entities: Vec<CountedEntity> = project.entities().map(count).collect();
        let mut unlinked = 0;
        let is_mention =
            |label: &LabelId| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
        for article in project.articles() {
            let set = project.annotations_of(&article.id);
            let mut here: Vec<&EntityId> = Vec::new();
            for annotation in set.iter() {
                match &annotation.entity {
                    Some(id) => here.push(id),
                    None => unlinked += usize::from(is_mention(&annotation.label)),
                }
            }
            order::sort(&mut here);
            for same in here.chunk_by(|a, b| a == b) {
                if let Ok(at) = entities.binary_search_by(|one| one.entity.id.cmp(same[0])) {
                    entities[at].mentions += same.len();
                    entities[at].articles += 1;
                }
            }
        }
        Self { entities, unlinked }
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
