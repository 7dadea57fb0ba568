//! Ids made of the names and ids in a file.

use std::collections::HashMap;

use super::hashed_ids::HashedIds;
use crate::limits::{ID, excess};

/// Gives each record an id of its own.
#[derive(Default)]
pub(in crate::format) struct UniqueIds {
    used: HashedIds,
    /// The number after the last that was added to an id, for those that were wanted more than once. All below, from 2 on, are used.
    next: HashMap<String, usize>,
}

impl UniqueIds {
    /// The wanted id if it can be one and is free; otherwise one that begins like it. `fallback` is used for an empty one.
    pub(in crate::format) fn take(&mut self, wanted: &str, fallback: &str) -> String {
        let wanted = id_of(wanted);
        let stem = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        if !self.is_numbered(&stem) && self.used.insert(&stem) {
            return stem;
        }
        let mut number = self.next.get(&stem).copied().unwrap_or(2);
        let mut id = format!("{stem}-{number}");
        while self.is_numbered(&id) || self.used.contains(&id) {
            number += 1;
            id = format!("{stem}-{number}");
        }
        self.next.insert(stem, number + 1);
        id
    }

    /// Whether an id was made of another one and a number.
    fn is_numbered(&self, id: &str) -> bool {
        let Some((stem, number)) = id.rsplit_once('-') else { return false };
        let made = |next: &usize| number.parse().is_ok_and(|at: usize| (2..*next).contains(&at));
        !number.starts_with(['0', '+']) && self.next.get(stem).is_some_and(made)
    }
}

/// A text as an id: without spaces and control characters, and not too long.
fn id_of(text: &str) -> String {
    let can_be_one = |c: char| !c.is_whitespace() && !c.is_control();
    if excess(text, ID).is_none() && text.chars().all(can_be_one) {
        return text.to_owned();
    }
    let short = text.trim().chars().take(ID / 2);
    short.map(|c| if can_be_one(c) { c } else { '-' }).collect()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use proptest::prelude::*;

    /// As [`UniqueIds::take`], with the ids themselves.
    fn plain(used: &mut HashSet<String>, wanted: &str, fallback: &str) -> String {
        let wanted = id_of(wanted);
        let stem = if wanted.is_empty() { fallback.to_owned() } else { wanted };
        let mut id = stem.clone();
        let mut number = 2;
        while !used.insert(id.clone()) {
            id = format!("{stem}-{number}");
            number += 1;
        }
        id
    }

    proptest! {
        #[test]
        fn each_id_is_unique_and_the_first_that_is_free(wanted in prop::collection::vec("(a|a-2|a-3|a-02|a-2-2|a-\\+3|)", 0..30)) {
            let (mut ids, mut used) = (UniqueIds::default(), HashSet::new());
            for wanted in &wanted {
                prop_assert_eq!(ids.take(wanted, "a"), plain(&mut used, wanted, "a"));
            }
        }
    }

    #[test]
    fn many_records_without_an_id_take_linear_time() {
        let mut ids = UniqueIds::default();
        let last = (0..300_000).map(|_| ids.take("", "t1")).last();
        assert_eq!(last.as_deref(), Some("t1-300000"));
    }
}
