//! The minimap of an article: where its tags and search results are, in rows of pixels from the top of the text to its end.

mod cells;
mod rows;
mod scale;

pub use cells::Cells;
pub use rows::{Row, hit_rows, tag_rows};
pub use scale::{Scale, box_at, scroll_top_of};

#[cfg(test)]
mod tests {
    use proptest::sample::Index;

    use crate::analysis::tests::editor;
    use crate::edit::{Command, Editor, NewAnnotation, Stamp};
    use crate::model::{AnnotationSet, ArticleId, Timestamp};
    use crate::text::TextRange;

    /// A text with tags, which are added and removed as they are in the page.
    pub(super) struct Tags(Editor);

    impl Tags {
        /// A text of this length with tags: label, start, end.
        pub(super) fn new(length: usize, tags: &[(&str, usize, usize)]) -> Self {
            let mut new = Self(editor(&[&"x".repeat(length)]));
            new.add(tags);
            new
        }

        fn article(&self) -> ArticleId {
            self.0.project().articles()[0].id.clone()
        }

        pub(super) fn set(&self) -> AnnotationSet {
            (*self.0.project().annotations_of(&self.article())).clone()
        }

        pub(super) fn add(&mut self, tags: &[(&str, usize, usize)]) {
            let article = self.article();
            let tag = |&(label, start, end): &(&str, usize, usize)| {
                NewAnnotation::tag(article.clone(), TextRange::from_indices(start, end), label.into())
            };
            self.perform(Command::AnnotateAll(tags.iter().map(tag).collect()));
        }

        pub(super) fn remove(&mut self, tags: &[Index]) {
            let all: Vec<_> = self.set().iter().map(|tag| tag.id.clone()).collect();
            let mut removed: Vec<_> =
                tags.iter().filter(|_| !all.is_empty()).map(|tag| tag.get(&all).clone()).collect();
            removed.sort();
            removed.dedup();
            self.perform(Command::Remove(removed));
        }

        fn perform(&mut self, command: Command) {
            let at = Timestamp::parse("2026-01-01T00:00:00Z").expect("a time");
            self.0.perform(command, Stamp { at, by: String::new() }).expect("a valid change");
        }
    }
}
