//! Reads tasks.

use std::collections::{HashMap, HashSet};

use super::config::{Config, ENTITY, PREDICTION, SOURCE, YES_NO, attribute_name};
use super::html_text::HtmlText;
use super::regions::{Document, Known, add_results, is_region};
use crate::format::article_meta::{fields_of, id_of, list_of, read_meta, text_of};
use crate::format::draft::{Draft, DraftArticle, DraftPrediction, OffsetUnit, kind_of};
use crate::format::entity_ids::EntitiesById;
use crate::format::lines::Record;
use crate::format::record_reader::AddRecord;
use crate::format::{ImportWarning, ReadError, RecordProblem};
use crate::json::{Json, NewObject, excerpt};
use crate::limits::LABELS;
use crate::model::{Attribute, AttributeValue, Colour, Label, LabelId, RelationType};

/// The fields of an object of `JSON_MIN` that are about the annotation.
const OF_ANNOTATION: [&str; 6] = ["annotator", "annotation_id", "created_at", "updated_at", "lead_time", "predictions"];

/// Whether a record is a task of Label Studio.
pub(super) fn is_record(record: &Json) -> bool {
    record.get("data").is_some_and(Json::is_object) || is_min(record)
}

/// Whether a record is an object of `JSON_MIN`: a task with its only annotation.
fn is_min(record: &Json) -> bool {
    let is_annotated = record.get("annotation_id").is_some() || record.get("lead_time").is_some();
    record.get("data").is_none() && (is_annotated || fields_of(Some(record)).any(|(_, value)| is_region_list(value)))
}

fn is_region_list(value: &Json) -> bool {
    let of_labels =
        |region: &Json| is_region(region) && fields_of(Some(region)).any(|(name, _)| name.ends_with("labels"));
    value.as_array().is_some_and(|all| all.first().is_some_and(of_labels))
}

/// A task of an object of `JSON_MIN`.
fn task_of_min(record: &Json) -> Json {
    let (mut data, mut results) = (NewObject::default(), Vec::new());
    for (name, value) in fields_of(Some(record)).filter(|(name, _)| !OF_ANNOTATION.contains(&name.as_str())) {
        if !is_region_list(value) {
            data.required(name, value);
            continue;
        }
        for region in value.as_array().into_iter().flatten() {
            let mut result = NewObject::default();
            let kind = fields_of(Some(region)).map(|(name, _)| name.as_str()).find(|name| name.ends_with("labels"));
            result.required("type", &kind.unwrap_or("labels"));
            result.required("from_name", name);
            result.required("value", region);
            results.push(Json::from(result));
        }
    }
    let mut annotation = NewObject::default();
    annotation.required("result", &results);
    for (from, to) in [("annotator", "completed_by"), ("created_at", "created_at")] {
        record.get(from).into_iter().for_each(|value| annotation.required(to, value));
    }
    let mut task = NewObject::default();
    task.required("data", &Json::from(data));
    task.required("annotations", &vec![Json::from(annotation)]);
    record.get("predictions").into_iter().for_each(|all| task.required("predictions", all));
    task.into()
}

/// The id for each name: none is the name of another, since both are looked for when tags are read.
fn ids_of<'a>(names: impl Iterator<Item = &'a str> + Clone) -> HashMap<&'a str, String> {
    let used: HashSet<&str> = names.clone().collect();
    let id_of = |name: &str| {
        let mut id = name.replace(|c: char| c.is_whitespace() || c.is_control(), "-");
        while id != name && used.contains(id.as_str()) {
            id.push('_');
        }
        id
    };
    names.map(|name| (name, id_of(name))).collect()
}

/// Reads the tasks of files that belong together.
pub(super) struct Reader {
    known: Known,
}

