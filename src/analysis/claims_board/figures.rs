//! Figures in a quote, so that values that differ stand side by side.
//!
//! This finds what is written in digits: "more than 23,000 people", "£2.5 million", "31". Another parser can take its
//! place ([`super::claims_board_with`]).

/// A figure in a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Figure {
    /// The words of the figure, with hedge and unit.
    pub text: String,
    /// The number.
    pub amount: f64,
    /// What is counted or measured, in lower case; empty if unknown. Only figures of one unit are compared.
    pub unit: String,
}

/// A parser of figures: those of a text, in its order.
pub type FindFigures = fn(&str) -> Vec<Figure>;

/// Words before a figure that say how exact it is.
const HEDGES: [&[&str]; 17] = [
    &["more", "than"],
    &["fewer", "than"],
    &["less", "than"],
    &["at", "least"],
    &["at", "most"],
    &["up", "to"],
    &["close", "to"],
    &["as", "many", "as"],
    &["about"],
    &["around"],
    &["some"],
    &["nearly"],
    &["almost"],
    &["over"],
    &["roughly"],
    &["approximately"],
    &["only"],
];
/// Words after a number that multiply it.
const MULTIPLIERS: [(&str, f64); 4] = [("hundred", 1e2), ("thousand", 1e3), ("million", 1e6), ("billion", 1e9)];
/// Words that are no unit, though they may follow a number.
const NO_UNITS: [&str; 40] = [
    "a", "about", "after", "an", "and", "are", "around", "as", "at", "before", "but", "by", "fewer", "for", "from",
    "had", "has", "have", "in", "is", "it", "less", "more", "nearly", "not", "of", "on", "or", "over", "since", "than",
    "that", "the", "this", "to", "was", "were", "when", "who", "with",
];
/// Words before a year.
const BEFORE_YEARS: [&str; 8] = ["by", "during", "from", "in", "of", "since", "to", "until"];
/// Numbers of four digits in this range are taken for years if nothing is counted, or after a month or preposition.
const YEARS: std::ops::Range<f64> = 1800.0..2100.0;

/// A word of a text, with its position in bytes.
#[derive(Clone, Copy)]
struct Word<'a> {
    start: usize,
    /// The word without the punctuation around it.
    bare: &'a str,
    /// The end of `bare`.
    end: usize,
    /// Whether punctuation ends the word, so that the next one does not belong to it.
    ends: bool,
}

/// The figures of a text that are written in digits.
pub fn find_figures(text: &str) -> Vec<Figure> {
    let words: Vec<Word<'_>> = words(text);
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let Some((mut amount, sign)) = number(word.bare) else { continue };
        let mut last = at;
        let next = |last: usize| words.get(last + 1).filter(|_| !words[last].ends);
        if let Some((_, factor)) =
            next(last).and_then(|next| MULTIPLIERS.iter().find(|(name, _)| next.bare.eq_ignore_ascii_case(name)))
        {
            amount *= factor;
            last += 1;
        }
        let mut unit = sign.to_owned();
        let is_unit = |word: &&Word<'_>| {
            let lower = word.bare.to_lowercase();
            word.bare.chars().all(|c| c.is_alphabetic() || c == '-') && !NO_UNITS.contains(&lower.as_str())
        };
        if let Some(noun) = next(last).filter(|_| sign.is_empty()).filter(is_unit) {
            unit = singular(&noun.bare.to_lowercase());
            last += 1;
        }
        let first = at - hedge(&words[..at]);
        let follows = words[..at].last().is_some_and(|before| {
            before.bare.starts_with(char::is_uppercase) || BEFORE_YEARS.contains(&before.bare.to_lowercase().as_str())
        });
        let may_be_year = first == at && word.bare.len() == 4 && YEARS.contains(&amount);
        if may_be_year && (unit.is_empty() || follows) {
            continue;
        }
        found.push(Figure { text: text[words[first].start..words[last].end].to_owned(), amount, unit });
    }
    found
}

