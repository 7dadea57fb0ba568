//! Merging projects.

use super::*;
use crate::edit::{Command, Editor, NewAnnotation, NewArticle, NewEntity, Stamp};
use crate::format::native;
use crate::model::{AnnotationId, ArticleId, Project, Timestamp, news_claims};
use crate::text::{ByteOffset, Text, TextRange};

const OLD: &str = "The minister said on Monday that 26,000 people had left the city. “We will help them,” she said.";
const NEW: &str = "UPDATED. The minister said on Monday that 31,500 people had left the city. Aid is on its way.";

fn stamp() -> Stamp {
    Stamp { at: Timestamp::epoch(), by: "me".to_owned() }
}

fn perform(editor: &mut Editor, command: Command) {
    editor.perform(command, stamp()).expect("a command that can be performed");
}

fn editor_with(title: &str, text: &str) -> Editor {
    let mut editor = Editor::new(Project::new("P", news_claims(), Timestamp::epoch()));
    let fields = crate::edit::ArticleFields { title: title.to_owned(), ..Default::default() };
    let new = NewArticle { id: Some("x".into()), index: None, fields, text: Text::new(text) };
    perform(&mut editor, Command::AddArticles(vec![new]));
    editor
}

fn range(text: &str, exact: &str) -> TextRange {
    let at = text.find(exact).expect("the text") as u32;
    TextRange::new(ByteOffset(at), ByteOffset(at + exact.len() as u32))
}

fn tag(editor: &mut Editor, exact: &[&str], label: &str) {
    let article = editor.project().articles()[0].clone();
    let ranges = exact.iter().map(|exact| range(article.text.as_str(), exact)).collect();
    let label = editor.project().schema().find_label(label).expect("a label").id.clone();
    let new = NewAnnotation { ranges, ..NewAnnotation::tag(article.id.clone(), TextRange::at(ByteOffset(0)), label) };
    perform(editor, Command::Annotate(new));
}

/// A project about [`OLD`] with tags and relations.
fn old() -> Editor {
    let mut editor = editor_with("News", OLD);
    tag(&mut editor, &["The minister"], "Person");
    tag(&mut editor, &["26,000 people had left the city"], "Claim");
    tag(&mut editor, &["We will help them"], "Claim");
    tag(&mut editor, &["26,000", "she"], "Person");
    let relate = |from: &str, to: &str| Command::Relate {
        kind: "supports".into(),
        from: from.into(),
        to: to.into(),
        note: String::new(),
    };
    perform(&mut editor, relate("a2", "a3"));
    editor
}

fn planned(open: &Project, imported: &Project) -> MergePlan {
    let options = MergeOptions { destinations: proposed(open, imported), ..Default::default() };
    MergePlan::new(open, imported, &options)
}

fn merge(editor: &mut Editor, imported: &Project) -> MergeCounts {
    let plan = planned(editor.project(), imported);
    perform(editor, plan.command());
    editor.project().check().expect("a valid project");
    plan.counts
}

#[test]
fn a_project_merged_into_itself_adds_nothing() {
    let old = old();
    let plan = planned(old.project(), old.project());
    assert!(plan.is_empty(), "{plan:?}");
    let expected = MergeCounts { joined: 1, equal_tags: 4, equal_relations: 1, ..Default::default() };
    assert_eq!(plan.counts, expected);
}

#[test]
fn a_project_merged_into_an_empty_one_gives_itself() {
    let old = old();
    let mut empty = Editor::new(Project::new("P", news_claims(), Timestamp::epoch()));
    let counts = merge(&mut empty, old.project());
    assert_eq!(counts, MergeCounts { articles: 1, tags: 4, relations: 1, ..Default::default() });
    assert_eq!(native::write(empty.project()), native::write(old.project()));
    empty.undo().expect("an undo");
    assert_eq!(empty.project().articles().len(), 0);
}

#[test]
fn ids_that_are_in_use_are_changed_and_relations_follow() {
    let mut open = editor_with("Other", "Something else. Quite.");
    tag(&mut open, &["Something"], "Person");
    tag(&mut open, &["Quite"], "Claim");
    let counts = merge(&mut open, old().project());
    assert_eq!((counts.articles, counts.tags, counts.relations), (1, 4, 1));
    let project = open.project();
    let relation = project.relations().next().expect("a relation");
    let text = |id: &AnnotationId| project.exact(project.annotation(id).expect("an end"));
    assert_eq!(text(&relation.from), "26,000 people had left the city");
    assert_eq!(text(&relation.to), "We will help them");
    // The editor does not use the new ids again.
    tag(&mut open, &["else"], "Claim");
    assert_eq!(open.project().annotation_count(), 7);
}

#[test]
fn labels_are_found_by_name_and_the_missing_ones_are_added() {
    let mut open = editor_with("News", OLD);
    let mut other = old();
    let mut edit = crate::edit::SchemaEdit::to((**other.project().schema()).clone());
    for label in &mut edit.schema.labels {
        if label.name == "Person" {
            label.name = "Speaker".to_owned();
        }
    }
    perform(&mut other, Command::EditSchema(Box::new(edit)));
    let plan = planned(open.project(), other.project());
    assert_eq!((plan.counts.labels, plan.new_labels.clone()), (1, vec!["Speaker".to_owned()]));
    let names = [("Speaker".to_owned(), "person".to_owned())].into();
    let options = MergeOptions { destinations: proposed(open.project(), other.project()), names };
    let renamed = MergePlan::new(open.project(), other.project(), &options);
    assert!(!renamed.counts.changes_schema());
    perform(&mut open, plan.command());
    assert!(open.project().schema().find_label("Speaker").is_some());
    assert_eq!(open.project().annotation_count(), 4);
}

