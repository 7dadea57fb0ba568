//! The words in which two passages differ.
//!
//! Words and numbers are compared, without case, kinds of quotation marks and punctuation ([`DiffWord`]). The alignment weighs words: two passages
//! rather share a name than two articles ([`align`]); that is why it is no crate for diffs of lines. A function word that stands alone
//! between two changes does not split them ([`clean_up`]), and words that stand elsewhere are moved, not changed ([`moved`]). Where most
//! words differ, those in common are marked instead ([`shared`], [`marks`]).

mod align;
mod clean_up;
mod marks;
mod moved;
mod shared;
mod words;

#[cfg(test)]
mod tests;

use crate::text::TextRange;

use align::align;
use clean_up::clean_up;
use moved::moved;
use words::Run;

pub use marks::Mark;
pub use shared::SharedWords;
pub use words::{DiffWord, diff_words};

/// A place where two passages differ. Where both have words, these stand for each other, such as "23,000" and "26,000".
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The words of the first passage.
    pub first: Option<TextRange>,
    /// The words of the second passage.
    pub second: Option<TextRange>,
}

/// The differences of two passages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct WordDiff {
    /// Words that only one passage has, or that stand for others, in the order of the passages.
    pub changes: Vec<Change>,
    /// Words that are the same in both passages, in other places.
    pub moved: Vec<(TextRange, TextRange)>,
    /// How many words differ: of words that stand for each other, those of the longer side count.
    pub count: usize,
    /// The words in common, if most words differ.
    pub shared: Option<SharedWords>,
}

/// What is aligned of two lists of words.
#[derive(Debug, Default)]
struct Alignment {
    /// The indices of equal words, in order in both lists.
    pairs: Vec<(usize, usize)>,
    /// Equal runs in other places, of equal lengths.
    moved: Vec<(Run, Run)>,
}

/// The differences of two passages.
pub fn word_diff(first: &[DiffWord], second: &[DiffWord]) -> WordDiff {
    let (diff, same) = differences(first, second);
    diff.with_shared(same, first, second)
}

/// The differences, and how many words are the same.
fn differences(first: &[DiffWord], second: &[DiffWord]) -> (WordDiff, usize) {
    // In one order, so that ties are decided alike whichever passage is the first.
    if first.iter().map(|word| &word.key).gt(second.iter().map(|word| &word.key)) {
        let (diff, same) = differences(second, first);
        return (diff.reversed(), same);
    }
    let mut alignment = Alignment { pairs: align(first, second), moved: Vec::new() };
    clean_up(&mut alignment.pairs, first, second);
    alignment.moved = moved(&alignment.pairs, first, second);
    let moved_words: usize = alignment.moved.iter().map(|(own, _)| own.len()).sum();
    (WordDiff::of(&alignment, first, second), alignment.pairs.len() + moved_words)
}

/// Like [`word_diff`], where the first passage is a part of a sentence: the words of the second one that stand around what corresponds to
/// the part are no differences.
pub fn word_diff_of_part(part: &[DiffWord], whole: &[DiffWord]) -> WordDiff {
    let is_telling = |pair: &(usize, usize)| part.get(pair.0).is_some_and(|word| !word.is_common);
    let pairs: Vec<(usize, usize)> = align(part, whole).into_iter().filter(is_telling).collect();
    let Some((first, last)) = pairs.first().zip(pairs.last()) else { return word_diff(part, whole) };
    let after = part.len() - last.0 - 1;
    let within = first.1.saturating_sub(first.0)..(last.1 + 1 + after).min(whole.len());
    word_diff(part, whole.get(within).unwrap_or(whole))
}

/// Like [`word_diff`], where it is known that a range of the first passage stands for one of the second. Of the words around the latter,
/// as many are compared as there are around the former.
pub fn word_diff_around(first: &[DiffWord], second: &[DiffWord], ranges: (TextRange, TextRange)) -> WordDiff {
    let ([before, own, after], [other_before, other, other_after]) = (split(first, ranges.0), split(second, ranges.1));
    let near = other_before.len().saturating_sub(before.len());
    let other_before = other_before.get(near..).unwrap_or_default();
    let other_after = other_after.get(..after.len()).unwrap_or(other_after);
    let (mut diff, mut all_same) = (WordDiff::default(), 0);
    for (own, other) in [(before, other_before), (own, other), (after, other_after)] {
        let (more, same) = differences(own, other);
        diff.changes.extend(more.changes);
        diff.moved.extend(more.moved);
        diff.count += more.count;
        all_same += same;
    }
    diff.with_shared(all_same, first, &[other_before, other, other_after].concat())
}

