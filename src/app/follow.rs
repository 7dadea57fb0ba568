//! Columns that follow what is selected in another one: each shows the counterpart of the selected claim or sentence.

use std::rc::Rc;

use crate::analysis::counterpart::Counterpart;
use crate::model::ArticleId;

/// What the columns show that follow the selection.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Following {
    /// The article that is followed.
    pub source: Option<ArticleId>,
    /// The columns that follow, from left to right.
    pub columns: Rc<Vec<Followed>>,
}

/// A column that follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Followed {
    /// Its article.
    pub article: ArticleId,
    /// What it shows; `None` if there is no counterpart.
    pub counterpart: Option<Counterpart>,
    /// Whether the texts are too long to be compared; then there is no counterpart.
    pub is_too_long: bool,
}

/// What can happen to columns that follow.
#[derive(Clone, Debug)]
pub enum FollowAction {
    /// Has the column of an article follow, or not.
    Column(ArticleId, bool),
    /// Has all columns follow, or none.
    All(bool),
    /// The counterparts were found of what is selected in an article.
    Found(ArticleId, Vec<Followed>),
}
