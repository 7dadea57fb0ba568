//! Predictions of other tools: they are reviewed as computed suggestions are.

use std::rc::Rc;

use crossread::analysis::suggestions::{Grouping, PredictionSteps, SuggestionKind, SuggestionList};
use crossread::app::messages::suggestions::reason;
use crossread::app::{SuggestionAction, Tab, ViewAction};
use crossread::edit::{Command, SchemaEdit};
use crossread::format::native;
use crossread::model::{AnnotationId, LabelId};
use serde_json::{Value, json};

use crate::harness::Table;
use crate::suggestions::{answered, ids, open};

const TEXT: &str = "Ann met Bob in Rome. Ann left Rome.";

fn prediction(id: &str, label: &str, exact: &str, from: usize, more: &Value) -> Value {
    let start = TEXT[from..].find(exact).expect("a part of the text") + from;
    let range = json!({ "start": start, "end": start + exact.len(), "exact": exact });
    let annotation = json!({ "id": id, "article": "a", "label": label, "ranges": [range] });
    let mut prediction = json!({ "annotation": annotation, "source": "label-studio", "model": "model-v2" });
    for (name, value) in more.as_object().into_iter().flatten() {
        prediction[name] = value.clone();
    }
    prediction
}

/// A page with five predictions at four places.
fn predicted() -> Table {
    let label = |name: &str| {
        json!({
            "id": name, "kind": "other", "name": name, "colour": "#0072b2",
            "attributes": [{ "name": "sure", "kind": "yes/no" }],
        })
    };
    let mut bob = prediction("p2", "Person", "Bob", 0, &json!({ "score": 0.4 }));
    bob["annotation"]["attributes"] = json!({ "sure": true });
    let file = json!({
        "format": "crossread", "version": 1, "project": { "title": "P", "created": "2026-01-01T00:00:00Z" },
        "schema": { "labels": [label("Person"), label("Place")], "relationTypes": [{ "id": "met", "name": "met" }] },
        "articles": [{ "id": "a", "title": "Article a", "text": TEXT }],
        "predictions": [
            prediction("p1", "Person", "Ann", 0, &json!({ "score": 0.871_23, "relations": [{ "type": "met", "to": "p2" }] })),
            bob,
            prediction("p3", "Place", "Rome", 0, &json!({})),
            prediction("p4", "Person", "Ann", 5, &json!({ "score": 0.6 })),
            prediction("p5", "Person", "Ann", 0, &json!({ "score": 0.9, "model": "model-v3" })),
        ],
    });
    let project = native::read(&file.to_string()).expect("a project");
    let mut state = crossread::app::State::new(project, "p1".to_owned());
    state.view.open = vec!["a".into()];
    Table { state, effects: Vec::new(), is_slow: false }
}

fn opened() -> Table {
    answered(predicted().act(ViewAction::ShowTab(Tab::Suggestions)))
}

fn review() -> Table {
    answered(predicted().keys("S"))
}

fn keys(table: Table, keys: &str) -> Table {
    keys.split_whitespace().fold(table, |table, key| answered(table.page_keys(key)))
}

fn accepted(table: &Table) -> Vec<String> {
    let predictions = table.state.project().predictions().values();
    predictions.filter(|one| one.accepted.is_some()).map(|one| one.tag.id.to_string()).collect()
}

const ALL: [&str; 4] = ["Person: Ann", "Person: Bob", "Place: Rome", "Person: Ann"];

