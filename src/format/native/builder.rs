//! A project that is read record by record, with every invariant checked.

use std::collections::HashMap;
use std::rc::Rc;

use super::read::{annotation, article_and_checksum, entity, place_of, prediction, relation, time};
use super::records::{AnnotationRecord, ArticleRecord, EntityRecord, PredictionRecord, ProjectRecord, RelationRecord};
use super::schema_records::SchemaRecord;
use crate::format::{ReadError, ReadProblem};
use crate::json::{Extra, FromJson, Json, excerpt};
use crate::model::{
    Annotation, AnnotationSet, Article, ArticleId, Invalid, Project, RecordKind, TextField, field_limits,
};
use crate::text::TextHash;

/// How many annotations of an article are shown before all are read: more than the first screen has.
const PREVIEW: usize = 400;

/// The lists of a file, in the order in which they refer to one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Section {
    Entities,
    Articles,
    Annotations,
    Relations,
    Predictions,
    Rejected,
}

impl Section {
    pub(super) const ALL: [Self; 6] =
        [Self::Entities, Self::Articles, Self::Annotations, Self::Relations, Self::Predictions, Self::Rejected];

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Entities => "entities",
            Self::Articles => "articles",
            Self::Annotations => "annotations",
            Self::Relations => "relations",
            Self::Predictions => "predictions",
            Self::Rejected => "rejected",
        }
    }

    /// The lists that must be read before. The attributes of articles refer to entities too, but are checked at the end.
    pub(super) fn needs(self) -> &'static [Self] {
        match self {
            Self::Entities | Self::Articles | Self::Rejected => &[],
            Self::Annotations => &[Self::Entities, Self::Articles],
            Self::Relations => &[Self::Annotations],
            Self::Predictions => &[Self::Articles],
        }
    }
}

/// An article with what was read of it.
struct ReadArticle {
    article: Rc<Article>,
    /// The SHA-256 in the file; empty if there is none.
    sha256: String,
    annotations: Vec<Rc<Annotation>>,
}

/// A project that is being read.
pub(super) struct ProjectBuilder {
    project: Project,
    articles: Vec<ReadArticle>,
    /// The index of each article.
    by_id: HashMap<String, usize>,
    /// All annotations, in the order of the file.
    annotations: Vec<Rc<Annotation>>,
    /// The number of articles whose annotations are in the project, and whose text is checked.
    finished: usize,
    checked: usize,
    /// The checksum that is being computed.
    hash: Option<TextHash>,
}

impl ProjectBuilder {
    pub(super) fn new(project: Json, schema: Json) -> Result<Self, ReadError> {
        let head = ProjectRecord::from_json(project).map_err(|error| error.within("project"))?;
        let schema = SchemaRecord::from_json(schema).map_err(|error| error.within("schema"))?;
        let created = time(&head.created).map_err(|error| error.within("project.created"))?;
        let schema = schema.read().map_err(|error| error.within("schema"))?;
        Project::check_schema(&schema).map_err(|invalid| ReadError::new("schema", invalid))?;
        field_limits::title(&head.title).map_err(|invalid| ReadError::new("project.title", invalid))?;
        let mut project = Project::new(head.title, schema, created);
        project.extra = head.extra;
        let (articles, by_id, annotations) = (Vec::new(), HashMap::new(), Vec::new());
        Ok(Self { project, articles, by_id, annotations, finished: 0, checked: 0, hash: None })
    }

    /// Adds the record of a list.
    pub(super) fn add(&mut self, section: Section, record: Json) -> Result<(), ReadError> {
        match section {
            Section::Entities => self.add_entity(EntityRecord::from_json(record)?),
            Section::Articles => self.add_article(ArticleRecord::from_json(record)?),
            Section::Annotations => self.add_annotation(AnnotationRecord::from_json(record)?),
            Section::Relations => self.add_relation(RelationRecord::from_json(record)?),
            Section::Predictions => self.add_prediction(PredictionRecord::from_json(record)?),
            Section::Rejected => self.add_rejected(&String::from_json(record)?),
        }
    }

    fn add_entity(&mut self, record: EntityRecord) -> Result<(), ReadError> {
        let entity = Rc::new(entity(record)?);
        self.project.check_entity(&entity).map_err(|invalid| refused(&place_of(&invalid), invalid))?;
        check_new(self.project.entity(&entity.id).is_some(), entity.id.as_str())?;
        self.project.put_entity(&entity);
        Ok(())
    }

