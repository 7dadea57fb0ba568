//! Making relations: which types fit a tag, which tags can be the other end, and which of those are likely.

mod candidates;
mod similarity;

use crate::model::{Annotation, LabelId, Project, RelationTypeId, Schema};

pub use candidates::{RelationCandidates, candidates};

/// A relation type and the end of it at which a tag is.
#[derive(Clone, Debug, PartialEq)]
pub struct RelationKind {
    /// The type.
    pub kind: RelationTypeId,
    /// Whether the relation starts at the near end.
    pub outwards: bool,
}

impl RelationKind {
    /// The two ends in the order of the relation.
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
            let is_there = kind.symmetric && kinds.iter().any(|one| one.kind == kind.id);
            if fits && !is_there {
                kinds.push(RelationKind { kind: kind.id.clone(), outwards });
            }
        }
    }
    kinds
}

/// Turns a link round where its type is symmetric and allows these labels only the other way; whether it fits at all.
pub fn fitting(project: &Project, link: &RelationKind, near: &Annotation, far: &Annotation) -> Option<RelationKind> {
    let kind = project.schema().relation_type(&link.kind).filter(|_| near.id != far.id)?;
    let allows = |labels: &[LabelId], one: &Annotation| labels.is_empty() || labels.contains(&one.label);
    let fits = |link: &RelationKind| {
        let (from, to) = link.ends(near, far);
        allows(&kind.from, from) && allows(&kind.to, to)
    };
    let turned = RelationKind { outwards: !link.outwards, ..link.clone() };
    if fits(link) { Some(link.clone()) } else { Some(turned).filter(|turned| kind.symmetric && fits(turned)) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Timestamp, news_claims};

    fn shown(kinds: &[RelationKind]) -> Vec<String> {
        kinds.iter().map(|one| format!("{}{}", if one.outwards { "" } else { "<" }, one.kind)).collect()
    }

    #[test]
    fn types_that_begin_there_come_first_and_symmetric_ones_once() {
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
    fn a_link_fits_by_its_labels() {
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
            extra: Default::default(),
        };
        let (claim, date) = (tag("a1", "Claim"), tag("a2", "Date"));
        let way = |kind: &str, outwards, near: &Annotation, far: &Annotation| {
            let link = RelationKind { kind: kind.into(), outwards };
            fitting(&project, &link, near, far).map(|link| link.outwards)
        };
        assert_eq!(way("supports", true, &claim, &date), Some(true));
        assert_eq!(way("supports", true, &date, &claim), None);
        assert_eq!(way("supports", false, &date, &claim), Some(false));
        assert_eq!(way("repeats", true, &date, &claim), Some(false), "symmetric: turned as the labels demand");
        assert_eq!(way("repeats", true, &claim, &claim), None, "not to itself");
        assert_eq!(way("gone", true, &claim, &date), None);
    }
}
