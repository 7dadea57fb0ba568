//! Joins changes that only function words divide.

use super::words::DiffWord;

/// More function words than this are no coincidence.
const MOST_WORDS: usize = 2;

/// Removes runs of at most two aligned function words that stand alone between two changes. A number that stands for another one stays
/// apart.
pub(super) fn clean_up(pairs: &mut Vec<(usize, usize)>, first: &[DiffWord], second: &[DiffWord]) {
    let mut at = 0;
    while at < pairs.len() {
        let end = end_of_run(pairs, at);
        if is_alone(pairs, (at, end), first, second) {
            pairs.drain(at..end);
            // The run before may stand alone in the longer change.
            at = start_of_run(pairs, at);
        } else {
            at = end;
        }
    }
}

/// The end of the run of pairs in sequence that begins at an index.
fn end_of_run(pairs: &[(usize, usize)], at: usize) -> usize {
    let mut end = at + 1;
    while end < pairs.len() && pairs[end] == (pairs[end - 1].0 + 1, pairs[end - 1].1 + 1) {
        end += 1;
    }
    end
}

/// The start of the run of pairs in sequence that ends before an index.
fn start_of_run(pairs: &[(usize, usize)], end: usize) -> usize {
    let mut at = end.saturating_sub(1);
    while at > 0 && pairs[at] == (pairs[at - 1].0 + 1, pairs[at - 1].1 + 1) {
        at -= 1;
    }
    at
}

fn is_alone(pairs: &[(usize, usize)], (at, end): (usize, usize), first: &[DiffWord], second: &[DiffWord]) -> bool {
    let count = end - at;
    let run = &pairs[at..end];
    if count > MOST_WORDS || !run.iter().all(|&(i, _)| first[i].is_common) {
        return false;
    }
    let before = at.checked_sub(1).map_or((0, 0), |at| (pairs[at].0 + 1, pairs[at].1 + 1));
    let after = pairs.get(end).copied().unwrap_or((first.len(), second.len()));
    let last = run[count - 1];
    let gaps = [
        (&first[before.0..run[0].0], &second[before.1..run[0].1]),
        (&first[last.0 + 1..after.0], &second[last.1 + 1..after.1]),
    ];
    let is_number = |words: &[DiffWord]| !words.is_empty() && words.iter().all(|word| word.is_number);
    let is_long = gaps.iter().all(|(own, other)| own.len().max(other.len()) >= count);
    let is_on_both_sides =
        gaps.iter().any(|(own, _)| !own.is_empty()) && gaps.iter().any(|(_, other)| !other.is_empty());
    is_long && is_on_both_sides && !gaps.iter().any(|(own, other)| is_number(own) && is_number(other))
}
