//! The relations of an imported project: between annotations of the project, and those that wait for an annotation without a place.

use std::collections::HashSet;

use super::MergeCounts;
use super::annotations::Became;
use super::ids::FreeIds;
use super::schema::SchemaMap;
use super::unplaced::Unplaced;
use crate::edit::{Change, RecordChange};
use crate::model::{AnnotationId, Project, Relation, RelationId, RelationTypeId};

/// Adds relations.
pub(super) struct Relations<'a> {
    pub(super) open: &'a Project,
    pub(super) schema: &'a SchemaMap<'a>,
    pub(super) ids: FreeIds,
    pub(super) changes: Vec<Change>,
    pub(super) counts: &'a mut MergeCounts,
    /// Ends and types of those that are added.
    pub(super) added: HashSet<(RelationTypeId, AnnotationId, AnnotationId)>,
}

impl Relations<'_> {
    /// Adds a relation between what its ends have become.
    pub(super) fn add(&mut self, relation: &Relation, from: &Became, to: &Became, unplaced: &mut [Vec<Unplaced>]) {
        let Some(kind) = self.schema.relation_type(&relation.kind) else { return };
        let id_of = |end: &Became| match end {
            Became::Placed(id) => Some(id.clone()),
            Became::Unplaced(article, at) => Some(unplaced.get(*article)?.get(*at)?.annotation.id.clone()),
        };
        let (Some(start), Some(end)) = (id_of(from), id_of(to)) else { return };
        if start == end {
            self.counts.dropped_relations += 1;
            return;
        }
        let mapped = Relation { kind, from: start, to: end, ..relation.clone() };
        let waits_for = [from, to].into_iter().find_map(|end| match end {
            Became::Unplaced(article, at) => Some((*article, *at)),
            Became::Placed(_) => None,
        });
        match waits_for {
            Some((article, at)) => {
                let Some(one) = unplaced.get_mut(article).and_then(|all| all.get_mut(at)) else { return };
                let is_equal =
                    |other: &Relation| other.kind == mapped.kind && other.from == mapped.from && other.to == mapped.to;
                if one.relations.iter().any(is_equal) {
                    self.counts.equal_relations += 1;
                } else {
                    self.counts.waiting_relations += 1;
                    one.relations.push(mapped);
                }
            }
            None => self.put(mapped),
        }
    }

    /// Two annotations have at most one relation of a type.
    fn put(&mut self, mapped: Relation) {
        let there = self.open.relations_like(&mapped.kind, &mapped.from, &mapped.to).next().cloned();
        if let Some(there) = there {
            self.counts.equal_relations += 1;
            if there.note.is_empty() && !mapped.note.is_empty() {
                let after = Relation { note: mapped.note, ..(*there).clone() };
                self.changes.push(Change::Relation(RecordChange::replace(&there, after)));
            } else if there.note != mapped.note && !mapped.note.is_empty() {
                self.counts.kept += 1;
            }
            return;
        }
        if !self.added.insert((mapped.kind.clone(), mapped.from.clone(), mapped.to.clone())) {
            self.counts.equal_relations += 1;
            return;
        }
        self.counts.relations += 1;
        let id = RelationId::new(self.ids.take(mapped.id.as_str()));
        self.changes.push(Change::Relation(RecordChange::insert(Relation { id, ..mapped })));
    }
}
