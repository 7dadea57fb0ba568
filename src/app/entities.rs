//! Entities: what the panel shows, which entity a mention probably is, and what can be done.

use crate::analysis::{Candidate, Fit};
use crate::model::{EntityId, LabelId};

/// What the entities panel shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum EntityPage {
    /// All entities.
    #[default]
    List,
    /// One of them.
    Entity(EntityId),
    /// The mentions that are linked to no entity, grouped by name.
    Unlinked,
}

/// How the user looks at the entities.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct EntityPanel {
    /// What is shown.
    pub page: EntityPage,
    /// Only entities with this in a name, in any case.
    pub query: String,
    /// Only entities of this label.
    pub label: Option<LabelId>,
    /// Whether those with most mentions come first; else they are in the order of their names.
    pub by_mentions: bool,
    /// Forms of names that the user took out of their group.
    pub separated: Vec<String>,
}

/// What can happen to entities.
#[derive(Clone, Debug)]
pub enum EntityAction {
    /// Change what the panel shows.
    SetPanel(EntityPanel),
    /// Show a page of the panel, from wherever the user is.
    Show(EntityPage),
    /// Show a page of the panel and move the focus to it.
    GoTo(EntityPage),
    /// Link the selected mentions to the entity that they probably mention; without such an entity, choose one.
    Link,
    /// Choose the entity of the selected mentions from all entities.
    Choose,
    /// Link the selected mentions to this entity, or to none.
    LinkTo(Option<EntityId>),
    /// Make an entity of the selected mentions; its name is theirs if none is given.
    New(Option<String>),
}

/// The entity that `E` links at once: the best of the candidates, if no other is as good.
pub fn most_probable(candidates: &[Candidate]) -> Option<&Candidate> {
    let first = candidates.first()?;
    let second = candidates.get(1);
    // An entity of exactly this name that is mentioned already wins over a namesake without mentions.
    let is_mentioned = |second: &Candidate| first.fit == Fit::Same && second.mentions == 0 && first.mentions > 0;
    second.is_none_or(|second| second.fit != first.fit || is_mentioned(second)).then_some(first)
}
