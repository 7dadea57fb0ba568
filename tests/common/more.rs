//! What people do beyond tagging: to the schema, to entities, to articles as wholes, and to many tags at once.

use std::collections::BTreeSet;
use std::rc::Rc;

use crossread::edit::{
    AnnotationPatch, AttributeMove, AttributeOwner, Change, ChoiceMove, Command, EntityFields, InUse, LinkTo,
    NewAnnotation, NewEntity, RelationPatch, SchemaEdit, uses_without_remap,
};
use crossread::model::{
    Annotation, AnnotationId, ArticleId, ArticleStatus, Attribute, AttributeKind, AttributeValue, Colour, EntityId,
    Label, LabelId, LabelKind, Project, RelationId, RelationTypeId, Schema,
};
use crossread::text::TextRange;

use super::{Action, annotations, pick, stretch, value};

/// The command of an action, as far as there is something for it to be done to.
pub fn command(project: &Project, action: &Action) -> Option<Command> {
    let annotation = |seed: u8| pick(&annotations(project), seed).cloned();
    let some = |seeds: &[u8]| seeds.iter().filter_map(|&seed| annotation(seed)).collect::<Vec<AnnotationId>>();
    let article = |seed: u8| pick(project.articles(), seed);
    Some(match action {
        Action::Describe(which, given) => {
            let (name, value) = given.map_or_else(
                || ("verdict".to_owned(), None),
                |given| {
                    let (name, value) = value(given);
                    (name, Some(value))
                },
            );
            Command::DescribeArticle(article(*which)?.id.clone(), [(name, value)].into())
        }
        Action::Mark(which, status) => {
            let status = ArticleStatus::ALL.get(usize::from(status % 4)).copied();
            Command::MarkArticle(article(*which)?.id.clone(), status)
        }
        Action::AnnotateAll(at, seed) => Command::AnnotateAll(new_annotations(project, at, *seed)),
        Action::UpdateAll(which, label, given, entity) => {
            let patch = AnnotationPatch {
                label: label.map(|seed| any_label(project, seed)),
                attributes: given.map(value).into_iter().map(|(name, value)| (name, Some(value))).collect(),
                entity: entity.map(|seed| any_entity(project, seed)),
                ..Default::default()
            };
            Command::UpdateAll(some(which), patch)
        }
        Action::AddEntity(seed, mentions) => {
            Command::AddEntity(NewEntity { fields: fields(project, *seed), mentions: some(mentions) })
        }
        Action::UpdateEntity(which, seed) => {
            Command::UpdateEntity(any_entity(project, which | 1)?, fields(project, *seed))
        }
        Action::LinkAll(links) => {
            let link = |(to, mentions): &(u8, Vec<u8>)| {
                let known = any_entity(project, *to).map(LinkTo::Known);
                (known.unwrap_or_else(|| LinkTo::New(fields(project, *to))), some(mentions))
            };
            Command::LinkAll(links.iter().map(link).collect())
        }
        Action::Merge(into, others) => {
            let others = others.iter().filter_map(|seed| any_entity(project, seed | 1)).collect();
            Command::MergeEntities(any_entity(project, into | 1)?, others)
        }
        Action::Split(from, mentions) => {
            let from = any_entity(project, from | 1)?;
            Command::SplitEntity { from, name: "Split".to_owned(), mentions: some(mentions) }
        }
        Action::RemoveEntity(which) => Command::RemoveEntity(any_entity(project, which | 1)?),
        Action::UpdateRelation(which, kind, turn, note) => {
            let ids: Vec<RelationId> = project.relations().map(|relation| relation.id.clone()).collect();
            let kinds: Vec<RelationTypeId> =
                project.schema().relation_types.iter().map(|kind| kind.id.clone()).collect();
            let kind = kind.and_then(|seed| pick(&kinds, seed).cloned());
            let note = (note % 3 == 0).then(|| format!("note {note}"));
            Command::UpdateRelation(pick(&ids, *which)?.clone(), RelationPatch { kind, turn: *turn, note })
        }
        Action::Schema(what, which, seed) => Command::EditSchema(Box::new(schema_edit(project, *what, *which, *seed)?)),
        _ => return None,
    })
}

