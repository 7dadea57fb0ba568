//! Plans for entities: adds, edits, merges, splits and removes them, and updates references to them.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::rc::Rc;

use super::annotations::touch;
use super::common::{Planned, existing, nothing};
use crate::edit::ids::{IdKind, IdSource};
use crate::edit::{Change, EditError, EntityFields, LinkTo, NewEntity, Places, RecordChange, Stamp, Summary};
use crate::model::{
    Annotation, AnnotationId, Article, ArticleId, Attribute, AttributeKind, AttributeValue, Entity, EntityId, Extra,
    Invalid, Project, RecordKind, Records,
};
use crate::order;

pub(super) fn add(project: &Project, ids: &mut IdSource, new: NewEntity, stamp: &Stamp) -> Planned {
    let entity = with_fields(ids.next(IdKind::Entity).as_str().into(), new.fields)?;
    project.check_entity(&entity)?;
    let mut changes = vec![Change::Entity(RecordChange::insert(entity.clone()))];
    let linked = link(project, &new.mentions, &entity.id, &mut Records::default(), stamp)?;
    let at = match linked.is_empty() {
        true => Places::default(),
        false => {
            let mentions = new.mentions.iter().filter_map(|id| project.annotation(id));
            Places::count(mentions.map(|one| &one.article))
        }
    };
    changes.extend(linked);
    Ok((Summary::EntityAdded { name: entity.name, at }, changes))
}

/// An entity with these fields: trimmed, without empty and duplicate values.
fn with_fields(id: EntityId, fields: EntityFields) -> Result<Entity, EditError> {
    let name = fields.name.trim().to_owned();
    if name.is_empty() {
        return Err(EditError::NoEntityName);
    }
    let mut identifiers = BTreeMap::new();
    for (scheme, value) in fields.identifiers {
        let (scheme, value) = (scheme.trim().to_owned(), value.trim().to_owned());
        if let Some(expected) = Entity::expected_identifier(&scheme, &value).filter(|_| !value.is_empty()) {
            return Err(EditError::Identifier { scheme, value, expected });
        }
        if !value.is_empty() && !scheme.is_empty() {
            identifiers.insert(scheme, value);
        }
    }
    let mut entity = Entity {
        id,
        name,
        label: fields.label,
        aliases: vec![],
        identifiers,
        note: fields.note,
        extra: Default::default(),
    };
    fields.aliases.iter().for_each(|alias| add_alias(&mut entity, alias));
    Ok(entity)
}

fn add_alias(entity: &mut Entity, alias: &str) {
    let alias = alias.trim();
    if !alias.is_empty() && alias != entity.name && !entity.aliases.iter().any(|one| one == alias) {
        entity.aliases.push(alias.to_owned());
    }
}

/// Links annotations to an entity, except those in `done`, and adds them to `done`.
fn link(
    project: &Project,
    ids: &[AnnotationId],
    entity: &EntityId,
    done: &mut Records<AnnotationId, Annotation>,
    stamp: &Stamp,
) -> Result<Vec<Change>, Invalid> {
    let mut changes = Vec::new();
    for id in ids {
        let before = existing(project, id)?;
        let is_new = done.get(id).is_none();
        done.insert(id.clone(), before.clone());
        if is_new && before.entity.as_ref() != Some(entity) {
            let mut after = (**before).clone();
            after.entity = Some(entity.clone());
            touch(&mut after, stamp);
            changes.push(Change::Annotation(RecordChange::replace(before, after)));
        }
    }
    Ok(changes)
}

/// Links mentions to many existing or new entities.
pub(super) fn link_all(
    project: &Project,
    ids: &mut IdSource,
    links: Vec<(LinkTo, Vec<AnnotationId>)>,
    stamp: &Stamp,
) -> Planned {
    let (mut changes, mut taken, mut created) = (Vec::new(), Records::default(), 0);
    let entities = links.len();
    for (to, mentions) in links {
        let entity = match to {
            LinkTo::Known(id) => found(project, &id)?.id.clone(),
            LinkTo::New(fields) => {
                let entity = with_fields(ids.next(IdKind::Entity).as_str().into(), fields)?;
                project.check_entity(&entity)?;
                let id = entity.id.clone();
                changes.push(Change::Entity(RecordChange::insert(entity)));
                created += 1;
                id
            }
        };
        changes.extend(link(project, &mentions, &entity, &mut taken, stamp)?);
    }
    let at = Places::count(taken.values().map(|one| &one.article));
    Ok((Summary::MentionsLinked { at, entities, created }, changes))
}

fn found<'a>(project: &'a Project, id: &EntityId) -> Result<&'a Rc<Entity>, Invalid> {
    project.entity(id).ok_or_else(|| Invalid::dangling(RecordKind::Entity, id))
}

pub(super) fn update(project: &Project, id: &EntityId, fields: EntityFields) -> Planned {
    let before = found(project, id)?;
    let mut after = with_fields(id.clone(), fields)?;
    after.extra = before.extra.clone();
    project.check_entity(&after)?;
    let name = after.name.clone();
    let summary = match name == before.name {
        true => Summary::EntityEdited { name },
        false => Summary::EntityRenamed { before: before.name.clone(), after: name },
    };
    let changes = if after == **before { vec![] } else { vec![Change::Entity(RecordChange::replace(before, after))] };
    Ok((summary, changes))
}

