//! Tests of schema drafts and their application to a project.

use crossread::edit::{
    AttributeOwner, Command, DraftProblem, Editor, InUse, Part, Remap, SchemaChange, SchemaDraft, Stamp, Summary,
    relations_without_place, uses_without_remap,
};
use crossread::format::native;
use crossread::model::{AttributeKind, AttributeValue, Colour, Timestamp, news_claims};

/// Two claims with attributes and a relation, a person, and an article about France.
const PROJECT: &str = r##"{ "format": "crossread", "version": 1,
  "project": { "title": "P", "created": "2026-01-01T00:00:00Z" },
  "schema": {
    "labels": [
      { "id": "Claim", "kind": "claim", "name": "Claim", "colour": "#aa0000", "key": "c", "attributes": [
        { "name": "verdict", "kind": "choice", "choices": ["true", "false", "open"], "default": "open" },
        { "name": "why", "kind": "text", "when": { "attribute": "verdict", "value": "false" } },
        { "name": "kinds", "kind": "multiple choice", "choices": ["a", "b"] }
      ]},
      { "id": "Person", "kind": "entity", "name": "Person", "colour": "#0072b2", "key": "1" },
      { "id": "Spare", "kind": "entity", "name": "Spare", "colour": "#0072b3", "key": "2" }
    ],
    "articleAttributes": [{ "name": "topic", "kind": "choice", "choices": ["France", "other"] }],
    "relationTypes": [{ "id": "supports", "name": "supports", "from": ["Claim"], "to": ["Claim"] },
                      { "id": "names", "name": "names" }]
  },
  "articles": [{ "id": "x", "title": "X", "text": "One two three four.", "attributes": { "topic": "France" } }],
  "entities": [{ "id": "e1", "name": "Two", "label": "Person" }],
  "annotations": [
    { "id": "a1", "article": "x", "label": "Claim", "created": "2026-01-01T00:00:00Z",
      "ranges": [{ "start": 0, "end": 3, "exact": "One" }], "attributes": { "verdict": "true", "kinds": ["a", "b"] } },
    { "id": "a2", "article": "x", "label": "Claim", "created": "2026-01-01T00:00:00Z",
      "ranges": [{ "start": 4, "end": 7, "exact": "two" }], "attributes": { "verdict": "false", "why": "no" } },
    { "id": "a3", "article": "x", "label": "Person", "created": "2026-01-01T00:00:00Z",
      "ranges": [{ "start": 8, "end": 13, "exact": "three" }], "entity": "e1" }
  ],
  "relations": [{ "id": "r1", "from": "a1", "to": "a2", "type": "supports", "created": "2026-01-01T00:00:00Z" },
                { "id": "r2", "from": "a1", "to": "a3", "type": "names", "created": "2026-01-01T00:00:00Z" }]
}"##;

const CLAIM: Part = Part::Label(0);

fn editor() -> Editor {
    Editor::new(native::read(PROJECT).expect("a project"))
}

fn draft(editor: &Editor) -> SchemaDraft {
    SchemaDraft::of(editor.project().schema(), editor.project().schema())
}

fn owner() -> AttributeOwner {
    AttributeOwner::Label("Claim".into())
}

fn in_use(editor: &Editor, draft: &SchemaDraft) -> Vec<InUse> {
    uses_without_remap(editor.project(), &draft.edit(&[]))
}

/// Applies the draft, and returns the resulting file. Also checks undo and redo.
fn apply(editor: &mut Editor, draft: &SchemaDraft, remaps: &[Remap]) -> serde_json::Value {
    let before = native::write(editor.project());
    let edit = draft.edit(remaps);
    assert_eq!(uses_without_remap(editor.project(), &edit), []);
    let stamp = Stamp { at: Timestamp::parse("2026-01-02T00:00:00Z").expect("a time"), by: String::new() };
    editor.perform(Command::EditSchema(Box::new(edit)), stamp).expect("an edit").expect("a step");
    assert_eq!(editor.project().check(), Ok(()));
    let after = native::write(editor.project());
    editor.undo().expect("no conflict");
    assert_eq!(native::write(editor.project()), before);
    editor.redo().expect("no conflict");
    assert_eq!(native::write(editor.project()), after);
    serde_json::from_str(&after).expect("json")
}

