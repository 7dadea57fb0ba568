//! Which annotations the list shows.

use crate::analysis::lacking_of;
use crate::model::{Annotation, Article, ArticleId, LabelId, LabelKind, Project};

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

/// What an annotation of an article has to be to pass a filter.
#[derive(Debug)]
pub(super) struct Wanted<'a> {
    filter: &'a AnnotationFilter,
    /// The wanted text in lower case.
    text: String,
}

impl AnnotationFilter {
    /// What an annotation has to be to pass.
    pub(super) fn wanted(&self) -> Wanted<'_> {
        Wanted { filter: self, text: self.text.trim().to_lowercase() }
    }

    /// Whether annotations of an article can pass.
    pub(super) fn is_of(&self, article: &ArticleId) -> bool {
        self.article.as_ref().is_none_or(|wanted| wanted == article)
    }
}

impl Wanted<'_> {
    /// Whether all annotations pass, if they are of the right article.
    pub(super) fn is_all(&self) -> bool {
        self.filter.label.is_none() && self.filter.missing.is_none() && self.text.is_empty()
    }

    /// Whether an annotation passes, which is of the right article.
    pub(super) fn passes(&self, project: &Project, article: &Article, annotation: &Annotation) -> bool {
        self.filter.label.as_ref().is_none_or(|label| label == &annotation.label)
            && self.filter.missing.as_ref().is_none_or(|missing| missing.passes(project, annotation))
            && (self.text.is_empty()
                || annotation.exact(&article.text).to_lowercase().contains(&self.text)
                || annotation.note.to_lowercase().contains(&self.text))
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
