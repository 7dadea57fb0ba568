//! Finds quotes again in another version of the text that they are from: in the order of Hypothesis (the position, the exact quote, the
//! quote with errors), and with its weights of quote, context and position.

use std::collections::HashMap;
use std::rc::Rc;

use super::approximate::{fewest_errors, search};
use super::{CONTEXT, Quote};
use crate::text::{ByteOffset, Text, TextRange};

/// The weights of Hypothesis (`match-quote.ts`): the quote, the texts before and after it, and the position.
const QUOTE: f64 = 50.0;
const PREFIX: f64 = 20.0;
const SUFFIX: f64 = 20.0;
const POSITION: f64 = 2.0;
/// The most errors in a quote, which are also at most half of it.
const MOST_ERRORS: usize = 256;
/// A place with a lower score is not one.
const LEAST_SCORE: f64 = 0.6;
/// How much better than the next place the context of the only certain one is.
const MARGIN: f64 = 0.25;
/// The least length of quote and context that are known to be at one place only, in bytes.
const LEAST_KNOWN: usize = 16;
/// How many places of an exact quote are compared.
const PLACES: usize = 100;
/// How far from where a quote is expected it is looked for with errors, in bytes.
const WINDOW: usize = 1 << 15;

/// Where a quote is now.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Anchored {
    /// The range in the text.
    pub range: TextRange,
    /// From 0 to 1: how much of quote and context is there.
    pub score: f64,
    /// Whether exactly the quoted text is there, and no other place can be meant.
    pub is_certain: bool,
}

/// Finds quotes in a text. The quotes of one article are looked for in the order of their positions: what is found tells how much
/// earlier or later the next ones are.
#[derive(Debug)]
pub struct Anchorer<'a> {
    text: &'a Text,
    /// How much later than in the other version the last certain place was, in bytes.
    shift: isize,
    /// The places of exact texts that were looked for.
    places: HashMap<String, Rc<[usize]>>,
}

/// A possible place, with its score and whether its context alone is like that of the quote.
#[derive(Clone, Copy)]
struct Candidate {
    range: TextRange,
    /// The share of the quote, and of both contexts, that is there.
    quote: f64,
    context: f64,
    score: f64,
}

impl<'a> Anchorer<'a> {
    /// Finds quotes in this text.
    pub fn new(text: &'a Text) -> Self {
        Self { text, shift: 0, places: HashMap::new() }
    }

    /// Where a quote is that began at this byte in the other version of the text, if that is known; `None` if it is nowhere.
    pub fn find(&mut self, quote: &Quote, position: Option<usize>) -> Option<Anchored> {
        if quote.exact.is_empty() {
            return None;
        }
        let expected = position.map(|at| at.saturating_add_signed(self.shift).min(self.text.len()));
        let found = self.at(quote, expected).or_else(|| self.exact(quote, expected));
        let found = found.or_else(|| self.with_errors(quote, expected))?;
        let anchored = self.checked(quote, found)?;
        if let (true, Some(position)) = (anchored.is_certain, position) {
            self.shift = anchored.range.start().index() as isize - position as isize;
        }
        Some(anchored)
    }

    /// The quote with its context just where it is expected.
    fn at(&self, quote: &Quote, expected: Option<usize>) -> Option<Anchored> {
        let start = expected?;
        let text = self.text.as_str();
        let rest = text.get(start..)?.strip_prefix(quote.exact.as_str())?;
        let is_there = text.get(..start)?.ends_with(&quote.prefix) && rest.starts_with(&quote.suffix);
        let range = TextRange::from_indices(start, start + quote.exact.len());
        let is_certain = has_context(quote) || quote.exact.len() >= LEAST_KNOWN;
        is_there.then_some(Anchored { range, score: 1.0, is_certain })
    }

    /// The best place of the exact quote.
    fn exact(&mut self, quote: &Quote, expected: Option<usize>) -> Option<Anchored> {
        let mut with_context = quote.places(self.text.as_str());
        if let (Some(only), None) = (with_context.next(), with_context.next()) {
            let known = quote.prefix.len() + quote.exact.len() + quote.suffix.len();
            if known >= LEAST_KNOWN {
                return Some(Anchored { range: only, score: 1.0, is_certain: true });
            }
        }
        let all = self.places_of(&quote.exact);
        let mut near: Vec<usize> = all.to_vec();
        if let Some(expected) = expected {
            near.sort_by_key(|at| at.abs_diff(expected));
        }
        near.truncate(PLACES);
        let candidates: Vec<Candidate> = near
            .into_iter()
            .map(|at| self.candidate(quote, TextRange::from_indices(at, at + quote.exact.len()), 1.0, expected))
            .collect();
        let best = best_of(&candidates)?;
        let is_other_alike = candidates.iter().any(|other| {
            let is_other = other.range != best.range;
            is_other && other.context > best.context - MARGIN
        });
        let is_certain = all.len() <= PLACES && has_context(quote) && best.context >= 0.5 && !is_other_alike;
        Some(Anchored { range: best.range, score: best.score, is_certain })
    }

