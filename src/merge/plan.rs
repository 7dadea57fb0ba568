//! What a merge does: its changes, and their numbers.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::annotations::{Annotations, Became};
use super::entities::entities;
use super::ids::FreeIds;
use super::predictions::Predictions;
use super::relations::Relations;
use super::schema::SchemaMap;
use super::unplaced::{Unplaced, unplaced_of, with_unplaced};
use super::{Destination, MergeCounts};
use crate::edit::{Change, Command, PlannedChanges, RecordChange, Summary};
use crate::model::{AnnotationId, Article, ArticleId, EntityId, Project, RelationId};

/// How a project is merged into another one.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct MergeOptions {
    /// Where each imported article goes; those without an entry are added.
    pub destinations: Vec<Destination>,
    /// The names that imported labels get, by their own.
    pub names: BTreeMap<String, String>,
}

/// The changes that add an imported project to the open one.
#[derive(Clone, Debug, PartialEq)]
pub struct MergePlan {
    /// What happens, in numbers.
    pub counts: MergeCounts,
    /// The names of the labels that are added to the schema.
    pub new_labels: Vec<String>,
    changes: Vec<Change>,
}

impl MergePlan {
    /// Plans to add a project. Nothing of it is left out but what [`MergeCounts`] says.
    pub fn new(open: &Project, imported: &Project, options: &MergeOptions) -> Self {
        let mut counts = MergeCounts::default();
        let count = imported.articles().len();
        let destinations = destinations(open, count, &options.destinations);
        let schema = SchemaMap::new(open, imported, &destinations, &options.names, &mut counts);
        let (entities, entity_changes) = entities(open, imported, &schema, &mut counts);
        let mut changes = Vec::new();
        if schema.schema != **open.schema() {
            let after = schema.schema.clone().into();
            changes.push(Change::Schema { before: open.schema().clone(), after });
        }
        changes.extend(entity_changes);
        let targets = targets(open, imported, &destinations, &schema, &entities, &mut counts);
        let mut annotations = Annotations {
            open,
            schema: &schema,
            entities: &entities,
            ids: FreeIds::new(annotation_ids(open).iter().map(AnnotationId::as_str), "a"),
            became: HashMap::new(),
            changes: Vec::new(),
            counts: &mut counts,
        };
        let mut unplaced: Vec<Vec<Unplaced>> = Vec::with_capacity(count);
        for (number, (from, target)) in imported.articles().iter().zip(&targets).enumerate() {
            unplaced.push(annotations.add(imported, from, &target.article, number));
        }
        let Annotations { became, changes: annotation_changes, .. } = annotations;
        let mut predictions = Predictions {
            open,
            imported,
            schema: &schema,
            entities: &entities,
            became: &became,
            changes: Vec::new(),
            counts: &mut counts,
        };
        for (from, target) in imported.articles().iter().zip(&targets) {
            predictions.add(from, &target.article);
        }
        let prediction_changes = predictions.changes;
        let relation_changes = relations(open, imported, &schema, &became, &mut unplaced, &mut counts);
        changes.extend(article_changes(open, targets, &unplaced, &schema));
        changes.extend(annotation_changes);
        changes.extend(relation_changes);
        changes.extend(prediction_changes);
        let rejected: Vec<String> =
            imported.rejected().iter().filter(|id| !open.is_rejected(id)).map(ToString::to_string).collect();
        if !rejected.is_empty() {
            changes.push(Change::Rejection { suggestions: rejected, is_rejected: true });
        }
        let known = &open.schema().labels;
        let is_new = |name: &&crate::model::Label| known.iter().all(|label| label.id != name.id);
        let new_labels = schema.schema.labels.iter().filter(is_new).map(|label| label.name.clone()).collect();
        Self { counts, new_labels, changes }
    }

    /// Whether nothing changes.
    pub fn is_empty(&self) -> bool {
        self.changes.is_empty()
    }

    /// The command that carries the plan out, in the project that it was made for.
    pub fn command(&self) -> Command {
        let MergeCounts { articles, tags, doubtful, unplaced, .. } = self.counts;
        let summary = Summary::Merged { articles, tags: tags + doubtful, doubtful, unplaced };
        Command::Planned(Box::new(PlannedChanges { summary, changes: self.changes.clone() }))
    }
}

/// Where the imported articles go. An article that is not there takes none, and no two go to one.
fn destinations(open: &Project, count: usize, given: &[Destination]) -> Vec<Destination> {
    let mut taken = HashSet::new();
    let given = given.iter().cloned().chain(std::iter::repeat(Destination::New)).take(count);
    let known = given.map(|destination| match destination {
        Destination::Into(id) if open.article(&id).is_some() && taken.insert(id.clone()) => Destination::Into(id),
        _ => Destination::New,
    });
    known.collect()
}

