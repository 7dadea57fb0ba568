//! Plans how predictions of other tools are accepted, and what becomes of them with another schema.

use std::collections::HashMap;
use std::rc::Rc;

use super::annotations::in_order;
use super::bulk::Bulk;
use super::common::Planned;
use crate::edit::ids::IdSource;
use crate::edit::{AcceptedPrediction, AttributeOwner, BulkCommand, Change, RecordChange, SchemaEdit, Stamp};
use crate::model::{
    Annotation, AnnotationId, ArticleId, Invalid, LabelId, PredictedRelation, Prediction, Project, RecordKind,
};
use crate::text::TextRange;

/// What makes annotations equal: article, label and ranges.
type Place<'a> = (&'a ArticleId, &'a LabelId, &'a [TextRange]);

fn place_of(one: &Annotation) -> Place<'_> {
    (&one.article, &one.label, &one.ranges)
}

/// Adds the annotations that do not exist yet, and notes for the predictions which annotation is made of each.
pub(super) fn accept(
    project: &Project,
    ids: &mut IdSource,
    accepted: Vec<AcceptedPrediction>,
    stamp: &Stamp,
) -> Planned {
    let tags = accepted.iter().map(|one| one.tag.clone()).collect();
    let (summary, made) = Bulk::new(project, BulkCommand::Annotate(tags)).at_once(ids, stamp)?;
    let new = made.iter().filter_map(|change| match change {
        Change::Annotation(change) => change.after.as_ref(),
        _ => None,
    });
    let new: HashMap<Place<'_>, &AnnotationId> = new.map(|one| (place_of(one), &one.id)).collect();
    let mut notes = Vec::new();
    for AcceptedPrediction { tag, predictions } in accepted {
        let ranges = in_order(tag.ranges);
        let place: Place<'_> = (&tag.article, &tag.label, &ranges);
        let known = new
            .get(&place)
            .map(|id| (*id).clone())
            .or_else(|| project.annotation_at(&tag.article, &tag.label, &ranges));
        for id in predictions {
            let before = project.prediction(&tag.article, &id);
            let before = before.ok_or_else(|| Invalid::dangling(RecordKind::Prediction, &id))?;
            let after = Prediction { accepted: known.clone(), ..(**before).clone() };
            notes.push(Change::Prediction(RecordChange::replace(before, after)));
        }
    }
    let mut changes = made;
    changes.extend(notes);
    Ok((summary, changes))
}

/// The changes of predictions with another schema: those before the schema, and those after it.
pub(super) fn migrated(project: &Project, edit: &SchemaEdit) -> (Vec<Change>, Vec<Change>) {
    let (mut gone, mut changed) = (Vec::new(), Vec::new());
    for before in project.predictions().values() {
        let Some(label) = edit.label_after(&before.tag.label) else {
            gone.push(Change::Prediction(RecordChange::remove(before)));
            continue;
        };
        let owner = AttributeOwner::Label(before.tag.label.clone());
        let (attributes, _) = edit.values_after(project, &owner, &before.tag.attributes);
        let relations: Vec<_> =
            before.relations.iter().filter_map(|one| relation_after(project, edit, before, one)).collect();
        let is_same = label == before.tag.label && attributes == before.tag.attributes;
        if is_same && relations == before.relations {
            continue;
        }
        let tag = match is_same {
            true => before.tag.clone(),
            false => Rc::new(Annotation { label, attributes, ..(*before.tag).clone() }),
        };
        changed.push(Change::Prediction(RecordChange::replace(
            before,
            Prediction { tag, relations, ..(**before).clone() },
        )));
    }
    (gone, changed)
}

/// A relation with its type after the edit; `None` if the type or the prediction at its end is removed.
fn relation_after(
    project: &Project,
    edit: &SchemaEdit,
    from: &Prediction,
    relation: &PredictedRelation,
) -> Option<PredictedRelation> {
    let kind = edit.relation_type_after(&relation.kind)?;
    let to = project.prediction(&from.tag.article, &relation.to);
    let is_kept = to.is_none_or(|to| edit.label_after(&to.tag.label).is_some());
    is_kept.then(|| PredictedRelation { kind, to: relation.to.clone() })
}
