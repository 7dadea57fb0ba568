//! Which label, relation type and attribute of the project stands for one of the imported project, and what is added to the schema.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use super::attributes::{Used, extend};
use super::ids::FreeIds;
use super::unplaced::unplaced_of;
use super::{Destination, MergeCounts};
use crate::model::{
    Attribute, AttributeKind, AttributeValue, EntityId, Label, LabelId, Project, RelationType, RelationTypeId, Schema,
};

/// Names that attributes get, by their names in the imported project.
type Renamed = HashMap<String, String>;

/// The schema that the project gets, and how the imported project's is mapped onto it.
pub(super) struct SchemaMap<'a> {
    pub(super) schema: Schema,
    imported: &'a Schema,
    labels: HashMap<LabelId, LabelId>,
    types: HashMap<RelationTypeId, RelationTypeId>,
    of_labels: HashMap<LabelId, Renamed>,
    of_articles: Renamed,
}

/// What of the imported schema is used.
#[derive(Default)]
struct Needed<'a> {
    labels: BTreeMap<&'a LabelId, Used<'a>>,
    of_articles: Used<'a>,
}

fn need<'a>(used: &mut Used<'a>, values: &'a BTreeMap<String, AttributeValue>) {
    for (name, value) in values {
        let all = used.entry(name.as_str()).or_default();
        if !all.contains(&value) {
            all.push(value);
        }
    }
}

impl<'a> SchemaMap<'a> {
    /// Maps the labels with these new names, and adds what is used and missing.
    pub(super) fn new(
        open: &Project,
        imported: &'a Project,
        destinations: &[Destination],
        names: &BTreeMap<String, String>,
        counts: &mut MergeCounts,
    ) -> Self {
        let mut map = Self {
            schema: (**open.schema()).clone(),
            imported: imported.schema(),
            labels: HashMap::new(),
            types: HashMap::new(),
            of_labels: HashMap::new(),
            of_articles: HashMap::new(),
        };
        let waiting: Vec<_> = imported.articles().iter().flat_map(|article| unplaced_of(article)).collect();
        let mut needed = Needed::default();
        for annotation in imported.all_annotations().chain(imported.predictions().values().map(|one| &one.tag)) {
            need(needed.labels.entry(&annotation.label).or_default(), &annotation.attributes);
        }
        for one in &waiting {
            need(needed.labels.entry(&one.annotation.label).or_default(), &one.annotation.attributes);
        }
        for label in imported.entities().filter_map(|entity| entity.label.as_ref()) {
            needed.labels.entry(label).or_default();
        }
        for (article, destination) in imported.articles().iter().zip(destinations) {
            let added = *destination == Destination::New;
            let missing = |name: &str| !matches!(destination, Destination::Into(id) if open.article(id).is_some_and(|one| one.attributes.contains_key(name)));
            if added || article.attributes.keys().any(|name| missing(name)) {
                need(&mut needed.of_articles, &article.attributes);
            }
        }
        for label in &imported.schema().labels {
            if let Some(used) = needed.labels.get(&label.id) {
                map.add_label(label, used, names, counts);
            }
        }
        map.of_articles = extend(
            &mut map.schema.article_attributes,
            &imported.schema().article_attributes,
            &needed.of_articles,
            counts,
        );
        let ends = imported.relations().filter_map(|relation| {
            let label = |end| imported.annotation(end).map(|one| one.label.clone());
            Some((relation.kind.clone(), label(&relation.from)?, label(&relation.to)?))
        });
        map.add_types(ends.collect(), counts);
        // What a prediction proposes need not fit.
        for relation in imported.predictions().values().flat_map(|one| &one.relations) {
            map.add_type(&relation.kind, &[], counts);
        }
        for relation in waiting.iter().flat_map(|one| &one.relations) {
            map.add_type(&relation.kind, &[], counts);
        }
        map
    }

    fn add_label(
        &mut self,
        label: &Label,
        used: &Used<'_>,
        names: &BTreeMap<String, String>,
        counts: &mut MergeCounts,
    ) {
        let name = names.get(&label.name).unwrap_or(&label.name);
        if let Some(at) = position_of(&self.schema.labels, name, label) {
            let there = &mut self.schema.labels[at];
            self.labels.insert(label.id.clone(), there.id.clone());
            let renamed = extend(&mut there.attributes, &label.attributes, used, counts);
            self.of_labels.insert(label.id.clone(), renamed);
            return;
        }
        let mut ids = FreeIds::new(self.schema.labels.iter().map(|one| one.id.as_str()), "label");
        let id = LabelId::new(ids.take_like(label.id.as_str()));
        let first = label.key.chars().next();
        let is_taken = self.schema.labels.iter().any(|one| one.key.chars().next() == first);
        let key = if is_taken { String::new() } else { label.key.clone() };
        self.labels.insert(label.id.clone(), id.clone());
        self.schema.labels.push(Label { id, name: name.clone(), key, ..label.clone() });
        counts.labels += 1;
    }

    /// Adds relation types for these ends.
    fn add_types(&mut self, used: BTreeSet<(RelationTypeId, LabelId, LabelId)>, counts: &mut MergeCounts) {
        for (kind, from, to) in used {
            self.add_type(&kind, &[(from, to)], counts);
        }
    }

