//! How many actions a user needs to tag all names, dates and quantities of the sample articles with the help of the suggestions. What
//! is right is listed in `tests/evaluation/channel`.

#[allow(dead_code)]
#[path = "../../benches/evaluate/group.rs"]
mod group;

use std::collections::BTreeMap;
use std::path::Path;

use crossread::analysis::suggestions::{Suggestion, SuggestionKind, Suggestions, accept};
use crossread::edit::{Command, NewAnnotation};
use crossread::model::{Annotation, AnnotationId};
use group::{Group, Mark, Place, read_all, stamp};

/// The most actions for the three articles.
const MOST_ACTIONS: usize = 150;

/// A user who knows what is right.
struct User {
    group: Group,
    actions: usize,
}

impl User {
    fn new() -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/evaluation");
        let group = read_all(&folder).into_iter().find(|group| group.name == "channel").expect("the sample articles");
        Self { group, actions: 0 }
    }

    /// The open suggestions of names, dates and quantities, in groups of the same text and label over all articles.
    fn open(&self) -> Vec<Vec<Suggestion>> {
        let project = self.group.project();
        let mut suggestions = Suggestions::default();
        suggestions.update(project);
        let mut groups: BTreeMap<(String, String), Vec<Suggestion>> = BTreeMap::new();
        for one in suggestions.open(project) {
            if matches!(one.kind, SuggestionKind::Entity | SuggestionKind::Mention) {
                let label = one.label.as_ref().expect("a label").as_str().to_owned();
                let words = self.group.words(&place(&one)).expect("words").to_owned();
                groups.entry((words, label)).or_default().push(one);
            }
        }
        groups.into_values().collect()
    }

    fn is_right(&self, one: &Suggestion) -> bool {
        let label = one.label.as_ref().expect("a label").as_str();
        self.group.marks.iter().any(|mark| mark.place == place(one) && mark.label == label)
    }

    fn perform(&mut self, command: Command) {
        self.group.editor.perform(command, stamp()).expect("a change");
    }

    fn accept(&mut self, suggestions: &[Suggestion]) {
        if let Some(command) = accept(self.group.project(), suggestions, &|_, _| String::new()) {
            self.perform(command);
        }
    }

    fn has_tag(&self, mark: &Mark) -> bool {
        self.group.project().all_annotations().any(|tag| is_on(tag, mark))
    }

    /// Selects each wrong tag and gives it another label, or deletes it.
    fn correct(&mut self) {
        let wrong = |tag: &Annotation| !self.group.marks.iter().any(|mark| is_on(tag, mark));
        let tags: Vec<(AnnotationId, Place)> = self
            .group
            .project()
            .all_annotations()
            .filter(|tag| wrong(tag))
            .map(|tag| (tag.id.clone(), Place { article: tag.article.clone(), range: tag.ranges[0] }))
            .collect();
        for (id, place) in tags {
            self.perform(Command::Remove(vec![id]));
            if let Some(mark) = self.group.marks.iter().find(|mark| mark.place == place).cloned() {
                self.tag(&mark);
            }
            self.actions += 2;
        }
    }

    fn tag(&mut self, mark: &Mark) {
        let tag = NewAnnotation::tag(mark.place.article.clone(), mark.place.range, mark.label.as_str().into());
        self.perform(Command::Annotate(tag));
    }

    /// Selects what is not tagged, presses the key of a label, and accepts the group of further places if it is right.
    fn tag_missing(&mut self) {
        for mark in self.group.marks.clone() {
            if self.has_tag(&mark) {
                continue;
            }
            self.tag(&mark);
            self.actions += 2;
            self.accept_right_groups();
        }
    }

    fn accept_right_groups(&mut self) {
        for group in self.open() {
            if group.iter().all(|one| self.is_right(one)) {
                self.accept(&group);
                self.actions += 1;
            }
        }
    }

    /// Whether the tags are exactly what is right.
    fn is_complete(&self) -> bool {
        let tags = self.group.project().all_annotations().count();
        tags == self.group.marks.len() && self.group.marks.iter().all(|mark| self.has_tag(mark))
    }
}

fn place(one: &Suggestion) -> Place {
    Place { article: one.spans[0].article.clone(), range: one.spans[0].range }
}

fn is_on(tag: &Annotation, mark: &Mark) -> bool {
    tag.article == mark.place.article && tag.ranges == [mark.place.range] && tag.label.as_str() == mark.label
}

#[test]
fn the_sample_articles_are_tagged_by_accepting_all_and_correcting() {
    let mut user = User::new();
    let all: Vec<Suggestion> = user.open().into_iter().flatten().collect();
    user.accept(&all);
    // The command, and its confirmation.
    user.actions += 2;
    user.correct();
    user.tag_missing();
    assert!(user.is_complete());
    println!("{} tags by accepting all: {} actions", user.group.marks.len(), user.actions);
    assert!(user.actions <= MOST_ACTIONS, "{} actions", user.actions);
}

#[test]
fn the_sample_articles_are_tagged_group_by_group() {
    let mut user = User::new();
    user.accept_right_groups();
    for group in user.open() {
        let right: Vec<Suggestion> = group.iter().filter(|one| user.is_right(one)).cloned().collect();
        // Each one of a mixed group alone; a wrong group is rejected at once.
        user.actions += if right.is_empty() { 1 } else { group.len() };
        user.accept(&right);
    }
    user.tag_missing();
    assert!(user.is_complete());
    println!("{} tags group by group: {} actions", user.group.marks.len(), user.actions);
    assert!(user.actions <= MOST_ACTIONS, "{} actions", user.actions);
}
