//! Plans commands about many annotations in steps that take little time, and applies each change at once: a later annotation is
//! planned in the project with the earlier ones.

use std::rc::Rc;

use super::annotations::{fits, new_annotation, patched};
use super::common::{Planned, existing};
use super::tags::CommonTags;
use crate::edit::ids::IdSource;
use crate::edit::{BulkCommand, Change, Checks, EditError, RecordChange, Stamp, Summary};
use crate::model::{Annotation, AnnotationId, LabelId, Project, Records, Relation, RelationId};
use crate::text::TextRange;

/// How many annotations or relations a step is about.
const STEP: usize = 32;

/// A command about many annotations that is being planned. The plan does not depend on the steps.
#[derive(Clone, Debug)]
pub(in crate::edit) struct Bulk {
    project: Project,
    /// The project with the changes so far.
    next: Project,
    changes: Vec<Change>,
    tags: CommonTags,
    command: BulkCommand,
    stage: Stage,
    /// How far the stage is.
    at: usize,
    /// What is changed or removed, by id.
    annotations: Records<AnnotationId, Annotation>,
    /// What the changed ones become, by id.
    changed: Vec<(Rc<Annotation>, Rc<Annotation>)>,
    /// The relations of those that are changed or removed.
    relations: Records<RelationId, Relation>,
    removed_relations: usize,
    /// The records that the stage is about.
    listed: Listed,
}

/// What is done next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// New annotations are added.
    Annotate,
    /// The annotations are looked up.
    Collect,
    /// Those that exist are changed, but not in the project yet: relations that no longer fit are removed before.
    Patch,
    /// Relations are removed.
    Relations,
    /// The annotations are changed in the project, or removed.
    Apply,
    Complete,
}

/// The records that a stage goes through.
#[derive(Clone, Debug, Default)]
struct Listed {
    annotations: Vec<Rc<Annotation>>,
    relations: Vec<Rc<Relation>>,
}

impl Bulk {
    /// A plan of a command, of which nothing is done yet.
    pub(in crate::edit) fn new(project: &Project, command: BulkCommand) -> Self {
        let stage = if matches!(command, BulkCommand::Annotate(_)) { Stage::Annotate } else { Stage::Collect };
        Self {
            project: project.clone(),
            next: project.clone(),
            changes: Vec::new(),
            tags: CommonTags::default(),
            command,
            stage,
            at: 0,
            annotations: Records::default(),
            changed: Vec::new(),
            relations: Records::default(),
            removed_relations: 0,
            listed: Listed::default(),
        }
    }

    /// Goes on with the plan; returns whether there is more to do.
    pub(in crate::edit) fn step(&mut self, ids: &mut IdSource, stamp: &Stamp) -> Result<bool, EditError> {
        for _ in 0..STEP {
            if self.stage == Stage::Complete {
                break;
            }
            if self.at == self.count() {
                self.next_stage();
                break;
            }
            match self.stage {
                Stage::Annotate => self.annotate_one(ids, stamp)?,
                Stage::Collect => self.collect_one()?,
                Stage::Patch => self.patch_one(stamp)?,
                Stage::Relations => self.remove_relation()?,
                Stage::Apply => self.apply_one()?,
                Stage::Complete => {}
            }
            self.at += 1;
        }
        Ok(self.stage != Stage::Complete)
    }

    /// How much was done, in percent.
    pub(in crate::edit) fn percent(&self) -> usize {
        let done = self.at * 100 / self.count().max(1);
        match self.stage {
            Stage::Annotate => done,
            Stage::Collect => done / 4,
            Stage::Patch => 25 + done / 4,
            Stage::Relations => 50,
            Stage::Apply => 50 + done / 2,
            Stage::Complete => 100,
        }
    }

    /// The plan, once it is complete, and the project with it.
    pub(in crate::edit) fn finish(self) -> (Summary, Vec<Change>, Project) {
        let (tags, relations) = (self.tags.finish(&self.project), self.removed_relations);
        let summary = match &self.command {
            BulkCommand::Annotate(_) => Summary::Tagged(tags),
            BulkCommand::Remove(_) => Summary::TagsRemoved { tags, relations },
            BulkCommand::Update(_, patch) => match (&patch.label, &patch.entity) {
                (Some(_), _) => Summary::AllRelabelled { tags, relations },
                (None, Some(entity)) => match entity.as_ref().and_then(|id| self.project.entity(id)) {
                    Some(entity) => Summary::AllLinked { tags, entity: entity.name.clone() },
                    None => Summary::AllUnlinked(tags),
                },
                (None, None) => Summary::AllEdited(tags),
            },
        };
        (summary, self.changes, self.next)
    }

    /// The complete plan.
    pub(super) fn at_once(mut self, ids: &mut IdSource, stamp: &Stamp) -> Planned {
        while self.step(ids, stamp)? {}
        let (summary, changes, _) = self.finish();
        Ok((summary, changes))
    }

