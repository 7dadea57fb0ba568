//! Compares projects with what formats make of them: native JSON, less the parts that a format says it drops.

use crate::common::native_json;
use crossread::format::{Dropped, DroppedPart};
use crossread::model::Project;
use serde_json::{Map, Value, json};

/// A project as native JSON, without what is dropped. Records without ids are in the order of their places, and relations name the
/// places of their ends. Ids of labels and relation types stay, also if their definitions are dropped.
pub(crate) fn less(project: &Project, dropped: &[Dropped]) -> Value {
    less_file(serde_json::from_str(&native_json(project)).expect("JSON"), dropped)
}

/// The same of a file in which tags are already as the format has them.
pub(crate) fn less_file(mut file: Value, dropped: &[Dropped]) -> Value {
    let has = |part: DroppedPart| dropped.iter().any(|one| one.what == part);
    remove(&mut file["project"], &["created"]);
    remove_derived(&mut file);
    if has(DroppedPart::UnknownFields) {
        remove_unknown(&mut file);
    }
    if has(DroppedPart::Definitions) {
        remove(&mut file, &["schema"]);
    }
    if has(DroppedPart::Entities) {
        remove(&mut file, &["entities"]);
    }
    if has(DroppedPart::Predictions) {
        remove(&mut file, &["predictions"]);
    }
    if has(DroppedPart::RejectedSuggestions) {
        remove(&mut file, &["rejected"]);
    }
    let details = [
        (DroppedPart::ArticleTexts, &["text", "sha256"][..]),
        (DroppedPart::ArticleDetails, &["note", "status", "attributes"]),
        (DroppedPart::ArticleMetadata, &["title", "source", "date", "language"]),
    ];
    of_each(&mut file, "articles", &details, &has);
    let mentioned: Vec<_> =
        list(&mut file, "annotations").iter().filter_map(|tag| tag.get("entity").cloned()).collect();
    if has(DroppedPart::UnmentionedEntities) {
        list(&mut file, "entities").retain(|entity| mentioned.contains(&entity["id"]));
    }
    let details = [(DroppedPart::EntityDetails, &["label", "aliases", "identifiers", "note"][..])];
    of_each(&mut file, "entities", &details, &has);
    if has(DroppedPart::RelationsAcrossArticles) {
        remove_across(&mut file);
    }
    let details = [
        (DroppedPart::Attributes, &["attributes"][..]),
        (DroppedPart::EntityLinks, &["entity"]),
        (DroppedPart::Notes, &["note"]),
        (DroppedPart::RowTitles, &["rowTitle"]),
        (DroppedPart::Authorship, &["created", "creator", "modified", "modifier"]),
    ];
    let places = places(&file);
    of_each(&mut file, "annotations", &details, &has);
    if has(DroppedPart::Relations) {
        remove(&mut file, &["relations"]);
    }
    let details = [(DroppedPart::RelationNotes, &["note"][..]), (DroppedPart::Authorship, &["created", "creator"])];
    of_each(&mut file, "relations", &details, &has);
    if has(DroppedPart::Ids) {
        for relation in list(&mut file, "relations") {
            for end in ["from", "to"] {
                relation[end] = places.get(relation[end].as_str().unwrap_or_default()).cloned().unwrap_or_default();
            }
        }
        for name in ["annotations", "relations"] {
            list(&mut file, name).iter_mut().for_each(|record| remove(record, &["id"]));
            list(&mut file, name).sort_by_key(Value::to_string);
        }
    }
    // An empty list says as much as none.
    if let Value::Object(fields) = &mut file {
        fields.retain(|_, value| !matches!(value, Value::Array(list) if list.is_empty()));
    }
    file
}

/// The places of all annotations: article, ranges and label.
fn places(file: &Value) -> Map<String, Value> {
    let annotations = file["annotations"].as_array().into_iter().flatten();
    let place = |one: &Value| {
        (one["id"].as_str().unwrap_or_default().to_owned(), json!([one["article"], one["ranges"], one["label"]]))
    };
    annotations.map(place).collect()
}

/// Removes relations between articles.
fn remove_across(file: &mut Value) {
    let annotations = list(file, "annotations").iter();
    let articles: Map<String, Value> =
        annotations.map(|one| (one["id"].as_str().unwrap_or_default().to_owned(), one["article"].clone())).collect();
    let article = |id: &Value| articles.get(id.as_str().unwrap_or_default());
    list(file, "relations").retain(|one| article(&one["from"]) == article(&one["to"]));
}

fn of_each(file: &mut Value, name: &str, details: &[(DroppedPart, &[&str])], has: &impl Fn(DroppedPart) -> bool) {
    for record in list(file, name) {
        for (_, fields) in details.iter().filter(|(part, _)| has(*part)) {
            remove(record, fields);
        }
    }
}

/// A list in a file; an empty one if it is missing.
pub(crate) fn list<'a>(file: &'a mut Value, name: &str) -> &'a mut Vec<Value> {
    file.as_object_mut().expect("an object").entry(name).or_insert_with(|| json!([])).as_array_mut().expect("a list")
}

fn remove(record: &mut Value, fields: &[&str]) {
    if let Value::Object(record) = record {
        fields.iter().for_each(|field| drop(record.remove(*field)));
    }
}

/// Removes what follows from other fields: names beside ids, and what ranges have besides code points and their text.
fn remove_derived(file: &mut Value) {
    for list_name in ["annotations", "relations"] {
        for record in list(file, list_name) {
            remove(record, &["labelName", "entityName", "typeName"]);
            for range in record.get_mut("ranges").and_then(Value::as_array_mut).into_iter().flatten() {
                remove(range, &["utf16Start", "utf16End", "prefix", "suffix"]);
            }
        }
    }
}

/// Removes the fields named "later", which are the unknown ones of generated projects.
fn remove_unknown(value: &mut Value) {
    match value {
        Value::Object(fields) => {
            fields.remove("later");
            fields.values_mut().for_each(remove_unknown);
        }
        Value::Array(list) => list.iter_mut().for_each(remove_unknown),
        _ => {}
    }
}
