//! An article in a column, with all that is shown in it.

use crate::app::{ByPtr, Cursor, Selection, State};
use crate::model::{AnnotationSet, Article, ArticleId};

/// An article in a column, with all that is shown in it.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct ShownArticle {
    pub(super) article: ByPtr<Article>,
    pub(super) annotations: ByPtr<AnnotationSet>,
    /// The selected annotations, in all articles.
    pub(super) selected: Selection,
    /// The caret, if it is in this article.
    pub(super) cursor: Option<Cursor>,
}

impl ShownArticle {
    /// What is shown of an article of the project.
    pub(super) fn of(state: &State, id: &ArticleId) -> Option<Self> {
        let project = state.project();
        let article = project.article(id)?;
        Some(Self {
            article: ByPtr(article.clone()),
            annotations: ByPtr(project.annotations_of(id)),
            selected: state.view.selected.clone(),
            cursor: state.view.cursor.clone().filter(|cursor| &cursor.article == id),
        })
    }
}