    fn add_article(&mut self, record: ArticleRecord) -> Result<(), ReadError> {
        let (article, sha256) = article_and_checksum(record)?;
        let article = Rc::new(article);
        match self.project.check_article(&article) {
            // The entities may not be read yet.
            Ok(()) | Err(Invalid::Dangling { .. }) => {}
            Err(invalid) => return Err(refused(&article_place(&invalid), invalid)),
        }
        check_new(self.by_id.contains_key(article.id.as_str()), article.id.as_str())?;
        self.project.insert_article(self.articles.len(), &article);
        self.by_id.insert(article.id.to_string(), self.articles.len());
        self.articles.push(ReadArticle { article, sha256, annotations: Vec::new() });
        Ok(())
    }

    pub(super) fn add_annotation(&mut self, mut record: AnnotationRecord) -> Result<(), ReadError> {
        let at = self.by_id.get(&record.article);
        let at = *at.ok_or_else(|| refused("article", Invalid::dangling(RecordKind::Article, &record.article)))?;
        let ReadArticle { article, annotations, .. } = &mut self.articles[at];
        // Many have the same time, which is parsed once.
        let before = self.annotations.last().map(|before| &before.created);
        let same = before.filter(|before| record.created.as_deref() == Some(before.as_str())).cloned();
        record.created.take_if(|_| same.is_some());
        let mut annotation = annotation(record, &article.text, same.as_ref().unwrap_or(&self.project.created))?;
        // Ids that many annotations have in common are in memory once.
        annotation.article = article.id.clone();
        if let Some(label) = self.project.schema().label(&annotation.label) {
            annotation.label = label.id.clone();
        }
        if let Some(entity) = annotation.entity.as_ref().and_then(|id| self.project.entity(id)) {
            annotation.entity = Some(entity.id.clone());
        }
        self.project
            .check_annotation_but_ranges(&annotation)
            .map_err(|invalid| refused(&annotation_place(&self.project, &annotation, &invalid), invalid))?;
        let annotation = Rc::new(annotation);
        self.annotations.push(annotation.clone());
        annotations.push(annotation);
        Ok(())
    }

    fn add_relation(&mut self, record: RelationRecord) -> Result<(), ReadError> {
        let relation = Rc::new(relation(record, &self.project.created)?);
        self.project.check_relation(&relation).map_err(|invalid| refused(&place_of(&invalid), invalid))?;
        check_new(self.project.relation(&relation.id).is_some(), relation.id.as_str())?;
        self.project.put_relation(&relation);
        Ok(())
    }

    fn add_prediction(&mut self, record: PredictionRecord) -> Result<(), ReadError> {
        let article = &record.annotation.article;
        let no_article = || refused("annotation.article", Invalid::dangling(RecordKind::Article, article));
        let at = *self.by_id.get(article).ok_or_else(no_article)?;
        let prediction = Rc::new(prediction(record, &self.articles[at].article.text, &self.project.created)?);
        self.project.check_prediction(&prediction).map_err(|invalid| refused(&prediction_place(&invalid), invalid))?;
        let known = self.project.prediction(&prediction.tag.article, &prediction.tag.id);
        check_new(known.is_some(), prediction.tag.id.as_str()).map_err(|error| error.within("annotation"))?;
        self.project.put_prediction(&prediction);
        Ok(())
    }

    /// An id that is listed twice is kept once: the field is a set.
    fn add_rejected(&mut self, id: &str) -> Result<(), ReadError> {
        Project::check_suggestion(id).map_err(|invalid| refused("", invalid))?;
        self.project.set_rejected(id, true);
        Ok(())
    }

    /// Does a part of the work on a list that was read. Returns whether there is more.
    pub(super) fn finish(&mut self, section: Section) -> Result<bool, ReadError> {
        if section != Section::Annotations {
            return Ok(false);
        }
        if self.finished == 0 {
            self.index_annotations()?;
        }
        if let Some(ReadArticle { article, annotations, .. }) = self.articles.get_mut(self.finished) {
            self.project.put_set(&article.id, AnnotationSet::from_all(std::mem::take(annotations)));
        }
        self.finished += 1;
        Ok(self.finished < self.articles.len())
    }

