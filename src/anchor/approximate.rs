//! Approximate search: where a text has a pattern with the fewest insertions, deletions and substitutions of characters.
//!
//! The algorithm is that of Myers (1999) with 64 rows of the matrix in a word, as in `approx-string-match`, which Hypothesis uses.
//! The cost is the length of the text times the number of words that the pattern fills.

use std::collections::HashMap;

/// The bits of a word.
const WORD: usize = 64;

/// A place of a pattern in a text, in characters.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Match {
    pub(super) start: usize,
    pub(super) end: usize,
    /// The number of edits.
    pub(super) errors: usize,
}

/// All places where the pattern has the fewest errors, if these are not more than `most`; one for each end, in order.
pub(super) fn search(pattern: &[char], text: &[char], most: usize) -> Vec<Match> {
    if pattern.is_empty() {
        return Vec::new();
    }
    let mut best = most;
    let mut ends: Vec<usize> = Vec::new();
    Matrix::new(pattern, 0).scan(text, |end, errors| {
        if errors < best {
            ends.clear();
            best = errors;
        }
        if errors <= best {
            ends.push(end);
        }
    });
    let reversed: Vec<char> = pattern.iter().rev().copied().collect();
    ends.into_iter().map(|end| Match { start: start_of(&reversed, text, end, best), end, errors: best }).collect()
}

/// The fewest errors of the pattern at any place of the text; at most its length.
pub(super) fn fewest_errors(pattern: &[char], text: &[char]) -> usize {
    let mut best = pattern.len();
    Matrix::new(pattern, 0).scan(text, |_, errors| best = best.min(errors));
    best
}

/// Where the match that ends here begins: the reversed pattern is looked for from there. Of several starts, the one that makes the match
/// as long as the pattern.
fn start_of(reversed: &[char], text: &[char], end: usize, errors: usize) -> usize {
    let before: Vec<char> = text[..end].iter().rev().take(reversed.len() + errors).copied().collect();
    let mut length = None;
    Matrix::new(reversed, 1).scan(&before, |at, found| {
        let is_nearer = |best: usize| at.abs_diff(reversed.len()) < best.abs_diff(reversed.len());
        if found <= errors && length.is_none_or(is_nearer) {
            length = Some(at);
        }
    });
    end - length.unwrap_or(0)
}

/// A column of the matrix of distances, as differences between rows.
struct Matrix {
    /// For each character of the pattern, in which rows it is.
    rows: HashMap<char, Vec<u64>>,
    none: Vec<u64>,
    positive: Vec<u64>,
    negative: Vec<u64>,
    length: usize,
    /// The difference between neighbours in the first row: 0 if a match may begin anywhere, 1 if it begins at the start.
    first_row: i8,
}

impl Matrix {
    fn new(pattern: &[char], first_row: i8) -> Self {
        let words = pattern.len().div_ceil(WORD).max(1);
        let mut rows: HashMap<char, Vec<u64>> = HashMap::new();
        for (at, &c) in pattern.iter().enumerate() {
            let of_character = rows.entry(c).or_insert_with(|| vec![0; words]);
            of_character[at / WORD] |= 1 << (at % WORD);
        }
        let (positive, negative) = (vec![u64::MAX; words], vec![0; words]);
        Self { rows, none: vec![0; words], positive, negative, length: pattern.len(), first_row }
    }

    /// Tells for each end in the text how many errors the pattern has there at least.
    fn scan(&mut self, text: &[char], mut tell: impl FnMut(usize, usize)) {
        let mut errors = self.length;
        for (at, c) in text.iter().enumerate() {
            let step = self.advance(*c);
            errors = errors.saturating_add_signed(isize::from(step));
            tell(at + 1, errors);
        }
    }

    /// Goes on by one character; returns how the number in the last row changes.
    fn advance(&mut self, c: char) -> i8 {
        let rows = self.rows.get(&c).unwrap_or(&self.none);
        let last_word = rows.len() - 1;
        let mut carry = self.first_row;
        for (word, &equal) in rows.iter().enumerate() {
            let highest = if word == last_word { (self.length - 1) % WORD } else { WORD - 1 };
            let (positive, negative) = (self.positive[word], self.negative[word]);
            let falls = u64::from(carry < 0);
            let vertical = equal | negative;
            let equal = equal | falls;
            let horizontal = ((equal & positive).wrapping_add(positive) ^ positive) | equal;
            let up = negative | !(horizontal | positive);
            let down = positive & horizontal;
            let bit = |of: u64| ((of >> highest) & 1) as i8;
            let next = bit(up) - bit(down);
            let (up, down) = ((up << 1) | u64::from(carry > 0), (down << 1) | falls);
            self.positive[word] = down | !(vertical | up);
            self.negative[word] = up & vertical;
            carry = next;
        }
        carry
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn chars(text: &str) -> Vec<char> {
        text.chars().collect()
    }

    fn found(pattern: &str, text: &str, most: usize) -> Vec<(String, usize)> {
        let text = chars(text);
        let all = search(&chars(pattern), &text, most).into_iter();
        all.map(|one| (text[one.start..one.end].iter().collect(), one.errors)).collect()
    }

    #[test]
    fn the_places_with_the_fewest_errors_are_found() {
        assert_eq!(found("annual", "the annual report", 2), [("annual".to_owned(), 0)]);
        assert_eq!(found("annual", "the anual report", 2), [("anual".to_owned(), 1)]);
        assert_eq!(found("annual", "anual annuall", 2), [("annual".to_owned(), 0)]);
        assert_eq!(found("cat", "cot cut", 1), [("cot".to_owned(), 1), ("cut".to_owned(), 1)]);
        assert_eq!(found("annual", "nothing", 2), []);
        assert_eq!(found("", "nothing", 2), []);
        assert_eq!(found("Zürich 😀", "in Zurich 😀 today", 3), [("Zurich 😀".to_owned(), 1)]);
    }

    /// The last row of the matrix of distances, by definition; a match may begin anywhere.
    fn by_definition(pattern: &[char], text: &[char]) -> Vec<usize> {
        let mut column: Vec<usize> = (0..=pattern.len()).collect();
        let mut last = Vec::new();
        for c in text {
            let mut diagonal = column[0];
            for row in 1..column.len() {
                let substituted = diagonal + usize::from(pattern[row - 1] != *c);
                diagonal = column[row];
                column[row] = substituted.min(column[row] + 1).min(column[row - 1] + 1);
            }
            last.push(column[pattern.len()]);
        }
        last
    }

    proptest! {
        #[test]
        fn the_errors_are_those_of_the_definition(pattern in "[ab]{1,150}", text in "[abc]{0,200}") {
            let (pattern, text) = (chars(&pattern), chars(&text));
            let mut told = Vec::new();
            Matrix::new(&pattern, 0).scan(&text, |_, errors| told.push(errors));
            prop_assert_eq!(&told, &by_definition(&pattern, &text));
            let least = told.iter().min().copied().unwrap_or(pattern.len()).min(pattern.len());
            prop_assert_eq!(fewest_errors(&pattern, &text), least);
            for one in search(&pattern, &text, pattern.len()) {
                prop_assert!(one.start <= one.end && one.errors == least);
                let covered = &text[one.start..one.end];
                let mut whole = usize::MAX;
                Matrix::new(&pattern, 1).scan(covered, |_, errors| whole = errors);
                prop_assert!(covered.is_empty() || whole == least);
            }
        }
    }
}
