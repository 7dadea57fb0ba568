//! Counts what of a project the files do not contain.

use std::collections::{HashMap, HashSet};

use super::tokens::sentences;
use super::units::read_ranges;
use super::write::{Features, value_text};
use crate::format::document_paths::lost_metadata;
use crate::format::left_out::{article_details, definitions, some, unknown_fields};
use crate::format::{Dropped, DroppedPart};
use crate::model::{Annotation, AnnotationId, Article, AttributeValue, Entity, Project, Relation};
use crate::text::{TextRange, normalise};

/// Counts what of a project the files do not contain: an article in each step, and the result in the last.
pub(super) fn steps(project: &Project) -> impl Iterator<Item = Vec<Dropped>> {
    let mut counter = Some(Counter { project, features: Features::new(project), ranges: HashMap::new() });
    let mut articles = project.articles().iter();
    std::iter::from_fn(move || match articles.next() {
        Some(article) => {
            counter.as_mut()?.add(article);
            Some(Vec::new())
        }
        None => counter.take().map(|counter| left_out(&counter)),
    })
}

fn left_out(counter: &Counter<'_>) -> Vec<Dropped> {
    let project = counter.project;
    let counts = [
        (DroppedPart::ArticleMetadata, lost_metadata(project)),
        (DroppedPart::ArticleDetails, article_details(project)),
        (DroppedPart::TagsOfSpaces, counter.tags(&|tag| !counter.is_written(&tag.id))),
        (DroppedPart::SpacesOfTags, counter.written_tags(&|tag| counter.is_changed(tag))),
        (DroppedPart::Attributes, counter.attributes()),
        (DroppedPart::Notes, counter.written_tags(&|tag| !is_kept(&tag.note))),
        (DroppedPart::RowTitles, counter.written_tags(&|tag| !tag.row_title.is_empty())),
        (DroppedPart::Relations, counter.relations(&|one| counter.is_here(one) && !counter.has_ends(one))),
        (DroppedPart::RelationsAcrossArticles, counter.relations(&|one| !counter.is_here(one))),
        (DroppedPart::RelationNotes, counter.relations(&|one| counter.loses_note(one))),
        (DroppedPart::UnmentionedEntities, project.entities().count() - counter.mentioned().len()),
        (DroppedPart::EntityDetails, counter.entity_details()),
        (DroppedPart::Definitions, definitions(project.schema()) + usize::from(!project.schema().name.is_empty())),
        (DroppedPart::Authorship, counter.written()),
        (DroppedPart::Predictions, project.predictions().len()),
        (DroppedPart::RejectedSuggestions, project.rejected().len()),
        (DroppedPart::UnknownFields, unknown_fields(project, |extra| extra.fields().len())),
    ];
    some(counts)
}

/// Whether a text is read as it is. Line ends become LF.
fn is_kept(text: &str) -> bool {
    normalise(text).text == text
}

struct Counter<'a> {
    project: &'a Project,
    features: Features,
    /// The ranges with which each tag is read.
    ranges: HashMap<AnnotationId, Vec<TextRange>>,
}

impl Counter<'_> {
    fn add(&mut self, article: &Article) {
        let tokens: Vec<_> = sentences(&article.text).into_iter().flat_map(|sentence| sentence.tokens).collect();
        for tag in self.project.annotations_of(&article.id).iter() {
            self.ranges.insert(tag.id.clone(), read_ranges(&tokens, &tag.ranges));
        }
    }

    fn tags(&self, is_counted: &dyn Fn(&Annotation) -> bool) -> usize {
        self.project.all_annotations().filter(|tag| is_counted(tag)).count()
    }

    /// The number of such tags that have a row. What belongs to others is not counted: they are.
    fn written_tags(&self, is_counted: &dyn Fn(&Annotation) -> bool) -> usize {
        self.tags(&|tag| self.is_written(&tag.id) && is_counted(tag))
    }

    fn relations(&self, is_counted: &dyn Fn(&Relation) -> bool) -> usize {
        self.project.relations().filter(|relation| is_counted(relation)).count()
    }

    /// Whether a tag has a row.
    fn is_written(&self, id: &AnnotationId) -> bool {
        self.ranges.get(id).is_some_and(|ranges| !ranges.is_empty())
    }

    fn is_changed(&self, tag: &Annotation) -> bool {
        self.ranges.get(&tag.id) != Some(&tag.ranges)
    }

    /// The values that are read as others, or not at all.
    fn attributes(&self) -> usize {
        let written = self.project.all_annotations().filter(|tag| self.is_written(&tag.id));
        let is_lost = |(name, value): &(&String, &AttributeValue)| {
            let is_same = match value {
                AttributeValue::Text(text) => is_kept(text),
                AttributeValue::List(list) => list.iter().all(|one| is_kept(one)),
                AttributeValue::Number(_) | AttributeValue::YesNo(_) => true,
            };
            !is_same || value_text(value).is_none() || self.features.of(name) != name.as_str()
        };
        written.map(|tag| tag.attributes.iter().filter(is_lost).count()).sum()
    }

    fn is_here(&self, relation: &Relation) -> bool {
        let article = |id| self.project.annotation(id).map(|tag| &tag.article);
        article(&relation.from) == article(&relation.to)
    }

    fn has_ends(&self, relation: &Relation) -> bool {
        self.is_written(&relation.from) && self.is_written(&relation.to)
    }

    fn loses_note(&self, relation: &Relation) -> bool {
        self.is_here(relation) && self.has_ends(relation) && !is_kept(&relation.note)
    }

    /// The tags and relations that the files contain.
    fn written(&self) -> usize {
        let related = self.relations(&|one| self.is_here(one) && self.has_ends(one));
        self.written_tags(&|_| true) + related
    }

    fn mentioned(&self) -> HashSet<&crate::model::EntityId> {
        let written = self.project.all_annotations().filter(|tag| self.is_written(&tag.id));
        written.filter_map(|tag| tag.entity.as_ref()).collect()
    }

    fn entity_details(&self) -> usize {
        let of_one = |entity: &Entity| {
            let fields = [entity.label.is_some(), !entity.note.is_empty(), !is_kept(&entity.name)];
            let fields = fields.into_iter().filter(|is_lost| *is_lost).count();
            fields + entity.aliases.len() + entity.identifiers.len()
        };
        self.mentioned().into_iter().filter_map(|id| self.project.entity(id)).map(|entity| of_one(entity)).sum()
    }
}
