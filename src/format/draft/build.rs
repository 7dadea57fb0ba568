//! Makes a project of a draft.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::decide::{Decision, decide};
use super::names::UniqueIds;
use super::offset_unit::{OffsetTable, OffsetUnit};
use super::predictions::Predictions;
use super::ranges::BothTexts;
use super::schema::{CompleteSchema, Usage, fitting};
use super::{Draft, DraftArticle, DraftRelation, DraftTag, TagIndex};
use crate::edit::History;
use crate::format::{ImportWarning, Imported, ReadError, ReadProblem, RecordProblem};
use crate::limits::TEXT_BYTES;
use crate::model::{
    Annotation, AnnotationId, AnnotationSet, Article, ArticleId, Attribute, AttributeValue, EntityId, LabelId, Project,
    Relation, RelationId, Timestamp,
};
use crate::text::Text;

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

/// The unit of articles that do not show theirs.
#[derive(Clone, Copy)]
pub(in crate::format) enum ShownUnit {
    /// That of the other articles of the draft.
    OfDraft,
    /// This one, if any.
    Known(Option<OffsetUnit>),
}

/// Makes a project of a draft. Annotations and relations that do not fit are left out, each with a warning.
///
/// # Errors
/// When the articles or the labels cannot be those of a project.
pub fn build(draft: &Draft, how: &Build) -> Result<Built, ReadError> {
    let schema = Usage::of(draft).complete(&draft.schema, &draft.relation_types);
    build_part(draft, how, &schema, ShownUnit::OfDraft, &mut BuiltIds::default())
}

/// Makes a project of a draft that is a part of a file, with the schema of the whole file.
///
/// # Errors
/// Like those of [`build`].
pub(in crate::format) fn build_part(
    draft: &Draft,
    how: &Build,
    schema: &CompleteSchema,
    shown: ShownUnit,
    ids: &mut BuiltIds,
) -> Result<Built, ReadError> {
    Project::check_schema(&schema.schema).map_err(|invalid| ReadError::new("", invalid))?;
    let title = if draft.title.trim().is_empty() { &how.title } else { &draft.title };
    let created = draft.created.clone().unwrap_or_else(|| how.now.clone());
    let mut builder = Builder {
        project: Project::new(title.clone(), schema.schema.clone(), created),
        how,
        warnings: draft.warnings.clone(),
        labels: &schema.labels,
        joins_lines: draft.joins_lines,
        ids,
        tags: HashMap::new(),
        predictions: Predictions::default(),
    };
    builder.add_entities(draft)?;
    let texts = builder.add_articles(draft)?;
    let decisions = decisions(draft, &texts, how.unit, shown);
    builder.add_annotations(draft, &texts, &decisions);
    for relation in &draft.relations {
        let kind = schema.relation_types.get(&relation.kind).cloned();
        if kind.as_ref().is_some_and(|kind| builder.predictions.relate(&mut builder.project, kind, relation)) {
            continue;
        }
        let id = RelationId::new(builder.ids.relations.take(&relation.id, "r1"));
        let made = kind.ok_or(RecordProblem::NoLabel).and_then(|kind| {
            let (from, to) = (builder.annotation(relation.from)?, builder.annotation(relation.to)?);
            let (note, creator) = (relation.note.clone(), relation.creator.clone());
            let created = relation.created.clone().unwrap_or_else(|| how.now.clone());
            Ok(Relation { id, kind, from, to, note, created, creator, extra: Default::default() })
        });
        builder.add_relation(relation, made);
    }
    for id in draft.rejected.iter().filter(|id| Project::check_suggestion(id).is_ok()) {
        builder.project.set_rejected(id, true);
    }
    let Builder { project, warnings, .. } = builder;
    Ok(Built { imported: Imported { project, history: History::default(), warnings }, decisions })
}

/// Decides on the unit of each article; articles that show one decide for those that do not.
fn decisions(draft: &Draft, texts: &[BothTexts], chosen: Option<OffsetUnit>, shown: ShownUnit) -> Vec<Decision> {
    if let Some(unit) = chosen {
        return draft.articles.iter().map(|article| Decision::Decided(article.unit.unwrap_or(unit))).collect();
    }
    let all = || draft.articles.iter().zip(texts);
    let mut decisions: Vec<_> =
        all().map(|(article, text)| decide(article, &text.original, draft.units, None)).collect();
    let shown = match shown {
        ShownUnit::OfDraft => shown_unit(draft, texts, &decisions),
        ShownUnit::Known(unit) => unit,
    };
    if shown.is_some() {
        for ((article, text), decision) in all().zip(&mut decisions) {
            if matches!(decision, Decision::Open(_)) {
                *decision = decide(article, &text.original, draft.units, shown);
            }
        }
    }
    decisions
}