pub(super) fn merge(project: &Project, into: &EntityId, others: &[EntityId], stamp: &Stamp) -> Planned {
    let before = found(project, into)?;
    let mut after = (**before).clone();
    let mut removed: Vec<&Rc<Entity>> = Vec::new();
    for id in others {
        let other = found(project, id)?;
        if id != into && !removed.iter().any(|one| &one.id == id) {
            absorb(&mut after, other);
            removed.push(other);
        }
    }
    if removed.is_empty() {
        return nothing();
    }
    let names = removed.iter().map(|one| one.name.clone()).collect();
    let summary = Summary::EntitiesMerged { names, into: after.name.clone() };
    let mut changes = vec![Change::Entity(RecordChange::replace(before, after))];
    changes.extend(repoint(project, &removed, Some(into), stamp));
    changes.extend(removed.iter().map(|one| Change::Entity(RecordChange::remove(one))));
    Ok((summary, changes))
}

/// Adds the names, identifiers and notes of `other` to an entity. A conflicting identifier is added to the note.
fn absorb(entity: &mut Entity, other: &Entity) {
    add_alias(entity, &other.name);
    other.aliases.iter().for_each(|alias| add_alias(entity, alias));
    let mut notes = vec![entity.note.clone(), other.note.clone()];
    for (scheme, value) in &other.identifiers {
        match entity.identifiers.get(scheme) {
            None => drop(entity.identifiers.insert(scheme.clone(), value.clone())),
            Some(own) if own == value => {}
            Some(_) => notes.push(format!("{scheme} of {}: {value}", other.name)),
        }
    }
    notes.retain(|note| !note.is_empty());
    entity.note = notes.join("\n");
    entity.label = entity.label.take().or_else(|| other.label.clone());
    let mut extra = entity.extra.fields().to_vec();
    extra.extend(
        other
            .extra
            .fields()
            .iter()
            .filter(|(name, _)| !entity.extra.fields().iter().any(|(own, _)| own == name))
            .cloned(),
    );
    entity.extra = Extra::new(extra);
}

pub(super) fn split(
    project: &Project,
    ids: &mut IdSource,
    from: &EntityId,
    name: String,
    mentions: Vec<AnnotationId>,
    stamp: &Stamp,
) -> Planned {
    let before = found(project, from)?;
    let mut rest = (**before).clone();
    let mut sorted: Vec<&AnnotationId> = mentions.iter().collect();
    order::sort(&mut sorted);
    let is_moved = |id: &AnnotationId| sorted.binary_search(&id).is_ok();
    let remaining = project.mentions_of(from).filter(|one| !is_moved(&one.id));
    let remaining: Vec<String> = remaining.map(|one| project.exact(one)).collect();
    let moved: Vec<String> =
        mentions.iter().filter_map(|id| project.annotation(id)).map(|one| project.exact(one)).collect();
    let is_moved = |alias: &String| moved.contains(alias) && !remaining.contains(alias);
    let (aliases, kept) = rest.aliases.iter().cloned().partition(is_moved);
    rest.aliases = kept;
    let label = before.label.clone();
    let fields = EntityFields { name, label, aliases, ..Default::default() };
    let (_, mut changes) = add(project, ids, NewEntity { fields, mentions }, stamp)?;
    let name = match changes.first() {
        Some(Change::Entity(RecordChange { after: Some(entity), .. })) => entity.name.clone(),
        _ => String::new(),
    };
    if rest != **before {
        changes.push(Change::Entity(RecordChange::replace(before, rest)));
    }
    Ok((Summary::EntitySplit { name, from: before.name.clone() }, changes))
}

pub(super) fn remove(project: &Project, id: &EntityId, stamp: &Stamp) -> Planned {
    let entity = found(project, id)?;
    let mut changes = repoint(project, &[entity], None, stamp);
    changes.push(Change::Entity(RecordChange::remove(entity)));
    Ok((Summary::EntityRemoved { name: entity.name.clone() }, changes))
}

/// Replaces all references to the removed entities by references to another one; without one, removes the references.
fn repoint(project: &Project, removed: &[&Rc<Entity>], to: Option<&EntityId>, stamp: &Stamp) -> Vec<Change> {
    let is_removed = |id: &EntityId| removed.iter().any(|one| &one.id == id);
    let mut changes = Vec::new();
    for before in referring(project, removed) {
        let mut after = (*before).clone();
        if after.entity.as_ref().is_some_and(is_removed) {
            after.entity = to.cloned();
        }
        let attributes = project.schema().label(&before.label).map_or(&[][..], |label| &label.attributes);
        repoint_values(&mut after.attributes, attributes, is_removed, to);
        touch(&mut after, stamp);
        changes.push(Change::Annotation(RecordChange::replace(&before, after)));
    }
    for (index, before) in project.articles().iter().enumerate() {
        let mut attributes = before.attributes.clone();
        repoint_values(&mut attributes, &project.schema().article_attributes, is_removed, to);
        if attributes != before.attributes {
            let after = Article { attributes, ..(**before).clone() };
            changes.push(Change::Article { index, change: RecordChange::replace(before, after) });
        }
    }
    changes
}

