//! Writes an article as a task.

use std::collections::HashMap;
use std::rc::Rc;

use super::config::{Config, ControlNames, ENTITY, LABELS, PREDICTION, TEXT, YES_NO};
use super::predictions::{OfModel, Origins};
use crate::format::article_lines::{Records, TagPart, relations_within, tag_parts, tags_of, written_records};
use crate::format::article_meta::meta;
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::export_names::{ExportNames, unique};
use crate::format::{ExportOptions, FilePart, FileParts, file_name};
use crate::json::{Json, NewObject};
use crate::model::{
    Annotation, AnnotationId, Article, AttributeKind, AttributeValue, EntityId, Project, Relation, RelationTypeId,
};

pub(super) fn parts<'a>(project: &'a Project, extension: &str, options: ExportOptions) -> FileParts<'a> {
    let names = ExportNames::of(project.schema());
    let (config, controls) = Config::of(project, &names);
    let entities = unique(project.entities().map(|entity| (&entity.id, entity.id.as_str(), entity.name.as_str())));
    let writer = Writer { project, names, controls, entities };
    let relations = relations_within(project);
    // Its converter expects ids, as Label Studio exports them; when it imports tasks, it gives them others.
    let mut id = 0_u32;
    let record = Box::new(move |article: &Article| {
        id += 1;
        writer.task(id, article, relations.get(&article.id).map_or(&[], Vec::as_slice))
    });
    let config = FilePart::new(file_name(&project.title, "label-studio.xml"), config.write());
    Box::new(written_records(project, extension, options, Records::List, record).chain([config]))
}

/// What the results of a region have beside its tag.
#[derive(Clone, Copy)]
struct Region<'a> {
    /// Which of the parts of its tag it is, from 1.
    number: usize,
    /// The id of the first part.
    id: &'a str,
    origin: &'a str,
    score: Option<f64>,
}

struct Writer<'a> {
    project: &'a Project,
    names: ExportNames,
    controls: ControlNames,
    entities: HashMap<EntityId, String>,
}

