//! English dates, times and durations.

mod absolute;
mod clock;
mod durations;
mod relative;
mod words;

pub use clock::minutes_of_day;

use super::numbers;
use crate::analysis::dates::Meaning;
use crate::analysis::figures::Hedge;
use crate::analysis::parsed::Words;

/// A date: its first token, the token after it, and what it means.
pub type Found = (usize, usize, Meaning);

/// The date that is found at a token. It may begin before it, with a hedge ("nearly twenty years").
pub fn date(words: &Words, at: usize) -> Option<Found> {
    let same_start = |(end, meaning)| (at, end, meaning);
    let absolute = || absolute::date(words, at).map(same_start);
    let relative = || relative::date(words, at).map(same_start);
    let clock = || {
        let (end, meaning) = clock::time(words, at)?;
        let hedge = numbers::hedge_before(words, at).filter(|(_, hedge)| *hedge == Hedge::About);
        Some((hedge.map_or(at, |(start, _)| start), end, meaning))
    };
    absolute().or_else(relative).or_else(clock).or_else(|| durations::duration(words, at))
}
