//! Checks of projects that are independent of the model's own checks.

use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

use crossread::edit::Change;
use crossread::model::{Annotation, AnnotationId, ArticleId, Attribute, AttributeKind, AttributeValue, Project};

/// Whether all references to entities, labels and annotations refer to existing records, and all choices exist.
pub fn has_no_dangling_references(project: &Project) -> bool {
    let is_entity = |id: &str| project.entity(&id.into()).is_some();
    let are_valid = |attributes: &[Attribute], values: &BTreeMap<String, AttributeValue>| {
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
        schema.label(&one.label).is_some_and(|label| are_valid(&label.attributes, &one.attributes))
            && one.entity.as_ref().is_none_or(|id| is_entity(id.as_str()))
    }) && project.articles().iter().all(|article| are_valid(&schema.article_attributes, &article.attributes))
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
    assert_eq!(count, project.annotation_count(), "the sets contain no other annotations");
    for entity in project.entities() {
        let refers = |one: &Annotation| {
            let label = project.schema().label(&one.label).expect("a label of the schema");
            let refers_to_it = |attribute: &Attribute| {
                let value = one.attributes.get(&attribute.name);
                attribute.kind == AttributeKind::Entity && value == Some(&AttributeValue::Text(entity.id.to_string()))
            };
            one.entity.as_ref() == Some(&entity.id) || label.attributes.iter().any(refers_to_it)
        };
        let all = || project.annotation_records().values();
        let scan: Vec<_> = all().filter(|one| one.entity.as_ref() == Some(&entity.id)).collect();
        assert_eq!(project.mentions_of(&entity.id).collect::<Vec<_>>(), scan, "the mentions of {}", entity.id);
        let scan: Vec<_> = all().filter(|one| refers(one)).collect();
        assert_eq!(project.references_to(&entity.id).collect::<Vec<_>>(), scan, "the references to {}", entity.id);
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
        (has(|one| matches!(one, Change::Prediction(_))), Rc::ptr_eq(before.predictions(), after.predictions())),
        (has(|one| matches!(one, Change::Rejection { .. })), Rc::ptr_eq(before.rejected(), after.rejected())),
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
