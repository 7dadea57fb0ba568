//! Writes the lines.

use std::collections::HashMap;
use std::rc::Rc;

use crate::format::article_lines::{Records, written_records};
use crate::format::draft::{OffsetTable, OffsetUnit};
use crate::format::export_names::ExportNames;
use crate::format::{ExportOptions, FilePart, FileParts, file_name};
use crate::json::{Json, NewObject, to_line};
use crate::model::{
    Annotation, Article, ArticleId, ArticleStatus, PredictedRelation, Prediction, Project, Relation, Timestamp,
};

/// The extension of the file of annotations.
pub(super) const OF_ANNOTATIONS: &str = "annotations.jsonl";

pub(super) fn parts<'a>(project: &'a Project, extension: &str, options: ExportOptions) -> FileParts<'a> {
    let writer = Rc::new(Writer { project, names: ExportNames::of(project.schema()), options });
    let relations = relations_by_article(project);
    let of_articles = {
        let writer = writer.clone();
        Box::new(move |article: &Article| {
            writer.article(article, relations.get(&article.id).map_or(&[], Vec::as_slice))
        })
    };
    let name: Rc<str> = file_name(&project.title, OF_ANNOTATIONS).into();
    let of_none = FilePart::new(name.clone(), String::new());
    let of_annotations = move |article: &Rc<Article>| FilePart::new(name.clone(), writer.annotations_of(article));
    let articles = written_records(project, extension, options, Records::Lines, of_articles);
    Box::new(articles.chain([of_none]).chain(project.articles().iter().map(of_annotations)))
}

/// The relations by the article at which they start.
fn relations_by_article(project: &Project) -> HashMap<ArticleId, Vec<Rc<Relation>>> {
    let mut by_article: HashMap<ArticleId, Vec<Rc<Relation>>> = HashMap::new();
    for relation in project.relations() {
        if let Some(tag) = project.annotation(&relation.from) {
            by_article.entry(tag.article.clone()).or_default().push(relation.clone());
        }
    }
    by_article
}

fn add_article_fields(article: &Article, record: &mut NewObject) {
    record.required("article", &article.id.as_str());
    record.required("articleTitle", &article.title);
    record.required("articleSource", &article.source);
    record.required("articleDate", &article.date);
    record.required("articleLanguage", &article.language);
}

struct Writer<'a> {
    project: &'a Project,
    names: ExportNames,
    options: ExportOptions,
}

impl Writer<'_> {
    /// A line for each annotation of an article.
    fn annotations_of(&self, article: &Article) -> String {
        let table = OffsetTable::new(&article.text, OffsetUnit::CodePoints);
        let line = |tag: &Rc<Annotation>| {
            let mut record = NewObject::default();
            record.required("id", &tag.id.as_str());
            add_article_fields(article, &mut record);
            self.add_annotation(tag, article, &table, &mut record);
            to_line(&Json::from(record)) + "\n"
        };
        self.project.annotations_of(&article.id).iter().map(line).collect()
    }

    fn article(&self, article: &Article, relations: &[Rc<Relation>]) -> Json {
        let table = OffsetTable::new(&article.text, OffsetUnit::CodePoints);
        let annotation = |tag: &Rc<Annotation>| {
            let mut record = NewObject::default();
            record.required("id", &tag.id.as_str());
            self.add_annotation(tag, article, &table, &mut record);
            Json::from(record)
        };
        let mut record = NewObject::default();
        record.required("id", &article.id.as_str());
        record.required("title", &article.title);
        record.required("source", &article.source);
        record.required("date", &article.date);
        record.required("language", &article.language);
        record.required("note", &article.note);
        record.required("status", &article.status.map(ArticleStatus::name));
        record.required("attributes", &article.attributes);
        if self.options.without_texts {
            record.required("sha256", &article.text.sha256());
        } else {
            record.required("text", &article.text.as_str());
        }
        let annotations: Vec<Json> = self.project.annotations_of(&article.id).iter().map(annotation).collect();
        record.required("annotations", &annotations);
        record.required("relations", &relations.iter().map(|relation| self.relation(relation)).collect::<Vec<_>>());
        let predictions = self.project.predictions_of(&article.id);
        let predictions: Vec<Json> = predictions.map(|one| self.prediction(one, article, &table)).collect();
        record.required("predictions", &predictions);
        record.into()
    }

    fn prediction(&self, prediction: &Prediction, article: &Article, table: &OffsetTable<'_>) -> Json {
        let relation = |one: &PredictedRelation| {
            let mut record = NewObject::default();
            record.required("type", &self.names.relation_type(&one.kind));
            record.required("to", &one.to.as_str());
            Json::from(record)
        };
        let mut record = NewObject::default();
        record.required("id", &prediction.tag.id.as_str());
        self.add_annotation(&prediction.tag, article, table, &mut record);
        record.required("source", &prediction.source);
        record.required("model", &prediction.model);
        record.required("score", &prediction.score);
        record.required("accepted", &prediction.accepted.as_ref().map(|id| id.as_str()));
        record.required("relations", &prediction.relations.iter().map(relation).collect::<Vec<_>>());
        record.into()
    }

    /// The fields of an annotation, without its id and those of its article.
    fn add_annotation(&self, tag: &Annotation, article: &Article, table: &OffsetTable<'_>, record: &mut NewObject) {
        let range = |range: &crate::text::TextRange| {
            let (start, end) = table.offsets(*range);
            let mut record = NewObject::default();
            record.required("start", &start);
            record.required("end", &end);
            Json::from(record)
        };
        let entity = tag.entity.as_ref();
        let name = entity.and_then(|id| self.project.entity(id)).map_or("", |entity| entity.name.as_str());
        record.required("label", &self.names.label(&tag.label));
        record.required("start", &table.offset(tag.start()));
        record.required("end", &table.offset(tag.end()));
        record.required("ranges", &tag.ranges.iter().map(range).collect::<Vec<_>>());
        record.required("exact", &tag.exact(&article.text));
        record.required("attributes", &tag.attributes);
        record.required("entity", &entity.map(|id| id.as_str()));
        record.required("entityName", &name);
        record.required("note", &tag.note);
        record.required("created", &tag.created.as_str());
        record.required("creator", &tag.creator);
        record.required("modified", &tag.modified.as_ref().map(Timestamp::as_str));
        record.required("modifier", &tag.modifier);
        record.required("rowTitle", &tag.row_title);
    }

    fn relation(&self, relation: &Relation) -> Json {
        let mut record = NewObject::default();
        record.required("id", &relation.id.as_str());
        record.required("type", &self.names.relation_type(&relation.kind));
        record.required("from", &relation.from.as_str());
        record.required("to", &relation.to.as_str());
        record.required("note", &relation.note);
        record.required("created", &relation.created.as_str());
        record.required("creator", &relation.creator);
        record.into()
    }
}
