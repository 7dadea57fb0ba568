//! The words of an article that have a content, as numbers that are equal for words that say the same.

use crate::analysis::dates::all_dates;
use crate::analysis::figures::all_figures;
use crate::analysis::language::Kind;
use crate::analysis::parsed::{ParsedArticle, Words};
use crate::order;

/// A word with a content.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// The hash of what it stands for.
    hash: u32,
    /// What it stands for, if other words stand for the same.
    concept: Option<(&'static str, Kind)>,
    /// Whether it is a name, as far as its capital letter tells.
    is_name: bool,
}

/// The words with a content, by token.
#[derive(Debug)]
pub(super) struct Content {
    words: Vec<Option<Known>>,
}

impl Content {
    /// The words with a content of an article: not those of figures and dates.
    pub(super) fn of(parsed: &ParsedArticle, words: &Words) -> Self {
        let mut taken = vec![false; words.len()];
        let figures = all_figures(parsed);
        let dates = all_dates(parsed);
        for (start, end) in figures.iter().map(|one| one.tokens).chain(dates.iter().map(|one| one.tokens)) {
            taken.iter_mut().take(end).skip(start).for_each(|one| *one = true);
        }
        let mut known = vec![None; words.len()];
        for sentence in &parsed.sentences {
            let (first, last) = sentence.tokens;
            let letters = (first..last).filter(|&at| words.is_letters(at));
            let (all, capital) =
                letters.fold((0, 0), |(all, capital), at| (all + 1, capital + usize::from(words.is_capital(at))));
            // In a headline, capital letters tell nothing.
            let is_title = all > 2 && capital * 10 >= all * 6;
            for at in (first..last).filter(|&at| words.is_letters(at) && !taken[at]) {
                known[at] = one(parsed, words, at, at == first, is_title);
            }
        }
        Self { words: known }
    }

    /// What the word at a token stands for, if other words stand for the same.
    pub(super) fn concept(&self, at: usize) -> Option<(&'static str, Kind)> {
        self.words.get(at).copied().flatten()?.concept
    }

    /// Whether the word at a token is a name.
    pub(super) fn is_name(&self, at: usize) -> bool {
        self.words.get(at).copied().flatten().is_some_and(|known| known.is_name)
    }

    /// The names between two tokens, sorted.
    pub(super) fn names(&self, (start, end): (usize, usize)) -> Vec<u32> {
        let range = self.words.get(start..end.max(start)).unwrap_or_default();
        sorted(range.iter().flatten().filter(|known| known.is_name).map(|known| known.hash).collect())
    }

    /// The words at tokens, sorted.
    pub(super) fn hashes(&self, tokens: Vec<usize>) -> Vec<u32> {
        sorted(tokens.into_iter().filter_map(|at| Some(self.words.get(at).copied().flatten()?.hash)).collect())
    }
}

fn one(parsed: &ParsedArticle, words: &Words, at: usize, is_first: bool, is_title: bool) -> Option<Known> {
    let known = &parsed.language.figure_words;
    let word = words.at(at);
    let stem = (known.stem)(word);
    let concept = (known.concept)(&stem);
    let is_capital = words.is_capital(at) && !is_title;
    if concept.is_none() && ((known.is_function_word)(word) || word.len() < 3 && !is_capital) {
        return None;
    }
    let is_name =
        is_capital && concept.is_none_or(|(_, kind)| kind != Kind::Event) && !(is_first && (known.is_plural)(word));
    let hash = concept.map_or_else(|| hash(if is_name { word } else { &stem }), |(name, _)| hash(name));
    Some(Known { hash, concept, is_name })
}

fn sorted(mut hashes: Vec<u32>) -> Vec<u32> {
    order::sort(&mut hashes);
    hashes.dedup();
    hashes
}

/// The hash of a text (FNV-1a).
pub(super) fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// How many numbers two sorted lists have in common.
pub(super) fn shared(a: &[u32], b: &[u32]) -> usize {
    let (mut i, mut j, mut count) = (0, 0, 0);
    while let (Some(own), Some(other)) = (a.get(i), b.get(j)) {
        count += usize::from(own == other);
        i += usize::from(own <= other);
        j += usize::from(other <= own);
    }
    count
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shared_numbers_are_counted() {
        assert_eq!(shared(&[1, 3, 5, 9], &[2, 3, 9, 10]), 2);
        assert_eq!(shared(&[], &[1]), 0);
    }
}