fn new_annotations(project: &Project, at: &[(u8, (u32, u32), u8)], seed: u8) -> Vec<NewAnnotation> {
    let new = |(which, pair, label): &(u8, (u32, u32), u8)| {
        let article = pick(project.articles(), *which)?;
        let text = &article.text;
        let near = (pair.0, (pair.0 % (text.len() as u32 + 1)).saturating_add(pair.1 % 40));
        let range = stretch(text, near);
        let range = TextRange::new(text.floor_grapheme(range.start()), text.ceil_grapheme(range.end()));
        let entity = any_entity(project, seed);
        let tag = NewAnnotation::tag(article.id.clone(), range, any_label(project, *label));
        // An empty one would have all of them refused.
        (!range.is_empty()).then_some(NewAnnotation { entity, ..tag })
    };
    at.iter().filter_map(new).collect()
}

fn any_label(project: &Project, seed: u8) -> LabelId {
    pick(&project.schema().labels, seed).map_or_else(|| "Missing".into(), |label| label.id.clone())
}

/// An entity of the project for an odd number, none for an even one.
fn any_entity(project: &Project, seed: u8) -> Option<EntityId> {
    let ids: Vec<EntityId> = project.entities().map(|entity| entity.id.clone()).collect();
    pick(&ids, seed / 2).filter(|_| seed % 2 == 1).cloned()
}

fn fields(project: &Project, seed: u8) -> EntityFields {
    let identifier = match seed % 4 {
        0 => ("wikidata", "Q42"),
        1 => ("wikidata", "42"),
        2 => ("url", "https://example.org/"),
        _ => ("", ""),
    };
    EntityFields {
        name: ["Ana", " Ben ", "", "Zoë"][usize::from(seed / 4 % 4)].to_owned(),
        label: (seed > 99).then(|| any_label(project, seed)),
        aliases: ["A.", "A.", " ", "Ana"].map(str::to_owned).into(),
        identifiers: [(identifier.0.to_owned(), identifier.1.to_owned())].into(),
        note: if seed.is_multiple_of(5) { "a note".to_owned() } else { String::new() },
    }
}

/// A change of the schema. What goes is given up, is moved, or, where nobody says so, keeps the change from being done.
fn schema_edit(project: &Project, what: u8, which: u8, seed: u8) -> Option<SchemaEdit> {
    let mut edit = SchemaEdit::to((**project.schema()).clone());
    let at = usize::from(which) % edit.schema.labels.len().max(1);
    match what % 10 {
        0 => {
            edit.schema.labels.get_mut(at)?.name = format!("Name {seed}");
            edit.schema.labels.get_mut(at)?.colour = Colour(u32::from(seed) << 8);
        }
        1 => edit.schema.labels.push(new_label(&edit.schema, which)),
        2 => remove_label(&mut edit, at)?,
        3 => edit.schema.relation_types.truncate(usize::from(which % 3)),
        4 => edit.schema.article_attributes.truncate(usize::from(which % 3)),
        5 => edit.schema.relation_types.iter_mut().for_each(|kind| kind.from = vec!["Claim".into()]),
        _ => change_attribute(&mut edit, at, what, which, seed)?,
    }
    if !seed.is_multiple_of(4) {
        settle(project, &mut edit, seed);
    }
    Some(edit)
}

fn new_label(schema: &Schema, seed: u8) -> Label {
    Label {
        id: format!("New{}-{seed}", schema.labels.len()).as_str().into(),
        kind: LabelKind::ALL[usize::from(seed % 3)],
        name: "New".to_owned(),
        short: String::new(),
        colour: Colour(0),
        key: "n1".to_owned(),
        description: String::new(),
        examples: vec![],
        attributes: schema.labels.first().map(|label| label.attributes.clone()).unwrap_or_default(),
        extra: Default::default(),
    }
}

