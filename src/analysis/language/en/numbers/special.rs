//! Ages, percentages, ranges, and words for orders of magnitude.

use super::words::scale;
use crate::analysis::parsed::Words;

/// Verbs and prepositions before a number that another one after "to" does not make a range: "rose 5 to 31", "from 10 to 20". Sorted.
#[rustfmt::skip]
const CHANGES: [&str; 33] = [
    "added", "by", "climbed", "climbs", "cut", "declined", "decreased", "down", "dropped", "eased", "fall", "fallen", "fell",
    "from", "gained", "grew", "grown", "increased", "jumped", "jumps", "lost", "lowered", "plunged", "raised", "rise", "risen",
    "rises", "rose", "slid", "slipped", "surged", "tumbled", "up",
];

/// The word for percent at a token, where it ends, and how much of a percent one is.
pub fn percent_after(words: &Words, at: usize) -> Option<(usize, f64)> {
    match (words.at(at), words.at(at + 1)) {
        ("%" | "percent" | "pc" | "pct", _) if !words.begins_block(at) => Some((at + 1, 1.0)),
        ("per", "cent") => Some((at + 2, 1.0)),
        ("per", "mille") => Some((at + 2, 0.1)),
        ("‰", _) => Some((at + 1, 0.1)),
        _ => None,
    }
}

/// Whether the number between two tokens is the age of a person; gives the token after its words: "57" after a name, "57 years old".
pub fn age(words: &Words, at: usize, end: usize) -> Option<usize> {
    let is_year = matches!(words.at(end), "year" | "years");
    if is_year && words.at(end + 1) == "old" {
        return Some(end + 2);
    }
    if is_year && words.has(end + 1, &["of", "age"]) {
        return Some(end + 3);
    }
    let (before, after) = (words.before(at, 1), words.at(end));
    let is_aged = matches!(before, "aged" | "age" | "ages" | "turned" | "turning" | "turns")
        || words.has_before(at, &["age", "of"]);
    // "Who is 58,".
    let is_predicate =
        matches!(before, "is" | "was") && matches!(words.before(at, 2), "who" | "he" | "she") && !words.is_letters(end);
    if is_aged || is_predicate {
        return Some(end);
    }
    let name = at.checked_sub(2)?;
    let follows_word = words.is_letters(name) && !words.begins_block(at);
    let in_commas = before == "," && matches!(after, "," | "." | ";" | ")");
    let in_brackets = before == "(" && after == ")" && words.is_capital(name);
    let is_noun = words.is_capital(name) || after == "," && !super::is_function_word(words.at(name));
    (follows_word && (in_commas && is_noun || in_brackets)).then_some(end)
}

/// A word for an order of magnitude, where it ends, and its value: "hundreds", "tens of thousands".
pub fn vague(words: &Words, at: usize) -> Option<(usize, f64)> {
    let one = |at: usize| match words.at(at) {
        "tens" => Some(10.0),
        word => word.strip_suffix('s').filter(|singular| singular.len() > 4).and_then(scale),
    };
    let value = one(at)?;
    if words.at(at + 1) == "of"
        && let Some(of) = one(at + 2)
    {
        return Some((at + 3, value * of));
    }
    // "Tens" is seldom said alone, and "the hundreds" are a place.
    (value > 10.0).then_some((at + 1, value))
}

/// Whether two numbers are a range: "10 to 15", "10–15", "between 10 and 15", "two or three"; gives its first token.
pub fn range(words: &Words, first: (usize, usize), second: (usize, usize), (low, high): (f64, f64)) -> Option<usize> {
    let between = first.0.checked_sub(1).filter(|&at| words.at(at) == "between");
    if second.0 != first.1 + 1 {
        return None;
    }
    let is_range = match words.at(first.1) {
        "and" => between.is_some(),
        "to" => low < high && CHANGES.binary_search(&words.before(first.0, 1)).is_err(),
        "or" => (high - low - 1.0).abs() < 1e-9 && (1.0..12.0).contains(&low),
        "–" | "-" | "—" => low < high && words.is_glued(first.1) && words.is_glued(second.0),
        _ => false,
    };
    is_range.then_some(between.unwrap_or(first.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_changes_are_sorted() {
        assert!(CHANGES.is_sorted());
    }
}
