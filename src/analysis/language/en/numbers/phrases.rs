//! English numbers in digits and in words, which may go on over several tokens.

use super::measures::measure;
use super::words::{cardinal, part, scale};
use crate::analysis::figures::{Digits, Form, Hedge, Measure, NumberPhrase, Unit, digits, last_digit};
use crate::analysis::parsed::Words;

/// What a hedge reaches with a fraction, in percent: "almost half" is more than 42 percent.
const FRACTION_DIGIT: f64 = 8.0;
/// What a fraction may be rounded to, in percent: "a third" also stands for 35 percent, but not for 40.
const FRACTION_ROUNDING: f64 = 6.0;

/// The number that begins at a token.
pub fn number(words: &Words, at: usize) -> Option<NumberPhrase> {
    if words.is_number(at) { in_digits(words, at) } else { in_words(words, at) }
}

fn in_digits(words: &Words, at: usize) -> Option<NumberPhrase> {
    let text = words.at(at);
    if let Some(phrase) = one_in(words, at) {
        return Some(phrase);
    }
    let Some(found) = digits(text) else { return spaced_thousands(words, at) };
    let phrase = NumberPhrase::new(at + 1, found.value, found.digit, Form::Digits, found.has_decimals);
    if found.rest.is_empty() {
        return Some(continued(words, spaced_thousands(words, at).unwrap_or(phrase)));
    }
    with_rest(phrase, found)
}

/// "23 000": groups of three digits with spaces between them.
fn spaced_thousands(words: &Words, at: usize) -> Option<NumberPhrase> {
    let first =
        digits(words.at(at)).filter(|it| it.count <= 3 && it.rest.is_empty() && !it.has_decimals && it.value > 0.0)?;
    let is_group =
        |at: usize| words.is_number(at) && words.at(at).len() == 3 && words.at(at).bytes().all(|b| b.is_ascii_digit());
    let mut value = first.value;
    let mut end = at + 1;
    while is_group(end) && end < at + 4 {
        value = value * 1_000.0 + words.at(end).parse::<f64>().ok()?;
        end += 1;
    }
    // "At 12 300 people left": only round numbers are certain.
    let is_certain = end > at + 1 && words.at(end - 1) == "000" && !words.is_number(end);
    is_certain.then(|| NumberPhrase::new(end, value, last_digit(value), Form::Digits, false))
}

/// A number with what follows it in the same word: "1.2m", "10-15", "12-metre", "31-year-old", "40km".
fn with_rest(phrase: NumberPhrase, found: Digits<'_>) -> Option<NumberPhrase> {
    let (first, after) = match found.rest.split_once('-') {
        Some((first, after)) => (first, Some(after)),
        None => (found.rest, None),
    };
    let phrase = match first {
        "" => phrase,
        "m" => NumberPhrase { has_m: true, ..phrase },
        "pc" => NumberPhrase { unit: Some(Unit::Percent), ..phrase },
        "p" => NumberPhrase { unit: Some(Unit::Money("GBP")), amount: phrase.amount / 100.0, ..phrase },
        "s" | "st" | "nd" | "rd" | "th" | "x" => return None,
        first => match scale(first).filter(|_| first != "hundred") {
            Some(scale) => {
                let end = phrase.end;
                phrase.scaled(scale, end)
            }
            None => NumberPhrase { unit: Some(Unit::Measure(measure(first)?)), ..phrase },
        },
    };
    match after {
        Some(after) => hyphenated(phrase, after),
        None => Some(phrase),
    }
}

/// What follows a number and a hyphen.
fn hyphenated(phrase: NumberPhrase, after: &str) -> Option<NumberPhrase> {
    let end = phrase.end;
    if let Some(second) = digits(after) {
        let scale_word = second.rest.split('-').next().unwrap_or_default();
        let pair = |pair: NumberPhrase| NumberPhrase { form: Form::Pair, ..pair };
        let high = pair(NumberPhrase { high: Some(second.value), digit: phrase.digit.min(second.digit), ..phrase });
        return match scale_word {
            "" if second.rest.is_empty() => Some(high),
            "m" => Some(NumberPhrase { has_m: true, ..high }),
            word => match (scale(word), measure(word)) {
                (Some(scale), _) => Some(pair(high.scaled(scale, end))),
                (None, Some(measure)) => Some(NumberPhrase { unit: Some(Unit::Measure(measure)), ..high }),
                (None, None) => None,
            },
        };
    }
    modifier(phrase, after)
}

