//! Finds the figures of an article.

use std::rc::Rc;

use super::figure::Figure;
use super::hedge::Hedge;
use super::merge::merged;
use super::phrase::{Form, NumberPhrase};
use super::unit::{METRE, Unit};
use crate::analysis::dates::{DateSpan, Meaning, all_dates};
use crate::analysis::language::NumberRules;
use crate::analysis::parsed::{ParsedArticle, Sentence, Words};
use crate::text::{ByteOffset, TextRange};

/// Ages are not above this.
const OLDEST: f64 = 120.0;

/// The figures of an article that are marked as quantities, in order.
pub fn figures(parsed: &ParsedArticle) -> Vec<Figure> {
    all_figures(parsed).iter().filter(|figure| !figure.unit.is_time()).cloned().collect()
}

/// The figures of an article, also durations, which are marked as dates, in order. Computed once for each text.
pub fn all_figures(parsed: &ParsedArticle) -> Rc<Vec<Figure>> {
    parsed.cached(find)
}

/// What is read to find figures.
struct Reader<'a> {
    words: &'a Words,
    rules: &'a NumberRules,
    dates: &'a [DateSpan],
    sentence: usize,
    /// The tokens of the sentence.
    bounds: (usize, usize),
    /// Whether most words begin with a capital letter.
    is_title: bool,
}

fn find(parsed: &ParsedArticle) -> Vec<Figure> {
    let words = parsed.lower();
    let all_dates = all_dates(parsed);
    let mut found: Vec<Figure> = Vec::new();
    let mut rest = all_dates.as_slice();
    for (sentence, bounds) in parsed.sentences.iter().enumerate() {
        let count = rest.partition_point(|date| date.sentence <= sentence);
        let (dates, after) = rest.split_at(count);
        rest = after;
        let rules = &parsed.language.numbers;
        let reader =
            Reader { words: &words, rules, dates, sentence, bounds: bounds.tokens, is_title: is_title(&words, bounds) };
        found.extend(merged(&words, rules, reader.sentence()));
    }
    found
}

/// Whether most words of a sentence begin with a capital letter, as in a headline.
fn is_title(words: &Words, sentence: &Sentence) -> bool {
    let long = (sentence.tokens.0..sentence.tokens.1).filter(|&at| words.is_letters(at) && words.at(at).len() > 3);
    let (mut all, mut capital) = (0, 0);
    for at in long {
        all += 1;
        capital += usize::from(words.is_capital(at));
    }
    all > 0 && capital * 10 >= all * 8
}

