//! The ids of entities that files give for each mention (`kb_id` in spaCy).

use std::cell::OnceCell;
use std::collections::HashMap;

use super::draft::{Draft, UniqueIds};
use crate::model::{Entity, EntityId, Project};
use crate::text::{CodePointOffset, Text, TextRange};

/// The scheme of identifiers that are written instead of ids of the project, because other programs know them.
const WIDELY_KNOWN: &str = "wikidata";

/// The id of each entity in files: that of Wikidata, if it is of no other entity.
pub(super) fn entity_ids(project: &Project) -> HashMap<EntityId, String> {
    let known = |entity: &Entity| entity.identifiers.get(WIDELY_KNOWN).filter(|id| !id.is_empty()).cloned();
    let mut uses: HashMap<String, usize> = HashMap::new();
    for entity in project.entities() {
        *uses.entry(entity.id.to_string()).or_default() += 1;
        known(entity).into_iter().for_each(|id| *uses.entry(id).or_default() += 1);
    }
    let id =
        |entity: &Entity| known(entity).filter(|id| uses.get(id) == Some(&1)).unwrap_or_else(|| entity.id.to_string());
    project.entities().map(|entity| (entity.id.clone(), id(entity))).collect()
}

/// The largest length of a name that is made here, in characters.
const MAX_NAME: usize = 1_000;

/// The entities of a draft by their ids in the file.
#[derive(Default)]
pub(super) struct EntitiesById {
    by_id: HashMap<String, EntityId>,
    ids: UniqueIds,
}

impl EntitiesById {
    /// The id of an entity in the project, which is added with this name if the file has not mentioned it before.
    pub(super) fn find(&mut self, id: &str, name: &str, draft: &mut Draft) -> String {
        if let Some(known) = self.by_id.get(id) {
            return known.to_string();
        }
        let is_known = Entity::expected_identifier(WIDELY_KNOWN, id).is_none();
        let entity = Entity {
            id: EntityId::new(""),
            name: name.chars().take(MAX_NAME).collect(),
            label: None,
            aliases: Vec::new(),
            identifiers: is_known.then(|| (WIDELY_KNOWN.to_owned(), id.to_owned())).into_iter().collect(),
            note: String::new(),
            extra: Default::default(),
        };
        self.add(id, entity, draft)
    }

    /// Adds an entity that has this id in the file; returns its id in the project.
    pub(super) fn add(&mut self, id: &str, entity: Entity, draft: &mut Draft) -> String {
        let unique = self.ids.take(id, "entity");
        self.by_id.insert(id.to_owned(), EntityId::new(unique.as_str()));
        draft.entities.push(Entity { id: EntityId::new(unique.as_str()), ..entity });
        unique
    }
}

/// The texts of mentions: the names of entities that have none in a file.
pub(super) struct Mentions<'a> {
    text: &'a str,
    indexed: OnceCell<Text>,
}

impl<'a> Mentions<'a> {
    pub(super) fn of(text: &'a str) -> Self {
        Self { text, indexed: OnceCell::new() }
    }

    /// A name for the entity with this id: the text between two offsets in code points, or the id if there is none.
    pub(super) fn name(&self, start: u32, end: u32, id: &str) -> String {
        let text = self.indexed.get_or_init(|| Text::new(self.text));
        let at = |offset: u32| text.from_code_points(CodePointOffset(offset));
        let range = at(start).zip(at(end)).map(|(start, end)| TextRange::new(start, end));
        let mention = range.map(|range| text.slice(range)).filter(|mention| !mention.trim().is_empty());
        mention.unwrap_or(id).to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entity_is_added_once() {
        let (mut entities, mut draft) = (EntitiesById::default(), Draft::new(&[]));
        let ids = ["Q42", "a b", "a-b", "Q42"].map(|id| entities.find(id, "Douglas", &mut draft));
        assert_eq!(ids, ["Q42", "a-b", "a-b-2", "Q42"]);
        assert_eq!(draft.entities.len(), 3);
        assert_eq!(draft.entities[0].identifiers.get("wikidata").map(String::as_str), Some("Q42"));
    }
}
