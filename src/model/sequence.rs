//! A sorted sequence in shared pieces: the collection below [`super::Records`] and [`super::AnnotationSet`]. A clone shares
//! everything, and a change copies one leaf, one branch and the list of branches, so that its cost hardly grows: a million
//! items have about two hundred branches.

use std::cmp::Ordering;
use std::rc::Rc;

use crate::text::ByteOffset;

/// The maximum number of items of a leaf. A full leaf is split.
const LEAF: usize = 256;
/// The maximum number of leaves of a branch. A full branch is split.
const BRANCH: usize = 96;

/// What is known of one item, or of all items of a leaf or branch.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Totals {
    /// The largest end; zero for items without a place in a text.
    pub(super) end: ByteOffset,
    /// The number of items that count.
    pub(super) count: usize,
}

/// An item, a leaf or a branch.
pub(super) trait Part: Clone {
    fn totals(&self) -> Totals;
}

/// Consecutive parts; never empty, except for the root.
#[derive(Clone, Debug)]
pub(super) struct Node<P> {
    parts: Vec<P>,
    totals: Totals,
}

impl<P: Part> Node<P> {
    fn new(parts: Vec<P>) -> Self {
        let mut node = Self { parts, totals: Totals::default() };
        node.update();
        node
    }

    fn update(&mut self) {
        let add = |sum: Totals, part: &P| {
            let totals = part.totals();
            Totals { end: sum.end.max(totals.end), count: sum.count + totals.count }
        };
        self.totals = self.parts.iter().fold(Totals::default(), add);
    }

    pub(super) fn parts(&self) -> &[P] {
        &self.parts
    }

    /// Inserts a part. Returns the second half if the node was full.
    fn insert(&mut self, at: usize, part: P, most: usize) -> Option<Self> {
        if self.parts.len() < most {
            self.parts.insert(at, part);
            self.update();
            return None;
        }
        // What grows at its end is filled, because the first half gets no more parts.
        let half = if at == self.parts.len() { at } else { self.parts.len() / 2 };
        let mut second = self.parts.split_off(half);
        if at < half {
            self.parts.insert(at, part);
        } else {
            second.insert(at - half, part);
        }
        self.update();
        Some(Self::new(second))
    }
}

impl<P: Part> Part for Rc<Node<P>> {
    fn totals(&self) -> Totals {
        self.totals
    }
}

/// Consecutive items.
pub(super) type Leaf<T> = Node<T>;
/// Consecutive leaves.
type Branch<T> = Node<Rc<Leaf<T>>>;

/// The place of an item: the branch, the leaf in it, and the item in that.
pub(super) type Place = (usize, usize, usize);

/// A sorted sequence. Cheap to clone.
#[derive(Clone, Debug)]
pub(super) struct Sequence<T>(Node<Rc<Branch<T>>>);

impl<T> Default for Sequence<T> {
    fn default() -> Self {
        Self(Node { parts: Vec::new(), totals: Totals::default() })
    }
}

impl<T: Part> Sequence<T> {
    /// The sequence of sorted items. Much cheaper than inserting them one by one.
    pub(super) fn from_sorted(items: &[T]) -> Self {
        // Not full, so that the next insertions do not split them immediately.
        let leaves: Vec<_> = items.chunks(LEAF * 3 / 4).map(|items| Rc::new(Node::new(items.to_vec()))).collect();
        let branches = leaves.chunks(BRANCH * 3 / 4).map(|leaves| Rc::new(Node::new(leaves.to_vec())));
        Self(Node::new(branches.collect()))
    }

    /// The number of items that count.
    pub(super) fn count(&self) -> usize {
        self.0.totals.count
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.parts.is_empty()
    }

    /// The item with a key; otherwise where it is to be inserted. `compare` gives the order of an item and the key.
    pub(super) fn locate(&self, compare: impl Fn(&T) -> Ordering) -> Result<Place, Place> {
        let is_at_or_before = |leaf: &Rc<Leaf<T>>| leaf.parts.first().is_some_and(|item| compare(item).is_le());
        let begins = |branch: &Rc<Branch<T>>| branch.parts.first().is_some_and(is_at_or_before);
        let i = self.0.parts.partition_point(begins).saturating_sub(1);
        let leaves = self.0.parts.get(i).map_or(&[][..], |branch| &branch.parts);
        let j = leaves.partition_point(is_at_or_before).saturating_sub(1);
        let items = leaves.get(j).map_or(&[][..], |leaf| &leaf.parts);
        items.binary_search_by(compare).map(|at| (i, j, at)).map_err(|at| (i, j, at))
    }

