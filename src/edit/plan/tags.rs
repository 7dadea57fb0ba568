//! What annotations have in common, for the summary of what was done with them.

use std::collections::HashSet;
use std::rc::Rc;

use super::common::short_text;
use crate::edit::{Places, Tags};
use crate::model::{Annotation, ArticleId, Project};

/// The text and label that annotations have in common, and the number of places.
pub(super) fn tags<'a>(project: &Project, all: impl IntoIterator<Item = &'a Rc<Annotation>>) -> Tags {
    let mut common = CommonTags::default();
    all.into_iter().for_each(|one| common.add(project, one));
    common.finish(project)
}

/// What the annotations so far have in common.
#[derive(Clone, Debug, Default)]
pub(super) struct CommonTags {
    /// The first one, with its text.
    first: Option<(Rc<Annotation>, String)>,
    has_other_text: bool,
    has_other_label: bool,
    places: usize,
    articles: HashSet<ArticleId>,
}

impl CommonTags {
    pub(super) fn add(&mut self, project: &Project, annotation: &Rc<Annotation>) {
        self.places += 1;
        if !self.articles.contains(&annotation.article) {
            self.articles.insert(annotation.article.clone());
        }
        match &self.first {
            None => self.first = Some((annotation.clone(), project.exact(annotation))),
            Some((first, text)) => {
                self.has_other_label |= first.label != annotation.label;
                self.has_other_text = self.has_other_text || project.exact(annotation) != *text;
            }
        }
    }

    pub(super) fn finish(&self, project: &Project) -> Tags {
        let at = Places { places: self.places, articles: self.articles.len() };
        let Some((first, _)) = &self.first else { return Tags { at, ..Tags::default() } };
        let label = (!self.has_other_label).then(|| project.label_name(&first.label));
        let text = (!self.has_other_text).then(|| short_text(project, first));
        Tags { text, label, at }
    }
}
