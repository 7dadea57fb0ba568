//! The texts that are tagged as entities, with their labels.

use std::collections::BTreeMap;

use crate::model::{Article, Label, LabelId, LabelKind, Project};
use crate::order;
use crate::text::visible_text;

/// A tagged text with one of its labels.
#[derive(Debug)]
pub(super) struct Known {
    pub(super) words: String,
    pub(super) label: LabelId,
    /// How often the text is tagged with this label.
    pub(super) count: usize,
    /// How often the text is tagged as any entity.
    pub(super) total: usize,
}

/// Tagged texts of some articles: how often each is tagged with which of the labels of the schema.
#[derive(Debug, Default)]
pub(super) struct TaggedTexts(BTreeMap<String, Vec<usize>>);

impl TaggedTexts {
    /// Adds those of an article.
    pub(super) fn add(&mut self, project: &Project, article: &Article) {
        let labels = &project.schema().labels;
        for annotation in project.annotations_of(&article.id).iter() {
            let label = labels.iter().position(|label| label.id == annotation.label);
            let label = label.filter(|at| labels.get(*at).is_some_and(|label| label.kind == LabelKind::Entity));
            let (Some(label), [range]) = (label, annotation.ranges.as_slice()) else { continue };
            let words = visible_text(article.text.slice(*range));
            let counts = match self.0.get_mut(words.as_ref()) {
                Some(counts) => counts,
                None => self.0.entry(words.into_owned()).or_default(),
            };
            counts.resize(labels.len(), 0);
            if let Some(count) = counts.get_mut(label) {
                *count += 1;
            }
        }
    }

    /// All of them, longest first. If a text is tagged with several labels, the most frequent one comes first.
    pub(super) fn known(self, project: &Project) -> Vec<Known> {
        let mut known = Vec::with_capacity(self.0.len());
        for (words, counts) in self.0 {
            let total = counts.iter().sum();
            let labels = project.schema().labels.iter().zip(counts).filter(|(_, count)| *count > 0);
            let one =
                |(label, count): (&Label, usize)| Known { words: words.clone(), label: label.id.clone(), count, total };
            known.extend(labels.map(one));
        }
        order::sort_by(&mut known, |a, b| {
            let by_words = b.words.len().cmp(&a.words.len()).then_with(|| a.words.cmp(&b.words));
            by_words.then(b.count.cmp(&a.count)).then_with(|| a.label.cmp(&b.label))
        });
        known
    }
}

/// Whether a label is that of an entity.
pub(super) fn is_entity(project: &Project, label: &LabelId) -> bool {
    project.schema().label(label).is_some_and(|label| label.kind == LabelKind::Entity)
}
