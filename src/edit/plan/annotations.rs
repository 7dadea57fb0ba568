//! Plans for annotations: adds and changes one; `bulk` is for many.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use super::common::{Planned, existing, label_of, nothing, short_text};
use super::tags::tags;
use crate::edit::ids::{IdKind, IdSource};
use crate::edit::{AnnotationPatch, Change, EditError, NewAnnotation, RecordChange, Stamp, Summary};
use crate::model::{
    Annotation, AnnotationId, AttributeValue, Invalid, Label, LabelId, Project, Records, Relation, RelationId,
};
use crate::order;
use crate::text::TextRange;

pub(super) fn annotate(project: &Project, ids: &mut IdSource, new: NewAnnotation, stamp: &Stamp) -> Planned {
    let annotation = new_annotation(project, ids, new, stamp)?;
    let change = RecordChange::insert(annotation);
    let summary = Summary::Tagged(tags(project, &change.after));
    Ok((summary, vec![Change::Annotation(change)]))
}

/// The annotation that a request would make, with the default attributes of its label.
pub(super) fn new_annotation(
    project: &Project,
    ids: &mut IdSource,
    new: NewAnnotation,
    stamp: &Stamp,
) -> Result<Annotation, EditError> {
    let label = label_of(project, &new.label)?;
    let mut attributes = new.attributes;
    add_defaults(label, &mut attributes);
    let annotation = Annotation {
        id: ids.next(IdKind::Annotation).as_str().into(),
        article: new.article,
        label: new.label,
        ranges: in_order(new.ranges),
        attributes,
        entity: new.entity,
        note: new.note,
        created: stamp.at.clone(),
        modified: None,
        creator: stamp.by.clone(),
        modifier: String::new(),
        row_title: String::new(),
        extra: Default::default(),
    };
    project.check_annotation(&annotation)?;
    Ok(annotation)
}

fn add_defaults(label: &Label, attributes: &mut BTreeMap<String, AttributeValue>) {
    for attribute in &label.attributes {
        if let Some(default) = attribute.default.as_ref().filter(|_| !attributes.contains_key(&attribute.name)) {
            attributes.insert(attribute.name.clone(), default.clone());
        }
    }
}

/// Sorts ranges. Inserts one by one: there are few, and a sort function would add to the wasm size.
pub(super) fn in_order(ranges: Vec<TextRange>) -> Vec<TextRange> {
    let mut sorted = Vec::with_capacity(ranges.len());
    for range in ranges {
        let at = sorted.partition_point(|other| *other <= range);
        sorted.insert(at, range);
    }
    sorted
}

/// The annotation with a patch applied. With `is_bulk`, attributes that its label does not have are skipped.
pub(super) fn patched(
    project: &Project,
    before: &Annotation,
    patch: AnnotationPatch,
    is_bulk: bool,
    stamp: &Stamp,
) -> Result<Annotation, EditError> {
    let mut after = before.clone();
    if let Some(ranges) = patch.ranges {
        after.ranges = in_order(ranges);
    }
    let changes_label = patch.label.as_ref().is_some_and(|label| label != &before.label);
    let label = label_of(project, patch.label.as_ref().unwrap_or(&before.label))?;
    if changes_label {
        relabel(&mut after, label);
    }
    for (name, value) in patch.attributes {
        match value {
            _ if is_bulk && label.attribute(&name).is_none() => {}
            Some(value) => drop(after.attributes.insert(name, value)),
            None => drop(after.attributes.remove(&name)),
        }
    }
    if let Some(entity) = patch.entity {
        after.entity = entity;
    }
    if let Some(note) = patch.note {
        after.note = note;
    }
    project.check_annotation(&after)?;
    if after != *before {
        touch(&mut after, stamp);
    }
    Ok(after)
}

/// Changes the label of an annotation: drops the attributes that the new label does not accept, and adds its defaults.
fn relabel(annotation: &mut Annotation, label: &Label) {
    let fits = |name: &str, value: &AttributeValue| label.attribute(name).is_some_and(|a| a.accepts(value));
    annotation.attributes.retain(|name, value| fits(name, value));
    annotation.label = label.id.clone();
    add_defaults(label, &mut annotation.attributes);
}

