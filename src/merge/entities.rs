//! Which entity of the project is the same as an imported one.

use std::collections::HashMap;
use std::rc::Rc;

use super::MergeCounts;
use super::ids::FreeIds;
use super::schema::SchemaMap;
use crate::edit::{Change, RecordChange};
use crate::model::{Entity, EntityId, LabelId, Project};

/// The entity of the project for each imported one, and the changes that this takes.
pub(super) fn entities(
    open: &Project,
    imported: &Project,
    schema: &SchemaMap<'_>,
    counts: &mut MergeCounts,
) -> (HashMap<EntityId, EntityId>, Vec<Change>) {
    let known = Known::new(open, imported, schema);
    let mut ids = FreeIds::new(open.entity_records().ids().map(EntityId::as_str), "e");
    let mut map = HashMap::new();
    let mut extended: HashMap<EntityId, Entity> = HashMap::new();
    let mut order = Vec::new();
    let mut added = Vec::new();
    for entity in imported.entities() {
        let label = entity.label.as_ref().and_then(|label| schema.label(label));
        match known.same(entity, label.as_ref()) {
            Some(there) => {
                counts.equal_entities += 1;
                map.insert(entity.id.clone(), there.id.clone());
                let now = extended.entry(there.id.clone()).or_insert_with(|| {
                    order.push(there.clone());
                    (**there).clone()
                });
                extend(now, entity, counts);
            }
            None => {
                counts.entities += 1;
                let id = EntityId::new(ids.take(entity.id.as_str()));
                map.insert(entity.id.clone(), id.clone());
                added.push(Change::Entity(RecordChange::insert(Entity { id, label, ..(**entity).clone() })));
            }
        }
    }
    let changed = order.into_iter().filter_map(|before| {
        let after = extended.remove(&before.id)?;
        (after != *before).then(|| Change::Entity(RecordChange::replace(&before, after)))
    });
    let changes = changed.chain(added).collect();
    (map, changes)
}

/// Adds what the entity of the project does not have.
fn extend(there: &mut Entity, entity: &Entity, counts: &mut MergeCounts) {
    let names = std::iter::once(&entity.name).chain(&entity.aliases);
    let new: Vec<String> =
        names.filter(|name| **name != there.name && !there.aliases.contains(name)).cloned().collect();
    for name in new {
        if !there.aliases.contains(&name) {
            there.aliases.push(name);
        }
    }
    for (scheme, value) in &entity.identifiers {
        there.identifiers.entry(scheme.clone()).or_insert_with(|| value.clone());
    }
    if there.note.is_empty() {
        there.note.clone_from(&entity.note);
    }
    counts.kept += usize::from(!entity.note.is_empty() && entity.note != there.note);
}

/// The entities of the project, by what they are recognised by.
struct Known<'a> {
    open: &'a Project,
    by_identifier: HashMap<(&'a str, &'a str), Vec<&'a Rc<Entity>>>,
    by_name: HashMap<(&'a str, Option<&'a LabelId>), Vec<&'a Rc<Entity>>>,
    /// How many imported entities have a name and a label.
    imported: HashMap<(&'a str, Option<LabelId>), usize>,
}

impl<'a> Known<'a> {
    fn new(open: &'a Project, imported: &'a Project, schema: &SchemaMap<'_>) -> Self {
        let mut known = Self { open, by_identifier: HashMap::new(), by_name: HashMap::new(), imported: HashMap::new() };
        for entity in open.entities() {
            for (scheme, value) in &entity.identifiers {
                known.by_identifier.entry((scheme, value)).or_default().push(entity);
            }
            known.by_name.entry((&entity.name, entity.label.as_ref())).or_default().push(entity);
        }
        for entity in imported.entities() {
            let label = entity.label.as_ref().and_then(|label| schema.label(label));
            *known.imported.entry((&entity.name, label)).or_default() += 1;
        }
        known
    }

    /// The entity that is certainly the same: with an equal identifier, or the only one with the same name and kind, and none of its
    /// identifiers another one.
    fn same(&self, entity: &Entity, label: Option<&LabelId>) -> Option<&'a Rc<Entity>> {
        let fits = |one: &&'a Rc<Entity>| {
            entity
                .identifiers
                .iter()
                .all(|(scheme, value)| one.identifiers.get(scheme).is_none_or(|other| other == value))
        };
        // Ids of different projects can be equal by chance, so it has to have all that the imported one has.
        let is_itself = |one: &&'a Rc<Entity>| {
            let has = |(scheme, value)| one.identifiers.get(scheme) == Some(value);
            one.name == entity.name && one.label.as_ref() == label && entity.identifiers.iter().all(has)
        };
        if let Some(same) = self.open.entity(&entity.id).filter(is_itself) {
            return Some(same);
        }
        let equal = entity.identifiers.iter();
        let equal = equal.filter_map(|(scheme, value)| self.by_identifier.get(&(scheme.as_str(), value.as_str())));
        let mut equal: Vec<&'a Rc<Entity>> = equal.flatten().copied().filter(fits).collect();
        equal.dedup_by(|a, b| a.id == b.id);
        match equal.as_slice() {
            [] => {}
            [only] => return Some(only),
            _ => return None,
        }
        let imported = self.imported.get(&(entity.name.as_str(), label.cloned())).copied();
        let named = self.by_name.get(&(entity.name.as_str(), label)).filter(|_| imported == Some(1))?;
        match named.as_slice() {
            [only] if fits(only) => Some(only),
            _ => None,
        }
    }
}
