//! Which annotations the list shows.

use std::rc::Rc;

use crate::analysis::lacking_of;
use crate::model::{Annotation, ArticleId, LabelId, LabelKind, Project};

/// Which annotations the list shows.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct AnnotationFilter {
    /// Only with this label.
    pub label: Option<LabelId>,
    /// Only in this article.
    pub article: Option<ArticleId>,
    /// Only with this in their text or note, in any case.
    pub text: String,
    /// Only with a required attribute that has no value.
    pub missing: Option<MissingFilter>,
}

/// Which missing values are looked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingFilter {
    /// Of any required attribute.
    Any,
    /// Of the attribute of this name, of labels of this kind.
    Attribute(LabelKind, String),
}

impl AnnotationFilter {
    /// The annotations that pass, by article and in the order of the text.
    pub fn apply<'a>(&'a self, project: &'a Project) -> impl Iterator<Item = &'a Rc<Annotation>> {
        let text = self.text.trim().to_lowercase();
        project.all_annotations().filter(move |one| self.passes(project, one, &text))
    }

    /// `text` is the wanted text in lower case.
    fn passes(&self, project: &Project, annotation: &Annotation, text: &str) -> bool {
        self.label.as_ref().is_none_or(|label| label == &annotation.label)
            && self.article.as_ref().is_none_or(|article| article == &annotation.article)
            && self.missing.as_ref().is_none_or(|missing| missing.passes(project, annotation))
            && (text.is_empty()
                || project.exact(annotation).to_lowercase().contains(text)
                || annotation.note.to_lowercase().contains(text))
    }
}

impl MissingFilter {
    fn passes(&self, project: &Project, annotation: &Annotation) -> bool {
        let schema = project.schema();
        let mut missing = lacking_of(schema, annotation);
        match self {
            Self::Any => missing.next().is_some(),
            Self::Attribute(kind, name) => {
                schema.label(&annotation.label).is_some_and(|label| label.kind == *kind)
                    && missing.any(|attribute| &attribute.name == name)
            }
        }
    }
}