/// Sets the time and author of the last change.
pub(super) fn touch(annotation: &mut Annotation, stamp: &Stamp) {
    annotation.modified = Some(stamp.at.clone());
    annotation.modifier.clone_from(&stamp.by);
}

pub(super) fn update(project: &Project, id: &AnnotationId, patch: AnnotationPatch, stamp: &Stamp) -> Planned {
    let before = existing(project, id)?;
    let after = patched(project, before, patch, false, stamp)?;
    if after == **before {
        return nothing();
    }
    let mut changes = relations_that_no_longer_fit(project, std::slice::from_ref(&after));
    let summary = summary_of_update(project, before, &after, changes.len());
    changes.push(Change::Annotation(RecordChange::replace(before, after)));
    Ok((summary, changes))
}

fn summary_of_update(project: &Project, before: &Annotation, after: &Annotation, relations: usize) -> Summary {
    let (text, old) = (short_text(project, after), || short_text(project, before));
    if after.label != before.label {
        return Summary::Relabelled { text, label: project.label_name(&after.label), relations };
    }
    let ranges = after.ranges != before.ranges;
    let attributes = after.attributes != before.attributes;
    let entity = after.entity != before.entity;
    let note = after.note != before.note;
    match (ranges, attributes, entity, note) {
        (true, false, false, false) => match after.ranges.len().cmp(&before.ranges.len()) {
            Ordering::Greater => Summary::PartAdded { before: old(), after: text },
            Ordering::Less => Summary::PartRemoved { before: old(), after: text },
            Ordering::Equal => Summary::EdgesMoved { before: old(), after: text },
        },
        (false, false, true, false) if after.entity.is_some() => {
            let entity = after.entity.as_ref().and_then(|id| project.entity(id));
            Summary::Linked { text, entity: entity.map(|entity| entity.name.clone()).unwrap_or_default() }
        }
        _ => Summary::TagEdited { text, ranges, attributes, entity, note },
    }
}

/// Removals of the relations whose types do not allow the labels of the changed annotations, by id.
fn relations_that_no_longer_fit(project: &Project, changed: &[Annotation]) -> Vec<Change> {
    let mut labels: Vec<(&AnnotationId, &LabelId)> = changed.iter().map(|one| (&one.id, &one.label)).collect();
    order::sort(&mut labels);
    let label_of = |id: &AnnotationId| {
        let at = labels.binary_search_by(|(other, _)| (*other).cmp(id));
        at.ok().map(|at| labels[at].1)
    };
    let affected = relations_at(project, changed.iter().map(|one| &one.id));
    affected
        .values()
        .filter(|relation| !fits(project, relation, label_of))
        .map(|relation| Change::Relation(RecordChange::remove(relation)))
        .collect()
}

/// Whether the type of a relation allows the labels of its ends, given the labels of those that are changed.
pub(super) fn fits<'a>(
    project: &Project,
    relation: &Relation,
    label_of: impl Fn(&AnnotationId) -> Option<&'a LabelId>,
) -> bool {
    project.schema().relation_type(&relation.kind).is_none_or(|kind| {
        let allowed =
            |end, labels: &[LabelId]| label_of(end).is_none_or(|label| labels.is_empty() || labels.contains(label));
        allowed(&relation.from, &kind.from) && allowed(&relation.to, &kind.to)
    })
}

/// The relations that start or end at these annotations, without duplicates, by id.
fn relations_at<'a>(
    project: &Project,
    annotations: impl Iterator<Item = &'a AnnotationId>,
) -> Records<RelationId, Relation> {
    let mut relations = Records::default();
    for id in annotations {
        project.relations_of(id).for_each(|relation| relations.insert(relation.id.clone(), relation.clone()));
    }
    relations
}

