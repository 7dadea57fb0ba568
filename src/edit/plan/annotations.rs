//! Annotations: tagging, changing and removing them, one or many at once.

use std::cmp::Ordering;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::{Planned, existing, label_of, places, quoted};
use crate::edit::ids::{IdKind, IdSource};
use crate::edit::{AnnotationPatch, Change, EditError, NewAnnotation, Stamp, Swap};
use crate::model::{
    Annotation, AnnotationId, ArticleId, AttributeValue, Invalid, Label, LabelId, Project, Records, Relation,
    RelationId,
};
use crate::order;
use crate::text::{TextRange, isolated};

pub(super) fn annotate(project: &Project, ids: &mut IdSource, new: NewAnnotation, stamp: &Stamp) -> Planned {
    let annotation = new_annotation(project, ids, new, stamp)?;
    let summary =
        format!("Tagged {} as {}", quoted(project, &annotation), isolated(&project.label_name(&annotation.label)));
    Ok((summary, vec![Change::Annotation(Swap::put(annotation))]))
}

pub(super) fn annotate_all(project: &Project, ids: &mut IdSource, all: Vec<NewAnnotation>, stamp: &Stamp) -> Planned {
    fn what(one: &Annotation) -> (&ArticleId, &[TextRange], &LabelId) {
        (&one.article, &one.ranges, &one.label)
    }
    let mut made: Vec<Annotation> = Vec::new();
    for new in all {
        let annotation = new_annotation(project, ids, new, stamp)?;
        let there = project.annotations_of(&annotation.article);
        let is_twin = |(_, other): (TextRange, &Rc<Annotation>)| what(other) == what(&annotation);
        if !annotation.ranges.first().is_some_and(|&first| there.overlapping(first).any(is_twin)) {
            made.push(annotation);
        }
    }
    // Of equal ones the first stays, as their ids say.
    order::sort_by(&mut made, |a, b| what(a).cmp(&what(b)));
    made.dedup_by(|a, b| what(a) == what(b));
    order::sort_by(&mut made, |a, b| a.id.cmp(&b.id));
    let summary = match made.as_slice() {
        [one] => format!("Tagged {} as {}", quoted(project, one), isolated(&project.label_name(&one.label))),
        all => format!("Tagged {}", many(project, &all.iter().collect::<Vec<_>>())),
    };
    Ok((summary, made.into_iter().map(|annotation| Change::Annotation(Swap::put(annotation))).collect()))
}

/// "“Priti Patel” as Person, 7 places in 3 articles"; less where words or labels differ.
fn many(project: &Project, all: &[&Annotation]) -> String {
    let places = places(all.iter().map(|one| &one.article));
    let Some(first) = all.first() else { return places };
    let as_label = match all.iter().all(|one| one.label == first.label) {
        true => format!(" as {}", isolated(&project.label_name(&first.label))),
        false => String::new(),
    };
    let words = project.exact(first);
    match all.iter().all(|one| project.exact(one) == words) {
        true => format!("{}{as_label}, {places}", quoted(project, first)),
        false => format!("{places}{as_label}"),
    }
}

