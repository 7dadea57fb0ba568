//! Converts a project to the records of the native JSON.

use super::records::{
    AnnotationRecord, ArticleRecord, Document, EntityRecord, ProjectRecord, RangeRecord, RelationRecord,
};
use super::schema_records::SchemaRecord;
use super::{NAME, VERSION};
use crate::anchor::context;
use crate::model::{Annotation, Article, Entity, Project, Relation, Schema};
use crate::text::{Text, TextRange};

impl Document {
    pub(crate) fn of(project: &Project) -> Self {
        let annotations = project.articles().iter().flat_map(|article| {
            let set = project.annotations_of(&article.id);
            let records = set.iter().map(|a| AnnotationRecord::of(a, &article.text, project.schema()));
            records.collect::<Vec<_>>()
        });
        Self {
            format: NAME.to_owned(),
            version: VERSION,
            generator: concat!("Crossread ", env!("CARGO_PKG_VERSION")).to_owned(),
            project: ProjectRecord {
                title: project.title.clone(),
                created: project.created.to_string(),
                extra: project.extra.clone(),
            },
            schema: SchemaRecord::of(project.schema()),
            articles: project.articles().iter().map(|article| ArticleRecord::of(article)).collect(),
            entities: project.entities().map(|entity| EntityRecord::of(entity)).collect(),
            annotations: annotations.collect(),
            relations: project.relations().map(|relation| RelationRecord::of(relation)).collect(),
            rejected: project.rejected().iter().map(ToString::to_string).collect(),
            extra: project.file_extra.clone(),
        }
    }
}

impl ArticleRecord {
    pub(crate) fn of(article: &Article) -> Self {
        Self {
            id: article.id.to_string(),
            title: article.title.clone(),
            source: article.source.clone(),
            date: article.date.clone(),
            language: article.language.clone(),
            note: article.note.clone(),
            status: article.status,
            attributes: article.attributes.clone(),
            sha256: article.text.sha256().to_owned(),
            text: article.text.as_str().to_owned(),
            extra: article.extra.clone(),
        }
    }
}

impl EntityRecord {
    pub(crate) fn of(entity: &Entity) -> Self {
        Self {
            id: entity.id.to_string(),
            name: entity.name.clone(),
            label: entity.label.as_ref().map(ToString::to_string),
            aliases: entity.aliases.clone(),
            identifiers: entity.identifiers.clone(),
            note: entity.note.clone(),
            extra: entity.extra.clone(),
        }
    }
}

impl AnnotationRecord {
    /// The record of an annotation in a text.
    pub(crate) fn of(annotation: &Annotation, text: &Text, schema: &Schema) -> Self {
        Self {
            id: annotation.id.to_string(),
            article: annotation.article.to_string(),
            label: annotation.label.to_string(),
            label_name: schema.label(&annotation.label).map_or_else(String::new, |label| label.name.clone()),
            ranges: annotation.ranges.iter().map(|&range| RangeRecord::of(text, range)).collect(),
            attributes: annotation.attributes.clone(),
            entity: annotation.entity.as_ref().map(ToString::to_string),
            note: annotation.note.clone(),
            created: Some(annotation.created.to_string()),
            modified: annotation.modified.as_ref().map(ToString::to_string),
            creator: annotation.creator.clone(),
            modifier: annotation.modifier.clone(),
            row_title: annotation.row_title.clone(),
            extra: annotation.extra.clone(),
        }
    }
}

impl RangeRecord {
    fn of(text: &Text, range: TextRange) -> Self {
        let (prefix, suffix) = context(text, range);
        Self {
            start: text.to_code_points(range.start()).0,
            end: text.to_code_points(range.end()).0,
            utf16_start: Some(text.to_utf16(range.start()).0),
            utf16_end: Some(text.to_utf16(range.end()).0),
            exact: text.slice(range).to_owned(),
            prefix: Some(prefix.to_owned()),
            suffix: Some(suffix.to_owned()),
        }
    }
}

impl RelationRecord {
    pub(crate) fn of(relation: &Relation) -> Self {
        Self {
            id: relation.id.to_string(),
            kind: relation.kind.to_string(),
            from: relation.from.to_string(),
            to: relation.to.to_string(),
            note: relation.note.clone(),
            created: Some(relation.created.to_string()),
            creator: relation.creator.clone(),
            extra: relation.extra.clone(),
        }
    }
}
