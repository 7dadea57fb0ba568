//! Makes a project of a draft in steps, so that the page can be used meanwhile.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::build::{Build, Builder, Built, BuiltIds};
use super::decide::{Decision, decide};
use super::offset_unit::{OffsetTable, OffsetUnit};
use super::ranges::BothTexts;
use super::rename::rename;
use super::schema::{CompleteSchema, Usage};
use super::shown_units::{ShownUnit, settled};
use super::{Draft, DraftArticle};
use crate::format::ReadError;
use crate::model::{Annotation, AnnotationSet, ArticleId, Project, RelationTypeId};

/// How many annotations or relations are made in one step.
const RECORDS: usize = 500;

/// What is found out about a draft, and is the same whatever is chosen about it.
#[derive(Default)]
pub struct Prepared {
    /// The texts of the articles.
    texts: Vec<Rc<BothTexts>>,
    /// For each article, the unit that it shows by itself; then for all of them, the one that they show together.
    shown: Vec<Decision>,
    found: Option<Vec<Decision>>,
}

/// A project that is being made of a draft.
pub struct Building<'a> {
    draft: &'a Draft,
    prepared: &'a mut Prepared,
    unit: Option<OffsetUnit>,
    shown: ShownUnit,
    builder: Builder<'a>,
    relation_types: HashMap<String, RelationTypeId>,
    stage: Stage,
    /// The number of steps, about, and of those that are done.
    steps: usize,
    done: usize,
    decisions: Vec<Decision>,
    /// The annotations of the article that is being made, of all articles, and the sets of those before.
    of_article: Vec<Rc<Annotation>>,
    annotations: Vec<Rc<Annotation>>,
    sets: Vec<(ArticleId, AnnotationSet)>,
}

/// What is made next; of several, with the number of those that are there.
#[derive(Clone, Copy)]
enum Stage {
    Articles(usize),
    Units(usize),
    Annotations { article: usize, made: usize },
    Index,
    Relations(usize),
    Done,
}

/// Makes a project of a draft. Annotations and relations that do not fit are left out, each with a warning.
///
/// # Errors
/// When the articles or the labels cannot be those of a project.
pub fn build(draft: &Draft, how: &Build) -> Result<Built, ReadError> {
    let mut prepared = Prepared::default();
    let mut building = Building::new(draft, &mut prepared, how, &BTreeMap::new())?;
    while building.step()? {}
    Ok(building.finish())
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
    let mut prepared = Prepared::default();
    let mut building = Building::of(draft, &mut prepared, how, schema.clone(), std::mem::take(ids))?;
    building.shown = shown;
    while building.step()? {}
    let (built, taken) = building.builder.finish(draft, building.decisions);
    *ids = taken;
    Ok(built)
}

impl<'a> Building<'a> {
    /// Begins to make a project. Labels of the draft get other names; those with the same name become one.
    ///
    /// # Errors
    /// When the labels or entities cannot be those of a project.
    pub fn new(
        draft: &'a Draft,
        prepared: &'a mut Prepared,
        how: &'a Build,
        names: &BTreeMap<String, String>,
    ) -> Result<Self, ReadError> {
        let mut schema = Usage::of(draft).complete(&draft.schema, &draft.relation_types);
        rename(&mut schema, draft, names);
        Self::of(draft, prepared, how, schema, BuiltIds::default())
    }

    fn of(
        draft: &'a Draft,
        prepared: &'a mut Prepared,
        how: &'a Build,
        mut schema: CompleteSchema,
        ids: BuiltIds,
    ) -> Result<Self, ReadError> {
        Project::check_schema(&schema.schema).map_err(|invalid| ReadError::new("", invalid))?;
        let relation_types = std::mem::take(&mut schema.relation_types);
        let mut builder = Builder::new(draft, how, schema, ids);
        builder.add_entities(draft)?;
        let articles = draft.articles.len();
        let steps = 2 * articles + draft.tag_count() / RECORDS + articles + draft.relations.len() / RECORDS;
        Ok(Self {
            draft,
            prepared,
            unit: how.unit,
            shown: ShownUnit::OfDraft,
            builder,
            relation_types,
            stage: Stage::Articles(0),
            steps,
            done: 0,
            decisions: Vec::new(),
            of_article: Vec::new(),
            annotations: Vec::new(),
            sets: Vec::new(),
        })
    }

