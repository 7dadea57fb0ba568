//! A project for tests of the analyses.

#![allow(clippy::expect_used)]

use super::tests::editor;
use crate::edit::{Command, Editor, EntityFields, NewAnnotation, NewEntity, Stamp};
use crate::model::{AnnotationId, EntityId, Project, Timestamp};
use crate::text::TextRange;

/// A project in an editor.
pub(super) struct Fixture {
    editor: Editor,
    stamp: Stamp,
}

impl Fixture {
    /// A project with these articles, whose titles are "Paper 0", "Paper 1" and so on.
    pub(super) fn new(texts: &[&str]) -> Self {
        let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
        Self { editor: editor(texts), stamp: Stamp { at, by: String::new() } }
    }

    pub(super) fn project(&self) -> &Project {
        self.editor.project()
    }

    pub(super) fn act(&mut self, command: Command) {
        self.editor.perform(command, self.stamp.clone()).expect("a command that can be carried out");
    }

    /// Tags the first occurrence of a text that has no tag with this label yet.
    pub(super) fn tag(&mut self, article: usize, words: &str, label: &str) -> AnnotationId {
        let article = self.project().articles()[article].clone();
        let is_free = |&range: &TextRange| {
            let there = self.project().annotations_of(&article.id);
            !there.overlapping(range).any(|(_, one)| one.label == label.into())
        };
        let range = article.text.find_words(words).find(is_free).expect("an untagged occurrence");
        self.act(Command::Annotate(NewAnnotation::tag(article.id.clone(), range, label.into())));
        let there = self.project().annotations_of(&article.id);
        let (_, made) =
            there.overlapping(range).find(|(at, one)| *at == range && one.label == label.into()).expect("the new tag");
        made.id.clone()
    }

    /// Adds an entity.
    pub(super) fn entity(
        &mut self,
        name: &str,
        label: Option<&str>,
        aliases: &[&str],
        mentions: &[AnnotationId],
    ) -> EntityId {
        let fields = EntityFields {
            name: name.to_owned(),
            label: label.map(Into::into),
            aliases: aliases.iter().map(|&alias| alias.to_owned()).collect(),
            ..Default::default()
        };
        self.act(Command::AddEntity(NewEntity { fields, mentions: mentions.to_vec() }));
        self.project().entities().last().expect("an entity").id.clone()
    }
}
