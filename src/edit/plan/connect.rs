//! The plan that relates two places, tagged or not, in one transaction.

use super::annotations::new_annotation;
use super::common::Planned;
use super::relations::relate_all;
use crate::edit::ids::IdSource;
use crate::edit::{Change, Checks, EditError, RecordChange, Side, Stamp};
use crate::model::{AnnotationId, Project, RelationTypeId};

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

/// The annotation of a side, which is made if need be.
fn tagged(
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
    let id = annotation.id.clone();
    let change = Change::Annotation(RecordChange::insert(annotation));
    change.apply(now, Checks::Now)?;
    changes.push(change);
    Ok(id)
}
