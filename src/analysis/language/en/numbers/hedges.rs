//! Words before and after a number that say how exact it is.

use crate::analysis::figures::Hedge;
use crate::analysis::parsed::Words;

type Row = (&'static [&'static str], Hedge);

/// Hedges before a number; longer ones before those that end in the same words.
const BEFORE: [Row; 80] = [
    (&["in", "the", "region", "of"], Hedge::About),
    (&["somewhere", "in", "the", "region", "of"], Hedge::About),
    (&["in", "the", "order", "of"], Hedge::About),
    (&["on", "the", "order", "of"], Hedge::About),
    (&["a", "little", "more", "than"], Hedge::JustOver),
    (&["slightly", "more", "than"], Hedge::JustOver),
    (&["little", "more", "than"], Hedge::JustOver),
    (&["just", "more", "than"], Hedge::JustOver),
    (&["a", "little", "over"], Hedge::JustOver),
    (&["slightly", "over"], Hedge::JustOver),
    (&["just", "over"], Hedge::JustOver),
    (&["just", "above"], Hedge::JustOver),
    (&["a", "little", "less", "than"], Hedge::JustUnder),
    (&["slightly", "less", "than"], Hedge::JustUnder),
    (&["slightly", "fewer", "than"], Hedge::JustUnder),
    (&["just", "under"], Hedge::JustUnder),
    (&["just", "below"], Hedge::JustUnder),
    (&["just", "short", "of"], Hedge::JustUnder),
    (&["just", "shy", "of"], Hedge::JustUnder),
    (&["no", "more", "than"], Hedge::UpTo),
    (&["not", "more", "than"], Hedge::UpTo),
    (&["no", "fewer", "than"], Hedge::AtLeast),
    (&["not", "fewer", "than"], Hedge::AtLeast),
    (&["no", "less", "than"], Hedge::AtLeast),
    (&["not", "less", "than"], Hedge::AtLeast),
    (&["far", "more", "than"], Hedge::MoreThan),
    (&["many", "more", "than"], Hedge::MoreThan),
    (&["much", "more", "than"], Hedge::MoreThan),
    (&["well", "more", "than"], Hedge::MoreThan),
    (&["more", "than"], Hedge::MoreThan),
    (&["greater", "than"], Hedge::MoreThan),
    (&["higher", "than"], Hedge::MoreThan),
    (&["well", "over"], Hedge::MoreThan),
    (&["well", "above"], Hedge::MoreThan),
    (&["upwards", "of"], Hedge::MoreThan),
    (&["upward", "of"], Hedge::MoreThan),
    (&["in", "excess", "of"], Hedge::MoreThan),
    (&["north", "of"], Hedge::MoreThan),
    (&["over"], Hedge::MoreThan),
    (&["above"], Hedge::MoreThan),
    (&["beyond"], Hedge::MoreThan),
    (&["exceeding"], Hedge::MoreThan),
    (&[">"], Hedge::MoreThan),
    (&["at", "the", "very", "least"], Hedge::AtLeast),
    (&["at", "least"], Hedge::AtLeast),
    (&["at", "the", "least"], Hedge::AtLeast),
    (&["a", "minimum", "of"], Hedge::AtLeast),
    (&["far", "fewer", "than"], Hedge::LessThan),
    (&["fewer", "than"], Hedge::LessThan),
    (&["far", "less", "than"], Hedge::LessThan),
    (&["less", "than"], Hedge::LessThan),
    (&["lower", "than"], Hedge::LessThan),
    (&["well", "under"], Hedge::LessThan),
    (&["well", "below"], Hedge::LessThan),
    (&["under"], Hedge::LessThan),
    (&["below"], Hedge::LessThan),
    (&["<"], Hedge::LessThan),
    (&["nearly"], Hedge::Nearly),
    (&["almost"], Hedge::Nearly),
    (&["nearing"], Hedge::Nearly),
    (&["approaching"], Hedge::Nearly),
    (&["close", "to"], Hedge::Nearly),
    (&["shy", "of"], Hedge::Nearly),
    (&["not", "quite"], Hedge::Nearly),
    (&["at", "most"], Hedge::UpTo),
    (&["at", "the", "most"], Hedge::UpTo),
    (&["a", "maximum", "of"], Hedge::UpTo),
    (&["up", "to"], Hedge::UpTo),
    (&["as", "many", "as"], Hedge::UpTo),
    (&["as", "much", "as"], Hedge::UpTo),
    (&["as", "high", "as"], Hedge::UpTo),
    (&["as", "few", "as"], Hedge::AtLeast),
    (&["as", "little", "as"], Hedge::AtLeast),
    (&["as", "low", "as"], Hedge::AtLeast),
    (&["an", "estimated"], Hedge::About),
    (&["estimated"], Hedge::About),
    (&["something", "like"], Hedge::About),
    (&["just", "about"], Hedge::About),
    (&["a", "mere"], Hedge::Exactly),
    (&["more", "or", "less"], Hedge::About),
];

