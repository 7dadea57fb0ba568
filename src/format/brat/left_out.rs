//! Counts what of a project the files do not contain.

use std::collections::HashSet;

use super::configuration_files::event_labels;
use super::fragments::{are_changed, fragments};
use super::kinds::{Form, is_name_of, other_fields};
use super::names::{Names, is_listable};
use super::numbers::Numbers;
use super::write::{is_identifier, one_line, values};
use crate::format::document_paths::{lost_metadata, paths};
use crate::format::draft::kind_of;
use crate::format::left_out::{article_details, some, unknown_fields};
use crate::format::{Dropped, DroppedPart};
use crate::model::{
    Annotation, Attribute, AttributeKind, AttributeValue, Entity, EntityId, Label, Project, Relation, RelationType,
};
use crate::text::normalise;

/// What of a project the files do not contain.
pub(super) fn left_out(project: &Project) -> Vec<Dropped> {
    let counter = Counter { project, names: Names::new(project) };
    let counts = [
        (DroppedPart::ArticleMetadata, lost_metadata(project)),
        (DroppedPart::ArticleDetails, article_details(project)),
        (DroppedPart::TagsOfSpaces, counter.tags(&|tag| !counter.is_written(tag))),
        (DroppedPart::SpacesOfTags, counter.written_tags(&|tag| counter.is_changed(tag))),
        (DroppedPart::Attributes, counter.attributes()),
        (DroppedPart::Notes, counter.written_tags(&|tag| !is_kept_note(&tag.note))),
        (DroppedPart::RowTitles, counter.written_tags(&|tag| !tag.row_title.is_empty())),
        (DroppedPart::Relations, counter.relations(&|one| counter.is_here(one) && !counter.has_ends(one))),
        (DroppedPart::RelationsAcrossArticles, counter.relations(&|one| !counter.is_here(one))),
        (DroppedPart::RelationNotes, counter.relations(&|one| counter.loses_note(one))),
        (DroppedPart::UnmentionedEntities, project.entities().count() - counter.mentioned().len()),
        (DroppedPart::EntityDetails, counter.entity_details()),
        (DroppedPart::Definitions, counter.definitions()),
        (DroppedPart::Authorship, counter.written()),
        (DroppedPart::Ids, counter.ids()),
        (DroppedPart::Predictions, project.predictions().len()),
        (DroppedPart::RejectedSuggestions, project.rejected().len()),
        (DroppedPart::UnknownFields, unknown_fields(project, other_fields)),
    ];
    some(counts)
}

/// Whether a note is read as it is. Line ends become LF.
fn is_kept_note(note: &str) -> bool {
    normalise(note).text == note
}

struct Counter<'a> {
    project: &'a Project,
    names: Names,
}

