//! Reads the results of an annotation: regions, answers about them, and relations.

use std::collections::{HashMap, HashSet};

use super::config::{Config, ENTITY, attribute_name};
use super::html_text::{HtmlText, is_same_text};
use crate::format::article_meta::{id_of, list_of, text_of};
use crate::format::draft::{Draft, DraftPrediction, DraftRelation, DraftTag, TagIndex};
use crate::format::entity_ids::EntitiesById;
use crate::format::lines::Record;
use crate::format::{ImportWarning, RecordProblem};
use crate::json::{Json, JsonExt as _, excerpt};
use crate::model::{AttributeKind, AttributeValue, Timestamp};

/// What is known when an annotation is read, and found out then.
pub(super) struct Known {
    pub(super) config: Config,
    pub(super) entities: EntitiesById,
    /// The labels and attributes whose values are choices, of which the configuration does not say how many there can be.
    pub(super) choices: HashSet<(String, String)>,
}

/// A task whose annotation is read.
pub(super) struct Document<'a> {
    pub(super) record: &'a Record,
    /// The path to the annotation.
    pub(super) path: String,
    /// The index of the article.
    pub(super) article: usize,
    /// The text, if it was HTML.
    pub(super) html: Option<&'a HtmlText>,
    /// What the results have in common if they are those of a prediction.
    pub(super) prediction: Option<DraftPrediction>,
}

impl Document<'_> {
    fn place(&self, at: usize) -> String {
        self.record.place_of(&format!("{}.result[{at}]", self.path))
    }
}

/// Whether a value is about a part of the text.
pub(super) fn is_region(value: &Json) -> bool {
    value.get("start").is_some() && value.get("end").is_some()
}

/// Adds the tags and relations of an annotation.
pub(super) fn add_results(known: &mut Known, document: &Document<'_>, annotation: &Json, draft: &mut Draft) {
    let creator = annotation.get("completed_by").map(annotator).unwrap_or_default();
    let created = Timestamp::parse(text_of(annotation, "created_at"));
    let results = || list_of(annotation, "result").iter().enumerate();
    // The tags of each region.
    let mut regions: HashMap<String, Vec<usize>> = HashMap::new();
    for (at, result) in results().filter(|(_, result)| has_labels(result)) {
        match tags_of(document, result, at) {
            Ok(tags) => {
                let tags =
                    tags.into_iter().map(|tag| DraftTag { creator: creator.clone(), created: created.clone(), ..tag });
                add_tags(document, result, tags, &mut regions, draft);
            }
            Err(problem) => warn(document.place(at), problem, draft),
        }
    }
    for (at, result) in results().filter(|(_, result)| !has_labels(result)) {
        let problem = match text_of(result, "type") {
            "relation" => add_relation(document, result, at, &regions, draft).err(),
            _ => add_answer(known, document, result, &regions, draft).err(),
        };
        problem.into_iter().for_each(|problem| warn(document.place(at), problem, draft));
    }
}

fn warn(place: String, problem: RecordProblem, draft: &mut Draft) {
    draft.warnings.push(ImportWarning::Record { place, problem });
}

/// Who made an annotation: an id, or an object with an e-mail address.
fn annotator(value: &Json) -> String {
    let name = |field: &str| value.get(field).and_then(id_of).filter(|name| !name.is_empty());
    id_of(value).or_else(|| name("email")).or_else(|| name("username")).or_else(|| name("id")).unwrap_or_default()
}

fn has_labels(result: &Json) -> bool {
    let kind = text_of(result, "type");
    kind.ends_with("labels") && result.get("value").is_some_and(is_region)
}