impl Writer<'_> {
    fn task(&self, id: u32, article: &Article, relations: &[Rc<Relation>]) -> Json {
        let tags = tags_of(self.project, &article.id);
        let table = OffsetTable::new(&article.text, OffsetUnit::CodePoints);
        let mut results = Vec::new();
        let mut number = 1;
        let origins = Origins::of(self.project, &article.id);
        for part in tag_parts(&tags) {
            number = if part.is_first { 1 } else { number + 1 };
            let (id, origin) = (part.tag.id.as_str(), &origins.origin(part.tag));
            self.add_region(article, &part, &Region { number, id, origin, score: None }, &table, &mut results);
        }
        results.extend(relations.iter().map(|relation| self.relation(relation)));
        let mut data = NewObject::default();
        data.required(TEXT, &article.text.as_str());
        if let Json::Object(fields) = meta(article) {
            fields.iter().for_each(|(name, value)| data.required(name, value));
        }
        let mut annotation = NewObject::default();
        annotation.required("result", &results);
        let annotations = if tags.is_empty() { Vec::new() } else { vec![Json::from(annotation)] };
        let mut task = NewObject::default();
        task.required("id", &id);
        task.required("data", &Json::from(data));
        task.required("annotations", &annotations);
        let predictions = OfModel::list(self.project, &article.id);
        if !predictions.is_empty() {
            let predictions: Vec<Json> = predictions.iter().map(|of| self.predictions(article, of, &table)).collect();
            task.required("predictions", &predictions);
        }
        task.into()
    }

    /// The predictions of a model: with a score for all if it is the same, else one for each.
    fn predictions(&self, article: &Article, of_model: &OfModel, table: &OffsetTable<'_>) -> Json {
        let mut results = Vec::new();
        let common = of_model.common_score();
        let ids: HashMap<&AnnotationId, &str> =
            of_model.all.iter().map(|(one, id)| (&one.tag.id, id.as_str())).collect();
        for (prediction, id) in &of_model.all {
            for (at, part) in tag_parts(std::slice::from_ref(&prediction.tag)).iter().enumerate() {
                let score = prediction.score.filter(|_| common.is_none());
                let region = Region { number: at + 1, id, origin: PREDICTION, score };
                self.add_region(article, part, &region, table, &mut results);
            }
        }
        for (prediction, id) in &of_model.all {
            let known = prediction.relations.iter().filter_map(|one| Some((&one.kind, *ids.get(&one.to)?)));
            results.extend(known.map(|(kind, to)| self.relation_between(kind, id, to).into()));
        }
        let mut record = NewObject::default();
        record.optional("model_version", &of_model.model);
        record.optional("score", &common.or_else(|| of_model.mean_score()));
        record.required("result", &results);
        record.into()
    }

    /// Adds the results of a part of a tag: its label, and what else is known of the tag with the first part.
    fn add_region(
        &self,
        article: &Article,
        part: &TagPart<'_>,
        region: &Region<'_>,
        table: &OffsetTable<'_>,
        results: &mut Vec<Json>,
    ) {
        let (tag, Region { number, id, origin, score }) = (part.tag, *region);
        let (start, end) = table.offsets(part.range);
        let result = |control: &str, kind: &str, field: &str, value: &Json| {
            let mut place = NewObject::default();
            place.required("start", &start);
            place.required("end", &end);
            place.required("text", &article.text.slice(part.range));
            place.required(field, value);
            let id = if part.is_first { id.to_owned() } else { format!("{id}#{number}") };
            let mut result = NewObject::default();
            result.required("id", &id);
            result.required("from_name", &control);
            result.required("to_name", &TEXT);
            result.required("type", &kind);
            result.required("value", &Json::from(place));
            result.required("origin", &origin);
            result.optional("score", &score);
            result
        };
        let label = Json::Array(vec![self.names.label(&tag.label).into()]);
        let mut region = result(LABELS, "labels", "labels", &label);
        if part.is_first && !tag.note.is_empty() {
            let mut note = NewObject::default();
            note.required("text", &vec![tag.note.clone()]);
            region.required("meta", &Json::from(note));
        }
        if !part.is_first {
            region.required("parentID", &id);
        }
        results.push(region.into());
        if part.is_first {
            for (name, value) in &tag.attributes {
                let (kind, field, value) = self.value(tag, name, value);
                results.push(result(self.controls.get(&tag.label, name), kind, field, &value).into());
            }
            if let Some(entity) = tag.entity.as_ref().and_then(|id| self.entities.get(id)) {
                let name = Json::Array(vec![entity.as_str().into()]);
                results.push(result(ENTITY, "textarea", "text", &name).into());
            }
        }
    }

    /// The value of an attribute: the type of its result, the field of the value, and the value.
    fn value(&self, tag: &Annotation, name: &str, value: &AttributeValue) -> (&'static str, &'static str, Json) {
        let label = self.project.schema().label(&tag.label);
        let kind = label.and_then(|label| label.attribute(name)).map(|attribute| attribute.kind);
        match value {
            AttributeValue::Text(text) if kind == Some(AttributeKind::Choice) => {
                ("choices", "choices", Json::Array(vec![text.as_str().into()]))
            }
            AttributeValue::Text(text) => ("textarea", "text", Json::Array(vec![text.as_str().into()])),
            AttributeValue::List(list) => {
                ("choices", "choices", Json::Array(list.iter().map(|choice| choice.as_str().into()).collect()))
            }
            AttributeValue::Number(number) => ("number", "number", crate::json::ToJson::to_json(number)),
            AttributeValue::YesNo(yes) => {
                let [t, f] = YES_NO;
                ("choices", "choices", Json::Array(vec![if *yes { t } else { f }.into()]))
            }
        }
    }

    fn relation(&self, relation: &Relation) -> Json {
        let mut record = self.relation_between(&relation.kind, relation.from.as_str(), relation.to.as_str());
        record.required("id", &relation.id.as_str());
        record.into()
    }

    /// A relation between regions.
    fn relation_between(&self, kind: &RelationTypeId, from: &str, to: &str) -> NewObject {
        let is_symmetric = self.project.schema().relation_type(kind).is_some_and(|kind| kind.symmetric);
        let mut record = NewObject::default();
        record.required("from_id", &from);
        record.required("to_id", &to);
        record.required("type", &"relation");
        record.required("direction", if is_symmetric { &"bi" } else { &"right" });
        record.required("labels", &vec![self.names.relation_type(kind)]);
        record
    }
}
