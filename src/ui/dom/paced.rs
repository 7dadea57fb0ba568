//! Which of many children are rendered in full: those that are near what is seen, one more in each frame, so that no frame takes long.
//! While the view jumps on, nothing is rendered that the next jump would leave behind.

/// So many children stay rendered in full; what is near no longer makes room only beyond that.
const KEPT: usize = 12;

/// The children by their numbers.
#[derive(Debug, Default)]
pub(super) struct Paced {
    /// Those that are near, in order.
    near: Vec<usize>,
    /// Those that are rendered in full, in order.
    full: Vec<usize>,
    /// Whether everything that was near has gone since the last frame.
    has_jumped: bool,
}

impl Paced {
    /// The first children count as near, and are rendered in full.
    pub(super) fn new(first: usize) -> Self {
        let near: Vec<usize> = (0..first).collect();
        Self { full: near.clone(), near, has_jumped: false }
    }

    /// Those that are rendered in full, in order.
    pub(super) fn full(&self) -> &[usize] {
        &self.full
    }

    /// Children have come near, or are near no longer.
    pub(super) fn changed(&mut self, changes: impl Iterator<Item = (usize, bool)>) {
        let before = self.near.clone();
        changes.for_each(|(number, is_near)| set(&mut self.near, number, is_near));
        self.has_jumped |= !self.near.iter().any(|number| before.binary_search(number).is_ok());
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
        let missing = self.near.iter().filter(|number| self.full.binary_search(number).is_err());
        missing.copied().min_by_key(|number| number.abs_diff(self.middle()))
    }

    /// The child that makes room next: the one farthest away.
    fn surplus(&self) -> Option<usize> {
        let is_far = |number: &usize| self.near.binary_search(number).is_err();
        let far = self.full.iter().copied().filter(is_far);
        far.max_by_key(|number| number.abs_diff(self.middle())).filter(|_| self.full.len() > KEPT)
    }

    fn middle(&self) -> usize {
        self.near.get(self.near.len() / 2).copied().unwrap_or_default()
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
    use std::ops::Range;

    use proptest::prelude::*;

    use super::*;

    fn move_to(paced: &mut Paced, near: Range<usize>) {
        let gone = paced.near.clone().into_iter().filter(|number| !near.contains(number)).map(|number| (number, false));
        let come = near.clone().map(|number| (number, true));
        paced.changed(gone.chain(come));
    }

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
        move_to(&mut paced, 50..53);
        // The first frame waits for another jump.
        assert_eq!(frames(&mut paced), [vec![0, 1], vec![0, 1, 51], vec![0, 1, 50, 51], vec![0, 1, 50, 51, 52]]);
    }

    #[test]
    fn what_scrolls_near_is_rendered_in_the_next_frame() {
        let mut paced = Paced::new(3);
        move_to(&mut paced, 1..4);
        assert_eq!(frames(&mut paced), [[0, 1, 2, 3]]);
    }

    #[test]
    fn while_the_view_jumps_on_nothing_is_rendered() {
        let mut paced = Paced::new(3);
        for jump in 1..9 {
            move_to(&mut paced, jump * 100..jump * 100 + 3);
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
                move_to(&mut paced, from..from + count);
                for _ in 0..steps {
                    let before = paced.full().len();
                    paced.step();
                    prop_assert!(paced.full().len().abs_diff(before) <= 1);
                }
            }
            frames(&mut paced);
            prop_assert!(paced.near.iter().all(|number| paced.full().contains(number)));
            prop_assert!(paced.full().len() <= KEPT.max(paced.near.len()));
            prop_assert!(paced.full().is_sorted());
        }
    }
}