    fn index_annotations(&mut self) -> Result<(), ReadError> {
        let all = std::mem::take(&mut self.annotations);
        if let Some(at) = self.project.index_annotations(&all) {
            let place = format!("annotations[{at}].id");
            return Err(ReadError::new(place.as_str(), Invalid::DuplicateId(all[at].id.to_string())));
        }
        Ok(())
    }

    /// Checks a part of what depends on more than one list, and of the checksums. Returns whether there is more.
    pub(super) fn check(&mut self) -> Result<bool, ReadError> {
        let Some(ReadArticle { article, sha256, .. }) = self.articles.get(self.checked) else { return Ok(false) };
        let hash = self.hash.get_or_insert_with(|| article.text.hash());
        if hash.step() {
            return Ok(true);
        }
        self.hash = None;
        let within = |error: ReadError| error.within(&format!("articles[{}]", self.checked));
        if !sha256.is_empty() && !sha256.eq_ignore_ascii_case(article.text.sha256()) {
            let (expected, found) = (article.text.sha256().to_owned(), excerpt(sha256));
            return Err(within(ReadError::new("sha256", ReadProblem::Checksum { expected, found })));
        }
        if !article.attributes.is_empty() {
            let is_valid = self.project.check_article(article);
            is_valid.map_err(|invalid| within(refused(&article_place(&invalid), invalid)))?;
        }
        self.checked += 1;
        Ok(self.checked < self.articles.len())
    }

    /// What is in the project until now: entities and articles.
    pub(super) fn project(&self) -> &Project {
        &self.project
    }

    /// The number of annotations that a preview can have; `None` once they are being put into the project.
    pub(super) fn read_annotations(&self) -> Option<usize> {
        (self.finished == 0).then_some(self.annotations.len())
    }

    /// The project until now, with the first annotations of these articles: nothing in it refers to what is not in it.
    pub(super) fn preview(&self, articles: &[ArticleId]) -> Project {
        let mut project = self.project.clone();
        let indices = articles.iter().filter_map(|id| self.by_id.get(id.as_str()));
        for &at in indices {
            for annotation in self.articles[at].annotations.iter().take(PREVIEW) {
                // An id that is there twice is found when all are read.
                if project.annotation(&annotation.id).is_none() {
                    project.put_annotation(annotation);
                }
            }
        }
        project
    }

    pub(super) fn into_project(mut self, extra: Extra) -> Project {
        self.project.file_extra = extra;
        self.project
    }
}

fn article_place(invalid: &Invalid) -> String {
    match invalid {
        Invalid::Date(_) => "date".to_owned(),
        Invalid::Language(_) => "language".to_owned(),
        // Only attributes of articles refer to other records.
        Invalid::Dangling { .. } => "attributes".to_owned(),
        other => place_of(other),
    }
}

/// The field of an annotation that breaks an invariant. Both the annotation and its attributes may refer to an entity.
fn annotation_place(project: &Project, annotation: &Annotation, invalid: &Invalid) -> String {
    let mentions = annotation.entity.as_ref();
    match invalid {
        Invalid::Dangling { kind: RecordKind::Entity, .. }
            if mentions.is_none_or(|id| project.entity(id).is_some()) =>
        {
            "attributes".to_owned()
        }
        _ => place_of(invalid),
    }
}

/// The field of a prediction that breaks an invariant: most are those of its annotation.
fn prediction_place(invalid: &Invalid) -> String {
    match invalid {
        Invalid::Score => "score".to_owned(),
        Invalid::PredictedEntity => "annotation".to_owned(),
        Invalid::TooLong { field: TextField::Source | TextField::Model, .. } => place_of(invalid),
        Invalid::Dangling { kind: RecordKind::RelationType, .. } => "relations".to_owned(),
        other => format!("annotation.{}", place_of(other)).trim_end_matches('.').to_owned(),
    }
}

fn refused(place: &str, invalid: Invalid) -> ReadError {
    ReadError::new(place, invalid)
}

fn check_new(is_taken: bool, id: &str) -> Result<(), ReadError> {
    if is_taken { Err(refused("id", Invalid::DuplicateId(id.to_owned()))) } else { Ok(()) }
}
