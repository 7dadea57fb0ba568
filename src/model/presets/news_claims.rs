//! The default schema: claims with the attributes that fact-checkers use, and common entities.

use super::labels::{Row, label, schema};
use crate::model::{Attribute, AttributeKind, AttributeValue, LabelKind, RelationType, Schema};

/// The default schema: claims with the attributes that fact-checkers use, and common entities.
///
/// Claim types are AVeriTeC's, check-worthiness is ClaimBuster's (arXiv 2004.14425). The colours are Okabe and Ito's,
/// darkened until text beside them has enough contrast, so that colour-blind readers can distinguish them.
pub fn news_claims() -> Schema {
    let claim = "Something said to be so, that could be checked: the words of the claim itself.";
    let mut claim = label(LabelKind::Claim, ("Claim", "CLAIM", "c", claim), 0xa3_2a2a);
    claim.examples = vec!["More than 23,000 people have entered the UK on small boats this year".to_owned()];
    claim.attributes = claim_attributes();
    let entities: [(Row, u32); 7] = [
        (("Person", "PER", "1", "A named human being, without title or role."), 0x00_72b2),
        (("Organization", "ORG", "2", "A company, party, agency, ministry or other named group."), 0xb3_4a00),
        (("Location", "LOC", "3", "A country, town, sea, street or other named place."), 0x00_7a55),
        (("Event", "EVENT", "4", "A named or described happening."), 0x9b_3f7f),
        (("Date", "DATE", "5", "A day, year, time or stretch of time."), 0x7a_6a00),
        (("Quantity", "QUANTITY", "6", "A number with what it counts or measures."), 0x2b_7d9c),
        (("Other", "MISC", "7", "Any other name."), 0x5f_6368),
    ];
    let mut labels = vec![claim];
    labels.extend(entities.into_iter().map(|(row, colour)| label(LabelKind::Entity, row, colour)));
    let article_attributes = vec![
        attribute("topic", AttributeKind::Text, &[]),
        attribute("stance", AttributeKind::Choice, &["neutral", "critical", "supportive"]),
    ];
    Schema { article_attributes, relation_types: claim_relations(), ..schema("News claims", labels) }
}

fn attribute(name: &str, kind: AttributeKind, choices: &[&str]) -> Attribute {
    Attribute { choices: choices.iter().map(|&choice| choice.to_owned()).collect(), ..Attribute::new(name, kind) }
}

fn claim_attributes() -> Vec<Attribute> {
    let types = ["Event/Property", "Numerical", "Quote Verification", "Causal", "Position Statement"];
    let verdicts = ["unchecked", "supported", "refuted", "not enough evidence", "conflicting"];
    let mut verdict = attribute("verdict", AttributeKind::Choice, &verdicts);
    verdict.default = Some(AttributeValue::Text("unchecked".to_owned()));
    vec![
        attribute("type", AttributeKind::Choice, &types),
        attribute("checkworthy", AttributeKind::Choice, &["NFS", "UFS", "CFS"]),
        attribute("attribution", AttributeKind::Choice, &["journalist", "direct", "indirect", "unattributed"]),
        attribute("source", AttributeKind::Entity, &[]),
        attribute("certainty", AttributeKind::Choice, &["certain", "somewhat certain", "uncertain"]),
        verdict,
    ]
}

fn claim_relations() -> Vec<RelationType> {
    let types = [
        ("repeats", true, "Both say the same."),
        ("supports", false, "The first makes the second more likely."),
        ("contradicts", true, "They cannot both be so."),
        ("updates", false, "The first replaces the second with something newer."),
        ("quotes", false, "The first takes the words of the second."),
    ];
    types
        .into_iter()
        .map(|(name, symmetric, description)| RelationType {
            id: name.into(),
            symmetric,
            description: description.to_owned(),
            ..RelationType::new(name)
        })
        .collect()
}
