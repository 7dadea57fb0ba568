//! Records by id, made for change: a clone shares all of them, and a change copies one chunk.

use std::rc::Rc;

/// A chunk is split when it grows past this many records.
const CHUNK: usize = 256;

/// Neighbouring records, never none, by id.
type Chunk<K, T> = Vec<(K, Rc<T>)>;

/// Records sorted by their ids.
#[derive(Clone, Debug)]
pub(crate) struct Records<K, T> {
    chunks: Vec<Rc<Chunk<K, T>>>,
    len: usize,
}

impl<K, T> Default for Records<K, T> {
    fn default() -> Self {
        Self { chunks: Vec::new(), len: 0 }
    }
}

impl<K: Ord + Clone, T> Records<K, T> {
    /// How many there are.
    pub(crate) fn len(&self) -> usize {
        self.len
    }

    /// The chunk in which an id stands or would stand, and the place in it.
    fn place(&self, id: &K) -> (usize, Result<usize, usize>) {
        let begun = self.chunks.partition_point(|chunk| chunk.first().is_some_and(|(first, _)| first <= id));
        let chunk = begun.saturating_sub(1);
        let records = self.chunks.get(chunk).map_or(&[][..], |chunk| chunk);
        (chunk, records.binary_search_by(|(other, _)| other.cmp(id)))
    }

    /// The record of an id.
    pub(crate) fn get(&self, id: &K) -> Option<&Rc<T>> {
        let (chunk, at) = self.place(id);
        at.ok().map(|at| &self.chunks[chunk][at].1)
    }

    /// Puts a record in, in the place of another of that id.
    pub(crate) fn insert(&mut self, id: K, record: Rc<T>) {
        let (i, at) = self.place(&id);
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

    /// Takes the record of an id out, if there is one.
    pub(crate) fn remove(&mut self, id: &K) {
        if let (i, Ok(at)) = self.place(id) {
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

    /// The ids, in their order.
    pub(crate) fn ids(&self) -> impl Iterator<Item = &K> {
        self.iter().map(|(id, _)| id)
    }

    /// The records, in the order of their ids.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Rc<T>> {
        self.iter().map(|(_, record)| record)
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn it_holds_what_a_map_holds_and_clones_stay_as_they_were() {
        let (mut records, mut map) = (Records::default(), BTreeMap::new());
        let mut seed = 1_u32;
        for step in 0..6_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let id = (seed >> 8) % 1_500;
            let (before, held) = (records.clone(), map.clone());
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
                assert!(before.ids().eq(held.keys()));
            }
        }
        map.keys().for_each(|id| records.remove(id));
        assert_eq!((records.len(), records.chunks.len()), (0, 0));
    }
}
