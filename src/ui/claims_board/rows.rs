//! The rows of the table, of which those that can be seen are rendered.

use std::rc::Rc;

use yew::prelude::*;

use super::row::{BoardRow, Marked};
use crate::analysis::claims_board::ClaimsBoard;
use crate::app::ByPtr;
use crate::model::{AnnotationId, Article, Schema};
use crate::ui::widgets::RowSource;

/// The rows that pass the filters.
#[derive(PartialEq)]
pub(super) struct BoardRows {
    pub(super) shown: ByPtr<ClaimsBoard>,
    pub(super) articles: ByPtr<Vec<Rc<Article>>>,
    pub(super) schema: ByPtr<Schema>,
    /// What is special on the whole board.
    pub(super) marked: Marked,
}

impl RowSource for BoardRows {
    type Row = BoardRow;

    fn len(&self) -> usize {
        self.shown.rows.len()
    }

    fn row(&self, at: usize) -> Option<BoardRow> {
        let row = self.shown.rows.get(at)?;
        let own = |id: &Option<AnnotationId>| id.clone().filter(|id| row.claim(id).is_some());
        let Marked { picked, dragged, target, stop } = &self.marked;
        let stop = stop.clone().filter(|stop| stop.is_in(row));
        let marked = Marked { picked: own(picked), dragged: own(dragged), target: own(target), stop };
        let (articles, schema) = (self.articles.clone(), self.schema.clone());
        Some(BoardRow { row: ByPtr(row.clone()), articles, schema, marked })
    }

    fn key(&self, at: usize) -> AttrValue {
        let first = self.shown.rows.get(at).and_then(|row| row.first());
        first.map(|claim| claim.annotation.id.to_string().into()).unwrap_or_default()
    }
}
