//! Which of many children are rendered in full: those that are near what is seen, one more in each frame, so that no frame takes long.
//! While the view jumps on, nothing is rendered that the next jump would leave behind.

/// So many children stay rendered in full; what is near no longer makes room only beyond that.
const KEPT: usize = 12;

use std::ops::Range;

/// The children by their numbers.
#[derive(Debug, Default)]
pub(super) struct Paced {
    /// Those that are near.
    near: Range<usize>,
    /// Those that are rendered in full, in order.
    full: Vec<usize>,
    /// Whether everything that was near has gone since the last frame.
    has_jumped: bool,
}

impl Paced {
    /// The first children count as near, and are rendered in full.
    pub(super) fn new(first: usize) -> Self {
        Self { near: 0..first, full: (0..first).collect(), has_jumped: false }
    }

    /// Those that are rendered in full, in order.
    pub(super) fn full(&self) -> &[usize] {
        &self.full
    }

    /// These are near now.
    pub(super) fn move_to(&mut self, near: Range<usize>) {
        self.has_jumped |= near.start.max(self.near.start) >= near.end.min(self.near.end);
        self.near = near;
    }

    /// Whether the next frame changes nothing.
    pub(super) fn is_settled(&self) -> bool {
        !self.has_jumped && self.missing().is_none() && self.surplus().is_none()
    }

    /// Does what is due in a frame. Returns whether others are rendered in full now.
    pub(super) fn step(&mut self) -> bool {
        if std::mem::take(&mut self.has_jumped) {
            return false;
        }
        match (self.missing(), self.surplus()) {
            (Some(number), _) => set(&mut self.full, number, true),
            (None, Some(number)) => set(&mut self.full, number, false),
            (None, None) => return false,
        }
        true
    }

    /// The near child that is rendered in full next: the one nearest to the middle.
    fn missing(&self) -> Option<usize> {
        let missing = self.near.clone().filter(|number| self.full.binary_search(number).is_err());
        missing.min_by_key(|number| number.abs_diff(self.middle()))
    }

    /// The child that makes room next: the one farthest away.
    fn surplus(&self) -> Option<usize> {
        let far = self.full.iter().copied().filter(|number| !self.near.contains(number));
        far.max_by_key(|number| number.abs_diff(self.middle())).filter(|_| self.full.len() > KEPT)
    }

    fn middle(&self) -> usize {
        self.near.start.midpoint(self.near.end)
    }
}

/// Adds a number to an ordered list, or removes it.
fn set(numbers: &mut Vec<usize>, number: usize, is_there: bool) {
    match numbers.binary_search(&number) {
        Err(at) if is_there => numbers.insert(at, number),
        Ok(at) if !is_there => {
            numbers.remove(at);
        }
        _ => {}
    }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    /// What is rendered in full after each frame, until nothing changes.
    fn frames(paced: &mut Paced) -> Vec<Vec<usize>> {
        let mut all = Vec::new();
        while !paced.is_settled() {
            paced.step();
            all.push(paced.full().to_vec());
        }
        all
    }

    #[test]
    fn after_a_jump_children_follow_one_a_frame_from_the_middle() {
        let mut paced = Paced::new(2);
        assert!(paced.is_settled());
        paced.move_to(50..53);
        // The first frame waits for another jump.
        assert_eq!(frames(&mut paced), [vec![0, 1], vec![0, 1, 51], vec![0, 1, 50, 51], vec![0, 1, 50, 51, 52]]);
    }

    #[test]
    fn what_scrolls_near_is_rendered_in_the_next_frame() {
        let mut paced = Paced::new(3);
        paced.move_to(1..4);
        assert_eq!(frames(&mut paced), [[0, 1, 2, 3]]);
    }

    #[test]
    fn while_the_view_jumps_on_nothing_is_rendered() {
        let mut paced = Paced::new(3);
        for jump in 1..9 {
            paced.move_to(jump * 100..jump * 100 + 3);
            assert!(!paced.step());
        }
        assert_eq!(paced.full(), [0, 1, 2]);
        assert_eq!(frames(&mut paced).pop(), Some(vec![0, 1, 2, 800, 801, 802]));
    }

    proptest! {
        #[test]
        fn in_the_end_all_near_ones_are_rendered_and_few_others(moves in prop::collection::vec((0usize..300, 0usize..20, 0usize..9), 1..30)) {
            let mut paced = Paced::new(4);
            for (from, count, steps) in moves {
                paced.move_to(from..from + count);
                for _ in 0..steps {
                    let before = paced.full().len();
                    paced.step();
                    prop_assert!(paced.full().len().abs_diff(before) <= 1);
                }
            }
            frames(&mut paced);
            prop_assert!(paced.near.clone().all(|number| paced.full().contains(&number)));
            prop_assert!(paced.full().len() <= KEPT.max(paced.near.len()));
            prop_assert!(paced.full().is_sorted());
        }
    }
}
