//! What is of the whole: collected part by part, before a part is made.

use std::collections::{HashMap, HashSet};
use std::rc::Rc;

use super::conversion::StreamError;
use super::formats::PartEnd;
use crate::format::ReadError;
use crate::format::draft::{Build, CompleteSchema, Draft, HashedIds, ShownUnit, ShownUnits, Usage, hash};
use crate::format::json_lines::Apart;
use crate::model::{Entity, Project, Schema};

/// What is collected. Of ids there are hashes, since there may be millions.
#[derive(Default)]
pub(super) struct Survey {
    usage: Usage,
    shown: ShownUnits,
    entities: Vec<Entity>,
    has_relations: bool,
    /// The articles of Prodigy that more records may be about.
    articles: HashedIds,
    links: Links,
}

/// The connections between the records of our own lines.
#[derive(Default)]
struct Links {
    /// The articles whose lines have their annotations, and others.
    complete: HashedIds,
    incomplete: HashedIds,
    /// The articles of annotations in lines of their own.
    annotated: HashSet<u64>,
    /// The annotations, and whether some have the same id.
    tags: HashedIds,
    are_tags_repeated: bool,
    /// The annotations at the ends of relations that are in another part, if they are anywhere.
    related: HashSet<u64>,
}

/// What is of the whole.
pub(super) struct Whole {
    pub(super) schema: CompleteSchema,
    pub(super) shown: ShownUnit,
    /// Whether there are relations; they may not fit.
    pub(super) has_relations: bool,
    /// A project with the schema and the entities.
    pub(super) project: Project,
    entities: HashMap<String, Rc<Entity>>,
}

impl Survey {
    /// Adds a part.
    ///
    /// # Errors
    /// When records of different parts belong together.
    pub(super) fn add(&mut self, draft: Draft, end: PartEnd, how: &Build) -> Result<(), StreamError> {
        self.usage.add(&draft);
        if how.unit.is_none() {
            self.shown.add_all(&draft);
        }
        self.has_relations |= !draft.relations.is_empty();
        self.entities.extend(draft.entities);
        match end {
            PartEnd::Apart(apart) => self.links.add(&apart),
            PartEnd::Articles(articles) => {
                for (id, text) in articles {
                    if !self.articles.insert(&format!("{id}\0{text}")) {
                        return Err(StreamError::NeedsWhole);
                    }
                }
            }
            PartEnd::Nothing => {}
        }
        Ok(())
    }

    /// What was collected.
    ///
    /// # Errors
    /// When records of different parts belong together, or a project cannot have these labels or entities.
    pub(super) fn finish(self, how: &Build) -> Result<Whole, StreamError> {
        if !self.links.are_within_parts(self.has_relations) {
            return Err(StreamError::NeedsWhole);
        }
        let schema = self.usage.complete(&Schema::default(), &[]);
        Project::check_schema(&schema.schema).map_err(|invalid| ReadError::new("", invalid))?;
        let mut project = Project::new(how.title.clone(), schema.schema.clone(), how.now.clone());
        let mut entities = HashMap::with_capacity(self.entities.len());
        for (index, entity) in self.entities.into_iter().enumerate() {
            let entity = Rc::new(entity);
            let place = format!("entities[{index}]");
            project.check_entity(&entity).map_err(|invalid| ReadError::new(place.as_str(), invalid))?;
            project.put_entity(&entity);
            entities.insert(entity.id.to_string(), entity);
        }
        let shown = ShownUnit::Known(self.shown.only());
        Ok(Whole { schema, shown, has_relations: self.has_relations, project, entities })
    }
}

impl Links {
    fn add(&mut self, apart: &Apart) {
        for (id, is_complete) in &apart.articles {
            let articles = if *is_complete { &mut self.complete } else { &mut self.incomplete };
            articles.insert(id);
        }
        for tag in &apart.tags {
            self.are_tags_repeated |= !self.tags.insert(tag);
        }
        self.annotated.extend(apart.annotated.iter().map(|id| hash(id)));
        self.related.extend(apart.related.iter().map(|id| hash(id)));
    }

    /// Whether no record needs one of another part.
    fn are_within_parts(&self, has_relations: bool) -> bool {
        let has_related = !self.related.is_empty();
        let is_ambiguous = self.are_tags_repeated && (has_relations || has_related);
        let is_complete = |id: &u64| self.complete.contains_hash(*id) && !self.incomplete.contains_hash(*id);
        let is_related = self.related.iter().any(|id| self.tags.contains_hash(*id));
        !is_ambiguous && self.annotated.iter().all(is_complete) && !is_related
    }
}

impl Whole {
    /// The entities that a part mentions.
    pub(super) fn entities_of(&self, draft: &Draft) -> Vec<Entity> {
        let tags = draft.articles.iter().flat_map(|article| &article.tags);
        let mut known = HashSet::new();
        let ids = tags.filter_map(|tag| tag.entity.as_ref()).filter(|id| known.insert(*id));
        ids.filter_map(|id| self.entities.get(id)).map(|entity| (**entity).clone()).collect()
    }
}
