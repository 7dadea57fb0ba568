//! Makes a project of a draft.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::decide::Decision;
use super::names::UniqueIds;
use super::offset_unit::{OffsetTable, OffsetUnit};
use super::predictions::Predictions;
use super::ranges::BothTexts;
use super::schema::{CompleteSchema, fitting};
use super::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex};
use crate::edit::History;
use crate::format::{ImportWarning, Imported, ReadError, ReadProblem, RecordProblem};
use crate::limits::TEXT_BYTES;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Article, ArticleId, Attribute, AttributeValue, EntityId, LabelId, Project,
    Relation, RelationId, RelationTypeId, Timestamp,
};

/// How to make a project of a draft.
#[derive(Clone, Debug)]
pub struct Build {
    /// The title of the project if the file has none.
    pub title: String,
    /// The time of the project, and of records without a time.
    pub now: Timestamp,
    /// The unit of the offsets, if the user has chosen it.
    pub unit: Option<OffsetUnit>,
}

/// A project made of a draft.
#[derive(Debug)]
pub struct Built {
    /// The project, and what was left out or changed.
    pub imported: Imported,
    /// In which unit the offsets of each article count.
    pub decisions: Vec<Decision>,
}

/// The ids of the records that were made, and the number of articles: those of the parts of a file that were built before.
#[derive(Default)]
pub(in crate::format) struct BuiltIds {
    articles: UniqueIds,
    tags: UniqueIds,
    relations: UniqueIds,
    article_count: usize,
}

/// Adds what a draft has to a project, record by record.
pub(super) struct Builder<'a> {
    project: Project,
    how: &'a Build,
    warnings: Vec<ImportWarning>,
    labels: HashMap<String, LabelId>,
    joins_lines: bool,
    ids: BuiltIds,
    /// The annotations that were made.
    tags: HashMap<TagIndex, AnnotationId>,
    predictions: Predictions,
}

impl<'a> Builder<'a> {
    pub(super) fn new(draft: &Draft, how: &'a Build, complete: CompleteSchema, ids: BuiltIds) -> Self {
        let CompleteSchema { schema, labels, .. } = complete;
        let title = if draft.title.trim().is_empty() { &how.title } else { &draft.title };
        let created = draft.created.clone().unwrap_or_else(|| how.now.clone());
        Self {
            project: Project::new(title.clone(), schema, created),
            how,
            warnings: draft.warnings.clone(),
            labels,
            joins_lines: draft.joins_lines,
            ids,
            tags: HashMap::new(),
            predictions: Predictions::default(),
        }
    }

    /// The project, and the ids of its records.
    pub(super) fn finish(mut self, draft: &Draft, decisions: Vec<Decision>) -> (Built, BuiltIds) {
        for id in draft.rejected.iter().filter(|id| Project::check_suggestion(id).is_ok()) {
            self.project.set_rejected(id, true);
        }
        let Self { project, warnings, ids, .. } = self;
        (Built { imported: Imported { project, history: History::default(), warnings }, decisions }, ids)
    }

    fn warn(&mut self, place: &str, problem: RecordProblem) {
        self.warnings.push(ImportWarning::Record { place: place.to_owned(), problem });
    }

    pub(super) fn add_entities(&mut self, draft: &Draft) -> Result<(), ReadError> {
        for (index, entity) in draft.entities.iter().enumerate() {
            let place = format!("entities[{index}]");
            self.project.check_entity(entity).map_err(|invalid| ReadError::new(place.as_str(), invalid))?;
            self.project.put_entity(&Rc::new(entity.clone()));
        }
        Ok(())
    }

