//! What a project says, in terms that do not depend on ids: labels by name, entities by their mentions, relations by the tags at their ends.
//! Two projects are compared less the parts that a format drops.

use std::collections::BTreeMap;
use std::rc::Rc;

use crossread::format::{Dropped, DroppedPart};
use crossread::model::{Annotation, AnnotationId, Article, Entity, EntityId, Project, RelationTypeId};
use crossread::text::TextRange;
use unicode_segmentation::UnicodeSegmentation;

/// What a format makes of the tags that it cannot have.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Changes {
    /// Each part of a tag becomes a tag.
    pub(crate) splits_parts: bool,
    /// Tags are written without the spaces at the ends of their parts.
    pub(crate) trims: bool,
}

/// What a project says; each text is a description of a record.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct View {
    articles: Vec<String>,
    tags: Vec<String>,
    relations: Vec<String>,
    entities: Vec<String>,
    schema: Vec<String>,
    rejected: Vec<String>,
}

/// Describes a project, less what is dropped.
pub(crate) fn view(project: &Project, dropped: &[Dropped], changes: Changes) -> View {
    let viewer = Viewer { project, dropped, changes };
    let mut tags: Vec<_> = project.all_annotations().flat_map(|tag| viewer.tags_of(tag)).collect();
    let mut relations: Vec<_> = project.relations().filter_map(|relation| viewer.relation(relation)).collect();
    let mut entities: Vec<_> = project.entities().filter_map(|entity| viewer.entity(entity)).collect();
    tags.sort();
    relations.sort();
    entities.sort();
    View {
        articles: project.articles().iter().map(|article| viewer.article(article)).collect(),
        tags,
        relations,
        entities,
        schema: viewer.schema(),
        rejected: viewer
            .kept(DroppedPart::RejectedSuggestions, || format!("{:?}", project.rejected()))
            .into_iter()
            .collect(),
    }
}

struct Viewer<'a> {
    project: &'a Project,
    dropped: &'a [Dropped],
    changes: Changes,
}

