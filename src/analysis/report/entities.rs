//! Which article mentions which entity how often.

use std::collections::HashMap;
use std::rc::Rc;

use crate::model::{Entity, EntityId, LabelKind, Project};
use crate::order;

/// An entity with its mentions, counted.
#[derive(Clone, Debug, PartialEq)]
pub struct EntitySummary {
    /// The entity.
    pub entity: Rc<Entity>,
    /// The articles that mention it, by index, with how many tags.
    pub articles: Vec<(usize, usize)>,
}

impl EntitySummary {
    /// The number of its mentions.
    pub fn mentions(&self) -> usize {
        self.articles.iter().map(|(_, count)| count).sum()
    }

    /// The number of its mentions in an article.
    pub fn in_article(&self, article: usize) -> usize {
        self.articles.iter().find(|(at, _)| *at == article).map_or(0, |(_, count)| *count)
    }
}

/// The entities, those with the most mentions first, then by name; and the number of tags with the label of an entity that
/// mention none.
pub(super) fn entities(project: &Project) -> (Vec<EntitySummary>, usize) {
    let mut mentions: HashMap<&EntityId, Vec<(usize, usize)>> = HashMap::new();
    let sets: Vec<_> = project.articles().iter().map(|article| project.annotations_of(&article.id)).collect();
    let is_entity = |label| project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity);
    let mut unlinked = 0;
    for (at, set) in sets.iter().enumerate() {
        for annotation in set.iter() {
            let Some(entity) = &annotation.entity else {
                unlinked += usize::from(is_entity(&annotation.label));
                continue;
            };
            let articles = mentions.entry(entity).or_default();
            match articles.last_mut() {
                Some((last, count)) if *last == at => *count += 1,
                _ => articles.push((at, 1)),
            }
        }
    }
    let summary = |entity: &Rc<Entity>| EntitySummary {
        entity: entity.clone(),
        articles: mentions.remove(&entity.id).unwrap_or_default(),
    };
    let mut entities: Vec<EntitySummary> = project.entities().map(summary).collect();
    order::sort_by(&mut entities, |a, b| {
        b.mentions().cmp(&a.mentions()).then_with(|| a.entity.name.cmp(&b.entity.name))
    });
    (entities, unlinked)
}