rows! {
    what_several_models_propose_is_one_suggestion_and_places_of_a_text_are_a_group: {
        let t = opened();
        assert_eq!(open(&t), ALL);
        let groups: Vec<_> = t.state.suggestions.list.groups.iter().map(|group| (group.kind, group.items.len())).collect();
        assert_eq!(groups, [2, 1, 1].map(|count| (SuggestionKind::Prediction, count)));
        let reasons: Vec<_> = t.state.suggestions.list.open.iter().map(|one| reason(&one.reason)).collect();
        let plain: Vec<_> = reasons.iter().map(|text| text.replace(['\u{2068}', '\u{2069}'], "")).collect();
        assert_eq!(plain, [
            "model-v3, 0.9 (Label Studio)", "model-v2, 0.4 (Label Studio)", "model-v2 (Label Studio)", "model-v2, 0.6 (Label Studio)",
        ]);
        t
    };
    the_least_score_leaves_out_those_without_one: {
        let t = opened().act(SuggestionAction::SetMinScore(50));
        let listed: Vec<_> = t.state.suggestions.listed().iter().map(|group| group.items.len()).collect();
        assert_eq!(listed, [2]);
        t.act(SuggestionAction::AcceptListed(Some(SuggestionKind::Prediction))).expect_tags(["Person: Ann", "Person: Ann"])
    };
    a_key_accepts_one_with_its_attributes_and_undo_brings_it_back: {
        let t = keys(review(), ". a").expect_tags(["Person: Bob"]);
        assert_eq!((accepted(&t), t.saved()), (vec!["p2".to_owned()], 1));
        assert_eq!(open(&t), ["Person: Ann", "Place: Rome", "Person: Ann"]);
        let tag = t.state.project().all_annotations().next().expect("a tag").clone();
        assert!(tag.attributes.contains_key("sure") && tag.creator == "Ada");
        let t = keys(t, "Ctrl+Z").expect_tags([]);
        assert_eq!((open(&t), accepted(&t)), (ALL.map(str::to_owned).to_vec(), vec![]));
        let current = t.state.mode.review().map(|review| review.current.spans[0].range.indices());
        assert_eq!(current.map(|range| &TEXT[range]), Some("Bob"));
        keys(t, "Ctrl+Shift+Z").expect_tags(["Person: Bob"])
    };
    all_models_are_accepted_with_a_place: {
        let t = keys(review(), "a");
        assert_eq!(accepted(&t), ["p1", "p5"]);
        t
    };
    what_was_accepted_with_other_edges_or_changed_since_is_not_proposed_again: {
        let t = keys(review(), ". ] a").expect_tags(["Person: Bob in"]);
        assert_eq!(open(&t).len(), 3);
        let id: AnnotationId = t.state.project().all_annotations().next().expect("a tag").id.clone();
        let t = answered(t.act(Command::Remove(vec![id])));
        assert_eq!(open(&t).len(), 3, "the user has decided");
        t
    };
    what_is_tagged_by_hand_is_not_proposed: {
        let t = answered(opened().tagged("Rome", "Place"));
        assert_eq!((open(&t), accepted(&t)), (vec!["Person: Ann".to_owned(), "Person: Bob".to_owned(), "Person: Ann".to_owned()], vec![]));
        let t = answered(t.keys("Ctrl+Z"));
        assert_eq!(open(&t), ALL);
        t
    };
    what_is_rejected_stays_so_and_can_be_restored: {
        let t = opened();
        let bob = ids(&t, "Bob");
        let t = answered(t.act(SuggestionAction::Reject(bob.clone())));
        assert_eq!((open(&t).len(), t.state.suggestions.list.rejected.len()), (3, 1));
        let read = native::read(&native::write(t.state.project())).expect("its own file");
        assert!(read.is_rejected(&bob[0]) && read.predictions().len() == 5);
        let t = answered(t.act(SuggestionAction::Restore(bob)));
        assert_eq!(open(&t), ALL);
        t
    };
    a_relation_is_proposed_when_both_ends_are_tags: {
        let t = keys(review(), "a");
        let relations = |t: &Table| t.state.suggestions.list.open.iter().filter(|one| one.kind == SuggestionKind::Relation).count();
        assert_eq!(relations(&t), 0);
        let t = keys(t, "a");
        assert_eq!(relations(&t), 1);
        let id = t.state.suggestions.list.open.iter().find(|one| one.kind == SuggestionKind::Relation).expect("it").id.clone();
        let t = answered(t.act(SuggestionAction::Accept(vec![id])));
        assert_eq!((relations(&t), t.state.project().relations().count()), (0, 1));
        t
    };
    the_first_list_needs_no_computing: {
        let t = predicted().keys("S");
        let project = t.state.project().clone();
        let (mut steps, mut all) = (PredictionSteps::default(), Vec::new());
        while steps.step(&project, &mut all) {}
        let list = Grouping::new(project.clone(), all, &SuggestionList::default()).finish();
        let t = t.act(SuggestionAction::Begun(project, Rc::new(list)));
        assert!(t.state.mode.review().is_some() && !t.state.suggestions.is_current);
        assert_eq!(open(&answered(t)), ALL);
        predicted()
    };
    an_old_first_list_is_dropped: {
        let t = predicted().keys("S");
        let other = Rc::new((**t.state.project()).clone());
        let t = t.act(SuggestionAction::Begun(other, Rc::new(SuggestionList::default())));
        assert!(t.state.suggestions.list.open.is_empty() && t.state.mode.review().is_none());
        t
    };
    predictions_go_with_their_article_and_come_back: {
        let t = predicted().act(Command::RemoveArticle("a".into()));
        assert!(t.state.project().predictions().is_empty());
        let t = t.page_keys("Ctrl+Z");
        assert_eq!(t.state.project().predictions().len(), 5);
        t
    };
    another_schema_changes_predictions: {
        let t = predicted();
        let mut schema = (**t.state.project().schema()).clone();
        schema.labels.retain(|label| label.name != "Place");
        schema.relation_types.clear();
        let refused = crossread::edit::uses_without_remap(t.state.project(), &SchemaEdit::to(schema.clone()));
        assert_eq!(refused.len(), 2, "the user is asked: {refused:?}");
        let mut edit = SchemaEdit::to(schema);
        edit.labels.insert("Place".into(), Some("Person".into()));
        edit.relation_types.insert("met".into(), None);
        let t = t.act(Command::EditSchema(Box::new(edit.clone())));
        let labels: Vec<_> = t.state.project().predictions().values().map(|one| one.tag.label.clone()).collect();
        assert_eq!(labels, vec![LabelId::from("Person"); 5]);
        assert!(t.state.project().predictions().values().all(|one| one.relations.is_empty()));
        edit.labels.insert("Place".into(), None);
        let t = predicted().act(Command::EditSchema(Box::new(edit)));
        assert_eq!(t.state.project().predictions().len(), 4);
        t
    };
}
