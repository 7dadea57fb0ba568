//! Reads the lines.

use std::collections::{HashMap, HashSet};

use crate::format::article_meta::{fields_of, id_of, list_of, read_meta, text_of};
use crate::format::draft::{Draft, DraftArticle, DraftPrediction, DraftRelation, DraftTag, TagIndex};
use crate::format::entity_ids::EntitiesById;
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord;
use crate::format::{ImportWarning, ReadError, ReadProblem, RecordProblem};
use crate::json::{FromJson as _, Json, JsonExt as _, excerpt};
use crate::model::{AttributeValue, Timestamp};

/// Whether a record is an article or an annotation as we write them.
pub(super) fn is_record(record: &Json) -> bool {
    let is_text = |name: &str| record.get(name).is_some_and(Json::is_string);
    let is_list = |name: &str| record.get(name).is_some_and(Json::is_array);
    let is_annotation = is_text("article") && is_text("label") && is_text("exact") && is_list("ranges");
    let annotation = list_of(record, "annotations").first();
    let has_ours = annotation.is_none_or(|one| one.get("ranges").is_some() || one.get("exact").is_some());
    let is_article = is_text("text") && is_text("language") && is_text("note") && record.get("attributes").is_some();
    is_annotation || is_article && has_ours
}

/// What connects the records of a part of a file with others.
#[derive(Default)]
pub(in crate::format) struct Apart {
    /// The ids of articles, and whether their lines have their annotations.
    pub(in crate::format) articles: Vec<(String, bool)>,
    /// The ids of annotations in lines of articles.
    pub(in crate::format) tags: Vec<String>,
    /// The ids of articles of annotations in lines of their own.
    pub(in crate::format) annotated: Vec<String>,
    /// The ids of annotations at the ends of relations that are not in this part.
    pub(in crate::format) related: Vec<String>,
}

/// Reads the records of files that belong together.
#[derive(Default)]
pub(in crate::format) struct Reader {
    entities: EntitiesById,
    /// The articles by id, and those whose lines have their annotations.
    articles: HashMap<String, usize>,
    complete: HashSet<usize>,
    tags: HashMap<String, TagIndex>,
    /// Annotations and relations, which may be before what they refer to: places and values.
    annotations: Vec<(String, Json)>,
    relations: Vec<(String, Json)>,
}

impl AddRecord for Reader {
    /// Adds the article of a record, or keeps an annotation or a relation until all articles are read.
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        let value = &record.value;
        let Some(text) = value.get("text").and_then(Json::as_str) else {
            if value.get("article").is_some() {
                self.annotations.push((record.place.clone(), value.clone()));
            } else if value.get("from").is_some() && value.get("to").is_some() {
                self.relations.push((record.place.clone(), value.clone()));
            } else {
                return Err(RecordProblem::WithoutText);
            }
            return Ok(());
        };
        let mut article = DraftArticle { text: text.to_owned(), ..DraftArticle::default() };
        let is_known = |name: &str| ["text", "annotations", "relations", "predictions", "attributes"].contains(&name);
        let beside = fields_of(Some(value)).filter(|(name, _)| !is_known(name));
        let problems = read_meta(beside, &mut article);
        problems.into_iter().for_each(|problem| warn(&record.place, problem, draft));
        let place = record.place_of("attributes");
        article.attributes.extend(attributes(value, &place, draft));
        let index = draft.articles.len();
        self.articles.insert(article.id.clone(), index);
        draft.articles.push(article);
        if value.get("annotations").is_some_and(Json::is_array) {
            self.complete.insert(index);
        }
        for (at, annotation) in list_of(value, "annotations").iter().enumerate() {
            self.add_annotation(&record.place_of(&format!("annotations[{at}]")), annotation, index, draft);
        }
        add_predictions(record, index, draft);
        for (at, relation) in list_of(value, "relations").iter().enumerate() {
            self.relations.push((record.place_of(&format!("relations[{at}]")), relation.clone()));
        }
        Ok(())
    }

    /// Adds what had to wait.
    ///
    /// # Errors
    /// When there are only annotations, without the texts.
    fn finish(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        if draft.articles.is_empty() && !self.annotations.is_empty() {
            return Err(ReadError::new("", ReadProblem::WriteOnly));
        }
        for (place, annotation) in std::mem::take(&mut self.annotations) {
            let id = annotation.get("article").and_then(id_of).unwrap_or_default();
            match self.articles.get(&id).copied() {
                Some(article) if self.complete.contains(&article) => {}
                Some(article) => self.add_annotation(&place, &annotation, article, draft),
                None => warn(&place, RecordProblem::WithoutText, draft),
            }
        }
        for (place, relation) in std::mem::take(&mut self.relations) {
            match self.relation(&place, &relation) {
                Some(relation) => draft.relations.push(relation),
                None => warn(&place, RecordProblem::NoAnnotation, draft),
            }
        }
        Ok(())
    }
}

impl Reader {
    /// Adds what had to wait for the other records of a part of a file, and forgets the part. Annotations in lines of their own are left
    /// out: those of articles whose lines have them are not needed, and others are [`Apart`].
    pub(in crate::format) fn finish_part(&mut self, draft: &mut Draft) -> Apart {
        let mut apart = Apart::default();
        let place = |value: &Json| value.get("article").and_then(id_of).unwrap_or_default();
        apart.annotated.extend(std::mem::take(&mut self.annotations).iter().map(|(_, value)| place(value)));
        for (place, value) in std::mem::take(&mut self.relations) {
            match self.relation(&place, &value) {
                Some(relation) => draft.relations.push(relation),
                None => {
                    let ends = ["from", "to"].into_iter().filter_map(|name| value.get(name).and_then(id_of));
                    apart.related.extend(ends.filter(|id| !self.tags.contains_key(id)));
                    warn(&place, RecordProblem::NoAnnotation, draft);
                }
            }
        }
        let complete = std::mem::take(&mut self.complete);
        apart.tags = std::mem::take(&mut self.tags).into_keys().collect();
        apart.articles =
            std::mem::take(&mut self.articles).into_iter().map(|(id, at)| (id, complete.contains(&at))).collect();
        apart
    }