#[test]
fn entities_are_joined_only_where_that_is_certain() {
    let person = news_claims().find_label("Person").expect("a label").id.clone();
    let entity = |name: &str, id: &str| {
        let identifiers =
            if id.is_empty() { Default::default() } else { [("wikidata".to_owned(), id.to_owned())].into() };
        crate::edit::EntityFields {
            name: name.to_owned(),
            identifiers,
            label: Some(person.clone()),
            ..Default::default()
        }
    };
    let with = |all: &[(&str, &str)]| {
        let mut editor = editor_with("News", OLD);
        for (name, id) in all {
            perform(&mut editor, Command::AddEntity(NewEntity { fields: entity(name, id), mentions: vec![] }));
        }
        editor
    };
    let mut open = with(&[("Ann", "Q1"), ("Bob", ""), ("Cy", "Q3"), ("Di", ""), ("Di", "")]);
    let other = with(&[("Anna", "Q1"), ("Bob", "Q2"), ("Cy", "Q4"), ("Di", "Q5")]);
    let counts = merge(&mut open, other.project());
    assert_eq!((counts.equal_entities, counts.entities), (2, 2), "{:?}", open.project().entities().collect::<Vec<_>>());
    let ann = open.project().entity(&"e1".into()).expect("an entity");
    assert_eq!((ann.name.as_str(), ann.aliases.as_slice()), ("Ann", &["Anna".to_owned()][..]));
    assert_eq!(open.project().entity(&"e2".into()).expect("Bob").identifiers["wikidata"], "Q2");
}

#[test]
fn another_version_of_the_text_gets_what_is_certain_and_the_rest_waits() {
    let mut open = editor_with("News", NEW);
    let counts = merge(&mut open, old().project());
    assert_eq!((counts.versions, counts.tags, counts.doubtful, counts.unplaced), (1, 1, 1, 2), "{counts:?}");
    assert_eq!((counts.relations, counts.waiting_relations), (0, 1));
    let work = open_work(open.project());
    let (doubtful, doubt) = &work.doubtful[0];
    assert_eq!(open.project().exact(doubtful), "31,500 people had left the city");
    assert_eq!(doubt.was[0].quote.exact, "26,000 people had left the city");
    assert!(doubt.score > 0.6 && doubt.score < 1.0);
    let texts: Vec<String> = work.unplaced.iter().map(Unplaced::exact).collect();
    assert_eq!(texts, ["26,000 … she", "We will help them"]);

    // What waits is saved, and the same import adds nothing.
    let file = native::write(open.project());
    let read = native::read(&file).expect("a project");
    assert_eq!(open_work(&read), work);
    assert!(planned(open.project(), old().project()).is_empty());
    assert!(planned(open.project(), &read).is_empty());

    let accepted = accept(open.project(), std::slice::from_ref(&doubtful.id), &stamp()).expect("a command");
    perform(&mut open, accepted);
    assert!(open_work(open.project()).doubtful.is_empty());
    let article = ArticleId::from("x");
    let aid = range(NEW, "Aid is on its way");
    let lost = work.unplaced[1].annotation.id.clone();
    let placed = place(open.project(), &article, &lost, aid, None, &stamp()).expect("a command");
    perform(&mut open, placed);
    open.project().check().expect("a valid project");
    assert_eq!((open.project().annotation_count(), open.project().relations().count()), (3, 1));
    let other = work.unplaced[0].annotation.id.clone();
    let removed = remove_unplaced(open.project(), &article, &other).expect("a command");
    perform(&mut open, removed);
    assert!(open_work(open.project()).is_empty());
    while open.undo().expect("an undo").is_some() {}
    assert!(open.project().articles().is_empty());
}

#[test]
fn a_doubtful_tag_is_moved() {
    let mut open = editor_with("News", NEW);
    merge(&mut open, old().project());
    let (doubtful, _) = open_work(open.project()).doubtful[0].clone();
    let moved = move_to(open.project(), &doubtful.id, range(NEW, "31,500 people"), &stamp()).expect("a command");
    perform(&mut open, moved);
    let now = open.project().annotation(&doubtful.id).expect("the tag");
    assert_eq!((open.project().exact(now).as_str(), Doubt::is_about(now)), ("31,500 people", false));
    assert!(move_to(open.project(), &doubtful.id, TextRange::at(ByteOffset(3)), &stamp()).is_err());
}

#[test]
fn a_relation_between_two_without_a_place_is_made_with_the_second() {
    let mut open = editor_with("News", "Nothing of all that is in here any more, not a word.");
    let counts = merge(&mut open, old().project());
    assert_eq!((counts.unplaced, counts.waiting_relations), (4, 1), "{counts:?}");
    let article = ArticleId::from("x");
    let all = open_work(open.project()).unplaced;
    for (one, word) in all.iter().zip(["Nothing", "all", "here", "word"]) {
        let text = open.project().articles()[0].text.clone();
        let id = &one.annotation.id;
        let placed =
            place(open.project(), &article, id, range(text.as_str(), word), None, &stamp()).expect("a command");
        perform(&mut open, placed);
    }
    assert_eq!((open.project().annotation_count(), open.project().relations().count()), (4, 1));
    assert!(open_work(open.project()).is_empty());
}