fn remove_label(edit: &mut SchemaEdit, at: usize) -> Option<()> {
    edit.schema.labels.get(at)?;
    let gone = edit.schema.labels.remove(at);
    for kind in &mut edit.schema.relation_types {
        kind.from.retain(|id| id != &gone.id);
        kind.to.retain(|id| id != &gone.id);
    }
    Some(())
}

fn change_attribute(edit: &mut SchemaEdit, at: usize, what: u8, which: u8, seed: u8) -> Option<()> {
    let label = edit.schema.labels.get_mut(at)?;
    let owner = AttributeOwner::Label(label.id.clone());
    let count = label.attributes.len();
    let attribute = label.attributes.get_mut(usize::from(which / 3) % count.max(1))?;
    let name = attribute.name.clone();
    match what % 10 {
        6 => {
            attribute.name = format!("{name}2");
            let moved = AttributeMove { owner, from: name.clone(), to: Some(attribute.name.clone()) };
            edit.attributes.push(moved);
            label.attributes.iter_mut().for_each(|one| {
                one.when.iter_mut().filter(|when| when.attribute == name).for_each(|when| when.attribute += "2");
            });
        }
        7 => {
            label.attributes.retain(|one| one.name != name && one.when.is_none());
        }
        8 => {
            let gone = attribute.choices.pop()?;
            attribute.default = None;
            if seed.is_multiple_of(2) {
                attribute.choices.push(format!("{gone}2"));
                let to = attribute.choices.last().cloned();
                edit.choices.push(ChoiceMove { owner, attribute: name, from: gone, to });
            }
        }
        _ => {
            attribute.kind = AttributeKind::ALL[usize::from(seed) % 6];
            attribute.default = None;
        }
    }
    Some(())
}

/// Says of everything that goes what becomes of it.
fn settle(project: &Project, edit: &mut SchemaEdit, seed: u8) {
    // Moving to another label may leave more to be said of its attributes.
    for _ in 0..20 {
        let Some(used) = uses_without_remap(project, edit).into_iter().next() else { return };
        match used {
            InUse::Label(id, _) => {
                let to =
                    pick(&edit.schema.labels, seed).map(|label| label.id.clone()).filter(|_| !seed.is_multiple_of(3));
                edit.labels.insert(id, to);
            }
            InUse::Attribute(owner, from, _) => edit.attributes.push(AttributeMove { owner, from, to: None }),
            InUse::Choice(owner, attribute, from, _) => {
                edit.choices.push(ChoiceMove { owner, attribute, from, to: None });
            }
            InUse::RelationType(id, _) => {
                let to = pick(&edit.schema.relation_types, seed)
                    .map(|kind| kind.id.clone())
                    .filter(|_| !seed.is_multiple_of(3));
                edit.relation_types.insert(id, to);
            }
        }
    }
}

/// Whether no entity, label or relation end is named that is not there; the model's own check says the same, by its own
/// code.
pub fn nothing_dangles(project: &Project) -> bool {
    let is_entity = |id: &str| project.entity(&id.into()).is_some();
    let values_hold = |attributes: &[crossread::model::Attribute],
                       values: &std::collections::BTreeMap<String, AttributeValue>| {
        values.iter().all(|(name, value)| {
            attributes.iter().find(|one| &one.name == name).is_some_and(|one| match (one.kind, value) {
                (AttributeKind::Entity, AttributeValue::Text(id)) => is_entity(id),
                (AttributeKind::Choice, AttributeValue::Text(choice)) => one.choices.contains(choice),
                (AttributeKind::MultipleChoice, AttributeValue::List(list)) => {
                    list.iter().all(|choice| one.choices.contains(choice))
                }
                _ => true,
            })
        })
    };
    let schema = project.schema();
    project.all_annotations().all(|one| {
        schema.label(&one.label).is_some_and(|label| values_hold(&label.attributes, &one.attributes))
            && one.entity.as_ref().is_none_or(|id| is_entity(id.as_str()))
    }) && project.articles().iter().all(|article| values_hold(&schema.article_attributes, &article.attributes))
        && project.entities().all(|one| one.label.as_ref().is_none_or(|label| schema.label(label).is_some()))
        && project.relations().all(|one| {
            schema.relation_type(&one.kind).is_some()
                && project.annotation(&one.from).is_some()
                && project.annotation(&one.to).is_some()
        })
}