    fn places_of(&mut self, exact: &str) -> Rc<[usize]> {
        if let Some(known) = self.places.get(exact) {
            return known.clone();
        }
        let bare = Quote { exact: exact.to_owned(), ..Quote::default() };
        let all: Rc<[usize]> = bare.places(self.text.as_str()).map(|place| place.start().index()).collect();
        self.places.insert(exact.to_owned(), all.clone());
        all
    }

    /// The best place of the quote with errors, around where it is expected.
    fn with_errors(&self, quote: &Quote, expected: Option<usize>) -> Option<Anchored> {
        let (from, to) = self.window(expected, quote.exact.len());
        let window = self.text.as_str().get(from..to)?;
        let pattern: Vec<char> = quote.exact.chars().collect();
        let (bytes, characters): (Vec<usize>, Vec<char>) = window.char_indices().unzip();
        let byte_of = |at: usize| from + bytes.get(at).copied().unwrap_or(window.len());
        let all = search(&pattern, &characters, MOST_ERRORS.min(pattern.len() / 2));
        let candidates: Vec<Candidate> = all
            .iter()
            .filter(|found| found.start < found.end)
            .map(|found| {
                let range = TextRange::from_indices(byte_of(found.start), byte_of(found.end));
                let share = 1.0 - found.errors as f64 / pattern.len() as f64;
                self.candidate(quote, range, share, expected)
            })
            .collect();
        let best = best_of(&candidates).filter(|best| best.score >= LEAST_SCORE)?;
        Some(Anchored { range: best.range, score: best.score, is_certain: false })
    }

    /// The part of the text that is searched with errors.
    fn window(&self, expected: Option<usize>, length: usize) -> (usize, usize) {
        let middle = expected.unwrap_or(0);
        let start = self.text.floor_grapheme(byte(middle.saturating_sub(WINDOW)));
        let end = middle.saturating_add(length).saturating_add(WINDOW).min(self.text.len());
        (start.index(), self.text.ceil_grapheme(byte(end)).index())
    }

    /// A place with its score. A context that the quote does not have counts as found.
    fn candidate(&self, quote: &Quote, range: TextRange, share: f64, expected: Option<usize>) -> Candidate {
        let (start, end) = (range.start().index(), range.end().index());
        let text = self.text.as_str();
        let before = text.get(..start).unwrap_or_default();
        let after = text.get(end..).unwrap_or_default();
        let prefix = match before.ends_with(&quote.prefix) {
            true => 1.0,
            false => likeness(&quote.prefix, last(before, CONTEXT)),
        };
        let suffix = match after.starts_with(&quote.suffix) {
            true => 1.0,
            false => likeness(&quote.suffix, first(after, CONTEXT)),
        };
        let length = self.text.len().max(1) as f64;
        let position = expected.map_or(1.0, |at| 1.0 - at.abs_diff(start) as f64 / length);
        let sum = QUOTE * share + PREFIX * prefix + SUFFIX * suffix + POSITION * position;
        let score = sum / (QUOTE + PREFIX + SUFFIX + POSITION);
        Candidate { range, quote: share, context: (prefix + suffix) / 2.0, score }
    }

    /// Widens a place so that no grapheme cluster is cut; it is then not what was quoted, and not certain.
    fn checked(&self, quote: &Quote, found: Anchored) -> Option<Anchored> {
        let (start, end) = (found.range.start(), found.range.end());
        let range = TextRange::new(self.text.floor_grapheme(start), self.text.ceil_grapheme(end));
        self.text.check(range).ok()?;
        let is_certain = found.is_certain && self.text.slice(range) == quote.exact;
        let score = if is_certain { 1.0 } else { found.score.min(0.99) };
        Some(Anchored { range, score, is_certain })
    }
}

fn has_context(quote: &Quote) -> bool {
    !quote.prefix.is_empty() || !quote.suffix.is_empty()
}

/// The candidate with the highest score; the first one of equal ones, which is the nearest.
fn best_of(candidates: &[Candidate]) -> Option<Candidate> {
    let mut best: Option<Candidate> = None;
    for one in candidates {
        let is_better =
            best.is_none_or(|best| one.score > best.score || one.score == best.score && one.quote > best.quote);
        if is_better {
            best = Some(*one);
        }
    }
    best
}

/// The share of a text that is somewhere in another one; all of an empty one.
fn likeness(wanted: &str, within: &str) -> f64 {
    let wanted: Vec<char> = wanted.chars().collect();
    if wanted.is_empty() {
        return 1.0;
    }
    let within: Vec<char> = within.chars().collect();
    1.0 - fewest_errors(&wanted, &within) as f64 / wanted.len() as f64
}

fn byte(at: usize) -> ByteOffset {
    ByteOffset(u32::try_from(at).unwrap_or(u32::MAX))
}

/// The last characters of a text.
fn last(text: &str, count: usize) -> &str {
    let from = text.char_indices().rev().take(count).last().map_or(text.len(), |(at, _)| at);
    text.get(from..).unwrap_or_default()
}

/// The first characters of a text.
fn first(text: &str, count: usize) -> &str {
    let end = text.char_indices().nth(count).map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}
