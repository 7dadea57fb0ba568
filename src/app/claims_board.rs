//! The claims board as the page shows it, in place of the texts.

use crate::analysis::claims_board::{BoardFilter, BoardSort};
use crate::format::claims_board::BoardFormat;
use crate::model::{AnnotationId, LabelId, LabelKind, Project, RelationType, RelationTypeId, Schema};

/// What the page shows of the board.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct BoardView {
    /// Whether the board is shown.
    pub is_shown: bool,
    /// Which rows.
    pub filter: BoardFilter,
    /// In which order.
    pub sort: BoardSort,
    /// The type of the relations that tie claims; the first that can, if the user has chosen none.
    pub kind: Option<RelationTypeId>,
    /// The claim that is the first of two to be tied or parted.
    pub picked: Option<AnnotationId>,
    /// The claim that is dragged.
    pub drag: Option<BoardDrag>,
}

/// A claim that is dragged with the pointer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BoardDrag {
    /// The claim.
    pub claim: AnnotationId,
    /// What it would be dropped on now.
    pub over: Option<DropTarget>,
}

/// What a claim can be dropped on.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DropTarget {
    /// A claim of another row, to be tied to it.
    Claim(AnnotationId),
    /// The place outside of all rows, to be parted from its row.
    Outside,
}

/// What can happen to the board.
#[derive(Clone, Debug)]
pub enum BoardAction {
    /// Show the board, or the texts again.
    Show(bool),
    /// Show these rows.
    Filter(BoardFilter),
    /// Show the rows in this order.
    Sort(BoardSort),
    /// Tie claims by this type.
    Kind(RelationTypeId),
    /// Pick a claim as the first of two; if one is picked, tie it to this one. The claim that is picked is dropped.
    Pick(AnnotationId),
    /// Tie the first claim to the second.
    Tie(AnnotationId, AnnotationId),
    /// Remove the relations between a claim and the one that is picked, or the other claims of its row.
    Part(AnnotationId),
    /// Begin to drag a claim; `None` gives the drag up.
    Drag(Option<AnnotationId>),
    /// The claim that is dragged is over this now.
    DragOver(Option<DropTarget>),
    /// Drop the claim that is dragged: tie it, or part it, where it is now.
    Drop,
    /// Show a claim in its text.
    Reveal(AnnotationId),
    /// Give a title to the row with a claim; an empty one for the words of the first claim.
    Title(AnnotationId, String),
    /// Download the rows that are shown.
    Download(BoardFormat),
}

impl BoardView {
    /// Drops what the project does not have any more.
    pub(super) fn prune(&mut self, project: &Project) {
        self.filter.entity.take_if(|id| project.entity(id).is_none());
        self.picked.take_if(|id| project.annotation(id).is_none());
        self.drag.take_if(|drag| project.annotation(&drag.claim).is_none());
        self.kind.take_if(|id| project.schema().relation_type(id).is_none());
    }

    /// The type of the relations that tie claims, if the schema has one.
    pub fn tie_kind(&self, schema: &Schema) -> Option<RelationTypeId> {
        let kinds = tie_kinds(schema);
        let chosen = self.kind.as_ref().and_then(|kind| kinds.iter().find(|one| &one.id == kind));
        chosen.or(kinds.first()).map(|kind| kind.id.clone())
    }
}

/// The relation types that allow a claim at both ends.
pub fn tie_kinds(schema: &Schema) -> Vec<&RelationType> {
    let labels = || schema.labels.iter().filter(|label| label.kind == LabelKind::Claim);
    let allows = |allowed: &[LabelId]| allowed.is_empty() || labels().any(|label| allowed.contains(&label.id));
    schema.relation_types.iter().filter(|kind| allows(&kind.from) && allows(&kind.to)).collect()
}

/// The index of the claim or title that a key leads to, given the row and the column of each, in the order of the table, and the
/// index of the one with the focus. `column` is 0 for titles. `to_end` goes to the first or last of all, for Home and End.
pub fn next_stop(stops: &[(usize, usize)], at: Option<usize>, key: &str, to_end: bool) -> Option<usize> {
    let Some((row, column)) = at.and_then(|at| stops.get(at)).copied() else {
        return (key.starts_with("Arrow") && !stops.is_empty()).then_some(0);
    };
    let at = at.unwrap_or_default();
    let rows = |wanted: usize| stops.iter().position(|(row, _)| *row == wanted);
    let find = |is_next: &dyn Fn(&(usize, usize)) -> bool| stops.iter().position(is_next);
    match key {
        "ArrowRight" => find(&|stop| stop.0 == row && stop.1 > column),
        "ArrowLeft" => {
            let before = stops.iter().filter(|stop| stop.0 == row && stop.1 < column).map(|stop| stop.1).max()?;
            find(&|stop| *stop == (row, before))
        }
        // Through the claims of the cell, then to the next cell of the column that has some.
        "ArrowDown" => (at + 1..stops.len()).find(|&next| stops[next].1 == column),
        "ArrowUp" => (0..at).rev().find(|&before| stops[before].1 == column),
        "Home" => {
            if to_end {
                Some(0)
            } else {
                rows(row)
            }
        }
        "End" if to_end => stops.len().checked_sub(1),
        "End" => stops.iter().rposition(|stop| stop.0 == row),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::news_claims;

    #[test]
    fn keys_lead_through_the_table() {
        // Two claims in a cell; an article that is silent in the first row, and one in the second.
        let stops = [(0, 0), (0, 1), (0, 1), (0, 3), (1, 0), (1, 2), (2, 0), (2, 1)];
        let next = |at: usize, key: &str| next_stop(&stops, Some(at), key, false);
        assert_eq!([next(0, "ArrowRight"), next(1, "ArrowRight"), next(3, "ArrowRight")], [Some(1), Some(3), None]);
        assert_eq!([next(3, "ArrowLeft"), next(2, "ArrowLeft"), next(0, "ArrowLeft")], [Some(1), Some(0), None]);
        assert_eq!([next(1, "ArrowDown"), next(2, "ArrowDown"), next(7, "ArrowDown")], [Some(2), Some(7), None]);
        assert_eq!([next(7, "ArrowUp"), next(2, "ArrowUp"), next(0, "ArrowUp")], [Some(2), Some(1), None]);
        assert_eq!([next(2, "Home"), next(1, "End")], [Some(0), Some(3)]);
        assert_eq!(next_stop(&stops, Some(2), "End", true), Some(7));
        assert_eq!(next_stop(&stops, Some(2), "Home", true), Some(0));
        assert_eq!(
            [next_stop(&stops, None, "ArrowDown", false), next_stop(&[], None, "ArrowDown", false)],
            [Some(0), None]
        );
        assert_eq!([next(0, "x"), next_stop(&stops, None, "End", false)], [None, None]);
    }

    #[test]
    fn types_that_cannot_tie_claims_are_left_out() {
        let mut schema = news_claims();
        schema.relation_types[0].from = vec!["Person".into()];
        schema.relation_types[0].to = vec!["Person".into()];
        schema.relation_types[1].to = vec!["Date".into()];
        let kinds: Vec<&str> = tie_kinds(&schema).into_iter().map(|kind| kind.id.as_str()).collect();
        assert_eq!(kinds, ["contradicts", "updates", "quotes"]);
        let view = BoardView { kind: Some("supports".into()), ..BoardView::default() };
        assert_eq!(view.tie_kind(&schema), Some("contradicts".into()));
        let view = BoardView { kind: Some("quotes".into()), ..view };
        assert_eq!(view.tie_kind(&schema), Some("quotes".into()));
    }
}