    /// The item at a place.
    pub(super) fn get(&self, (i, j, at): Place) -> Option<&T> {
        self.0.parts.get(i)?.parts.get(j)?.parts.get(at)
    }

    /// Changes the item at a place; its totals stay the same.
    pub(super) fn change(&mut self, (i, j, at): Place, change: impl FnOnce(&mut T)) {
        let Some(branch) = self.0.parts.get_mut(i) else { return };
        let branch = Rc::make_mut(branch);
        let Some(leaf) = branch.parts.get_mut(j) else { return };
        let leaf = Rc::make_mut(leaf);
        if let Some(item) = leaf.parts.get_mut(at) {
            change(item);
        }
    }

    /// Inserts an item at the place that [`Self::locate`] gave.
    pub(super) fn insert(&mut self, (i, j, at): Place, item: T) {
        let Some(branch) = self.0.parts.get_mut(i) else {
            *self = Self::from_sorted(&[item]);
            return;
        };
        let branch = Rc::make_mut(branch);
        let Some(leaf) = branch.parts.get_mut(j) else { return };
        let next_leaf = Rc::make_mut(leaf).insert(at, item, LEAF);
        let next_branch = next_leaf.and_then(|leaf| branch.insert(j + 1, Rc::new(leaf), BRANCH));
        branch.update();
        match next_branch {
            Some(next) => _ = self.0.insert(i + 1, Rc::new(next), usize::MAX),
            None => self.0.update(),
        }
    }

    /// Removes the item at a place that [`Self::locate`] gave.
    pub(super) fn remove(&mut self, (i, j, at): Place) {
        let Some(branch) = self.0.parts.get_mut(i) else { return };
        let branch = Rc::make_mut(branch);
        let Some(leaf) = branch.parts.get_mut(j) else { return };
        let leaf = Rc::make_mut(leaf);
        leaf.parts.remove(at);
        leaf.update();
        if leaf.parts.is_empty() {
            branch.parts.remove(j);
        }
        branch.update();
        if branch.parts.is_empty() {
            self.0.parts.remove(i);
        }
        self.0.update();
    }

    /// The leaves, in order.
    pub(super) fn leaves(&self) -> impl Iterator<Item = &Rc<Leaf<T>>> {
        self.0.parts.iter().flat_map(|branch| &branch.parts)
    }

