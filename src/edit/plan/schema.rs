//! Plans the replacement of the schema, with the migration of records.

use std::rc::Rc;

use super::annotations::{removals, touch};
use super::common::{Planned, nothing};
use super::predictions;
use crate::edit::{
    AttributeOwner, Change, EditError, RecordChange, SchemaChange, SchemaEdit, Stamp, Summary, uses_without_remap,
};
use crate::model::{Annotation, AnnotationId, LabelId, Project, Relation, Schema};
use crate::order;

/// The number of changes of a schema that a summary lists.
const LISTED: usize = 3;

pub(super) fn edit_schema(project: &Project, edit: &SchemaEdit, stamp: &Stamp) -> Planned {
    Project::check_schema(&edit.schema)?;
    if let Some(used) = uses_without_remap(project, edit).first() {
        return Err(EditError::InUse { name: used.name(project), used: used.clone() });
    }
    if edit.schema == **project.schema() {
        return nothing();
    }
    let (gone, changed) = annotations_after(project, edit, stamp);
    let mut changes = relation_changes(project, edit, &gone, &changed);
    let is_relation = |change: &Change| matches!(change, Change::Relation(_));
    changes.extend(removals(project, &gone)?.into_iter().filter(|change| !is_relation(change)));
    let (predictions_gone, predictions_changed) = predictions::migrated(project, edit);
    changes.extend(predictions_gone);
    changes.push(Change::Schema { before: project.schema().clone(), after: Rc::new(edit.schema.clone()) });
    for after in &changed {
        if let Some(before) = project.annotation(&after.id) {
            changes.push(Change::Annotation(RecordChange::replace(before, after.clone())));
        }
    }
    changes.extend(predictions_changed);
    changes.extend(article_changes(project, edit));
    changes.extend(entity_changes(project, edit));
    Ok((summary(project.schema(), edit, gone.len(), changed.len()), changes))
}

/// The annotations to remove, and the changed annotations.
fn annotations_after(project: &Project, edit: &SchemaEdit, stamp: &Stamp) -> (Vec<AnnotationId>, Vec<Annotation>) {
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for before in project.all_annotations() {
        let Some(label) = edit.label_after(&before.label) else {
            gone.push(before.id.clone());
            continue;
        };
        let owner = AttributeOwner::Label(before.label.clone());
        let (attributes, _) = edit.values_after(project, &owner, &before.attributes);
        if label != before.label || attributes != before.attributes {
            let mut after = Annotation { label, attributes, ..(**before).clone() };
            touch(&mut after, stamp);
            changed.push(after);
        }
    }
    (gone, changed)
}

/// The changes of relations. A relation is removed with an end, with its type, or if the type does not allow the
/// labels; or it gets another type.
fn relation_changes(
    project: &Project,
    edit: &SchemaEdit,
    gone: &[AnnotationId],
    changed: &[Annotation],
) -> Vec<Change> {
    let mut gone: Vec<&AnnotationId> = gone.iter().collect();
    order::sort(&mut gone);
    let mut labels: Vec<(&AnnotationId, &LabelId)> = changed.iter().map(|one| (&one.id, &one.label)).collect();
    order::sort(&mut labels);
    let label_of = |id: &AnnotationId| match labels.binary_search_by(|(other, _)| (*other).cmp(id)) {
        Ok(at) => Some(labels[at].1.clone()),
        Err(_) => project.annotation(id).map(|one| one.label.clone()),
    };
    let mut changes = Vec::new();
    for before in project.relations() {
        let loses_end = [&before.from, &before.to].iter().any(|end| gone.binary_search(end).is_ok());
        let kind = edit.relation_type_after(&before.kind).filter(|_| !loses_end);
        let kind = kind.and_then(|kind| edit.schema.relation_type(&kind)).filter(|kind| {
            [(&before.from, &kind.from), (&before.to, &kind.to)]
                .into_iter()
                .all(|(end, allowed)| allowed.is_empty() || label_of(end).is_some_and(|label| allowed.contains(&label)))
        });
        match kind {
            None => changes.push(Change::Relation(RecordChange::remove(before))),
            Some(kind) if kind.id != before.kind => {
                let after = Relation { kind: kind.id.clone(), ..(**before).clone() };
                changes.push(Change::Relation(RecordChange::replace(before, after)));
            }
            Some(_) => {}
        }
    }
    changes
}

fn article_changes(project: &Project, edit: &SchemaEdit) -> Vec<Change> {
    let mut changes = Vec::new();
    for (index, before) in project.articles().iter().enumerate() {
        let (attributes, _) = edit.values_after(project, &AttributeOwner::Articles, &before.attributes);
        if attributes != before.attributes {
            let mut after = (**before).clone();
            after.attributes = attributes;
            changes.push(Change::Article { index, change: RecordChange::replace(before, after) });
        }
    }
    changes
}

fn entity_changes(project: &Project, edit: &SchemaEdit) -> Vec<Change> {
    let mut changes = Vec::new();
    for before in project.entities() {
        let label = before.label.as_ref().and_then(|label| edit.label_after(label));
        if label != before.label {
            let mut after = (**before).clone();
            after.label = label;
            changes.push(Change::Entity(RecordChange::replace(before, after)));
        }
    }
    changes
}

/// The summary: the first few changes of the schema, and the numbers of changed and removed annotations.
fn summary(before: &Schema, edit: &SchemaEdit, removed: usize, changed: usize) -> Summary {
    let after = &edit.schema;
    let mut changes = Vec::new();
    for label in &after.labels {
        let name = label.name.clone();
        match before.label(&label.id) {
            None => changes.push(SchemaChange::LabelAdded(name)),
            Some(old) if old.name != name => changes.push(SchemaChange::LabelRenamed(old.name.clone(), name)),
            Some(old) if old != label => changes.push(SchemaChange::LabelChanged(name)),
            Some(_) => {}
        }
    }
    let gone = before.labels.iter().filter(|label| after.label(&label.id).is_none());
    changes.extend(gone.map(|label| SchemaChange::LabelRemoved(label.name.clone())));
    if after.relation_types != before.relation_types {
        changes.push(SchemaChange::RelationTypes);
    }
    if after.article_attributes != before.article_attributes {
        changes.push(SchemaChange::ArticleAttributes);
    }
    let more = changes.len().saturating_sub(LISTED);
    changes.truncate(LISTED);
    Summary::SchemaEdited { changes, more, changed, removed }
}