/// The unit of all articles in which it makes a difference and is decided.
fn shown_unit(draft: &Draft, texts: &[BothTexts], decisions: &[Decision]) -> Option<OffsetUnit> {
    let mut shown = ShownUnits::default();
    for ((article, text), decision) in draft.articles.iter().zip(texts).zip(decisions) {
        shown.add(article, text.original.as_str(), decision);
    }
    shown.only()
}

/// The units of articles in which it makes a difference and is decided.
#[derive(Default)]
pub(in crate::format) struct ShownUnits {
    first: Option<OffsetUnit>,
    are_several: bool,
}

impl ShownUnits {
    /// Adds the articles of a draft.
    pub(in crate::format) fn add_all(&mut self, draft: &Draft) {
        for article in draft.articles.iter().filter(|_| draft.units.len() > 1) {
            let text = Text::new(article.text.clone());
            self.add(article, &article.text, &decide(article, &text, draft.units, None));
        }
    }

    fn add(&mut self, article: &DraftArticle, text: &str, decision: &Decision) {
        let Decision::Decided(unit) = decision else { return };
        if !text.is_ascii() && !article.tags.is_empty() {
            self.are_several |= *self.first.get_or_insert(*unit) != *unit;
        }
    }

    /// The unit, if it is the same in all.
    pub(in crate::format) fn only(&self) -> Option<OffsetUnit> {
        self.first.filter(|_| !self.are_several)
    }
}

struct Builder<'a> {
    project: Project,
    how: &'a Build,
    warnings: Vec<ImportWarning>,
    labels: &'a HashMap<String, LabelId>,
    joins_lines: bool,
    ids: &'a mut BuiltIds,
    /// The annotations that were made.
    tags: HashMap<TagIndex, AnnotationId>,
    predictions: Predictions,
}

impl Builder<'_> {
    fn warn(&mut self, place: &str, problem: RecordProblem) {
        self.warnings.push(ImportWarning::Record { place: place.to_owned(), problem });
    }

    fn add_entities(&mut self, draft: &Draft) -> Result<(), ReadError> {
        for (index, entity) in draft.entities.iter().enumerate() {
            let place = format!("entities[{index}]");
            self.project.check_entity(entity).map_err(|invalid| ReadError::new(place.as_str(), invalid))?;
            self.project.put_entity(&Rc::new(entity.clone()));
        }
        Ok(())
    }

    fn add_articles(&mut self, draft: &Draft) -> Result<Vec<BothTexts>, ReadError> {
        let mut texts = Vec::with_capacity(draft.articles.len());
        for (index, article) in draft.articles.iter().enumerate() {
            let place = format!("articles[{}]", self.ids.article_count);
            if article.text.len() > TEXT_BYTES {
                let problem = ReadProblem::TooLarge { found: article.text.len(), most: TEXT_BYTES };
                return Err(ReadError::new(place.as_str(), problem));
            }
            let both = BothTexts::new(article.text.clone());
            self.ids.article_count += 1;
            let fallback = format!("article-{}", self.ids.article_count);
            let id = ArticleId::new(self.ids.articles.take(&article.id, &fallback));
            let made = self.article(article, id, &both, &fallback);
            self.project.check_article(&made).map_err(|invalid| ReadError::new(place.as_str(), invalid))?;
            self.project.insert_article(index, &Rc::new(made));
            texts.push(both);
        }
        Ok(texts)
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

    fn add_annotations(&mut self, draft: &Draft, texts: &[BothTexts], decisions: &[Decision]) {
        let mut names = std::mem::take(&mut self.ids.tags);
        let mut all = Vec::new();
        let mut sets = Vec::new();
        for (index, article) in draft.articles.iter().enumerate() {
            let Some(id) = self.project.articles().get(index).map(|article| article.id.clone()) else { continue };
            let both = &texts[index];
            let table = OffsetTable::new(&both.original, decisions[index].unit());
            let mut of_article = Vec::with_capacity(article.tags.len());
            for (at, tag) in article.tags.iter().enumerate().filter(|(_, tag)| tag.prediction.is_none()) {
                match self.annotation_of(tag, (&mut names, "t1"), &id, both, &table) {
                    Ok(annotation) => {
                        self.tags.insert(TagIndex { article: index, tag: at }, annotation.id.clone());
                        of_article.push(Rc::new(annotation));
                    }
                    Err(problem) => self.warn(&tag.place, problem),
                }
            }
            self.add_predictions(article, index, &id, both, &table);
            all.extend(of_article.iter().cloned());
            sets.push((id, AnnotationSet::from_all(of_article)));
        }
        self.ids.tags = names;
        // Their ids differ.
        let repeated = self.project.index_annotations(&all);
        debug_assert!(repeated.is_none());
        for (id, set) in sets {
            self.project.put_set(&id, set);
        }
    }

    /// Adds the predictions of an article, whose annotations are made.
    fn add_predictions(
        &mut self,
        draft: &DraftArticle,
        article: usize,
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
