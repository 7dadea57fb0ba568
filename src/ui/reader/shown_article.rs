//! An article in a column, with all that is shown in it.

use crate::app::{ByPtr, Cursor, State};
use crate::model::{AnnotationId, AnnotationSet, Article, ArticleId};

/// An article in a column, with all that is shown in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ShownArticle {
    pub(super) article: ByPtr<Article>,
    pub(super) annotations: ByPtr<AnnotationSet>,
    /// The selected annotations in this article, the one that the inspector shows first if it is among them.
    pub(super) selected: Vec<AnnotationId>,
    /// Whether the first of them is the one that the inspector shows.
    pub(super) has_primary: bool,
    /// The caret, if it is in this article.
    pub(super) cursor: Option<Cursor>,
}

impl ShownArticle {
    /// What is shown of an article of the project.
    pub(super) fn of(state: &State, id: &ArticleId) -> Option<Self> {
        let project = state.project();
        let article = project.article(id)?;
        let is_here = |one: &&AnnotationId| project.annotation(one).is_some_and(|one| &one.article == id);
        Some(Self {
            article: ByPtr(article.clone()),
            annotations: ByPtr(project.annotations_of(id)),
            selected: state.view.selected.iter().filter(is_here).cloned().collect(),
            has_primary: state.view.primary().is_some_and(|one| is_here(&one)),
            cursor: state.view.cursor.clone().filter(|cursor| &cursor.article == id),
        })
    }
}
