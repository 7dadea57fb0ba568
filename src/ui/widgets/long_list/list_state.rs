//! What a long list knows of its rows from one render to the next.

use std::ops::Range;

use super::heights::Heights;
use super::row_changes::splice;
use super::rows::Rows;
use super::window::{FIRST, Piece, next_window, pieces, shifted};

/// What a long list knows of its rows.
pub(super) struct ListState {
    /// The rows that were rendered last.
    rows: Rows,
    heights: Heights,
    /// The rows in the DOM.
    window: Range<usize>,
    /// The row with the focus, which stays in the DOM.
    focused: Option<usize>,
    /// Whether that row gets the focus as soon as it is in the DOM.
    pub(super) wants_focus: bool,
    /// The row that the caller wants in the DOM.
    shown: Option<usize>,
    /// How wide the rows were when they were measured, in CSS pixels.
    width: f64,
}

/// What was measured of the list in the page, in CSS pixels.
pub(super) struct Measured {
    /// How wide the list is.
    pub(super) width: f64,
    /// The part that is seen, as distances from the top of the list.
    pub(super) seen: Range<f64>,
    /// The heights of the rows in the DOM, by their index.
    pub(super) rows: Vec<(usize, f64)>,
}

impl ListState {
    pub(super) fn new(rows: &Rows) -> Self {
        let count = rows.len();
        Self {
            rows: rows.clone(),
            heights: Heights::new(count),
            window: 0..count.min(FIRST),
            focused: None,
            wants_focus: false,
            shown: None,
            width: 0.0,
        }
    }

    /// Takes over the rows that are rendered now.
    pub(super) fn update(&mut self, rows: &Rows, shown: Option<usize>) {
        self.shown = shown;
        if self.rows == *rows {
            return;
        }
        let before = std::mem::replace(&mut self.rows, rows.clone());
        let change = splice(before.len(), rows.len(), |old, new| before.key(old) == rows.key(new));
        self.heights.splice(change.at, change.removed, change.inserted);
        self.focused = self.focused.and_then(|at| change.shifted(at)).filter(|at| *at < rows.len());
        self.window = shifted(&self.window, &change, rows.len());
    }

    /// What is in the DOM.
    pub(super) fn pieces(&self) -> Vec<Piece> {
        let pinned: Vec<usize> = self.focused.into_iter().chain(self.shown).collect();
        pieces(&self.heights, &self.window, &pinned)
    }

    /// Takes over what was measured. Returns whether other rows, or the same ones in another place, have to be rendered.
    pub(super) fn measured(&mut self, measured: &Measured) -> bool {
        if (measured.width - self.width).abs() > 0.5 {
            self.width = measured.width;
            self.heights.forget();
        }
        let is_moved = self.heights.measured(&measured.rows);
        let next = next_window(&self.heights, &self.pieces(), &self.window, measured.seen.clone());
        let is_other = next != self.window;
        self.window = next;
        is_other || is_moved
    }

    /// A row has got the focus, or none has it.
    pub(super) fn set_focused(&mut self, at: Option<usize>) {
        if !self.wants_focus {
            self.focused = at;
        }
    }

    /// A row shall get the focus.
    pub(super) fn focus(&mut self, at: usize) {
        (self.focused, self.wants_focus) = (Some(at), true);
    }

    /// The row with the focus.
    pub(super) fn focused(&self) -> Option<usize> {
        self.focused
    }

    /// The row at which a key stops that moves the focus away from one.
    pub(super) fn stop_after(&self, key: &str, from: usize, page: f64) -> Option<usize> {
        let last = self.rows.len().checked_sub(1)?;
        let forward = |from: usize| (from..=last).find(|at| self.rows.is_stop(*at));
        let back = |from: usize| (0..=from).rev().find(|at| self.rows.is_stop(*at));
        let by = |distance: f64| self.heights.row_at(self.heights.above(from) + distance);
        match key {
            "ArrowDown" => forward(from + 1).or(Some(from)),
            "ArrowUp" => from.checked_sub(1).and_then(back),
            "PageDown" => forward(by(page).max(from + 1).min(last)).or_else(|| back(last)),
            "PageUp" => back(by(-page).min(from.saturating_sub(1))).or_else(|| forward(0)),
            "Home" => forward(0),
            "End" => back(last),
            _ => None,
        }
    }
}
