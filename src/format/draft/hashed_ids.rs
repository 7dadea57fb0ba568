//! A set of ids that may be millions: of each a hash of 64 bits, in eight bytes.

use std::collections::HashSet;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};

/// How many of the last hashes are in a table. A table takes more than twice as much memory as a list, and thrice while it grows.
const RECENT: usize = 1 << 18;

/// A set of ids. Two ids with the same hash are taken for one; that is less probable than a fault of the memory.
#[derive(Clone, Debug)]
pub(in crate::format) struct HashedIds {
    /// Most hashes, in order.
    sorted: Vec<u64>,
    /// The last ones.
    recent: HashSet<u64>,
    most_recent: usize,
}

impl Default for HashedIds {
    fn default() -> Self {
        Self { sorted: Vec::new(), recent: HashSet::new(), most_recent: RECENT }
    }
}

impl HashedIds {
    /// Whether an id is in the set.
    pub(in crate::format) fn contains(&self, id: &str) -> bool {
        self.contains_hash(hash(id))
    }

    /// Whether the id with a hash is in the set.
    pub(in crate::format) fn contains_hash(&self, hash: u64) -> bool {
        self.recent.contains(&hash) || self.sorted.binary_search(&hash).is_ok()
    }

    /// Adds an id; returns whether it is new.
    pub(in crate::format) fn insert(&mut self, id: &str) -> bool {
        let hash = hash(id);
        if self.contains_hash(hash) {
            return false;
        }
        self.recent.insert(hash);
        if self.recent.len() >= self.most_recent {
            self.merge();
        }
        true
    }

    /// Moves the last hashes to the others, from behind, so that the list is not copied.
    fn merge(&mut self) {
        let mut recent: Vec<u64> = self.recent.drain().collect();
        recent.sort_unstable();
        let mut from = self.sorted.len();
        self.sorted.reserve_exact(recent.len());
        self.sorted.resize(from + recent.len(), 0);
        let mut to = self.sorted.len();
        while let Some(&last) = recent.last() {
            to -= 1;
            if from > 0 && self.sorted[from - 1] > last {
                from -= 1;
                self.sorted[to] = self.sorted[from];
            } else {
                self.sorted[to] = last;
                recent.pop();
            }
        }
    }
}

/// A hash of a text, the same in each run.
pub(in crate::format) fn hash(text: &str) -> u64 {
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn ids_are_in_the_set_as_in_a_table(ids in prop::collection::vec(0_u8..60, 0..120), most_recent in 1_usize..9) {
            let mut set = HashedIds { most_recent, ..HashedIds::default() };
            let mut table = HashSet::new();
            for id in &ids {
                prop_assert_eq!(set.insert(&id.to_string()), table.insert(*id));
                prop_assert!((0..60).all(|id: u8| set.contains(&id.to_string()) == table.contains(&id)));
                prop_assert!(set.sorted.is_sorted());
            }
        }
    }
}