/// The annotations that refer to any of these entities, without duplicates, in article and text order.
fn referring(project: &Project, entities: &[&Rc<Entity>]) -> Vec<Rc<Annotation>> {
    let mut found = Records::default();
    for entity in entities {
        project.references_to(&entity.id).for_each(|one| found.insert(one.id.clone(), one.clone()));
    }
    let index_of = |id: &ArticleId| project.articles().iter().position(|article| &article.id == id);
    let key = |one: &Rc<Annotation>| (index_of(&one.article), one.start(), Reverse(one.ranges.first().copied()));
    let mut sorted: Vec<(_, Rc<Annotation>)> = found.values().map(|one| (key(one), one.clone())).collect();
    order::sort_by(&mut sorted, |a, b| a.0.cmp(&b.0));
    sorted.into_iter().map(|(_, one)| one).collect()
}

fn repoint_values(
    values: &mut BTreeMap<String, AttributeValue>,
    attributes: &[Attribute],
    is_removed: impl Fn(&EntityId) -> bool,
    to: Option<&EntityId>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.kind == AttributeKind::Entity) {
        let refers =
            |value: &AttributeValue| matches!(value, AttributeValue::Text(id) if is_removed(&id.as_str().into()));
        if values.get(&attribute.name).is_some_and(refers) {
            match to {
                Some(to) => values.insert(attribute.name.clone(), AttributeValue::Text(to.to_string())),
                None => values.remove(&attribute.name),
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::{ArticleFields, Command, Editor, NewAnnotation, NewArticle};
    use crate::model::{Timestamp, news_claims};
    use crate::text::{Text, TextRange};

    /// An editor of a project with a tag on each word, and the ids of the tags.
    fn editor(words: &str) -> (Editor, Stamp, Vec<AnnotationId>) {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        let stamp = Stamp { at: at.clone(), by: String::new() };
        let mut editor = Editor::new(Project::new("x", news_claims(), at));
        let fields = ArticleFields { title: "x".to_owned(), ..Default::default() };
        let article = NewArticle { id: Some("x".into()), index: None, fields, text: Text::new(words) };
        editor.perform(Command::AddArticles(vec![article]), stamp.clone()).expect("an article");
        let mut start = 0;
        for word in words.split(' ') {
            let range = TextRange::from_indices(start, start + word.len());
            let tag = NewAnnotation::tag("x".into(), range, "Person".into());
            editor.perform(Command::Annotate(tag), stamp.clone()).expect("a tag");
            start += word.len() + 1;
        }
        let ids = editor.project().all_annotations().map(|one| one.id.clone()).collect();
        (editor, stamp, ids)
    }

    fn new(name: &str) -> LinkTo {
        LinkTo::New(EntityFields { name: name.to_owned(), ..Default::default() })
    }

    #[test]
    fn linking_many_mentions_is_one_step() {
        let (mut editor, stamp, ids) = editor("Patel Macron Patel");
        let before = editor.project().clone();
        let links = vec![(new("Patel"), vec![ids[0].clone(), ids[2].clone()]), (new("Macron"), vec![ids[1].clone()])];
        let step = editor.perform(Command::LinkAll(links), stamp).expect("links").expect("a change");
        let at = Places { places: 3, articles: 1 };
        assert_eq!(step.transaction.summary, Summary::MentionsLinked { at, entities: 2, created: 2 });
        let linked = |id: &AnnotationId| {
            let entity = editor.project().annotation(id).and_then(|one| one.entity.clone());
            entity.and_then(|id| editor.project().entity(&id).cloned()).map(|one| one.name.clone())
        };
        assert_eq!(ids.iter().filter_map(linked).collect::<Vec<_>>(), ["Patel", "Macron", "Patel"]);
        editor.undo().expect("an undo");
        assert!(editor.project().all_annotations().eq(before.all_annotations()));
        assert_eq!(editor.project().entities().count(), 0);
    }

    #[test]
    fn a_mention_listed_twice_is_linked_once_and_missing_records_are_refused() {
        let (mut editor, stamp, ids) = editor("Patel");
        let twice = vec![(new("A"), vec![ids[0].clone(), ids[0].clone()]), (new("B"), ids.clone())];
        editor.perform(Command::LinkAll(twice), stamp.clone()).expect("links");
        let entity = editor.project().annotation(&ids[0]).and_then(|one| one.entity.clone());
        assert_eq!(entity, editor.project().entities().next().map(|one| one.id.clone()));
        let missing = vec![(LinkTo::Known("e9".into()), ids)];
        assert!(editor.perform(Command::LinkAll(missing), stamp.clone()).is_err());
        let missing = vec![(new("C"), vec!["a9".into()])];
        assert!(editor.perform(Command::LinkAll(missing), stamp).is_err());
        assert_eq!(editor.project().entities().count(), 2);
    }
}