/// Checks that every index of a project is equal to a scan over its records.
pub fn assert_indexes_equal_scans(project: &Project) {
    let ids = |all: Vec<&AnnotationId>| all.into_iter().cloned().collect::<BTreeSet<AnnotationId>>();
    for annotation in project.annotation_records().values() {
        let id = &annotation.id;
        let scan: Vec<_> = project.relations().filter(|one| &one.from == id || &one.to == id).collect();
        assert_eq!(project.relations_of(id).collect::<Vec<_>>(), scan, "the relations of {id}");
        let set = project.annotations_of(&annotation.article);
        assert!(set.iter().any(|one| Rc::ptr_eq(one, annotation)), "{id} is in the set of its article");
    }
    let count: usize = project.articles().iter().map(|article| project.annotations_of(&article.id).len()).sum();
    assert_eq!(count, project.annotation_count(), "the sets have no other annotations");
    for entity in project.entities() {
        let refers = |one: &Annotation| {
            let label = project.schema().label(&one.label).expect("a label of the schema");
            let is_named = |attribute: &Attribute| {
                let value = one.attributes.get(&attribute.name);
                attribute.kind == AttributeKind::Entity && value == Some(&AttributeValue::Text(entity.id.to_string()))
            };
            one.entity.as_ref() == Some(&entity.id) || label.attributes.iter().any(is_named)
        };
        let all = || project.annotation_records().values();
        let scan: Vec<_> = all().filter(|one| one.entity.as_ref() == Some(&entity.id)).collect();
        assert_eq!(project.mentions_of(&entity.id).collect::<Vec<_>>(), scan, "the mentions of {}", entity.id);
        let scan: Vec<_> = all().filter(|one| refers(one)).collect();
        assert_eq!(project.references_to(&entity.id).collect::<Vec<_>>(), scan, "what refers to {}", entity.id);
        assert!(
            project
                .references_to(&entity.id)
                .all(|one| project.annotation(&one.id).is_some_and(|o| Rc::ptr_eq(o, one)))
        );
    }
    assert_eq!(
        ids(project.annotation_records().ids().collect()),
        ids(project.all_annotations().map(|one| &one.id).collect())
    );
}

/// Checks that a collection has the same pointer before and after a step that did not change any of its records.
pub fn assert_unchanged_is_shared(before: &Project, changes: &[Change], after: &Project) {
    let has = |kind: fn(&Change) -> bool| changes.iter().any(kind);
    let touched = |article: &ArticleId| {
        changes.iter().any(|change| match change {
            Change::Annotation(change) => change.either().is_some_and(|one| &one.article == article),
            Change::Article { change, .. } => change.either().is_some_and(|one| &one.id == article),
            _ => false,
        })
    };
    let pairs = [
        (has(|one| matches!(one, Change::Schema { .. })), Rc::ptr_eq(before.schema(), after.schema())),
        (has(|one| matches!(one, Change::Article { .. })), Rc::ptr_eq(before.article_list(), after.article_list())),
        (has(|one| matches!(one, Change::Entity(_))), Rc::ptr_eq(before.entity_records(), after.entity_records())),
        (
            has(|one| matches!(one, Change::Relation(_))),
            Rc::ptr_eq(before.relation_records(), after.relation_records()),
        ),
        (
            has(|one| matches!(one, Change::Annotation(_))),
            Rc::ptr_eq(before.annotation_records(), after.annotation_records()),
        ),
    ];
    for (kind, (is_changed, is_shared)) in pairs.into_iter().enumerate() {
        assert_eq!(is_changed, !is_shared, "collection {kind}");
    }
    for article in after.articles().iter().filter(|article| before.article(&article.id).is_some()) {
        let is_shared = Rc::ptr_eq(&before.annotations_of(&article.id), &after.annotations_of(&article.id));
        assert!(is_shared || touched(&article.id), "the annotations of {}", article.id);
    }
    assert!(before.is_same(&before.clone()) && !before.is_same(after));
}
