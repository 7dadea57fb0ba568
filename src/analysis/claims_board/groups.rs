//! Connected groups of items, by union-find.

/// The groups of `count` items that are connected by pairs. Groups are in the order of their first items, and items in
/// their own order.
pub(super) fn groups(count: usize, pairs: impl Iterator<Item = (usize, usize)>) -> Vec<Vec<usize>> {
    let mut parents: Vec<usize> = (0..count).collect();
    for (a, b) in pairs {
        let (a, b) = (root(&mut parents, a), root(&mut parents, b));
        // The first item of a group is its root.
        parents[a.max(b)] = a.min(b);
    }
    let mut groups: Vec<Vec<usize>> = Vec::new();
    let mut group_at = vec![usize::MAX; count];
    for item in 0..count {
        let root = root(&mut parents, item);
        if root == item {
            group_at[item] = groups.len();
            groups.push(Vec::new());
        }
        groups[group_at[root]].push(item);
    }
    groups
}

/// The index of the group of each item.
pub(super) fn group_of(count: usize, groups: &[Vec<usize>]) -> Vec<usize> {
    let mut group_of = vec![0; count];
    for (group, items) in groups.iter().enumerate() {
        items.iter().for_each(|&item| group_of[item] = group);
    }
    group_of
}

/// The root of an item; halves the path to it.
fn root(parents: &mut [usize], mut item: usize) -> usize {
    while parents[item] != item {
        parents[item] = parents[parents[item]];
        item = parents[item];
    }
    item
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn groups_are_in_the_order_of_their_first_items() {
        let pairs = [(4, 1), (2, 3), (3, 5), (5, 2), (1, 1)];
        let found = groups(7, pairs.into_iter());
        assert_eq!(found, [vec![0], vec![1, 4], vec![2, 3, 5], vec![6]]);
        assert_eq!(group_of(7, &found), [0, 1, 2, 2, 1, 2, 3]);
        assert_eq!(groups(0, [].into_iter()), Vec::<Vec<usize>>::new());
    }

    #[test]
    fn the_order_of_pairs_does_not_matter() {
        let count = 60;
        let pairs: Vec<(usize, usize)> = (0..40).map(|n| (n * 7 % count, n * 31 % count)).collect();
        let forwards = groups(count, pairs.iter().copied());
        assert_eq!(groups(count, pairs.iter().rev().map(|&(a, b)| (b, a))), forwards);
        assert_eq!(forwards.iter().map(Vec::len).sum::<usize>(), count);
    }
}
