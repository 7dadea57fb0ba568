//! Records sorted by id. A copy-on-write collection: a clone shares all chunks, and a change copies at most one.

use std::cmp::Ordering;
use std::rc::Rc;

/// The maximum number of records of a chunk. A larger chunk is split.
const CHUNK: usize = 256;

/// Consecutive records by id; never empty.
type Chunk<K, T> = Vec<(K, Rc<T>)>;

/// Records sorted by their ids.
#[derive(Clone, Debug)]
pub struct Records<K, T> {
    chunks: Vec<Rc<Chunk<K, T>>>,
    len: usize,
}

impl<K, T> Default for Records<K, T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }
}

impl<K: Ord + Clone, T> Records<K, T> {
    /// The number of records.
    pub fn len(&self) -> usize {
        self.len
    }

    /// Whether there are no records.
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// The index of the chunk that contains an id, or would contain it, and the id's position in that chunk.
    fn locate(&self, id: &K) -> (usize, Result<usize, usize>) {
        let after = self.chunks.partition_point(|chunk| chunk.first().is_some_and(|(first, _)| first <= id));
        let chunk = after.saturating_sub(1);
        let records = self.chunks.get(chunk).map_or(&[][..], |chunk| chunk);
        (chunk, records.binary_search_by(|(other, _)| other.cmp(id)))
    }

    /// The record with an id.
    pub fn get(&self, id: &K) -> Option<&Rc<T>> {
        let (chunk, at) = self.locate(id);
        at.ok().map(|at| &self.chunks[chunk][at].1)
    }

    /// The record with an id, for changing it in place.
    pub(crate) fn get_mut(&mut self, id: &K) -> Option<&mut Rc<T>> {
        let (chunk, at) = self.locate(id);
        at.ok().map(|at| &mut Rc::make_mut(&mut self.chunks[chunk])[at].1)
    }

    /// Inserts a record; replaces the record with the same id.
    pub(crate) fn insert(&mut self, id: K, record: Rc<T>) {
        let (i, at) = self.locate(&id);
        if self.chunks.is_empty() {
            self.chunks.push(Rc::default());
        }
        let chunk = Rc::make_mut(&mut self.chunks[i]);
        match at {
            Ok(at) => chunk[at].1 = record,
            Err(at) => {
                chunk.insert(at, (id, record));
                self.len += 1;
            }
        }
        if chunk.len() > CHUNK {
            let second = chunk.split_off(CHUNK / 2);
            self.chunks.insert(i + 1, Rc::new(second));
        }
    }

    /// Removes the record with an id, if there is one.
    pub(crate) fn remove(&mut self, id: &K) {
        if let (i, Ok(at)) = self.locate(id) {
            let chunk = Rc::make_mut(&mut self.chunks[i]);
            chunk.remove(at);
            self.len -= 1;
            if chunk.is_empty() {
                self.chunks.remove(i);
            }
        }
    }

    fn iter(&self) -> impl Iterator<Item = &(K, Rc<T>)> {
        self.chunks.iter().flat_map(|chunk| chunk.iter())
    }

    /// The ids, in order.
    pub fn ids(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(id, _)| id)
    }

    /// The records, in the order of their ids.
    pub fn values(&self) -> impl Iterator<Item = &Rc<T>> {
        self.iter().map(|(_, record)| record)
    }

    /// The records whose ids compare equal; `compare` must agree with the order of the ids. Costs two binary searches,
    /// whatever the number of records.
    pub(crate) fn matching(&self, compare: impl Fn(&K) -> Ordering) -> impl Iterator<Item = &Rc<T>> {
        let is_before = |(id, _): &(K, Rc<T>)| compare(id) == Ordering::Less;
        let first = self.chunks.partition_point(|chunk| chunk.last().is_some_and(is_before));
        let skipped = self.chunks.get(first).map_or(0, |chunk| chunk.partition_point(is_before));
        let rest = self.chunks[first..].iter().flat_map(|chunk| chunk.iter()).skip(skipped);
        rest.take_while(move |(id, _)| compare(id) == Ordering::Equal).map(|(_, record)| record)
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
        assert_eq!((records.len(), records.chunks.len()), (0, 0));
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