/// Hedges of one word.
const SINGLE: [(&str, Hedge); 16] = [
    ("about", Hedge::About),
    ("approx", Hedge::About),
    ("approximately", Hedge::About),
    ("around", Hedge::About),
    ("barely", Hedge::Exactly),
    ("circa", Hedge::About),
    ("exactly", Hedge::Exactly),
    ("just", Hedge::Exactly),
    ("merely", Hedge::Exactly),
    ("only", Hedge::Exactly),
    ("precisely", Hedge::Exactly),
    ("roughly", Hedge::About),
    ("some", Hedge::About),
    ("maybe", Hedge::About),
    ("perhaps", Hedge::About),
    ("~", Hedge::About),
];

/// Hedges after a number.
const AFTER: [Row; 12] = [
    (&["and", "over"], Hedge::AtLeast),
    (&["and", "older"], Hedge::AtLeast),
    (&["and", "above"], Hedge::AtLeast),
    (&["or", "so"], Hedge::About),
    (&["or", "thereabouts"], Hedge::About),
    (&["or", "more"], Hedge::AtLeast),
    (&["or", "over"], Hedge::AtLeast),
    (&["or", "less"], Hedge::UpTo),
    (&["or", "fewer"], Hedge::UpTo),
    (&["or", "under"], Hedge::UpTo),
    (&["at", "least"], Hedge::AtLeast),
    (&["at", "most"], Hedge::UpTo),
];

/// The hedge that ends before a token: where it begins, and what it means. Of several ("only about"), the one that says more.
pub fn hedge_before(words: &Words, at: usize) -> Option<(usize, Hedge)> {
    let (start, hedge) = one_before(words, at)?;
    let Some((outer_start, outer)) = one_before(words, start) else { return Some((start, hedge)) };
    let is_weak = |hedge: Hedge| matches!(hedge, Hedge::Exactly | Hedge::About);
    let hedge = if is_weak(hedge) && outer != Hedge::Exactly { outer } else { hedge };
    Some((outer_start, hedge))
}

fn one_before(words: &Words, at: usize) -> Option<(usize, Hedge)> {
    // A line break ends what was said before.
    let reaches = |length: usize| {
        (at.saturating_sub(length) + 1..=at).all(|inner| inner < words.len() && !words.begins_block(inner))
    };
    let fits = |row: &&Row| words.has_before(at, row.0) && reaches(row.0.len());
    let longest = BEFORE.iter().filter(fits).max_by_key(|row| row.0.len());
    if let Some((phrase, hedge)) = longest {
        return Some((at - phrase.len(), *hedge));
    }
    let last = words.before(at, 1);
    let single = SINGLE.iter().find(|(word, _)| *word == last).filter(|_| reaches(1))?;
    Some((at - 1, single.1))
}

/// The hedge that begins at a token: where it ends, and what it means.
pub fn hedge_after(words: &Words, at: usize) -> Option<(usize, Hedge)> {
    if words.at(at) == "+" && words.is_glued(at) {
        return Some((at + 1, Hedge::AtLeast));
    }
    let found = AFTER.iter().find(|(phrase, _)| words.has(at, phrase))?;
    let end = at + found.0.len();
    // "40 or more people", but not "at least 40, at least 20 of them".
    let begins_next = found.0[0] == "at" && (words.is_number(end) || number_word(words.at(end)));
    (!begins_next).then_some((end, found.1))
}

fn number_word(word: &str) -> bool {
    super::words::cardinal(word).is_some()
}
