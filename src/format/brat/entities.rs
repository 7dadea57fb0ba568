//! The entities of references (`N` lines): an entity for each entry of a database.

use std::collections::HashMap;

use crate::format::draft::UniqueIds;
use crate::model::{Entity, EntityId};

/// The scheme of entities that have no identifier, or one that others have too: the id of the entity is the identifier.
pub(super) const OWN_SCHEME: &str = "crossread";

/// The entities that were found.
#[derive(Default)]
pub(super) struct Entities {
    all: Vec<Entity>,
    /// The indices, by scheme and identifier.
    indices: HashMap<(String, String), usize>,
    ids: UniqueIds,
}

impl Entities {
    /// Adds a reference of a tag. The first one of a tag says which entity it mentions; others are further identifiers of that one.
    /// Returns the entity; `None` if it has another identifier of the scheme already.
    pub(super) fn add(&mut self, known: Option<&str>, scheme: &str, value: &str, name: &str) -> Option<String> {
        let key = || (scheme.to_owned(), value.to_owned());
        let Some(known) = known else {
            let index = match self.indices.get(&key()) {
                Some(&index) => index,
                None => {
                    self.create(scheme, value);
                    self.indices.insert(key(), self.all.len() - 1);
                    self.all.len() - 1
                }
            };
            let entity = self.all.get_mut(index)?;
            if entity.name.is_empty() {
                name.clone_into(&mut entity.name);
            }
            return Some(entity.id.to_string());
        };
        let entity = self.all.iter_mut().find(|entity| entity.id.as_str() == known)?;
        let identifier = entity.identifiers.entry(scheme.to_owned()).or_insert_with(|| value.to_owned());
        (identifier == value).then(|| known.to_owned())
    }

    fn create(&mut self, scheme: &str, value: &str) {
        let is_own = scheme == OWN_SCHEME;
        let wanted = if is_own { value.to_owned() } else { format!("{scheme}:{value}") };
        let identifiers = (!is_own).then(|| (scheme.to_owned(), value.to_owned()));
        self.all.push(Entity {
            id: EntityId::new(self.ids.take(&wanted, "entity")),
            name: String::new(),
            label: None,
            aliases: Vec::new(),
            identifiers: identifiers.into_iter().collect(),
            note: String::new(),
            extra: Default::default(),
        });
    }

    /// The entities. One without a name has that of its first identifier.
    pub(super) fn finish(mut self) -> Vec<Entity> {
        for entity in &mut self.all {
            if let (true, Some(identifier)) = (entity.name.is_empty(), entity.identifiers.values().next()) {
                entity.name.clone_from(identifier);
            }
        }
        self.all
    }
}
