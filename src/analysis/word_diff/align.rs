//! Aligns the equal words of two passages, by their weights.

use super::words::DiffWord;

/// What words weigh that are aligned, and what is added for each one that follows another aligned one in both passages.
const WORD: u32 = 8;
const COMMON_WORD: u32 = 2;
const IN_SEQUENCE: u32 = 1;
/// What different numbers weigh that stand for each other: enough that "people" after both decides against a word farther away.
const OTHER_NUMBER: u32 = 4;
/// Passages of more words than can be compared so differ as a whole, but for their beginnings and ends.
const MOST_CELLS: usize = 400_000;

/// The indices of equal words in the same order, with the greatest sum of weights.
pub(super) fn align(first: &[DiffWord], second: &[DiffWord]) -> Vec<(usize, usize)> {
    let same = |(a, b): &(&DiffWord, &DiffWord)| a.key == b.key;
    let start = first.iter().zip(second).take_while(same).count();
    let (rest, others) = (first.get(start..).unwrap_or_default(), second.get(start..).unwrap_or_default());
    let end = rest.iter().rev().zip(others.iter().rev()).take_while(same).count();
    let (rest, others) = (&rest[..rest.len() - end], &others[..others.len() - end]);
    let mut pairs: Vec<_> = (0..start).map(|at| (at, at)).collect();
    if rest.len() * others.len() <= MOST_CELLS {
        pairs.extend(Table::new(rest, others).pairs().into_iter().map(|(i, j)| (start + i, start + j)));
    }
    pairs.extend((0..end).map(|at| (start + rest.len() + at, start + others.len() + at)));
    pairs
}

/// The best sums of weights of the first words of both passages.
struct Table<'a> {
    first: &'a [DiffWord],
    second: &'a [DiffWord],
    /// With any alignment.
    best: Vec<u32>,
    /// Where the last words of both are aligned; 0 where they cannot be.
    matched: Vec<u32>,
}

impl<'a> Table<'a> {
    fn new(first: &'a [DiffWord], second: &'a [DiffWord]) -> Self {
        let size = (first.len() + 1) * (second.len() + 1);
        let mut table = Self { first, second, best: vec![0; size], matched: vec![0; size] };
        for (i, a) in first.iter().enumerate() {
            for (j, b) in second.iter().enumerate() {
                let (diagonal, here) = (table.cell(i, j), table.cell(i + 1, j + 1));
                let mut best = table.best[table.cell(i, j + 1)].max(table.best[table.cell(i + 1, j)]);
                let weight = weight(a, b);
                if weight > 0 {
                    table.matched[here] = weight + table.before(diagonal);
                    best = best.max(table.matched[here]);
                }
                table.best[here] = best;
            }
        }
        table
    }

    fn cell(&self, i: usize, j: usize) -> usize {
        i * (self.second.len() + 1) + j
    }

    /// The best sum before two words that are aligned.
    fn before(&self, diagonal: usize) -> u32 {
        self.best[diagonal].max(if self.is_sequence(diagonal) { self.matched[diagonal] + IN_SEQUENCE } else { 0 })
    }

    /// Whether it is best that the words before two aligned ones are aligned too.
    fn is_sequence(&self, diagonal: usize) -> bool {
        self.matched[diagonal] > 0 && self.matched[diagonal] + IN_SEQUENCE >= self.best[diagonal]
    }

    /// The aligned words of the best alignment.
    fn pairs(&self) -> Vec<(usize, usize)> {
        let (mut i, mut j) = (self.first.len(), self.second.len());
        let mut pairs = Vec::new();
        let mut is_matched = false;
        while i > 0 && j > 0 {
            let here = self.cell(i, j);
            if is_matched || self.matched[here] > 0 && self.matched[here] == self.best[here] {
                (i, j) = (i - 1, j - 1);
                pairs.push((i, j));
                is_matched = self.is_sequence(self.cell(i, j));
            } else if self.best[self.cell(i - 1, j)] == self.best[here] {
                i -= 1;
            } else {
                j -= 1;
            }
        }
        pairs.reverse();
        pairs.retain(|&(i, j)| self.first[i].key == self.second[j].key);
        pairs
    }
}

/// What two words weigh if they are aligned; 0 if they cannot be.
fn weight(a: &DiffWord, b: &DiffWord) -> u32 {
    match a.key == b.key {
        true if a.is_common => COMMON_WORD,
        true => WORD,
        false if a.is_number && b.is_number => OTHER_NUMBER,
        false => 0,
    }
}