/// The tags of a region: one for each of its labels.
fn tags_of(document: &Document<'_>, result: &Json, at: usize) -> Result<Vec<DraftTag>, RecordProblem> {
    let value = result.get("value").unwrap_or(&Json::Null);
    let labels = list_of(value, text_of(result, "type")).iter().filter_map(id_of);
    let (fragment, covered) = match document.html {
        Some(html) => (range_in_html(html, value)?, None),
        None => {
            let offset = |name: &str| value.get(name).and_then(Json::as_u32);
            let not_understood = || RecordProblem::NotUnderstood(excerpt(&value.to_string()));
            (offset("start").zip(offset("end")).ok_or_else(not_understood)?, covered(value))
        }
    };
    let note = match result.get("meta").and_then(|meta| meta.get("text")) {
        Some(Json::Array(lines)) => lines.iter().filter_map(Json::as_str).collect::<Vec<_>>().join("\n"),
        Some(Json::String(text)) => text.clone(),
        _ => String::new(),
    };
    let prediction = document.prediction.as_ref().map(|of_all| {
        let own = result.get("score").and_then(Json::as_f64);
        DraftPrediction { score: own.or(of_all.score), ..of_all.clone() }
    });
    let (place, fragments) = (document.place(at), vec![fragment]);
    let tag = DraftTag { place, fragments, covered, note, prediction, ..DraftTag::default() };
    let id = |at: usize| if at == 0 { result.get("id").and_then(id_of).unwrap_or_default() } else { String::new() };
    let tags: Vec<_> = labels.enumerate().map(|(at, label)| DraftTag { id: id(at), label, ..tag.clone() }).collect();
    if tags.is_empty() { Err(RecordProblem::NoLabel) } else { Ok(tags) }
}

/// The covered text; some versions write line ends as `\n`.
fn covered(value: &Json) -> Option<String> {
    let text = value.get("text").and_then(Json::as_str).filter(|text| !text.is_empty())?;
    Some(text.replace("\\n", "\n"))
}

/// The range of a region of HTML, whose text is compared but for white space.
fn range_in_html(html: &HtmlText, value: &Json) -> Result<(u32, u32), RecordProblem> {
    let offsets = value.get("globalOffsets").ok_or(RecordProblem::NoRange)?;
    let offset = |name: &str| offsets.get(name).and_then(Json::as_u32);
    let (start, end) = offset("start").zip(offset("end")).ok_or(RecordProblem::NoRange)?;
    let (first, last) = html.range(start, end).ok_or(RecordProblem::OutsideText { start, end })?;
    let expected = text_of(value, "text");
    let found: String = html.text.chars().skip(first as usize).take((last - first) as usize).collect();
    if expected.is_empty() || is_same_text(expected, &found) {
        return Ok((first, last));
    }
    Err(RecordProblem::OtherText { expected: excerpt(expected), found: excerpt(&found) })
}

/// Adds the tags of a region, or its range to the tag of which it is a further part.
fn add_tags(
    document: &Document<'_>,
    result: &Json,
    tags: impl Iterator<Item = DraftTag>,
    regions: &mut HashMap<String, Vec<usize>>,
    draft: &mut Draft,
) {
    let Some(article) = draft.articles.get_mut(document.article) else { return };
    let (id, parent) = (result.get("id").and_then(id_of).unwrap_or_default(), text_of(result, "parentID"));
    let is_part = !parent.is_empty() && id.strip_prefix(parent).is_some_and(|rest| rest.starts_with('#'));
    let whole = regions.get(parent).filter(|_| is_part).and_then(|tags| tags.first()).copied();
    for tag in tags {
        let known = whole.and_then(|whole| article.tags.get_mut(whole)).filter(|whole| whole.label == tag.label);
        match known {
            Some(whole) => {
                whole.fragments.extend(tag.fragments);
                whole.covered = whole.covered.take().zip(tag.covered).map(|(first, next)| first + " … " + &next);
            }
            None => {
                regions.entry(id.clone()).or_default().push(article.tags.len());
                article.tags.push(tag);
            }
        }
    }
}