/// An article of the project with what is added to it.
struct Target {
    /// The article as it will be, but for what waits in it.
    article: Article,
    is_new: bool,
}

fn targets(
    open: &Project,
    imported: &Project,
    destinations: &[Destination],
    schema: &SchemaMap<'_>,
    entities: &HashMap<EntityId, EntityId>,
    counts: &mut MergeCounts,
) -> Vec<Target> {
    let mut ids = FreeIds::new(open.articles().iter().map(|article| article.id.as_str()), "article-");
    let mut all = Vec::with_capacity(destinations.len());
    for (from, destination) in imported.articles().iter().zip(destinations) {
        let attributes = schema.article_values(&from.attributes, entities);
        let there = match destination {
            Destination::Into(id) => open.article(id),
            Destination::New => None,
        };
        all.push(match there {
            Some(there) => {
                let mut article = (**there).clone();
                let is_same_text = article.text.sha256() == from.text.sha256();
                counts.joined += usize::from(is_same_text);
                counts.versions += usize::from(!is_same_text);
                let is_all = fill(&mut article, &Article { attributes, ..(**from).clone() });
                counts.kept += usize::from(!is_all);
                Target { article, is_new: false }
            }
            None => {
                counts.articles += 1;
                let id = ArticleId::new(ids.take(from.id.as_str()));
                Target { article: Article { id, attributes, ..(**from).clone() }, is_new: true }
            }
        });
    }
    all
}

/// Adds the metadata that an article does not have; returns whether it then has all of the other one.
fn fill(article: &mut Article, from: &Article) -> bool {
    let mut is_all = article.title == from.title;
    for (ours, theirs) in [
        (&mut article.source, &from.source),
        (&mut article.date, &from.date),
        (&mut article.language, &from.language),
        (&mut article.note, &from.note),
    ] {
        if ours.is_empty() {
            ours.clone_from(theirs);
        }
        is_all &= theirs.is_empty() || ours == theirs;
    }
    article.status = article.status.or(from.status);
    is_all &= from.status.is_none() || article.status == from.status;
    for (name, value) in &from.attributes {
        is_all &= article.attributes.entry(name.clone()).or_insert_with(|| value.clone()) == value;
    }
    is_all
}

/// The ids of all annotations, also of those without a place.
fn annotation_ids(open: &Project) -> Vec<AnnotationId> {
    let waiting = open.articles().iter().flat_map(|article| unplaced_of(article)).map(|one| one.annotation.id);
    open.annotation_records().ids().cloned().chain(waiting).collect()
}

fn relations(
    open: &Project,
    imported: &Project,
    schema: &SchemaMap<'_>,
    became: &HashMap<AnnotationId, Became>,
    unplaced: &mut [Vec<Unplaced>],
    counts: &mut MergeCounts,
) -> Vec<Change> {
    let ids = FreeIds::new(open.relation_records().ids().map(RelationId::as_str), "r");
    let waiting: Vec<_> = imported.articles().iter().flat_map(|article| unplaced_of(article)).collect();
    // What waited in the imported project is added again, with the ends that it has now.
    let known: HashSet<AnnotationId> = annotation_ids(open).into_iter().collect();
    for one in unplaced.iter_mut().flatten().filter(|one| !known.contains(&one.annotation.id)) {
        one.relations.clear();
    }
    let added = HashSet::new();
    let mut relations = Relations { open, schema, ids, changes: Vec::new(), counts, added };
    let all = imported.relations().map(|relation| &**relation).chain(waiting.iter().flat_map(|one| &one.relations));
    for relation in all {
        if let (Some(from), Some(to)) = (became.get(&relation.from), became.get(&relation.to)) {
            relations.add(relation, from, to, unplaced);
        }
    }
    relations.changes
}

/// The articles that are added or changed.
fn article_changes(
    open: &Project,
    targets: Vec<Target>,
    unplaced: &[Vec<Unplaced>],
    schema: &SchemaMap<'_>,
) -> Vec<Change> {
    let mut changes = Vec::new();
    let mut last = open.articles().len();
    for (target, unplaced) in targets.into_iter().zip(unplaced) {
        let article = &target.article;
        let extra = with_unplaced(article, unplaced, &schema.schema);
        let after = Article { extra, ..target.article };
        if target.is_new {
            changes.push(Change::Article { index: last, change: RecordChange::insert(after) });
            last += 1;
            continue;
        }
        let index = open.articles().iter().position(|one| one.id == after.id);
        let Some((index, before)) = index.and_then(|index| Some((index, open.articles().get(index)?))) else {
            continue;
        };
        if after != **before {
            changes.push(Change::Article { index, change: RecordChange::replace(before, after) });
        }
    }
    changes
}