    /// Adds an article. Returns its text, which may be known.
    pub(super) fn add_article(
        &mut self,
        index: usize,
        article: &DraftArticle,
        known: Option<Rc<BothTexts>>,
    ) -> Result<Rc<BothTexts>, ReadError> {
        let place = format!("articles[{}]", self.ids.article_count);
        if article.text.len() > TEXT_BYTES {
            let problem = ReadProblem::TooLarge { found: article.text.len(), most: TEXT_BYTES };
            return Err(ReadError::new(place.as_str(), problem));
        }
        let both = known.unwrap_or_else(|| Rc::new(BothTexts::new(article.text.clone())));
        self.ids.article_count += 1;
        let fallback = format!("article-{}", self.ids.article_count);
        let id = ArticleId::new(self.ids.articles.take(&article.id, &fallback));
        let made = self.article(article, id, &both, &fallback);
        self.project.check_article(&made).map_err(|invalid| ReadError::new(place.as_str(), invalid))?;
        self.project.insert_article(index, &Rc::new(made));
        Ok(both)
    }

    /// The id of an article that was added.
    pub(super) fn article_id(&self, index: usize) -> Option<ArticleId> {
        self.project.articles().get(index).map(|article| article.id.clone())
    }

    fn article(&mut self, article: &DraftArticle, id: ArticleId, both: &BothTexts, fallback: &str) -> Article {
        let kept = |text: &str, is_valid: fn(&str) -> bool| {
            let text = text.trim();
            if is_valid(text) { text.to_owned() } else { String::new() }
        };
        let titles = [article.title.trim(), article.id.trim(), fallback];
        let schema = self.project.schema().clone();
        Article {
            id,
            title: titles.into_iter().find(|title| !title.is_empty()).unwrap_or_default().to_owned(),
            source: article.source.clone(),
            date: kept(article.date.get(..10).unwrap_or(&article.date), Article::is_date),
            language: kept(&article.language, Article::is_language),
            text: both.normalised.clone(),
            note: article.note.clone(),
            status: article.status,
            attributes: self.values(&article.id, &schema.article_attributes, &article.attributes),
            extra: Default::default(),
        }
    }

    /// The values that the attributes accept.
    fn values(
        &mut self,
        place: &str,
        attributes: &[Attribute],
        values: &BTreeMap<String, AttributeValue>,
    ) -> BTreeMap<String, AttributeValue> {
        let mut kept = BTreeMap::new();
        for (name, value) in values {
            let attribute = attributes.iter().find(|attribute| &attribute.name == name);
            match attribute.and_then(|attribute| fitting(attribute, value)) {
                Some(value) => drop(kept.insert(name.clone(), value)),
                None => self.warn(place, RecordProblem::AttributeValue(name.clone())),
            }
        }
        kept
    }

    /// Makes an annotation, unless it does not fit.
    pub(super) fn add_annotation(
        &mut self,
        article: usize,
        tag: usize,
        draft: &DraftTag,
        id: &ArticleId,
        both: &BothTexts,
        table: &OffsetTable<'_>,
    ) -> Option<Annotation> {
        let mut names = std::mem::take(&mut self.ids.tags);
        let made = self.annotation_of(draft, (&mut names, "t1"), id, both, table);
        self.ids.tags = names;
        match made {
            Ok(annotation) => {
                self.tags.insert(TagIndex { article, tag }, annotation.id.clone());
                Some(annotation)
            }
            Err(problem) => {
                self.warn(&draft.place, problem);
                None
            }
        }
    }

    /// Adds the predictions of an article, whose annotations are made.
    pub(super) fn add_predictions(
        &mut self,
        article: usize,
        draft: &DraftArticle,
        id: &ArticleId,
        both: &BothTexts,
        table: &OffsetTable<'_>,
    ) {
        let mut names = UniqueIds::default();
        let mut annotations: Option<HashMap<&str, usize>> = None;
        for (at, tag) in draft.tags.iter().enumerate() {
            let Some(prediction) = &tag.prediction else { continue };
            let accepted = prediction.accepted.as_ref().and_then(|name| {
                let known = annotations.get_or_insert_with(|| {
                    let tags = draft.tags.iter().enumerate().filter(|(_, tag)| tag.prediction.is_none());
                    tags.map(|(at, tag)| (tag.id.as_str(), at)).collect()
                });
                let made = known.get(name.as_str()).and_then(|&tag| self.tags.get(&TagIndex { article, tag }));
                // It may be gone.
                made.cloned().or_else(|| Some(AnnotationId::new(name.as_str())))
            });
            let made = self.annotation_of(tag, (&mut names, "p1"), id, both, table).and_then(|made| {
                self.predictions.add(&mut self.project, TagIndex { article, tag: at }, made, prediction, accepted)
            });
            if let Err(problem) = made {
                self.warn(&tag.place, problem);
            }
        }
    }

