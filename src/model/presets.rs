//! Schemas that come with the program.

use super::{Attribute, AttributeKind, AttributeValue, Colour, Extra, Label, LabelKind, RelationType, Schema};

/// The default schema: claims with the attributes that fact-checkers give them, and the usual entities.
///
/// Claim types are AVeriTeC's, check-worthiness is ClaimBuster's (arXiv 2004.14425). The colours are Okabe and Ito's,
/// darkened until text beside them has enough contrast, so that colour-blind readers can tell them apart.
pub fn news_claims() -> Schema {
    let entities = [
        ("Person", "PER", 0x00_72b2, "A named human being, without title or role."),
        ("Organization", "ORG", 0xb3_4a00, "A company, party, agency, ministry or other named group."),
        ("Location", "LOC", 0x00_7a55, "A country, town, sea, street or other named place."),
        ("Event", "EVENT", 0x9b_3f7f, "A named or described happening."),
        ("Date", "DATE", 0x7a_6a00, "A day, year, time or stretch of time."),
        ("Quantity", "QUANTITY", 0x2b_7d9c, "A number with what it counts or measures."),
        ("Other", "MISC", 0x5f_6368, "Any other name."),
    ];
    let mut labels = vec![Label {
        id: "Claim".into(),
        kind: LabelKind::Claim,
        name: "Claim".to_owned(),
        short: "CLAIM".to_owned(),
        colour: Colour(0xa3_2a2a),
        key: "c".to_owned(),
        description: "Something said to be so, that could be checked: the words of the claim itself.".to_owned(),
        examples: vec!["More than 23,000 people have entered the UK on small boats this year".to_owned()],
        attributes: claim_attributes(),
        extra: Extra::default(),
    }];
    labels.extend(entities.into_iter().zip('1'..).map(|((name, short, colour, description), key)| Label {
        id: name.into(),
        kind: LabelKind::Entity,
        name: name.to_owned(),
        short: short.to_owned(),
        colour: Colour(colour),
        key: key.to_string(),
        description: description.to_owned(),
        examples: Vec::new(),
        attributes: Vec::new(),
        extra: Extra::default(),
    }));
    Schema {
        name: "News claims".to_owned(),
        labels,
        article_attributes: vec![
            attribute("topic", AttributeKind::Text, &[]),
            attribute("stance", AttributeKind::Choice, &["neutral", "critical", "supportive"]),
        ],
        relation_types: claim_relations(),
        extra: Extra::default(),
    }
}

fn attribute(name: &str, kind: AttributeKind, choices: &[&str]) -> Attribute {
    Attribute {
        name: name.to_owned(),
        kind,
        choices: choices.iter().map(|&choice| choice.to_owned()).collect(),
        required: false,
        default: None,
        when: None,
        extra: Extra::default(),
    }
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
            name: name.to_owned(),
            symmetric,
            description: description.to_owned(),
            from: Vec::new(),
            to: Vec::new(),
            extra: Extra::default(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_key_is_used_once_and_short_names_find_labels() {
        let schema = news_claims();
        let mut keys: Vec<_> = schema.labels.iter().map(|label| label.key.as_str()).collect();
        keys.sort_unstable();
        assert_eq!(keys.concat(), "1234567c");
        assert_eq!(schema.find_label("per").map(|label| label.name.as_str()), Some("Person"));
    }
}
