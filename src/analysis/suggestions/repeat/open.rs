//! The repeats of which a side is no claim yet. Those of which both sides are claims are left to the kind `relation`.

use crate::analysis::parsed::ParsedArticles;
use crate::analysis::suggestions::claims::common_if_about;
use crate::analysis::suggestions::{SuggestedSpan, Suggestion, claim_label};
use crate::model::{AnnotationId, LabelId, Project};
use crate::order;

/// The pairs of which one side, or none, is a claim. A side that is a claim names it.
pub(super) fn open(project: &Project, _: &ParsedArticles, found: &[&Suggestion]) -> Vec<Suggestion> {
    let Some(label) = claim_label(project.schema()) else { return Vec::new() };
    let with_claims = |suggestion: &&Suggestion| {
        let [first, second] = suggestion.spans.as_slice() else { return None };
        let (of_first, of_second) = (claims(project, first, &label.id), claims(project, second, &label.id));
        if !of_first.is_empty() && !of_second.is_empty() {
            return None;
        }
        let mut open = (*suggestion).clone();
        for (span, claims) in open.spans.iter_mut().zip([of_first, of_second]) {
            span.annotation = claims.into_iter().next();
        }
        Some(open)
    };
    found.iter().filter_map(with_claims).collect()
}

/// The claims that are about a span, the one that has most in common with it first: each is at least half in the span, or half of it.
pub(in crate::analysis::suggestions) fn claims(
    project: &Project,
    span: &SuggestedSpan,
    label: &LabelId,
) -> Vec<AnnotationId> {
    let set = project.annotations_of(&span.article);
    let mut claims: Vec<(u32, AnnotationId)> = Vec::new();
    for (range, annotation) in set.overlapping(span.range).filter(|(_, one)| one.label == *label) {
        claims.extend(common_if_about(range, span.range).map(|common| (u32::MAX - common, annotation.id.clone())));
    }
    order::sort(&mut claims);
    claims.into_iter().map(|(_, id)| id).collect()
}