/// Removals of annotations and their relations. Relations first, so that no relation refers to a removed annotation.
pub(super) fn removals(project: &Project, ids: &[AnnotationId]) -> Result<Vec<Change>, Invalid> {
    let mut annotations = Records::default();
    for id in ids {
        annotations.insert(id.clone(), existing(project, id)?.clone());
    }
    let relations = relations_at(project, ids.iter());
    let relations = relations.values().map(|relation| Change::Relation(RecordChange::remove(relation)));
    Ok(relations.chain(annotations.values().map(|a| Change::Annotation(RecordChange::remove(a)))).collect())
}

#[cfg(test)]
mod tests {
    use crate::edit::{
        AnnotationPatch, ArticleFields, Command, Editor, NewAnnotation, NewArticle, Places, Stamp, Summary, Tags,
    };
    use crate::model::{Project, Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    /// Three claims "one", "two" and "three". Relations from the first two to the third, of a type that starts at
    /// claims.
    fn related() -> (Editor, impl Fn(&mut Editor, Command) -> Summary) {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let stamp = Stamp { at: at.clone(), by: String::new() };
        let mut schema = news_claims();
        schema.relation_types[1].from = vec!["Claim".into()];
        let mut editor = Editor::new(Project::new("x", schema, at));
        let perform = move |editor: &mut Editor, command| {
            editor
                .perform(command, stamp.clone())
                .expect("a valid command")
                .expect("a step")
                .transaction
                .summary
                .clone()
        };
        let fields = ArticleFields { title: "News".to_owned(), ..Default::default() };
        let text = Text::new("one two three");
        perform(
            &mut editor,
            Command::AddArticles(vec![NewArticle { id: Some("x".into()), index: None, fields, text }]),
        );
        for (start, end) in [(0, 3), (4, 7), (8, 13)] {
            let tag = NewAnnotation::tag("x".into(), TextRange::from_indices(start, end), "Claim".into());
            perform(&mut editor, Command::Annotate(tag));
        }
        for from in ["a1", "a2"] {
            let (kind, from, to) = ("supports".into(), from.into(), "a3".into());
            perform(&mut editor, Command::Relate { kind, from, to, note: String::new() });
        }
        (editor, perform)
    }

    fn tags(text: Option<&str>, label: &str, places: usize) -> Tags {
        let at = Places { places, articles: 1 };
        Tags { text: text.map(str::to_owned), label: Some(label.to_owned()), at }
    }

    #[test]
    fn a_removal_counts_the_relations_that_it_removes() {
        let removed = |ids: &[&str]| {
            let (mut editor, perform) = related();
            let summary = perform(&mut editor, Command::Remove(ids.iter().map(|&id| id.into()).collect()));
            (summary, editor.project().relations().count())
        };
        let expected = |tags, relations| Summary::TagsRemoved { tags, relations };
        assert_eq!(removed(&["a1"]), (expected(tags(Some("one"), "Claim", 1), 1), 1));
        assert_eq!(removed(&["a3"]), (expected(tags(Some("three"), "Claim", 1), 2), 0));
        assert_eq!(removed(&["a1", "a3"]), (expected(tags(None, "Claim", 2), 2), 0));
    }

    #[test]
    fn relabelling_counts_removed_relations_and_undo_restores_them() {
        let (mut editor, perform) = related();
        let patch = AnnotationPatch { label: Some("Event".into()), ..Default::default() };
        let summary = perform(&mut editor, Command::Update("a1".into(), patch.clone()));
        let (text, label) = ("one".to_owned(), "Event".to_owned());
        assert_eq!(summary, Summary::Relabelled { text: text.clone(), label, relations: 1 });
        assert_eq!(editor.project().relations().count(), 1);
        editor.undo().expect("an undo");
        assert_eq!(editor.project().relations().count(), 2);
        let summary = perform(&mut editor, Command::UpdateAll(vec!["a1".into(), "a2".into()], patch));
        assert_eq!(summary, Summary::AllRelabelled { tags: tags(None, "Event", 2), relations: 2 });
        let (mut editor, perform) = related();
        let patch = AnnotationPatch { note: Some("n".to_owned()), ..Default::default() };
        let summary = perform(&mut editor, Command::Update("a1".into(), patch));
        let expected = Summary::TagEdited { text, ranges: false, attributes: false, entity: false, note: true };
        assert_eq!(summary, expected);
    }
}
