//! Relations: linking, changing and unlinking.

use super::{Planned, existing, missing, quoted};
use crate::edit::{Change, RelationPatch, Swap};
use crate::model::{Invalid, Project, Relation, RelationId};

pub(super) fn relate(project: &Project, relation: Relation) -> Planned {
    project.check_relation(&relation)?;
    let name = project.relation_type_name(&relation.kind);
    let summary = format!("Linked {}: {name}", ends(project, &relation)?);
    Ok((summary, vec![Change::Relation(Swap::put(relation))]))
}

/// "“a” to “b”".
fn ends(project: &Project, relation: &Relation) -> Result<String, Invalid> {
    let (from, to) = (existing(project, &relation.from)?, existing(project, &relation.to)?);
    Ok(format!("{} to {}", quoted(project, from), quoted(project, to)))
}

pub(super) fn update(project: &Project, id: &RelationId, patch: RelationPatch) -> Planned {
    let before = project.relation(id).ok_or_else(|| missing("relation", id))?;
    let mut after = (**before).clone();
    if let Some(kind) = patch.kind {
        after.kind = kind;
    }
    if patch.turn {
        std::mem::swap(&mut after.from, &mut after.to);
    }
    if let Some(note) = patch.note {
        after.note = note;
    }
    project.check_relation(&after)?;
    if after == **before {
        return Ok((String::new(), vec![]));
    }
    let ends = ends(project, &after)?;
    let summary = if after.kind != before.kind {
        format!("Changed the link {ends} to {}", project.relation_type_name(&after.kind))
    } else if after.from != before.from {
        format!("Turned the link {ends}")
    } else {
        format!("Changed the note on the link {ends}")
    };
    Ok((summary, vec![Change::Relation(Swap::replace(before, after))]))
}

pub(super) fn unrelate(project: &Project, id: &RelationId) -> Planned {
    let relation = project.relation(id).ok_or_else(|| missing("relation", id))?;
    let summary = format!("Removed the relation “{}”", project.relation_type_name(&relation.kind));
    Ok((summary, vec![Change::Relation(Swap::take(relation))]))
}
