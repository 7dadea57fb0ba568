//! What the bodies of an annotation say: its label, note, entity and attributes.

use std::collections::BTreeMap;

use super::iri;
use crate::json::{FromJson as _, Json};
use crate::model::AttributeValue;

/// The attribute with the tags after the first, which is the label.
const OTHER_TAGS: &str = "tags";

/// What the bodies of an annotation say.
#[derive(Debug, Default)]
pub(super) struct Bodies {
    /// The name of the label, and the id of a label of the file's schema.
    pub(super) label: String,
    pub(super) label_id: Option<String>,
    pub(super) note: String,
    /// The IRI of the entity, and its id in the file.
    pub(super) entity: Option<String>,
    pub(super) entity_id: Option<String>,
    pub(super) attributes: BTreeMap<String, AttributeValue>,
}

/// Reads the bodies of an annotation, also as Hypothesis has them (`text` and `tags`).
pub(super) fn bodies(annotation: &Json) -> Bodies {
    let motivation = one_of(annotation, &["motivation", "motivatedBy"]);
    let mut found = Bodies::default();
    let mut tags = Vec::new();
    for body in list(&annotation["body"]).into_iter().chain(list(&annotation["bodies"])) {
        read_body(body, &motivation, &mut found, &mut tags);
    }
    for text in [&annotation["bodyValue"], &annotation["text"]] {
        add_note(&mut found, text.as_str().unwrap_or_default());
    }
    tags.extend(list(&annotation["tags"]).into_iter().filter_map(Json::as_str).map(str::to_owned));
    let mut tags = tags.into_iter().filter(|tag| !tag.trim().is_empty());
    found.label = tags.next().unwrap_or_default();
    let others: Vec<String> = tags.collect();
    if !others.is_empty() {
        found.attributes.insert(OTHER_TAGS.to_owned(), AttributeValue::List(others));
    }
    if found.label.is_empty() {
        found.label = if motivation.is_empty() { "tag".to_owned() } else { last_part(&motivation) };
    }
    found
}

fn read_body(body: &Json, motivation: &str, found: &mut Bodies, tags: &mut Vec<String>) {
    if let Some(address) = body.as_str() {
        if motivation == "identifying" {
            found.entity.get_or_insert_with(|| address.to_owned());
        }
        return;
    }
    let own = one_of(body, &["purpose", "hasPurpose"]);
    let purpose = if own.is_empty() { motivation } else { own.as_str() };
    let value = body["value"].as_str().unwrap_or_default();
    let source = ["source", "id", "@id"].iter().find_map(|field| body[*field].as_str()).unwrap_or_default();
    match purpose {
        "tagging" if !value.is_empty() => tags.push(value.to_owned()),
        "classifying" | "tagging" => match iri::id("label", source).or_else(|| iri::id("relation-type", source)) {
            Some(id) => found.label_id = Some(id),
            None if !value.is_empty() => tags.push(value.to_owned()),
            None => tags.push(last_part(source)),
        },
        "identifying" if !source.is_empty() => {
            found.entity = Some(source.to_owned());
            let own = body["crossread:entity"].as_str().unwrap_or(source);
            found.entity_id = iri::id("entity", own);
        }
        "describing" => match body["crossread:attribute"].as_str() {
            Some(name) => {
                let value = AttributeValue::from_json(body["crossread:value"].clone());
                found.attributes.extend(value.ok().map(|value| (name.to_owned(), value)));
            }
            None => add_note(found, value),
        },
        _ => add_note(found, value),
    }
}

fn add_note(found: &mut Bodies, text: &str) {
    if !text.is_empty() {
        if !found.note.is_empty() {
            found.note.push_str("\n\n");
        }
        found.note.push_str(text);
    }
}

/// The values of a field that has one or a list of them.
pub(super) fn list(json: &Json) -> Vec<&Json> {
    match json {
        Json::Null => Vec::new(),
        Json::Array(all) => all.iter().collect(),
        one => vec![one],
    }
}

/// The first text of these fields, each of which may have a list.
pub(super) fn one_of(json: &Json, fields: &[&str]) -> String {
    let mut texts = fields.iter().flat_map(|field| list(&json[*field])).filter_map(Json::as_str);
    texts.next().unwrap_or_default().to_owned()
}

/// The part of an IRI that people can read: what follows the last `/`, `#` or `:`.
pub(super) fn last_part(iri: &str) -> String {
    let part = iri.trim_end_matches(['/', '#']).rsplit(['/', '#', ':']).next().unwrap_or_default();
    if part.is_empty() { iri.to_owned() } else { part.to_owned() }
}
