//! Tests of what is written.

use super::*;
use crate::format::native;
use serde_json::{Value, json};

fn project() -> Project {
    let tag = |id: &str, article: &str, label: &str, start: u32, end: u32, exact: &str, attributes: Value| {
        json!({ "id": id, "article": article, "label": label, "created": "2026-01-02T03:04:05Z", "creator": "Zoe", "attributes": attributes,
            "ranges": [{ "start": start, "end": end, "exact": exact }] })
    };
    let relation = |id: &str, kind: &str, from: &str, to: &str| json!({ "id": id, "type": kind, "from": from, "to": to, "created": "2026-01-01T00:00:00Z" });
    let choices = ["unchecked", "supported", "refuted"];
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "A day", "created": "2026-01-01T00:00:00Z" },
        "schema": {
            "labels": [
                { "id": "C", "kind": "claim", "name": "Claim", "colour": "#112233", "attributes": [
                    { "name": "source", "kind": "entity" }, { "name": "Verdict", "kind": "choice", "choices": choices, "default": "unchecked" },
                ] },
                { "id": "ORG", "kind": "entity", "name": "Organization", "colour": "#112233" },
            ],
            "articleAttributes": [{ "name": "URL", "kind": "text" }],
            "relationTypes": [{ "id": "repeats", "name": "repeats" }, { "id": "contradicts", "name": "contradicts" }],
        },
        "articles": [
            { "id": "a", "title": "One", "source": "AP", "date": "2026-01-01", "language": "en", "text": "27 died, officials said.",
              "attributes": { "URL": "https://example.org/one" } },
            { "id": "b", "title": "Two", "source": "https://example.com/two", "text": "27 people died. 31 died. Ana left." },
        ],
        "entities": [{ "id": "e", "name": "Home Office", "label": "ORG", "identifiers": { "wikidata": "Q763388", "other": "x" } }],
        "annotations": [
            tag("1", "a", "C", 0, 7, "27 died", json!({ "source": "e", "Verdict": "supported" })),
            tag("é", "b", "C", 0, 14, "27 people died", json!({ "Verdict": "unchecked" })),
            tag("3", "b", "C", 16, 23, "31 died", json!({ "Verdict": "refuted" })),
            tag("4", "b", "ORG", 25, 28, "Ana", json!({})),
        ],
        "relations": [relation("r", "repeats", "é", "1"), relation("s", "contradicts", "3", "1")],
    });
    native::read(&file.to_string()).unwrap_or_else(|error| panic!("{error:?}"))
}

#[test]
fn claims_that_repeat_one_another_are_one_and_verdicts_are_reviews() {
    let exported = SchemaOrg.export(&project(), ExportOptions::default());
    assert_eq!((exported.name.as_str(), exported.mime), ("a-day.claims.jsonld", "application/ld+json"));
    let written: Value = serde_json::from_slice(&exported.bytes).expect("JSON");
    let two = json!({ "@type": "Article", "headline": "Two", "url": "https://example.com/two" });
    let review = |text: &str, claim: &str, verdict: &str| {
        json!({
            "@type": "ClaimReview", "claimReviewed": text, "itemReviewed": { "@id": claim },
            "reviewRating": { "@type": "Rating", "alternateName": verdict },
            "author": { "@type": "Person", "name": "Zoe" }, "datePublished": "2026-01-02",
        })
    };
    let expected = json!({
        "@context": "https://schema.org",
        "@graph": [
            {
                "@type": "Claim", "@id": "#claim-1", "text": "27 died", "alternateName": ["27 people died"],
                "author": { "@type": "Organization", "name": "Home Office", "sameAs": ["https://www.wikidata.org/entity/Q763388"] },
                "appearance": [
                    {
                        "@type": "Article", "headline": "One", "url": "https://example.org/one",
                        "publisher": { "@type": "Organization", "name": "AP" }, "datePublished": "2026-01-01", "inLanguage": "en",
                    },
                    two,
                ],
            },
            review("27 died", "#claim-1", "supported"),
            { "@type": "Claim", "@id": "#claim-3", "text": "31 died", "appearance": [two] },
            review("31 died", "#claim-3", "refuted"),
        ],
    });
    assert_eq!(written, expected);
}

#[test]
fn what_is_no_claim_is_listed() {
    let dropped = SchemaOrg.dropped(&project());
    let count = |part: DroppedPart| dropped.iter().find(|one| one.what == part).map_or(0, |one| one.count);
    assert_eq!((count(DroppedPart::OtherTags), count(DroppedPart::Positions)), (1, 4));
    let empty = Project::new("P", crate::model::Schema::default(), crate::model::Timestamp::epoch());
    let written: Value =
        serde_json::from_slice(&SchemaOrg.export(&empty, ExportOptions::default()).bytes).expect("JSON");
    assert_eq!(written["@graph"], json!([]));
}