/// The words of a text. The start of a word is that of its first letter, digit or currency sign.
fn words(text: &str) -> Vec<Word<'_>> {
    let is_part = |c: char| c.is_alphanumeric() || is_sign(c);
    let word = |token: &'_ str| {
        let offset = token.as_ptr() as usize - text.as_ptr() as usize;
        let from = token.find(is_part)?;
        let to = token.rfind(is_part).and_then(|at| token[at..].chars().next().map(|c| at + c.len_utf8()))?;
        Some((offset + from, offset + to, to < token.len()))
    };
    text.split_whitespace()
        .filter_map(word)
        .map(|(start, end, ends)| Word { start, bare: &text[start..end], end, ends })
        .collect()
}

/// Whether a character belongs to a number: a currency sign, or a percent sign.
fn is_sign(c: char) -> bool {
    matches!(c, '£' | '$' | '€' | '¥' | '%')
}

/// The number that a word is, and its sign, which is the unit.
fn number(word: &str) -> Option<(f64, &str)> {
    let (sign, rest) = match word.chars().next().filter(|c| is_sign(*c)) {
        Some(first) => word.split_at(first.len_utf8()),
        None => ("", word),
    };
    let (digits, sign) = match rest.strip_suffix('%') {
        Some(digits) => (digits, "%"),
        None => (rest, sign),
    };
    // Commas separate groups of three digits.
    let mut groups = digits.split(',');
    let first = groups.next()?;
    let (has_groups, mut plain) = (digits.contains(','), first.to_owned());
    for group in groups {
        let whole = group.split('.').next().unwrap_or_default();
        if whole.len() != 3 {
            return None;
        }
        plain += group;
    }
    let is_number = plain.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && plain.starts_with(|c: char| c.is_ascii_digit())
        && plain.ends_with(|c: char| c.is_ascii_digit());
    if !is_number || (has_groups && first.len() > 3) {
        return None;
    }
    plain.parse().ok().map(|amount| (amount, sign))
}

/// The number of words at the end of these that hedge a figure after them.
fn hedge(before: &[Word<'_>]) -> usize {
    let is_at_end = |hedge: &&&[&str]| {
        before.len() >= hedge.len()
            && before[before.len() - hedge.len()..]
                .iter()
                .zip(hedge.iter())
                .all(|(word, hedge)| !word.ends && word.bare.eq_ignore_ascii_case(hedge))
    };
    HEDGES.iter().find(is_at_end).map_or(0, |hedge| hedge.len())
}

/// A noun without its plural ending, so that "1 boat" and "2 boats" have one unit.
fn singular(noun: &str) -> String {
    let stem = noun.strip_suffix('s').filter(|stem| stem.chars().count() > 2 && !stem.ends_with('s'));
    stem.unwrap_or(noun).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        find_figures(text).iter().map(|one| format!("{}: {} {}", one.text, one.amount, one.unit)).collect()
    }

    #[test]
    fn a_figure_has_its_hedge_and_unit() {
        assert_eq!(shown("More than 23,000 people came."), ["More than 23,000 people: 23000 people"]);
        assert_eq!(shown("about 26,000 in 2021"), ["about 26,000: 26000 "]);
        assert_eq!(shown("cost £2.5 million, up to 30%"), ["£2.5 million: 2500000 £", "up to 30%: 30 %"]);
        assert_eq!(
            shown("(27 bodies, 1 boat and 2 boats)"),
            ["27 bodies: 27 bodie", "1 boat: 1 boat", "2 boats: 2 boat"]
        );
        assert_eq!(shown("3 million people"), ["3 million people: 3000000 people"]);
        assert_eq!(shown("In 2021 more than 2000 people"), ["more than 2000 people: 2000 people"]);
        assert_eq!(shown("some, 31, dead"), ["31: 31 "], "punctuation ends the hedge and the figure");
    }

    #[test]
    fn other_words_are_no_figures() {
        for text in ["", "no figures", "in 1999", "A320", "1,2", "12,3456", "1.", "v1.2.3", "10:30", "—", "1.2.3"] {
            let figures = shown(text);
            let expected: &[&str] = if text == "1." { &["1: 1 "] } else { &[] };
            assert_eq!(figures, expected, "{text:?}");
        }
    }
}
