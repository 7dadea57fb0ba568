//! The metadata of an article as one flat JSON object, which annotation tools call `meta` and keep as it is.

use serde_json::Map;

use super::draft::DraftArticle;
use super::left_out::left_out;
use super::{Dropped, DroppedPart, RecordProblem};
use crate::json::{FromJson as _, Json, NewObject, excerpt};
use crate::model::{Article, ArticleStatus, AttributeValue, Project};

/// The names that attributes of articles cannot have there.
const FIELDS: [&str; 8] = ["id", "title", "source", "date", "language", "note", "status", "text"];

/// The metadata and attributes of an article.
pub(super) fn meta(article: &Article) -> Json {
    let mut meta = NewObject::default();
    meta.required("id", &article.id.as_str());
    meta.optional("title", &article.title);
    meta.optional("source", &article.source);
    meta.optional("date", &article.date);
    meta.optional("language", &article.language);
    meta.optional("note", &article.note);
    meta.optional("status", &article.status.map(ArticleStatus::name));
    for (name, value) in article.attributes.iter().filter(|(name, _)| !FIELDS.contains(&name.as_str())) {
        meta.required(name, value);
    }
    meta.into()
}

/// What no file with a record for each article has a place for.
pub(super) const NO_PLACE: [DroppedPart; 5] = [
    DroppedPart::UnmentionedEntities,
    DroppedPart::EntityDetails,
    DroppedPart::Definitions,
    DroppedPart::RejectedSuggestions,
    DroppedPart::UnknownFields,
];

/// What files with a record for each article, and its metadata, do not contain: these parts, and what no such file does.
pub(super) fn left_out_of_records(project: &Project, parts: &[DroppedPart]) -> Vec<Dropped> {
    let mut dropped = left_out(project, parts);
    dropped.extend(left_out(project, &NO_PLACE));
    dropped.extend(left_out_of_articles(project));
    dropped
}

/// What [`meta`] does not contain: values of attributes with the name of a field.
fn left_out_of_articles(project: &Project) -> Option<Dropped> {
    let names = project.articles().iter().flat_map(|article| article.attributes.keys());
    let count = names.filter(|name| FIELDS.contains(&name.as_str())).count();
    (count > 0).then_some(Dropped { what: DroppedPart::ArticleDetails, count })
}

/// Reads metadata as tools write it: what is not a field of articles becomes an attribute. Returns what is neither.
pub(super) fn read_meta<'a>(
    meta: impl IntoIterator<Item = (&'a String, &'a Json)>,
    article: &mut DraftArticle,
) -> Vec<RecordProblem> {
    let mut problems = Vec::new();
    for (name, value) in meta {
        match (name.as_str(), value) {
            (_, Json::Null) => {}
            ("id", _) => article.id = id_of(value).unwrap_or_default(),
            ("title", Json::String(text)) => article.title.clone_from(text),
            ("source", Json::String(text)) => article.source.clone_from(text),
            ("date", Json::String(text)) => article.date.clone_from(text),
            ("language", Json::String(text)) => article.language.clone_from(text),
            ("note", Json::String(text)) => article.note.clone_from(text),
            ("status", Json::String(text)) if status(text).is_some() => article.status = status(text),
            (name, value) => match AttributeValue::from_json(value.clone()) {
                Ok(value) => drop(article.attributes.insert(name.to_owned(), value)),
                Err(_) => problems.push(RecordProblem::Unsupported(excerpt(name))),
            },
        }
    }
    problems
}

fn status(name: &str) -> Option<ArticleStatus> {
    ArticleStatus::ALL.into_iter().find(|status| status.name() == name)
}

/// A text, or a number as text: an id or a label.
pub(super) fn id_of(value: &Json) -> Option<String> {
    match value {
        Json::String(text) => Some(text.clone()),
        Json::Number(number) => Some(number.to_string()),
        _ => None,
    }
}

/// A field that is a text, or an empty text.
pub(super) fn text_of<'a>(record: &'a Json, name: &str) -> &'a str {
    record.get(name).and_then(Json::as_str).unwrap_or_default()
}

/// A field that is a list, or an empty list.
pub(super) fn list_of<'a>(record: &'a Json, name: &str) -> &'a [Json] {
    record.get(name).and_then(Json::as_array).map_or(&[], Vec::as_slice)
}

/// The fields of an object; none if it is something else.
pub(super) fn fields_of(value: Option<&Json>) -> impl Iterator<Item = (&String, &Json)> {
    value.and_then(Json::as_object).into_iter().flat_map(Map::iter)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn unknown_fields_become_attributes() {
        let meta = json!({"id": 7, "title": "T", "date": 2021, "wikiPageID": 1, "tags": ["a"], "ok": true, "x": {"y": 1}, "z": null});
        let mut article = DraftArticle::default();
        let problems = read_meta(fields_of(Some(&meta)), &mut article);
        assert_eq!(problems, [RecordProblem::Unsupported("x".to_owned())]);
        assert_eq!((article.id.as_str(), article.title.as_str()), ("7", "T"));
        let names: Vec<_> = article.attributes.keys().map(String::as_str).collect();
        assert_eq!(names, ["date", "ok", "tags", "wikiPageID"]);
    }
}
