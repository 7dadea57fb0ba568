//! Finds the possible types of a new relation, and the tags that can be its other end.

mod candidates;
mod similarity;

use crate::model::{Annotation, LabelId, Project, RelationTypeId, Schema};

pub use candidates::{RelationCandidates, candidates};

/// A relation type, and the direction of the relation as seen from one tag (the near end).
#[derive(Clone, Debug, PartialEq)]
pub struct RelationKind {
    /// The type.
    pub kind: RelationTypeId,
    /// Whether the relation starts at the near end; otherwise it ends there.
    pub outwards: bool,
}

impl RelationKind {
    /// The start and the end of the relation.
    pub fn ends<'a, T>(&self, near: &'a T, far: &'a T) -> (&'a T, &'a T) {
        if self.outwards { (near, far) } else { (far, near) }
    }
}

/// The types that may start, or end, at tags of all these labels: first those that start there. Symmetric types are listed once.
pub fn relation_kinds(schema: &Schema, labels: &[&LabelId]) -> Vec<RelationKind> {
    let allows = |allowed: &[LabelId]| allowed.is_empty() || labels.iter().all(|label| allowed.contains(label));
    let mut kinds: Vec<RelationKind> = Vec::new();
    for outwards in [true, false] {
        for kind in &schema.relation_types {
            let fits = allows(if outwards { &kind.from } else { &kind.to });
            let is_listed = kind.symmetric && kinds.iter().any(|one| one.kind == kind.id);
            if fits && !is_listed {
                kinds.push(RelationKind { kind: kind.id.clone(), outwards });
            }
        }
    }
    kinds
}

/// The relation kind, if its type allows a relation between these tags. Reversed if the type is symmetric and allows
/// the labels only in the other direction.
pub fn fitting(
    project: &Project,
    relation: &RelationKind,
    near: &Annotation,
    far: &Annotation,
) -> Option<RelationKind> {
    let kind = project.schema().relation_type(&relation.kind).filter(|_| near.id != far.id)?;
    let allows = |labels: &[LabelId], one: &Annotation| labels.is_empty() || labels.contains(&one.label);
    let fits = |relation: &RelationKind| {
        let (from, to) = relation.ends(near, far);
        allows(&kind.from, from) && allows(&kind.to, to)
    };
    let reversed = RelationKind { outwards: !relation.outwards, ..relation.clone() };
    if fits(relation) { Some(relation.clone()) } else { Some(reversed).filter(|it| kind.symmetric && fits(it)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, news_claims};

    fn shown(kinds: &[RelationKind]) -> Vec<String> {
        kinds.iter().map(|one| format!("{}{}", if one.outwards { "" } else { "<" }, one.kind)).collect()
    }

    #[test]
    fn outgoing_types_come_first_and_symmetric_ones_once() {
        let mut schema = news_claims();
        assert_eq!(
            shown(&relation_kinds(&schema, &[&"Claim".into()])),
            ["repeats", "supports", "contradicts", "updates", "quotes", "<supports", "<updates", "<quotes"]
        );
        for kind in &mut schema.relation_types {
            kind.from = vec!["Claim".into()];
        }
        schema.relation_types[1].to = vec!["Date".into()];
        assert_eq!(
            shown(&relation_kinds(&schema, &[&"Date".into()])),
            ["<repeats", "<supports", "<contradicts", "<updates", "<quotes"]
        );
        assert_eq!(shown(&relation_kinds(&schema, &[&"Event".into()])).len(), 4, "nothing supports an event");
        assert_eq!(
            relation_kinds(&schema, &[&"Claim".into(), &"Event".into()]),
            relation_kinds(&schema, &[&"Event".into()]),
            "what fits both"
        );
    }

    #[test]
    fn the_labels_decide_whether_a_relation_fits() {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let mut schema = news_claims();
        schema.relation_types[0].from = vec!["Claim".into()];
        schema.relation_types[1].from = vec!["Claim".into()];
        let project = Project::new("x", schema, at.clone());
        let tag = |id: &str, label: &str| Annotation {
            id: id.into(),
            article: "x".into(),
            label: label.into(),
            ranges: Vec::new(),
            attributes: Default::default(),
            entity: None,
            note: String::new(),
            created: at.clone(),
            modified: None,
            creator: String::new(),
            modifier: String::new(),
            row_title: String::new(),
            extra: Default::default(),
        };
        let (claim, date) = (tag("a1", "Claim"), tag("a2", "Date"));
        let direction = |kind: &str, outwards, near: &Annotation, far: &Annotation| {
            let relation = RelationKind { kind: kind.into(), outwards };
            fitting(&project, &relation, near, far).map(|fitting| fitting.outwards)
        };
        assert_eq!(direction("supports", true, &claim, &date), Some(true));
        assert_eq!(direction("supports", true, &date, &claim), None);
        assert_eq!(direction("supports", false, &date, &claim), Some(false));
        assert_eq!(direction("repeats", true, &date, &claim), Some(false), "symmetric: reversed for the labels");
        assert_eq!(direction("repeats", true, &claim, &claim), None, "not to itself");
        assert_eq!(direction("gone", true, &claim, &date), None);
    }
}