    /// Adds the annotations that were made: all of them, and those of each article.
    pub(super) fn put_annotations(&mut self, all: &[Rc<Annotation>], sets: Vec<(ArticleId, AnnotationSet)>) {
        // Their ids differ.
        let repeated = self.project.index_annotations(all);
        debug_assert!(repeated.is_none());
        for (id, set) in sets {
            self.project.put_set(&id, set);
        }
    }

    fn annotation_of(
        &mut self,
        tag: &DraftTag,
        (names, fallback): (&mut UniqueIds, &str),
        article: &ArticleId,
        both: &BothTexts,
        table: &OffsetTable<'_>,
    ) -> Result<Annotation, RecordProblem> {
        let (ranges, is_widened) = both.ranges(tag, table)?;
        let ranges = if self.joins_lines { both.joined_lines(ranges) } else { ranges };
        let label = self.labels.get(&tag.label).cloned().ok_or(RecordProblem::NoLabel)?;
        if is_widened {
            self.warn(&tag.place, RecordProblem::Widened);
        }
        let schema = self.project.schema().clone();
        let attributes = schema.label(&label).map_or(&[][..], |label| &label.attributes);
        let attributes = self.values(&tag.place, attributes, &tag.attributes);
        let entity = tag.entity.as_ref().map(|id| EntityId::new(id.as_str()));
        let mut entity = entity.filter(|id| self.project.entity(id).is_some());
        if tag.prediction.is_some() && entity.take().is_some() {
            self.warn(&tag.place, RecordProblem::Unsupported("entity".to_owned()));
        }
        let annotation = Annotation {
            id: AnnotationId::new(names.take(&tag.id, fallback)),
            article: article.clone(),
            label,
            ranges,
            attributes,
            entity,
            note: tag.note.clone(),
            created: tag.created.clone().unwrap_or_else(|| self.how.now.clone()),
            modified: tag.modified.clone(),
            creator: tag.creator.clone(),
            modifier: tag.modifier.clone(),
            row_title: tag.row_title.clone(),
            extra: Default::default(),
        };
        self.project.check_annotation_in(&annotation, &both.normalised).map_err(RecordProblem::Invalid)?;
        Ok(annotation)
    }

    /// The annotation that was made of one of the draft.
    fn annotation(&self, at: TagIndex) -> Result<AnnotationId, RecordProblem> {
        self.tags.get(&at).cloned().ok_or(RecordProblem::NoAnnotation)
    }

    /// Adds a relation, unless it does not fit.
    pub(super) fn relate(&mut self, relation: &DraftRelation, types: &HashMap<String, RelationTypeId>) {
        let kind = types.get(&relation.kind).cloned();
        if kind.as_ref().is_some_and(|kind| self.predictions.relate(&mut self.project, kind, relation)) {
            return;
        }
        let id = RelationId::new(self.ids.relations.take(&relation.id, "r1"));
        let made = kind.ok_or(RecordProblem::NoLabel).and_then(|kind| {
            let (from, to) = (self.annotation(relation.from)?, self.annotation(relation.to)?);
            let (note, creator) = (relation.note.clone(), relation.creator.clone());
            let created = relation.created.clone().unwrap_or_else(|| self.how.now.clone());
            Ok(Relation { id, kind, from, to, note, created, creator, extra: Default::default() })
        });
        self.add_relation(relation, made);
    }

    fn add_relation(&mut self, draft: &DraftRelation, made: Result<Relation, RecordProblem>) {
        let checked = made.and_then(|relation| {
            self.project.check_relation(&relation).map_err(RecordProblem::Invalid)?;
            Ok(relation)
        });
        match checked {
            Ok(relation) => self.project.put_relation(&Rc::new(relation)),
            Err(problem) => self.warn(&draft.place, problem),
        }
    }
}
