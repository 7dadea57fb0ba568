//! Reads documents of spaCy, and texts with offsets.

use std::collections::HashMap;

use crate::format::article_meta::{fields_of, id_of, list_of, read_meta, text_of};
use crate::format::draft::{Draft, DraftArticle, DraftTag};
use crate::format::entity_ids::{EntitiesById, Mentions};
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::{Json, JsonExt as _, excerpt};

/// What spaCy predicts about tokens, which is left out.
const OF_TOKENS: [&str; 7] = ["tag", "pos", "morph", "lemma", "dep", "head", "_"];

/// Whether a record is a document of spaCy, or a text with offsets.
pub(super) fn is_record(record: &Json) -> bool {
    let is_pair = |pair: &Json| match pair.as_array().map(Vec::as_slice) {
        Some([text, annotations]) => {
            let is_known = |name| annotations.get(name).is_some_and(|value| value.is_array() || value.is_object());
            text.is_string() && (is_known("entities") || is_known("spans") || is_known("cats"))
        }
        _ => false,
    };
    let token = list_of(record, "tokens").first();
    let is_document = record.get("text").is_some_and(Json::is_string)
        && (record.get("ents").is_some_and(Json::is_array)
            || record.get("spans").is_some_and(Json::is_object)
            || token.is_some_and(|token| token.get("id").is_some() && token.get("text").is_none()));
    is_document || is_pair(record) || list_of(record, "annotations").first().is_some_and(is_pair)
}

/// Reads the records of a file.
#[derive(Default)]
pub(in crate::format) struct Reader {
    entities: EntitiesById,
    /// What was left out and has been reported: once in a file is enough.
    reported: Vec<&'static str>,
}

/// A span with the field that it is from.
struct Span<'a> {
    path: String,
    value: &'a Json,
    /// The label if it has none of its own: the key of its group.
    group: &'a str,
}

impl AddRecord for Reader {
    /// Adds the articles of a record.
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        let value = &record.value;
        let pairs = list_of(value, "annotations");
        if value.get("text").is_none() && !pairs.is_empty() {
            // The files of a tool for such pairs have them in an object.
            for (at, pair) in pairs.iter().enumerate().filter(|(_, pair)| !pair.is_null()) {
                let place = record.place_of(&format!("annotations[{at}]"));
                self.add(&Record { place, value: pair.clone() }, draft)?;
            }
            return Ok(());
        }
        let (text, annotations) = match value.as_array().map(Vec::as_slice) {
            Some([Json::String(text), annotations]) => (text.as_str(), annotations),
            Some(_) => return Err(RecordProblem::NotUnderstood(excerpt(&value.to_string()))),
            None => (value.get("text").and_then(Json::as_str).ok_or(RecordProblem::WithoutText)?, value),
        };
        let mut article = DraftArticle { text: text.to_owned(), ..DraftArticle::default() };
        let meta = fields_of(annotations.get("meta")).chain(fields_of(annotations.get("cats")));
        let mut warnings: Vec<_> =
            read_meta(meta, &mut article).into_iter().map(|problem| (record.place.clone(), problem)).collect();
        self.add_spans(record, annotations, &mut article, draft, &mut warnings);
        let has = |name: &&str| list_of(value, "tokens").first().is_some_and(|token| token.get(*name).is_some());
        for name in OF_TOKENS.iter().filter(|name| has(name)) {
            if !self.reported.contains(name) {
                self.reported.push(name);
                warnings.push((record.place_of("tokens[0]"), RecordProblem::Unsupported((*name).to_owned())));
            }
        }
        draft.articles.push(article);
        let warnings = warnings.into_iter().map(|(place, problem)| ImportWarning::Record { place, problem });
        draft.warnings.extend(warnings);
        Ok(())
    }
}

impl Reader {
    /// Adds the spans of all groups and the entities: each once, since the same are often in several.
    fn add_spans(
        &mut self,
        record: &Record,
        annotations: &Json,
        article: &mut DraftArticle,
        draft: &mut Draft,
        warnings: &mut Vec<(String, RecordProblem)>,
    ) {
        let mut added: HashMap<(u32, u32, String), usize> = HashMap::new();
        let text = article.text.clone();
        let mentions = Mentions::of(&text);
        for group in groups(annotations) {
            let mut of_group: HashMap<(u32, u32, String), usize> = HashMap::new();
            for span in group {
                let place = record.place_of(&span.path);
                let (tag, kb_id) = match tag_of(&span) {
                    Ok(found) => found,
                    Err(problem) => {
                        warnings.push((place, problem));
                        continue;
                    }
                };
                let [(start, end)] = tag.fragments[..] else { continue };
                let key = (start, end, tag.label.clone());
                let count = of_group.entry(key.clone()).or_default();
                *count += 1;
                let known = added.entry(key).or_default();
                if *count > *known {
                    *known += 1;
                    let entity = kb_id.map(|id| self.entities.find(&id, &mentions.name(start, end, &id), draft));
                    article.tags.push(DraftTag { place, entity, ..tag });
                }
            }
        }
    }
}

/// The groups of spans: those with ids of entities before the entities, which have none in some versions of spaCy.
fn groups(annotations: &Json) -> Vec<Vec<Span<'_>>> {
    let mut groups = Vec::new();
    for (key, list) in fields_of(annotations.get("spans")) {
        groups.push(spans_of(&format!("spans.{key}"), key, list));
    }
    for name in ["ents", "entities"] {
        if let Some(list) = annotations.get(name) {
            groups.push(spans_of(name, "", list));
        }
    }
    groups
}

fn spans_of<'a>(path: &str, group: &'a str, list: &'a Json) -> Vec<Span<'a>> {
    let all = list.as_array().map_or(&[][..], Vec::as_slice).iter().enumerate();
    all.map(|(at, value)| Span { path: format!("{path}[{at}]"), value, group }).collect()
}

/// A span as a tag, with the id of its entity: an object, or `[start, end, label]`.
fn tag_of(span: &Span<'_>) -> Result<(DraftTag, Option<String>), RecordProblem> {
    let value = span.value;
    let not_understood = || RecordProblem::NotUnderstood(excerpt(&value.to_string()));
    let field = |at: usize, name: &str| value.get(name).or_else(|| value.get(at));
    let offset = |value: Option<&Json>| value.and_then(Json::as_u32).ok_or_else(not_understood);
    let fragments = vec![(offset(field(0, "start"))?, offset(field(1, "end"))?)];
    let label = field(2, "label").and_then(id_of).filter(|label| !label.is_empty());
    let label = label.or_else(|| (!span.group.is_empty()).then(|| span.group.to_owned()));
    let kb_id = field(3, "kb_id").and_then(id_of).filter(|id| !id.is_empty());
    let label = label.ok_or(RecordProblem::NoLabel)?;
    Ok((DraftTag { label, fragments, covered: covered(value), ..DraftTag::default() }, kb_id))
}

/// The covered text, which `Doc.to_json()` does not have, but files of other programs.
fn covered(span: &Json) -> Option<String> {
    let text = text_of(span, "text");
    (!text.is_empty()).then(|| text.to_owned())
}
