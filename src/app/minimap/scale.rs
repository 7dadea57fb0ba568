//! Where a position of the text is on the minimap, which is as high as the column and shows all of what can be scrolled.

use crate::text::{ByteOffset, TextRange};

/// From positions of a text to distances from the top, as shares of the height of all that can be scrolled.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scale {
    /// Positions whose distance is known, in order; between them it grows with the number of bytes.
    known: Vec<(ByteOffset, f64)>,
}

impl Scale {
    /// The scale of a text with the ranges of some of its blocks, in order, each with the distances of its top and bottom from the
    /// top of all that can be scrolled, whose height is `height`. All in the same unit.
    pub fn new(blocks: impl IntoIterator<Item = (TextRange, f64, f64)>, height: f64) -> Self {
        let share = |distance: f64| (distance / height.max(1.0)).clamp(0.0, 1.0);
        let ends =
            |(range, top, bottom): (TextRange, f64, f64)| [(range.start(), share(top)), (range.end(), share(bottom))];
        Self { known: blocks.into_iter().flat_map(ends).collect() }
    }

    /// The distance of a position.
    pub fn share(&self, position: ByteOffset) -> f64 {
        let next = self.known.partition_point(|(known, _)| *known <= position);
        match (next.checked_sub(1).map(|last| self.known[last]), self.known.get(next)) {
            (Some((from, top)), Some(&(to, bottom))) => {
                let within = f64::from(position.0 - from.0) / f64::from((to.0 - from.0).max(1));
                top + (bottom - top) * within
            }
            (Some((_, top)), None) => top,
            (None, _) => 0.0,
        }
    }
}

/// The top and height of the box that shows which part is seen, on a map of a height.
pub fn box_at(scroll_top: f64, seen: f64, all: f64, map: f64) -> (f64, f64) {
    let scale = map / all.max(seen).max(1.0);
    // A box that nobody can see or take hold of would be no use.
    let height = (seen * scale).max(MIN_BOX).min(map);
    let room = (all - seen).max(0.0);
    let share = if room > 0.0 { (scroll_top / room).clamp(0.0, 1.0) } else { 0.0 };
    (share * (map - height), height)
}

/// Where a text is scrolled to so that the middle of the box is at `y`, as far as there is text.
pub fn scroll_top_of(y: f64, seen: f64, all: f64, map: f64) -> f64 {
    let (_, height) = box_at(0.0, seen, all, map);
    let room = map - height;
    let share = if room > 0.0 { ((y - height / 2.0) / room).clamp(0.0, 1.0) } else { 0.0 };
    share * (all - seen).max(0.0)
}

/// The least height of the box, in CSS pixels.
const MIN_BOX: f64 = 8.0;

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn between_blocks_that_were_measured_positions_are_spread_evenly() {
        let range = TextRange::from_indices;
        let scale = Scale::new([(range(0, 100), 20.0, 120.0), (range(300, 400), 320.0, 520.0)], 1_000.0);
        let shares = [0, 50, 100, 200, 300, 350, 400, 900].map(|at| scale.share(ByteOffset(at)));
        let expected = [0.02, 0.07, 0.12, 0.22, 0.32, 0.42, 0.52, 0.52];
        assert!(shares.iter().zip(expected).all(|(a, b)| (a - b).abs() < 1e-9), "{shares:?}");
        assert_eq!(Scale::default().share(ByteOffset(7)), 0.0);
    }

    #[test]
    fn the_box_reaches_from_the_top_to_the_end_of_the_map() {
        assert_eq!(box_at(0.0, 500.0, 1_000.0, 200.0), (0.0, 100.0));
        assert_eq!(box_at(500.0, 500.0, 1_000.0, 200.0), (100.0, 100.0));
        assert_eq!(box_at(0.0, 500.0, 400.0, 200.0), (0.0, 200.0), "all is seen");
        let (top, height) = box_at(4e6 - 500.0, 500.0, 4e6, 800.0);
        assert!(height == MIN_BOX && (top + height - 800.0).abs() < 1e-6);
        assert_eq!(box_at(0.0, 0.0, 0.0, 0.0), (0.0, 0.0));
    }

    proptest! {
        #[test]
        fn the_box_goes_where_it_is_dragged(
            seen in 1.0..2_000.0_f64, more in 1.0..5e6_f64, map in 20.0..2_000.0_f64, share in 0.0..1.0_f64,
        ) {
            let all = seen + more;
            let (top, height) = box_at(share * more, seen, all, map);
            prop_assert!(top >= 0.0 && top + height <= map + 1e-6);
            let back = scroll_top_of(top + height / 2.0, seen, all, map);
            prop_assert!(map <= MIN_BOX || (back - share * more).abs() < more * 1e-6 + 1e-6 || map - height < 1e-6);
        }
    }
}