    fn add_annotation(&mut self, place: &str, value: &Json, article: usize, draft: &mut Draft) {
        let mut tag = match tag_of(place, value) {
            Ok(tag) => tag,
            Err(problem) => return warn(place, problem, draft),
        };
        tag.attributes = attributes(value, place, draft);
        if let Some(id) = value.get("entity").and_then(id_of).filter(|id| !id.is_empty()) {
            let name = value.get("entityName").and_then(Json::as_str).unwrap_or(&id);
            tag.entity = Some(self.entities.find(&id, name, draft));
        }
        let Some(article_tags) = draft.articles.get_mut(article).map(|article| &mut article.tags) else { return };
        if !tag.id.is_empty() {
            self.tags.insert(tag.id.clone(), TagIndex { article, tag: article_tags.len() });
        }
        article_tags.push(tag);
    }

    fn relation(&self, place: &str, value: &Json) -> Option<DraftRelation> {
        let end = |name: &str| value.get(name).and_then(id_of).and_then(|id| self.tags.get(&id).copied());
        Some(DraftRelation {
            place: place.to_owned(),
            id: value.get("id").and_then(id_of).unwrap_or_default(),
            kind: value.get("type").and_then(id_of).unwrap_or_default(),
            from: end("from")?,
            to: end("to")?,
            note: text_of(value, "note").to_owned(),
            created: Timestamp::parse(text_of(value, "created")),
            creator: text_of(value, "creator").to_owned(),
        })
    }
}

fn warn(place: &str, problem: RecordProblem, draft: &mut Draft) {
    draft.warnings.push(ImportWarning::Record { place: place.to_owned(), problem });
}

/// The values of the attributes of an annotation or an article.
fn attributes(value: &Json, place: &str, draft: &mut Draft) -> std::collections::BTreeMap<String, AttributeValue> {
    let mut values = std::collections::BTreeMap::new();
    // Data frames write null where another row has a value.
    for (name, value) in fields_of(value.get("attributes")).filter(|(_, value)| !value.is_null()) {
        match AttributeValue::from_json(value.clone()) {
            Ok(value) => drop(values.insert(name.clone(), value)),
            Err(_) => warn(place, RecordProblem::AttributeValue(name.clone()), draft),
        }
    }
    values
}

/// Adds what other tools propose in an article.
fn add_predictions(record: &Record, article: usize, draft: &mut Draft) {
    let all = list_of(&record.value, "predictions");
    let mut by_id: HashMap<String, TagIndex> = HashMap::new();
    let place = |at: usize| record.place_of(&format!("predictions[{at}]"));
    for (at, value) in all.iter().enumerate() {
        match tag_of(&place(at), value) {
            Ok(mut tag) => {
                tag.attributes = attributes(value, &place(at), draft);
                tag.prediction = Some(DraftPrediction {
                    source: text_of(value, "source").to_owned(),
                    model: text_of(value, "model").to_owned(),
                    score: value.get("score").and_then(Json::as_f64),
                    accepted: value.get("accepted").and_then(id_of),
                });
                let Some(tags) = draft.articles.get_mut(article).map(|article| &mut article.tags) else { return };
                by_id.insert(tag.id.clone(), TagIndex { article, tag: tags.len() });
                tags.push(tag);
            }
            Err(problem) => warn(&place(at), problem, draft),
        }
    }
    for (at, value) in all.iter().enumerate() {
        let from = value.get("id").and_then(id_of).and_then(|id| by_id.get(&id).copied());
        for relation in list_of(value, "relations") {
            let to = relation.get("to").and_then(id_of).and_then(|id| by_id.get(&id).copied());
            let (Some(from), Some(to)) = (from, to) else {
                warn(&place(at), RecordProblem::NoAnnotation, draft);
                continue;
            };
            let kind = relation.get("type").and_then(id_of).unwrap_or_default();
            draft.relations.push(DraftRelation { place: place(at), kind, from, to, ..DraftRelation::default() });
        }
    }
}

fn tag_of(place: &str, value: &Json) -> Result<DraftTag, RecordProblem> {
    let not_understood = || RecordProblem::NotUnderstood(excerpt(&value.to_string()));
    let offset = |range: &Json, name: &str| range.get(name).and_then(Json::as_u32);
    let range = |range: &Json| offset(range, "start").zip(offset(range, "end")).ok_or_else(not_understood);
    let fragments = match list_of(value, "ranges") {
        [] => vec![range(value)?],
        ranges => ranges.iter().map(range).collect::<Result<_, _>>()?,
    };
    let label = value.get("label").and_then(id_of).filter(|label| !label.is_empty()).ok_or(RecordProblem::NoLabel)?;
    Ok(DraftTag {
        place: place.to_owned(),
        id: value.get("id").and_then(id_of).unwrap_or_default(),
        label,
        fragments,
        covered: value.get("exact").and_then(Json::as_str).map(str::to_owned),
        note: text_of(value, "note").to_owned(),
        created: Timestamp::parse(text_of(value, "created")),
        creator: text_of(value, "creator").to_owned(),
        modified: Timestamp::parse(text_of(value, "modified")),
        modifier: text_of(value, "modifier").to_owned(),
        row_title: text_of(value, "rowTitle").to_owned(),
        ..DraftTag::default()
    })
}