impl Viewer<'_> {
    fn has(&self, part: DroppedPart) -> bool {
        !self.dropped.iter().any(|dropped| dropped.what == part)
    }

    fn kept<T>(&self, part: DroppedPart, value: impl FnOnce() -> T) -> Option<T> {
        self.has(part).then(value)
    }

    fn article(&self, article: &Article) -> String {
        let titles = [article.title.trim(), article.id.as_str()];
        let title = titles.into_iter().find(|title| !title.is_empty());
        let metadata = self.kept(DroppedPart::ArticleMetadata, || {
            format!("{:?}", (title, &article.source, &article.date, &article.language))
        });
        let details = self.kept(DroppedPart::ArticleDetails, || {
            format!("{:?}", (&article.note, article.status, &article.attributes))
        });
        let text = self.kept(DroppedPart::ArticleTexts, || article.text.as_str());
        format!("{:?}", (metadata, details, text))
    }

    /// The name of a label, or its id where the name is not its own.
    fn label(&self, tag: &Annotation) -> String {
        let labels = &self.project.schema().labels;
        let name = labels.iter().find(|label| label.id == tag.label).map_or("", |label| label.name.as_str());
        let is_own = !name.trim().is_empty() && labels.iter().filter(|label| label.name == name).count() == 1;
        if is_own { name.to_owned() } else { tag.label.to_string() }
    }

    fn relation_type(&self, id: &RelationTypeId) -> String {
        let kinds = &self.project.schema().relation_types;
        let name = kinds.iter().find(|kind| &kind.id == id).map_or("", |kind| kind.name.as_str());
        let is_own = !name.trim().is_empty() && kinds.iter().filter(|kind| kind.name == name).count() == 1;
        if is_own { name.to_owned() } else { id.to_string() }
    }

    /// The ranges of a tag as the format has them, without those that are left out.
    fn ranges(&self, tag: &Annotation) -> Vec<TextRange> {
        let text = &self.project.article(&tag.article).expect("an article").text;
        let trimmed = |range: &TextRange| {
            let is_space = |c: char| c.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&c);
            let clusters: Vec<&str> = text.slice(*range).graphemes(true).collect();
            let first = clusters.iter().position(|cluster| !cluster.starts_with(is_space))?;
            let last = clusters.iter().rposition(|cluster| !cluster.ends_with(is_space))?;
            let at = |count: usize| {
                let bytes: usize = clusters[..count].iter().map(|cluster| cluster.len()).sum();
                crossread::text::ByteOffset((range.start().index() + bytes) as u32)
            };
            (first <= last).then(|| TextRange::new(at(first), at(last + 1)))
        };
        match self.changes.trims {
            true => tag.ranges.iter().filter_map(trimmed).collect(),
            false => tag.ranges.clone(),
        }
    }

    /// A tag, or the tags that its parts become.
    fn tags_of(&self, tag: &Rc<Annotation>) -> Vec<String> {
        let ranges = self.ranges(tag);
        match self.changes.splits_parts {
            true => ranges.iter().map(|range| self.tag(tag, &[*range])).collect(),
            false => vec![self.tag(tag, &ranges)],
        }
    }

    fn tag(&self, tag: &Annotation, ranges: &[TextRange]) -> String {
        let article = self.project.articles().iter().position(|article| article.id == tag.article);
        let id = self.kept(DroppedPart::Ids, || tag.id.as_str());
        let attributes = self.kept(DroppedPart::Attributes, || &tag.attributes);
        let note = self.kept(DroppedPart::Notes, || &tag.note);
        let entity = tag.entity.as_ref().and_then(|id| self.kept(DroppedPart::EntityLinks, || self.mentions(id)));
        let title = self.kept(DroppedPart::RowTitles, || &tag.row_title);
        let who = (&tag.created, &tag.creator, &tag.modified, &tag.modifier);
        let who = self.kept(DroppedPart::Authorship, || who);
        format!("{:?}", (article, ranges, self.label(tag), id, attributes, note, entity, title, who))
    }

    /// The tag at the end of a relation: the first that its parts become.
    fn end(&self, id: &AnnotationId) -> String {
        let tag = self.project.annotation(id).expect("a tag");
        self.tags_of(tag).into_iter().next().unwrap_or_default()
    }

    fn relation(&self, relation: &crossread::model::Relation) -> Option<String> {
        let article = |id| self.project.annotation(id).map(|tag| &tag.article);
        let is_across = article(&relation.from) != article(&relation.to);
        if !self.has(DroppedPart::Relations) || is_across && !self.has(DroppedPart::RelationsAcrossArticles) {
            return None;
        }
        let id = self.kept(DroppedPart::Ids, || relation.id.as_str());
        let note = self.kept(DroppedPart::RelationNotes, || &relation.note);
        let who = self.kept(DroppedPart::Authorship, || (&relation.created, &relation.creator));
        let ends = (self.end(&relation.from), self.end(&relation.to));
        Some(format!("{:?}", (self.relation_type(&relation.kind), ends, id, note, who)))
    }

    /// The places of the mentions of an entity, by which it is recognised.
    fn mentions(&self, id: &EntityId) -> Vec<String> {
        let place = |tag: &Rc<Annotation>| {
            let ranges = self.ranges(tag);
            let parts = if self.changes.splits_parts { ranges.chunks(1).collect() } else { vec![&ranges[..]] };
            parts.into_iter().map(|part| format!("{} {:?} {}", tag.article, part, self.label(tag))).collect::<Vec<_>>()
        };
        let mut all: Vec<_> = self.project.mentions_of(id).flat_map(place).collect();
        all.sort();
        all
    }

    fn entity(&self, entity: &Entity) -> Option<String> {
        let is_mentioned = self.project.mentions_of(&entity.id).next().is_some();
        let is_kept = match is_mentioned {
            true => self.has(DroppedPart::EntityLinks) && !self.mentions(&entity.id).is_empty(),
            false => self.has(DroppedPart::UnmentionedEntities),
        };
        let label = entity.label.as_ref().map(ToString::to_string);
        let details = (label, &entity.aliases, &entity.identifiers, &entity.note);
        let details = self.kept(DroppedPart::EntityDetails, || details);
        let name = self.kept(DroppedPart::EntityNames, || &entity.name);
        is_kept.then(|| format!("{:?}", (self.mentions(&entity.id), name, details)))
    }

    fn schema(&self) -> Vec<String> {
        let schema = self.project.schema();
        let records = || {
            let labels: BTreeMap<_, _> = schema.labels.iter().map(|label| (&label.name, label)).collect();
            let types: BTreeMap<_, _> = schema.relation_types.iter().map(|kind| (&kind.name, kind)).collect();
            vec![format!("{labels:?}"), format!("{types:?}"), format!("{:?}", schema.article_attributes)]
        };
        self.kept(DroppedPart::Definitions, records).unwrap_or_default()
    }
}
