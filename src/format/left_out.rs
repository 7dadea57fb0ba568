//! Counts the parts of a project that a format may not contain.

use super::csv::left_out::{article_details, definitions, of_entities, unknown_fields, unmentioned};
use super::{Dropped, DroppedPart};
use crate::model::{Annotation, Project, Relation};

/// The parts of which a project has some.
pub(super) fn some(counts: impl IntoIterator<Item = (DroppedPart, usize)>) -> Vec<Dropped> {
    counts.into_iter().filter(|(_, count)| *count > 0).map(|(what, count)| Dropped { what, count }).collect()
}

/// How many of a part a project has. Parts of tags that only some formats drop, such as overlapping ones, are counted by these.
pub(super) fn count(project: &Project, part: DroppedPart) -> usize {
    let tags = |has: fn(&Annotation) -> bool| project.all_annotations().filter(|tag| has(tag)).count();
    let relations = |has: fn(&Relation) -> bool| project.relations().filter(|relation| has(relation)).count();
    match part {
        DroppedPart::ArticleTexts => project.articles().len(),
        DroppedPart::ArticleDetails => article_details(project),
        DroppedPart::ArticleMetadata => metadata(project),
        DroppedPart::Relations => project.relations().count(),
        DroppedPart::RelationNotes => relations(|relation| !relation.note.is_empty()),
        DroppedPart::RelationsAcrossArticles => across_articles(project),
        DroppedPart::Entities => project.entities().count(),
        DroppedPart::UnmentionedEntities => unmentioned(project),
        DroppedPart::EntityDetails => of_entities(project),
        DroppedPart::EntityLinks => tags(|tag| tag.entity.is_some()),
        DroppedPart::Definitions => definitions(project.schema()),
        DroppedPart::RejectedSuggestions => project.rejected().len(),
        DroppedPart::UnknownFields => unknown_fields(project, |extra| extra.fields().len()),
        DroppedPart::Attributes => project.all_annotations().map(|tag| tag.attributes.len()).sum(),
        DroppedPart::Notes => tags(|tag| !tag.note.is_empty()),
        DroppedPart::Authorship | DroppedPart::Ids => project.annotation_count() + project.relations().count(),
        DroppedPart::RowTitles => tags(|tag| !tag.row_title.is_empty()),
        DroppedPart::Parts => tags(|tag| tag.ranges.len() > 1),
        DroppedPart::OverlappingTags
        | DroppedPart::TagsOfSpaces
        | DroppedPart::SpacesOfTags
        | DroppedPart::PartsOfWords => 0,
    }
}

fn metadata(project: &Project) -> usize {
    let of_one = |article: &crate::model::Article| {
        let fields = [&article.title, &article.source, &article.date, &article.language];
        fields.into_iter().filter(|field| !field.is_empty()).count()
    };
    project.articles().iter().map(|article| of_one(article)).sum()
}

fn across_articles(project: &Project) -> usize {
    let article = |id| project.annotation(id).map(|tag| &tag.article);
    project.relations().filter(|relation| article(&relation.from) != article(&relation.to)).count()
}