impl Counter<'_> {
    fn tags(&self, is_counted: &dyn Fn(&Annotation) -> bool) -> usize {
        self.project.all_annotations().filter(|tag| is_counted(tag)).count()
    }

    /// The number of such tags that have a line. What belongs to others is not counted: they are.
    fn written_tags(&self, is_counted: &dyn Fn(&Annotation) -> bool) -> usize {
        self.tags(&|tag| self.is_written(tag) && is_counted(tag))
    }

    fn relations(&self, is_counted: &dyn Fn(&Relation) -> bool) -> usize {
        self.project.relations().filter(|relation| is_counted(relation)).count()
    }

    /// Whether a tag has a line.
    fn is_written(&self, tag: &Annotation) -> bool {
        let article = self.project.article(&tag.article);
        article.is_some_and(|article| !fragments(&article.text, &tag.ranges).is_empty())
    }

    fn is_changed(&self, tag: &Annotation) -> bool {
        self.project.article(&tag.article).is_some_and(|article| are_changed(&article.text, &tag.ranges))
    }

    /// The values that are read as others, or not at all.
    fn attributes(&self) -> usize {
        let written = self.project.all_annotations().filter(|tag| self.is_written(tag));
        let of_one = |tag: &Annotation| {
            tag.attributes.iter().filter(|(name, value)| !self.is_kept_value(tag, name, value)).count()
        };
        written.map(|tag| of_one(tag)).sum()
    }

    fn is_kept_value(&self, tag: &Annotation, name: &str, value: &AttributeValue) -> bool {
        let written = values(self.project, tag, name, value);
        let is_kept = |text: &String| written.contains(&Some(text.clone())) && self.names.is_kept(text);
        let is_same = match value {
            AttributeValue::YesNo(yes) => *yes,
            AttributeValue::Number(_) => true,
            AttributeValue::Text(text) => is_kept(text),
            AttributeValue::List(all) => {
                let each: HashSet<&String> = all.iter().collect();
                !all.is_empty() && each.len() == all.len() && all.iter().all(is_kept)
            }
        };
        is_same && self.is_kept_name(self.names.attribute(name), name)
    }

    /// Whether a name is read for a stored one.
    fn is_kept_name(&self, stored: &str, name: &str) -> bool {
        let shown = self.names.shown(stored).0;
        shown == name && is_name_of(stored, name)
    }

    fn is_here(&self, relation: &Relation) -> bool {
        let article = |id| self.project.annotation(id).map(|tag| &tag.article);
        article(&relation.from) == article(&relation.to)
    }

    fn has_ends(&self, relation: &Relation) -> bool {
        let is_written = |id| self.project.annotation(id).is_some_and(|tag| self.is_written(tag));
        is_written(&relation.from) && is_written(&relation.to)
    }

    fn loses_note(&self, relation: &Relation) -> bool {
        let is_relation = |kind: &RelationType| matches!(Form::of(kind), Form::Relation(_));
        let has_line = self.project.schema().relation_type(&relation.kind).is_some_and(is_relation);
        let is_kept = relation.note.is_empty() || has_line && is_kept_note(&relation.note);
        self.is_here(relation) && self.has_ends(relation) && !is_kept
    }

    /// The entities that tags with a line mention.
    fn mentioned(&self) -> HashSet<&EntityId> {
        let written = self.project.all_annotations().filter(|tag| self.is_written(tag));
        written.filter_map(|tag| tag.entity.as_ref()).collect()
    }

    fn entity_details(&self) -> usize {
        let of_one = |entity: &Entity| {
            let lost = entity.identifiers.iter().filter(|(scheme, value)| !is_identifier(scheme, value)).count();
            let name = usize::from(entity.name.is_empty() || one_line(&entity.name) != entity.name);
            let fields = usize::from(entity.label.is_some()) + usize::from(!entity.note.is_empty());
            lost + name + fields + entity.aliases.len()
        };
        self.mentioned().into_iter().filter_map(|id| self.project.entity(id)).map(|entity| of_one(entity)).sum()
    }

    /// The labels, attributes and relation types of which something is lost.
    fn definitions(&self) -> usize {
        let schema = self.project.schema();
        let labels = schema.labels.iter().filter(|label| self.loses_label(label)).count();
        let attributes = schema.labels.iter().flat_map(|label| &label.attributes);
        let attributes = attributes.filter(|one| self.loses_attribute(one)).count();
        let has_events = !event_labels(self.project).is_empty();
        let loses_type = |kind: &&RelationType| {
            let name = self.names.shown(self.names.relation_type(&kind.id)).0;
            name != kind.name || !kind.description.is_empty() || Form::of(kind) == Form::Argument && !has_events
        };
        let types = schema.relation_types.iter().filter(loses_type).count();
        labels + attributes + types + schema.article_attributes.len() + usize::from(!schema.name.is_empty())
    }

    fn loses_label(&self, label: &Label) -> bool {
        let shown = self.names.shown(self.names.label(&label.id));
        shown != (label.name.as_str(), label.short.as_str())
            || kind_of(&label.name) != label.kind
            || !label.key.is_empty()
            || !label.description.is_empty()
            || !label.examples.is_empty()
    }

    fn loses_attribute(&self, attribute: &Attribute) -> bool {
        let is_kept_choice = |choice: &String| is_listable(self.names.value(choice)) && self.names.is_kept(choice);
        let is_kept_kind = match attribute.kind {
            AttributeKind::YesNo => attribute.choices.is_empty(),
            AttributeKind::Choice => !attribute.choices.is_empty() && attribute.choices.iter().all(is_kept_choice),
            _ => false,
        };
        let all = self.project.schema().labels.iter().flat_map(|label| &label.attributes);
        let mut others = all.filter(|other| other.name == attribute.name);
        let is_same = |other: &Attribute| other.kind == attribute.kind && other.choices == attribute.choices;
        !is_kept_kind
            || !self.is_kept_name(self.names.attribute(&attribute.name), &attribute.name)
            || attribute.required
            || attribute.default.is_some()
            || attribute.when.is_some()
            || !others.all(is_same)
    }

    /// The tags and relations that get other ids when the files are read. Those of equivalences have none in files.
    fn ids(&self) -> usize {
        let is_only = self.project.articles().len() == 1;
        let mut kept = 0;
        let paths = paths(self.project);
        for (article, path) in self.project.articles().iter().zip(&paths) {
            let numbers = Numbers::new(self.project, article);
            let id = |own: String| if is_only { own } else { format!("{path}/{own}") };
            for tag in numbers.tags() {
                let span = numbers.span(tag).unwrap_or_default();
                let event = numbers.event(tag);
                let own = event.map_or_else(|| format!("T{span}"), |event| format!("T{span}-E{event}"));
                kept += usize::from(tag.as_str() == id(own));
                for (index, argument) in numbers.arguments(self.project, tag).into_iter().enumerate() {
                    let own = format!("E{}.{}", event.unwrap_or_default(), index + 1);
                    kept += usize::from(argument.id.as_str() == id(own));
                }
            }
            for (number, relation) in numbers.relations() {
                kept += usize::from(relation.as_str() == id(format!("R{number}")));
            }
            kept += numbers.equivalences(self.project).len();
        }
        self.written().saturating_sub(kept)
    }

    /// The tags and relations that the files contain.
    fn written(&self) -> usize {
        let related = self.relations(&|one| self.is_here(one) && self.has_ends(one));
        self.written_tags(&|_| true) + related
    }
}
