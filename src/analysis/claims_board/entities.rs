//! The entities that are mentioned inside claims.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::ClaimsBoard;
use crate::model::{Annotation, AnnotationId, AnnotationSet, EntityId, Project};
use crate::order;
use crate::text::TextRange;

/// Adds the entities of the tags inside each claim to those of its fields, and sorts them.
pub(super) fn add(project: &Project, board: &mut ClaimsBoard) {
    let mut inside: HashMap<AnnotationId, Vec<EntityId>> = HashMap::new();
    let claims: HashSet<AnnotationId> = board.rows.iter().flat_map(|row| row.ids()).collect();
    for article in project.articles() {
        let set = project.annotations_of(&article.id);
        let spans: Vec<_> = spans(&set, article.text.full_range());
        for (at, &(range, claim)) in spans.iter().enumerate().filter(|(_, (_, one))| claims.contains(&one.id)) {
            // Spans are sorted by start, longer ones first, so those inside follow; equal ones may also precede.
            let equal = spans[..at].iter().rev().take_while(|(other, _)| *other == range);
            let after = spans[at + 1..].iter().take_while(|(other, _)| other.start() < range.end());
            let contained = equal.chain(after).filter(|(other, _)| range.contains(*other));
            let entities = contained.filter_map(|(_, one)| one.entity.clone());
            inside.entry(claim.id.clone()).or_default().extend(entities);
        }
    }
    for row in &mut board.rows {
        for claim in &mut Rc::make_mut(row).claims {
            claim.entities.extend(inside.remove(&claim.annotation.id).unwrap_or_default());
            order::sort(&mut claim.entities);
            claim.entities.dedup();
        }
    }
}

fn spans(set: &AnnotationSet, all: TextRange) -> Vec<(TextRange, &Rc<Annotation>)> {
    set.overlapping(all).collect()
}
