//! Finds the dates of an article.

use std::rc::Rc;

use super::calendar::{Period, year_and_month};
use super::meaning::{Grain, Meaning};
use super::span::DateSpan;
use crate::analysis::parsed::{ParsedArticle, Words};

/// The dates of an article, in order; they do not overlap.
pub fn dates(parsed: &ParsedArticle) -> Vec<DateSpan> {
    all_dates(parsed).to_vec()
}

/// The dates of an article, computed once for each text.
pub(in crate::analysis) fn all_dates(parsed: &ParsedArticle) -> Rc<Vec<DateSpan>> {
    parsed.cached(find)
}

fn find(parsed: &ParsedArticle) -> Vec<DateSpan> {
    let words = parsed.lower();
    let article = Period::parse(&parsed.article.date);
    let mut found: Vec<DateSpan> = Vec::new();
    for (sentence, bounds) in parsed.sentences.iter().enumerate() {
        let (mut at, last) = bounds.tokens;
        while at < last {
            let date = (parsed.language.date)(&words, at);
            let Some((start, end, meaning)) = date.filter(|(_, end, _)| *end <= last && *end > at) else {
                at += 1;
                continue;
            };
            let free = found.last().map_or(0, |before| before.tokens.1).max(bounds.tokens.0);
            let span = DateSpan {
                range: words.span(start.max(free), end),
                meaning,
                period: meaning.period(article),
                sentence,
                tokens: (start.max(free), end),
            };
            at = end;
            match found.last_mut().filter(|before| joins(&words, before, &span)) {
                Some(before) => join(&words, before, span),
                None => found.push(span),
            }
        }
    }
    found
}

/// Whether a date goes on in the next one: "7 p.m. Tuesday", "3 February last year".
fn joins(words: &Words, before: &DateSpan, after: &DateSpan) -> bool {
    let is_next =
        before.tokens.1 == after.tokens.0 && !words.begins_block(after.tokens.0) && before.sentence == after.sentence;
    let fits = match (before.meaning, after.meaning) {
        (Meaning::Clock, Meaning::Weekday(..) | Meaning::Relative(..) | Meaning::Day { .. }) => true,
        (Meaning::Weekday(..) | Meaning::Relative(..), Meaning::Clock) => false,
        (Meaning::Day { year: None, .. } | Meaning::Month { year: None, .. }, Meaning::Relative(grain, _)) => {
            grain == Grain::Year
        }
        _ => false,
    };
    is_next && fits
}

fn join(words: &Words, before: &mut DateSpan, after: DateSpan) {
    before.tokens.1 = after.tokens.1;
    before.range = words.span(before.tokens.0, after.tokens.1);
    let of_year = |meaning| {
        let year = year_and_month(after.period?.first).0;
        match meaning {
            Meaning::Day { month, day, .. } => Some(Meaning::Day { year: Some(year), month, day }),
            Meaning::Month { month, .. } => Some(Meaning::Month { year: Some(year), month }),
            _ => None,
        }
    };
    match before.meaning {
        Meaning::Clock => (before.meaning, before.period) = (after.meaning, after.period),
        meaning => {
            if let Some(known) = of_year(meaning) {
                (before.meaning, before.period) = (known, known.period(None));
            }
        }
    }
}
