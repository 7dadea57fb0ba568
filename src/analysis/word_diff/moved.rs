//! Finds words that both passages have in different places.

use super::words::{DiffWord, Run};
use crate::order;

/// One word alone is no proof that it was moved: "Ann met Bob" and "Bob met Ann" differ.
const LEAST_WORDS: usize = 2;
/// How many moved runs there are at most, the longest first.
const MOST_RUNS: usize = 8;
/// Passages with more words that are not aligned are too long to look for moved ones.
const MOST_CELLS: usize = 400_000;

/// Runs of equal words that are not aligned, of which at least one is no function word.
pub(super) fn moved(pairs: &[(usize, usize)], first: &[DiffWord], second: &[DiffWord]) -> Vec<(Run, Run)> {
    let (mut taken, mut taken_second) = (vec![false; first.len()], vec![false; second.len()]);
    for &(i, j) in pairs {
        (taken[i], taken_second[j]) = (true, true);
    }
    let mut runs = Vec::new();
    let is_short = (first.len() - pairs.len()) * (second.len() - pairs.len()) <= MOST_CELLS;
    while is_short && runs.len() < MOST_RUNS {
        let Some((own, other)) = longest(first, second, &taken, &taken_second) else { break };
        taken[own.clone()].fill(true);
        taken_second[other.clone()].fill(true);
        runs.push((own, other));
    }
    order::sort_by_key(&mut runs, |(own, _): &(Run, Run)| own.start);
    runs
}

/// The longest run of equal words that are not taken.
fn longest(first: &[DiffWord], second: &[DiffWord], taken: &[bool], taken_second: &[bool]) -> Option<(Run, Run)> {
    let free: Vec<usize> = (0..second.len()).filter(|&j| !taken_second[j]).collect();
    let mut best: Option<(Run, Run)> = None;
    for i in (0..first.len()).filter(|&i| !taken[i]) {
        for &j in &free {
            let same = |k: &usize| {
                let (Some(a), Some(b)) = (first.get(i + k), second.get(j + k)) else { return false };
                let is_one_part = a.part == first[i].part && b.part == second[j].part;
                a.key == b.key && !taken[i + k] && !taken_second[j + k] && is_one_part
            };
            let count = (0..).take_while(same).count();
            let is_longer = count > best.as_ref().map_or(LEAST_WORDS - 1, |(own, _)| own.len());
            if is_longer && first[i..i + count].iter().any(|word| !word.is_common) {
                best = Some((i..i + count, j..j + count));
            }
        }
    }
    best
}
