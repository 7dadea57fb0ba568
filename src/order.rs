//! Stable sorting that is compiled once for all types: each instance of the standard library's sort takes about four
//! kilobytes of wasm.

use std::cmp::Ordering;

/// Sorts by a comparison; stable.
pub(crate) fn sort_by<T>(items: &mut Vec<T>, compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = order_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    let mut unsorted: Vec<Option<T>> = std::mem::take(items).into_iter().map(Some).collect();
    items.extend(sorted.into_iter().filter_map(|at| unsorted.get_mut(at)?.take()));
}

/// Sorts by `Ord`; stable.
pub(crate) fn sort<T: Ord>(items: &mut Vec<T>) {
    sort_by(items, T::cmp);
}

/// Sorts by a key; stable.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut Vec<T>, key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The indices of `count` items in sorted order.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|&a, &b| compare(a, b));
    indices
}

/// The first of `0..count` for which a condition is met that is met for all after it; else `count`. Asks for few of them.
pub(crate) fn first_index(count: usize, is_met: impl Fn(usize) -> bool) -> usize {
    let (mut from, mut to) = (0, count);
    while from < to {
        let middle = from.midpoint(to);
        if is_met(middle) {
            to = middle;
        } else {
            from = middle + 1;
        }
    }
    from
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorting_is_stable() {
        let mut words = vec!["b1", "a2", "b0", "a1", "c"];
        sort_by_key(&mut words, |word| word.as_bytes()[0]);
        assert_eq!(words, ["a2", "a1", "b1", "b0", "c"]);
        sort(&mut words);
        assert_eq!(words, ["a1", "a2", "b0", "b1", "c"]);
    }
}
