//! Reads a line as an article.

use std::collections::HashMap;

use crate::format::article_meta::{fields_of, id_of, list_of, read_meta};
use crate::format::draft::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex};
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::{Json, JsonExt as _, excerpt};
use crate::model::AttributeValue;

/// The usual names of the text, and of the list of spans, in the order of preference.
const TEXTS: [&str; 2] = ["text", "data"];
const SPANS: [&str; 4] = ["entities", "label", "labels", "annotations"];

/// Whether a record has a text and spans, or labels, as doccano writes them.
pub(super) fn is_record(record: &Json) -> bool {
    let has_text = TEXTS.iter().any(|name| record.get(name).is_some_and(Json::is_string));
    let is_named = has_text && SPANS[1..3].iter().any(|name| record.get(name).is_some_and(Json::is_array));
    let of_objects = |name: &str| {
        let first = list_of(record, name).first();
        first.is_some_and(|span| span.get("start_offset").is_some())
    };
    let has_both = ["entities", "relations"].iter().all(|name| record.get(name).is_some_and(Json::is_array));
    is_named || has_text && has_both || SPANS.iter().any(|name| of_objects(name)) || triples(record).is_some()
}

/// The first field that is a list of `[start, end, label]`, under whatever name.
fn triples(record: &Json) -> Option<&str> {
    let is_triple = |span: &Json| match span.as_array().map(Vec::as_slice) {
        Some([start, end, label]) => start.is_number() && end.is_number() && (label.is_string() || label.is_number()),
        _ => false,
    };
    let is_spans = |value: &Json| value.as_array().is_some_and(|all| all.first().is_some_and(is_triple));
    fields_of(Some(record)).find(|(_, value)| is_spans(value)).map(|(name, _)| name.as_str())
}

/// The name of the field with the text: the usual one, or the longest text of a record with spans.
fn text_field(record: &Json, has_spans: bool) -> Option<&str> {
    let usual = TEXTS.into_iter().find(|name| record.get(name).is_some_and(Json::is_string));
    let texts = fields_of(Some(record)).filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
    usual.or_else(|| texts.max_by_key(|(_, text)| text.len()).map(|(name, _)| name).filter(|_| has_spans))
}

/// Adds the article of each record.
pub(super) struct Reader;

impl AddRecord for Reader {
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        add(record, draft)
    }
}

/// Adds the article of a record.
pub(in crate::format) fn add(record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
    let value = &record.value;
    if !value.is_object() {
        return Err(RecordProblem::NotUnderstood(excerpt(&value.to_string())));
    }
    let usual = SPANS.into_iter().find(|name| value.get(name).is_some_and(|value| !value.is_null()));
    let spans = usual.or_else(|| triples(value));
    let text_name = text_field(value, spans.is_some() || usual.is_some()).ok_or(RecordProblem::WithoutText)?;
    let text = value.get(text_name).and_then(Json::as_str).unwrap_or_default();
    let mut article = DraftArticle { text: text.to_owned(), ..DraftArticle::default() };
    let known = |name: &str| {
        name == text_name || Some(name) == spans || ["relations", "meta", "Comments", "comments"].contains(&name)
    };
    let beside = fields_of(Some(value)).filter(|(name, _)| !known(name));
    let problems = [read_meta(beside, &mut article), read_meta(fields_of(value.get("meta")), &mut article)].concat();
    let mut warnings: Vec<_> = problems.into_iter().map(|problem| (record.place.clone(), problem)).collect();
    add_comments(value, &mut article);
    let ids = add_spans(record, spans, &mut article, &mut warnings);
    draft.articles.push(article);
    add_relations(record, &ids, draft, &mut warnings);
    let warnings = warnings.into_iter().map(|(place, problem)| ImportWarning::Record { place, problem });
    draft.warnings.extend(warnings);
    Ok(())
}

/// Comments are of the whole text: they become its note.
fn add_comments(value: &Json, article: &mut DraftArticle) {
    for comment in list_of(value, "Comments").iter().chain(list_of(value, "comments")) {
        let text = comment.get("comment").unwrap_or(comment).as_str().unwrap_or_default();
        let separator = if article.note.is_empty() || text.is_empty() { "" } else { "\n" };
        article.note.push_str(separator);
        article.note.push_str(text);
    }
}

/// Adds the spans, and returns their indices by id. Labels of the whole text become an attribute.
fn add_spans(
    record: &Record,
    field: Option<&str>,
    article: &mut DraftArticle,
    warnings: &mut Vec<(String, RecordProblem)>,
) -> HashMap<String, usize> {
    let mut ids = HashMap::new();
    let Some(field) = field else { return ids };
    let of_text = |value: &Json| value.as_str().map(str::to_owned);
    match record.value.get(field) {
        Some(Json::String(label)) => {
            article.attributes.insert(field.to_owned(), AttributeValue::Text(label.clone()));
        }
        Some(Json::Array(labels)) if !labels.is_empty() && labels.iter().all(Json::is_string) => {
            let labels = labels.iter().filter_map(of_text).collect();
            article.attributes.insert(field.to_owned(), AttributeValue::List(labels));
        }
        Some(Json::Array(spans)) => {
            for (at, span) in spans.iter().enumerate() {
                let place = record.place_of(&format!("{field}[{at}]"));
                match span_of(span) {
                    Ok(tag) => {
                        if !tag.id.is_empty() {
                            ids.insert(tag.id.clone(), article.tags.len());
                        }
                        article.tags.push(DraftTag { place, ..tag });
                    }
                    Err(problem) => warnings.push((place, problem)),
                }
            }
        }
        _ => {}
    }
    ids
}

/// A span: `[start, end, label]`, or an object.
fn span_of(span: &Json) -> Result<DraftTag, RecordProblem> {
    let not_understood = || RecordProblem::NotUnderstood(excerpt(&span.to_string()));
    let field = |at: usize, name: &str| span.get(name).or_else(|| span.get(at));
    let offset = |value: Option<&Json>| value.and_then(Json::as_u32).ok_or_else(not_understood);
    let fragment = (offset(field(0, "start_offset"))?, offset(field(1, "end_offset"))?);
    let label = field(2, "label").and_then(id_of).ok_or(RecordProblem::NoLabel)?;
    let id = span.get("id").and_then(id_of).unwrap_or_default();
    let creator = span.get("user").and_then(id_of).unwrap_or_default();
    Ok(DraftTag { id, label, fragments: vec![fragment], creator, ..DraftTag::default() })
}

fn add_relations(
    record: &Record,
    ids: &HashMap<String, usize>,
    draft: &mut Draft,
    warnings: &mut Vec<(String, RecordProblem)>,
) {
    let article = draft.articles.len().saturating_sub(1);
    for (at, relation) in list_of(&record.value, "relations").iter().enumerate() {
        let place = record.place_of(&format!("relations[{at}]"));
        let end = |name: &str| {
            let id = relation.get(name).and_then(id_of)?;
            ids.get(&id).map(|&tag| TagIndex { article, tag })
        };
        let kind = relation.get("type").and_then(id_of).unwrap_or_default();
        let (Some(from), Some(to)) = (end("from_id"), end("to_id")) else {
            warnings.push((place, RecordProblem::NoAnnotation));
            continue;
        };
        let id = relation.get("id").and_then(id_of).unwrap_or_default();
        draft.relations.push(DraftRelation { place, id, kind, from, to, ..DraftRelation::default() });
    }
}