    fn add_type(&mut self, kind: &RelationTypeId, ends: &[(LabelId, LabelId)], counts: &mut MergeCounts) {
        let Some(new) = self.imported.relation_type(kind) else { return };
        let ends: Vec<(LabelId, LabelId)> =
            ends.iter().filter_map(|(from, to)| Some((self.label(from)?, self.label(to)?))).collect();
        let at = match self.types.get(kind) {
            Some(id) => self.schema.relation_types.iter().position(|one| one.id == *id),
            None => type_position(&self.schema.relation_types, new),
        };
        let Some(at) = at else { return self.insert_type(new, counts) };
        let there = &mut self.schema.relation_types[at];
        self.types.insert(kind.clone(), there.id.clone());
        let before = (there.from.len(), there.to.len());
        for (from, to) in ends {
            for (allowed, label) in [(&mut there.from, from), (&mut there.to, to)] {
                if !allowed.is_empty() && !allowed.contains(&label) {
                    allowed.push(label);
                }
            }
        }
        counts.relation_types += usize::from(before != (there.from.len(), there.to.len()));
    }

    /// A type that is for labels of which none is in the project would be for all.
    fn insert_type(&mut self, new: &RelationType, counts: &mut MergeCounts) {
        let types = &self.schema.relation_types;
        let mut ids = FreeIds::new(types.iter().map(|one| one.id.as_str()), "relation");
        let mut names = FreeIds::new(types.iter().map(|one| one.name.as_str()), "relation");
        let id = RelationTypeId::new(ids.take_like(new.id.as_str()));
        let name = names.take_like(&new.name);
        let mapped = |labels: &[LabelId]| -> Vec<LabelId> {
            let mut all: Vec<LabelId> = labels.iter().filter_map(|label| self.label(label)).collect();
            all.dedup();
            all
        };
        let (from, to) = (mapped(&new.from), mapped(&new.to));
        self.types.insert(new.id.clone(), id.clone());
        self.schema.relation_types.push(RelationType { id, name, from, to, ..new.clone() });
        counts.relation_types += 1;
    }

    /// The label of the project for an imported one.
    pub(super) fn label(&self, imported: &LabelId) -> Option<LabelId> {
        self.labels.get(imported).cloned()
    }

    /// The relation type of the project for an imported one.
    pub(super) fn relation_type(&self, imported: &RelationTypeId) -> Option<RelationTypeId> {
        self.types.get(imported).cloned()
    }

    /// The values of an annotation with an imported label, as they are in the project.
    pub(super) fn values(
        &self,
        label: &LabelId,
        values: &BTreeMap<String, AttributeValue>,
        entities: &HashMap<EntityId, EntityId>,
    ) -> BTreeMap<String, AttributeValue> {
        let attributes = self.imported.label(label).map(|label| label.attributes.as_slice()).unwrap_or_default();
        mapped(attributes, values, self.of_labels.get(label), entities)
    }

    /// The same for an article.
    pub(super) fn article_values(
        &self,
        values: &BTreeMap<String, AttributeValue>,
        entities: &HashMap<EntityId, EntityId>,
    ) -> BTreeMap<String, AttributeValue> {
        mapped(&self.imported.article_attributes, values, Some(&self.of_articles), entities)
    }
}

fn mapped(
    attributes: &[Attribute],
    values: &BTreeMap<String, AttributeValue>,
    renamed: Option<&Renamed>,
    entities: &HashMap<EntityId, EntityId>,
) -> BTreeMap<String, AttributeValue> {
    let kind = |name: &str| attributes.iter().find(|one| one.name == name).map(|one| one.kind);
    let value = |name: &str, value: &AttributeValue| match value {
        AttributeValue::Text(id) if kind(name) == Some(AttributeKind::Entity) => {
            let entity = entities.get(&EntityId::new(id.as_str()));
            AttributeValue::Text(entity.map_or_else(|| id.clone(), ToString::to_string))
        }
        other => other.clone(),
    };
    let name = |name: &String| renamed.and_then(|renamed| renamed.get(name)).unwrap_or(name).clone();
    values.iter().map(|(key, one)| (name(key), value(key, one))).collect()
}

/// The label of this name: in the same case if there is one, and with the id or kind of the imported one if there are several.
fn position_of(labels: &[Label], name: &str, imported: &Label) -> Option<usize> {
    let exact: Vec<usize> = (0..labels.len()).filter(|&at| labels[at].name == name).collect();
    let lower = name.to_lowercase();
    let alike = match exact.is_empty() {
        true => (0..labels.len()).filter(|&at| labels[at].name.to_lowercase() == lower).collect(),
        false => exact,
    };
    let by_id = alike.iter().find(|&&at| labels[at].id == imported.id);
    let by_kind = alike.iter().find(|&&at| labels[at].kind == imported.kind);
    by_id.or(by_kind).or(alike.first()).copied()
}

/// The relation type of the same name and symmetry.
fn type_position(types: &[RelationType], imported: &RelationType) -> Option<usize> {
    let name = imported.name.to_lowercase();
    let is_alike = |one: &RelationType| one.name.to_lowercase() == name && one.symmetric == imported.symmetric;
    let by_id = types.iter().position(|one| is_alike(one) && one.id == imported.id);
    by_id.or_else(|| types.iter().position(is_alike))
}
