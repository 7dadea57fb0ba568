//! The claim of another article that is related to a claim.

use std::rc::Rc;

use crate::model::{Annotation, AnnotationId, ArticleId, LabelKind, Project, Relation};
use crate::text::ByteOffset;

/// How near a related claim is: through how many relations, the type of the first of them by its index in the schema, and the place.
type Distance = (usize, usize, ByteOffset);

/// The first of some claims that is related to a claim of an article, directly or through a third claim, and that claim.
pub(super) fn related(
    project: &Project,
    claims: &[AnnotationId],
    article: &ArticleId,
) -> Option<(Rc<Annotation>, Rc<Annotation>)> {
    let nearest = |id: &AnnotationId| {
        let own = project.annotation(id)?;
        let mut best: Option<(Distance, Rc<Annotation>)> = None;
        let mut offer = |steps: usize, kind: usize, one: &Rc<Annotation>| {
            let distance = (steps, kind, one.start());
            let is_nearer = best.as_ref().is_none_or(|(least, _)| distance < *least);
            if &one.article == article && is_nearer {
                best = Some((distance, one.clone()));
            }
        };
        for (kind, one) in neighbours(project, id) {
            offer(1, kind, &one);
            neighbours(project, &one.id).iter().for_each(|(_, far)| offer(2, kind, far));
        }
        best.map(|(_, found)| (own.clone(), found))
    };
    claims.iter().find_map(nearest)
}

/// The claims at the other ends of the relations of a claim, each with the index of the relation's type.
fn neighbours(project: &Project, id: &AnnotationId) -> Vec<(usize, Rc<Annotation>)> {
    let schema = project.schema();
    let is_claim = |one: &Rc<Annotation>| schema.label(&one.label).is_some_and(|label| label.kind == LabelKind::Claim);
    let other = |relation: &Rc<Relation>| {
        let other = if &relation.from == id { &relation.to } else { &relation.from };
        let kind = schema.relation_types.iter().position(|kind| kind.id == relation.kind)?;
        Some((kind, project.annotation(other).filter(|one| is_claim(one))?.clone()))
    };
    project.relations_of(id).filter_map(other).collect()
}
