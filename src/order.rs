//! Stable sorting that is compiled once for all types: each instance of the standard library's sort takes about four
//! kilobytes of wasm.

use std::cmp::Ordering;

/// Sorts by a comparison; stable.
pub(crate) fn sort_by<T>(items: &mut [T], compare: impl Fn(&T, &T) -> Ordering) {
    let sorted = order_of(items.len(), &|a, b| compare(&items[a], &items[b]));
    rearrange(sorted, &mut |a, b| items.swap(a, b));
}

/// Sorts by `Ord`; stable.
pub(crate) fn sort<T: Ord>(items: &mut [T]) {
    sort_by(items, T::cmp);
}

/// Sorts by a key; stable.
pub(crate) fn sort_by_key<T, K: Ord>(items: &mut [T], key: impl Fn(&T) -> K) {
    sort_by(items, |a, b| key(a).cmp(&key(b)));
}

/// The indices of `count` items in sorted order.
fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> Ordering) -> Vec<usize> {
    let mut indices: Vec<usize> = (0..count).collect();
    indices.sort_by(|&a, &b| compare(a, b));
    indices
}

/// Moves the item of each index of `sorted` to the place where the index is, by swaps along the cycles.
fn rearrange(mut sorted: Vec<usize>, swap: &mut dyn FnMut(usize, usize)) {
    for start in 0..sorted.len() {
        let mut at = start;
        loop {
            let from = std::mem::replace(&mut sorted[at], at);
            if from == start {
                break;
            }
            swap(at, from);
            at = from;
        }
    }
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
