//! Which rows of a long list are in the DOM: those near what is seen, and some that stay wherever they are. Space stands for
//! all others.

use std::ops::Range;

use super::heights::Heights;
use super::row_changes::Splice;

/// So many rows are in the DOM before it is known which can be seen.
pub(super) const FIRST: usize = 30;
/// The most rows in the DOM, however low they are.
const MOST: usize = 400;
/// Rows up to so far outside of what is seen are put into the DOM, in CSS pixels; as soon as they are nearer than `NEAR`.
const AHEAD: f64 = 700.0;
const NEAR: f64 = 200.0;
/// The greatest height of the space for rows that are not in the DOM, in CSS pixels. Firefox draws nothing below some 17.9 million
/// pixels. The space of a longer list is compressed: the scroll bar then moves over more rows for each pixel.
const MAX_SPACE: f64 = 12_000_000.0;

/// What is in the DOM, from the top.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum Piece {
    /// A row, by its index.
    Row(usize),
    /// The space of the rows `from..to`, in CSS pixels.
    Space { from: usize, to: usize, height: f64 },
}

/// How many pixels of rows a pixel of space stands for.
fn compression(heights: &Heights) -> f64 {
    (heights.total() / MAX_SPACE).max(1.0)
}

/// What is in the DOM: the rows of a window, and those that stay in it wherever they are.
pub(super) fn pieces(heights: &Heights, window: &Range<usize>, pinned: &[usize]) -> Vec<Piece> {
    let (count, compression) = (heights.len(), compression(heights));
    let mut rows: Vec<usize> = pinned.iter().copied().filter(|at| *at < count && !window.contains(at)).collect();
    rows.extend(window.start..window.end.min(count));
    rows.sort_unstable();
    rows.dedup();
    let mut pieces = Vec::with_capacity(rows.len() + 3);
    let mut from = 0;
    for at in rows.into_iter().chain([count]) {
        if from < at {
            let height = (heights.above(at) - heights.above(from)) / compression;
            pieces.push(Piece::Space { from, to: at, height });
        }
        if at < count {
            pieces.push(Piece::Row(at));
        }
        from = at + 1;
    }
    pieces
}

/// The row at a distance from the top of the list as it is in the DOM.
fn row_at(heights: &Heights, pieces: &[Piece], distance: f64) -> usize {
    let compression = compression(heights);
    let mut top = 0.0;
    for piece in pieces {
        let height = match *piece {
            Piece::Row(at) => heights.above(at + 1) - heights.above(at),
            Piece::Space { height, .. } => height,
        };
        if distance < top + height {
            return match *piece {
                Piece::Row(at) => at,
                Piece::Space { from, to, .. } => {
                    let found = heights.row_at(heights.above(from) + (distance - top) * compression);
                    found.clamp(from, to - 1)
                }
            };
        }
        top += height;
    }
    heights.len().saturating_sub(1)
}

/// The rows that should be in the DOM, given those that are and the part of the list that is seen, as distances from its top. The
/// same ones while what is seen is well inside of them.
pub(super) fn next_window(
    heights: &Heights,
    pieces: &[Piece],
    current: &Range<usize>,
    seen: Range<f64>,
) -> Range<usize> {
    if heights.len() == 0 || seen.end <= seen.start {
        return current.clone();
    }
    let top = heights.above(row_at(heights, pieces, seen.start));
    let bottom = heights.above(row_at(heights, pieces, seen.end) + 1);
    let around = |margin: f64| heights.row_at(top - margin)..heights.row_at(bottom + margin) + 1;
    let near = around(NEAR);
    if current.start <= near.start && near.end <= current.end && current.len() <= MOST {
        return current.clone();
    }
    let ahead = around(AHEAD);
    ahead.start..ahead.end.min(ahead.start + MOST)
}