fn values(file: &serde_json::Value) -> Vec<String> {
    let all = file["annotations"].as_array().expect("annotations");
    all.iter().map(|one| format!("{} {}", one["label"].as_str().expect("a label"), one["attributes"])).collect()
}

#[test]
fn a_draft_without_changes_is_the_same_schema() {
    let editor = editor();
    let draft = draft(&editor);
    assert_eq!(draft.schema(), **editor.project().schema());
    assert_eq!(in_use(&editor, &draft), []);
    assert_eq!(draft.first_problem("lnr"), None);
}

#[test]
fn renaming_and_recolouring_change_no_annotations() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels[0].label.name = "Statement".to_owned();
    draft.labels[0].label.colour = Colour(0x12_3456);
    draft.labels.swap(0, 1);
    let before: serde_json::Value = serde_json::from_str(PROJECT).expect("json");
    let after = apply(&mut editor, &draft, &[]);
    assert_eq!(after["schema"]["labels"][1]["name"], "Statement");
    assert_eq!(after["schema"]["labels"][1]["id"], "Claim");
    assert_eq!(after["annotations"][0]["attributes"], before["annotations"][0]["attributes"]);
    assert!(after["annotations"].as_array().expect("all").iter().all(|one| one["modified"].is_null()));
    let summary = &editor.history().next_undo().expect("a step").summary;
    let changes = vec![SchemaChange::LabelRenamed("Claim".to_owned(), "Statement".to_owned())];
    assert_eq!(*summary, Summary::SchemaEdited { changes, more: 0, changed: 0, removed: 0 });
}

#[test]
fn new_labels_get_ids_from_their_names_also_in_relation_types() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    for name in ["Work of art", "Claim"] {
        let at = draft.add_label("New label");
        draft.labels[at].label.name = name.to_owned();
        let id = draft.labels[at].label.id.clone();
        draft.relation_types[0].kind.to.push(id);
    }
    draft.add_relation_type("new relation");
    let file = apply(&mut editor, &draft, &[]);
    assert_eq!(file["schema"]["labels"][3]["id"], "Work-of-art");
    assert_eq!(file["schema"]["labels"][4]["id"], "Claim-2");
    assert_eq!(file["schema"]["relationTypes"][0]["to"], serde_json::json!(["Claim", "Work-of-art", "Claim-2"]));
    assert_eq!(file["schema"]["relationTypes"][2]["id"], "new-relation");
}

#[test]
fn a_removed_label_can_be_replaced() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels.remove(1);
    let used = in_use(&editor, &draft);
    assert_eq!(used, [InUse::Label("Person".into(), 2)]);
    let file = apply(&mut editor, &draft, &[Remap { of: used[0].clone(), to: Some("Spare".to_owned()) }]);
    assert_eq!(file["annotations"][2]["label"], "Spare");
    assert_eq!(file["entities"][0]["label"], "Spare");
    assert_eq!(file["relations"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_removed_label_can_be_removed_with_its_annotations() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels.remove(0);
    let used = in_use(&editor, &draft);
    assert_eq!(used, [InUse::Label("Claim".into(), 2)]);
    let file = apply(&mut editor, &draft, &[Remap { of: used[0].clone(), to: None }]);
    assert_eq!(values(&file), ["Person null"]);
    assert_eq!(file["relations"], serde_json::json!([]));
    assert_eq!(file["schema"]["relationTypes"][0].get("from"), None, "the removed label is no longer at its ends");
}

#[test]
fn replacing_a_label_also_replaces_it_in_relation_types() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels.remove(0);
    let remap = Remap { of: InUse::Label("Claim".into(), 2), to: Some("Spare".to_owned()) };
    assert_eq!(relations_without_place(editor.project(), &draft.edit(std::slice::from_ref(&remap))), 0);
    let file = apply(&mut editor, &draft, &[remap]);
    assert_eq!(values(&file), ["Spare null", "Spare null", "Person null"]);
    assert_eq!(file["schema"]["relationTypes"][0]["from"], serde_json::json!(["Spare"]));
    assert_eq!(file["relations"].as_array().map(Vec::len), Some(2));
}