/// A number that a hyphen ties to a word: "31-year-old", "12-metre", "500-plus", "$4.5-billion".
fn modifier(phrase: NumberPhrase, after: &str) -> Option<NumberPhrase> {
    let (first, rest) = after.split_once('-').unwrap_or((after, ""));
    let surplus = if rest.is_empty() { 0 } else { rest.len() + 1 };
    let end = phrase.end;
    match first {
        "year" | "years" if matches!(rest, "old" | "olds") => {
            return Some(NumberPhrase { unit: Some(Unit::Age), form: Form::Modifier, ..phrase });
        }
        "plus" => return Some(NumberPhrase { hedge: Some(Hedge::AtLeast), surplus, ..phrase }),
        "odd" => return Some(NumberPhrase { hedge: Some(Hedge::About), surplus, ..phrase }),
        "percent" => return Some(NumberPhrase { unit: Some(Unit::Percent), surplus, ..phrase }),
        // "£3m-a-year".
        "a" if phrase.scale > 1.0 || phrase.has_m => {
            return Some(NumberPhrase { surplus: after.len() + 1, ..phrase });
        }
        _ => {}
    }
    if let Some(scale) = scale(first).filter(|scale| *scale >= 1e3) {
        return Some(NumberPhrase { surplus, ..phrase.scaled(scale, end) });
    }
    let measure: Option<Measure> = measure(first);
    Some(NumberPhrase {
        unit: measure.map(Unit::Measure),
        form: Form::Modifier,
        surplus: if measure.is_some() { surplus } else { after.len() + 1 },
        ..phrase
    })
}

/// A number with the scale words after it: "3.5 million", "two and a half", "20 thousand".
fn continued(words: &Words, phrase: NumberPhrase) -> NumberPhrase {
    let mut phrase = phrase;
    if words.has(phrase.end, &["and", "a", "half"]) {
        phrase = NumberPhrase::new(phrase.end + 3, phrase.amount + 0.5, 0.5, phrase.form, true);
    }
    let is_separate = words.is_letters(phrase.end) && !matches!(words.at(phrase.end), "b" | "k");
    match scale(words.at(phrase.end)).filter(|_| is_separate) {
        Some(scale) => {
            let end = phrase.end + 1;
            phrase.scaled(scale, end)
        }
        None => phrase,
    }
}

fn in_words(words: &Words, at: usize) -> Option<NumberPhrase> {
    let first = words.at(at);
    match first {
        "a" | "an" => a_scale(words, at).or_else(|| fraction(words, at)),
        "half" => half(words, at),
        _ => {
            let found = one_in(words, at).or_else(|| fraction(words, at)).or_else(|| cardinals(words, at));
            found.or_else(|| hyphenated_word(words, at))
        }
    }
}

/// "A hundred", "a million", "a dozen".
fn a_scale(words: &Words, at: usize) -> Option<NumberPhrase> {
    let is_scale = matches!(words.at(at + 1), "hundred" | "thousand" | "million" | "billion" | "trillion" | "dozen");
    if is_scale { composed(words, at + 1, Some(1.0)) } else { None }
}

/// "Half a million", "half a dozen", or a half as a fraction.
fn half(words: &Words, at: usize) -> Option<NumberPhrase> {
    if matches!(words.at(at + 1), "a" | "an") {
        let scale = scale(words.at(at + 2)).filter(|_| words.at(at + 2).len() > 2)?;
        let phrase = NumberPhrase::new(at + 1, 0.5, 0.1, Form::Words, true);
        return Some(phrase.scaled(scale, at + 3));
    }
    let is_other =
        matches!(
            words.before(at, 1),
            "first" | "second" | "other" | "better" | "last" | "opening" | "this" | "and" | "an"
        ) || matches!(words.at(at + 1), "time" | "past" | "term" | "hour" | "way" | "century" | "brother" | "sister");
    let is_share = matches!(words.at(at + 1), "of" | "the" | "its" | "their" | "his" | "her" | "all" | "our" | "that");
    let is_hedged = super::hedges::hedge_before(words, at).is_some();
    let is_fraction =
        !is_other && (is_share || is_hedged || words.before(at, 1) == "by" || words.before(at, 1) == "than");
    is_fraction.then(|| share(at + 1, 0.5))
}

/// "A third of", "two thirds", "three-quarters", "one-fifth".
fn fraction(words: &Words, at: usize) -> Option<NumberPhrase> {
    if let Some((above, below)) = words.at(at).split_once('-') {
        let (above, below) = (cardinal(above)?, part(below)?);
        return (above < below).then(|| share(at + 1, above / below));
    }
    let below = part(words.at(at + 1)).filter(|below| *below > 2.0)?;
    let above = match words.at(at) {
        "a" | "one" => 1.0,
        word => cardinal(word).filter(|above| *above < below && words.at(at + 1).ends_with('s'))?,
    };
    let next = words.at(at + 2);
    // "A third" alone may be one more person.
    let is_after =
        matches!(words.before(at, 1), "by" | "than" | "to" | "for") || super::hedges::hedge_before(words, at).is_some();
    let is_fraction =
        above > 1.0 || is_after || matches!(next, "of" | "were" | "are" | "have" | "more" | "less" | "compared");
    // "One third place" and "a quarter of an hour" are none.
    let is_hour = next == "of" && matches!(words.at(at + 4), "hour" | "century");
    (is_fraction && !is_hour).then(|| share(at + 2, above / below))
}

