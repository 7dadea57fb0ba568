//! Counts the parts of a project that the CSV table does not contain.

use std::collections::HashSet;

use crate::format::{Dropped, DroppedPart};
use crate::json::Extra;
use crate::model::{Attribute, Project, Schema};

/// The parts of a project that the table does not contain, with their numbers.
pub(super) fn left_out(project: &Project) -> Vec<Dropped> {
    let counts = [
        (DroppedPart::ArticleTexts, project.articles().len()),
        (DroppedPart::ArticleDetails, article_details(project)),
        (DroppedPart::Relations, project.relations().count()),
        (DroppedPart::UnmentionedEntities, unmentioned(project)),
        (DroppedPart::EntityDetails, of_entities(project)),
        (DroppedPart::Definitions, definitions(project.schema())),
        (DroppedPart::RejectedSuggestions, project.rejected().len()),
        (DroppedPart::UnknownFields, unknown_fields(project, count)),
    ];
    let some = counts.into_iter().filter(|(_, count)| *count > 0);
    some.map(|(what, count)| Dropped { what, count }).collect()
}

/// The notes, statuses and attributes of articles.
pub(in crate::format) fn article_details(project: &Project) -> usize {
    let of_one = |article: &crate::model::Article| {
        usize::from(!article.note.is_empty()) + usize::from(article.status.is_some()) + article.attributes.len()
    };
    project.articles().iter().map(|article| of_one(article)).sum()
}

pub(in crate::format) fn unmentioned(project: &Project) -> usize {
    let mentioned: HashSet<_> = project.all_annotations().filter_map(|tag| tag.entity.as_ref()).collect();
    project.entities().filter(|entity| !mentioned.contains(&entity.id)).count()
}

pub(in crate::format) fn of_entities(project: &Project) -> usize {
    let of_one = |entity: &crate::model::Entity| {
        let fields = [entity.label.is_some(), !entity.note.is_empty()];
        fields.into_iter().filter(|is_set| *is_set).count() + entity.aliases.len() + entity.identifiers.len()
    };
    project.entities().map(|entity| of_one(entity)).sum()
}

/// The number of labels, attributes and relation types.
pub(in crate::format) fn definitions(schema: &Schema) -> usize {
    let attributes: usize = schema.labels.iter().map(|label| label.attributes.len()).sum();
    schema.labels.len() + attributes + schema.article_attributes.len() + schema.relation_types.len()
}

/// The number of unknown fields, which come from files of later versions.
pub(in crate::format) fn unknown_fields(project: &Project, count: impl Fn(&Extra) -> usize) -> usize {
    let schema = project.schema();
    let of_attributes = |attributes: &[Attribute]| attributes.iter().map(|one| count(&one.extra)).sum::<usize>();
    let of_labels = schema.labels.iter().map(|label| count(&label.extra) + of_attributes(&label.attributes));
    let of_schema = count(&schema.extra) + of_attributes(&schema.article_attributes);
    let records = (project.articles().iter().map(|one| &one.extra))
        .chain(project.all_annotations().map(|one| &one.extra))
        .chain(project.entities().map(|one| &one.extra))
        .chain(project.relations().map(|one| &one.extra))
        .chain(schema.relation_types.iter().map(|one| &one.extra))
        .chain([&project.extra, &project.file_extra]);
    records.map(&count).sum::<usize>() + of_labels.sum::<usize>() + of_schema
}

fn count(extra: &Extra) -> usize {
    extra.fields().len()
}