#[test]
fn a_renamed_attribute_keeps_its_values_and_conditions_on_it() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.rename_attribute(CLAIM, 0, "finding");
    draft.reword_choice(CLAIM, 0, 1, "wrong");
    assert_eq!(in_use(&editor, &draft), []);
    let file = apply(&mut editor, &draft, &[]);
    let why = &file["schema"]["labels"][0]["attributes"][1];
    assert_eq!(why["when"], serde_json::json!({ "attribute": "finding", "value": "wrong" }));
    assert_eq!(values(&file)[1], r#"Claim {"finding":"wrong","why":"no"}"#);
}

#[test]
fn two_attributes_can_exchange_their_names() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.attributes_mut(CLAIM).expect("attributes")[1].attribute.when = None;
    draft.labels[0].attributes[0].attribute.name = "why".to_owned();
    draft.labels[0].attributes[1].attribute.name = "verdict".to_owned();
    let file = apply(&mut editor, &draft, &[]);
    assert_eq!(values(&file)[1], r#"Claim {"verdict":"no","why":"false"}"#);
}

#[test]
fn a_removed_attribute_needs_a_remap_even_if_another_takes_its_name() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels[0].attributes.remove(1);
    let used = [InUse::Attribute(owner(), "why".to_owned(), 1)];
    assert_eq!(in_use(&editor, &draft), used);
    draft.rename_attribute(CLAIM, 0, "why");
    assert_eq!(in_use(&editor, &draft), used);
    let file = apply(&mut editor, &draft, &[Remap { of: used[0].clone(), to: None }]);
    assert_eq!(values(&file)[1], r#"Claim {"why":"false"}"#);
}

