//! The claims of a project and the relations between them, before they are grouped.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use crate::model::{Annotation, AnnotationId, LabelId, LabelKind, Project, Relation};

/// A claim before its row is known.
pub(super) struct Found {
    /// The index of its article.
    pub(super) column: usize,
    /// The annotation.
    pub(super) annotation: Rc<Annotation>,
}

/// A relation between two claims, with the indices of the claims at its ends.
pub(super) struct Tie {
    /// Where it starts.
    pub(super) from: usize,
    /// Where it ends.
    pub(super) to: usize,
    /// The relation.
    pub(super) relation: Rc<Relation>,
}

/// All claims, by article, then in the order of the text.
pub(super) fn claims(project: &Project) -> Vec<Found> {
    let labels = project.schema().labels.iter().filter(|label| label.kind == LabelKind::Claim);
    let labels: HashSet<&LabelId> = labels.map(|label| &label.id).collect();
    let mut claims = Vec::new();
    for (column, article) in project.articles().iter().enumerate() {
        let set = project.annotations_of(&article.id);
        let all = set.iter().filter(|one| labels.contains(&one.label));
        claims.extend(all.map(|annotation| Found { column, annotation: annotation.clone() }));
    }
    claims
}

/// The relations between two claims, by id.
pub(super) fn ties(project: &Project, claims: &[Found]) -> Vec<Tie> {
    let indices: HashMap<&AnnotationId, usize> =
        claims.iter().enumerate().map(|(at, claim)| (&claim.annotation.id, at)).collect();
    let tie = |relation: &Rc<Relation>| {
        let (from, to) = (*indices.get(&relation.from)?, *indices.get(&relation.to)?);
        Some(Tie { from, to, relation: relation.clone() })
    };
    project.relations().filter_map(tie).collect()
}
