//! Precision, recall and F1.

use std::ops::AddAssign;

/// How many suggestions are right, of how many, and how many of the marked ones were found.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Score {
    pub(crate) suggested: usize,
    pub(crate) right: usize,
    pub(crate) marked: usize,
    pub(crate) found: usize,
}

impl Score {
    pub(crate) fn precision(self) -> f64 {
        ratio(self.right, self.suggested)
    }

    pub(crate) fn recall(self) -> f64 {
        ratio(self.found, self.marked)
    }

    pub(crate) fn f1(self) -> f64 {
        let (precision, recall) = (self.precision(), self.recall());
        if precision + recall == 0.0 { 0.0 } else { 2.0 * precision * recall / (precision + recall) }
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.suggested += other.suggested;
        self.right += other.right;
        self.marked += other.marked;
        self.found += other.found;
    }
}

fn ratio(part: usize, whole: usize) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}

/// Compares lists: `fits` tells whether a suggestion is a marked one.
pub(crate) fn compare<S, G>(suggested: &[S], marked: &[G], fits: impl Fn(&S, &G) -> bool) -> Score {
    let right = suggested.iter().filter(|one| marked.iter().any(|gold| fits(one, gold))).count();
    let found = marked.iter().filter(|gold| suggested.iter().any(|one| fits(one, gold))).count();
    Score { suggested: suggested.len(), right, marked: marked.len(), found }
}