#[test]
fn a_removed_choice_is_replaced_or_cleared() {
    let draft_of = |to: Option<&str>| {
        let mut editor = editor();
        let mut draft = draft(&editor);
        draft.labels[0].attributes[0].choices.remove(1);
        draft.labels[0].attributes[2].choices.remove(0);
        draft.prune(CLAIM);
        let used = in_use(&editor, &draft);
        assert_eq!(
            used,
            [
                InUse::Choice(owner(), "kinds".to_owned(), "a".to_owned(), 1),
                InUse::Choice(owner(), "verdict".to_owned(), "false".to_owned(), 1),
            ]
        );
        let remaps = [
            Remap { of: used[0].clone(), to: to.map(|_| "b".to_owned()) },
            Remap { of: used[1].clone(), to: to.map(str::to_owned) },
        ];
        apply(&mut editor, &draft, &remaps)
    };
    let moved = draft_of(Some("open"));
    assert_eq!(values(&moved)[0], r#"Claim {"kinds":["b"],"verdict":"true"}"#);
    assert_eq!(values(&moved)[1], r#"Claim {"verdict":"open","why":"no"}"#);
    let cleared = draft_of(None);
    assert_eq!(values(&cleared)[1], r#"Claim {"why":"no"}"#);
    assert_eq!(
        cleared["schema"]["labels"][0]["attributes"][1].get("when"),
        None,
        "its condition cannot be met any more"
    );
}

#[test]
fn a_removed_choice_needs_a_remap_even_if_another_takes_its_wording() {
    let editor = editor();
    let mut draft = draft(&editor);
    draft.labels[0].attributes[0].choices.remove(1);
    draft.reword_choice(CLAIM, 0, 1, "false");
    assert_eq!(in_use(&editor, &draft), [InUse::Choice(owner(), "verdict".to_owned(), "false".to_owned(), 1)]);
}

#[test]
fn another_kind_needs_remaps_only_for_values_that_do_not_fit() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.labels[0].attributes[0].attribute.kind = AttributeKind::Text;
    draft.labels[0].attributes[1].attribute.kind = AttributeKind::Number;
    draft.prune(CLAIM);
    let used = in_use(&editor, &draft);
    assert_eq!(used, [InUse::Attribute(owner(), "why".to_owned(), 1)]);
    let file = apply(&mut editor, &draft, &[Remap { of: used[0].clone(), to: None }]);
    assert_eq!(values(&file)[1], r#"Claim {"verdict":"false"}"#);
}

#[test]
fn a_choice_of_an_article_attribute_can_be_replaced() {
    let mut editor = editor();
    let mut draft = draft(&editor);
    draft.about[0].choices.remove(0);
    let used = in_use(&editor, &draft);
    assert_eq!(used, [InUse::Choice(AttributeOwner::Articles, "topic".to_owned(), "France".to_owned(), 1)]);
    let file = apply(&mut editor, &draft, &[Remap { of: used[0].clone(), to: Some("other".to_owned()) }]);
    assert_eq!(file["articles"][0]["attributes"]["topic"], "other");
}

#[test]
fn relation_types_are_replaced_and_restricted() {
    let mut first = editor();
    let mut edited = draft(&first);
    edited.relation_types.remove(0);
    let used = in_use(&first, &edited);
    assert_eq!(used, [InUse::RelationType("supports".into(), 1)]);
    let file = apply(&mut first, &edited, &[Remap { of: used[0].clone(), to: Some("names".to_owned()) }]);
    assert_eq!(file["relations"][0]["type"], "names");

    let mut second = editor();
    let mut edited = draft(&second);
    edited.relation_types[1].kind.to = vec!["Spare".into()];
    assert_eq!(relations_without_place(second.project(), &edited.edit(&[])), 1);
    let file = apply(&mut second, &edited, &[]);
    assert_eq!(file["relations"].as_array().map(Vec::len), Some(1));
}

#[test]
fn another_schema_matches_by_id() {
    let editor = editor();
    let preset = news_claims();
    let draft = SchemaDraft::of(&preset, editor.project().schema());
    let used = in_use(&editor, &draft);
    assert!(!used.iter().any(|one| matches!(one, InUse::Label(..))), "both have Claim and Person: {used:?}");
    assert!(used.contains(&InUse::Choice(owner(), "verdict".to_owned(), "true".to_owned(), 1)), "{used:?}");
    assert!(used.contains(&InUse::RelationType("names".into(), 1)), "{used:?}");
}

#[test]
fn keys_must_be_unused_and_hide_no_others() {
    let mut draft = draft(&editor());
    let mut problem = |keys: &str| {
        keys.clone_into(&mut draft.labels[2].label.key);
        draft.keys_problem(2, "ln.")
    };
    for keys in ["7", "", "01"] {
        assert_eq!(problem(keys), None);
    }
    let label = || "Person".to_owned();
    assert_eq!(problem("1"), Some(DraftProblem::KeysTaken(label())));
    assert_eq!(problem("12"), Some(DraftProblem::KeysHidden { label: label(), keys: "1".to_owned() }));
    assert_eq!(problem("l"), Some(DraftProblem::KeyReserved('l')));
    assert_eq!(problem("abc"), Some(DraftProblem::KeysForm));
    assert_eq!(draft.first_problem("ln."), Some(Part::Label(2)));
}

#[test]
fn names_choices_and_conditions_are_validated() {
    let mut draft = draft(&editor());
    draft.labels[1].label.name = "claim".to_owned();
    assert_eq!(draft.name_problem(1), Some(DraftProblem::LabelNameTaken));
    draft.set_condition(CLAIM, 0, "why");
    assert_eq!(
        draft.labels[0].attributes[0].attribute.when.as_ref().map(|when| &when.value),
        Some(&AttributeValue::Text(String::new()))
    );
    assert_eq!(draft.attribute_problem(CLAIM, 0), Some(DraftProblem::CircularCondition));
    draft.set_condition(CLAIM, 0, "");
    assert_eq!(draft.attribute_problem(CLAIM, 0), None);
    draft.reword_choice(CLAIM, 0, 0, "open");
    assert_eq!(draft.attribute_problem(CLAIM, 0), Some(DraftProblem::DuplicateChoice));
    draft.labels[0].attributes[0].choices.clear();
    assert_eq!(draft.attribute_problem(CLAIM, 0), Some(DraftProblem::NoChoice));
}