    /// How many records the stage is about.
    fn count(&self) -> usize {
        match (self.stage, &self.command) {
            (Stage::Annotate, BulkCommand::Annotate(all)) => all.len(),
            (Stage::Collect, BulkCommand::Update(ids, _) | BulkCommand::Remove(ids)) => ids.len(),
            (Stage::Patch, _) => self.listed.annotations.len(),
            (Stage::Relations, _) => self.listed.relations.len(),
            (Stage::Apply, BulkCommand::Update(..)) => self.changed.len(),
            (Stage::Apply, _) => self.listed.annotations.len(),
            _ => 0,
        }
    }

    fn next_stage(&mut self) {
        self.at = 0;
        self.stage = match (self.stage, &self.command) {
            (Stage::Collect, command) => {
                self.listed.annotations = self.annotations.values().cloned().collect();
                if matches!(command, BulkCommand::Update(..)) { Stage::Patch } else { self.list_relations() }
            }
            (Stage::Patch, _) => self.list_relations(),
            (Stage::Relations, _) => Stage::Apply,
            _ => Stage::Complete,
        };
    }

    fn list_relations(&mut self) -> Stage {
        self.listed.relations = self.relations.values().cloned().collect();
        Stage::Relations
    }

    fn annotate_one(&mut self, ids: &mut IdSource, stamp: &Stamp) -> Result<(), EditError> {
        fn identity(one: &Annotation) -> (&[TextRange], &LabelId) {
            (&one.ranges, &one.label)
        }
        let BulkCommand::Annotate(all) = &self.command else { return Ok(()) };
        let Some(new) = all.get(self.at).cloned() else { return Ok(()) };
        let annotation = new_annotation(&self.project, ids, new, stamp)?;
        let there = self.next.annotations_of(&annotation.article);
        let is_there = annotation
            .ranges
            .first()
            .is_some_and(|&first| there.overlapping(first).any(|(_, other)| identity(other) == identity(&annotation)));
        // A set that is shared would be copied by the change.
        drop(there);
        if is_there {
            return Ok(());
        }
        let change = RecordChange::insert(annotation);
        change.after.iter().for_each(|new| self.tags.add(&self.project, new));
        self.apply(Change::Annotation(change))
    }

    fn collect_one(&mut self) -> Result<(), EditError> {
        let (BulkCommand::Update(ids, _) | BulkCommand::Remove(ids)) = &self.command else { return Ok(()) };
        let Some(id) = ids.get(self.at) else { return Ok(()) };
        let annotation = existing(&self.project, id)?.clone();
        if matches!(self.command, BulkCommand::Remove(_)) {
            self.tags.add(&self.project, &annotation);
            self.add_relations(&annotation.id);
        }
        self.annotations.insert(annotation.id.clone(), annotation);
        Ok(())
    }

    fn add_relations(&mut self, id: &AnnotationId) {
        let relations = self.project.relations_of(id);
        relations.for_each(|relation| self.relations.insert(relation.id.clone(), relation.clone()));
    }

    fn patch_one(&mut self, stamp: &Stamp) -> Result<(), EditError> {
        let BulkCommand::Update(_, patch) = &self.command else { return Ok(()) };
        let Some(before) = self.listed.annotations.get(self.at) else { return Ok(()) };
        let after = patched(&self.project, before, patch.clone(), true, stamp)?;
        if after != **before {
            let after = Rc::new(after);
            self.tags.add(&self.project, &after);
            self.changed.push((before.clone(), after.clone()));
            self.add_relations(&after.id);
        }
        Ok(())
    }

    fn remove_relation(&mut self) -> Result<(), EditError> {
        let Some(relation) = self.listed.relations.get(self.at).cloned() else { return Ok(()) };
        let label_of = |id: &AnnotationId| {
            let at = self.changed.binary_search_by(|(_, after)| after.id.cmp(id)).ok()?;
            self.changed.get(at).map(|(_, after)| &after.label)
        };
        if matches!(self.command, BulkCommand::Update(..)) && fits(&self.project, &relation, label_of) {
            return Ok(());
        }
        self.removed_relations += 1;
        self.apply(Change::Relation(RecordChange::remove(&relation)))
    }

    fn apply_one(&mut self) -> Result<(), EditError> {
        let change = if matches!(self.command, BulkCommand::Update(..)) {
            let changed = self.changed.get(self.at).cloned();
            changed.map(|(before, after)| RecordChange { before: Some(before), after: Some(after) })
        } else {
            self.listed.annotations.get(self.at).map(RecordChange::remove)
        };
        change.map_or(Ok(()), |change| self.apply(Change::Annotation(change)))
    }

    /// Applies a change to the project. What it leads to was checked when it was planned.
    fn apply(&mut self, change: Change) -> Result<(), EditError> {
        change.apply(&mut self.next, Checks::Later)?;
        self.changes.push(change);
        Ok(())
    }
}
