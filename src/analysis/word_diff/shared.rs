//! The words that two passages have in common, for passages that differ in most of their words: what is the same is then more telling than
//! what differs.

use std::collections::HashSet;

use super::words::DiffWord;
use super::{Change, WordDiff};
use crate::text::TextRange;

/// Passages that differ in fewer words are shown with what differs, however short they are.
const LEAST_WORDS: usize = 8;

/// What two passages have in common that differ in most of their words.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SharedWords {
    /// The words in each passage, wherever they are, without function words.
    pub sides: [Vec<TextRange>; 2],
    /// How many different words these are.
    pub count: usize,
    /// Of what differs, the figures that stand for each other.
    pub figures: Vec<Change>,
}

impl WordDiff {
    /// Adds the words in common if most words differ; `same` words are the same.
    pub(super) fn with_shared(mut self, same: usize, first: &[DiffWord], second: &[DiffWord]) -> Self {
        self.shared = (self.count >= LEAST_WORDS && self.count > same).then(|| shared(&self.changes, first, second));
        self
    }
}

fn shared(changes: &[Change], first: &[DiffWord], second: &[DiffWord]) -> SharedWords {
    let keys = |words: &[DiffWord]| -> HashSet<String> {
        words.iter().filter(|word| !word.is_common).map(|word| word.key.clone()).collect()
    };
    let mut both = keys(first);
    let of_second = keys(second);
    both.retain(|key| of_second.contains(key));
    let ranges =
        |words: &[DiffWord]| words.iter().filter(|word| both.contains(&word.key)).map(|word| word.range).collect();
    let is_number = |words: &[DiffWord], range: Option<TextRange>| {
        words.iter().any(|word| word.is_number && Some(word.range) == range)
    };
    let is_figure = |one: &&Change| is_number(first, one.first) && is_number(second, one.second);
    SharedWords {
        sides: [ranges(first), ranges(second)],
        count: both.len(),
        figures: changes.iter().filter(is_figure).cloned().collect(),
    }
}