    /// Does a small part of the work. Returns whether there is more.
    ///
    /// # Errors
    /// When the articles cannot be those of a project.
    pub fn step(&mut self) -> Result<bool, ReadError> {
        self.done += 1;
        self.stage = match self.stage {
            Stage::Articles(at) => match self.draft.articles.get(at) {
                Some(article) => self.add_article(at, article)?,
                None => Stage::Units(0),
            },
            Stage::Units(at) => self.decide(at),
            Stage::Annotations { article, made } => match self.draft.articles.get(article) {
                Some(of) => self.add_annotations(article, of, made),
                None => Stage::Index,
            },
            Stage::Index => {
                self.index();
                Stage::Relations(0)
            }
            Stage::Relations(at) => self.add_relations(at),
            Stage::Done => Stage::Done,
        };
        Ok(!matches!(self.stage, Stage::Done))
    }

    /// How much is made, from 0 to 1.
    pub fn progress(&self) -> f64 {
        (self.done as f64 / self.steps.max(1) as f64).min(1.0)
    }

    /// The project, after the last step.
    pub fn finish(self) -> Built {
        self.builder.finish(self.draft, self.decisions).0
    }

    fn add_article(&mut self, at: usize, article: &DraftArticle) -> Result<Stage, ReadError> {
        let known = self.prepared.texts.get(at).cloned();
        let both = self.builder.add_article(at, article, known)?;
        if self.prepared.texts.len() == at {
            self.prepared.texts.push(both);
        }
        Ok(Stage::Articles(at + 1))
    }

    /// Finds out the unit of an article. If the user has chosen it, or it is known from before, there is nothing to do.
    fn decide(&mut self, at: usize) -> Stage {
        let Prepared { texts, shown, found } = &mut *self.prepared;
        let begin = Stage::Annotations { article: 0, made: 0 };
        if let Some(unit) = self.unit {
            let chosen = |article: &DraftArticle| Decision::Decided(article.unit.unwrap_or(unit));
            self.decisions = self.draft.articles.iter().map(chosen).collect();
            return begin;
        }
        if let Some(found) = found {
            self.decisions.clone_from(found);
            return begin;
        }
        let Some((article, text)) = self.draft.articles.get(at).zip(texts.get(at)) else {
            self.decisions = settled(self.draft, texts, shown.clone(), self.shown);
            *found = Some(self.decisions.clone());
            return begin;
        };
        if shown.len() == at {
            shown.push(decide(article, &text.original, self.draft.units, None));
        }
        Stage::Units(at + 1)
    }

    fn add_annotations(&mut self, article: usize, of: &DraftArticle, made: usize) -> Stage {
        let next = Stage::Annotations { article: article + 1, made: 0 };
        let id = self.builder.article_id(article);
        let decided = self.decisions.get(article).zip(self.prepared.texts.get(article));
        let Some(((decision, both), id)) = decided.zip(id) else { return next };
        let table = OffsetTable::new(&both.original, decision.unit());
        // A table of clusters is made for all of them at once.
        let count = if decision.unit() == OffsetUnit::Graphemes { of.tags.len() } else { RECORDS };
        let some = of.tags.iter().enumerate().skip(made).take(count);
        for (tag, draft) in some.filter(|(_, tag)| tag.prediction.is_none()) {
            let annotation = self.builder.add_annotation(article, tag, draft, &id, both, &table);
            self.of_article.extend(annotation.map(Rc::new));
        }
        if made + count < of.tags.len() {
            return Stage::Annotations { article, made: made + count };
        }
        self.builder.add_predictions(article, of, &id, both, &table);
        self.annotations.extend(self.of_article.iter().cloned());
        self.sets.push((id, AnnotationSet::from_all(std::mem::take(&mut self.of_article))));
        next
    }

    fn index(&mut self) {
        self.builder.put_annotations(&std::mem::take(&mut self.annotations), std::mem::take(&mut self.sets));
    }

    fn add_relations(&mut self, at: usize) -> Stage {
        let some = self.draft.relations.iter().skip(at).take(RECORDS);
        some.for_each(|relation| self.builder.relate(relation, &self.relation_types));
        if at + RECORDS < self.draft.relations.len() { Stage::Relations(at + RECORDS) } else { Stage::Done }
    }
}