/// Adds an answer: about a region to its tags, about the whole text to the article.
fn add_answer(
    known: &mut Known,
    document: &Document<'_>,
    result: &Json,
    regions: &HashMap<String, Vec<usize>>,
    draft: &mut Draft,
) -> Result<(), RecordProblem> {
    let kind = text_of(result, "type");
    let control = text_of(result, "from_name").to_owned();
    let value = result.get("value").unwrap_or(&Json::Null);
    let answer = answer(kind, value).ok_or_else(|| RecordProblem::Unsupported(excerpt(kind)))?;
    let id = result.get("id").and_then(id_of).unwrap_or_default();
    let Some(tags) = regions.get(&id) else {
        if is_region(value) {
            return Err(RecordProblem::NoLabel);
        }
        if document.prediction.is_some() {
            return Err(RecordProblem::Unsupported(format!("predictions: {}", excerpt(kind))));
        }
        let article = draft.articles.get_mut(document.article);
        article.into_iter().for_each(|article| drop(article.attributes.insert(control.clone(), single(&answer))));
        return Ok(());
    };
    let entity = match &answer {
        AttributeValue::Text(name) if control == ENTITY && !name.is_empty() => {
            Some(known.entities.find(name, name, draft))
        }
        _ => None,
    };
    let Some(article) = draft.articles.get_mut(document.article) else { return Ok(()) };
    for &at in tags {
        let Some(tag) = article.tags.get_mut(at) else { continue };
        if entity.is_some() {
            tag.entity.clone_from(&entity);
            continue;
        }
        let name = attribute_name(&control, &tag.label).to_owned();
        let kind = known.config.control(&control).map(|control| control.kind);
        if kind.is_none() && matches!(answer, AttributeValue::List(_)) {
            known.choices.insert((tag.label.clone(), name.clone()));
        }
        let value = match kind {
            None | Some(AttributeKind::MultipleChoice) => answer.clone(),
            _ => single(&answer),
        };
        tag.attributes.insert(name, value);
    }
    Ok(())
}

/// The answer to a question; `None` for questions that are not about texts.
fn answer(kind: &str, value: &Json) -> Option<AttributeValue> {
    let answer = value.get(if kind == "textarea" { "text" } else { kind })?;
    match (kind, answer) {
        ("choices", Json::Array(choices)) => Some(AttributeValue::List(choices.iter().filter_map(id_of).collect())),
        ("taxonomy", Json::Array(choices)) => {
            let path = |choice: &Json| -> Option<String> {
                let steps: Vec<String> = choice.as_array()?.iter().filter_map(id_of).collect();
                Some(steps.join(" / "))
            };
            Some(AttributeValue::List(choices.iter().filter_map(path).collect()))
        }
        ("textarea", Json::Array(lines)) => {
            let lines: Vec<String> = lines.iter().filter_map(id_of).collect();
            Some(AttributeValue::Text(lines.join("\n")))
        }
        ("number" | "rating", _) => answer.as_f64().map(AttributeValue::Number),
        (_, Json::String(text)) => Some(AttributeValue::Text(text.clone())),
        _ => None,
    }
}

/// One of several choices as it is: a text.
fn single(answer: &AttributeValue) -> AttributeValue {
    match answer {
        AttributeValue::List(list) if list.len() == 1 => AttributeValue::Text(list.concat()),
        other => other.clone(),
    }
}

fn add_relation(
    document: &Document<'_>,
    result: &Json,
    at: usize,
    regions: &HashMap<String, Vec<usize>>,
    draft: &mut Draft,
) -> Result<(), RecordProblem> {
    let end = |name: &str| {
        let id = result.get(name).and_then(id_of).unwrap_or_default();
        let tag = *regions.get(&id).and_then(|tags| tags.first()).ok_or(RecordProblem::NoAnnotation)?;
        Ok(TagIndex { article: document.article, tag })
    };
    let (from, to) = (end("from_id")?, end("to_id")?);
    let (from, to) = if text_of(result, "direction") == "left" { (to, from) } else { (from, to) };
    let mut kinds: Vec<String> = list_of(result, "labels").iter().filter_map(id_of).collect();
    if kinds.is_empty() {
        kinds.push(String::new());
    }
    let id = result.get("id").and_then(id_of).unwrap_or_default();
    for kind in kinds {
        let place = document.place(at);
        draft.relations.push(DraftRelation { place, id: id.clone(), kind, from, to, ..DraftRelation::default() });
    }
    Ok(())
}
