//! What has changed between two versions of a list, as one piece that was replaced.

use crate::order::first_index;

/// `removed` rows at an index were replaced by `inserted` others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Splice {
    pub(super) at: usize,
    pub(super) removed: usize,
    pub(super) inserted: usize,
}

impl Splice {
    /// Where a row is now; `None` if it was replaced.
    pub(super) fn shifted(&self, row: usize) -> Option<usize> {
        match row {
            _ if row < self.at => Some(row),
            _ if row < self.at + self.removed => None,
            _ => Some(row - self.removed + self.inserted),
        }
    }
}

/// What replaced what between two lists of so many rows. `is_same` tells whether a row of the old list has the key of one of the
/// new list. Looks at few rows: if only one place has changed, the answer is exact; else what was replaced may be more than need
/// be, or less in a part that is taken for unchanged.
pub(super) fn splice(old: usize, new: usize, is_same: impl Fn(usize, usize) -> bool) -> Splice {
    let shorter = old.min(new);
    let before = first_index(shorter, |at| !is_same(at, at));
    let after = first_index(shorter - before, |at| !is_same(old - 1 - at, new - 1 - at));
    Splice { at: before, removed: old - before - after, inserted: new - before - after }
}

#[cfg(all(test, not(target_arch = "wasm32")))]
mod tests {
    use proptest::prelude::*;

    use super::*;

    proptest! {
        #[test]
        fn one_change_is_found_exactly(count in 0usize..200, at in 0usize..200, removed in 0usize..9, inserted in 0usize..9) {
            let old: Vec<usize> = (0..count).collect();
            let at = at.min(count);
            let removed = removed.min(count - at);
            // Rows that take the place of as many others move none: the next test.
            prop_assume!(removed != inserted || removed == 0);
            let mut new = old.clone();
            new.splice(at..at + removed, 1_000..1_000 + inserted);
            let found = splice(old.len(), new.len(), |a, b| old[a] == new[b]);
            let expected = if removed + inserted == 0 { (count, 0, 0) } else { (at, removed, inserted) };
            prop_assert_eq!((found.at, found.removed, found.inserted), expected);
            for (row, key) in old.iter().enumerate() {
                prop_assert_eq!(found.shifted(row), new.iter().position(|one| one == key));
            }
        }

        #[test]
        fn lists_of_any_rows_have_a_change_that_fits(old in prop::collection::vec(0u8..9, 0..40), new in prop::collection::vec(0u8..9, 0..40)) {
            let found = splice(old.len(), new.len(), |a, b| old[a] == new[b]);
            prop_assert!(found.at + found.removed <= old.len());
            prop_assert_eq!(old.len() - found.removed + found.inserted, new.len());
        }
    }
}
