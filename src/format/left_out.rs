//! Counts the parts of a project that a format does not contain.

use std::collections::HashSet;

use super::{Dropped, DroppedPart};
use crate::json::Extra;
use crate::model::{Annotation, Article, Attribute, Entity, Project, Relation, Schema};

/// These parts with their numbers in a project; without those that the project does not have. Which tags overlap, or have
/// edges that a format moves, depends on the format, which counts them itself.
pub(super) fn left_out(project: &Project, parts: &[DroppedPart]) -> Vec<Dropped> {
    some(parts.iter().map(|&what| (what, count(project, what))))
}

/// The parts of which there are some.
pub(super) fn some(counts: impl IntoIterator<Item = (DroppedPart, usize)>) -> Vec<Dropped> {
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| Dropped { what, count }).collect()
}

/// How many of a part a project has.
pub(super) fn count(project: &Project, part: DroppedPart) -> usize {
    let tags = |is_counted: fn(&Annotation) -> bool| project.all_annotations().filter(|tag| is_counted(tag)).count();
    match part {
        DroppedPart::ArticleTexts => project.articles().len(),
        DroppedPart::ArticleMetadata => project.articles().iter().map(|article| metadata(article)).sum(),
        DroppedPart::ArticleDetails => article_details(project),
        DroppedPart::Relations => project.relations().count(),
        DroppedPart::RelationsAcrossArticles => {
            project.relations().filter(|relation| is_across_articles(project, relation)).count()
        }
        DroppedPart::RelationNotes => project.relations().filter(|relation| !relation.note.is_empty()).count(),
        DroppedPart::Entities => project.entities().count(),
        DroppedPart::UnmentionedEntities => unmentioned(project),
        DroppedPart::EntityNames => mentioned(project).len(),
        DroppedPart::EntityDetails => project.entities().map(|entity| of_entity(entity)).sum(),
        DroppedPart::Definitions => definitions(project.schema()),
        DroppedPart::Predictions => project.predictions().len(),
        DroppedPart::RejectedSuggestions => project.rejected().len(),
        DroppedPart::UnknownFields => unknown_fields(project, fields),
        DroppedPart::Parts => tags(|tag| tag.ranges.len() > 1),
        DroppedPart::Attributes => project.all_annotations().map(|tag| tag.attributes.len()).sum(),
        DroppedPart::EntityLinks => tags(|tag| tag.entity.is_some()),
        DroppedPart::Notes => tags(|tag| !tag.note.is_empty()),
        DroppedPart::RowTitles => tags(|tag| !tag.row_title.is_empty()),
        DroppedPart::Authorship | DroppedPart::Ids => project.annotation_count() + project.relations().count(),
        DroppedPart::Positions => project.annotation_count(),
        DroppedPart::OtherTags
        | DroppedPart::PredictionDetails
        | DroppedPart::OverlappingTags
        | DroppedPart::TagsOfSpaces
        | DroppedPart::SpacesOfTags
        | DroppedPart::PartsOfWords => 0,
    }
}

/// Whether a relation is between tags of different articles.
pub(super) fn is_across_articles(project: &Project, relation: &Relation) -> bool {
    let article = |id| project.annotation(id).map(|tag| &tag.article);
    article(&relation.from) != article(&relation.to)
}

/// How many titles, sources, dates and languages an article has.
pub(super) fn metadata(article: &Article) -> usize {
    [&article.title, &article.source, &article.date, &article.language].iter().filter(|text| !text.is_empty()).count()
}

/// The notes, statuses and attributes of articles.
pub(super) fn article_details(project: &Project) -> usize {
    project.articles().iter().map(|article| details(article)).sum()
}

fn details(article: &Article) -> usize {
    usize::from(!article.note.is_empty()) + usize::from(article.status.is_some()) + article.attributes.len()
}

fn mentioned(project: &Project) -> HashSet<&crate::model::EntityId> {
    project.all_annotations().filter_map(|tag| tag.entity.as_ref()).collect()
}

fn unmentioned(project: &Project) -> usize {
    let mentioned = mentioned(project);
    project.entities().filter(|entity| !mentioned.contains(&entity.id)).count()
}

fn of_entity(entity: &Entity) -> usize {
    let fields = [entity.label.is_some(), !entity.note.is_empty()];
    fields.into_iter().filter(|is_set| *is_set).count() + entity.aliases.len() + entity.identifiers.len()
}

/// The definitions of labels, attributes and relation types.
pub(super) fn definitions(schema: &Schema) -> usize {
    let attributes: usize = schema.labels.iter().map(|label| label.attributes.len()).sum();
    schema.labels.len() + attributes + schema.article_attributes.len() + schema.relation_types.len()
}

/// The number of unknown fields, which come from files of later versions.
pub(super) fn unknown_fields(project: &Project, fields: fn(&Extra) -> usize) -> usize {
    unknown_in_records(project, fields) + unknown_in_schema(project.schema(), fields)
}

/// The number of unknown fields without those of the schema.
pub(super) fn unknown_fields_of_records(project: &Project) -> usize {
    unknown_in_records(project, fields)
}

fn unknown_in_schema(schema: &Schema, fields: fn(&Extra) -> usize) -> usize {
    let of_attributes = |attributes: &[Attribute]| attributes.iter().map(|one| fields(&one.extra)).sum::<usize>();
    let of_labels = schema.labels.iter().map(|label| fields(&label.extra) + of_attributes(&label.attributes));
    let of_types = schema.relation_types.iter().map(|one| fields(&one.extra));
    of_labels.chain(of_types).sum::<usize>() + fields(&schema.extra) + of_attributes(&schema.article_attributes)
}

fn unknown_in_records(project: &Project, fields: fn(&Extra) -> usize) -> usize {
    let records = (project.articles().iter().map(|one| &one.extra))
        .chain(project.all_annotations().map(|one| &one.extra))
        .chain(project.entities().map(|one| &one.extra))
        .chain(project.relations().map(|one| &one.extra))
        .chain(project.predictions().values().flat_map(|one| [&one.extra, &one.tag.extra]))
        .chain([&project.extra, &project.file_extra]);
    records.map(fields).sum()
}

fn fields(extra: &Extra) -> usize {
    extra.fields().len()
}
