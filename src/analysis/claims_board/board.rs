//! The board: articles by rows of claims.

use std::rc::Rc;

use super::Row;
use crate::model::{AnnotationId, Article};

/// The claims of a project by article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ClaimsBoard {
    /// The articles, in the order of the project: the columns.
    pub articles: Vec<Rc<Article>>,
    /// The rows, in the order of their first claims.
    pub rows: Vec<Rc<Row>>,
}

impl ClaimsBoard {
    /// The index of the row with a claim.
    pub fn row_of(&self, claim: &AnnotationId) -> Option<usize> {
        self.rows.iter().position(|row| row.claim(claim).is_some())
    }
}