impl AddRecord for Reader {
    /// Adds the article of a task.
    fn add(&mut self, record: &Record, draft: &mut Draft) -> Result<(), RecordProblem> {
        let of_min = is_min(&record.value).then(|| task_of_min(&record.value));
        let task = of_min.as_ref().unwrap_or(&record.value);
        let data = task.get("data").filter(|data| data.is_object());
        let data = data.ok_or_else(|| RecordProblem::NotUnderstood(excerpt(&task.to_string())))?;
        let field = self.text_field(data).ok_or(RecordProblem::WithoutText)?.to_owned();
        let text = text_of(data, &field);
        let html = self.is_html(task, &field).then(|| HtmlText::of(text));
        let text = html.as_ref().map_or(text, |html| &html.text).to_owned();
        let mut article = DraftArticle { text, ..DraftArticle::default() };
        article.id = task.get("id").and_then(id_of).unwrap_or_default();
        article.unit = html.as_ref().map(|_| OffsetUnit::CodePoints);
        let beside = fields_of(Some(data)).filter(|(name, _)| **name != field);
        let problems = read_meta(beside, &mut article);
        let warn = |place: String, problem, draft: &mut Draft| {
            draft.warnings.push(ImportWarning::Record { place, problem });
        };
        problems.into_iter().for_each(|problem| warn(record.place.clone(), problem, draft));
        draft.articles.push(article);
        for name in ["annotations", "completions"] {
            for (at, annotation) in list_of(task, name).iter().enumerate() {
                let path = format!("{name}[{at}]");
                if annotation.get("was_cancelled") == Some(&Json::Bool(true)) {
                    warn(record.place_of(&path), RecordProblem::Unsupported("was_cancelled".to_owned()), draft);
                    continue;
                }
                let (html, prediction) = (html.as_ref(), None);
                let document = Document { record, path, article: draft.articles.len() - 1, html, prediction };
                add_results(&mut self.known, &document, annotation, draft);
            }
        }
        for (at, prediction) in list_of(task, "predictions").iter().enumerate() {
            let (html, path) = (html.as_ref(), format!("predictions[{at}]"));
            let article = draft.articles.len() - 1;
            let known = Document { record, path, article, html, prediction: Some(of_prediction(prediction)) };
            add_results(&mut self.known, &known, prediction, draft);
        }
        note_accepted(task, draft);
        Ok(())
    }

    fn finish(&mut self, draft: &mut Draft) -> Result<(), ReadError> {
        self.settle_choices(draft);
        Ok(())
    }
}

impl Reader {
    /// A reader with a configuration, whose definitions are added to the draft.
    pub(super) fn new(config: Config, draft: &mut Draft) -> Self {
        let label_ids = ids_of(config.labels.iter().map(|(name, _)| name.as_str()));
        let type_ids = ids_of(config.relation_types.iter().map(String::as_str));
        // A schema with too many labels is refused later.
        for (name, colour) in config.labels.iter().take(LABELS + 1) {
            let colour = colour.unwrap_or_else(|| Colour::spare(draft.schema.labels.iter().map(|one| &one.colour)));
            let mut label = Label::new(kind_of(name), name, colour);
            label.id = LabelId::new(label_ids.get(name.as_str()).map_or("", String::as_str));
            let is_about = |labels: &[String]| labels.is_empty() || labels.contains(name);
            let controls = config.controls.iter().filter(|one| is_about(&one.labels) && one.name != ENTITY);
            let mut names = HashSet::new();
            for control in controls {
                let attribute = attribute_name(&control.name, name);
                if names.insert(attribute) {
                    let mut attribute = Attribute::new(attribute, control.kind);
                    attribute.choices.clone_from(&control.choices);
                    label.attributes.push(attribute);
                }
            }
            draft.schema.labels.push(label);
        }
        for name in &config.relation_types {
            let id = type_ids.get(name.as_str()).map_or("", String::as_str);
            draft.relation_types.push(RelationType { id: id.into(), ..RelationType::new(name) });
        }
        Self { known: Known { config, entities: EntitiesById::default(), choices: HashSet::new() } }
    }

    /// The field with the text: as configured, the usual one, or the longest text.
    fn text_field<'a>(&'a self, data: &'a Json) -> Option<&'a str> {
        let configured = self.known.config.text.as_ref().map(|(field, _)| field.as_str());
        let is_text = |name: &&str| data.get(*name).is_some_and(Json::is_string);
        let texts = fields_of(Some(data)).filter_map(|(name, value)| Some((name.as_str(), value.as_str()?)));
        let longest = texts.max_by_key(|(_, text)| text.len()).map(|(name, _)| name);
        configured.filter(is_text).or_else(|| Some("text").filter(is_text)).or(longest)
    }

