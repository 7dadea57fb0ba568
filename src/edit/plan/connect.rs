//! The plan that relates two places, tagged or not, in one transaction.

use super::annotations::new_annotation;
use super::common::{Planned, apply};
use super::relations::relate_all;
use crate::edit::ids::IdSource;
use crate::edit::{Change, EditError, RecordChange, Side, Stamp};
use crate::model::{Annotation, AnnotationId, Project, RelationTypeId};

/// Relates two places, and tags those that are not tagged yet.
pub(super) fn connect(
    project: &Project,
    ids: &mut IdSource,
    kind: &RelationTypeId,
    (from, to): (Side, Side),
    stamp: &Stamp,
) -> Planned {
    let mut now = project.clone();
    let mut changes = Vec::new();
    let from = tagged(&mut now, ids, from, &mut changes, stamp)?;
    let to = tagged(&mut now, ids, to, &mut changes, stamp)?;
    let (summary, related) = relate_all(&now, ids, kind, vec![(from, to)], stamp)?;
    changes.extend(related);
    Ok((summary, changes))
}

/// The annotation of a side, which is made unless there is one on the same range with the same label.
pub(super) fn tagged(
    now: &mut Project,
    ids: &mut IdSource,
    side: Side,
    changes: &mut Vec<Change>,
    stamp: &Stamp,
) -> Result<AnnotationId, EditError> {
    let new = match side {
        Side::Known(id) => return Ok(id),
        Side::New(new) => new,
    };
    let annotation = new_annotation(now, ids, new, stamp)?;
    let is_twin = |one: &Annotation| one.label == annotation.label && one.ranges == annotation.ranges;
    let there = now.annotations_of(&annotation.article);
    let twin = annotation.ranges.first().and_then(|&first| there.overlapping(first).find(|(_, one)| is_twin(one)));
    if let Some((_, twin)) = twin {
        return Ok(twin.id.clone());
    }
    let id = annotation.id.clone();
    apply(now, vec![Change::Annotation(RecordChange::insert(annotation))], changes)?;
    Ok(id)
}