    /// The items, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &T> {
        self.leaves().flat_map(|leaf| &leaf.parts)
    }

    /// The items from the first that `is_before` refuses.
    pub(super) fn iter_from<'a>(&'a self, is_before: &dyn Fn(&T) -> bool) -> impl Iterator<Item = &'a T> + use<'a, T> {
        let leaf_ends = |leaf: &Rc<Leaf<T>>| leaf.parts.last().is_some_and(is_before);
        let branch_ends = |branch: &Rc<Branch<T>>| branch.parts.last().is_some_and(leaf_ends);
        let i = self.0.parts.partition_point(branch_ends);
        let j = self.0.parts.get(i).map_or(0, |branch| branch.parts.partition_point(leaf_ends));
        let first = self.0.parts.get(i).and_then(|branch| branch.parts.get(j));
        let at = first.map_or(0, |leaf| leaf.parts.partition_point(is_before));
        let leaves = self.0.parts[i..].iter().flat_map(|branch| &branch.parts).skip(j);
        leaves.flat_map(|leaf| &leaf.parts).skip(at)
    }

    /// The last item that `is_before` accepts.
    pub(super) fn last_before(&self, is_before: &dyn Fn(&T) -> bool) -> Option<&T> {
        let begins_before = |leaf: &Rc<Leaf<T>>| leaf.parts.first().is_some_and(is_before);
        let i = self.0.parts.partition_point(|branch| branch.parts.first().is_some_and(begins_before));
        let leaves = &self.0.parts.get(i.checked_sub(1)?)?.parts;
        let leaf = leaves.get(leaves.partition_point(begins_before).checked_sub(1)?)?;
        leaf.parts.get(leaf.parts.partition_point(is_before).checked_sub(1)?)
    }

    /// The items up to the first that `is_after` accepts, without the leaves and branches that end at or before `start`.
    pub(super) fn reaching(&self, start: ByteOffset, is_after: impl Fn(&T) -> bool) -> impl Iterator<Item = &T> {
        let branches = self.0.parts.iter().filter(move |branch| branch.totals.end > start);
        let leaves = branches.flat_map(|branch| &branch.parts).filter(move |leaf| leaf.totals.end > start);
        leaves.flat_map(|leaf| &leaf.parts).take_while(move |item| !is_after(item))
    }

    /// The number of items that count before a place. Costs a step for each branch, and for each leaf and item of one.
    pub(super) fn count_before(&self, (i, j, at): Place) -> usize {
        let count = |parts: &[Rc<Leaf<T>>]| parts.iter().map(|leaf| leaf.totals.count).sum::<usize>();
        let branches: usize = self.0.parts.iter().take(i).map(|branch| branch.totals.count).sum();
        let Some(branch) = self.0.parts.get(i) else { return branches };
        let items = branch.parts.get(j).map_or(&[][..], |leaf| &leaf.parts);
        branches + count(&branch.parts[..j]) + items.iter().take(at).map(|item| item.totals().count).sum::<usize>()
    }

    /// The item that counts and has so many such items before it. Costs as [`Self::count_before`].
    pub(super) fn nth(&self, index: usize) -> Option<&T> {
        let mut rest = index;
        let branch = find_part(&self.0.parts, &mut rest)?;
        let leaf = find_part(&branch.parts, &mut rest)?;
        find_part(&leaf.parts, &mut rest)
    }
}

/// The part that contains the item with `rest` items before it; `rest` becomes the number of those inside of the part.
fn find_part<'a, P: Part>(parts: &'a [P], rest: &mut usize) -> Option<&'a P> {
    parts.iter().find(|part| match rest.checked_sub(part.totals().count) {
        Some(less) => {
            *rest = less;
            false
        }
        None => true,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    impl Part for u32 {
        fn totals(&self) -> Totals {
            Totals { end: ByteOffset(self + 10), count: (self % 2) as usize }
        }
    }

    #[test]
    fn a_large_sequence_behaves_like_a_sorted_list() {
        let (mut sequence, mut list, mut seed) = (Sequence::default(), Vec::new(), 1_u32);
        for step in 0..60_000 {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            // First in order, so that leaves are filled, then anywhere.
            let item = if step < 30_000 { step * 3 } else { (seed >> 8) % 100_000 };
            match (sequence.locate(|other: &u32| other.cmp(&item)), list.binary_search(&item)) {
                (Ok(place), Ok(at)) => {
                    sequence.remove(place);
                    list.remove(at);
                }
                (Err(place), Err(at)) => {
                    sequence.insert(place, item);
                    list.insert(at, item);
                }
                _ => panic!("step {step}"),
            }
        }
        assert!(sequence.iter().eq(&list));
        let counting: Vec<u32> = list.iter().copied().filter(|item| item % 2 == 1).collect();
        assert_eq!(sequence.count(), counting.len());
        for (index, item) in counting.iter().enumerate().step_by(97) {
            let place = sequence.locate(|other| other.cmp(item)).expect("an item");
            assert_eq!((sequence.nth(index), sequence.count_before(place)), (Some(item), index));
        }
        for from in (0..100_020).step_by(1_003) {
            assert!(sequence.iter_from(&|item| *item < from).eq(list.iter().filter(|item| **item >= from)));
            assert_eq!(sequence.last_before(&|item| *item < from), list.iter().rev().find(|item| **item < from));
            let near = sequence.reaching(ByteOffset(from), |item| *item >= from + 5).filter(|item| **item + 10 > from);
            assert!(near.eq(list.iter().filter(|item| **item < from + 5 && **item + 10 > from)));
        }
        let rebuilt = Sequence::from_sorted(&list);
        assert!(rebuilt.iter().eq(&list) && rebuilt.count() == sequence.count());
    }
}