    /// Whether the text is HTML: as configured, or because regions have paths to its elements.
    fn is_html(&self, task: &Json, field: &str) -> bool {
        if let Some((configured, is_html)) = &self.known.config.text
            && configured == field
        {
            return *is_html;
        }
        let of_html = |result: &Json| {
            let starts_at_path = result.get("value").and_then(|value| value.get("start")).is_some_and(Json::is_string);
            text_of(result, "type") == "hypertextlabels" || starts_at_path
        };
        let all = ["annotations", "completions", "predictions"].into_iter().flat_map(|name| list_of(task, name));
        all.flat_map(|one| list_of(one, "result")).any(of_html)
    }

    /// Decides about choices without a configuration: there is one in each answer, or there are several; or all are yes or no.
    fn settle_choices(&self, draft: &mut Draft) {
        let mut found: HashMap<(String, String), Answers> = HashMap::new();
        for tag in draft.articles.iter().flat_map(|article| &article.tags) {
            for (name, value) in &tag.attributes {
                let key = (tag.label.clone(), name.clone());
                if self.known.choices.contains(&key) {
                    found.entry(key).or_default().add(value);
                }
            }
        }
        for tag in draft.articles.iter_mut().flat_map(|article| &mut article.tags) {
            for (name, value) in std::mem::take(&mut tag.attributes) {
                let key = (tag.label.clone(), name);
                let value = found.get(&key).map_or_else(|| Some(value.clone()), |answers| answers.settle(&value));
                tag.attributes.extend(value.map(|value| (key.1, value)));
            }
        }
    }
}

/// What the results of a prediction have in common.
fn of_prediction(prediction: &Json) -> DraftPrediction {
    DraftPrediction {
        source: SOURCE.to_owned(),
        model: prediction.get("model_version").and_then(id_of).unwrap_or_default(),
        score: prediction.get("score").and_then(Json::as_f64),
        accepted: None,
    }
}

/// Regions that come from a prediction keep the id of its region, and say so by their origin.
fn note_accepted(task: &Json, draft: &mut Draft) {
    let results = list_of(task, "annotations").iter().flat_map(|one| list_of(one, "result"));
    let from_predictions = results.filter(|result| text_of(result, "origin").starts_with(PREDICTION));
    let ids: HashSet<String> = from_predictions.filter_map(|result| result.get("id").and_then(id_of)).collect();
    for tag in draft.articles.last_mut().into_iter().flat_map(|article| &mut article.tags) {
        if let Some(prediction) = tag.prediction.as_mut().filter(|_| ids.contains(&tag.id)) {
            prediction.accepted = Some(tag.id.clone());
        }
    }
}

/// What the answers to a question are.
struct Answers {
    /// Whether an answer has several choices, or is no choice.
    has_several: bool,
    /// Whether a choice is neither yes nor no.
    has_others: bool,
    /// Whether all answers are without a choice.
    are_empty: bool,
}

impl Default for Answers {
    fn default() -> Self {
        Self { has_several: false, has_others: false, are_empty: true }
    }
}

impl Answers {
    fn add(&mut self, value: &AttributeValue) {
        match value {
            AttributeValue::List(list) => {
                self.has_several |= list.len() > 1;
                self.are_empty &= list.is_empty();
                self.has_others |= list.iter().any(|choice| !YES_NO.contains(&choice.as_str()));
            }
            _ => self.has_several = true,
        }
    }

    fn settle(&self, value: &AttributeValue) -> Option<AttributeValue> {
        match value {
            AttributeValue::List(list) if !self.has_several && !self.are_empty => {
                let choice = list.first()?;
                Some(match self.has_others {
                    true => AttributeValue::Text(choice.clone()),
                    false => AttributeValue::YesNo(choice == YES_NO[0]),
                })
            }
            other => Some(other.clone()),
        }
    }
}