fn new_annotation(
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

/// There are few, and for so few a sort is much code.
fn in_order(ranges: Vec<TextRange>) -> Vec<TextRange> {
    let mut sorted = Vec::with_capacity(ranges.len());
    for range in ranges {
        let at = sorted.partition_point(|other| *other <= range);
        sorted.insert(at, range);
    }
    sorted
}

/// The annotation as the patch makes it. Where many are changed alike, each takes what its label has.
fn patched(
    project: &Project,
    before: &Annotation,
    patch: AnnotationPatch,
    alike: bool,
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
            _ if alike && label.attribute(&name).is_none() => {}
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

/// Gives an annotation another label: what that one does not have of attributes is dropped, its defaults are filled in.
fn relabel(annotation: &mut Annotation, label: &Label) {
    let fits = |name: &str, value: &AttributeValue| label.attribute(name).is_some_and(|a| a.refuse(value).is_none());
    annotation.attributes.retain(|name, value| fits(name, value));
    annotation.label = label.id.clone();
    add_defaults(label, &mut annotation.attributes);
}

/// Says who changed an annotation last, and when.
pub(super) fn touch(annotation: &mut Annotation, stamp: &Stamp) {
    annotation.modified = Some(stamp.at.clone());
    annotation.modifier.clone_from(&stamp.by);
}

pub(super) fn update(project: &Project, id: &AnnotationId, patch: AnnotationPatch, stamp: &Stamp) -> Planned {
    let before = existing(project, id)?;
    let after = patched(project, before, patch, false, stamp)?;
    if after == **before {
        return Ok((String::new(), vec![]));
    }
    let mut changes = relations_that_no_longer_fit(project, std::slice::from_ref(&after));
    let summary = summary_of_update(project, before, &after) + &unlinked(&changes);
    changes.push(Change::Annotation(Swap::replace(before, after)));
    Ok((summary, changes))
}

fn summary_of_update(project: &Project, before: &Annotation, after: &Annotation) -> String {
    let now = quoted(project, after);
    let said = changed_fields(before, after);
    if after.label != before.label {
        format!("Changed {now} to {}", isolated(&project.label_name(&after.label)))
    } else if said == ["moved its edges"] {
        match after.ranges.len().cmp(&before.ranges.len()) {
            Ordering::Greater => return format!("Added a part to {}: {now}", quoted(project, before)),
            Ordering::Less => return format!("Removed a part of {}: {now}", quoted(project, before)),
            Ordering::Equal => {}
        }
        format!("Moved the edges of {} to {now}", quoted(project, before))
    } else if let (["changed its entity"], Some(entity)) = (said.as_slice(), &after.entity) {
        let name = project.entity(entity).map(|entity| entity.name.clone()).unwrap_or_default();
        format!("Linked {now} to {}", isolated(&name))
    } else {
        format!("{now}: {}", said.join(", "))
    }
}

fn changed_fields(before: &Annotation, after: &Annotation) -> Vec<&'static str> {
    let changed = [
        (after.ranges != before.ranges, "moved its edges"),
        (after.attributes != before.attributes && after.label == before.label, "changed its attributes"),
        (after.entity != before.entity, "changed its entity"),
        (after.note != before.note, "changed its note"),
    ];
    changed.into_iter().filter(|(holds, _)| *holds).map(|(_, words)| words).collect()
}

pub(super) fn update_all(project: &Project, ids: &[AnnotationId], patch: &AnnotationPatch, stamp: &Stamp) -> Planned {
    let (mut changed, mut swaps) = (Vec::new(), Vec::new());
    let mut ids: Vec<&AnnotationId> = ids.iter().collect();
    order::sort(&mut ids);
    ids.dedup();
    for id in ids {
        let before = existing(project, id)?;
        let after = patched(project, before, patch.clone(), true, stamp)?;
        if after != **before {
            swaps.push(Change::Annotation(Swap::replace(before, after.clone())));
            changed.push(after);
        }
    }
    let entity = patch.entity.as_ref().map(|entity| entity.as_ref().and_then(|id| project.entity(id)));
    let many = || many(project, &changed.iter().collect::<Vec<_>>());
    let summary = match (&patch.label, entity) {
        _ if changed.is_empty() => String::new(),
        (Some(_), _) => format!("Changed {}", many()),
        (None, Some(Some(entity))) => format!("Linked {} to {}", many(), isolated(&entity.name)),
        (None, Some(None)) => format!("Unlinked {}", many()),
        (None, None) => format!("Changed attributes of {}", many()),
    };
    let mut changes = relations_that_no_longer_fit(project, &changed);
    let summary = summary + &unlinked(&changes);
    changes.extend(swaps);
    Ok((summary, changes))
}

/// The removals of the relations that do not allow the labels of changed annotations at their ends, by id.
fn relations_that_no_longer_fit(project: &Project, changed: &[Annotation]) -> Vec<Change> {
    let mut labels: Vec<(&AnnotationId, &LabelId)> = changed.iter().map(|one| (&one.id, &one.label)).collect();
    order::sort(&mut labels);
    let label_of = |id: &AnnotationId| {
        let at = labels.binary_search_by(|(other, _)| (*other).cmp(id));
        at.ok().map(|at| labels[at].1)
    };
    let fits = |relation: &Relation| {
        project.schema().relation_type(&relation.kind).is_none_or(|kind| {
            let allowed =
                |end, labels: &[LabelId]| label_of(end).is_none_or(|label| labels.is_empty() || labels.contains(label));
            allowed(&relation.from, &kind.from) && allowed(&relation.to, &kind.to)
        })
    };
    let gone = relations_at(project, changed.iter().map(|one| &one.id));
    gone.values().filter(|relation| !fits(relation)).map(|relation| Change::Relation(Swap::take(relation))).collect()
}

/// The relations that begin or end at any of these annotations, each once, by id.
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

pub(super) fn remove(project: &Project, ids: &[AnnotationId]) -> Planned {
    let changes = removals(project, ids)?;
    let gone: Vec<&Annotation> = ids.iter().filter_map(|id| project.annotation(id)).map(|one| &**one).collect();
    let summary = match gone.as_slice() {
        [one] => format!("Removed the tag {} on {}", isolated(&project.label_name(&one.label)), quoted(project, one)),
        _ => format!("Removed tags on {}", many(project, &gone)),
    };
    let their = if gone.len() == 1 { "its" } else { "their" };
    let lost = match relations_among(&changes) {
        0 => String::new(),
        1 => format!(" and {their} relation"),
        n => format!(" and {their} {n} relations"),
    };
    Ok((summary + &lost, changes))
}

fn relations_among(changes: &[Change]) -> usize {
    changes.iter().filter(|change| matches!(change, Change::Relation(_))).count()
}

/// What a summary adds where relations went because a label no longer allows them.
fn unlinked(changes: &[Change]) -> String {
    match relations_among(changes) {
        0 => String::new(),
        1 => "; removed a relation that no longer fits".to_owned(),
        n => format!("; removed {n} relations that no longer fit"),
    }
}

/// Takes annotations away, their relations first, so that no relation ever dangles.
pub(super) fn removals(project: &Project, ids: &[AnnotationId]) -> Result<Vec<Change>, Invalid> {
    let mut annotations = Records::default();
    for id in ids {
        annotations.insert(id.clone(), existing(project, id)?.clone());
    }
    let relations = relations_at(project, ids.iter());
    let relations = relations.values().map(|relation| Change::Relation(Swap::take(relation)));
    Ok(relations.chain(annotations.values().map(|a| Change::Annotation(Swap::take(a)))).collect())
}

#[cfg(test)]
mod tests {
    use crate::edit::{AnnotationPatch, ArticleFields, Command, Editor, NewAnnotation, NewArticle, Stamp};
    use crate::model::{Project, Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    /// Three claims "one", "two" and "three"; the first two are linked to the third, by a type that wants claims.
    fn linked() -> (Editor, impl Fn(&mut Editor, Command) -> String) {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let stamp = Stamp { at: at.clone(), by: String::new() };
        let mut schema = news_claims();
        schema.relation_types[1].from = vec!["Claim".into()];
        let mut editor = Editor::new(Project::new("x", schema, at));
        let perform = move |editor: &mut Editor, command| {
            editor.perform(command, stamp.clone()).expect("it can be done").expect("a step").transaction.summary.clone()
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

    #[test]
    fn a_summary_says_which_relations_went_along() {
        let removed = |ids: &[&str]| {
            let (mut editor, perform) = linked();
            let summary = perform(&mut editor, Command::Remove(ids.iter().map(|&id| id.into()).collect()));
            (summary, editor.project().relations().count())
        };
        assert_eq!(removed(&["a1"]), ("Removed the tag Claim on “one” and its relation".to_owned(), 1));
        assert_eq!(removed(&["a3"]), ("Removed the tag Claim on “three” and its 2 relations".to_owned(), 0));
        let several = "Removed tags on 2 places in 1 article as Claim and their 2 relations";
        assert_eq!(removed(&["a1", "a3"]), (several.to_owned(), 0));
    }

    #[test]
    fn relabelling_says_so_too_and_undo_brings_all_back() {
        let (mut editor, perform) = linked();
        let patch = AnnotationPatch { label: Some("Event".into()), ..Default::default() };
        let summary = perform(&mut editor, Command::Update("a1".into(), patch.clone()));
        assert_eq!(summary, "Changed “one” to Event; removed a relation that no longer fits");
        assert_eq!(editor.project().relations().count(), 1);
        editor.undo().expect("an undo");
        assert_eq!(editor.project().relations().count(), 2);
        let summary = perform(&mut editor, Command::UpdateAll(vec!["a1".into(), "a2".into()], patch));
        assert_eq!(summary, "Changed 2 places in 1 article as Event; removed 2 relations that no longer fit");
        let (mut editor, perform) = linked();
        let patch = AnnotationPatch { note: Some("n".to_owned()), ..Default::default() };
        assert_eq!(perform(&mut editor, Command::Update("a1".into(), patch)), "“one”: changed its note");
    }
}
