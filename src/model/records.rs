//! Records sorted by id. A copy-on-write collection: a clone shares all records, and a change
//! copies a few hundred pointers at most.

use std::cmp::Ordering;
use std::rc::Rc;

use super::outlined::Outlined;
use super::sequence::{Part, Sequence, Totals};

/// A record with its id.
#[derive(Debug)]
struct Entry<K, T>(K, Rc<T>);

impl<K: Clone, T> Clone for Entry<K, T> {
    fn clone(&self) -> Self {
        Self(self.0.clone(), self.1.clone())
    }
}

impl<K: Clone, T> Part for Entry<K, T> {
    fn totals(&self) -> Totals {
        Totals { count: 1, ..Totals::default() }
    }
}

/// Records sorted by their ids.
#[derive(Clone, Debug)]
pub struct Records<K, T>(Sequence<Entry<K, T>>);

impl<K, T> Default for Records<K, T> {
    fn default() -> Self {
        Self(Sequence::default())
    }
}

impl<K: Ord + Clone, T> Records<K, T> {
    /// The records of sorted ids. Much cheaper than inserting them one by one.
    pub(crate) fn from_sorted(records: Vec<(K, Rc<T>)>) -> Self {
        let entries: Vec<_> = records.into_iter().map(|(id, record)| Entry(id, record)).collect();
        Self(Sequence::from_sorted(&entries))
    }

    /// The number of records.
    pub fn len(&self) -> usize {
        self.0.count()
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The record with an id.
    pub fn get(&self, id: &K) -> Option<&Rc<T>> {
        let place = self.0.locate(|Entry(other, _)| other.cmp(id)).ok()?;
        self.0.get(place).map(|Entry(_, record)| record)
    }

    /// Inserts a record; replaces the record with the same id.
    pub(crate) fn insert(&mut self, id: K, record: Rc<T>) {
        match self.0.locate(|Entry(other, _)| other.cmp(&id)) {
            Ok(place) => self.0.change(place, |entry| entry.1 = record),
            Err(place) => self.0.insert(place, Entry(id, record)),
        }
    }

    /// Removes the record with an id, if there is one.
    pub(crate) fn remove(&mut self, id: &K) {
        if let Ok(place) = self.0.locate(|Entry(other, _)| other.cmp(id)) {
            self.0.remove(place);
        }
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &K> {
        Outlined(self.0.iter().map(|Entry(id, _)| id))
    }

    /// The records, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Rc<T>> {
        Outlined(self.0.iter().map(|Entry(_, record)| record))
    }

    /// The records whose ids compare equal; `compare` must agree with the order of the ids. Costs a binary search,
    /// whatever the number of records.
    pub(crate) fn matching(&self, compare: impl Fn(&K) -> Ordering) -> impl Iterator<Item = &Rc<T>> {
        let from = self.0.iter_from(&|Entry(id, _)| compare(id) == Ordering::Less);
        from.take_while(move |Entry(id, _)| compare(id) == Ordering::Equal).map(|Entry(_, record)| record)
    }
}

impl<K: Ord + Clone, T: Clone> Records<K, T> {
    /// Changes the record with an id, if there is one, in place where it is not shared.
    pub(crate) fn update(&mut self, id: &K, change: impl FnOnce(&mut T)) {
        if let Ok(place) = self.0.locate(|Entry(other, _)| other.cmp(id)) {
            self.0.change(place, |entry| change(Rc::make_mut(&mut entry.1)));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn records_behave_like_a_map_and_clones_do_not_change() {
        let (mut records, mut map) = (Records::default(), BTreeMap::new());
        let mut seed = 1_u32;
        for step in 0..6_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let id = (seed >> 8) % 1_500;
            let (before, map_before) = (records.clone(), map.clone());
            if step % 3 == 2 {
                records.remove(&id);
                map.remove(&id);
            } else {
                records.insert(id, Rc::new(step));
                map.insert(id, step);
            }
            assert_eq!(records.get(&id).map(|value| **value), map.get(&id).copied());
            assert_eq!(records.len(), map.len());
            if step % 97 == 0 {
                assert!(
                    records.ids().eq(map.keys()) && records.values().map(|value| **value).eq(map.values().copied())
                );
                assert!(before.ids().eq(map_before.keys()));
            }
        }
        map.keys().for_each(|id| records.remove(id));
        assert!(records.is_empty());
    }

    #[test]
    fn matching_finds_a_contiguous_group_of_ids() {
        let mut records = Records::default();
        for id in (0..3_000_u32).map(|n| (n % 7, n)) {
            records.insert(id, Rc::new(id.1));
        }
        for group in 0..8 {
            let found: Vec<u32> = records.matching(|(one, _)| one.cmp(&group)).map(|value| **value).collect();
            let expected: Vec<u32> = (0..3_000).filter(|n| n % 7 == group).collect();
            assert_eq!(found, expected, "group {group}");
        }
        assert_eq!(Records::<(u32, u32), u32>::default().matching(|(one, _)| one.cmp(&1)).count(), 0);
    }
}
