//! Converts a project to the records of the native JSON, and writes them.

use std::vec;

use super::records::{
    AnnotationRecord, ArticleRecord, EntityRecord, PredictedRelationRecord, PredictionRecord, ProjectRecord,
    RangeRecord, RelationRecord,
};
use super::schema_records::SchemaRecord;
use super::{NAME, VERSION};
use crate::anchor::context;
use crate::json::{FieldSink as _, JsonWriter, ToJson as _};
use crate::model::{Annotation, AnnotationPiece, Article, Entity, Prediction, Project, Relation, Schema};
use crate::text::{Text, TextRange};

/// About how many bytes a part of a file has at least.
const PART_BYTES: usize = 1 << 16;
/// How many entities or relations are written in one step.
const RECORDS: usize = 200;

/// Writes a project as native JSON in parts, so that it is never in memory as a whole, and that the page can be used
/// meanwhile.
pub struct NativeWriter {
    project: Project,
    out: JsonWriter,
    next: Section,
}

/// What is written next; where there are several records, with the number of those that are written already.
enum Section {
    Head,
    Articles(usize),
    Entities(usize),
    Annotations { article: usize, pieces: vec::IntoIter<AnnotationPiece> },
    Relations(usize),
    Predictions(usize),
    End,
    Finished,
}

impl NativeWriter {
    /// A writer of a project.
    pub fn new(project: &Project) -> Self {
        Self { project: project.clone(), out: JsonWriter::pretty(), next: Section::Head }
    }

    /// The next part of the file; `None` after the last.
    pub fn part(&mut self) -> Option<String> {
        while self.out.len() < PART_BYTES && !matches!(self.next, Section::Finished) {
            self.step();
        }
        Some(self.out.take()).filter(|part| !part.is_empty())
    }

    fn step(&mut self) {
        self.next = match std::mem::replace(&mut self.next, Section::Finished) {
            Section::Head => self.head(),
            Section::Articles(written) => self.article(written),
            Section::Entities(written) => self.entities(written),
            Section::Annotations { article, pieces } => self.annotations(article, pieces),
            Section::Relations(written) => self.relations(written),
            Section::Predictions(written) => self.predictions(written),
            Section::End => self.end(),
            Section::Finished => Section::Finished,
        };
    }

    fn head(&mut self) -> Section {
        let (project, out) = (&self.project, &mut self.out);
        let (title, created) = (project.title.clone(), project.created.to_string());
        out.open('{');
        out.required("format", &NAME);
        out.required("version", &VERSION);
        out.required("generator", &concat!("Crossread ", env!("CARGO_PKG_VERSION")));
        out.required("project", &ProjectRecord { title, created, extra: project.extra.clone() });
        out.required("schema", &SchemaRecord::of(project.schema()));
        self.begin("articles");
        Section::Articles(0)
    }

    fn begin(&mut self, list: &str) {
        self.out.name(list);
        self.out.open('[');
    }

    fn article(&mut self, written: usize) -> Section {
        let Some(article) = self.project.articles().get(written) else {
            self.out.close(']');
            self.begin("entities");
            return Section::Entities(0);
        };
        self.out.entry();
        ArticleRecord::of(article).write(&mut self.out);
        Section::Articles(written + 1)
    }

    fn entities(&mut self, written: usize) -> Section {
        for entity in self.project.entities().skip(written).take(RECORDS) {
            self.out.entry();
            EntityRecord::of(entity).write(&mut self.out);
        }
        if written + RECORDS < self.project.entity_records().len() {
            return Section::Entities(written + RECORDS);
        }
        self.out.close(']');
        self.begin("annotations");
        Section::Annotations { article: 0, pieces: self.pieces_of(0) }
    }

    fn pieces_of(&self, article: usize) -> vec::IntoIter<AnnotationPiece> {
        let article = self.project.articles().get(article);
        let pieces = article.map(|article| self.project.annotations_of(&article.id).pieces().collect::<Vec<_>>());
        pieces.unwrap_or_default().into_iter()
    }

    fn annotations(&mut self, article: usize, mut pieces: vec::IntoIter<AnnotationPiece>) -> Section {
        let Some(of) = self.project.articles().get(article) else {
            self.out.close(']');
            self.begin("relations");
            return Section::Relations(0);
        };
        let Some(piece) = pieces.next() else {
            return Section::Annotations { article: article + 1, pieces: self.pieces_of(article + 1) };
        };
        for annotation in piece.iter() {
            self.out.entry();
            AnnotationRecord::of(annotation, &of.text, self.project.schema()).write(&mut self.out);
        }
        Section::Annotations { article, pieces }
    }

    fn relations(&mut self, written: usize) -> Section {
        for relation in self.project.relations().skip(written).take(RECORDS) {
            self.out.entry();
            RelationRecord::of(relation).write(&mut self.out);
        }
        if written + RECORDS < self.project.relation_records().len() {
            return Section::Relations(written + RECORDS);
        }
        self.out.close(']');
        if self.project.predictions().is_empty() {
            return Section::End;
        }
        self.begin("predictions");
        Section::Predictions(0)
    }

    fn predictions(&mut self, written: usize) -> Section {
        for prediction in self.project.predictions().values().skip(written).take(RECORDS) {
            let Some(article) = self.project.article(&prediction.tag.article) else { continue };
            self.out.entry();
            PredictionRecord::of(prediction, &article.text, self.project.schema()).write(&mut self.out);
        }
        if written + RECORDS < self.project.predictions().len() {
            return Section::Predictions(written + RECORDS);
        }
        self.out.close(']');
        Section::End
    }

    fn end(&mut self) -> Section {
        let rejected: Vec<String> = self.project.rejected().iter().map(ToString::to_string).collect();
        self.out.optional("rejected", &rejected);
        self.out.rest(&self.project.file_extra);
        self.out.close('}');
        self.out.line_end();
        Section::Finished
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

impl PredictionRecord {
    /// The record of a prediction in a text.
    pub(crate) fn of(prediction: &Prediction, text: &Text, schema: &Schema) -> Self {
        let relations = prediction.relations.iter();
        Self {
            annotation: AnnotationRecord::of(&prediction.tag, text, schema),
            source: prediction.source.clone(),
            model: prediction.model.clone(),
            score: prediction.score,
            relations: relations
                .map(|one| PredictedRelationRecord { kind: one.kind.to_string(), to: one.to.to_string() })
                .collect(),
            accepted: prediction.accepted.as_ref().map(ToString::to_string),
            extra: prediction.extra.clone(),
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
