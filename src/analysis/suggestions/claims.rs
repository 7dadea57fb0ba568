//! Which claim stands on a place: the rules that tell whether a suggestion still has to make one.

use super::SuggestedValue;
use crate::model::{Attribute, AttributeKind, Label, LabelKind, Schema};
use crate::text::TextRange;

/// The label of claims: the first of its kind.
pub fn claim_label(schema: &Schema) -> Option<&Label> {
    schema.labels.iter().find(|label| label.kind == LabelKind::Claim)
}

/// The length that a claim and a span have in common, if the claim is about the span: half of the shorter one at least.
pub(super) fn common_if_about(claim: TextRange, span: TextRange) -> Option<u32> {
    let common = claim.intersection(span)?.len();
    (2 * common >= claim.len().min(span.len())).then_some(common)
}

/// The attribute of a label with a name.
pub(super) fn attribute<'a>(label: &'a Label, name: &str) -> Option<&'a Attribute> {
    label.attributes.iter().find(|attribute| attribute.name == name)
}

/// Whether a claim that has some of the attributes lacks what accepting a source would set.
pub(super) fn lacks_source(label: &Label, has: &dyn Fn(&str) -> bool, value: Option<&SuggestedValue>) -> bool {
    let Some(SuggestedValue::Speaker { entity, new_entity, .. }) = value else { return false };
    let can_set = attribute(label, "source").is_some_and(|source| match source.kind {
        AttributeKind::Entity => entity.is_some() || new_entity.is_some(),
        AttributeKind::Text => true,
        _ => false,
    });
    !has("source") && (can_set || attribute(label, "attribution").is_some() && !has("attribution"))
}