impl Reader<'_> {
    fn sentence(&self) -> Vec<Figure> {
        let mut found: Vec<Figure> = Vec::new();
        let mut at = self.bounds.0;
        let mut dates = self.dates.iter().peekable();
        while at < self.bounds.1 {
            while dates.next_if(|date| date.tokens.1 <= at).is_some() {}
            if let Some(date) = dates.peek().filter(|date| date.tokens.0 <= at) {
                found.extend(self.duration(date));
                at = date.tokens.1;
                continue;
            }
            let free = found.last().map_or(self.bounds.0, |before| before.tokens.1);
            let figure = self.figure(at, free).filter(|it| it.tokens.1 <= self.bounds.1);
            match figure {
                Some(figure) => {
                    at = figure.tokens.1.max(at + 1);
                    found.push(figure);
                }
                None => at = self.end_of_number(at),
            }
        }
        found
    }

    /// Where to go on after a number that is no figure.
    fn end_of_number(&self, at: usize) -> usize {
        let is_compound = self.words.is_letters(at) && !matches!(self.words.at(at), "a" | "an" | "half");
        let phrase = (self.rules.number)(self.words, at).filter(|_| is_compound);
        phrase.map_or(at + 1, |phrase| phrase.end.max(at + 1))
    }

    fn figure(&self, at: usize, free: usize) -> Option<Figure> {
        let words = self.words;
        let Some(phrase) = (self.rules.number)(words, at) else { return self.vague(at, free) };
        let before = (self.rules.currency_before)(words, at).filter(|(start, _)| *start >= free);
        let mut phrase = phrase;
        let (unit, mut end) = self.unit(&mut phrase, at, before.map(|(_, code)| code))?;
        let mut start = before.filter(|_| matches!(unit, Unit::Money(_))).map_or(at, |(start, _)| start);
        let mut hedge = phrase.hedge.unwrap_or(Hedge::None);
        if let Some((hedge_start, found)) = (self.rules.hedge_before)(words, start).filter(|(start, _)| *start >= free)
        {
            (start, hedge) = (hedge_start, found);
        }
        if let Some((hedge_end, found)) = (self.rules.hedge_after)(words, end) {
            (end, hedge) = (hedge_end, found);
        }
        let has_hedge = hedge != Hedge::None;
        let is_bare = unit == Unit::Count && phrase.form != Form::Modifier;
        if is_bare && (self.rules.is_no_figure)(words, at, &phrase, has_hedge, self.is_title) {
            return None;
        }
        let noun = match unit {
            Unit::Count => (self.rules.counted_noun)(words, end, phrase.amount).filter(|&noun| noun < self.bounds.1),
            _ => None,
        };
        let unit = if phrase.form == Form::Pair { self.pair_unit(unit, &phrase, noun, has_hedge) } else { unit };
        let cut = if end == phrase.end { phrase.surplus } else { 0 };
        let number_end = phrase.end;
        Some(Figure {
            range: shortened(words.span(start, end), cut),
            number: shortened(words.span(at, number_end), phrase.surplus),
            amount: phrase.amount,
            high: phrase.high,
            digit: digit(&phrase, hedge),
            rounding: rounding(&phrase, &unit),
            hedge: if phrase.high.is_some() && hedge == Hedge::None { Hedge::Between } else { hedge },
            scale: phrase.scale,
            is_vague: false,
            counted: noun.map(|noun| words.range(noun)),
            unit,
            sentence: self.sentence,
            tokens: (start, end),
            noun,
        })
    }

    /// The unit of a number, and the token after its words; `None` for what is a date.
    fn unit(&self, phrase: &mut NumberPhrase, at: usize, currency: Option<&'static str>) -> Option<(Unit, usize)> {
        let (words, rules, end) = (self.words, self.rules, phrase.end);
        if let Some(unit) = phrase.unit {
            return (!unit.is_time()).then_some((unit, end));
        }
        if phrase.has_m {
            let is_million = currency.is_some()
                || (rules.currency_after)(words, end).is_some()
                || (rules.counted_noun)(words, end, 2.0).is_some_and(|noun| noun <= end + 1);
            if !is_million {
                return Some((Unit::Measure(METRE), end));
            }
            *phrase = phrase.clone().scaled(1e6, end);
        }
        if let Some(code) = currency {
            return Some((Unit::Money(code), end));
        }
        if phrase.form == Form::Modifier {
            return Some((Unit::Count, end));
        }
        if let Some((end, factor)) = (rules.percent_after)(words, end) {
            phrase.amount *= factor;
            phrase.digit *= factor;
            return Some((Unit::Percent, end));
        }
        if let Some((end, code, value)) = (rules.currency_after)(words, end) {
            phrase.amount *= value;
            phrase.digit *= value;
            return Some((Unit::Money(code), end));
        }
        let may_be_age = phrase.amount <= OLDEST && phrase.amount.fract() == 0.0 && phrase.scale == 1.0;
        if let Some(end) = (rules.age)(words, at, end).filter(|_| may_be_age) {
            return Some((Unit::Age, end));
        }
        match (rules.measure_after)(words, end) {
            Some((end, measure)) => {
                let unit = Unit::Measure(measure);
                (!unit.is_time()).then_some((unit, end))
            }
            None => Some((Unit::Count, end)),
        }
    }

    /// Two numbers with a hyphen between them are a range if they count something, and else a score.
    fn pair_unit(&self, unit: Unit, phrase: &NumberPhrase, noun: Option<usize>, has_hedge: bool) -> Unit {
        let is_rising = phrase.high.is_some_and(|high| high > phrase.amount);
        let is_whole =
            phrase.amount.fract() == 0.0 && phrase.high.is_some_and(|high| high.fract() == 0.0 && high < 1_000.0);
        let is_range = noun.is_some() || has_hedge || !is_whole;
        if unit == Unit::Count && !(is_rising && is_range) && phrase.scale == 1.0 { Unit::Score } else { unit }
    }

    /// "Hundreds", "tens of thousands".
    fn vague(&self, at: usize, free: usize) -> Option<Figure> {
        let (end, amount) = (self.rules.vague)(self.words, at)?;
        let hedge = (self.rules.hedge_before)(self.words, at).filter(|(start, _)| *start >= free);
        let start = hedge.map_or(at, |(start, _)| start);
        let noun = (self.rules.counted_noun)(self.words, end, amount);
        Some(Figure {
            range: self.words.span(start, end),
            number: self.words.span(at, end),
            amount,
            high: None,
            digit: amount,
            rounding: amount,
            unit: Unit::Count,
            hedge: hedge.map_or(Hedge::About, |(_, hedge)| hedge),
            scale: amount,
            is_vague: true,
            counted: noun.map(|noun| self.words.range(noun)),
            sentence: self.sentence,
            tokens: (start, end),
            noun,
        })
    }

    /// The figure of a duration.
    fn duration(&self, date: &DateSpan) -> Option<Figure> {
        let Meaning::Duration(days) = date.meaning else { return None };
        let (first, last) = date.tokens;
        let number = (first..last).find_map(|at| Some((at, (self.rules.number)(self.words, at)?)));
        let measure = (first..last).find_map(|at| {
            let measure = (self.rules.measure_after)(self.words, at).map(|(_, measure)| Unit::Measure(measure));
            measure.or_else(|| number.as_ref().filter(|(start, _)| *start == at)?.1.unit).filter(Unit::is_time)
        })?;
        let at = number.as_ref().map_or(first, |(at, _)| *at);
        let amount = days / measure.factor();
        let digit = number.as_ref().map_or(1.0, |(_, phrase)| phrase.digit);
        let is_whole = (amount - amount.round()).abs() < 1e-6;
        // "An hour and a half", "11 hours and 20 minutes".
        let digit = if is_whole { digit } else { digit.min(0.5) };
        let start = (first..=number.as_ref().map_or(last, |_| at))
            .rev()
            .find(|&start| (self.rules.hedge_before)(self.words, start).is_some_and(|(before, _)| before == first));
        let hedge = start
            .and_then(|start| (self.rules.hedge_before)(self.words, start))
            .map_or(Hedge::None, |(_, hedge)| hedge);
        Some(Figure {
            range: date.range,
            number: number
                .as_ref()
                .map_or(date.range, |(at, phrase)| shortened(self.words.span(*at, phrase.end), phrase.surplus)),
            amount,
            high: None,
            digit,
            rounding: if is_whole { 1.0 } else { 0.1 },
            unit: measure,
            hedge,
            scale: 1.0,
            is_vague: false,
            counted: None,
            sentence: self.sentence,
            tokens: date.tokens,
            noun: None,
        })
    }
}

/// What a hedge reaches: "more than half" reaches farther than "almost half".
fn digit(phrase: &NumberPhrase, hedge: Hedge) -> f64 {
    let is_fraction = phrase.unit == Some(Unit::Percent) && phrase.form == Form::Words;
    let reaches_far = is_fraction && matches!(hedge, Hedge::MoreThan | Hedge::AtLeast);
    if reaches_far { phrase.digit * 2.0 } else { phrase.digit }
}

/// What a number may be rounded to: a percentage or a measure also to a whole one.
fn rounding(phrase: &NumberPhrase, unit: &Unit) -> f64 {
    match unit {
        Unit::Percent | Unit::Measure(_) => phrase.rounding.max(phrase.digit.min(1.0)),
        Unit::Count | Unit::Money(_) | Unit::Age | Unit::Score | Unit::Moment(_) => phrase.rounding,
    }
}

/// A range without the last bytes, which are characters of ASCII.
fn shortened(range: TextRange, bytes: usize) -> TextRange {
    let end = range.end().0.saturating_sub(u32::try_from(bytes).unwrap_or_default());
    if end > range.start().0 { TextRange::new(range.start(), ByteOffset(end)) } else { range }
}