/// The words before a range, in it, and after it.
fn split(words: &[DiffWord], range: TextRange) -> [&[DiffWord]; 3] {
    let start = words.partition_point(|word| word.range.end() <= range.start());
    let end = words.partition_point(|word| word.range.start() < range.end()).max(start);
    let (before, rest) = words.split_at(start);
    let (inside, after) = rest.split_at(end - start);
    [before, inside, after]
}

impl WordDiff {
    fn of(alignment: &Alignment, first: &[DiffWord], second: &[DiffWord]) -> Self {
        let of = |side: fn(&(Run, Run)) -> &Run| alignment.moved.iter().map(side).collect::<Vec<_>>();
        let (moved_first, moved_second) = (of(|runs| &runs.0), of(|runs| &runs.1));
        let mut diff = Self::default();
        let (mut at, end) = ((0, 0), (first.len(), second.len()));
        for &(i, j) in alignment.pairs.iter().chain([&end]) {
            let own = segments(at.0..i, &moved_first, first);
            let other = segments(at.1..j, &moved_second, second);
            diff.add(&by_numbers(own, other, first, second), first, second);
            at = (i + 1, j + 1);
        }
        for (own, other) in &alignment.moved {
            diff.moved.extend(range(own, first).zip(range(other, second)));
        }
        diff
    }

    fn add(&mut self, segments: &(Vec<Run>, Vec<Run>), first: &[DiffWord], second: &[DiffWord]) {
        let (own, other) = segments;
        for at in 0..own.len().max(other.len()) {
            let (own, other) = (own.get(at), other.get(at));
            let change = Change {
                first: own.and_then(|run| range(run, first)),
                second: other.and_then(|run| range(run, second)),
            };
            let count = own.map_or(0, ExactSizeIterator::len).max(other.map_or(0, ExactSizeIterator::len));
            if count > 0 {
                self.changes.push(change);
                self.count += count;
            }
        }
    }

    fn reversed(self) -> Self {
        let changes = self.changes.into_iter().map(|one| Change { first: one.second, second: one.first }).collect();
        let moved = self.moved.into_iter().map(|(first, second)| (second, first)).collect();
        Self { changes, moved, ..self }
    }

    /// Whether the passages have the same words in the same order.
    pub fn is_same(&self) -> bool {
        self.changes.is_empty() && self.moved.is_empty()
    }
}

/// The range of a run of words; `None` if it is empty.
fn range(run: &Run, words: &[DiffWord]) -> Option<TextRange> {
    let run = words.get(run.clone())?;
    Some(TextRange::new(run.first()?.range.start(), run.last()?.range.end()))
}

/// The words of a gap, without those that were moved; words of different parts of a passage are apart.
fn segments(gap: Run, moved: &[&Run], words: &[DiffWord]) -> Vec<Run> {
    let mut segments: Vec<Run> = Vec::new();
    for at in gap {
        if moved.iter().any(|run| run.contains(&at)) {
            continue;
        }
        let part = |at: usize| words.get(at).map(|word| word.part);
        match segments.last_mut().filter(|last| last.end == at && part(last.start) == part(at)) {
            Some(last) => last.end = at + 1,
            None => segments.push(at..at + 1),
        }
    }
    segments
}

/// Where both sides of a gap have as many numbers, these stand for each other, and the words between them too.
fn by_numbers(own: Vec<Run>, other: Vec<Run>, first: &[DiffWord], second: &[DiffWord]) -> (Vec<Run>, Vec<Run>) {
    let ([a], [b]) = (own.as_slice(), other.as_slice()) else { return (own, other) };
    let numbers = |run: &Run, words: &[DiffWord]| -> Vec<usize> {
        run.clone().filter(|&at| words.get(at).is_some_and(|word| word.is_number)).collect()
    };
    let (of_a, of_b) = (numbers(a, first), numbers(b, second));
    if of_a.is_empty() || of_a.len() != of_b.len() {
        return (own, other);
    }
    let split = |run: &Run, numbers: &[usize]| -> Vec<Run> {
        let mut runs = Vec::new();
        let mut at = run.start;
        for &number in numbers {
            runs.extend([at..number, number..number + 1]);
            at = number + 1;
        }
        runs.push(at..run.end);
        runs
    };
    (split(a, &of_a), split(b, &of_b))
}