/// "One in five", "nine out of 10".
fn one_in(words: &Words, at: usize) -> Option<NumberPhrase> {
    let below_at = match (words.at(at + 1), words.at(at + 2)) {
        ("in", _) => at + 2,
        ("out", "of") => at + 3,
        _ => return None,
    };
    let value = |at: usize| {
        let word = words.at(at);
        let number =
            digits(word).filter(|it| it.rest.is_empty() && !it.has_decimals && it.count <= 3).map(|it| it.value);
        number.or_else(|| cardinal(word))
    };
    let (above, below) = (value(at)?, value(below_at)?);
    let is_share =
        above < below && below <= 100.0 && (above == 1.0 || below == 10.0 || below == 100.0 || below_at == at + 3);
    (is_share && above > 0.0).then(|| share(below_at + 1, above / below))
}

fn share(end: usize, value: f64) -> NumberPhrase {
    let percent = NumberPhrase::new(end, value * 100.0, FRACTION_DIGIT, Form::Words, false);
    NumberPhrase { unit: Some(Unit::Percent), rounding: FRACTION_ROUNDING, ..percent }
}

/// "Seventeen", "twenty five", "two hundred and six", "two dozen".
fn cardinals(words: &Words, at: usize) -> Option<NumberPhrase> {
    cardinal(words.at(at))?;
    composed(words, at, None)
}

/// A number in words; `current` is the value of what stands before.
fn composed(words: &Words, at: usize, mut current: Option<f64>) -> Option<NumberPhrase> {
    let mut total = 0.0;
    let mut last_scale = f64::INFINITY;
    let mut end = at;
    let mut half = false;
    loop {
        let word = words.at(end);
        let in_hundreds = current.is_some_and(|value| value > 0.0 && value % 100.0 == 0.0);
        if words.has(end, &["and", "a", "half"]) && current.is_some() && !half {
            current = current.map(|value| value + 0.5);
            half = true;
            end += 3;
        } else if word == "and"
            && (in_hundreds || total > 0.0 && current.is_none())
            && cardinal(words.at(end + 1)).is_some()
        {
            end += 1;
        } else if let Some(value) = cardinal(word) {
            current = match current {
                None => Some(value),
                Some(before) if in_hundreds => Some(before + value),
                Some(before)
                    if (20.0..100.0).contains(&before) && before % 10.0 == 0.0 && (1.0..10.0).contains(&value) =>
                {
                    Some(before + value)
                }
                Some(_) => break,
            };
            end += 1;
        } else if let Some(scale) = scale(word).filter(|_| word.len() > 2) {
            let Some(before) = current else { break };
            if scale < 1e3 {
                current = Some(before * scale);
            } else if scale < last_scale {
                total += before * scale;
                current = None;
                last_scale = scale;
            } else {
                break;
            }
            end += 1;
            if scale == 12.0 {
                let dozen = NumberPhrase::new(end, before * scale, 12.0, Form::Words, false);
                return Some(NumberPhrase { rounding: 4.0, ..dozen });
            }
        } else {
            break;
        }
    }
    let amount = total + current.unwrap_or_default();
    let digit = if half && total == 0.0 { 0.5 } else { last_digit(amount) };
    let phrase = NumberPhrase::new(end, amount, digit, Form::Words, false);
    // "Two million" may be rounded to a million.
    let is_scaled = (1e6..f64::INFINITY).contains(&last_scale) && digit >= last_scale;
    Some(if is_scaled { NumberPhrase { rounding: last_scale, scale: last_scale, ..phrase } } else { phrase })
}

/// "Seven-year-old", "two-day", "five-metre".
fn hyphenated_word(words: &Words, at: usize) -> Option<NumberPhrase> {
    let word = words.at(at);
    let (first, rest) = word.split_once('-')?;
    let (value, rest) = match rest.split_once('-') {
        Some((ones, rest)) if cardinal(ones).is_some() => (cardinal(&word[..first.len() + 1 + ones.len()])?, rest),
        _ => (cardinal(first)?, rest),
    };
    modifier(NumberPhrase::new(at + 1, value, last_digit(value), Form::Words, false), rest)
}