/// The same rows of a list that has changed; of a new list its first ones.
pub(super) fn shifted(window: &Range<usize>, splice: &Splice, count: usize) -> Range<usize> {
    if window.is_empty() {
        return 0..FIRST.min(count);
    }
    let start = splice.shifted(window.start).unwrap_or(splice.at).min(count);
    let end = splice.shifted(window.end).unwrap_or(splice.at + splice.inserted);
    let start = if start == count { count.saturating_sub(FIRST) } else { start };
    start..end.max(start + FIRST).min(start + window.len().max(FIRST)).min(count)
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn heights_of(rows: &[u8]) -> Heights {
        let mut heights = Heights::new(rows.len());
        let rows: Vec<(usize, f64)> = rows.iter().map(|row| f64::from(*row) + 1.0).enumerate().collect();
        heights.measured(&rows);
        heights
    }

    #[test]
    fn space_stands_for_the_rows_that_are_not_there() {
        let heights = heights_of(&[9; 10]);
        let space = |from, to, height| Piece::Space { from, to, height };
        assert_eq!(
            pieces(&heights, &(3..5), &[8, 4, 99]),
            [space(0, 3, 30.0), Piece::Row(3), Piece::Row(4), space(5, 8, 30.0), Piece::Row(8), space(9, 10, 10.0)]
        );
        assert_eq!(pieces(&heights_of(&[]), &(0..0), &[0]), []);
    }

    #[test]
    fn rows_stay_while_what_is_seen_is_inside_of_them() {
        let heights = heights_of(&[99; 1_000]);
        let at = |window: &Range<usize>, top: f64| {
            next_window(&heights, &pieces(&heights, window, &[]), window, top..top + 500.0)
        };
        let first = at(&(0..30), 0.0);
        assert_eq!(first, 0..30);
        assert_eq!(at(&(0..30), 1_900.0), 0..30);
        assert_eq!(at(&(0..30), 2_400.0), 17..38);
        assert_eq!(at(&(0..30), 99_500.0), 988..1_000);
    }

    #[test]
    fn what_is_not_shown_changes_nothing() {
        let heights = heights_of(&[9; 100]);
        assert_eq!(next_window(&heights, &[], &(7..9), 0.0..0.0), 7..9);
    }

    #[test]
    fn a_million_rows_fit_into_the_space_that_browsers_have() {
        let mut heights = Heights::new(1_000_000);
        heights.measured(&[(0, 60.0)]);
        let window = 500_000..500_020;
        let all = pieces(&heights, &window, &[]);
        let height: f64 =
            all.iter().map(|piece| if let Piece::Space { height, .. } = piece { *height } else { 60.0 }).sum();
        assert!(height <= MAX_SPACE + 2_000.0, "{height}");
        assert_eq!(row_at(&heights, &all, height - 1.0), 999_999);
        assert_eq!(row_at(&heights, &all, height / 4.0), 250_020);
        let top = all[..1]
            .iter()
            .map(|piece| if let Piece::Space { height, .. } = piece { *height } else { 0.0 })
            .sum::<f64>();
        assert_eq!(row_at(&heights, &all, top + 61.0), 500_001);
    }

    proptest! {
        #[test]
        fn the_pieces_are_as_high_as_all_rows(rows in prop::collection::vec(any::<u8>(), 1..300), start in 0usize..300,
                                               length in 0usize..60, pinned in prop::collection::vec(0usize..300, 0..3)) {
            let heights = heights_of(&rows);
            let window = start.min(rows.len())..(start + length).min(rows.len());
            let all = pieces(&heights, &window, &pinned);
            let mut next = 0;
            let mut height = 0.0;
            for piece in &all {
                match *piece {
                    Piece::Row(at) => {
                        prop_assert_eq!(at, next);
                        next += 1;
                        height += f64::from(rows[at]) + 1.0;
                    }
                    Piece::Space { from, to, height: space } => {
                        prop_assert_eq!(from, next);
                        next = to;
                        height += space;
                    }
                }
            }
            prop_assert_eq!(next, rows.len());
            prop_assert!((height - heights.total()).abs() < 1e-6);
            for at in window.chain(pinned.into_iter().filter(|at| *at < rows.len())) {
                prop_assert!(all.contains(&Piece::Row(at)));
            }
        }

        #[test]
        fn what_is_seen_is_in_the_window(rows in prop::collection::vec(0u8..60, 1..300), window in 0usize..300, top in 0.0..9_000.0f64) {
            let heights = heights_of(&rows);
            let window = window.min(rows.len() - 1)..rows.len().min(window + 10).max(window.min(rows.len() - 1));
            let all = pieces(&heights, &window, &[]);
            let next = next_window(&heights, &all, &window, top..top + 400.0);
            prop_assert!(next.contains(&heights.row_at(top)) && next.contains(&heights.row_at(top + 400.0)));
            prop_assert!(next.end <= rows.len());
        }
    }
}
