//! Relations: annotations with a governor and a dependent, features that refer to another annotation, and lists of links with a role.

use std::collections::{HashMap, HashSet};

use super::cas::{Cas, Feature, Structure};
use super::labels::Labels;
use super::own::RELATION;
use super::types::{DEPENDENT, GOVERNOR, Role};
use crate::format::RecordProblem;
use crate::format::draft::{DraftRelation, TagIndex};
use crate::json::Json;
use crate::model::Timestamp;

/// Reads the relations of a CAS.
pub(super) struct Relations<'a> {
    cas: &'a Cas<'a>,
    labels: &'a Labels<'a>,
    /// The tag of each annotation.
    tags: &'a HashMap<u64, TagIndex>,
    /// Features of relations that were left out.
    unsupported: HashSet<(&'a str, &'a str)>,
    /// The relations.
    pub(super) found: Vec<DraftRelation>,
    /// What was left out, with its place.
    pub(super) problems: Vec<(String, RecordProblem)>,
}

impl<'a> Relations<'a> {
    /// Nothing read so far.
    pub(super) fn new(cas: &'a Cas<'a>, labels: &'a Labels<'a>, tags: &'a HashMap<u64, TagIndex>) -> Self {
        Self { cas, labels, tags, unsupported: HashSet::new(), found: Vec::new(), problems: Vec::new() }
    }

    /// Reads all relations.
    pub(super) fn read(&mut self) {
        let cas = self.cas;
        for structure in cas.structures.iter().filter(|one| cas.is_member(one)) {
            match cas.role(structure) {
                Role::Relation => self.add_relation(structure),
                Role::Span => self.add_links(structure),
                _ => {}
            }
        }
    }

    fn add(&mut self, structure: &Structure<'_>, kind: &str, ends: [Option<u64>; 2]) -> Option<&mut DraftRelation> {
        let [from, to] = ends.map(|end| self.tags.get(&end?).copied());
        let (Some(from), Some(to)) = (from, to) else {
            self.problems.push((structure.place.clone(), RecordProblem::NoAnnotation));
            return None;
        };
        let place = structure.place.clone();
        self.found.push(DraftRelation { place, kind: kind.to_owned(), from, to, ..DraftRelation::default() });
        self.found.last_mut()
    }

    fn add_relation(&mut self, structure: &'a Structure<'a>) {
        let kind = self.labels.label(structure);
        let ends = [GOVERNOR, DEPENDENT].map(|end| structure.reference(end));
        let Some(relation) = self.add(structure, kind, ends) else { return };
        if structure.kind == RELATION {
            let text = |name: &str| structure.text(name).unwrap_or_default().to_owned();
            (relation.id, relation.note, relation.creator) = (text("id"), text("note"), text("creator"));
            relation.created = structure.text("created").and_then(Timestamp::parse);
            return;
        }
        let label = self.labels.feature(structure.kind);
        for (feature, _) in structure.features() {
            let is_read = [GOVERNOR, DEPENDENT].contains(&feature) || Some(feature) == label;
            if !is_read && self.unsupported.insert((structure.kind, feature)) {
                self.problems.push((structure.place.clone(), RecordProblem::Unsupported(feature.to_owned())));
            }
        }
    }

    /// Adds a relation for each annotation that a feature of another one refers to.
    fn add_links(&mut self, structure: &Structure<'_>) {
        for (feature, value) in structure.features() {
            let Feature::Reference(id) = value else { continue };
            let Some(target) = self.cas.structure(id) else { continue };
            if target.range().is_some() {
                self.add(structure, feature, [Some(structure.id), Some(id)]);
            }
            for element in target.elements().into_iter().flatten().filter_map(Json::as_u64) {
                let Some(link) = self.cas.structure(element) else { continue };
                let is_link = link.reference("target").is_some();
                let to = if is_link { link.reference("target") } else { Some(element) };
                let name = link.text("role").filter(|role| is_link && !role.is_empty()).unwrap_or(feature);
                self.add(structure, name, [Some(structure.id), to]);
            }
        }
    }
}
