//! Dates and times of day as figures, so that those of one thing can disagree.

use crate::analysis::dates::{DateSpan, Grain, Meaning};
use crate::analysis::figures::{Figure, Hedge, Unit};
use crate::analysis::language::VerbForm;
use crate::analysis::likeness::ArticleTerms;
use crate::analysis::parsed::{ParsedArticle, Words};

/// What a time of day may be rounded to, in minutes: a full hour, what ends in a five or a zero.
const HOUR: f64 = 30.0;
const FIVE: f64 = 5.0;

/// When something happens in an article: its dates and times of day as figures, without the dates of reports and statements.
pub(super) fn moments(parsed: &ParsedArticle, words: &Words, dates: &[DateSpan]) -> Vec<Figure> {
    let terms = parsed.cached(ArticleTerms::new);
    let is_of_report = |date: &&DateSpan| {
        let first = terms.0.get(date.sentence).and_then(|sentence| sentence.terms.first()).map(|term| term.token);
        // What stands in the dateline is no term.
        first.is_some_and(|first| first >= date.tokens.1) || is_said(parsed, words, date)
    };
    dates.iter().filter(|date| !is_of_report(date)).filter_map(|date| moment(parsed, words, date)).collect()
}

/// Whether a date tells when something was said: "said on Tuesday".
pub(super) fn is_said(parsed: &ParsedArticle, words: &Words, date: &DateSpan) -> bool {
    let first = parsed.sentences.get(date.sentence).map_or(0, |sentence| sentence.tokens.0);
    let near = date.tokens.0.saturating_sub(4).max(first)..date.tokens.0;
    let is_said = |word: &str| {
        (parsed.language.speech.verb)(word).is_some_and(|verb| matches!(verb.form, VerbForm::Past | VerbForm::Present))
    };
    near.rev().take_while(|&at| words.is_letters(at)).any(|at| is_said(words.at(at)))
}

/// Whether a sentence tells of the time after its article.
fn is_future(parsed: &ParsedArticle, words: &Words, date: &DateSpan) -> bool {
    let first = parsed.sentences.get(date.sentence).map_or(0, |sentence| sentence.tokens.0);
    let near = date.tokens.0.saturating_sub(8).max(first)..date.tokens.0;
    near.into_iter().any(|at| (parsed.language.figure_words.is_future)(words.at(at)))
}

fn moment(parsed: &ParsedArticle, words: &Words, date: &DateSpan) -> Option<Figure> {
    let (unit, amount, high, hedge, digit) = if date.meaning == Meaning::Clock {
        let (start, end) = date.tokens;
        let (at, minutes) = (start..end).find_map(|at| Some((at, (parsed.language.minutes)(words, at)?)))?;
        let hedge = (parsed.language.numbers.hedge_before)(words, at).map_or(Hedge::None, |(_, hedge)| hedge);
        let digit = match minutes {
            full if full % 60 == 0 => HOUR,
            round if round % 5 == 0 => FIVE,
            _ => 1.0,
        };
        (Unit::Moment(Grain::Hour), f64::from(minutes), None, hedge, digit)
    } else {
        // "Today" and "last night" are often when the article was written, and what will be on Friday is next week.
        let is_of_article = matches!(date.meaning, Meaning::Relative(Grain::Day, _));
        if is_of_article || matches!(date.meaning, Meaning::Weekday(..)) && is_future(parsed, words, date) {
            return None;
        }
        // "The 1997 budget", "this year": a year tells when something happens after a preposition.
        let is_year = date.meaning.grain() == Grain::Year;
        if is_year && !(parsed.language.figure_words.is_time_preposition)(words.before(date.tokens.0, 1)) {
            return None;
        }
        // "Down from 168 in 2009": when a figure was so.
        let is_of_figure = |word: &str| word == "%" || word.starts_with(|c: char| c.is_ascii_digit());
        if is_year && is_of_figure(words.before(date.tokens.0, 2)) {
            return None;
        }
        let period = date.period?;
        let grain = match period.days() {
            1 => Grain::Day,
            28..=31 => Grain::Month,
            365 | 366 => Grain::Year,
            _ => return None,
        };
        (Unit::Moment(grain), period.first as f64, Some(period.last as f64), Hedge::Between, 1.0)
    };
    Some(Figure {
        range: date.range,
        number: date.range,
        amount,
        high,
        digit,
        rounding: digit,
        unit,
        hedge,
        scale: 1.0,
        is_vague: false,
        counted: None,
        sentence: date.sentence,
        tokens: date.tokens,
        noun: None,
    })
}
